#pragma once

#include "language/language.hpp"

#include <span>

namespace rtkeren::documents {

/// The sentences of this room's codes; `app` registers them.
[[nodiscard]] std::span<language::Message const> messages();

} // namespace rtkeren::documents
