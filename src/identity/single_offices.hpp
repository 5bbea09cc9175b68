#pragma once

#include "identity/identity.hpp"

/// Offices that one person alone holds at a place, or in a group, on any one day (`single` in roles.toml).
namespace rtkeren::identity {

/// Whose word counts against a new term: everybody who was entered, or only who was confirmed.
enum class Rivals : std::uint8_t { Entered, Confirmed };

/// On "role", with {office}, {name}, {from}, {until} and {grant}: identity.office_held, identity.office_held_until, identity.office_entered, and
/// identity.acting_held. An acting officer stands beside the holder and is refused only beside another acting one.
[[nodiscard]] Result<void> check_single(db::ReadTx&, CityId, NewGrant const&, Rivals = Rivals::Entered);

} // namespace rtkeren::identity
