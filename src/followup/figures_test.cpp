#include "followup/figures.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace rtkeren::followup {
namespace {

SoldRow told(std::string business, std::int64_t amount, std::string method = "recall_month") { return {.days = 90, .method = std::move(method), .business = std::move(business), .sold = Rupiah::of(amount).value()}; }

std::vector<SoldRow> ten()
{
    std::vector<SoldRow> rows;
    for (int i = 1; i <= 10; ++i)
        rows.push_back(told("B" + std::to_string(i), i * 1'000'000));
    return rows;
}

TEST(Figures, ASharesIsOfThoseWhoAnsweredAndNothingWhereNobodyDid)
{
    Tally tally;
    EXPECT_FALSE(tally.share());
    tally.add("unreachable", 5);
    tally.add("expired", 2);
    EXPECT_FALSE(tally.share()) << "nobody answered";
    tally.add("yes", 3);
    tally.add("never", 1);
    EXPECT_EQ(tally.answered(), 4);
    EXPECT_EQ(tally.asked(), 11);
    EXPECT_EQ(tally.share()->value(), 7500);
    EXPECT_EQ(share_words(tally), "3 dari 4 yang menjawab (75 %)");
    EXPECT_EQ(share_words({}), "belum ada yang menjawab");
}

TEST(Figures, AMedianIsOfTenBusinessesAndMore)
{
    auto rows = ten();
    ASSERT_TRUE(median_of(rows));
    EXPECT_EQ(median_of(rows)->amount, Rupiah::of(5'500'000).value());
    EXPECT_EQ(median_of(rows)->businesses, 10);
    rows.pop_back();
    EXPECT_FALSE(median_of(rows));
    rows.push_back(told("B1", 9'000'000));
    EXPECT_FALSE(median_of(rows)) << "the same business twice is one";
    rows.push_back(told("B11", 9'000'000, "cash_book"));
    EXPECT_FALSE(median_of(rows)) << "another method is not mixed in";
    EXPECT_FALSE(median_of({}));
}

TEST(Figures, MethodsStandBesideEachOtherAndAreNotMixed)
{
    auto rows = ten();
    for (int i = 0; i < 4; ++i)
        rows.push_back(told("Q" + std::to_string(i), 90'000'000, "qris_statement"));
    auto const median = median_of(rows);
    ASSERT_TRUE(median);
    EXPECT_EQ(median->method, "recall_month");
    EXPECT_EQ(median->amount, Rupiah::of(5'500'000).value());
    EXPECT_EQ(median->mix, (std::vector<std::pair<std::string, std::int64_t>> {{"qris_statement", 4}, {"recall_month", 10}})) << "strongest first";
}

TEST(Figures, TheMiddleTellsNobodysOwnAmount)
{
    EXPECT_TRUE(rc::check("rounded to ten thousand and between the least and the most", [] {
        std::vector<SoldRow> rows;
        auto const count = *rc::gen::inRange(10, 40);
        std::int64_t least = 1'000'000'000, most = 0;
        for (int i = 0; i < count; ++i) {
            auto const amount = *rc::gen::inRange<std::int64_t>(0, 50'000'000);
            least = std::min(least, amount);
            most = std::max(most, amount);
            rows.push_back(told(std::to_string(i), amount));
        }
        auto const median = median_of(rows);
        RC_ASSERT(median.has_value());
        RC_ASSERT(median->amount.value() % 10'000 == 0);
        RC_ASSERT(median->amount.value() >= least - 5'000 && median->amount.value() <= most + 5'000);
    }));
}

TEST(Figures, ACourseWithTwoTrainersCountsForBoth)
{
    std::vector<OutcomeRow> const rows {{.topic = "kue", .region = "r", .days = 30, .outcome = "yes", .count = 2}, {.topic = "kue", .region = "s", .days = 30, .outcome = "stopped", .count = 1},
        {.topic = "kue", .region = "r", .days = 90, .outcome = "refused", .count = 1}};
    auto const groups = groups_of(rows, {}, [](auto const&, auto const&, auto const&, auto) { return std::vector<std::string> {"a", "b"}; });
    ASSERT_EQ(groups.size(), 2U);
    for (auto const& group : groups) {
        EXPECT_EQ(group.at(30)->tally.yes, 2);
        EXPECT_EQ(group.at(30)->tally.answered(), 3);
        EXPECT_EQ(group.at(90)->tally.asked(), 1);
        EXPECT_EQ(group.at(180), nullptr);
    }
    auto const by_place = groups_of(rows, {}, [](auto const&, auto const& region, auto const&, auto) { return std::vector {region}; });
    ASSERT_EQ(by_place.size(), 2U);
    EXPECT_EQ(by_place.front().key, "r");
    EXPECT_EQ(by_place.front().at(30)->tally.answered(), 2);
}

} // namespace
} // namespace rtkeren::followup
