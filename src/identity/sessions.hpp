#pragma once

#include "identity/identity.hpp"

namespace rtkeren::identity {

/// Draws the tokens; outside the transaction, which may run twice.
[[nodiscard]] SignedIn new_session(Services&, UserId);
[[nodiscard]] Result<void> store_session(db::WriteTx&, CityId, SignedIn const&, std::string_view device, Instant at);
/// Under what failures are counted: of a known account and of a made-up one alike.
[[nodiscard]] std::string attempt_key(Services const&, std::string_view typed);
/// Locked for how many seconds (0: not), and one failure more; both by `attempt_key`.
[[nodiscard]] Result<std::int64_t> locked_for(db::ReadTx&, Services const&, std::string const& attempts);
[[nodiscard]] Result<void> count_failure(Services&, std::string const& attempts);
[[nodiscard]] Error locked_error(std::int64_t seconds);

} // namespace rtkeren::identity
