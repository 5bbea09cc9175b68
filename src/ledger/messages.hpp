#pragma once

namespace rtkeren::ledger {

/// The sentences of the second lock. Operations ask `rules` first, so people see these rarely: two persons at once, a hold, a closed purse.
void register_messages();

} // namespace rtkeren::ledger
