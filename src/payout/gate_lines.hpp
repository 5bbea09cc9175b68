#pragma once

#include "payout/gates.hpp"
#include "payout/pages.hpp"

namespace rtkeren::payout {

/// The checklist of a unit: each gate with its reason and the link that mends it.
[[nodiscard]] UnitLine unit_line(UnitGates const&);

} // namespace rtkeren::payout
