#include "turnover/figures.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <map>

namespace rtkeren::turnover {
namespace {

using enterprise::Channel;
using enterprise::Method;

Date day(std::string_view iso) { return Date::parse(iso).value(); }

TEST(Months, AreCountedAndGoneBack)
{
    EXPECT_EQ(month_of(day("2024-02-29")), "2024-02");
    EXPECT_EQ(days_in("2024-02"), 29);
    EXPECT_EQ(days_in("2025-12"), 31);
    EXPECT_EQ(month_before("2026-01", 1), "2025-12");
    EXPECT_EQ(month_before("2026-01", 13), "2024-12");
    EXPECT_EQ(month_before("2025-12", -1), "2026-01");
}

TEST(Split, SpreadsARecordEvenlyOverItsDaysAndLosesNothing)
{
    auto const parts = split_by_month(day("2025-12-31"), day("2026-01-02"), 100'000_rp);
    ASSERT_EQ(parts.size(), 2U);
    EXPECT_EQ(parts[0].month, "2025-12");
    EXPECT_EQ(parts[0].days, 1);
    EXPECT_EQ(parts[0].amount + parts[1].amount, 100'000_rp);
    EXPECT_EQ(parts[1].amount, 66'667_rp);
    rc::check([](std::uint16_t start, std::uint16_t length, std::uint32_t amount) {
        auto const from = Date::from_days(18'000 + start % 4'000);
        auto const to = from.plus_days(length % 366);
        auto sum = 0_rp;
        std::int64_t days = 0;
        for (auto const& part : split_by_month(from, to, Rupiah::checked(amount))) {
            sum += part.amount;
            days += part.days;
            RC_ASSERT(part.days >= 1 && part.days <= days_in(part.month));
        }
        RC_ASSERT(sum == Rupiah::checked(amount));
        RC_ASSERT(days == from.days_until(to) + 1);
    });
}

Record record(std::string_view from, std::string_view to, Channel channel, Method method, Rupiah amount)
{
    Record made;
    made.from = day(from);
    made.to = day(to);
    made.channel = channel;
    made.method = method;
    made.amount = amount;
    return made;
}

TEST(Figure, TakesTheBestMethodOfEachChannelAndNeverAddsMethods)
{
    std::vector<Record> records {record("2025-12-01", "2025-12-31", Channel::Rumah, Method::RecallMonth, 900'000_rp),
        record("2025-12-01", "2025-12-20", Channel::Rumah, Method::CashBook, 700'000_rp), record("2025-12-14", "2025-12-14", Channel::Bazar, Method::StallTally, 400'000_rp),
        record("2025-12-01", "2025-12-31", Channel::Bazar, Method::RecallMonth, 650'000_rp)};
    auto const figure = figure_of(month_rows(records));
    ASSERT_TRUE(figure);
    EXPECT_EQ(figure->amount, 1'100'000_rp) << "cash book at home, tally at the bazaar";
    EXPECT_EQ(figure->weakest, Method::StallTally);
    records[1].to = day("2025-12-03");
    EXPECT_EQ(figure_of(month_rows(records))->amount, 1'300'000_rp) << "three days of a cash book do not stand for a month";
    records[0].corrected_by = RecordId {};
    EXPECT_EQ(figure_of(month_rows(records))->amount, 1'100'000_rp) << "what was replaced counts no more";
    EXPECT_FALSE(figure_of({}));
}

TEST(Sums, ByMethodAreTheRecordsThatCount)
{
    rc::check([](std::vector<std::tuple<std::uint8_t, std::uint8_t, std::uint8_t, std::uint32_t, bool>> const& draws) {
        std::vector<Record> records;
        std::map<Method, Rupiah> wanted;
        for (auto const& [start, length, kind, amount, counts] : draws) {
            Record made;
            made.from = Date::from_days(20'000 + start);
            made.to = made.from.plus_days(length);
            made.channel = static_cast<Channel>(kind % 5);
            made.method = static_cast<Method>(kind % 6);
            made.amount = Rupiah::checked(amount);
            made.withdrawn = !counts;
            if (counts)
                wanted[made.method] += made.amount;
            records.push_back(made);
        }
        std::map<Method, Rupiah> sums;
        for (auto const& row : month_rows(records))
            sums[row.method] += row.amount;
        RC_ASSERT(sums == wanted);
    });
}

} // namespace
} // namespace rtkeren::turnover
