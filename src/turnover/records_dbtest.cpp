#include "turnover/fixture_dbtest.hpp"

#include "audit/audit.hpp"
#include "evidence/readers.hpp"

namespace rtkeren::turnover {
namespace {

TEST_F(TurnoverTest, QueriesRun)
{
    tests::expect_all_queries_prepare("turnover");
    tests::expect_all_queries_run_at_end("turnover");
}

TEST_F(TurnoverTest, OwnerAndOfficesRecordAndNobodyElse)
{
    auto const recall = of(bakery_id, sold("2025-12-01", "2025-12-31", 1'250'000));
    EXPECT_EQ(refusal(stranger, "turnover.record", recall), "enterprise.no_business");
    EXPECT_EQ(refusal(lurah, "turnover.record", recall), "operation.not_allowed");
    auto const id = must(tono, "turnover.record", recall).id;
    EXPECT_EQ(records(bakery_id).front().recorded_by, tono.person);
    auto own = of(bakery_id, sold("2025-12-01", "2025-12-31", 1'300'000, "daring", "qris_statement"));
    EXPECT_EQ(refusal(sri, "turnover.record", own), "file turnover.proof_missing");
    own["file"] = picture();
    must(sri, "turnover.record", own);
    EXPECT_EQ(refusal(sri, "turnover.record", of(bakery_id, sold("2025-11-01", "2025-11-30", 5, "rumah", "estimate_official"))), "method turnover.method_of_officer");
    EXPECT_EQ(refusal(sri, "turnover.record", of(bakery_id, sold("2025-11-01", "2025-11-30", 5, "bazar", "stall_tally"))), "method turnover.method_of_officer");
    EXPECT_EQ(refusal(tono, "turnover.record", of(bakery_id, sold("2025-11-30", "2025-11-01", 5))), "to turnover.period");
    EXPECT_EQ(refusal(tono, "turnover.record", of(bakery_id, sold("2024-01-01", "2025-01-01", 5))), "to turnover.period") << "367 days";
    EXPECT_EQ(refusal(tono, "turnover.record", of(bakery_id, sold("2026-01-01", "2026-01-02", 5))), "to date.future");
    auto many = of(bakery_id, sold("2025-11-01", "2025-11-07", 5));
    many["selling_days"] = 8;
    EXPECT_EQ(refusal(tono, "turnover.record", many), "selling_days turnover.too_many_days");
    must(tono, "turnover.record", of(bakery_id, sold("2025-10-01", "2025-10-31", 0)));
    EXPECT_EQ(records(bakery_id).size(), 3U) << "a month without sales is a record";
    expect_sums_agree(bakery_id);
    EXPECT_EQ(get(tono, "/omzet/catatan/" + id).status, 200);
    EXPECT_EQ(get(rini, "/omzet/catatan/" + id).status, 404) << "another office's record, even where it may record itself";
}

TEST_F(TurnoverTest, TheSameDaysByTheSameChannelAndMethodAreRefusedWithBothPeriods)
{
    must(tono, "turnover.record", of(bakery_id, sold("2025-12-01", "2025-12-15", 600'000)));
    auto const again = run(rini, "turnover.record", of(bakery_id, sold("2025-12-15", "2025-12-31", 700'000)));
    ASSERT_FALSE(again.ok());
    EXPECT_EQ(again.error().code, "turnover.overlap");
    EXPECT_EQ(again.error().kind, ErrorKind::Conflict);
    auto const words = language::word(again.error());
    for (auto const* part : {"1 Desember 2025", "15 Desember 2025", "31 Desember 2025", "Ingatan sebulan", "Di rumah"})
        EXPECT_NE(words.find(part), std::string::npos) << words;
    must(rini, "turnover.record", of(bakery_id, sold("2025-12-15", "2025-12-31", 700'000, "daring")));
    must(rini, "turnover.record", of(bakery_id, sold("2025-12-15", "2025-12-31", 700'000, "rumah", "estimate_official")));
    must(rini, "turnover.record", of(bakery_id, sold("2025-12-16", "2025-12-31", 700'000)));
    auto const months = look([&](db::ReadTx& tx) { return months_of(tx, city, enterprise::BusinessId::parse(bakery_id).value()); });
    ASSERT_EQ(months.size(), 2U) << "other methods stand beside each other";
    EXPECT_EQ(months[0].method, enterprise::Method::RecallMonth);
    EXPECT_EQ(months[0].amount, 2'000'000_rp);
    EXPECT_EQ(months[1].method, enterprise::Method::EstimateOfficial);
    expect_sums_agree(bakery_id);
}

TEST_F(TurnoverTest, ACorrectionReplacesAndAWithdrawalTakesOut)
{
    auto const first = must(tono, "turnover.record", of(bakery_id, sold("2025-12-01", "2025-12-31", 12'500'000))).id;
    auto change = sold("2025-12-01", "2025-12-30", 1'250'000);
    change["record"] = first;
    EXPECT_EQ(refusal(tono, "turnover.correct", change), "reason required");
    change["reason"] = "Satu nol terlalu banyak";
    EXPECT_EQ(refusal(rini, "turnover.correct", change), "turnover.no_record") << "who may not see it";
    auto const second = must(tono, "turnover.correct", change).id;
    EXPECT_EQ(refusal(tono, "turnover.correct", change), "turnover.corrected_already");
    auto const both = records(bakery_id);
    ASSERT_EQ(both.size(), 2U);
    EXPECT_EQ(std::ranges::count_if(both, &Record::counts), 1);
    expect_sums_agree(bakery_id);
    EXPECT_EQ(month_rows_in(bakery_id).front().amount, 1'250'000_rp);
    EXPECT_TRUE(has(get(tono, "/omzet/catatan/" + first), second)) << "the old one leads to the new";
    EXPECT_TRUE(has(get(sri, "/omzet/catatan/" + second), "Satu nol terlalu banyak"));
    must(sri, "turnover.withdraw", {{"record", second}, {"reason", "Bukan usaha saya"}});
    EXPECT_TRUE(month_rows_in(bakery_id).empty());
    EXPECT_EQ(refusal(sri, "turnover.withdraw", {{"record", second}, {"reason", "Lagi"}}), "turnover.corrected_already");
    auto const withdrawal = records(bakery_id);
    auto const last = std::ranges::find_if(withdrawal, &Record::withdrawn);
    ASSERT_NE(last, withdrawal.end());
    EXPECT_EQ(refusal(sri, "turnover.withdraw", {{"record", last->id.text()}, {"reason", "Lagi"}}), "turnover.withdrawn_already");
    must(tono, "turnover.record", of(bakery_id, sold("2025-12-01", "2025-12-31", 900'000)));
    expect_sums_agree(bakery_id);
}

TEST_F(TurnoverTest, TheDatabaseItselfChangesNoRecord)
{
    must(tono, "turnover.record", of(bakery_id, sold("2025-12-01", "2025-12-31", 900'000)));
    static constexpr db::WriteQuery<1> change {"test.change_record", "UPDATE turnover_record SET amount = 1 WHERE city = $1"};
    static constexpr db::WriteQuery<1> remove {"test.remove_record", "DELETE FROM turnover_record WHERE city = $1"};
    auto const changed = db::write(services.db, city, [&](db::WriteTx& tx) { return tx.run(change, city); });
    EXPECT_FALSE(changed.ok());
    auto const removed = db::write(services.db, city, [&](db::WriteTx& tx) { return tx.run(remove, city); });
    EXPECT_FALSE(removed.ok());
}

TEST_F(TurnoverTest, FlagsAreWarningsStoredWithTheRecordAndTellNoAmount)
{
    for (auto const* month : {"2025-08", "2025-09", "2025-10"})
        must(tono, "turnover.record", of(bakery_id, sold(std::string(month) + "-01", std::string(month) + "-28", 412'345)));
    auto const answer = must(rini, "turnover.record", of(bakery_id, sold("2025-12-01", "2025-12-28", 9'412'345)));
    ASSERT_EQ(answer.verdicts.size(), 1U);
    EXPECT_EQ(answer.verdicts.front().code, "turnover.flag_median");
    EXPECT_EQ(answer.message, "turnover.recorded_flagged");
    EXPECT_TRUE(has(get(sri, "/omzet/catatan/" + answer.id), "Lebih dari 10 kali"));
    EXPECT_TRUE(has(get(rini, "/omzet/catatan", {{"tanda", "flagged"}}), "9.412.345"));
    EXPECT_FALSE(has(get(tono, "/omzet/catatan", {{"tanda", "flagged"}}), "9.412.345")) << "one's own only";

    auto neighbour = bakery();
    neighbour["owner_name"] = "Bambang Wijaya";
    neighbour["owner_nik"] = nullptr;
    neighbour["no_nik"] = "not_shown";
    neighbour["owner_phone"] = "081399990000";
    neighbour["name"] = "Kripik Bambang";
    neighbour["activity"] = "Keripik";
    neighbour["kbli"] = "2025:10794";
    auto const other = must(dewi, "enterprise.register", neighbour).id;
    EXPECT_EQ(must(tono, "turnover.record", of(other, sold("2025-08-01", "2025-08-28", 412'345))).verdicts.front().code, "turnover.flag_twins");
    neighbour["owner_name"] = "Wahyu Hidayat";
    neighbour["owner_phone"] = "081399990001";
    neighbour["name"] = "Keripik Wahyu";
    neighbour["place"] = kelurahan;
    auto const somewhere = must(dewi, "enterprise.register", neighbour).id;
    EXPECT_TRUE(must(tono, "turnover.record", of(somewhere, sold("2025-08-01", "2025-08-28", 412'345))).verdicts.empty()) << "a kelurahan is no neighbourhood";
}

TEST_F(TurnoverTest, WhatProvesARecordIsAsPrivateAsTheRecord)
{
    auto const file = picture();
    auto own = of(bakery_id, sold("2025-12-01", "2025-12-31", 1'300'000, "daring", "qris_statement"));
    own["file"] = file;
    auto const id = must(tono, "turnover.record", own).id;
    auto const reads = [&](Actor const& actor) { return look([&](db::ReadTx& tx) { return evidence::may_read(tx, services, actor, file); }); };
    auto const inspector = make_actor("Inspektur", "inspektorat", "35.72", {"insight.read", "enterprise.read"});
    EXPECT_TRUE(reads(tono)) << "who brought it";
    EXPECT_FALSE(reads(rini));
    EXPECT_FALSE(reads(lurah));
    EXPECT_FALSE(reads(inspector)) << "not even who reads the whole city";
    EXPECT_EQ(get(sri, "/omzet/catatan/" + id + "/berkas").status, 200);
    EXPECT_EQ(get(rini, "/omzet/catatan/" + id + "/berkas").status, 404);
    auto const events = look([&](db::ReadTx& tx) { return audit::of_subject(tx, city, "turnover", bakery_id); });
    for (auto const& event : events)
        EXPECT_EQ(event.summary.find("1300000"), std::string::npos) << "the trail tells no amount";
}

TEST_F(TurnoverTest, RandomLivesKeepSumsEqualToRecords)
{
    static constexpr std::array<std::string_view, 3> channels {"rumah", "bazar", "daring"};
    static constexpr std::array<std::string_view, 3> methods {"recall_month", "recall_week", "estimate_official"};
    auto const first = Date::parse("2025-06-01").value();
    for (int seed = 0; seed < 60; ++seed) {
        auto const from = first.plus_days(seed * 37 % 180);
        auto const to = from.plus_days(seed * 53 % 40);
        auto input = of(bakery_id, sold(from.iso(), std::min(to, services.today()).iso(), 1'000 + seed * 7'919, channels.at(static_cast<std::size_t>(seed % 3)), methods.at(static_cast<std::size_t>(seed / 3 % 3))));
        auto const written = run(tono, "turnover.record", input);
        EXPECT_TRUE(written.ok() || written.error().code == "turnover.overlap");
        if (!written.ok() || seed % 4 != 0)
            continue;
        input.erase("business");
        input["record"] = written->id;
        input["reason"] = "Salah tulis";
        input["amount"] = 500 + seed;
        must(tono, seed % 8 == 0 ? "turnover.withdraw" : "turnover.correct", seed % 8 == 0 ? boost::json::object {{"record", written->id}, {"reason", "Salah usaha"}} : input);
    }
    expect_sums_agree(bakery_id);
}

TEST_F(TurnoverTest, ABusinessThatTookUpAnotherHasItsRecordsAndCountsTwiceRecordedMonthsOnce)
{
    auto again = bakery();
    again["name"] = "DAPUR BU SRI";
    again["place"] = rt2;
    auto const twin = must(dewi, "enterprise.register", again).id;
    must(tono, "turnover.record", of(bakery_id, sold("2025-11-01", "2025-11-30", 800'000)));
    must(tono, "turnover.record", of(twin, sold("2025-11-01", "2025-11-30", 900'000)));
    must(tono, "turnover.record", of(twin, sold("2025-10-01", "2025-10-31", 700'000)));
    must(dewi, "enterprise.merge", {{"business", twin}, {"into", bakery_id}, {"reason", "Usaha yang sama"}});
    EXPECT_EQ(records(bakery_id).size(), 3U);
    auto const figures = look([&](db::ReadTx& tx) { return figures_of(tx, city, enterprise::BusinessId::parse(bakery_id).value()); });
    ASSERT_EQ(figures.size(), 2U);
    EXPECT_EQ(figures[1].amount, 900'000_rp);
    EXPECT_EQ(refusal(tono, "turnover.record", of(twin, sold("2025-09-01", "2025-09-30", 1))), "enterprise.was_merged");
    EXPECT_EQ(refusal(tono, "turnover.record", of(bakery_id, sold("2025-10-05", "2025-10-06", 1))), "turnover.overlap") << "recorded before the merge";
}

TEST_F(TurnoverTest, AFormKeepsWhatWasTypedAndSaysWhy)
{
    auto const path = "/omzet/usaha/" + bakery_id + "/catat";
    EXPECT_EQ(get(stranger, path).status, 404);
    EXPECT_TRUE(has(get(tono, path), "2025-12-01")) << "begins with last month";
    auto const refused = post(tono, path, {{"from", "2025-12-01"}, {"to", "2025-12-31"}, {"channel", "daring"}, {"method", "cash_book"}, {"amount", "1.250.000"}, {"note", "dari bukunya"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(has(refused, "dari bukunya"));
    EXPECT_TRUE(has(refused, "Lampirkan foto halaman buku kas"));
    auto const written = post(tono, path, {{"from", "2025-12-01"}, {"to", "2025-12-31"}, {"channel", "daring"}, {"method", "recall_month"}, {"amount", "1.250.000"}});
    EXPECT_EQ(written.status, 303);
    auto const id = records(bakery_id).front().id.str();
    EXPECT_TRUE(has(get(tono, "/omzet/catatan/" + id + "/ganti"), "1.250.000"));
    EXPECT_EQ(get(rini, "/omzet/catatan/" + id + "/ganti").status, 404);
    EXPECT_EQ(post(tono, "/omzet/catatan/" + id + "/ganti",
                  {{"from", "2025-12-01"}, {"to", "2025-12-31"}, {"channel", "daring"}, {"method", "recall_month"}, {"amount", "1.150.000"}, {"reason", "Salah baca"}})
                  .status,
        303);
    EXPECT_EQ(get(tono, "/omzet/catatan/" + id + "/tarik").status, 200);
    EXPECT_EQ(post(tono, "/omzet/catatan/" + id + "/tarik", {{"reason", "Salah"}}).status, 409) << "it was replaced";
    EXPECT_TRUE(has(get(tono, "/omzet/catatan", {{"q", "dapur"}, {"format", "json"}}), "1150000"));
}

} // namespace
} // namespace rtkeren::turnover
