#include "reporting/fixture_dbtest.hpp"

#include "payout/gates.hpp"
#include "programme/room.hpp"
#include "spending/opening.hpp"

#include <algorithm>

/// A city that starts in mid-year goes on from its opening balances: spends, accepts, is paid the next tranche, reports and closes.
namespace rtkeren::reporting {
namespace {

void register_real_facts()
{
    static bool done = false;
    if (std::exchange(done, true))
        return;
    for (auto const& facts : {programme::facts(), planning::facts(), payout::facts(), spending::facts(), reporting::facts()})
        rules::register_facts(facts);
    payout::use_takers({spending::take_in_opening});
}

struct MidYearTest : ReportingTest {
    static constexpr std::string_view rw = "35.72.03.1001.001", rt3 = "35.72.03.1001.001.003";
    Actor uploader {person("Sari", "tapem", "35.72", {"payout.opening"})}, booker {person("Budi", "bkd", "35.72", {"payout.opening", "payout.sp2d"})};
    Actor lurah_of_money {person("Ratna", "lurah", std::string(kelurahan), {"payout.approve", "payout.decree"})};
    Actor secretary_of_money {person("Dewi", "sekkel", std::string(kelurahan), {"payout.manage", "payout.verify"})};
    Actor paymaster {person("Hadi", "bendahara_kelurahan", std::string(kelurahan), {"payout.account"})};

    void SetUp() override
    {
        register_real_facts();
        found({3});
        release_pack();
        must(sari, "programme.create_year", {{"year", 2023}});
        set_dpa(std::string(kelurahan), 3 * 35'000'000, 3 * 15'000'000);
        auto open = opening();
        open["mid_year"] = true;
        must(budi, "programme.open_year", open);
        mekar = form("Mekar", rw);
        auto const id = mekar.text();
        must(lurah_of_money, "payout.issue_decree", {{"pokmas", id}, {"decree", "SK/1"}, {"decree_on", "2023-02-01"}, {"decree_until", "2025-12-31"}});
        must(secretary_of_money, "payout.set_account", {{"pokmas", id}, {"bank", "Bank Jatim"}, {"account_number", "0011223344"}, {"account_holder", "Mekar"}});
        must(paymaster, "payout.verify_account", {{"pokmas", id}, {"evidence", "Surat bank 7"}});
        must(secretary_of_money, "payout.activate", {{"pokmas", id}});
        services.evidence_folder = tests::fresh_path("bukti-saldo-awal");
        fisik = purse_of(rt1, "fisik").id;
        umkm = purse_of(rt1, "umkm").id;
        treasurer = officer("Siti Aminah", "pokmas_bendahara", mekar, std::string(rw),
            {"insight.read", "payout.confirm", "payout.request", "reporting.progress", "reporting.return_leftover", "reporting.submit", "spending.cash", "spending.record", "spending.tax"});
        keeper = treasurer;
        supervisor = officer("Hadi", "pokmas_pengawas", mekar, std::string(rw), {"spending.goods"});
        checker = person("Dewi", "sekkel", std::string(kelurahan), {"spending.check"});
        officer_ = person("Joko", "pptk", std::string(kelurahan), {"spending.accept", "spending.disallow"});
        first = person("Dewi", "sekkel", std::string(kelurahan), {"insight.read", "reporting.check"});
        second = person("Joko", "pptk", std::string(kelurahan), {"insight.read", "reporting.check_money"});
        last = person("Ratna", "lurah", std::string(kelurahan), {"insight.read", "reporting.accept", "reporting.close"});
    }

