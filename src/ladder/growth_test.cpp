#include "ladder/growth.hpp"

#include <gtest/gtest.h>

namespace rtkeren::ladder {
namespace {

using enterprise::Channel;
using enterprise::Method;
using turnover::MonthRow;

Date const today = Date::parse("2025-10-10").value();

MonthRow month(std::string name, std::int64_t amount, Method method = Method::CashBook, std::int64_t days = 30, Channel channel = Channel::Rumah)
{
    return {std::move(name), channel, method, Rupiah::of(amount).value(), days};
}
std::vector<MonthRow> months(std::vector<std::string> const& names, std::int64_t amount, Method method = Method::CashBook)
{
    std::vector<MonthRow> rows;
    for (auto const& name : names)
        rows.push_back(month(name, amount, method));
    return rows;
}
std::vector<MonthRow> operator+(std::vector<MonthRow> a, std::vector<MonthRow> const& b)
{
    a.insert(a.end(), b.begin(), b.end());
    return a;
}
std::string why(std::vector<MonthRow> const& rows) { return std::string(name_of(growth_of(rows, today).why)); }

TEST(Growth, IsSaidAgainstTheSameMonthsOfTheYearBefore)
{
    auto const rows = months({"2024-07", "2024-08", "2024-09"}, 1'000'000) + months({"2025-04", "2025-05", "2025-06"}, 3'000'000) + months({"2025-07", "2025-08", "2025-09"}, 1'250'000);
    auto const growth = growth_of(rows, today);
    ASSERT_TRUE(growth.is_comparable());
    EXPECT_TRUE(growth.same_season);
    EXPECT_EQ(growth.change_bp, 2'500) << "not against the feast that came in between";
    EXPECT_EQ(growth.now.from, "2025-07");
    EXPECT_EQ(growth.past.until, "2024-09");
}

TEST(Growth, FallsBackToTheThreeMonthsBeforeAndSaysSo)
{
    auto const growth = growth_of(months({"2025-04", "2025-05", "2025-06"}, 2'000'000) + months({"2025-07", "2025-08", "2025-09"}, 1'500'000), today);
    ASSERT_TRUE(growth.is_comparable());
    EXPECT_FALSE(growth.same_season);
    EXPECT_EQ(growth.change_bp, -2'500);
}

TEST(Growth, IsNotSaidWhereItCannotBe)
{
    EXPECT_EQ(why({}), "no_records");
    EXPECT_EQ(why(months({"2025-04", "2025-05", "2025-06", "2025-07", "2025-08", "2025-09"}, 1, Method::RecallMonth)), "weak_method");
    EXPECT_EQ(why(months({"2025-04", "2025-05", "2025-06", "2025-07", "2025-08", "2025-09"}, 1, Method::StallTally)), "weak_method");
    EXPECT_EQ(why(months({"2025-08", "2025-09"}, 1)), "too_short");
    EXPECT_EQ(why(months({"2025-07", "2025-09", "2025-06"}, 1)), "too_short") << "a month is missing between";
    EXPECT_EQ(why(months({"2025-08", "2025-09", "2025-10"}, 1)), "too_short") << "this month is not over";
    EXPECT_EQ(why(months({"2025-07", "2025-08", "2025-09"}, 1)), "no_past");
    EXPECT_EQ(why(months({"2025-07", "2025-08", "2025-09"}, 1) + months({"2025-04", "2025-05", "2025-06"}, 1, Method::QrisStatement)), "no_past") << "methods are never compared";
    EXPECT_EQ(why(months({"2024-07", "2024-08", "2024-09"}, 0) + months({"2025-07", "2025-08", "2025-09"}, 5)), "past_zero");
    auto rows = months({"2025-04", "2025-05", "2025-06", "2025-07", "2025-08", "2025-09"}, 1'000);
    for (auto const* name : {"2025-07", "2025-08", "2025-09"})
        rows.push_back(month(name, 9'000, Method::CashBook, 30, Channel::Bazar));
    EXPECT_EQ(why(rows), "other_channels") << "writing down a second channel is no growth";
}

TEST(Growth, AMonthCountsWhenHalfItsDaysAreWrittenDown)
{
    auto rows = months({"2025-04", "2025-05", "2025-06", "2025-07", "2025-08"}, 1'000);
    rows.push_back(month("2025-09", 500, Method::CashBook, 14));
    EXPECT_EQ(growth_of(rows, today).now.until, "2025-08");
    rows.back().days = 15;
    EXPECT_EQ(growth_of(rows, today).now.until, "2025-09");
}

TEST(BookRun, HoldsUntilItStops)
{
    auto run = book_run(months({"2025-05", "2025-06", "2025-07", "2025-08"}, 1), today);
    EXPECT_EQ(run.since, "2025-07");
    EXPECT_EQ(run.last, "2025-08");
    EXPECT_TRUE(run.holds);
    run = book_run(months({"2025-03", "2025-04", "2025-05"}, 1), today);
    EXPECT_EQ(run.since, "2025-05");
    EXPECT_FALSE(run.holds);
    EXPECT_FALSE(book_run(months({"2025-08", "2025-09"}, 1), today).since);
    EXPECT_FALSE(book_run(months({"2025-07", "2025-08", "2025-09"}, 1, Method::QrisStatement), today).since) << "a statement of payments is no book";
}

} // namespace
} // namespace rtkeren::ladder
