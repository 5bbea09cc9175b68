#pragma once

#include "secrets/secrets.hpp"

/// Codes that stand on paper and are typed off it.
namespace rtkeren::secrets {

/// "7K3F-9QXB" of groups of four letters without look-alikes, that only the keys make of a name: what is printed for `name` needs no place in a table.
[[nodiscard]] std::string paper_code(Keys const&, std::string_view purpose, std::string_view name, int groups);
/// What was typed, without separators, upper case, with the letters that one misreads as they are meant: O is 0, I and L are 1.
[[nodiscard]] std::string normal_code(std::string_view typed);

} // namespace rtkeren::secrets