    static boost::json::object row(std::string_view unit, std::string_view envelope, std::string_view category, boost::json::object amounts)
    {
        amounts["unit"] = unit;
        amounts["envelope"] = envelope;
        amounts["category"] = category;
        return amounts;
    }
    /// RT 1 had its first tranche, RT 2's is under way, RT 3 has an approved plan without a contract.
    boost::json::object balances()
    {
        boost::json::array rows {row(rt1, "fisik", "paving", {{"kontrak", 17'500'000}, {"cair", 3'000'000}, {"belanja", 2'500'000}, {"sah", 12'000'000}}),
            row(rt1, "umkm", "pelatihan_kue", {{"kontrak", 7'500'000}, {"sah", 7'500'000}}),
            row(rt2, "fisik", "paving", {{"kontrak", 17'500'000}, {"sp2d", 17'500'000}}), row(rt2, "umkm", "", {{"pagu", 15'000'000}}),
            row(rt3, "fisik", "drainase", {{"rencana", 35'000'000}}), row(rt3, "umkm", "kemasan_label", {{"rencana", 15'000'000}}),
            {{"pokmas", "Mekar"}, {"bank", 2'000'000}, {"kas", 1'100'000}, {"contract", "188/5/KTR"}, {"signed_on", "2023-04-03"}, {"ends_on", "2023-12-15"},
                {"sp2d_number", "0101/SP2D/2023"}, {"sp2d_on", "2023-06-29"}},
            {{"pokmas", "Mekar"}, {"pajak", 100'000}, {"party", "pph22"}}};
        return {{"year", 2023}, {"cut_off", "2023-06-30"}, {"paper", "BA/7"}, {"rows", std::move(rows)}};
    }
    std::string booked()
    {
        auto const id = must(uploader, "payout.propose_opening", balances()).id;
        must(booker, "payout.confirm_opening", {{"opening", id}});
        return id;
    }
    spending::Expense brought(PurseId purse, std::string_view state)
    {
        for (auto const& each : must_read([&](db::ReadTx& tx) { return spending::expenses_of_purse(tx, city, purse); }))
            if (each.state == state && each.supplier == "Saldo awal")
                return each;
        ADD_FAILURE() << state;
        return {};
    }
    std::vector<payout::Tranche> tranches()
    {
        return must_read([&](db::ReadTx& tx) { return payout::tranches_of(tx, city, mekar, 2023); });
    }
    /// Checked and accepted, as a note of any day.
    void accept_brought(std::string const& expense)
    {
        must(checker, "spending.check", {{"expense", expense}});
        must(officer_, "spending.accept", {{"expense", expense}});
    }
    void confirm_order()
    {
        auto const known = tranches();
        auto const order = std::ranges::find(known, "sp2d", &payout::Tranche::state);
        ASSERT_NE(order, known.end());
        must(treasurer, "payout.confirm", {{"tranche", order->id.text()}, {"date", "2023-07-03"}, {"amount", order->amount.value()}});
    }
    operations::Answer next_tranche() { return must(treasurer, "payout.request_tranche", {{"pokmas", mekar.text()}, {"year", 2023}, {"number", 2}}); }
    void pay_out(std::string const& tranche, std::int64_t amount)
    {
        must(secretary_of_money, "payout.verify", {{"tranche", tranche}});
        must(lurah_of_money, "payout.approve", {{"tranche", tranche}});
        must(paymaster, "payout.issue_spp", {{"tranche", tranche}});
        must(booker, "payout.record_sp2d", {{"tranche", tranche}, {"number", "0202/SP2D/2023"}, {"date", "2023-07-03"}});
        must(treasurer, "payout.confirm", {{"tranche", tranche}, {"date", "2023-07-03"}, {"amount", amount}});
    }
    void pay_old_tax()
    {
        must(treasurer, "spending.pay_tax",
            {{"pokmas", mekar.text()}, {"taxes", boost::json::array {{{"key", "pph22"}, {"amount", 100'000}}}}, {"ntpn", "0123456789ABCDEF"}, {"on", "2023-07-03"}, {"from", "bank"},
                {"proof", picture()}});
    }
};

TEST_F(MidYearTest, PlansContractTranchesAndExpensesStandAfterBooking)
{
    booked();
    auto const lines = must_read([&](db::ReadTx& tx) { return planning::approved_lines(tx, city, fisik); });
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines.front().amount, 35'000'000_rp) << "all that was planned, wherever it stands by now";
    EXPECT_NE(lines.front().item.find("Saldo awal"), std::string::npos);
    EXPECT_NE(lines.front().specification.find("BA/7"), std::string::npos);
    auto const contract = must_read([&](db::ReadTx& tx) { return payout::contract_of(tx, city, mekar, 2023); });
    ASSERT_TRUE(contract.has_value());
    EXPECT_EQ(contract->amount, 85'000'000_rp) << "what was paid belongs to it; what is only planned does not";
    auto const known = tranches();
    ASSERT_EQ(known.size(), 2U);
    EXPECT_EQ(known[0].state, "confirmed");
    EXPECT_EQ(known[0].amount, 25'000'000_rp);
    EXPECT_EQ(known[1].state, "sp2d");
    EXPECT_EQ(known[1].number, 1);
    EXPECT_EQ(known[1].amount, 17'500'000_rp);
    EXPECT_EQ(cash(mekar).of(ledger::CashKind::Jalan), 17'500'000_rp);
    auto const waits = brought(fisik, "goods_ok");
    EXPECT_EQ(waits.charged, 2'500'000_rp);
    EXPECT_EQ(waits.receipt, "BA/7");
    EXPECT_EQ(brought(fisik, "accepted").accepted, 12'000'000_rp);
    EXPECT_EQ(refused(treasurer, "spending.withdraw", {{"expense", waits.id.text()}, {"reason", "Salah"}}), "spending.not_yours");
    must(checker, "spending.ask_back", {{"expense", waits.id.text()}, {"code", "other"}, {"reason", "Notanya di mana?"}});
    EXPECT_EQ(refused(treasurer, "spending.withdraw", {{"expense", waits.id.text()}, {"reason", "Salah"}}), "spending.opening_stays");
}

TEST_F(MidYearTest, WhatWasSpentBeforeIsAcceptedOrRefusedAsAnyOther)
{
    booked();
    std::string const expense(brought(fisik, "goods_ok").id.text());
    must(checker, "spending.check", {{"expense", expense}});
    must(officer_, "spending.not_accept", {{"expense", expense}, {"amount", 500'000}, {"debtor", "recorder"}, {"reason", "Nota hilang"}});
    must(officer_, "spending.accept", {{"expense", expense}});
    EXPECT_EQ(stages(fisik), "cair 3500000 belanja 0 sah 14000000");
    EXPECT_EQ(cash(mekar).of(ledger::CashKind::Piutang), 500'000_rp);
}

TEST_F(MidYearTest, AnOrderThatWasUnderWayMayBounce)
{
    booked();
    std::string const order(tranches()[1].id.text());
    auto const kas = person("Kasda", "bkd", "35.72", {"payout.sp2d"});
    must(kas, "payout.bounce", {{"tranche", order}, {"date", "2023-07-03"}, {"reason", "Rekening tutup"}});
    EXPECT_EQ(stage(purse_of(rt2, "fisik").id, ledger::Stage::Kontrak), 35'000'000_rp);
    EXPECT_TRUE(cash(mekar).of(ledger::CashKind::Jalan).is_zero());
}

TEST_F(MidYearTest, TheYearGoesOnToItsReportAndEnd)
{
    booked();
    EXPECT_EQ(refused(treasurer, "payout.request_tranche", {{"pokmas", mekar.text()}, {"year", 2023}, {"number", 2}}), "payout.gate") << "68 % of the first is accepted";
    accept_brought(brought(fisik, "goods_ok").id.str());
    auto const lines = must_read([&](db::ReadTx& tx) { return planning::approved_lines(tx, city, fisik); });
    accepted(record(bill(lines.front().id.str(), 1'000'000)).id);
    EXPECT_EQ(stages(fisik), "cair 2000000 belanja 0 sah 15500000");
    confirm_order();
    pay_old_tax();
    auto const tranche = next_tranche();
    EXPECT_EQ(tranche.data.at("amount").as_int64(), 25'000'000) << "RT 1 alone: RT 2 got its first tranche today";
    pay_out(tranche.id, 25'000'000);
    EXPECT_TRUE(stage(fisik, ledger::Stage::Kontrak).is_zero());

    auto const report = opened();
    photographed();
    EXPECT_EQ(lack_codes(), "leftover");
    auto const account = must_read([&](db::ReadTx& tx) { return account_of(services, tx, mekar, 2023); });
    EXPECT_EQ(account.accepted, 23'000'000_rp);
    EXPECT_EQ(std::ranges::count(account.expenses, "Saldo awal", &ExpenseReal::supplier), 3);
    EXPECT_EQ(account.total.accepted, account.accepted) << "the list of expenses and the books agree";
    must(keeper, "reporting.submit_lpj", {{"lpj", report}});
    must(first, "reporting.check_lpj", {{"lpj", report}});
    must(second, "reporting.check_money", {{"lpj", report}});
    must(last, "reporting.accept_lpj", {{"lpj", report}});
    returned();
    for (auto const& purse : purses())
        must(last, "reporting.close_purse", {{"purse", purse.id.text()}});
    EXPECT_EQ(state_of(report), "final");
}

} // namespace
} // namespace rtkeren::reporting
