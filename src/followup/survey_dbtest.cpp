#include "followup/draw.hpp"
#include "followup/fixture_dbtest.hpp"
#include "followup/panel_rows.hpp"

#include "audit/audit.hpp"

namespace rtkeren::followup {
namespace {

/// Fourteen businesses of RT 001, three of them of people who finished a course.
struct SurveyTest : FollowupTest {
    std::vector<Participant> trained;
    std::vector<PersonId> owners;
    PersonId interviewer {officer("Nia Wawancara", "pewawancara", "35.72")};
    Actor nia {actor_of(interviewer)};

    SurveyTest()
    {
        for (auto const* name : {"Sri Utami", "Budi Santoso", "Wati Lestari"})
            trained.push_back(participant(name));
        for (int i = 0; i < 11; ++i) {
            owners.push_back(person("Pemilik " + std::string(1, char('A' + i)), rt1));
            business(owners.back(), "Usaha " + std::string(1, char('A' + i)), i < 8 ? rt1 : rt2);
        }
    }
    boost::json::object plan(std::string_view frame = "compared")
    {
        return {{"name", "Triwulan II 2024"}, {"frame", frame}, {"month", "2024-05"}, {"from", "2024-06-03"}, {"until", "2024-06-17"}, {"sample_size", 12}};
    }
    std::string drawn()
    {
        auto const id = must(dinas, "followup.plan_round", plan()).id;
        must(dinas, "followup.draw_round", {{"round", id}});
        return id;
    }
    std::string running()
    {
        auto const id = drawn();
        must(dinas, "followup.assign", {{"round", id}, {"interviewer", interviewer.text()}});
        return id;
    }
    Round round_of(std::string const& id)
    {
        return look([&](db::ReadTx& tx) { return round(tx, city, RoundId::parse(id).value()); });
    }
    std::vector<InterviewId> interviews(std::string const& round)
    {
        std::vector<InterviewId> ids;
        for (auto const& each : look([&](db::ReadTx& tx) { return interviews_of(tx, city, RoundId::parse(round).value()); }))
            ids.push_back(each.id);
        return ids;
    }
    boost::json::object answer(InterviewId id, std::string_view amount = "1.000.000")
    {
        return {{"interview", id.text()}, {"way", "phone"}, {"producing", "yes"}, {"told", "recall_month"}, {"sales", sales(amount)}, {"workers", 2}, {"obstacles", boost::json::array {"capital"}}};
    }
};

TEST_F(SurveyTest, TheSampleIsDrawnOnceAndAnybodyCanDrawItAgain)
{
    auto const planned = must(dinas, "followup.plan_round", plan());
    auto one = round_of(planned.id);
    EXPECT_EQ(one.number, 1);
    EXPECT_EQ(one.frame_count, 14);
    EXPECT_TRUE(one.seed.empty());
    auto const frame = look([&](db::ReadTx& tx) { return frame_of_round(tx, city, one.id); });
    EXPECT_EQ(fingerprint(frame), one.frame_hash);
    EXPECT_EQ(std::ranges::count(frame_of(frame), 't', &Member::stratum), 3);
    business(person("Datang Terlambat", rt1), "Usaha Baru", rt1); // no longer in the frame
    must(bappeda, "followup.draw_round", {{"round", planned.id}});
    one = round_of(planned.id);
    EXPECT_EQ(fingerprint(one.seed), one.commitment) << "the seed is the one that was committed to";
    auto const sample = draw(frame_of(frame), one.seed, 12);
    auto const stored = look([&](db::ReadTx& tx) -> Result<std::vector<Member>> {
        static constexpr db::ReadQuery<2> read {"test.sample", "SELECT stratum, business FROM followup_interview WHERE city = $1 AND round = $2 ORDER BY number"};
        std::vector<Member> members;
        for (auto const& row : TRY(tx.run(read, city, one.id)))
            members.push_back({row.text(0).front(), row.text(1)});
        return members;
    });
    EXPECT_EQ(stored, sample);
    EXPECT_EQ(std::ranges::count(stored, 't', &Member::stratum), 3);
    EXPECT_EQ(refusal(dinas, "followup.draw_round", {{"round", planned.id}}), "followup.drawn_already");
    auto const events = look([&](db::ReadTx& tx) { return audit::of_subject(tx, city, "survey", planned.id); });
    EXPECT_NE(events.front().summary.find(one.commitment), std::string::npos);
    EXPECT_NE(events.back().summary.find(one.seed), std::string::npos) << "logged";
    EXPECT_EQ(get(dinas, "/survei/" + planned.id + "/rangka").body, frame);
}

TEST_F(SurveyTest, WhoWasNotThereInTheMonthThatIsAskedAboutIsNotDrawn)
{
    auto const young = business(person("Buka Juni", rt1), "Usaha Juni", rt1);
    auto const gone = business(person("Tutup Mei", rt1), "Usaha Mei", rt1);
    write([&](db::WriteTx& tx) -> Result<void> {
        static constexpr db::WriteQuery<3> begins {"test.begins", "UPDATE enterprise_business SET started_month = $3 WHERE city = $1 AND id = $2"};
        static constexpr db::WriteQuery<3> ends {"test.ends", "UPDATE enterprise_business SET closed_on = $3 WHERE city = $1 AND id = $2"};
        TRY(tx.run(begins, city, young, "2024-06"));
        TRY(tx.run(ends, city, gone, Date::parse("2024-06-02").value()));
        return Done {};
    });
    EXPECT_EQ(round_of(must(dinas, "followup.plan_round", plan()).id).frame_count, 14);
    auto july = plan("business");
    july["month"] = "2024-06";
    july["from"] = "2024-07-01";
    july["until"] = "2024-07-15";
    EXPECT_EQ(round_of(must(dinas, "followup.plan_round", july).id).frame_count, 15) << "who began in June is asked about June";
}

TEST_F(SurveyTest, AFrameThatWasAlteredIsNotDrawn)
{
    auto const id = must(dinas, "followup.plan_round", plan("business")).id;
    write([&](db::WriteTx& tx) -> Result<void> {
        static constexpr db::WriteQuery<2> alter {"test.alter", "UPDATE followup_frame SET members = 'a 01HZZZZZZZZZZZZZZZZZZZZZZZ' WHERE city = $1 AND round = $2"};
        TRY(tx.run(alter, city, id));
        return Done {};
    });
    EXPECT_EQ(refusal(dinas, "followup.draw_round", {{"round", id}}), "followup.frame_altered");
}

TEST_F(SurveyTest, APlanThatMakesNoSenseIsRefusedAtItsField)
{
    auto const with = [&](std::string_view key, boost::json::value value) {
        auto input = plan();
        input[key] = std::move(value);
        return refusal(dinas, "followup.plan_round", input);
    };
    EXPECT_EQ(with("month", "2024-06"), "from followup.month_runs");
    EXPECT_EQ(with("until", "2024-06-02"), "until followup.until_before");
    EXPECT_EQ(with("until", "2024-12-31"), "until followup.too_long");
    EXPECT_EQ(with("place", boost::json::value(elsewhere)), "place followup.frame_small");
    EXPECT_EQ(with("place", "35.72.09.1001"), "place.unknown");
    EXPECT_EQ(with("sample_size", 0), "sample_size integer.range");
    EXPECT_EQ(refusal(tono, "followup.plan_round", plan()), "operation.not_allowed");
    auto baseline = plan();
    baseline["baseline_for"] = 2025;
    EXPECT_EQ(round_of(must(dinas, "followup.plan_round", baseline).id).baseline_for, 2025);
    auto large = plan();
    large["sample_size"] = 5000;
    EXPECT_EQ(round_of(must(dinas, "followup.plan_round", large).id).sample_size, 14) << "at most everybody";
}

TEST_F(SurveyTest, WhoKnowsWhoWasTrainedAsksNobody)
{
    auto const id = drawn();
    EXPECT_EQ(refusal(dinas, "followup.assign", {{"round", id}, {"interviewer", tono.person.text()}}), "interviewer followup.no_interviewer");
    auto const both = officer("Serba Bisa", "pewawancara", "35.72");
    write([&](db::WriteTx& tx) -> Result<void> {
        static constexpr db::WriteQuery<3> grant {"test.grant2",
            "INSERT INTO identity_grant (city, id, person, role, place, pokmas, decree, valid_from, valid_until, acting, awaits_confirmation, entered_by, created_at, decided_by, decided_at, refused) "
            "VALUES ($1, $2, $3, 'pendamping', '35.72.03.1003', '', 'SK', '2024-01-01', NULL, FALSE, FALSE, $2, '2024-01-01T00:00:00.000Z', NULL, NULL, FALSE)"};
        TRY(tx.run(grant, city, env.ulid(), both));
        return Done {};
    });
    EXPECT_EQ(refusal(dinas, "followup.assign", {{"round", id}, {"interviewer", both.text()}}), "interviewer followup.knows_treated");
    EXPECT_EQ(must(dinas, "followup.assign", {{"round", id}, {"interviewer", interviewer.text()}, {"place", kelurahan}}).data.at("count").as_int64(), 12);
    EXPECT_EQ(refusal(dinas, "followup.assign", {{"round", id}, {"interviewer", interviewer.text()}, {"place", "35.73"}}), "place enterprise.outside");
}

TEST_F(SurveyTest, TheInterviewersPagesTellNothingOfAnyTraining)
{
    auto const id = running();
    auto const list = get(nia, "/wawancara");
    EXPECT_EQ(list.status, 200);
    std::vector<std::string> pages {list.body, get(nia, "/wawancara", {{"format", "csv"}}).body};
    for (auto const interview : interviews(id)) {
        auto const path = "/wawancara/" + interview.str();
        auto const page = get(nia, path);
        EXPECT_EQ(page.status, 200);
        pages.push_back(page.body);
        pages.push_back(get(nia, path + "/tidak-bertemu").body);
        must(nia, "followup.interview", answer(interview));
        pages.push_back(get(nia, path).body);
        pages.push_back(get(nia, path + "/betulkan").body);
    }
    // Neither the words nor the course, its topic, a seat or a stratum of anybody.
    for (auto const& body : pages)
        for (auto const* word : {"elatih", "Kue kering RT 001", "/pendampingan", "umkm/", "sertifikat", "stratum", "peserta", "pembanding"})
            EXPECT_EQ(body.find(word), std::string::npos) << word;
    EXPECT_EQ(get(nia, "/pendampingan").status, 403);
    EXPECT_EQ(get(nia, "/pendampingan/hasil").status, 403);
    EXPECT_EQ(get(nia, "/survei/" + id).status, 403);
    // The pages of two strata are the same but for the business: the same fields, in the same order.
    auto const fields = [](std::string const& body) {
        std::vector<std::string> names;
        for (auto at = body.find(" name=\""); at != std::string::npos; at = body.find(" name=\"", at + 1))
            names.push_back(body.substr(at + 7, body.find('"', at + 7) - at - 7));
        return names;
    };
    EXPECT_EQ(fields(pages[2]), fields(pages[6]));
}

TEST_F(SurveyTest, AnAnswerBecomesARecordOfTheMonthThatWasAskedAbout)
{
    auto const id = running();
    auto const first = interviews(id).front();
    auto const other = actor_of(officer("Lain Lagi", "pewawancara", "35.72"));
    EXPECT_EQ(refusal(other, "followup.interview", answer(first)), "followup.no_interview");
    auto week = answer(first);
    week["told"] = "recall_week";
    EXPECT_EQ(refusal(nia, "followup.interview", week), "told followup.month_only");
    must(nia, "followup.interview", answer(first));
    auto const business = look([&](db::ReadTx& tx) -> Result<enterprise::BusinessId> { return TRY(own_interview(tx, nia, first)).business; });
    auto const records = look([&](db::ReadTx& tx) { return turnover::records_of(tx, city, business); });
    ASSERT_EQ(records.size(), 1U);
    EXPECT_EQ(records.front().from.iso(), "2024-05-01");
    EXPECT_EQ(records.front().to.iso(), "2024-05-31");
    EXPECT_EQ(records.front().recorded_by, interviewer);
    EXPECT_EQ(refusal(nia, "followup.interview", answer(first)), "followup.interview_over");
    auto fixed = answer(first, "1.250.000");
    fixed["reason"] = "Salah dengar";
    must(nia, "followup.correct_interview", fixed);
    EXPECT_TRUE(has(get(nia, "/wawancara/" + first.str()), "Salah dengar"));
    auto const shown = look([&](db::ReadTx& tx) { return own_interview(tx, nia, first); });
    EXPECT_EQ(shown.outcome, "answered");
    auto const placed = places();
    ASSERT_EQ(placed.back().subject_kind, "interview");
    EXPECT_TRUE(placed.back().is_private) << "no office opens what was shown to an interviewer";
    EXPECT_EQ(look([&](db::ReadTx& tx) { return placed.back().find(tx, city, first.str()); })->place, shown.region);
}

TEST_F(SurveyTest, InterviewsWaitForWhomTheyWereHandedToByTheirDay)
{
    auto const open = [&](Actor const& actor) {
        return look([&](db::ReadTx& tx) { return open_interviews(tx, actor, services.today()); });
    };
    auto const drawn_only = drawn();
    EXPECT_TRUE(open(nia).empty()) << "handed to nobody yet";
    must(dinas, "followup.assign", {{"round", drawn_only}, {"interviewer", interviewer.text()}});
    ASSERT_EQ(open(nia).size(), 12U);
    auto const first = open(nia).front();
    EXPECT_EQ(first.due.iso(), "2024-06-17") << "the last day of the round";
    EXPECT_EQ(first.round, "Triwulan II 2024");
    EXPECT_EQ(get(nia, first.href).status, 200);
    must(nia, "followup.miss_interview", {{"interview", first.id.text()}, {"way", "phone"}, {"result", "no_answer"}, {"retry_on", "2024-06-10"}});
    auto const again = open(nia);
    auto const same = std::ranges::find(again, first.id, &OpenInterview::id);
    ASSERT_NE(same, again.end());
    EXPECT_EQ(same->due.iso(), "2024-06-10") << "as it was promised";
    EXPECT_EQ(same->tries, 1);
    must(nia, "followup.interview", answer(first.id));
    EXPECT_EQ(open(nia).size(), 11U);
    EXPECT_TRUE(open(dinas).empty());
    auto knowing = nia;
    knowing.grants.push_back(tono.grants.front());
    EXPECT_TRUE(open(knowing).empty()) << "who came to know who was trained asks nobody";
}

TEST_F(SurveyTest, RefusalsAndWhoIsNotReachedAreCountedAndNobodyTakesTheirPlace)
{
    auto const id = running();
    auto const drawn_ones = interviews(id);
    boost::json::object const missed {{"interview", drawn_ones[0].text()}, {"way", "phone"}, {"result", "no_answer"}};
    EXPECT_EQ(must(nia, "followup.miss_interview", missed).data.at("outcome").as_string(), "open");
    EXPECT_EQ(must(nia, "followup.miss_interview", missed).data.at("outcome").as_string(), "open");
    EXPECT_EQ(must(nia, "followup.miss_interview", missed).data.at("outcome").as_string(), "not_reached") << "three times, as the pack says";
    must(nia, "followup.miss_interview", {{"interview", drawn_ones[1].text()}, {"way", "phone"}, {"result", "refused"}});
    EXPECT_EQ(refusal(nia, "followup.interview", answer(drawn_ones[1])), "followup.interview_over");
    must(nia, "followup.interview", answer(drawn_ones[2]));
    auto const page = get(dinas, "/survei/" + id);
    EXPECT_TRUE(has(page, "1 dari 12 menjawab (8,33 %); 1 menolak, 1 tidak ditemui, 9 belum")) << page.body.substr(page.body.find("big"), 200);
    EXPECT_FALSE(has(page, "1.000.000"));
    EXPECT_EQ(interviews(id).size(), 12U);
    // A refusal that was none is put right with its reason; who was given up may be met after all.
    auto meant = answer(drawn_ones[1]);
    meant["reason"] = "Salah pencet";
    must(nia, "followup.correct_interview", meant);
    must(nia, "followup.interview", answer(drawn_ones[0]));
    must(nia, "followup.show_interview_phone", {{"interview", drawn_ones[3].text()}});
    EXPECT_EQ(refusal(nia, "followup.show_interview_phone", {{"interview", drawn_ones[2].text()}}), "followup.not_open");
    EXPECT_EQ(refusal(dinas, "followup.close_round", {{"round", id}}), "followup.round_runs");
    on_day("2024-06-18");
    must(dinas, "followup.close_round", {{"round", id}});
    EXPECT_EQ(refusal(nia, "followup.interview", answer(drawn_ones[4])), "followup.not_running");
    EXPECT_TRUE(has(get(dinas, "/survei"), "Triwulan II 2024"));
}

TEST_F(SurveyTest, ARoundIsCancelledWithAReason)
{
    auto const id = drawn();
    must(dinas, "followup.cancel_round", {{"round", id}, {"reason", "Libur panjang"}});
    EXPECT_EQ(refusal(dinas, "followup.draw_round", {{"round", id}}), "followup.drawn_already") << "also a cancelled one";
    EXPECT_EQ(refusal(dinas, "followup.assign", {{"round", id}, {"interviewer", interviewer.text()}}), "followup.not_running");
    EXPECT_EQ(round_of(must(dinas, "followup.plan_round", plan()).id).number, 2) << "numbers have no gap: a cancelled round is seen";
    for (auto const* step : {"undi", "petugas", "tutup", "batal"})
        EXPECT_EQ(get(dinas, "/survei/" + id + "/" + step).status, 200) << step;
    EXPECT_EQ(get(dinas, "/survei/baru").status, 200);
    auto const refused = ask(dinas, http::Method::Post, "/survei/baru", {}, {{"id", env.ulid().str()}, {"name", "Triwulan X"}, {"month", "Mei"}, {"frame", "business"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(has(refused, "Triwulan X"));
}

TEST_F(SurveyTest, ThePanelHasNoNamesAndTheSameUnitInEveryRound)
{
    auto const first = running();
    auto const drawn_ones = interviews(first);
    for (std::size_t i = 0; i < 9; ++i)
        must(nia, "followup.interview", answer(drawn_ones[i]));
    EXPECT_EQ(ask(bappeda, http::Method::Post, "/survei/" + first + "/panel", {}, {{"id", env.ulid().str()}}).status, 409) << "nine are too few";
    for (std::size_t i = 9; i < 12; ++i)
        must(nia, "followup.interview", answer(drawn_ones[i]));
    auto const file = ask(bappeda, http::Method::Post, "/survei/" + first + "/panel", {}, {{"id", env.ulid().str()}});
    EXPECT_EQ(file.status, 200);
    EXPECT_EQ(file.body.substr(0, file.body.find('\r')), "unit,period,round,cohort,kelurahan,producing,method,turnover,workers");
    EXPECT_EQ(std::ranges::count(file.body, '\n'), 13);
    for (auto const* word : {"Sri", "Usaha", "Pemilik", "Dapur"})
        EXPECT_EQ(file.body.find(word), std::string::npos) << word;
    auto const round = round_of(first);
    auto const rows = look([&](db::ReadTx& tx) { return panel_of(tx, services, round); });
    EXPECT_TRUE(std::ranges::all_of(rows, [](PanelRow const& row) { return row.cohort == "other"; })) << "three trained ones would be found among the rest";
    auto const events = look([&](db::ReadTx& tx) { return audit::of_subject(tx, city, "survey", first); });
    EXPECT_EQ(events.back().operation, "followup.export_panel");
    EXPECT_EQ(ask(dinas, http::Method::Post, "/survei/" + first + "/panel", {}, {{"id", env.ulid().str()}}).status, 403);
}

} // namespace
} // namespace rtkeren::followup
