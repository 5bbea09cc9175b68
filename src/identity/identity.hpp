#pragma once

#include "base/actor.hpp"
#include "db/db.hpp"
#include "operations/operations.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Persons, users, roles with territory and dates, sessions, unmasking. The only room that makes an Actor.
namespace rtkeren::identity {

/// A role of src/identity/roles.toml: what it is called, who appoints it, what it may do.
struct Role {
    std::string key; // "lurah"
    std::string label; // msgid "Lurah"
    std::string office; // "kelurahan", "kota", "pokmas", "rt", ...
    std::vector<std::string> appointed_by;
    std::vector<Permission> permissions;
    bool civil_servant {false}; // needs a NIP; lurah, sekkel, pptk, bendahara_kelurahan are four different persons
};
[[nodiscard]] std::vector<Role> const& roles();
[[nodiscard]] Role const* find_role(std::string_view key);

/// The actor of a user as of today: grants in force, their permissions. identity.unknown_user, identity.disabled.
[[nodiscard]] Result<Actor> actor_of_login(db::ReadTx&, CityId, std::string_view login, Date today);
[[nodiscard]] Result<Actor> actor_of_user(db::ReadTx&, CityId, UserId, Date today);
/// For the program's own work (closing, jobs): a user-less actor named "rtkeren" with the permissions asked for.
[[nodiscard]] Actor system_actor(CityId, std::vector<Permission>);

struct SignedIn {
    std::string token; // for the cookie; stored as a hash
    std::string csrf;
    UserId user;
};
/// Name or phone number and password. identity.wrong_sign_in (never says which), identity.locked (per account first) with {minutes}.
[[nodiscard]] Result<SignedIn> sign_in(Services&, std::string_view login, std::string_view password, std::string_view device);
struct SessionFound {
    Actor actor;
    std::string csrf;
};
[[nodiscard]] Result<std::optional<SessionFound>> session_of(Services&, std::string_view token);
[[nodiscard]] Result<std::optional<SessionFound>> session_of_bearer(Services&, std::string_view token);
[[nodiscard]] Result<void> sign_out(Services&, std::string_view token);
/// Every session of a user ends: a lost phone, a new password.
[[nodiscard]] Result<void> end_sessions(db::WriteTx&, CityId, UserId);

/// Name as insiders see it; in public only office and initials: `initials("Siti Aminah")` is "S. A.".
[[nodiscard]] Result<std::string> person_name(db::ReadTx&, CityId, PersonId);
[[nodiscard]] std::string initials(std::string_view name);

/// Who holds a role at a place today, for the inbox's "whose move" and letters.
struct Holder {
    PersonId person;
    std::string name, role, place;
    bool acting {false};
};
[[nodiscard]] Result<std::vector<Holder>> holders(db::ReadTx&, CityId, std::string_view role, std::string_view place, Date today);

/// Direct ways for operations of other rooms, `init` and the example city.
struct NewPerson {
    PersonId id;
    std::string name, phone, nik, nip, region; // region: code; phone, nik may be empty
    bool example {false};
};
[[nodiscard]] Result<void> add_person(db::WriteTx&, operations::Context&, NewPerson const&);
struct NewUser {
    UserId id;
    PersonId person;
    std::string login;
    std::string password_hash; // "" until the slip's code is used
};
[[nodiscard]] Result<void> add_user(db::WriteTx&, operations::Context&, NewUser const&);
struct NewGrant {
    Ulid id;
    PersonId person;
    std::string role, place, pokmas, decree;
    Date from;
    std::optional<Date> until;
    bool acting {false};
    bool awaits_confirmation {false}; // entered by the secretary, counts once the lurah confirmed it
};
/// identity.four_offices, identity.nip_missing, identity.unknown_role.
[[nodiscard]] Result<void> add_grant(db::WriteTx&, operations::Context&, NewGrant const&);

} // namespace rtkeren::identity
