#include "programme/fixture_dbtest.hpp"

#include "programme/sql.hpp"

namespace rtkeren::programme {
namespace {

constexpr std::string_view rt = "35.72.03.1002.001.001";
constexpr std::string_view neighbour = "35.72.03.1002.001.002";

boost::json::object paper() { return {{"number", "BA/7/2023"}, {"date", "2023-03-20"}, {"reason", "Keputusan musyawarah RT"}}; }
boost::json::object with(boost::json::object base, boost::json::object const& more)
{
    for (auto const& item : more)
        base[item.key()] = item.value();
    return base;
}

TEST_F(ProgrammeTest, DeclinedMoneyIsGivenAgainAndNeverTwice)
{
    open_small();
    must(sekkel, "programme.decline", with(paper(), {{"year", 2023}, {"unit", rt}, {"envelope", "umkm"}}));
    auto umkm = purse_of(rt, "umkm");
    EXPECT_EQ(at(umkm, ledger::Stage::Batal), 15'000'000_rp);
    EXPECT_EQ(at(purse_of(rt, "fisik"), ledger::Stage::Pagu), 35'000'000_rp);
    EXPECT_EQ(refused(sekkel, "programme.decline", with(paper(), {{"purse", umkm.id.text()}})), "programme.nothing_in_pagu");
    // What came free in the DPA goes to the neighbour once, and no second time.
    auto again = with(paper(), {{"year", 2023}, {"unit", neighbour}, {"amounts", boost::json::array {{{"envelope", "umkm"}, {"amount", 15'000'000}}}}});
    EXPECT_EQ(must(sari, "programme.allocate_unit", again).data.at("total").as_int64(), 15'000'000);
    EXPECT_EQ(at(purse_of(neighbour, "umkm"), ledger::Stage::Pagu), 30'000'000_rp);
    EXPECT_EQ(refused(sari, "programme.allocate_unit", again), "programme.dpa_short");
    // And it cannot come back to who declined either.
    auto change = must_read([&](db::ReadTx& tx) -> Result<Ulid> {
        auto rows = TRY(tx.list(sql::list_changes, {.equals = {{"kind", "declined"}}}, city, 2023));
        return rows.front().ulid(0);
    });
    EXPECT_EQ(refused(sari, "programme.undo_change", {{"change", change.text()}, {"reason", "Warga berubah pikiran"}}), "programme.dpa_short");
}

TEST_F(ProgrammeTest, AWholeUnitDeclinesAndTakesItBack)
{
    open_small();
    EXPECT_EQ(refused(sekkel, "programme.decline", with(paper(), {{"year", 2023}, {"unit", "35.72.03.1001.001.001"}})), "operation.not_allowed");
    EXPECT_EQ(refused(sekkel, "programme.decline", with(paper(), {{"year", 2023}, {"unit", "35.72.03.1002.001"}})), "programme.no_purse");
    EXPECT_EQ(refused(sekkel, "programme.decline", with(paper(), {{"year", 2023}})), "required");
    auto answer = must(sekkel, "programme.decline", with(paper(), {{"year", 2023}, {"unit", rt}}));
    EXPECT_EQ(answer.data.at("total").as_int64(), 50'000'000);
    auto changes = must_read([&](db::ReadTx& tx) { return tx.list(sql::list_changes, {}, city, 2023); });
    ASSERT_EQ(changes.size(), 2U);
    for (auto const& change : changes)
        must(sari, "programme.undo_change", {{"change", change.ulid(0).text()}, {"reason", "Salah catat"}});
    EXPECT_EQ(at(purse_of(rt, "umkm"), ledger::Stage::Pagu), 15'000'000_rp);
    EXPECT_EQ(refused(sari, "programme.undo_change", {{"change", changes[0].ulid(0).text()}, {"reason", "Sekali lagi"}}), "programme.change_undone");
}

TEST_F(ProgrammeTest, ABonusIsAnAllocationOfItsOwn)
{
    open_small(50'000'000);
    must(sari, "programme.bonus", with(paper(), {{"year", 2023}, {"unit", rt}, {"rank", 1}}));
    EXPECT_EQ(at(purse_of(rt, "fisik"), ledger::Stage::Pagu), 70'000'000_rp);
    EXPECT_EQ(at(purse_of(rt, "umkm"), ledger::Stage::Pagu), 30'000'000_rp);
    EXPECT_EQ(refused(sari, "programme.bonus", with(paper(), {{"year", 2023}, {"unit", rt}, {"rank", 9}})), "programme.no_rank");
    auto own = with(paper(), {{"year", 2023}, {"unit", neighbour}, {"amounts", boost::json::array {{{"envelope", "umkm"}, {"amount", 35'000'001}}}}});
    EXPECT_EQ(refused(sari, "programme.bonus", own), "programme.dpa_short");
    EXPECT_EQ(refused(sekkel, "programme.bonus", own), "operation.not_allowed");
    auto umkm = purse_of(rt, "umkm");
    auto entries = must_read([&](db::ReadTx& tx) { return ledger::entries_of_purse(tx, city, umkm.id); });
    ASSERT_EQ(entries.size(), 2U);
    EXPECT_EQ(entries[1].kind, ledger::EntryKind::Bonus);
    EXPECT_EQ(entries[1].text, "Keputusan musyawarah RT, BA/7/2023");
}

TEST_F(ProgrammeTest, MovesFollowThePack)
{
    open_small(5'000'000);
    auto fisik = purse_of(rt, "fisik"), umkm = purse_of(rt, "umkm");
    auto move = [&](Purse const& from, Purse const& to, std::int64_t amount) {
        return with(paper(), {{"from", from.id.text()}, {"to", to.id.text()}, {"amount", amount}});
    };
    must(sari, "programme.move", move(fisik, umkm, 1'350'000));
    EXPECT_EQ(at(umkm, ledger::Stage::Pagu), 16'350'000_rp);
    auto back = run(sari, "programme.move", move(umkm, fisik, 1'000'000));
    ASSERT_FALSE(back.ok());
    EXPECT_EQ(back.error().code, "programme.move_not_allowed");
    EXPECT_FALSE(back.error().verdicts.front().citation.empty());
    EXPECT_EQ(refused(sari, "programme.move", move(fisik, umkm, 33'650'001)), "programme.more_than_pagu");
    EXPECT_EQ(refused(sari, "programme.move", move(fisik, umkm, 4'000'000)), "programme.dpa_short");
    EXPECT_EQ(refused(sari, "programme.move", move(fisik, purse_of(neighbour, "umkm"), 1'000)), "programme.move_elsewhere");
    ASSERT_TRUE(post(ledger::plan_approved(header(Date::of(2023, 4, 1).value()), {{fisik.id, "paving", 30'000'000_rp}})).ok());
    EXPECT_EQ(refused(sari, "programme.move", move(fisik, umkm, 1'000)), "programme.move_after_approval");
}

TEST_F(ProgrammeTest, AReductionTakesOnlyWhatIsInPagu)
{
    open_small();
    auto fisik = purse_of(rt, "fisik");
    must(sari, "programme.reduce", with(paper(), {{"purse", fisik.id.text()}, {"amount", 5'000'000}}));
    EXPECT_EQ(at(fisik, ledger::Stage::Pagu), 30'000'000_rp);
    EXPECT_EQ(refused(sari, "programme.reduce", with(paper(), {{"purse", fisik.id.text()}, {"amount", 30'000'001}})), "programme.more_than_pagu");
    EXPECT_EQ(refused(sari, "programme.reduce", with(paper(), {{"purse", env.ulid().text()}, {"amount", 1}})), "programme.no_purse");
}

TEST_F(ProgrammeTest, AUnitThatComesLateGetsItsPurses)
{
    open_small(50'000'000);
    must_write([&](db::WriteTx& tx) -> Result<void> {
        add_region(tx, territory::Level::Rt, "35.72.03.1002.001.003", "35.72.03.1002.001", "RT 03 RW 01");
        return Done {};
    });
    must(sari, "programme.allocate_unit", with(paper(), {{"year", 2023}, {"unit", "35.72.03.1002.001.003"}}));
    EXPECT_EQ(at(purse_of("35.72.03.1002.001.003", "umkm"), ledger::Stage::Pagu), 15'000'000_rp);
    EXPECT_EQ(refused(sari, "programme.allocate_unit", with(paper(), {{"year", 2023}, {"unit", "35.72.03.1002.001"}})), "programme.unit_unknown");
}

TEST_F(ProgrammeTest, AReplayedRequestChangesNothing)
{
    open_small();
    auto input = with(paper(), {{"year", 2023}, {"unit", rt}, {"id", env.ulid().text()}});
    auto first = must(sekkel, "programme.decline", input);
    auto second = must(sekkel, "programme.decline", input);
    EXPECT_EQ(first.data, second.data);
    EXPECT_EQ(must_read([&](db::ReadTx& tx) { return tx.list(sql::list_changes, {}, city, 2023); }).size(), 2U);
}

} // namespace
} // namespace rtkeren::programme
