#include "payout/amounts.hpp"

#include "payout/machines.hpp"
#include "payout/parts.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace rtkeren::payout {
namespace {

std::vector<rules::Tranche> tranches_of_shares(std::vector<int> const& shares)
{
    std::vector<rules::Tranche> tranches;
    for (auto const share : shares)
        tranches.push_back({ .number = int(tranches.size()) + 1, .share = BasisPoints(share), .gates = {}, .basis = {} });
    return tranches;
}

TEST(Amounts, HalvesAndThirdsSumToTheContract)
{
    auto const halves = tranches_of_shares({ 5000, 5000 });
    EXPECT_EQ(part_of(15'000'001_rp, {}, halves, 1), 7'500'001_rp);
    EXPECT_EQ(part_of(15'000'001_rp, 7'500'001_rp, halves, 2), 7'500'000_rp);
    auto const three = tranches_of_shares({ 4000, 3000, 3000 });
    EXPECT_EQ(part_of(10_rp, {}, three, 1), 4_rp);
    EXPECT_EQ(part_of(10_rp, 4_rp, three, 2), 3_rp);
    EXPECT_EQ(part_of(10_rp, 7_rp, three, 3), 3_rp);
    EXPECT_EQ(part_of(1_rp, {}, three, 1) + part_of(1_rp, 1_rp, three, 2) + part_of(1_rp, 1_rp, three, 3), 1_rp);
}

TEST(Amounts, AnyContractIsPaidOutWholeAndNeverNegative)
{
    rc::check([] {
        auto const shares = *rc::gen::element(
            std::vector<int> { 5000, 5000 }, std::vector<int> { 4000, 3000, 3000 }, std::vector<int> { 10'000 }, std::vector<int> { 3333, 3333, 3334 });
        auto const tranches = tranches_of_shares(shares);
        auto const amounts = *rc::gen::nonEmpty(rc::gen::container<std::vector<std::int64_t>>(rc::gen::inRange<std::int64_t>(1, 50'000'000)));
        for (auto const amount : amounts) {
            auto const line = Rupiah::checked(amount);
            Rupiah taken;
            for (int number = 1; number <= int(tranches.size()); ++number) {
                auto const part = part_of(line, taken, tranches, number);
                RC_ASSERT(!part.is_negative());
                taken += part;
            }
            RC_ASSERT(taken == line);
        }
    });
}

TEST(Amounts, AnAddendumDownLeavesNoMoreThanIsThere)
{
    auto const halves = tranches_of_shares({ 5000, 5000 });
    // 100 contracted, 50 taken, then reduced to 60: the last tranche takes the ten that are left.
    EXPECT_EQ(part_of(60_rp, 50_rp, halves, 2), 10_rp);
    EXPECT_EQ(part_of(40_rp, 50_rp, halves, 2), 0_rp);
}

TEST(Machines, AreWhole)
{
    EXPECT_EQ(workflow::check_machine(pokmas_machine()), std::vector<std::string> {});
    EXPECT_EQ(workflow::check_machine(tranche_machine()), std::vector<std::string> {});
}

TEST(Names, AlikeIsTheSameButForSpelling)
{
    EXPECT_TRUE(are_alike("Pokmas Mekar Sari", "MEKAR SARI"));
    EXPECT_TRUE(are_alike("Pokmas Mekar Sari", "Pokmas Sari  Mekarr"));
    EXPECT_TRUE(are_alike("Pokmas Melati", "Pokmas Melatih"));
    EXPECT_FALSE(are_alike("Pokmas Mekar RW 01", "Pokmas Mekar RW 02"));
    EXPECT_FALSE(are_alike("Pokmas", "Pokmas"));
    EXPECT_FALSE(are_alike("Pokmas Mawar", "Pokmas Melati"));
    EXPECT_EQ(bare_name("Pokmas  MEKAR-Sari"), bare_name("pokmas mekar sari"));
}

TEST(Accounts, AreDigitsAlone)
{
    EXPECT_EQ(parse_account("0011-2233.44 55", "x").value(), "001122334455");
    for (auto const* wrong : { "12345", "123456789012345678901", "0011a22334", "" })
        EXPECT_FALSE(parse_account(wrong, "x").ok()) << wrong;
}

} // namespace
} // namespace rtkeren::payout
