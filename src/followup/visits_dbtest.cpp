#include "followup/fixture_dbtest.hpp"

#include "audit/audit.hpp"

namespace rtkeren::followup {
namespace {

TEST_F(FollowupTest, QueriesRun)
{
    tests::expect_all_queries_prepare("followup");
    tests::expect_all_queries_run_at_end("followup");
}

TEST_F(FollowupTest, DaysArePlannedWithTheCourseMovedAndCancelledWithIt)
{
    auto one = course("2024-07-01", "2024-07-03");
    auto const plan = [&] {
        return look([&](db::ReadTx& tx) -> Result<std::vector<std::string>> {
            static constexpr db::ReadQuery<2> read {"test.plan", "SELECT after_days, due_on FROM followup_plan WHERE city = $1 AND course = $2 AND cancelled_at IS NULL ORDER BY after_days"};
            std::vector<std::string> days;
            for (auto const& row : TRY(tx.run(read, city, one.id)))
                days.push_back(std::to_string(row.integer(0)) + " " + row.date(1).iso());
            return days;
        });
    };
    changed(one);
    EXPECT_EQ(plan(), (std::vector<std::string> {"30 2024-08-02", "90 2024-10-01", "180 2024-12-30", "365 2025-07-03"}));
    one.ends_on = one.ends_on.plus_days(7);
    changed(one);
    changed(one);
    EXPECT_EQ(plan().front(), "30 2024-08-09");
    EXPECT_EQ(plan().size(), 4U);
    one.state = "cancelled";
    changed(one);
    EXPECT_TRUE(plan().empty());
}

TEST_F(FollowupTest, ThePackSaysAfterHowManyDays)
{
    auto text = tests::shipped_pack("35.72", 2024);
    auto const at = text.find("key = \"followup_days_1\", value = 30");
    ASSERT_NE(at, std::string::npos);
    text.replace(at, 35, "key = \"followup_days_1\", value = 14");
    EXPECT_EQ(tests::release_pack(services, "35.72", text), 1);
    auto const one = course("2024-07-01", "2024-07-03");
    changed(one);
    auto const numbers = look([&](db::ReadTx& tx) { return numbers_of(tx, city, 2024); });
    EXPECT_EQ(numbers.days.front(), 14);
    EXPECT_EQ(look([&](db::ReadTx& tx) { return numbers_of(tx, city, 2031); }).days.front(), 30) << "no pack: the usual ones";
}

TEST_F(FollowupTest, SeatsTakeTheDaysOverWhenTheCourseClosesAndOnlyWhatIsDueWaits)
{
    auto const sri = participant();
    ASSERT_EQ(sri.visits.size(), 4U);
    EXPECT_EQ(sri.visits[0].state, "due");
    EXPECT_EQ(sri.visits[1].state, "scheduled") << "a year's questions do not fill today's list";
    auto const inbox = look([&](db::ReadTx& tx) { return workflow::inbox(tx, tono, services.today()); });
    ASSERT_EQ(inbox.size(), 1U);
    EXPECT_EQ(inbox.front().item.title, "30 hari: Sri Utami, Kue kering");
    EXPECT_EQ(inbox.front().item.due->iso(), "2024-06-03");
    EXPECT_TRUE(look([&](db::ReadTx& tx) { return workflow::inbox(tx, stranger, services.today()); }).empty());
    on_day("2024-07-26");
    auto const opened = must(dinas, "followup.open_due", {});
    EXPECT_EQ(opened.data.at("count").as_int64(), 2) << "the second opens seven days early, the first is over";
    EXPECT_EQ(again(sri.visits[0]).state, "expired");
    EXPECT_EQ(again(sri.visits[1]).state, "due");
    EXPECT_EQ(must(dinas, "followup.open_due", {}).data.at("count").as_int64(), 0);
}

TEST_F(FollowupTest, AnAnswerBecomesATurnoverRecordAndEndsTheVisit)
{
    auto const sri = participant();
    auto input = producing(sri.visits[0]);
    input["sales"] = sales("Rp1.500.000");
    input["workers"] = 2;
    input["obstacles"] = boost::json::array {"papers", "packaging"};
    input["next_step"] = "Urus P-IRT";
    input["next_on"] = "2024-06-20";
    EXPECT_EQ(refusal(tono, "followup.record", input), "told followup.told_missing");
    input["told"] = "cash_book";
    EXPECT_EQ(refusal(tono, "followup.record", input), "file turnover.proof_missing");
    input["told"] = "recall_month";
    EXPECT_EQ(refusal(stranger, "followup.record", input), "followup.no_visit");
    EXPECT_EQ(refusal(lurah, "followup.record", input), "operation.not_allowed");
    auto const made = must(tono, "followup.record", input);
    EXPECT_EQ(again(sri.visits[0]).state, "done");
    auto const records = look([&](db::ReadTx& tx) { return turnover::records_of(tx, city, *sri.business); });
    ASSERT_EQ(records.size(), 1U);
    EXPECT_EQ(records.front().amount, Rupiah::of(1'500'000).value());
    EXPECT_EQ(records.front().from.iso(), "2024-05-01");
    EXPECT_EQ(records.front().to.iso(), "2024-05-31");
    EXPECT_EQ(records.front().method, enterprise::Method::RecallMonth);
    EXPECT_EQ(refusal(tono, "followup.record", input), "followup.over") << "once";
    auto const page = get(tono, "/pendampingan/" + sri.visits[0].id.str());
    EXPECT_TRUE(has(page, "Urus P-IRT"));
    EXPECT_TRUE(has(page, "1.500.000")) << "who recorded it reads it";
    auto const other = get(lurah, "/pendampingan/" + sri.visits[0].id.str());
    EXPECT_TRUE(has(other, "Kemasan, Izin"));
    EXPECT_FALSE(has(other, "1.500.000")) << "the amount is the owner's and the recorder's";
    EXPECT_EQ(get(stranger, "/pendampingan/" + sri.visits[0].id.str()).status, 404);
}

TEST_F(FollowupTest, WhatIsWrongIsSaidAtItsField)
{
    auto const sri = participant();
    auto const with = [&](std::string_view key, boost::json::value value) {
        auto input = producing(sri.visits[0]);
        input[key] = std::move(value);
        return refusal(tono, "followup.record", input);
    };
    EXPECT_EQ(with("producing", nullptr), "producing required");
    EXPECT_EQ(with("on", "2024-06-04"), "on date.future");
    EXPECT_EQ(with("on", "2024-05-20"), "on followup.outside_time");
    EXPECT_EQ(with("next_on", "2024-06-01"), "next_on followup.next_before");
    EXPECT_EQ(with("obstacles", boost::json::array {"other"}), "obstacle_note followup.other_note");
    EXPECT_EQ(with("workers", -1), "workers integer.range");
    EXPECT_EQ(with("business", boost::json::value(env.ulid().text())), "business enterprise.no_business");
    EXPECT_EQ(with("sales", boost::json::array {{{"channel", "rumah"}, {"sells", true}}, {{"channel", "rumah"}, {"sells", true}}}), "sales.1.channel followup.channel_twice");
    auto const budi = participant("Budi Santoso", rt2, false);
    auto input = producing(budi.visits[0]);
    input["told"] = "recall_week";
    input["sales"] = sales("500.000");
    EXPECT_EQ(refusal(tono, "followup.record", input), "sales.0.amount followup.no_business");
    input["sales"] = boost::json::array {{{"channel", "rumah"}, {"sells", true}}};
    must(tono, "followup.record", input);
    EXPECT_EQ(refusal(tono, "followup.record", producing(sri.visits[1])), "followup.before_due");
    auto own = tono;
    own.person = sri.person;
    EXPECT_EQ(refusal(own, "followup.record", producing(sri.visits[0])), "followup.own_visit");
}

TEST_F(FollowupTest, TheSameMonthIsNotRecordedTwiceByTheSameWay)
{
    auto const sri = participant();
    auto const other = course("2024-05-02", "2024-05-05");
    changed(other);
    auto const place = seat(other, sri.person, sri.business);
    finished(other, {place});
    auto const second = look([&](db::ReadTx& tx) { return visits_of(tx, city, place.id); }).front();
    auto input = producing(sri.visits[0]);
    input["told"] = "recall_month";
    input["sales"] = sales("900.000");
    must(tono, "followup.record", input);
    input["visit"] = second.id.text();
    EXPECT_EQ(refusal(tono, "followup.record", input), "sales.0.amount turnover.overlap");
    EXPECT_EQ(again(second).state, "due") << "a refusal leaves nothing behind";
}

TEST_F(FollowupTest, AMistakeIsCorrectedByANewAnswerWithItsReason)
{
    auto const sri = participant();
    auto input = producing(sri.visits[0]);
    input["told"] = "recall_month";
    input["sales"] = sales("15.000.000");
    EXPECT_EQ(refusal(tono, "followup.correct", [&] { auto early = input; early["reason"] = "Salah"; return early; }()), "followup.not_answered");
    must(tono, "followup.record", input);
    input["sales"] = sales("1.500.000");
    input["producing"] = "paused";
    EXPECT_EQ(refusal(tono, "followup.correct", input), "reason required");
    input["reason"] = "Kelebihan satu nol";
    auto without = input;
    without["sales"] = boost::json::array {{{"channel", "rumah"}, {"sells", true}}};
    EXPECT_EQ(refusal(tono, "followup.correct", without), "sales.0.amount followup.amount_stays") << "what was recorded is corrected, not dropped";
    must(tono, "followup.correct", input);
    auto const records = look([&](db::ReadTx& tx) { return turnover::records_of(tx, city, *sri.business); });
    EXPECT_EQ(std::ranges::count_if(records, [](turnover::Record const& record) { return !record.corrected_by; }), 1);
    auto const answers = look([&](db::ReadTx& tx) { return answers_of(tx, city, sri.visits[0].id); });
    ASSERT_EQ(answers.size(), 2U);
    EXPECT_EQ(answers[0].replaced_by, answers[1].id);
    EXPECT_EQ(answers[1].corrects, answers[0].id);
    EXPECT_EQ(again(sri.visits[0]).answer, answers[1].id);
    auto const page = get(tono, "/pendampingan/" + sri.visits[0].id.str());
    EXPECT_TRUE(has(page, "Kelebihan satu nol"));
    EXPECT_TRUE(has(page, "Sudah dibetulkan"));
    EXPECT_TRUE(has(get(tono, "/pendampingan/" + sri.visits[0].id.str() + "/betulkan"), "value=\"1.500.000\""));
}

TEST_F(FollowupTest, WhoIsNotMetIsTriedAgainAndThenCounted)
{
    auto const sri = participant();
    boost::json::object const missed {{"visit", sri.visits[0].id.text()}, {"way", "visit"}, {"result", "not_home"}};
    EXPECT_EQ(refusal(tono, "followup.missed", [&] { auto past = missed; past["retry_on"] = "2024-06-01"; return past; }()), "retry_on followup.retry_past");
    must(tono, "followup.missed", missed);
    auto const inbox = look([&](db::ReadTx& tx) { return workflow::inbox(tx, tono, services.today()); });
    ASSERT_EQ(inbox.size(), 1U);
    EXPECT_EQ(inbox.front().item.state, "again");
    EXPECT_EQ(inbox.front().item.due->iso(), "2024-06-10");
    on_day("2024-06-10");
    must(tono, "followup.missed", missed);
    EXPECT_EQ(again(sri.visits[0]).state, "unreachable");
    EXPECT_TRUE(look([&](db::ReadTx& tx) { return workflow::inbox(tx, tono, services.today()); }).empty());
    // By mistake: the old one stays readable, a new one stands for it.
    auto const repeated = must(tono, "followup.repeat", {{"visit", sri.visits[0].id.text()}, {"reason", "Ternyata salah rumah"}});
    EXPECT_TRUE(again(sri.visits[0]).replaced);
    EXPECT_EQ(refusal(tono, "followup.record", producing(sri.visits[0])), "followup.replaced");
    must(tono, "followup.record", {{"visit", repeated.data.at("visit")}, {"way", "phone"}, {"producing", "yes"}});
    EXPECT_EQ(refusal(tono, "followup.repeat", {{"visit", repeated.data.at("visit")}, {"reason", "Lagi saja"}}), "followup.not_ended");
}

TEST_F(FollowupTest, WhoWillNotAnswerOrMovedAwayIsNotAskedAgainThisTime)
{
    auto const sri = participant();
    must(tono, "followup.missed", {{"visit", sri.visits[0].id.text()}, {"way", "phone"}, {"result", "refused"}});
    EXPECT_EQ(again(sri.visits[0]).state, "refused");
    auto const budi = participant("Budi Santoso", rt2, false);
    must(tono, "followup.missed", {{"visit", budi.visits[0].id.text()}, {"way", "visit"}, {"result", "moved"}});
    EXPECT_EQ(again(budi.visits[0]).state, "unreachable");
    on_day("2024-08-01");
    EXPECT_EQ(refusal(tono, "followup.repeat", {{"visit", budi.visits[0].id.text()}, {"reason", "Sudah kembali"}}), "followup.time_over");
}

TEST_F(FollowupTest, TheNextOneStartsFromTheLastAnswerWithoutItsAmounts)
{
    auto const sri = participant();
    auto input = producing(sri.visits[0]);
    input["told"] = "recall_month";
    input["sales"] = sales("1.500.000");
    input["workers"] = 3;
    must(tono, "followup.record", input);
    on_day("2024-08-02");
    must(dinas, "followup.open_due", {});
    auto const page = get(tono, "/pendampingan/" + sri.visits[1].id.str());
    EXPECT_TRUE(has(page, "name=\"workers\" type=\"text\" value=\"3\""));
    EXPECT_TRUE(has(page, "name=\"sales.0.sells\" value=\"true\" checked"));
    EXPECT_FALSE(has(page, "1.500.000")) << "an amount is asked anew";
    // Refused, the form keeps what was typed and says which field and why.
    auto const refused = ask(tono, http::Method::Post, "/pendampingan/" + sri.visits[1].id.str(), {},
        {{"id", env.ulid().str()}, {"way", "visit"}, {"producing", "yes"}, {"sales.0.channel", "rumah"}, {"sales.0.amount", "2.250.000"}, {"workers", "empat"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(has(refused, "2.250.000"));
    EXPECT_TRUE(has(refused, "value=\"empat\""));
    EXPECT_TRUE(has(refused, "f-workers"));
    auto const done = ask(tono, http::Method::Post, "/pendampingan/" + sri.visits[1].id.str(), {},
        {{"id", env.ulid().str()}, {"way", "visit"}, {"producing", "yes"}, {"told", "recall_month"}, {"sales.0.channel", "rumah"}, {"sales.0.amount", "2.250.000"}, {"workers", "4"}});
    EXPECT_EQ(done.status, 303);
}

TEST_F(FollowupTest, ANumberIsShownToWhoIsAboutToCallAndThatIsWrittenDown)
{
    auto const sri = participant();
    auto const path = "/pendampingan/" + sri.visits[0].id.str();
    auto const full = look([&](db::ReadTx& tx) { return full_phone(tx, services, sri.person); });
    ASSERT_FALSE(full.empty());
    EXPECT_FALSE(has(get(tono, path), full));
    EXPECT_EQ(refusal(stranger, "followup.show_phone", {{"visit", sri.visits[0].id.text()}}), "followup.no_visit");
    must(tono, "followup.show_phone", {{"visit", sri.visits[0].id.text()}});
    EXPECT_TRUE(has(get(tono, path), full));
    EXPECT_FALSE(has(get(lurah, path), full));
    auto const events = look([&](db::ReadTx& tx) { return audit::of_subject(tx, city, "person", sri.person.str()); });
    EXPECT_TRUE(std::ranges::any_of(events, [](audit::Entry const& event) { return event.operation == "followup.show_phone"; }));
    must(tono, "followup.record", producing(sri.visits[0]));
    EXPECT_FALSE(has(get(tono, path), full)) << "the visit is over";
    EXPECT_EQ(refusal(tono, "followup.show_phone", {{"visit", sri.visits[0].id.text()}}), "followup.over");
}

TEST_F(FollowupTest, AProofThatWasUsedBeforeIsSaid)
{
    auto const sri = participant();
    auto const budi = participant("Budi Santoso", rt2);
    auto const photo = picture();
    auto input = producing(sri.visits[0]);
    input["file"] = photo;
    EXPECT_TRUE(must(tono, "followup.record", input).verdicts.empty());
    auto twice = producing(budi.visits[0]);
    twice["file"] = photo;
    auto const verdicts = must(tono, "followup.record", twice).verdicts;
    ASSERT_EQ(verdicts.size(), 1U);
    EXPECT_EQ(verdicts.front().code, "followup.photo_used");
    auto const placed = look([&](db::ReadTx& tx) { return places().front().find(tx, city, sri.visits[0].id.str()); });
    ASSERT_TRUE(placed);
    EXPECT_EQ(placed->place, rt1);
}

TEST_F(FollowupTest, WithoutAMentorItFallsToThePptkAndWithoutBothToTheDinas)
{
    auto const mentor = officer("Pak Pendamping", "pendamping", kelurahan, "2024-01-01", "2024-06-05");
    auto const pptk = officer("Bu PPTK", "pptk", kelurahan, "2024-01-01", "2024-06-07");
    auto const desk = officer("Pak Dinas", "dinas", "35.72");
    auto const sri = participant();
    auto const sees = [&](PersonId who) {
        auto const inbox = look([&](db::ReadTx& tx) { return workflow::inbox(tx, actor_of(who), services.today()); });
        return std::ranges::count_if(inbox, [](workflow::Waiting const& each) { return each.item.machine == "followup"; });
    };
    auto const turn = [&] { return look([&](db::ReadTx& tx) { return turn_at(tx, city, kelurahan, services.today()); }).role; };
    EXPECT_EQ(sees(mentor), 1);
    EXPECT_EQ(sees(pptk), 0);
    EXPECT_EQ(sees(desk), 0);
    EXPECT_EQ(turn(), "pendamping");
    EXPECT_EQ(refusal(actor_of(pptk), "followup.record", producing(sri.visits[0])), "operation.not_allowed");
    on_day("2024-06-06"); // the mentor's term is over: decided by who is in office today, nothing was moved
    EXPECT_EQ(sees(mentor), 0);
    EXPECT_EQ(sees(pptk), 1);
    EXPECT_EQ(sees(desk), 0);
    EXPECT_EQ(turn(), "pptk");
    EXPECT_TRUE(has(get(actor_of(pptk), "/pendampingan/" + sri.visits[0].id.str()), "giliran PPTK: Bu PPTK"));
    on_day("2024-06-08");
    EXPECT_EQ(sees(pptk), 0);
    EXPECT_EQ(sees(desk), 1);
    EXPECT_EQ(turn(), "dinas");
    must(actor_of(desk), "followup.record", producing(sri.visits[0]));
    officer("Mentor Baru", "pendamping", kelurahan, "2024-06-09");
    on_day("2024-06-10");
    auto const budi = participant("Budi Santoso", rt2, false);
    EXPECT_EQ(sees(desk), 0) << "a new mentor took over";
    EXPECT_EQ(budi.visits.front().state, "due");
}

TEST_F(FollowupTest, TheListIsByWeekPlaceAndPart)
{
    auto const sri = participant();
    auto const budi = participant("Budi Santoso", rt2, false);
    auto const far = participant("Joko Elok", rt_elsewhere, false);
    auto const page = get(tono, "/pendampingan");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(has(page, "Sri Utami"));
    EXPECT_TRUE(has(page, "Budi Santoso"));
    EXPECT_FALSE(has(page, "Joko Elok")) << "who lives elsewhere is asked there";
    EXPECT_TRUE(has(get(stranger, "/pendampingan"), "Joko Elok"));
    EXPECT_TRUE(has(get(tono, "/pendampingan", {{"q", "utami"}}), "Sri Utami"));
    EXPECT_FALSE(has(get(tono, "/pendampingan", {{"rt", std::string(rt2)}}), "Sri Utami"));
    EXPECT_TRUE(has(get(tono, "/pendampingan", {{"minggu", "this_week"}}), "Sri Utami"));
    EXPECT_FALSE(has(get(tono, "/pendampingan", {{"minggu", "late"}}), "Sri Utami"));
    must(tono, "followup.record", producing(sri.visits[0], "stopped"));
    EXPECT_FALSE(has(get(tono, "/pendampingan"), "Sri Utami"));
    EXPECT_TRUE(has(get(tono, "/pendampingan", {{"bagian", "nanti"}}), "Sri Utami"));
    EXPECT_TRUE(has(get(tono, "/pendampingan", {{"bagian", "selesai"}, {"jawaban", "stopped"}}), "Sri Utami"));
    EXPECT_FALSE(has(get(tono, "/pendampingan", {{"bagian", "selesai"}, {"jawaban", "yes"}}), "Sri Utami"));
    auto const file = get(tono, "/pendampingan", {{"bagian", "selesai"}, {"format", "csv"}});
    EXPECT_TRUE(has(file, "Sri Utami"));
    EXPECT_EQ(again(far.visits[0]).kelurahan, elsewhere);
    for (auto const* step : {"/tidak-bertemu", "/ulangi"})
        EXPECT_EQ(get(tono, "/pendampingan/" + budi.visits[0].id.str() + step).status, 200) << step;
    EXPECT_EQ(get(stranger, "/pendampingan/" + budi.visits[0].id.str() + "/tidak-bertemu").status, 404);
}

} // namespace
} // namespace rtkeren::followup
