#pragma once

#include "identity/identity.hpp"

/// Powers that fall to the next office while nobody holds the one that they belong to: what waits for somebody must not wait for ever.
namespace rtkeren::identity {

/// A permission that a role has at a kelurahan on days when nobody holds one of `while_no` there.
struct StandIn {
    Permission permission;
    std::vector<std::string> while_no; // keys of roles
};
/// Of roles.toml ("falls_here"); none for a role that the file does not have.
[[nodiscard]] std::vector<StandIn> const& stand_ins(std::string_view role);

/// What a person may do today, with or without an account, with what falls to them: decided anew whenever an actor is made.
[[nodiscard]] Result<std::vector<Grant>> grants_of(db::ReadTx&, CityId, PersonId, Date today);

} // namespace rtkeren::identity
