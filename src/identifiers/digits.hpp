#pragma once

#include <string>
#include <string_view>

namespace rtkeren::identifiers {

/// Without blanks, dots, hyphens, dashes, colons and slashes, upper case: as people separate numbers when they type them.
[[nodiscard]] std::string compact(std::string_view typed);
/// The same, with hyphens kept and every kind of dash made a hyphen.
[[nodiscard]] std::string compact_with_hyphens(std::string_view typed);

/// "3.57201E+15": a spreadsheet has thrown digits away. They cannot be guessed back.
[[nodiscard]] bool lost_digits(std::string_view typed);

/// Luhn's check of a text of digits, the check digit last.
[[nodiscard]] bool luhn_holds(std::string_view digits);
/// The digit that makes `digits` followed by it pass.
[[nodiscard]] char luhn_digit(std::string_view digits);

/// Of at most nine digits.
[[nodiscard]] int number_of(std::string_view digits);

} // namespace rtkeren::identifiers
