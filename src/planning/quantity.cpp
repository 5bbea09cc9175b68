#include "planning/quantity.hpp"

#include "base/text.hpp"
#include "planning/planning.hpp"

#include <algorithm>

namespace rtkeren::planning {
namespace {

constexpr std::int64_t thousand = 1000;
constexpr std::size_t longest_whole = 9;

/// "1250" or "1.250": the digits alone; nothing when the dots do not stand at thousands.
std::optional<std::string> whole_digits(std::string_view text)
{
    auto const groups = split(text, '.');
    std::string digits;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        auto const is_grouped = groups.size() > 1;
        auto const fits = i == 0 ? groups[i].size() <= (is_grouped ? 3U : longest_whole + 1) : groups[i].size() == 3;
        if (!is_digits(groups[i]) || !fits)
            return std::nullopt;
        digits += groups[i];
    }
    return digits;
}

Result<std::int64_t> thousandths_of(std::string_view whole, std::string_view fraction)
{
    auto const digits = whole_digits(whole);
    if (!digits || fraction.size() > 3 || (!fraction.empty() && !is_digits(fraction)))
        return Error::invalid("quantity.format");
    if (digits->size() > longest_whole)
        return Error::invalid("quantity.range");
    std::string padded(fraction);
    padded.resize(3, '0');
    return *parse_integer(*digits) * thousand + *parse_integer(padded);
}

/// "12.5" and "0.25": a dot that cannot stand between thousands is a decimal one.
bool is_decimal_dot(std::string_view text)
{
    auto const dot = text.find('.');
    if (dot == std::string_view::npos || text.find('.', dot + 1) != std::string_view::npos || text.find(',') != std::string_view::npos)
        return false;
    auto const after = text.size() - dot - 1;
    return after == 1 || after == 2;
}

} // namespace

Result<Quantity> Quantity::parse(std::string_view text)
{
    auto const typed = trim(text);
    auto const comma = is_decimal_dot(typed) ? typed.find('.') : typed.find(',');
    auto const has_fraction = comma != std::string_view::npos;
    auto const fraction = has_fraction ? typed.substr(comma + 1) : std::string_view {};
    if (has_fraction && fraction.empty())
        return Error::invalid("quantity.format");
    auto const thousandths = TRY(thousandths_of(typed.substr(0, comma), fraction));
    if (thousandths == 0)
        return Error::invalid("quantity.range");
    return Quantity(thousandths);
}

std::string Quantity::str() const
{
    return format_quantity(m_thousandths);
}

std::string format_quantity(std::int64_t thousandths)
{
    auto text = format_number(thousandths / thousand);
    auto rest = std::to_string(thousandths % thousand);
    if (rest == "0")
        return text;
    rest.insert(0, 3 - rest.size(), '0');
    rest.erase(rest.find_last_not_of('0') + 1);
    return text + ',' + rest;
}

std::optional<Rupiah> line_amount(std::int64_t quantity_thousandths, Rupiah unit_price)
{
    CHECK(quantity_thousandths >= 0 && !unit_price.is_negative());
    std::int64_t whole {0};
    if (__builtin_mul_overflow(quantity_thousandths / thousand, unit_price.value(), &whole) || whole > Rupiah::limit)
        return std::nullopt;
    // At most 999 x 10^15: below 2^63.
    auto const part = (quantity_thousandths % thousand * unit_price.value() + thousand / 2) / thousand;
    return Rupiah::of(whole + part);
}

} // namespace rtkeren::planning
