#pragma once

#include "base/result.hpp"

#include <chrono>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace rtkeren {

/// A civil day, always valid. Not an instant: it has no time and no zone.
class Date {
public:
    /// 1 January 1970; give every date a meaning before using it.
    Date() : m_days(std::chrono::sys_days {}) { }
    static Result<Date> of(int year, unsigned month, unsigned day); // date.invalid
    /// "2023-03-28" only; the form of storage, JSON and `<input type=date>`. date.format, date.invalid
    static Result<Date> parse(std::string_view iso);
    /// "28/03/2023", "28-3-2023", "28 Maret 2023", "28 Mar 2023" or ISO, as people and offices type it.
    static Result<Date> parse_typed(std::string_view);
    /// A stored day; outside the years 1 to 9999 is our bug, here and in `plus_days`.
    static Date from_days(std::int32_t days_since_1970) { return checked(std::chrono::days {days_since_1970}); }

    [[nodiscard]] int year() const { return int(ymd().year()); }
    [[nodiscard]] unsigned month() const { return unsigned(ymd().month()); }
    [[nodiscard]] unsigned day() const { return unsigned(ymd().day()); }
    [[nodiscard]] std::int32_t days() const { return std::int32_t(m_days.time_since_epoch().count()); }
    [[nodiscard]] std::chrono::weekday weekday() const { return std::chrono::weekday {m_days}; }
    [[nodiscard]] std::string iso() const; // "2023-03-28"

    [[nodiscard]] Date plus_days(int days) const { return checked(m_days.time_since_epoch() + std::chrono::days {days}); }
    /// Days from `this` to `other`: positive when other is later.
    [[nodiscard]] int days_until(Date other) const { return int((other.m_days - m_days).count()); }
    auto operator<=>(Date const&) const = default;

private:
    explicit Date(std::chrono::sys_days days) : m_days(days) { }
    static Date checked(std::chrono::days since_1970);
    [[nodiscard]] std::chrono::year_month_day ymd() const { return std::chrono::year_month_day {m_days}; }
    std::chrono::sys_days m_days;
};

enum class Language : std::uint8_t { Indonesian, English };

[[nodiscard]] std::string format_date(Date, Language = Language::Indonesian);      // "28 Maret 2023"
[[nodiscard]] std::string format_date_full(Date, Language = Language::Indonesian); // "Selasa, 28 Maret 2023"
[[nodiscard]] std::string format_date_short(Date, Language = Language::Indonesian); // "28 Mar"

/// The fixed zones of Indonesia: no daylight saving, so integer arithmetic is enough.
enum class Zone : std::uint8_t { Wib, Wita, Wit }; // +7, +8, +9
[[nodiscard]] std::string_view name_of(Zone);      // "WIB"

/// A moment in UTC with millisecond precision; "2026-08-17T03:04:05.123Z" (24 characters) in storage, so text order is time order.
class Instant {
public:
    Instant() = default;
    static Instant from_milliseconds(std::int64_t since_1970) { return Instant(since_1970); }
    /// "2026-08-17T03:04:05.123Z" or without the fraction; always UTC. instant.format, instant.invalid
    static Result<Instant> parse(std::string_view);
    [[nodiscard]] std::int64_t milliseconds() const { return m_milliseconds; }
    [[nodiscard]] std::string iso() const;
    [[nodiscard]] Date date_in(Zone) const;
    /// Midnight at the beginning of a civil day in the zone.
    static Instant start_of(Date, Zone);
    [[nodiscard]] Instant plus_seconds(std::int64_t seconds) const { return Instant(m_milliseconds + seconds * 1000); }
    auto operator<=>(Instant const&) const = default;

private:
    explicit Instant(std::int64_t milliseconds) : m_milliseconds(milliseconds) { }
    std::int64_t m_milliseconds {0};
};

/// "17.30 WIB"
[[nodiscard]] std::string format_time(Instant, Zone);

} // namespace rtkeren
