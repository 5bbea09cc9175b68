#pragma once

#include "screens/screens.hpp"

#include <span>

/// What the room gives the program.
namespace rtkeren::rules {

[[nodiscard]] std::vector<operations::Operation> operations(); // rules.load, rules.release
[[nodiscard]] std::vector<http::Route> routes(Services&);
[[nodiscard]] std::vector<screens::NavEntry> navigation();
[[nodiscard]] std::span<std::string_view const> permissions();
void register_messages();

} // namespace rtkeren::rules
