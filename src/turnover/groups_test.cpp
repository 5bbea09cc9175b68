#include "turnover/groups.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <set>

namespace rtkeren::turnover {
namespace {

Member member(std::int64_t amount, std::vector<std::string> keys, enterprise::Method method = enterprise::Method::CashBook) { return {Rupiah::checked(amount), method, std::move(keys)}; }

Group const& group(Publication const& publication, std::size_t breakdown, std::string_view key)
{
    return *std::ranges::find_if(publication.groups, [&](Group const& each) { return each.breakdown == breakdown && each.key == key; });
}

std::vector<Member> many(std::vector<std::pair<std::string, int>> const& sizes)
{
    std::vector<Member> members;
    for (auto const& [key, size] : sizes)
        for (int i = 0; i < size; ++i)
            members.push_back(member(1'000'000 + 11'111 * i, {key}));
    return members;
}

TEST(Groups, BelowTenShowNothing)
{
    auto const nothing = publish(many({{"a", 5}, {"b", 4}}), 1);
    EXPECT_FALSE(nothing.whole.shown);
    EXPECT_EQ(nothing.whole.businesses, 0);
    EXPECT_EQ(nothing.whole.median, 0_rp);
    EXPECT_FALSE(group(nothing, 0, "a").shown);
    auto const ten = publish(many({{"a", 10}}), 1);
    EXPECT_TRUE(group(ten, 0, "a").shown);
    EXPECT_EQ(group(ten, 0, "a").businesses, 10);
}

TEST(Groups, ASmallOneTakesTheNextSmallestWithIt)
{
    auto const publication = publish(many({{"a", 40}, {"b", 12}, {"c", 9}}), 1);
    EXPECT_TRUE(publication.whole.shown);
    EXPECT_FALSE(group(publication, 0, "c").shown);
    EXPECT_FALSE(group(publication, 0, "b").shown) << "61 less 40 less 12 would be the 9 of c";
    EXPECT_TRUE(group(publication, 0, "a").shown) << "61 less 40 are 21 businesses of two groups";
    auto const two = publish(many({{"a", 40}, {"b", 6}, {"c", 5}}), 1);
    EXPECT_TRUE(group(two, 0, "a").shown) << "11 are left over together";
}

TEST(Groups, ABreakdownWithinAnotherGivesNothingAwayEither)
{
    std::vector<Member> members;
    for (int i = 0; i < 15; ++i)
        members.push_back(member(100'000 * i, {"plosokerep", i < 12 ? "kendang" : "kue"}));
    for (int i = 0; i < 30; ++i)
        members.push_back(member(100'000 * i, {"karangsari", "kue"}));
    auto const publication = publish(members, 2);
    EXPECT_TRUE(group(publication, 0, "plosokerep").shown);
    EXPECT_FALSE(group(publication, 1, "kendang").shown) << "all twelve live in plosokerep: its other three would be known";
}

TEST(Groups, FiguresAreRoundedAndNeverAnybodysOwn)
{
    std::vector<Member> members;
    for (int i = 0; i < 11; ++i)
        members.push_back(member(1'003'000 + 104'000 * i, {"a"}, i < 3 ? enterprise::Method::QrisStatement : enterprise::Method::RecallMonth));
    auto const publication = publish(members, 1);
    auto const& all = publication.whole;
    EXPECT_EQ(all.median, 1'520'000_rp);
    EXPECT_EQ(all.quarter, 1'210'000_rp);
    EXPECT_EQ(all.three_quarters, 1'730'000_rp);
    EXPECT_EQ(all.mix.at(0), 3);
    EXPECT_EQ(all.mix.at(4), 8);
}

using Set = std::set<std::size_t>;

/// Whatever shown groups of one breakdown are taken away from a shown group that holds them: nothing is left, or ten and more.
void expect_no_subtraction_tells(std::vector<Member> const& members, Publication const& publication, std::size_t breakdowns)
{
    auto const set_of = [&](Group const& each) {
        Set set;
        for (std::size_t i = 0; i < members.size(); ++i)
            if (each.breakdown == breakdowns || members[i].keys[each.breakdown] == each.key)
                set.insert(i);
        return set;
    };
    auto wholes = publication.groups;
    wholes.push_back(publication.whole);
    for (auto const& whole : wholes) {
        auto const set = set_of(whole);
        if (whole.shown)
            RC_ASSERT(std::ssize(set) >= smallest_group);
        if (!whole.shown) {
            RC_ASSERT(whole.businesses == 0 && whole.median.is_zero());
            continue;
        }
        for (std::size_t breakdown = 0; breakdown < breakdowns; ++breakdown) {
            // Every choice of parts: what may be left of the whole.
            std::set<std::int64_t> left {std::ssize(set)};
            for (auto const& part : publication.groups) {
                if (!part.shown || part.breakdown != breakdown || breakdown == whole.breakdown)
                    continue;
                auto const inner = set_of(part);
                if (!std::ranges::includes(set, inner))
                    continue;
                auto const before = left;
                for (auto const each : before)
                    left.insert(each - std::ssize(inner));
            }
            for (auto const rest : left)
                RC_ASSERT(rest == 0 || rest >= smallest_group);
        }
    }
}

TEST(Groups, NoSubtractionOfWhatIsShownTellsOfLessThanTen)
{
    rc::check([](std::vector<std::pair<std::uint8_t, std::uint8_t>> const& draws, std::uint8_t spread) {
        std::vector<Member> members;
        for (std::size_t copy = 0; copy < 4; ++copy)
            for (auto const& [a, b] : draws) {
                // Crowded at the low keys, so that large and small groups stand beside each other.
                auto const place = std::to_string(std::min<int>(a % 16, a / 16) % 6);
                auto const activity = std::to_string(std::min<int>(b % 16, b / 16) % (1 + spread % 5));
                members.push_back(member(1'000 * a, {place, activity, place + "|" + activity}));
            }
        auto const publication = publish(members, 3);
        expect_no_subtraction_tells(members, publication, 3);
    });
}

TEST(Groups, HideNoMoreThanTheRuleAsksFor)
{
    auto const publication = publish(many({{"a", 10}, {"b", 11}, {"c", 200}}), 1);
    EXPECT_TRUE(std::ranges::all_of(publication.groups, &Group::shown));
}

} // namespace
} // namespace rtkeren::turnover
