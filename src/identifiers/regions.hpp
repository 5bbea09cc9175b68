#pragma once

#include <optional>
#include <string_view>

namespace rtkeren::identifiers {

/// Codes of regions as numbers carry them: also those of before a region was split, since people keep their first number.
/// The city's own list with names down to RT is in `territory`; this one only tells a slip of the pen.

/// "Jawa Timur" of "35"; empty when there is no such province.
[[nodiscard]] std::string_view province_name(std::string_view province);
/// Four digits, province and regency or city.
[[nodiscard]] bool is_regency(std::string_view regency);
/// Six digits; nothing where the districts of that regency are not listed here.
[[nodiscard]] std::optional<bool> is_district(std::string_view district);
/// "Kepanjenkidul" of "357201"; empty where not listed.
[[nodiscard]] std::string_view district_name(std::string_view district);

} // namespace rtkeren::identifiers
