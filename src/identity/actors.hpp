#pragma once

#include "identity/identity.hpp"

namespace rtkeren::identity {

/// What a session, token or login row says of its user.
struct UserRow {
    UserId user;
    PersonId person;
    std::string name;
    bool disabled {false};
};
/// identity.disabled
[[nodiscard]] Result<Actor> actor_of_row(db::ReadTx&, CityId, UserRow const&, Date today);

} // namespace rtkeren::identity
