#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rtkeren::identifiers {

/// The first and last characters of an ASCII number, a bullet for each one between. When they would leave fewer than four hidden, all are.
[[nodiscard]] std::string masked(std::string_view text, std::size_t first, std::size_t last);

} // namespace rtkeren::identifiers
