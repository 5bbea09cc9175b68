#pragma once

#include "payout/opening.hpp"

namespace rtkeren::spending {

/// What a pokmas had spent when its balances were booked, as expenses marked "saldo awal": one a purse and stage, a share a plan line, so that what is left of a
/// line, the gate of the next tranche and the report count it. What stood in `belanja` waits to be checked and accepted as any other; `sah` is accepted.
[[nodiscard]] Result<void> take_in_opening(db::WriteTx&, operations::Context&, payout::BookedGroup const&);

} // namespace rtkeren::spending
