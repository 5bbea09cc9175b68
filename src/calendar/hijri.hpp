#pragma once

#include "base/date.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rtkeren::calendar {

/// A day of the Islamic calendar by civil days (from midnight, not from sunset).
struct HijriDate {
    int year {0};
    int month {0}; // 1 Muharam ... 9 Ramadan ... 12 Zulhijah
    int day {0};
    auto operator<=>(HijriDate const&) const = default;
};

/// Who says when a month begins. Two authorities may differ by a day and both be in public use: the table is the city's own choice.
enum class HijriAuthority : std::uint8_t {
    Kemenag,      // Ministry of Religion, in the *sidang isbat* on the 29th of the month before
    Muhammadiyah, // announced long before
    Calculated,   // Umm al-Qura
};
[[nodiscard]] std::string_view name_of(HijriAuthority); // "kemenag", "muhammadiyah", "calculated"
[[nodiscard]] std::optional<HijriAuthority> hijri_authority_of(std::string_view);

/// The first day of a month. Dates are never moved by a number of days, only by such a row: shifting skips or doubles days.
struct HijriMonthStart {
    HijriAuthority authority {HijriAuthority::Kemenag};
    int year {0};
    int month {0};
    Date date;
    bool declared {false}; // false: expected, still to be decided
    auto operator<=>(HijriMonthStart const&) const = default;
};

/// A day, and whether an authority has declared the month that it lies in.
struct HijriReading {
    HijriDate date;
    bool declared {false};
};

/// Umm al-Qura by calculation (ICU `islamic-umalqura`; the plain `islamic` calendar is a day off too often).
[[nodiscard]] HijriDate calculated_hijri(Date);

/// Declared month starts decide; months without one are calculated, and not declared. The thirtieth day of a declared month is sure only
/// when the next month is declared too. `table` holds the rows of one authority, in any order; rows not declared only show what is expected.
[[nodiscard]] HijriReading hijri_of(Date, std::span<HijriMonthStart const> table);

/// "6 Ramadan 1444"; with " (perkiraan)" when nobody has declared it yet.
[[nodiscard]] std::string hijri_label(Date, std::span<HijriMonthStart const> table, Language = Language::Indonesian);
/// "Ramadan", "Syawal", ...; of the English names "Shawwal", ...
[[nodiscard]] std::string_view hijri_month_name(int month, Language = Language::Indonesian);

/// Whether a table can be: months 1 to 12, no month twice, and two declared months that follow each other 29 or 30 days apart.
/// Codes: hijri.month, hijri.duplicate, hijri.length (arguments: year, month, days), hijri.authority when authorities are mixed.
[[nodiscard]] Result<void> check_month_starts(std::span<HijriMonthStart const> table);

} // namespace rtkeren::calendar
