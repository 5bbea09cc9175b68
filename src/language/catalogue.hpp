#pragma once

#include <string_view>

namespace rtkeren::language {

/// The compiled po/en.po (`.mo`), embedded when the program is built.
[[nodiscard]] std::string_view english_catalogue();

} // namespace rtkeren::language
