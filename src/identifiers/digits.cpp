#include "identifiers/digits.hpp"

#include "base/check.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <charconv>

namespace rtkeren::identifiers {
namespace {

/// U+2010 to U+2015 and the minus sign: word processors put them for hyphens.
std::string with_plain_hyphens(std::string_view typed)
{
    std::string result;
    for (std::size_t i = 0; i < typed.size(); ++i) {
        auto const three = typed.substr(i, 3);
        bool const dash = three.size() == 3 && three.starts_with("\xE2\x80") && three[2] >= '\x90' && three[2] <= '\x95';
        if (dash || three == "\xE2\x88\x92") {
            result.push_back('-');
            i += 2;
        } else if (three.starts_with("\xC2\xA0")) {
            result.push_back(' ');
            i += 1;
        } else {
            result.push_back(typed[i] >= 'a' && typed[i] <= 'z' ? char(typed[i] - 'a' + 'A') : typed[i]);
        }
    }
    return result;
}

int luhn_sum(std::string_view digits, bool doubled)
{
    int sum = 0;
    for (auto at = digits.rbegin(); at != digits.rend(); ++at, doubled = !doubled) {
        int const digit = (*at - '0') * (doubled ? 2 : 1);
        sum += digit > 9 ? digit - 9 : digit;
    }
    return sum;
}

} // namespace

std::string compact(std::string_view typed)
{
    auto result = compact_with_hyphens(typed);
    std::erase(result, '-');
    return result;
}

std::string compact_with_hyphens(std::string_view typed)
{
    auto result = with_plain_hyphens(trim(typed));
    std::erase_if(result, [](char c) { return std::string_view(" \t\r\n.:/'").find(c) != std::string_view::npos; });
    return result;
}

bool lost_digits(std::string_view typed)
{
    auto const text = compact(typed);
    auto const at = text.find('E');
    if (at == std::string::npos || at == 0)
        return false;
    auto mantissa = text.substr(0, at);
    std::erase(mantissa, ',');
    auto exponent = std::string_view(text).substr(at + 1);
    if (exponent.starts_with('+'))
        exponent.remove_prefix(1);
    return is_digits(mantissa) && is_digits(exponent) && exponent.size() <= 2;
}

bool luhn_holds(std::string_view digits)
{
    return is_digits(digits) && luhn_sum(digits, false) % 10 == 0;
}

char luhn_digit(std::string_view digits)
{
    CHECK(is_digits(digits));
    return char('0' + (10 - luhn_sum(digits, true) % 10) % 10);
}

int number_of(std::string_view digits)
{
    CHECK(is_digits(digits) && digits.size() <= 9);
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

} // namespace rtkeren::identifiers
