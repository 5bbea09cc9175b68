#pragma once

#include "insight/waiting.hpp"

/// What waits for a person and has no file yet: a plan to write, a contract to sign, a tranche to ask for, taxes and months that the books are waiting for, an interview of a survey.
/// It is read from where the money stands, so nothing is told twice and nothing has to be ticked off.
namespace rtkeren::insight {

/// Of the running year and the actor's places and pokmas, none of these when no year is open; and the interviews that were handed to the actor.
[[nodiscard]] Result<std::vector<Duty>> duties_of(db::ReadTx&, Services&, Actor const&);

} // namespace rtkeren::insight
