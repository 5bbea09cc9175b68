#pragma once

#include "documents/workbook.hpp"

#include <optional>
#include <string>
#include <string_view>

/// What the values in a spreadsheet's file mean.
namespace rtkeren::documents {

/// A number format that shows a day: "dd/mm/yyyy", "[$-421]d mmmm yyyy", not "h:mm", "[Red]0" or "\"d\"0".
[[nodiscard]] bool is_date_format(std::string_view code);
/// Built-in formats without a code in the file: 14 to 17, 22, 27 to 36, 50 to 58.
[[nodiscard]] bool is_date_format_id(int id);

/// Serial day numbers: 1 is 1 January 1900 (with Excel's 29 February 1900 that never was: nothing), or 0 is 1 January 1904.
[[nodiscard]] std::optional<Date> date_of_serial(std::string_view number, bool since_1904);

/// "1.5E7" -> "15000000", "42.0" -> "42"; what has 15 digits and more or a fraction stays as it is written.
[[nodiscard]] std::string plain_number(std::string_view raw);
[[nodiscard]] bool is_number(std::string_view);

/// "BC12" -> row 12, column 54; from 0. nullopt when it is none.
struct Place {
    int row;
    int column;
};
[[nodiscard]] std::optional<Place> parse_place(std::string_view reference);
struct Area {
    Place first;
    Place last;
};
[[nodiscard]] std::optional<Area> parse_area(std::string_view reference);

/// "_x000D_" -> its character, as Excel writes what XML cannot.
[[nodiscard]] std::string unescape_excel(std::string_view text);

} // namespace rtkeren::documents
