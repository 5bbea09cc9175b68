#include "ladder/fixture_dbtest.hpp"
#include "ladder/vector.hpp"

namespace rtkeren::ladder {
namespace {

struct VectorTest : LadderTest {
    std::string step(std::string_view code, std::string_view day, boost::json::object more = {}, Actor const* actor = nullptr)
    {
        more["business"] = bakery_id;
        more["step"] = code;
        more["on"] = day;
        return must(actor ? *actor : dewi, "ladder.record_step", more).id;
    }
    Known known(Actor const& actor)
    {
        return look([&](db::ReadTx& tx) { return known_of(tx, services, actor, enterprise::BusinessId::parse(bakery_id).value()); });
    }
    Reached reached(std::string_view dimension)
    {
        auto const found = std::ranges::find(dimensions(), dimension, &Dimension::code);
        return reached_in(*found, known(dewi));
    }
    std::vector<std::string> back_kinds()
    {
        std::vector<std::string> kinds;
        for (auto const& each : backwards(known(dewi), services.today(), services.zone))
            kinds.push_back(each.kind + " " + each.what);
        return kinds;
    }
    /// The cash book of a month, as the owner keeps it.
    void book(std::string_view month, std::string_view last_day, std::int64_t amount)
    {
        auto input = sold(std::string(month) + "-01", std::string(month) + "-" + std::string(last_day), amount, "rumah", "cash_book");
        input["business"] = bakery_id;
        input["file"] = picture();
        must(tono, "turnover.record", input);
    }
};

TEST_F(VectorTest, TheRegistrySaysWhatIsAStepsDateSaysSinceWhen)
{
    EXPECT_EQ(reached("channel").step, "bazar") << "the registry's channels";
    EXPECT_FALSE(reached("channel").on);
    EXPECT_EQ(reached("books").step, "");
    auto const id = step("titip", "2025-11-03", {{"note", "Toko Barokah"}});
    EXPECT_EQ(reached("channel").step, "titip");
    EXPECT_EQ(reached("channel").on, Date::parse("2025-11-03").value());
    EXPECT_FALSE(reached("channel").proven);
    must(rini, "ladder.record_step", {{"business", bakery_id}, {"step", "pekerja"}, {"on", "2025-12-01"}});
    EXPECT_EQ(reached("people").step, "pekerja");
    step("rekening", "2025-10-01", {}, &sri);
    EXPECT_EQ(reached("finance").step, "rekening");
    auto const page = get(dewi, "/naik-kelas/" + bakery_id);
    ASSERT_EQ(page.status, 200);
    EXPECT_TRUE(has(page, "Toko Barokah"));
    EXPECT_TRUE(has(page, "Bakpia kering keju"));
    EXPECT_TRUE(has(page, "Kelas menurut PP 7/2021 belum diketahui")) << "shown, and said not to be progress";
    EXPECT_EQ(get(stranger, "/naik-kelas/" + bakery_id).status, 404);
    EXPECT_EQ(get(stranger, "/naik-kelas/rubbish").status, 404);
}

TEST_F(VectorTest, AStepIsSeenByAnotherWithSomethingThatShowsIt)
{
    auto const id = step("titip", "2025-11-03");
    boost::json::object check {{"step", id}, {"result", "seen"}, {"where", "Toko Barokah"}};
    auto checker = make_actor("Tono", "pendamping", kelurahan, {"enterprise.read", "enterprise.check"});
    EXPECT_EQ(refusal(dewi, "ladder.check_step", check), "operation.not_allowed");
    EXPECT_EQ(refusal(stranger, "ladder.check_step", check), "operation.not_allowed");
    EXPECT_EQ(refusal(make_actor("Sri", "pendamping", kelurahan, {"enterprise.read", "enterprise.check"}, sri.person), "ladder.check_step", check), "ladder.checks_own") << "one's own business";
    EXPECT_EQ(refusal(checker, "ladder.check_step", check), "file ladder.proof_missing");
    check["file"] = picture();
    must(checker, "ladder.check_step", check);
    EXPECT_TRUE(reached("channel").proven);
    EXPECT_EQ(refusal(checker, "ladder.check_step", check), "ladder.checked_already");
    EXPECT_EQ(refusal(dewi, "ladder.drop_step", {{"step", id}, {"reason", "Salah"}}), "ladder.seen_stays");
    EXPECT_EQ(get(sri, "/naik-kelas/langkah/" + id + "/bukti-cek").status, 200) << "the owner opens what was found";
    EXPECT_EQ(get(stranger, "/naik-kelas/langkah/" + id + "/bukti-cek").status, 404);
    auto const placed = look([&](db::ReadTx& tx) { return ladder::places().front().find(tx, city, id); });
    ASSERT_TRUE(placed);
    EXPECT_EQ(placed->place, rt1) << "officers of the place open it as evidence";
    EXPECT_EQ(get(sri, "/naik-kelas/langkah/" + id + "/bukti").status, 404) << "nothing was attached";
}

TEST_F(VectorTest, WhoWroteAStepDownDoesNotLookAtIt)
{
    auto both = make_actor("Dua", "dinas", "35.72", {"enterprise.read", "enterprise.write", "enterprise.check"});
    auto const id = must(both, "ladder.record_step", {{"business", bakery_id}, {"step", "titip"}, {"on", "2025-11-03"}, {"file", picture()}}).id;
    boost::json::object const check {{"step", id}, {"result", "not_seen"}, {"where", "Toko Barokah"}};
    EXPECT_EQ(refusal(both, "ladder.check_step", check), "ladder.checks_own");
    must(office, "ladder.check_step", check);
    EXPECT_EQ(reached("channel").step, "bazar") << "what was not there does not count";
    EXPECT_TRUE(back_kinds().empty()) << "and nothing went backwards";
    step("titip", "2025-12-01");
    EXPECT_EQ(reached("channel").on, Date::parse("2025-12-01").value()) << "it may be written down anew";
}

TEST_F(VectorTest, StepsEndAndMistakesVanish)
{
    auto const id = step("titip", "2025-11-03");
    EXPECT_EQ(refusal(dewi, "ladder.record_step", {{"business", bakery_id}, {"step", "titip"}, {"on", "2025-12-01"}}), "ladder.step_there");
    EXPECT_EQ(refusal(dewi, "ladder.record_step", {{"business", bakery_id}, {"step", "toko"}, {"on", "2026-02-01"}}), "on ladder.future");
    EXPECT_EQ(refusal(stranger, "ladder.record_step", {{"business", bakery_id}, {"step", "toko"}, {"on", "2025-12-01"}}), "enterprise.no_business");
    EXPECT_EQ(refusal(dewi, "ladder.lose_step", {{"step", id}, {"on", "2025-10-01"}, {"reason", "Toko tutup"}}), "on ladder.lost_before");
    EXPECT_EQ(refusal(desk, "ladder.lose_step", {{"step", id}, {"on", "2025-12-01"}, {"reason", "Toko tutup"}}), "operation.not_allowed");
    must(sri, "ladder.lose_step", {{"step", id}, {"on", "2025-12-01"}, {"reason", "Toko tutup"}});
    EXPECT_EQ(refusal(sri, "ladder.lose_step", {{"step", id}, {"on", "2025-12-01"}, {"reason", "Toko tutup"}}), "ladder.lost_already");
    EXPECT_EQ(reached("channel").step, "bazar");
    EXPECT_EQ(back_kinds(), (std::vector<std::string> {"lost titip"}));
    auto const wrong = step("jaringan", "2025-12-01");
    must(dewi, "ladder.drop_step", {{"step", wrong}, {"reason", "Salah usaha"}});
    EXPECT_EQ(refusal(dewi, "ladder.drop_step", {{"step", wrong}, {"reason", "Salah usaha"}}), "ladder.step_dropped");
    EXPECT_EQ(reached("channel").step, "bazar");
    EXPECT_TRUE(has(get(dewi, "/naik-kelas/" + bakery_id), "Toko tutup"));
}

TEST_F(VectorTest, APaperThatWasWrittenDownAnewIsNoFirstStep)
{
    auto const first_steps = [&] {
        return look([&](db::ReadTx& tx) -> Result<std::vector<std::string>> {
            static constexpr db::ReadQuery<2> read {"test.taken", "SELECT at FROM ladder_v_taken WHERE city = $1 AND business = $2 AND step = 'pirt'"};
            std::vector<std::string> days;
            for (auto const& row : TRY(tx.run(read, city, bakery_id)))
                days.push_back(row.text(0).substr(0, 10));
            return days;
        });
    };
    on("2025-02-03");
    auto const old = proven("pirt", "2063572010001-28", {{"issued_on", "2023-01-05"}});
    EXPECT_EQ(first_steps(), (std::vector<std::string> {"2025-02-03"}));
    on("2026-01-05");
    must(dinas, "enterprise.retire_licence", {{"licence", old}, {"reason", "Salah tanggal terbit"}});
    EXPECT_TRUE(first_steps().empty()) << "what was taken back and not replaced never was";
    proven("pirt", "2063572010001-28", {{"issued_on", "2023-01-06"}});
    EXPECT_EQ(first_steps(), (std::vector<std::string> {"2025-02-03"})) << "the first time that it was looked up";
}

TEST_F(VectorTest, APaperThatRunsOutGoesBackwards)
{
    proven("pirt", "2063572010001-28", {{"issued_on", "2023-01-05"}, {"valid_until", "2026-06-30"}});
    EXPECT_TRUE(back_kinds().empty());
    on("2026-07-02");
    EXPECT_EQ(back_kinds(), (std::vector<std::string> {"expired pirt"}));
    EXPECT_TRUE(has(get(dewi, "/naik-kelas/" + bakery_id), "1 Juli 2026"));
    must(dewi, "enterprise.stop_product", {{"product", cake_id}, {"on", "2026-07-01"}, {"reason", "Tidak laku"}});
    EXPECT_EQ(back_kinds().size(), 2U);
}

TEST_F(VectorTest, TurnoverIsComparedOnlyForWhoMaySeeIt)
{
    for (auto const& [month, last] : std::vector<std::pair<std::string, std::string>> {{"2025-07", "31"}, {"2025-08", "31"}, {"2025-09", "30"}})
        book(month, last, 1'000'000);
    for (auto const& [month, last] : std::vector<std::pair<std::string, std::string>> {{"2025-10", "31"}, {"2025-11", "30"}, {"2025-12", "31"}})
        book(month, last, 1'500'000);
    auto const own = get(sri, "/naik-kelas/" + bakery_id);
    EXPECT_TRUE(has(own, "Rp4.500.000"));
    EXPECT_TRUE(has(own, "50 %"));
    for (auto const* actor : {&dewi, &tono, &office, &desk}) {
        auto const page = get(*actor, "/naik-kelas/" + bakery_id);
        EXPECT_EQ(page.status, 200);
        EXPECT_FALSE(has(page, "Rp4.500.000")) << actor->name;
        EXPECT_FALSE(has(page, "Omzet terhadap dirinya sendiri")) << actor->name;
    }
    EXPECT_EQ(book_run(known(dewi).months, services.today()).since, "2025-09");
    EXPECT_TRUE(has(get(dewi, "/naik-kelas/" + bakery_id), "2025-12")) << "that a book is kept is no figure";
    on("2026-06-01");
    EXPECT_EQ(back_kinds(), (std::vector<std::string> {"book kas"}));
}

TEST_F(VectorTest, AYearsStepsAreCountedOnceABusiness)
{
    proven("nib", "1112210007923");
    step("titip", "2025-11-03");
    step("toko", "2024-06-01");
    auto const page = get(office, "/naik-kelas");
    ASSERT_EQ(page.status, 200);
    EXPECT_TRUE(has(page, "/naik-kelas/daftar?langkah=nib"));
    EXPECT_TRUE(has(page, "/naik-kelas/daftar?langkah=titip"));
    EXPECT_FALSE(has(page, "/naik-kelas/daftar?langkah=toko")) << "more than a year ago";
    auto const rows = get(office, "/naik-kelas/daftar", {{"langkah", "nib"}, {"format", "csv"}});
    EXPECT_TRUE(has(rows, "Dapur Bu Sri"));
    EXPECT_TRUE(has(rows, "2026-01-01"));
    EXPECT_FALSE(has(get(stranger, "/naik-kelas/daftar", {{"format", "csv"}}), "Dapur Bu Sri"));
    EXPECT_FALSE(has(get(stranger, "/naik-kelas"), "langkah=nib"));
    EXPECT_EQ(get(office, "/naik-kelas", {{"topik", "angin"}}).status, 422);
    on("2027-03-01");
    EXPECT_FALSE(has(get(office, "/naik-kelas"), "langkah=nib"));
}

TEST_F(VectorTest, FormsKeepWhatWasTyped)
{
    auto const form = get(sri, "/naik-kelas/" + bakery_id + "/langkah");
    ASSERT_EQ(form.status, 200);
    auto const refused = post(sri, "/naik-kelas/" + bakery_id + "/langkah", {{"step", "titip"}, {"on", "2031-01-01"}, {"note", "Toko Barokah"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(has(refused, "Toko Barokah"));
    EXPECT_EQ(post(sri, "/naik-kelas/" + bakery_id + "/langkah", {{"step", "titip"}, {"on", "2025-11-03"}, {"note", "Toko Barokah"}}).status, 303);
    EXPECT_EQ(get(desk, "/naik-kelas/" + bakery_id + "/langkah").status, 403) << "reads, does not write";
    auto const id = known(dewi).steps.front().id.str();
    EXPECT_EQ(get(office, "/naik-kelas/langkah/" + id + "/cek").status, 200);
    EXPECT_EQ(get(sri, "/naik-kelas/langkah/" + id + "/cek").status, 403);
    EXPECT_EQ(post(office, "/naik-kelas/langkah/" + id + "/cek", {{"result", "not_seen"}, {"where", "Toko Barokah"}}).status, 303);
    auto const taken = post(desk, "/penghalang/proses/" + cake_id + "/nib", {{"since", "2026-05-05"}, {"number", "B-7"}});
    EXPECT_EQ(taken.status, 422);
    EXPECT_TRUE(has(taken, "B-7"));
    EXPECT_EQ(post(desk, "/penghalang/proses/" + cake_id + "/nib", {{"since", "2026-01-01"}, {"number", "B-7"}}).status, 303);
    EXPECT_EQ(get(desk, "/penghalang/proses/" + cake_id + "/nib/akhiri").status, 200);
    EXPECT_EQ(get(dewi, "/penghalang/proses/" + cake_id + "/nib").status, 403);
}

TEST_F(VectorTest, ThePanelOnTheRegistrysPageHasNoFigures)
{
    screens::use_panels(ladder::panels());
    auto const part = look([&](db::ReadTx& tx) -> Result<std::string> {
        auto const parts = TRY(screens::panels_of("business", services, tx, &dewi, bakery_id));
        return parts.empty() ? std::string {} : parts.front().str();
    });
    screens::use_panels({});
    EXPECT_NE(part.find("/naik-kelas/" + bakery_id), std::string::npos);
    EXPECT_EQ(part.find("Rp"), std::string::npos);
}

} // namespace
} // namespace rtkeren::ladder
