#include "insight/duties.hpp"
#include "insight/room.hpp"
#include "payout/fixture_dbtest.hpp"
#include "spending/expense_fixture_dbtest.hpp"

namespace rtkeren::insight {
namespace {

std::vector<std::string> titles(std::vector<Duty> const& duties)
{
    std::vector<std::string> all;
    for (auto const& duty : duties)
        all.push_back(duty.title);
    return all;
}

struct DutiesTest : payout::PayoutTest {
    std::vector<Duty> of(Actor const& actor)
    {
        return must_read([&](db::ReadTx& tx) { return duties_of(tx, services, actor); });
    }
    Actor rt_head() { return person("Rina", "ketua_rt", std::string(rt1), {"planning.write"}); }
    Actor writer() { return person("Bagus", "operator", std::string(kelurahan), {"planning.write"}); }
};

TEST_F(DutiesTest, AYearThatOpensTellsWhoWritesPlans)
{
    auto const own = of(rt_head());
    ASSERT_EQ(own.size(), 1U);
    EXPECT_EQ(own.front().title, "Susun RAB 2023, RT 01 RW 01");
    EXPECT_EQ(own.front().href, "/rab/baru?unit=35.72.03.1001.001.001&tahun=2023");
    EXPECT_EQ(own.front().due, Date::of(2023, 6, 15).value());
    auto const all = of(writer());
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all.front().state, "3 penerima belum punya RAB");
    EXPECT_EQ(waiting_count(services, writer(), "/menunggu"), "1");
    plan_unit(rt1);
    EXPECT_TRUE(of(rt_head()).empty()) << "nothing is left to plan";
    EXPECT_EQ(of(writer()).front().state, "2 penerima belum punya RAB");
    EXPECT_TRUE(of(person("Tono", "ketua_rt", "35.72.03.1003.001.001", {"insight.read"})).empty());
}

TEST_F(DutiesTest, NothingWaitsBeforeItsDayOrAfterTheYear)
{
    env.set(Instant::parse("2023-02-01T05:00:00.000Z").value());
    EXPECT_TRUE(of(rt_head()).empty()) << "plans are written from March";
    env.set(Instant::parse("2023-07-03T05:00:00.000Z").value());
    EXPECT_EQ(of(rt_head()).size(), 1U);
    auto const closer = person("Adi", "tapem", "35.72", {"programme.close"});
    must(closer, "programme.start_closing", {{"year", 2023}});
    EXPECT_TRUE(of(rt_head()).empty());
}

TEST_F(DutiesTest, ApprovedPlansWaitForAContractAndTheContractForARequest)
{
    for (auto const unit : {rt1, rt2})
        plan_unit(unit);
    EXPECT_TRUE(of(ratna).empty()) << "the group is not active yet";
    activate_pokmas();
    auto const to_sign = of(ratna);
    ASSERT_EQ(to_sign.size(), 1U);
    EXPECT_EQ(to_sign.front().title, "Tanda tangani kontrak 2023, Pokmas Mekar Sari");
    EXPECT_EQ(to_sign.front().state, "RAB Rp100.000.000 disetujui dan belum berkontrak");
    EXPECT_EQ(to_sign.front().href, "/kontrak/baru?pokmas=" + pokmas_id.str() + "&tahun=2023");
    EXPECT_TRUE(of(chair).empty());
    auto const contract = must(ratna, "payout.sign_contract", contract_input()).id;
    EXPECT_TRUE(of(ratna).empty());
    auto const to_ask = of(chair);
    ASSERT_EQ(to_ask.size(), 1U);
    EXPECT_EQ(to_ask.front().title, "Minta termin 1 tahun 2023");
    EXPECT_EQ(to_ask.front().due, Date::of(2023, 8, 15).value());
    plan_unit(rt3);
    auto const to_add = of(ratna);
    ASSERT_EQ(to_add.size(), 1U);
    EXPECT_EQ(to_add.front().href, "/kontrak/" + contract + "/adendum");
}

TEST_F(DutiesTest, TheNextTrancheWaitsOnceTheOneBeforeArrivedAndItsTimeHasCome)
{
    sign_contract();
    auto const first = request(1);
    EXPECT_TRUE(of(chair).empty()) << "a request is under way";
    settle(first);
    EXPECT_TRUE(of(chair).empty()) << "the second is asked for from September";
    env.set(Instant::parse("2023-09-04T05:00:00.000Z").value());
    EXPECT_EQ(titles(of(chair)), std::vector<std::string> {"Minta termin 2 tahun 2023"});
}

TEST_F(DutiesTest, TheReportWaitsFromItsDayUntilItIsOpened)
{
    sign_contract();
    auto reporter = officer("pokmas_ketua", pokmas_id, rw, {"reporting.submit"});
    EXPECT_TRUE(of(reporter).empty());
    env.set(Instant::parse("2023-12-04T05:00:00.000Z").value());
    auto const duties = of(reporter);
    ASSERT_EQ(titles(duties), std::vector<std::string> {"Buka LPJ 2023"});
    EXPECT_EQ(duties.front().href, "/lpj/pokmas/" + pokmas_id.str() + "/2023");
}

struct BookDutiesTest : spending::ExpenseTest {
    Actor keeper()
    {
        return officer("Siti", "pokmas_bendahara", mekar, "35.72.03.1001.001", {"spending.cash", "spending.sign_month", "spending.tax"});
    }
    std::vector<Duty> of(Actor const& actor)
    {
        return must_read([&](db::ReadTx& tx) { return duties_of(tx, services, actor); });
    }
};

TEST_F(BookDutiesTest, TaxesAndMonthsWaitForTheTreasurer)
{
    EXPECT_TRUE(of(keeper()).empty());
    recorded(3'000'000);
    auto const owed = must_read([&](db::ReadTx& tx) { return spending::taxes_owed(tx, city, mekar); });
    ASSERT_FALSE(owed.empty());
    Rupiah total;
    for (auto const& each : owed)
        total += each.amount;
    auto const taxes = of(keeper());
    ASSERT_EQ(taxes.size(), 1U);
    EXPECT_EQ(taxes.front().title, "Setor pajak " + format_rupiah(total));
    EXPECT_EQ(taxes.front().due, owed.front().due);
    env.set(Instant::parse("2023-09-04T05:00:00.000Z").value());
    auto const duties = of(keeper());
    ASSERT_EQ(duties.size(), 2U);
    EXPECT_EQ(duties.back().title, "Tutup buku kas Juli 2023");
    EXPECT_EQ(duties.back().state, "2 bulan belum ditandatangani");
    must(keeper(), "spending.sign_month", {{"pokmas", mekar.text()}, {"month", "2023-07"}});
    EXPECT_EQ(of(keeper()).size(), 1U) << "the month waits for the chair";
    must(chair, "spending.sign_month", {{"pokmas", mekar.text()}, {"month", "2023-07"}});
    EXPECT_EQ(of(keeper()).back().title, "Tutup buku kas Agustus 2023");
    EXPECT_TRUE(of(stranger).empty()) << "another group's books";
}

} // namespace
} // namespace rtkeren::insight
