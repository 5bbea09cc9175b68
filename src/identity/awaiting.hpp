#pragma once

#include "base/actor.hpp"
#include "db/db.hpp"
#include "operations/services.hpp"

namespace rtkeren::identity {

/// Offices that others entered and that wait for this person's confirmation.
[[nodiscard]] Result<std::int64_t> offices_to_confirm(Services&, db::ReadTx&, Actor const&);

} // namespace rtkeren::identity
