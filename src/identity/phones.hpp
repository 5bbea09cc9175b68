#pragma once

#include "identity/identity.hpp"

/// A telephone number signs one account in: of the open accounts that have it, the one that has had it longest. The others sign in by name.
namespace rtkeren::identity {

/// identity.phone_taken on "phone": the number signs somebody else in. It never says whom.
[[nodiscard]] Result<void> check_phone_free(db::ReadTx&, Services const&, std::string_view phone, PersonId);

/// Whether a person's account signs in by its name only, because the number signs somebody else in.
[[nodiscard]] Result<bool> shares_phone(db::ReadTx&, CityId, PersonId);

/// The person's account has another number from now on, or is open again: who had the number before keeps it for signing in.
[[nodiscard]] Result<void> begin_phone(db::WriteTx&, operations::Context const&, PersonId);

} // namespace rtkeren::identity
