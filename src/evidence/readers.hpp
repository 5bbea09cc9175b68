#pragma once

#include "db/db.hpp"
#include "operations/operations.hpp"

namespace rtkeren::evidence {

/// Whether somebody may see a file: who reads the place (and pokmas) of something that it proves, who attached it, and for a file that proves nothing
/// yet who sent it. A hash alone opens nothing.
[[nodiscard]] Result<bool> may_read(db::ReadTx&, Services const&, Actor const&, std::string_view sha256);

} // namespace rtkeren::evidence
