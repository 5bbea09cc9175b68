#include "calendar/holidays.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace rtkeren::calendar {
namespace {

Date working_day(std::string_view iso)
{
    return Date::parse(iso).value();
}

Holidays august_2024()
{
    Holidays holidays;
    holidays.add(working_day("2024-08-17"), "Proklamasi Kemerdekaan"); // a Saturday
    holidays.add(working_day("2024-09-16"), "Maulid Nabi Muhammad");   // a Monday
    holidays.add(working_day("2024-12-25"), "Natal");
    holidays.add(working_day("2024-12-26"), "Cuti bersama Natal", true);
    return holidays;
}

TEST(Holidays, CloseOfficesWithWeekends)
{
    auto const holidays = august_2024();
    EXPECT_TRUE(holidays.is_working_day(working_day("2024-09-13")));
    EXPECT_FALSE(holidays.is_working_day(working_day("2024-09-14")));
    EXPECT_FALSE(holidays.is_working_day(working_day("2024-09-15")));
    EXPECT_FALSE(holidays.is_working_day(working_day("2024-09-16")));
    EXPECT_FALSE(holidays.is_working_day(working_day("2024-12-26")));
    EXPECT_EQ(holidays.on(working_day("2024-12-26")), std::optional(Holiday {"Cuti bersama Natal", true}));
    EXPECT_EQ(holidays.on(working_day("2024-09-13")), std::nullopt);
}

TEST(Holidays, KeepBothReasonsOfADay)
{
    Holidays holidays;
    holidays.add(working_day("2025-01-27"), "Cuti bersama", true);
    holidays.add(working_day("2025-01-27"), "Isra Mikraj");
    holidays.add(working_day("2025-01-27"), "Isra Mikraj");
    EXPECT_EQ(holidays.on(working_day("2025-01-27")), std::optional(Holiday {"Cuti bersama, Isra Mikraj", false}));
}

TEST(Holidays, CountDeadlines)
{
    struct Row {
        std::string_view from;
        int count;
        std::string_view due;
    };
    constexpr Row rows[] {
        {"2024-09-12", 1, "2024-09-13"},
        {"2024-09-13", 1, "2024-09-17"},
        {"2024-09-13", 3, "2024-09-19"},
        {"2024-09-17", -1, "2024-09-13"},
        {"2024-09-13", 0, "2024-09-13"},
        {"2024-09-14", 0, "2024-09-17"},
        {"2024-09-14", 1, "2024-09-17"},
        {"2024-12-24", 1, "2024-12-27"},
        {"2024-08-16", 1, "2024-08-19"},
    };
    auto const holidays = august_2024();
    for (auto const& row : rows)
        EXPECT_EQ(holidays.add_working_days(working_day(row.from), row.count).iso(), row.due) << row.from << " + " << row.count;
    EXPECT_EQ(holidays.working_days_between(working_day("2024-09-13"), working_day("2024-09-19")), 3);
    EXPECT_EQ(holidays.working_days_between(working_day("2024-09-19"), working_day("2024-09-13")), -3);
    EXPECT_EQ(holidays.working_days_between(working_day("2024-08-16"), working_day("2024-08-19")), 1);
}

TEST(Holidays, CountLikeOneWhoCountsDays)
{
    EXPECT_TRUE(rc::check("whole weeks at once give what day by day gives, and adding undoes counting", [] {
        auto const start = working_day("2023-01-01");
        Holidays holidays;
        for (int offset : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 200)))
            holidays.add(start.plus_days(offset), "libur");
        auto const from = start.plus_days(*rc::gen::inRange(0, 200));
        auto const to = from.plus_days(*rc::gen::inRange(0, 100));
        int counted = 0;
        for (auto day = from; day < to;) {
            day = day.plus_days(1);
            counted += holidays.is_working_day(day) ? 1 : 0;
        }
        RC_ASSERT(holidays.working_days_between(from, to) == counted);
        auto const due = holidays.add_working_days(from, counted);
        RC_ASSERT(counted == 0 || due <= to);
        RC_ASSERT(counted == 0 || holidays.is_working_day(due));
    }));
}

} // namespace
} // namespace rtkeren::calendar
