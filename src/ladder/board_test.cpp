#include "ladder/board.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <numeric>

namespace rtkeren::ladder {
namespace {

constexpr std::array<std::string_view, 3> order {"nib", "pkp", "pirt"};
Date day(std::string_view text) { return Date::parse(text).value(); }

/// Seven products of four businesses, as somebody would write them down; today is 1 January 2026.
std::vector<Wait> by_hand()
{
    return {{"nib", "pemilik", "A", "a1", "1002", "kering", day("2025-12-22")}, {"nib", "pemilik", "A", "a2", "1002", "kering", day("2025-12-02")},
        {"nib", "dpmptsp", "B", "b1", "1003", "kerajinan", day("2025-01-01")}, {"pkp", "pemilik", "C", "c1", "1002", "kering", day("2025-07-05")},
        {"pirt", "dinkes", "D", "d1", "1003", "camilan", day("2025-10-03")}, {"pirt", "dinkes", "D", "d2", "1003", "camilan", day("2025-12-31")},
        {"pirt", "pemeriksa", "A", "a3", "1002", "kering", day("2026-01-05")}};
}

TEST(Board, CountsWhatAHandWouldCount)
{
    auto const waits = by_hand();
    auto const board = board_of(waits, order, day("2026-01-01"));
    ASSERT_EQ(board.steps.size(), 3U);
    EXPECT_EQ(board.steps[0].key, "nib");
    EXPECT_EQ(board.steps[0].products, 3);
    EXPECT_EQ(board.steps[0].businesses, 2);
    EXPECT_EQ(board.steps[0].median_days, 30);
    EXPECT_EQ(board.steps[0].longest_days, 365);
    EXPECT_EQ(board.steps[0].longest_product, "b1");
    EXPECT_EQ(board.steps[0].bands, (std::array<std::int64_t, 5> {2, 0, 0, 1, 0})) << "30 days are still the first band, 365 still the fourth";
    EXPECT_EQ(board.steps[2].key, "pirt");
    EXPECT_EQ(board.steps[2].median_days, 1) << "of 0, 1 and 90; what is dated ahead waits no day";
    ASSERT_EQ(board.moves.size(), 5U);
    EXPECT_EQ(board.moves[0].key, "nib/dpmptsp");
    EXPECT_EQ(board.moves[1].key, "nib/pemilik");
    ASSERT_EQ(board.desks.size(), 4U);
    EXPECT_EQ(board.desks[0].key, "pemilik");
    EXPECT_EQ(board.desks[0].products, 3);
    EXPECT_EQ(board.desks[0].median_days, 30) << "of 10, 30 and 180 days";
    EXPECT_EQ(board.places[0].key, "1002");
    EXPECT_EQ(board.places[0].businesses, 2);
    EXPECT_EQ(board.all.products, 7);
    EXPECT_EQ(board.all.businesses, 4);
}

TEST(Board, OfNothingIsNothing)
{
    auto const board = board_of({}, order, day("2026-01-01"));
    EXPECT_TRUE(board.steps.empty());
    EXPECT_EQ(board.all.products, 0);
}

TEST(Board, EveryWayOfCountingAddsUpToTheProductsThatWait)
{
    EXPECT_TRUE(rc::check([] {
        std::vector<Wait> waits;
        auto const count = *rc::gen::inRange(0, 60);
        for (int i = 0; i < count; ++i)
            waits.push_back({*rc::gen::element<std::string>("nib", "pkp", "pirt", "lain"), *rc::gen::element<std::string>("pemilik", "dinkes"), "u" + std::to_string(*rc::gen::inRange(0, 9)),
                "p" + std::to_string(i), *rc::gen::element<std::string>("1002", "1003"), *rc::gen::element<std::string>("kering", "beku"), day("2025-06-01").plus_days(*rc::gen::inRange(-900, 300))});
        auto const board = board_of(waits, order, day("2026-01-01"));
        auto const sum = [](std::vector<BoardRow> const& rows) { return std::accumulate(rows.begin(), rows.end(), std::int64_t {0}, [](std::int64_t all, BoardRow const& row) { return all + row.products; }); };
        for (auto const* rows : {&board.steps, &board.moves, &board.desks, &board.places, &board.kinds}) {
            RC_ASSERT(sum(*rows) == count);
            for (auto const& row : *rows) {
                RC_ASSERT(std::accumulate(row.bands.begin(), row.bands.end(), std::int64_t {0}) == row.products);
                RC_ASSERT(row.businesses <= row.products);
                RC_ASSERT(row.median_days <= row.longest_days);
            }
        }
        RC_ASSERT(board.all.products == count);
    }));
}

} // namespace
} // namespace rtkeren::ladder
