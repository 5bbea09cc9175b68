#include "base/date.hpp"

#include "base/text.hpp"

#include <array>
#include <charconv>
#include <fmt/format.h>
#include <optional>

namespace rtkeren {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr int first_year = 1;
constexpr int last_year = 9999;

constexpr std::array<std::string_view, 12> indonesian_months {
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"};
constexpr std::array<std::string_view, 12> english_months {
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"};
constexpr std::array<std::string_view, 12> indonesian_months_short {"Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"};
constexpr std::array<std::string_view, 12> english_months_short {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::array<std::string_view, 7> indonesian_days {"Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"};
constexpr std::array<std::string_view, 7> english_days {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};

struct MonthSpelling {
    std::string_view name;
    unsigned month;
};
/// Abbreviations and older spellings that offices still type.
constexpr std::array<MonthSpelling, 8> other_months {
    {{"pebruari", 2}, {"peb", 2}, {"agt", 8}, {"ags", 8}, {"agust", 8}, {"sept", 9}, {"nopember", 11}, {"nop", 11}}};

std::optional<unsigned> month_named(std::string_view typed)
{
    auto const name = lower_ascii(typed);
    for (auto const* names : {&indonesian_months, &indonesian_months_short, &english_months, &english_months_short}) {
        for (std::size_t i = 0; i < names->size(); ++i) {
            if (lower_ascii((*names)[i]) == name)
                return unsigned(i + 1);
        }
    }
    for (auto const& other : other_months) {
        if (other.name == name)
            return other.month;
    }
    return std::nullopt;
}

/// A number of so many digits, nothing else.
std::optional<int> digits_of(std::string_view text, std::size_t fewest, std::size_t most)
{
    if (text.size() < fewest || text.size() > most || !is_digits(text))
        return std::nullopt;
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

/// "28", "03" or "Maret", "2023": the three parts however they were separated; empty when there are not three.
std::vector<std::string_view> date_parts(std::string_view typed)
{
    for (char const separator : {'/', '-', '.', ' '}) {
        if (typed.find(separator) == std::string_view::npos)
            continue;
        std::vector<std::string_view> parts;
        for (auto part : split(typed, separator)) {
            if (auto const trimmed = trim(part); !trimmed.empty())
                parts.push_back(trimmed);
        }
        return parts.size() == 3 ? parts : std::vector<std::string_view> {};
    }
    return {};
}

constexpr std::int64_t milliseconds_per_day = 86'400'000;

std::int64_t zone_offset(Zone zone)
{
    switch (zone) {
    case Zone::Wib: return std::int64_t {7} * 3'600'000;
    case Zone::Wita: return std::int64_t {8} * 3'600'000;
    case Zone::Wit: return std::int64_t {9} * 3'600'000;
    }
    check_failed("zone");
}

std::int64_t floor_divide(std::int64_t value, std::int64_t by)
{
    return value / by - (value % by < 0 ? 1 : 0);
}

} // namespace

Result<Date> Date::of(int year, unsigned month, unsigned day)
{
    year_month_day const ymd {std::chrono::year {year}, std::chrono::month {month}, std::chrono::day {day}};
    // chrono keeps months and days in one byte: 257 would look like 1.
    if (year < first_year || year > last_year || month > 12 || day > 31 || !ymd.ok())
        return Error::invalid("date.invalid");
    return Date(sys_days {ymd});
}

Date Date::checked(std::chrono::days since_1970)
{
    constexpr sys_days first {year_month_day {std::chrono::year {first_year}, std::chrono::January, std::chrono::day {1}}};
    constexpr sys_days last {year_month_day {std::chrono::year {last_year}, std::chrono::December, std::chrono::day {31}}};
    sys_days const days {since_1970};
    CHECK(days >= first && days <= last);
    return Date(days);
}

Result<Date> Date::parse(std::string_view iso)
{
    if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-')
        return Error::invalid("date.format");
    auto const year = digits_of(iso.substr(0, 4), 4, 4);
    auto const month = digits_of(iso.substr(5, 2), 2, 2);
    auto const day = digits_of(iso.substr(8, 2), 2, 2);
    if (!year || !month || !day)
        return Error::invalid("date.format");
    return of(*year, unsigned(*month), unsigned(*day));
}

Result<Date> Date::parse_typed(std::string_view typed)
{
    auto const text = trim(typed);
    if (auto iso = parse(text); iso.ok() || iso.error().code == "date.invalid")
        return iso;
    auto const parts = date_parts(text);
    if (parts.size() != 3)
        return Error::invalid("date.format");
    auto const day = digits_of(parts[0], 1, 2);
    auto month = digits_of(parts[1], 1, 2);
    if (!month) {
        if (auto const named = month_named(parts[1]))
            month = int(*named);
    }
    // Two-digit years are refused: nobody should have to guess the century of a public document.
    auto const year = digits_of(parts[2], 4, 4);
    if (!day || !month || !year)
        return Error::invalid("date.format");
    return of(*year, unsigned(*month), unsigned(*day));
}

std::string Date::iso() const
{
    auto const date = ymd();
    return fmt::format("{:04}-{:02}-{:02}", int(date.year()), unsigned(date.month()), unsigned(date.day()));
}

std::string format_date(Date date, Language language)
{
    auto const& months = language == Language::English ? english_months : indonesian_months;
    return fmt::format("{} {} {}", date.day(), months[date.month() - 1], date.year());
}

std::string format_date_full(Date date, Language language)
{
    auto const& days = language == Language::English ? english_days : indonesian_days;
    return fmt::format("{}, {}", days[date.weekday().c_encoding()], format_date(date, language));
}

std::string format_date_short(Date date, Language language)
{
    auto const& months = language == Language::English ? english_months_short : indonesian_months_short;
    return fmt::format("{} {}", date.day(), months[date.month() - 1]);
}

std::string_view name_of(Zone zone)
{
    switch (zone) {
    case Zone::Wib: return "WIB";
    case Zone::Wita: return "WITA";
    case Zone::Wit: return "WIT";
    }
    check_failed("zone");
}

Result<Instant> Instant::parse(std::string_view text)
{
    bool const fraction = text.size() == 24;
    if ((text.size() != 20 && !fraction) || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text.back() != 'Z' || (fraction && text[19] != '.'))
        return Error::invalid("instant.format");
    auto const hour = digits_of(text.substr(11, 2), 2, 2);
    auto const minute = digits_of(text.substr(14, 2), 2, 2);
    auto const second = digits_of(text.substr(17, 2), 2, 2);
    auto const milliseconds = fraction ? digits_of(text.substr(20, 3), 3, 3) : std::optional<int> {0};
    auto const date = Date::parse(text.substr(0, 10));
    if (!hour || !minute || !second || !milliseconds || (!date.ok() && date.error().code == "date.format"))
        return Error::invalid("instant.format");
    if (!date.ok() || *hour > 23 || *minute > 59 || *second > 59)
        return Error::invalid("instant.invalid");
    auto const seconds_of_day = std::int64_t {*hour} * 3600 + *minute * 60 + *second;
    return Instant(date->days() * milliseconds_per_day + seconds_of_day * 1000 + *milliseconds);
}

std::string Instant::iso() const
{
    auto const days = floor_divide(m_milliseconds, milliseconds_per_day);
    auto const rest = m_milliseconds - days * milliseconds_per_day;
    return fmt::format(
        "{}T{:02}:{:02}:{:02}.{:03}Z", Date::from_days(std::int32_t(days)).iso(), rest / 3'600'000, rest / 60'000 % 60, rest / 1000 % 60, rest % 1000);
}

Date Instant::date_in(Zone zone) const
{
    return Date::from_days(std::int32_t(floor_divide(m_milliseconds + zone_offset(zone), milliseconds_per_day)));
}

Instant Instant::start_of(Date date, Zone zone)
{
    return Instant(date.days() * milliseconds_per_day - zone_offset(zone));
}

std::string format_time(Instant instant, Zone zone)
{
    auto const local = instant.milliseconds() + zone_offset(zone);
    auto const minutes = (local - floor_divide(local, milliseconds_per_day) * milliseconds_per_day) / 60'000;
    return fmt::format("{:02}.{:02} {}", minutes / 60, minutes % 60, name_of(zone));
}

} // namespace rtkeren
