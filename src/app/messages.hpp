#pragma once

#include "language/language.hpp"

#include <span>

namespace rtkeren::app {

/// Sentences of the program itself: configuration, command line, server.
void register_own_messages();
/// Those of `rtkeren inspect` and of every form that takes such a number.
[[nodiscard]] std::span<language::Message const> identifier_messages();

} // namespace rtkeren::app
