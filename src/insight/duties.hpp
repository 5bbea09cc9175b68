#pragma once

#include "insight/waiting.hpp"

/// What waits for a person and has no file yet: a plan to write, a contract to sign, a tranche to ask for, taxes and months that the books are waiting for.
/// It is read from where the money stands, so nothing is told twice and nothing has to be ticked off.
namespace rtkeren::insight {

/// Of the running year and the actor's places and pokmas; none when no year is open.
[[nodiscard]] Result<std::vector<Duty>> duties_of(db::ReadTx&, Services&, Actor const&);

} // namespace rtkeren::insight
