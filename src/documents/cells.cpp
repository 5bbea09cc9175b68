#include "documents/cells.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace rtkeren::documents {

namespace {

bool is_digit(char character)
{
    return character >= '0' && character <= '9';
}

/// "3.57201E+15" in parts: digits without sign and point, how many of them are a fraction, exponent.
struct Scientific {
    bool negative {false};
    std::string digits;
    int fraction {0};
    int exponent {0};
};

std::optional<Scientific> parse_scientific(std::string_view text)
{
    Scientific parts;
    if (!text.empty() && (text[0] == '-' || text[0] == '+')) {
        parts.negative = text[0] == '-';
        text.remove_prefix(1);
    }
    bool point = false;
    std::size_t at = 0;
    for (; at < text.size() && (is_digit(text[at]) || ((text[at] == '.' || text[at] == ',') && !point)); ++at) {
        if (!is_digit(text[at])) {
            point = true;
            continue;
        }
        parts.digits += text[at];
        parts.fraction += point ? 1 : 0;
    }
    if (parts.digits.empty() || parts.digits.size() > 30 || at >= text.size() || (text[at] != 'e' && text[at] != 'E'))
        return std::nullopt;
    auto exponent = text.substr(at + 1);
    if (exponent.starts_with('+'))
        exponent.remove_prefix(1);
    auto [end, failed] = std::from_chars(exponent.data(), exponent.data() + exponent.size(), parts.exponent);
    if (failed != std::errc {} || end != exponent.data() + exponent.size() || std::abs(parts.exponent) > 400)
        return std::nullopt;
    return parts;
}

constexpr int exact_digits = 15;

} // namespace

bool SheetCell::lost_digits() const
{
    if (kind == CellKind::Number && std::ranges::count_if(text, is_digit) > exact_digits && text.find('.') == std::string::npos)
        return true;
    if (kind != CellKind::Number && kind != CellKind::Text)
        return false;
    auto parts = parse_scientific(text);
    // Digits before the point; from 16 on the last ones are not what was typed.
    return parts && parts->exponent + int(parts->digits.size()) - parts->fraction > exact_digits;
}

bool SheetRow::blank() const
{
    return std::ranges::all_of(cells, &SheetCell::empty);
}

bool is_date_format(std::string_view code)
{
    bool day_or_year = false;
    bool month = false;
    bool time = false;
    for (std::size_t i = 0; i < code.size(); ++i) {
        char character = code[i];
        if (character == '"' || character == '[') {
            auto end = code.find(character == '"' ? '"' : ']', i + 1);
            if (character == '[' && i + 1 < code.size() && std::string_view("hHmMsS").find(code[i + 1]) != std::string_view::npos)
                time = true; // elapsed time: [h]:mm
            if (end == std::string_view::npos)
                break;
            i = end;
        } else if (character == '\\' || character == '_' || character == '*') {
            ++i;
        } else if (character == ';') {
            break;
        } else if (code.substr(i, 7) == "General") {
            i += 6;
        } else if (std::string_view("yYdD").find(character) != std::string_view::npos) {
            day_or_year = true;
        } else if (character == 'm' || character == 'M') {
            month = true;
        } else if (std::string_view("hHsS").find(character) != std::string_view::npos) {
            time = true;
        }
    }
    return day_or_year || (month && !time);
}

bool is_date_format_id(int id)
{
    return (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
}

std::optional<Date> date_of_serial(std::string_view number, bool since_1904)
{
    double serial = 0;
    auto [end, failed] = std::from_chars(number.data(), number.data() + number.size(), serial);
    constexpr double last_day = 2'958'465; // 31 December 9999
    if (failed != std::errc {} || end != number.data() + number.size() || !(serial >= 0 && serial <= last_day))
        return std::nullopt;
    auto day = std::int32_t(std::floor(serial));
    constexpr std::int32_t days_1899_12_30 = -25'569;
    constexpr std::int32_t days_1904_01_01 = -24'107;
    if (since_1904)
        return Date::from_days(days_1904_01_01 + day);
    if (day == 0 || day == 60)
        return std::nullopt;
    return Date::from_days(days_1899_12_30 + day + (day < 60 ? 1 : 0));
}

bool is_number(std::string_view text)
{
    double value = 0;
    auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    return failed == std::errc {} && end == text.data() + text.size() && std::isfinite(value);
}

std::string plain_number(std::string_view raw)
{
    if (auto parts = parse_scientific(raw)) {
        auto zeros = parts->exponent - parts->fraction;
        if (zeros < 0 || int(parts->digits.size()) + zeros > exact_digits)
            return std::string(raw);
        auto digits = parts->digits + std::string(std::size_t(zeros), '0');
        auto first = std::min(digits.find_first_not_of('0'), digits.size() - 1);
        return (parts->negative ? "-" : "") + digits.substr(first);
    }
    auto point = raw.find('.');
    if (point != std::string_view::npos && point > 0 && point + 1 < raw.size() && raw.find_first_not_of('0', point + 1) == std::string_view::npos)
        return std::string(raw.substr(0, point));
    return std::string(raw);
}

std::optional<Place> parse_place(std::string_view reference)
{
    Place place {0, 0};
    std::size_t at = 0;
    for (; at < reference.size(); ++at) {
        char character = reference[at];
        if (character == '$')
            continue;
        if (character >= 'a' && character <= 'z')
            character = char(character - 'a' + 'A');
        if (character < 'A' || character > 'Z')
            break;
        place.column = place.column * 26 + (character - 'A' + 1);
        if (place.column > 20'000)
            return std::nullopt;
    }
    auto digits = reference.substr(at);
    auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), place.row);
    if (place.column == 0 || failed != std::errc {} || end != digits.data() + digits.size() || place.row < 1 || place.row > 10'000'000)
        return std::nullopt;
    return Place {place.row - 1, place.column - 1};
}

std::optional<Area> parse_area(std::string_view reference)
{
    auto colon = reference.find(':');
    auto first = parse_place(reference.substr(0, colon));
    auto last = colon == std::string_view::npos ? first : parse_place(reference.substr(colon + 1));
    if (!first || !last || last->row < first->row || last->column < first->column)
        return std::nullopt;
    return Area {*first, *last};
}

std::string unescape_excel(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned code = 0;
        bool escaped = text.substr(i, 2) == "_x" && i + 7 <= text.size() && text[i + 6] == '_'
            && std::from_chars(text.data() + i + 2, text.data() + i + 6, code, 16).ptr == text.data() + i + 6;
        // Only what XML cannot carry, and the underscore itself; nothing beyond ASCII is written so.
        if (escaped && code > 0 && code < 0x80) {
            out += char(code);
            i += 6;
        } else {
            out += text[i];
        }
    }
    return out;
}

} // namespace rtkeren::documents
