#include "ledger/events.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <map>

namespace rtkeren::ledger {
namespace {

template<class Tag>
Id<Tag> id_of(std::uint8_t last)
{
    return Id<Tag>(Ulid::make(1, {0, 0, 0, 0, 0, 0, 0, 0, 0, last}));
}

PurseId const some_purse = id_of<struct rtkeren::PurseTag>(1);
PokmasId const some_pokmas = id_of<struct rtkeren::PokmasTag>(2);

std::map<CashKind, std::int64_t> cash_of_entry(Entry const& entry)
{
    std::map<CashKind, std::int64_t> sums;
    for (auto const& leg : entry.cash_legs)
        sums[leg.kind] += leg.amount.value();
    return sums;
}

TEST(LedgerAccounts, names_go_both_ways)
{
    for (auto stage : all_stages)
        EXPECT_EQ(stage_of(name_of(stage)), stage);
    for (auto kind : all_cash_kinds)
        EXPECT_EQ(cash_kind_of(name_of(kind)), kind);
    for (auto kind : all_hold_kinds)
        EXPECT_EQ(hold_kind_of(name_of(kind)), kind);
    for (int i = 0; i < entry_kind_count; ++i)
        EXPECT_EQ(entry_kind_of(name_of(EntryKind(i))), EntryKind(i));
    EXPECT_FALSE(stage_of("bank"));
    EXPECT_FALSE(cash_kind_of("cair"));
    EXPECT_FALSE(entry_kind_of(""));
}

TEST(LedgerAccounts, what_is_never_held_and_what_a_closed_purse_takes)
{
    for (auto kind : {EntryKind::TaxPaid, EntryKind::LeftoverReturned, EntryKind::RepaidByPerson, EntryKind::RepaidToTreasury, EntryKind::CashPaidIn, EntryKind::Interest,
             EntryKind::Reversal, EntryKind::BoughtUnplaced, EntryKind::Sp2dConfirmed})
        EXPECT_FALSE(held_by(kind)) << name_of(kind);
    EXPECT_EQ(held_by(EntryKind::Sp2dIssued), HoldKind::Disbursement);
    for (auto kind : {EntryKind::TaxPaid, EntryKind::RepaidToTreasury, EntryKind::LeftoverReturned, EntryKind::Disallowed, EntryKind::WrittenOff})
        EXPECT_TRUE(allowed_after_closing(kind)) << name_of(kind);
    for (auto kind : {EntryKind::Allocated, EntryKind::Expense, EntryKind::Accepted, EntryKind::Sp2dIssued})
        EXPECT_FALSE(allowed_after_closing(kind)) << name_of(kind);
}

TEST(LedgerEvents, nothing_of_zero_becomes_a_leg)
{
    EXPECT_TRUE(allocated({}, some_purse, 0_rp).purse_legs.empty());
    auto entry = sp2d_confirmed({}, some_pokmas, {{some_purse, "kue", 10_rp}}, Withholding {"rini", 0_rp});
    EXPECT_EQ(entry.cash_legs.size(), 2U);
}

TEST(LedgerEvents, every_bill_sums_to_zero_in_both_books)
{
    rc::check("whatever the mix", [] {
        auto amount = [] { return Rupiah::checked(*rc::gen::inRange<std::int64_t>(0, 1'000'000)); };
        Bill bill {.supplier = "toko", .charged = {{some_purse, "kue", amount()}, {some_purse, "kemasan", amount()}},
            .paid = {{CashKind::Bank, "-", amount()}, {CashKind::Kas, "-", amount()}, {CashKind::Panjar, "siti", amount()}}, .withheld = {{"pph23", amount()}},
            .tax_borne_by_purse = {{"pph21", amount()}}, .tax_borne_by_person = {{"ppn", amount()}}, .liable = "siti", .residents_share = amount()};
        auto entry = expense({}, some_pokmas, bill);
        std::int64_t purses = 0, cash = 0;
        for (auto const& leg : entry.purse_legs)
            purses += leg.amount.value();
        for (auto const& leg : entry.cash_legs)
            cash += leg.amount.value();
        RC_ASSERT(purses == 0);
        RC_ASSERT(cash == 0);
        auto sums = cash_of_entry(entry);
        RC_ASSERT(sums[CashKind::Pemasok] == (sum_of(bill.paid) + sum_of(bill.withheld) + sum_of(bill.tax_borne_by_purse)).value());
        RC_ASSERT(sums[CashKind::Piutang] == sum_of(bill.tax_borne_by_person).value());
    });
}

TEST(LedgerEvents, hand_over_moves_held_and_owed_alike)
{
    auto to = id_of<struct rtkeren::PokmasTag>(3);
    auto entry = hand_over({}, {{some_purse}, some_pokmas, to}, {{CashKind::Bank, "-", 100_rp}, {CashKind::Pajak, "pph23", 20_rp}});
    ASSERT_EQ(entry.cash_legs.size(), 4U);
    EXPECT_EQ(entry.cash_legs[0].amount, -100_rp);
    EXPECT_EQ(entry.cash_legs[2].amount, 20_rp); // the old pokmas owes less
    EXPECT_EQ(entry.cash_legs[3].amount, -20_rp);
    EXPECT_EQ(entry.cash_legs[3].pokmas, to);
}

} // namespace
} // namespace rtkeren::ledger
