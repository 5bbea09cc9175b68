#include "base/date.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace rtkeren {
namespace {

std::string typed_date(std::string_view text)
{
    auto const date = Date::parse_typed(text);
    return date.ok() ? date->iso() : date.error().code;
}

std::string iso_date(std::string_view text)
{
    auto const date = Date::parse(text);
    return date.ok() ? date->iso() : date.error().code;
}

Instant instant_of(std::string_view text)
{
    return Instant::parse(text).value();
}

TEST(Date, ExistsOrIsRefused)
{
    EXPECT_TRUE(Date::of(2000, 2, 29).ok());
    EXPECT_EQ(Date::of(1900, 2, 29).error().code, "date.invalid");
    EXPECT_FALSE(Date::of(2023, 2, 30).ok());
    EXPECT_FALSE(Date::of(2023, 13, 1).ok());
    EXPECT_FALSE(Date::of(2023, 257, 1).ok());
    EXPECT_FALSE(Date::of(2023, 1, 257).ok());
    EXPECT_FALSE(Date::of(2023, 0, 1).ok());
    EXPECT_FALSE(Date::of(0, 1, 1).ok());
    EXPECT_FALSE(Date::of(10'000, 1, 1).ok());
    EXPECT_DEATH((void)Date::of(9999, 12, 31)->plus_days(1), "CHECK");
}

TEST(Date, ReadsStorageForm)
{
    EXPECT_EQ(iso_date("2023-03-28"), "2023-03-28");
    EXPECT_EQ(iso_date("2023-02-30"), "date.invalid");
    for (std::string_view const text : {"", "2023-3-28", "2023/03/28", "23-03-28", "2023-03-28T", " 2023-03-28", "+023-03-28", "2023-0x-28"})
        EXPECT_EQ(iso_date(text), "date.format") << text;
}

TEST(Date, ReadsWhatPeopleType)
{
    struct Row {
        std::string_view text, expected;
    };
    constexpr Row rows[] {
        {"28/03/2023", "2023-03-28"},
        {"28-3-2023", "2023-03-28"},
        {"28.03.2023", "2023-03-28"},
        {"28 Maret 2023", "2023-03-28"},
        {"28 Mar 2023", "2023-03-28"},
        {" 28  maret  2023 ", "2023-03-28"},
        {"28-Mar-2023", "2023-03-28"},
        {"2023-03-28", "2023-03-28"},
        {"1 Agt 2024", "2024-08-01"},
        {"7 Nopember 2022", "2022-11-07"},
        {"3 July 2023", "2023-07-03"},
        {"17 Oktober 2024", "2024-10-17"},
        {"5 Mei 2024", "2024-05-05"},
        {"31/02/2023", "date.invalid"},
        {"2023-02-31", "date.invalid"},
        {"12/31/2023", "date.invalid"},
        {"28/03/23", "date.format"},
        {"28 2023", "date.format"},
        {"28 Ramadan 2023", "date.format"},
        {"45013", "date.format"},
        {"", "date.format"},
        {"besok", "date.format"},
        {"28/03/2023 10:00", "date.format"},
        {"028/03/2023", "date.format"},
    };
    for (auto const& row : rows)
        EXPECT_EQ(typed_date(row.text), row.expected) << row.text;
}

TEST(Date, IsWrittenInBothLanguages)
{
    auto const opening = Date::of(2023, 3, 28).value();
    EXPECT_EQ(format_date(opening), "28 Maret 2023");
    EXPECT_EQ(format_date_full(opening), "Selasa, 28 Maret 2023");
    EXPECT_EQ(format_date_short(opening), "28 Mar");
    EXPECT_EQ(format_date(opening, Language::English), "28 March 2023");
    EXPECT_EQ(format_date_full(opening, Language::English), "Tuesday, 28 March 2023");
    EXPECT_EQ(format_date_short(Date::of(2024, 10, 15).value()), "15 Okt");
}

TEST(Date, RoundTripsAndCounts)
{
    EXPECT_TRUE(rc::check("days, text and parts agree", [] {
        auto const days = *rc::gen::inRange<std::int32_t>(-719'162, 2'932'896 + 1);
        auto const date = Date::from_days(days);
        RC_ASSERT(date.days() == days);
        RC_ASSERT(Date::parse(date.iso()).value() == date);
        RC_ASSERT(Date::parse_typed(format_date_short(date) + " " + date.iso().substr(0, 4)).value() == date);
        RC_ASSERT(Date::of(date.year(), date.month(), date.day()).value() == date);
        auto const step = *rc::gen::inRange(-1000, 1000);
        RC_PRE(days + step >= -719'162 && days + step <= 2'932'896);
        RC_ASSERT(date.plus_days(step).plus_days(-step) == date);
        RC_ASSERT(date.days_until(date.plus_days(step)) == step);
        RC_ASSERT((date < date.plus_days(step)) == (step > 0));
        RC_ASSERT((date.iso() < date.plus_days(step).iso()) == (step > 0));
    }));
}

TEST(Instant, HasTheTextThatSorts)
{
    auto const moment = instant_of("2026-08-17T03:04:05.123Z");
    EXPECT_EQ(moment.iso(), "2026-08-17T03:04:05.123Z");
    EXPECT_EQ(instant_of("2026-08-17T03:04:05Z").iso(), "2026-08-17T03:04:05.000Z");
    EXPECT_EQ(Instant().iso(), "1970-01-01T00:00:00.000Z");
    EXPECT_EQ(Instant::from_milliseconds(-1).iso(), "1969-12-31T23:59:59.999Z");
    for (std::string_view const text :
        {"", "2026-08-17", "2026-08-17T03:04:05", "2026-08-17T03:04:05.123+", "2026-08-17 03:04:05.123Z", "2026-08-17T03:04:05.1x3Z"})
        EXPECT_EQ(Instant::parse(text).error().code, "instant.format") << text;
    for (std::string_view const text : {"2026-02-30T03:04:05Z", "2026-08-17T24:00:00Z", "2026-08-17T03:60:05Z", "2026-08-17T03:04:60Z"})
        EXPECT_EQ(Instant::parse(text).error().code, "instant.invalid") << text;
}

TEST(Instant, FallsOnTheDayOfTheZone)
{
    auto const evening = instant_of("2023-07-03T16:59:59Z");
    auto const midnight = evening.plus_seconds(1);
    EXPECT_EQ(evening.date_in(Zone::Wib).iso(), "2023-07-03");
    EXPECT_EQ(midnight.date_in(Zone::Wib).iso(), "2023-07-04");
    EXPECT_EQ(evening.date_in(Zone::Wita).iso(), "2023-07-04");
    EXPECT_EQ(Instant::start_of(Date::of(2023, 7, 4).value(), Zone::Wib), midnight);
    EXPECT_EQ(format_time(instant_of("2023-07-03T10:30:00Z"), Zone::Wib), "17.30 WIB");
    EXPECT_EQ(format_time(midnight, Zone::Wit), "02.00 WIT");
}

TEST(Instant, RoundTrips)
{
    EXPECT_TRUE(rc::check("parse(iso(x)) = x, and text order is time order", [] {
        auto any = rc::gen::inRange<std::int64_t>(-2'000'000'000'000, 4'000'000'000'000);
        auto const a = Instant::from_milliseconds(*any);
        auto const b = Instant::from_milliseconds(*any);
        RC_ASSERT(Instant::parse(a.iso()).value() == a);
        RC_ASSERT((a < b) == (a.iso() < b.iso()));
    }));
}

} // namespace
} // namespace rtkeren
