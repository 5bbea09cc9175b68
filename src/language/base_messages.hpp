#pragma once

#include "language/language.hpp"

namespace rtkeren::language {

/// The sentences of codes that base and the mechanism rooms raise.
[[nodiscard]] std::span<Message const> base_messages();

} // namespace rtkeren::language
