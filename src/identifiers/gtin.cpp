#include "identifiers/gtin.hpp"

#include "base/text.hpp"
#include "identifiers/digits.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace rtkeren::identifiers {
namespace {

constexpr std::string_view gtin_path = "/01/";

struct LinkKey {
    std::string_view code, name;
};
/// What may follow the GTIN in the path, in this order only.
constexpr std::array<LinkKey, 3> link_qualifiers {{{"22", "variant"}, {"10", "batch"}, {"21", "serial"}}};
constexpr std::array<LinkKey, 6> link_dates {
    {{"11", "produced"}, {"12", "due"}, {"13", "packed"}, {"15", "best_before"}, {"16", "sell_by"}, {"17", "expiry"}}};

bool is_gtin_length(std::size_t length)
{
    return length == 8 || (length >= 12 && length <= 14);
}

std::string padded_to_14(std::string_view digits)
{
    return std::string(14 - digits.size(), '0').append(digits);
}

bool has_check_digit(std::string_view digits)
{
    return gtin_check_digit(digits.substr(0, digits.size() - 1)) == digits.back();
}

/// The GS1 prefix: of a GTIN-14 it follows the packaging level, an 8 has prefixes of its own.
std::string gtin_prefix(std::string_view digits)
{
    return digits.size() == 8 ? std::string(digits.substr(0, 3)) : padded_to_14(digits).substr(1, 3);
}

bool is_restricted(std::string_view digits)
{
    int const prefix = number_of(gtin_prefix(digits));
    if (prefix >= 200 && prefix <= 299)
        return true;
    return digits.size() == 8 ? prefix < 100 : (prefix >= 20 && prefix <= 29) || (prefix >= 40 && prefix <= 49);
}

/// Judges the number itself and adds its parts.
void read_gtin(Inspection& gtin, std::string_view digits)
{
    bool const all_zero = digits.find_first_not_of('0') == std::string_view::npos;
    if (!is_digits(digits) || !is_gtin_length(digits.size()) || all_zero)
        return gtin.error("gtin.format");
    // A link writes shorter numbers with zeros before them.
    auto shown = digits;
    if (digits.size() == 14 && digits.front() == '0')
        shown = digits.substr(digits.starts_with("000000") ? 6 : 1);
    gtin.set("form", "GTIN-" + std::to_string(shown.size()));
    gtin.set("gtin14", padded_to_14(digits));
    gtin.set("prefix", gtin_prefix(shown));
    if (!has_check_digit(digits))
        return gtin.error("gtin.checksum");
    if (is_restricted(shown))
        gtin.warn("gtin.restricted", {{"prefix", gtin_prefix(shown)}});
    else if (shown.size() != 8 && gtin_prefix(shown) == "899")
        gtin.info("gtin.indonesia");
}

/// Values of batch, serial and variant: 1 to 20 printable ASCII characters (GS1 character set 82 has no others).
bool is_link_value(std::string_view value)
{
    return !value.empty() && value.size() <= 20 && std::all_of(value.begin(), value.end(), [](char c) { return c > ' ' && c < '\x7F'; });
}

/// `YYMMDD`; day 00 is the end of the month. Nothing when there is no such day.
std::optional<std::string> link_date(std::string_view text)
{
    if (text.size() != 6 || !is_digits(text))
        return std::nullopt;
    int const year = 2000 + number_of(text.substr(0, 2));
    auto const month = unsigned(number_of(text.substr(2, 2)));
    auto day = unsigned(number_of(text.substr(4, 2)));
    if (day == 0) {
        for (day = 31; day > 28 && !Date::of(year, month, day).ok();)
            --day;
    }
    auto const date = Date::of(year, month, day);
    return date.ok() ? std::optional(date->iso()) : std::nullopt;
}

void read_link_qualifiers(Inspection& gtin, std::span<std::string_view const> segments)
{
    if (segments.size() % 2 != 0)
        return gtin.error("gtin.link");
    auto const* next = link_qualifiers.begin();
    for (std::size_t i = 0; i < segments.size(); i += 2) {
        auto const same_code = [&](LinkKey const& key) { return key.code == segments[i]; };
        if (std::none_of(link_qualifiers.begin(), link_qualifiers.end(), same_code))
            return gtin.error("gtin.link", {{"key", std::string(segments[i])}});
        next = std::find_if(next, link_qualifiers.end(), same_code);
        if (next == link_qualifiers.end())
            return gtin.error("gtin.order", {{"key", std::string(segments[i])}});
        auto const value = percent_decoded(segments[i + 1]);
        if (!value || !is_link_value(*value))
            return gtin.error("gtin.link", {{"key", std::string(segments[i])}});
        gtin.set(std::string(next->name), *value);
        ++next;
    }
}

void read_link_query(Inspection& gtin, std::string_view query)
{
    for (auto const pair : split(query, '&')) {
        auto const equals = pair.find('=');
        auto const* const known = std::find_if(link_dates.begin(), link_dates.end(), [&](LinkKey const& key) { return key.code == pair.substr(0, equals); });
        if (known == link_dates.end() || equals == std::string_view::npos)
            continue; // other keys are the owner's business
        if (auto const date = link_date(pair.substr(equals + 1)))
            gtin.set(std::string(known->name), *date);
        else
            gtin.error("gtin.date", {{"key", std::string(known->code)}});
    }
}

void read_link(Inspection& gtin, std::string_view link)
{
    link = link.substr(0, link.find('#'));
    auto const question = link.find('?');
    auto path = link.substr(0, question);
    auto const at = path.find(gtin_path);
    if (at == std::string_view::npos)
        return gtin.error("gtin.link");
    path.remove_prefix(at + gtin_path.size());
    if (path.ends_with('/'))
        path.remove_suffix(1);
    auto const segments = split(path, '/');
    auto const digits = segments.front();
    read_gtin(gtin, digits);
    if (gtin.has("gtin.format"))
        return;
    gtin.value = padded_to_14(digits);
    auto const rest = path.substr(digits.size());
    gtin.set("link", std::string(gtin_path) + gtin.value + std::string(rest));
    read_link_qualifiers(gtin, std::span(segments).subspan(1));
    if (question != std::string_view::npos)
        read_link_query(gtin, link.substr(question + 1));
}

bool is_link(std::string_view text)
{
    auto const lower = lower_ascii(text.substr(0, 8));
    return lower.starts_with("http://") || lower.starts_with("https://") || lower.starts_with('/');
}

} // namespace

char gtin_check_digit(std::string_view digits)
{
    int sum = 0;
    int weight = 3;
    for (auto at = digits.rbegin(); at != digits.rend(); ++at, weight = 4 - weight)
        sum += (*at - '0') * weight;
    return char('0' + (10 - sum % 10) % 10);
}

Inspection inspect_gtin(std::string_view typed)
{
    auto const text = trim(typed);
    if (is_link(text)) {
        Inspection gtin {"gtin", std::string(text)};
        read_link(gtin, text);
        return gtin;
    }
    Inspection gtin {"gtin", compact(typed)};
    if (lost_digits(typed))
        gtin.error("gtin.digits_lost");
    else
        read_gtin(gtin, gtin.value);
    return gtin;
}

} // namespace rtkeren::identifiers
