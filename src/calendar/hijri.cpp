#include "calendar/hijri.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <memory>
#include <unicode/calendar.h>
#include <unicode/timezone.h>

namespace rtkeren::calendar {
namespace {

constexpr int shortest_month = 29;
constexpr int longest_month = 30;

constexpr std::array<std::string_view, 12> indonesian_hijri_months {
    "Muharam", "Safar", "Rabiulawal", "Rabiulakhir", "Jumadilawal", "Jumadilakhir", "Rajab", "Syakban", "Ramadan", "Syawal", "Zulkaidah", "Zulhijah"};
constexpr std::array<std::string_view, 12> english_hijri_months {"Muharram", "Safar", "Rabi al-awwal", "Rabi al-thani", "Jumada al-ula", "Jumada al-akhirah",
    "Rajab", "Shaban", "Ramadan", "Shawwal", "Dhu al-Qadah", "Dhu al-Hijjah"};

std::unique_ptr<icu::Calendar> make_umalqura()
{
    auto status = U_ZERO_ERROR;
    std::unique_ptr<icu::Calendar> calendar(
        icu::Calendar::createInstance(icu::TimeZone::getGMT()->clone(), icu::Locale("id@calendar=islamic-umalqura"), status));
    CHECK(U_SUCCESS(status) && calendar && std::string_view(calendar->getType()) == "islamic-umalqura");
    return calendar;
}

/// Months since the beginning of the count: neighbours differ by one, over the turn of the year too.
int month_number(HijriMonthStart const& start)
{
    return start.year * 12 + start.month - 1;
}

struct HijriMonth {
    int number;
    Date start;
    bool declared;
};

std::optional<Date> declared_start(std::span<HijriMonthStart const> table, int number)
{
    for (auto const& row : table) {
        if (row.declared && month_number(row) == number)
            return row.date;
    }
    return std::nullopt;
}

/// A month as declared; else as calculated, kept 29 or 30 days away from a declared neighbour so that no day is skipped or doubled.
HijriMonth month_of(std::span<HijriMonthStart const> table, int number, Date calculated)
{
    if (auto const declared = declared_start(table, number))
        return {number, *declared, true};
    if (auto const before = declared_start(table, number - 1))
        return {number, std::clamp(calculated, before->plus_days(shortest_month), before->plus_days(longest_month)), false};
    if (auto const after = declared_start(table, number + 1))
        return {number, std::clamp(calculated, after->plus_days(-longest_month), after->plus_days(-shortest_month)), false};
    return {number, calculated, false};
}

/// The calculated month of the day with the one before and the two after: a declared start is at most a day or two off.
std::array<HijriMonth, 4> months_around(Date date, HijriDate calculated, std::span<HijriMonthStart const> table)
{
    int const number = calculated.year * 12 + calculated.month - 1;
    auto const start = date.plus_days(1 - calculated.day);
    auto const before = start.plus_days(-calculated_hijri(start.plus_days(-1)).day);
    auto const next_of
        = [](Date month) { return month.plus_days(calculated_hijri(month.plus_days(shortest_month)).day == 1 ? shortest_month : longest_month); };
    auto const next = next_of(start);
    return {month_of(table, number - 1, before), month_of(table, number, start), month_of(table, number + 1, next), month_of(table, number + 2, next_of(next))};
}

Error month_error(std::string code, HijriMonthStart const& row)
{
    auto error = Error::invalid(std::move(code));
    error.arguments = {{"year", std::to_string(row.year)}, {"month", std::to_string(row.month)}};
    return error;
}

} // namespace

std::string_view name_of(HijriAuthority authority)
{
    switch (authority) {
    case HijriAuthority::Kemenag: return "kemenag";
    case HijriAuthority::Muhammadiyah: return "muhammadiyah";
    case HijriAuthority::Calculated: return "calculated";
    }
    check_failed("authority");
}

std::optional<HijriAuthority> hijri_authority_of(std::string_view name)
{
    for (auto authority : {HijriAuthority::Kemenag, HijriAuthority::Muhammadiyah, HijriAuthority::Calculated}) {
        if (name_of(authority) == name)
            return authority;
    }
    return std::nullopt;
}

HijriDate calculated_hijri(Date date)
{
    // A calendar is costly to make and not shared between threads.
    thread_local auto const calendar = make_umalqura();
    auto status = U_ZERO_ERROR;
    calendar->setTime(double(date.days()) * 86'400'000.0, status);
    HijriDate const result {calendar->get(UCAL_YEAR, status), calendar->get(UCAL_MONTH, status) + 1, calendar->get(UCAL_DAY_OF_MONTH, status)};
    CHECK(U_SUCCESS(status));
    return result;
}

HijriReading hijri_of(Date date, std::span<HijriMonthStart const> table)
{
    auto const calculated = calculated_hijri(date);
    auto const months = months_around(date, calculated, table);
    for (std::size_t i = 0; i + 1 < months.size(); ++i) {
        if (date < months[i].start || date >= months[i + 1].start)
            continue;
        int const day = months[i].start.days_until(date) + 1;
        // Whether a month has a thirtieth day is known only when the next one is declared.
        bool const declared = months[i].declared && (day <= shortest_month || months[i + 1].declared);
        if (day <= longest_month)
            return {{months[i].number / 12, months[i].number % 12 + 1, day}, declared};
    }
    return {calculated, false};
}

std::string hijri_label(Date date, std::span<HijriMonthStart const> table, Language language)
{
    auto const reading = hijri_of(date, table);
    auto label = fmt::format("{} {} {}", reading.date.day, hijri_month_name(reading.date.month, language), reading.date.year);
    if (!reading.declared)
        label += language == Language::English ? " (expected)" : " (perkiraan)";
    return label;
}

std::string_view hijri_month_name(int month, Language language)
{
    CHECK(month >= 1 && month <= 12);
    auto const& names = language == Language::English ? english_hijri_months : indonesian_hijri_months;
    return names[std::size_t(month - 1)];
}

Result<void> check_month_starts(std::span<HijriMonthStart const> table)
{
    std::vector<HijriMonthStart> rows(table.begin(), table.end());
    std::sort(rows.begin(), rows.end(), [](auto const& a, auto const& b) { return month_number(a) < month_number(b); });
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].month < 1 || rows[i].month > 12 || rows[i].year < 1)
            return month_error("hijri.month", rows[i]);
        if (i == 0)
            continue;
        if (rows[i].authority != rows[i - 1].authority)
            return month_error("hijri.authority", rows[i]);
        int const months = month_number(rows[i]) - month_number(rows[i - 1]);
        if (months == 0)
            return month_error("hijri.duplicate", rows[i]);
        int const days = rows[i - 1].date.days_until(rows[i].date);
        if (days < months * shortest_month || days > months * longest_month) {
            auto error = month_error("hijri.length", rows[i - 1]);
            error.arguments.emplace_back("days", std::to_string(days));
            return error;
        }
    }
    return {};
}

} // namespace rtkeren::calendar
