#pragma once

#include "identity/identity.hpp"

/// Who appoints whom, and whose account one may look after. The table itself is roles.toml.
namespace rtkeren::identity {

/// Whether one of the actor's offices enters this role at this place: named in `appointed_by`, with the power over users, its territory reaching the place.
[[nodiscard]] bool appoints(Actor const&, Role const&, std::string_view place);
/// Roles that the actor enters somewhere, in the file's order.
[[nodiscard]] std::vector<Role const*> appointable_roles(Actor const&);
/// Whether a role of this office stands at a place like this one: a lurah at a kelurahan, a pokmas officer at an RW or a kelurahan.
[[nodiscard]] bool stands_at(Role const&, std::string_view place);

/// identity.unknown_role, identity.wrong_level (a lurah of an RT), identity.not_yourself, identity.may_not_appoint, place.unknown,
/// identity.first_only: the administrator appoints the first officer of Bagian Pemerintahan, who appoints the others.
[[nodiscard]] Result<Role const*> check_appointment(db::ReadTx&, Actor const&, PersonId, std::string_view role, std::string_view place, Date today);

/// An account as its keeper sees it.
struct Account {
    UserId user;
    PersonId person;
    std::string login, name, region;
    bool disabled {false};
    std::vector<std::pair<std::string, std::string>> offices {}; // role and place, in force, to come or awaiting confirmation
};
/// Of a user whom the actor may see: identity.unknown_user when there is none in the actor's territory.
[[nodiscard]] Result<Account> account_in_reach(db::ReadTx&, Actor const&, UserId, Date today);
/// Whether the actor may make slips for it, close it and end its sessions: the administrator, or who appoints to each of its offices.
/// Otherwise a secretary could make a slip for the lurah and sign in as the lurah.
[[nodiscard]] bool keeps_account(Actor const&, Account const&);
/// The same as one step: identity.unknown_user, identity.not_your_account.
[[nodiscard]] Result<Account> kept_account(db::ReadTx&, Actor const&, UserId, Date today);

} // namespace rtkeren::identity
