#pragma once

#include "evidence/evidence.hpp"

#include <span>

/// Many files at once, as the example city makes them.
namespace rtkeren::evidence {

/// As `put_bytes` for each, but they share two flushes of the disk: one for all bytes, one for all names.
[[nodiscard]] Result<std::vector<Stored>> put_all(Services const&, std::span<std::string const>);

} // namespace rtkeren::evidence
