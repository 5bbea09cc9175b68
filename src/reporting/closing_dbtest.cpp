#include "reporting/fixture_dbtest.hpp"

#include "evidence/readers.hpp"
#include "reporting/sql.hpp"

namespace rtkeren::reporting {
namespace {

TEST_F(ReportingTest, ClosesPursesOnceTheLeftoverWentBack)
{
    auto const id = accepted_report();
    auto const error = refusal(last, "reporting.close_purse", {{"purse", fisik.text()}});
    ASSERT_EQ(error.verdicts.size(), 1U);
    EXPECT_EQ(error.verdicts[0].code, "reporting.close_money_left");
    EXPECT_EQ(figure(error.verdicts[0], "total"), "16150000");
    returned();
    EXPECT_EQ(stage(fisik, ledger::Stage::Kembali), 16'150'000_rp);
    EXPECT_EQ(refused(keeper, "reporting.close_purse", {{"purse", fisik.text()}}), "operation.not_allowed");
    EXPECT_EQ(step(last, "reporting.finish_lpj", id), "reporting.purses_open");
    for (auto const& purse : purses()) {
        auto const answer = must(last, "reporting.close_purse", {{"purse", purse.id.text()}});
        EXPECT_EQ(answer.message, "reporting.closed");
    }
    // What was never disbursed is given up; every rupiah still stands somewhere.
    EXPECT_EQ(stage(fisik, ledger::Stage::Batal), 17'500'000_rp);
    EXPECT_EQ(stage(fisik, ledger::Stage::Kontrak), 0_rp);
    EXPECT_EQ(state_of(id), "final");
    EXPECT_EQ(refused(last, "reporting.close_purse", {{"purse", fisik.text()}}), "ledger.purse_closed");
    auto const account = must_read([&](db::ReadTx& tx) { return account_of(services, tx, mekar, 2023); });
    EXPECT_EQ(account.total.returned, 48'650'000_rp);
    EXPECT_EQ(account.deposits.size(), 4U);
}

TEST_F(ReportingTest, ClosesWithADebtOnlyWhenItIsNamed)
{
    auto const id = opened();
    auto const expense = recorded(1'350'000).id;
    accepted(expense);
    photographed();
    must(keeper, "reporting.submit_lpj", {{"lpj", id}});
    must(first, "reporting.check_lpj", {{"lpj", id}});
    must(second, "reporting.check_money", {{"lpj", id}});
    must(last, "reporting.accept_lpj", {{"lpj", id}});
    must(officer_, "spending.disallow", {{"expense", expense}, {"amount", 350'000}, {"reason", "Volume kurang"}, {"debtor", "supplier"}});
    EXPECT_EQ(cash(mekar).of(ledger::CashKind::Piutang), 350'000_rp);
    must(treasurer, "spending.pay_in", move(cash(mekar).of(ledger::CashKind::Kas).value()));
    must(keeper, "spending.return_leftover",
        {{"pokmas", mekar.text()}, {"slip", "STS 9"}, {"on", "2023-07-03"}, {"purses", boost::json::array {{{"purse", fisik.text()}, {"amount", 16'150'000}}}}});
    auto const error = refusal(last, "reporting.close_purse", {{"purse", fisik.text()}});
    ASSERT_EQ(error.verdicts.size(), 1U);
    EXPECT_EQ(error.verdicts[0].code, "reporting.close_debt_unnamed");
    auto const answer = must(last, "reporting.close_purse", {{"purse", fisik.text()}, {"debt", "Toko Barokah, surat tagihan 3/2023"}});
    EXPECT_EQ(answer.message, "reporting.closed_with_debt");
    auto const purse = must_read([&](db::ReadTx& tx) { return ledger::purse(tx, city, fisik); });
    EXPECT_EQ(purse.state, ledger::PurseState::ClosedWithDebt);
}

TEST_F(ReportingTest, NoPurseIsClosedBeforeItsReportIsAccepted)
{
    EXPECT_EQ(refused(last, "reporting.close_purse", {{"purse", fisik.text()}}), "reporting.lpj_not_accepted");
    // A purse that never got money needs no report.
    auto const idle = purse_of("35.72.03.1001.001.005", "fisik").id;
    EXPECT_EQ(must(last, "reporting.close_purse", {{"purse", idle.text()}}).message, "reporting.closed");
    EXPECT_EQ(stage(idle, ledger::Stage::Batal), 35'000'000_rp);
}

TEST_F(ReportingTest, ASampleIsTakenBySomebodyElseAndMayComeBack)
{
    auto const id = accepted_report();
    must(auditor, "reporting.sample_lpj", {{"lpj", id}, {"reason", "Sampel semester satu"}});
    EXPECT_EQ(state_of(id), "sampled");
    must(auditor, "reporting.return_lpj", {{"lpj", id}, {"document", "Daftar belanja"}, {"fix", "Harga paving dijelaskan"}});
    EXPECT_EQ(state_of(id), "returned");
    EXPECT_FALSE(must_read([&](db::ReadTx& tx) { return lpj(tx, city, LpjId::parse(id).value()); }).accepted_on.has_value());
}

TEST_F(ReportingTest, ThePhotoOfAWorkIsReadByTheHeadOfItsRt)
{
    evidence::use_places(places());
    auto const input = progress(fisik, "0");
    auto const photo = std::string(input.at("photos").as_array()[0].at("sha256").as_string());
    must(keeper, "reporting.report_progress", input);
    auto const reads = [&](Actor const& who) { return must_read([&](db::ReadTx& tx) { return evidence::may_read(tx, services, who, photo); }); };
    EXPECT_TRUE(reads(person("Budi", "ketua_rt", std::string(rt1), {"insight.read"})));
    EXPECT_FALSE(reads(person("Wawan", "ketua_rt", std::string(rt2), {"insight.read"}))) << "the neighbour has its address and not the photo";
    EXPECT_TRUE(reads(first));
}

TEST_F(ReportingTest, ProgressNeedsAPhotoAndGoesForward)
{
    auto bare = progress(fisik, "0");
    bare["photos"] = boost::json::array {};
    EXPECT_EQ(refused(keeper, "reporting.report_progress", bare), "input.invalid");
    EXPECT_EQ(refused(first, "reporting.report_progress", progress(fisik, "0")), "operation.not_allowed");
    EXPECT_EQ(refused(keeper, "reporting.report_progress", progress(fisik, "0", "foto", "2023-07-04")), "date.future");
    must(keeper, "reporting.report_progress", progress(fisik, "50", "foto", "2023-07-01"));
    EXPECT_EQ(refused(keeper, "reporting.report_progress", progress(fisik, "25")), "reporting.stage_order");
    must(keeper, "reporting.report_progress", progress(fisik, "0", "foto", "2023-06-01")); // found later, taken earlier
    auto again = progress(fisik, "100");
    auto const photo = again.at("photos");
    must(keeper, "reporting.report_progress", again);
    auto other = progress(purse_of(rt2, "fisik").id, "0");
    other["photos"] = photo;
    auto const answer = must(keeper, "reporting.report_progress", other);
    ASSERT_EQ(answer.verdicts.size(), 1U);
    EXPECT_EQ(answer.verdicts[0].code, "reporting.photo_reused");
    auto const photos = must_read([&](db::ReadTx& tx) { return photos_of_purse(tx, city, fisik); });
    ASSERT_EQ(photos.size(), 3U);
    EXPECT_EQ(photos[0].stage, 0);
    EXPECT_EQ(photos[2].stage, 100);
    auto const unit = purse_of(rt1, "fisik").unit;
    EXPECT_EQ(must_read([&](db::ReadTx& tx) { return photos_of_unit(tx, city, unit, 2023); }).size(), 3U);
    EXPECT_EQ(must_read([&](db::ReadTx& tx) { return tx.run(sql::progress_of_unit, city, unit, 2023); }).size(), 3U);
}

TEST_F(ReportingTest, GatesReadBoardPhotosAndFindings)
{
    auto const read = [&](std::string_view name, PurseId purse) {
        for (auto const& fact : reporting::facts()) {
            if (fact.name == name)
                return must_read([&](db::ReadTx& tx) { return fact.read(tx, city, purse.str(), 2); }).value;
        }
        ADD_FAILURE() << name;
        return std::int64_t {-1};
    };
    EXPECT_EQ(read("reporting.notice_board", fisik), 0);
    EXPECT_EQ(read("reporting.progress_photos", fisik), 0);
    EXPECT_EQ(read("reporting.progress_photos", umkm), 100); // courses are shown by attendance
    EXPECT_EQ(read("reporting.no_open_finding", fisik), 1);
    must(keeper, "reporting.report_progress", progress(umkm, "0", "papan"));
    EXPECT_EQ(read("reporting.notice_board", fisik), 1); // one board a unit
    must(keeper, "reporting.report_progress", progress(fisik, "50"));
    EXPECT_EQ(read("reporting.progress_photos", fisik), 50);
    boost::json::object const found {{"pokmas", mekar.text()}, {"year", 2023}, {"purse", fisik.text()}, {"number", "LHP/1/2023"}, {"title", "Ketebalan kurang"},
        {"description", "Tebal paving 5 cm, RAB 6 cm"}, {"severity", "critical"}, {"amount", 500'000}};
    EXPECT_EQ(refused(last, "reporting.open_finding", found), "operation.not_allowed");
    auto const id = must(auditor, "reporting.open_finding", found).id;
    EXPECT_EQ(read("reporting.no_open_finding", fisik), 0);
    EXPECT_EQ(read("reporting.no_open_finding", umkm), 1); // about another purse
    EXPECT_EQ(refused(auditor, "reporting.close_finding", {{"finding", id}, {"reason", "Sudah"}}), "workflow.not_possible");
    must(keeper, "reporting.answer_finding", {{"finding", id}, {"response", "Sudah ditambah"}, {"files", boost::json::array {picture()}}});
    must(auditor, "reporting.ask_finding_again", {{"finding", id}, {"reason", "Fotonya belum ada"}});
    must(first, "reporting.answer_finding", {{"finding", id}, {"response", "Kelurahan sudah memeriksa di tempat"}});
    must(auditor, "reporting.close_finding", {{"finding", id}, {"reason", "Sesuai"}});
    EXPECT_EQ(read("reporting.no_open_finding", fisik), 1);
    auto const closed = must_read([&](db::ReadTx& tx) { return finding(tx, city, FindingId::parse(id).value()); });
    EXPECT_EQ(closed.state, "closed");
    EXPECT_EQ(closed.closed_on, today);
    EXPECT_EQ(closed.amount, 500'000_rp);
}

} // namespace
} // namespace rtkeren::reporting
