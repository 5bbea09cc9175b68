#include "programme/move_rules.hpp"

#include <gtest/gtest.h>

namespace rtkeren::programme {
namespace {

Date july() { return Date::of(2023, 7, 3).value(); }

/// Blitar's two envelopes with a floor of 30 % under UMKM.
rules::Pack pack_with(std::vector<rules::MoveRule> moves)
{
    rules::Pack pack;
    pack.envelopes = {{"fisik", "Pekerjaan fisik", "wall", 35'000'000_rp, {}}, {"umkm", "UMKM", "basket", 15'000'000_rp, {}}};
    pack.earmarks = {{"umkm", BasisPoints {3000}, {"Perwali 6/2022", rules::Certainty::Certain, Severity::Block, std::nullopt, std::nullopt}}};
    pack.moves = std::move(moves);
    return pack;
}

MoveFacts facts(std::string from, std::string to, Rupiah amount, bool approved = false)
{
    auto ceiling = from == "umkm" ? 20'000'000_rp : 30'000'000_rp;
    return {std::move(from), std::move(to), amount, ceiling, 50'000'000_rp, approved};
}

std::vector<std::string> codes(MoveFacts const& facts, rules::Pack const& pack)
{
    std::vector<std::string> found;
    for (auto const& verdict : check_move(facts, pack, july()))
        found.push_back(verdict.code);
    return found;
}

using Codes = std::vector<std::string>;

TEST(MoveRules, TowardsTheFloorIsFreeUntilAPlanIsApproved)
{
    auto const pack = pack_with({});
    EXPECT_EQ(codes(facts("fisik", "umkm", 1'000_rp), pack), Codes {});
    EXPECT_EQ(codes(facts("fisik", "umkm", 1'000_rp, true), pack), Codes {"programme.move_after_approval"});
    auto const with_change = pack_with({{"fisik", "umkm", rules::MoveAllowed::WithBudgetChange, {}}});
    EXPECT_EQ(codes(facts("fisik", "umkm", 1'000_rp, true), with_change), Codes {});
}

TEST(MoveRules, AwayFromItOnlyAsThePackSaysAndNeverBelowTheFloor)
{
    EXPECT_EQ(codes(facts("umkm", "fisik", 1'000_rp), pack_with({})), Codes {"programme.move_not_allowed"});
    auto const before = pack_with({{"umkm", "fisik", rules::MoveAllowed::BeforeApproval, {}}});
    EXPECT_EQ(codes(facts("umkm", "fisik", 5'000'000_rp), before), Codes {});
    EXPECT_EQ(codes(facts("umkm", "fisik", 5'000'001_rp), before), Codes {"programme.move_earmark"});
    EXPECT_EQ(codes(facts("umkm", "fisik", 1'000_rp, true), before), Codes {"programme.move_after_approval"});
    auto const verdicts = check_move(facts("umkm", "fisik", 5'000'001_rp), before, july());
    EXPECT_EQ(verdicts.front().numbers.back(), (std::pair<std::string, std::string> {"total_missing", "1"}));
    EXPECT_EQ(verdicts.front().citation, "Perwali 6/2022");
}

TEST(MoveRules, ARuleOutOfForceDoesNotCount)
{
    rules::Basis late;
    late.valid_from = Date::of(2023, 8, 1).value();
    EXPECT_EQ(codes(facts("umkm", "fisik", 1'000_rp), pack_with({{"umkm", "fisik", rules::MoveAllowed::BeforeApproval, late}})),
        Codes {"programme.move_not_allowed"});
}

} // namespace
} // namespace rtkeren::programme
