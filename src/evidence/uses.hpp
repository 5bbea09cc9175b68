#pragma once

#include "evidence/evidence.hpp"

namespace rtkeren::evidence {

/// What a file proves, the latest few: whether it was used elsewhere.
[[nodiscard]] Result<std::vector<Link>> uses_of(db::ReadTx&, CityId, std::string_view sha256);

} // namespace rtkeren::evidence
