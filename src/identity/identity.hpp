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
    std::string confirmed_by; // the role that must confirm an entry before it counts; "" for none
    bool civil_servant {false}; // needs a NIP; lurah, sekkel, pptk, bendahara_kelurahan are four different persons
    bool single {false}; // one person alone holds it at a place, or in a group, on any one day; an acting officer may stand beside
};
/// In the order of the file, which is that of showing.
[[nodiscard]] std::vector<Role> const& roles();
[[nodiscard]] Role const* find_role(std::string_view key);
/// In the language of the thread; the key itself for a role that the file no longer has.
[[nodiscard]] std::string role_label(std::string_view key);
/// "Lurah Plosokerep", "Ketua RT 02 RW 03", "Bagian Pemerintahan".
[[nodiscard]] Result<std::string> office_label(db::ReadTx&, CityId, std::string_view role, std::string_view place);

/// The actor of a user as of today: grants in force, their permissions. identity.unknown_user, identity.disabled.
[[nodiscard]] Result<Actor> actor_of_login(db::ReadTx&, CityId, std::string_view login, Date today);
[[nodiscard]] Result<Actor> actor_of_user(db::ReadTx&, CityId, UserId, Date today);
/// Of a sign-in name, also of a closed account. identity.unknown_user
struct KnownUser {
    UserId user;
    PersonId person;
};
[[nodiscard]] Result<KnownUser> known_user(db::ReadTx&, CityId, std::string_view login);
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
/// What every account of the example city may sign in with.
inline constexpr std::string_view example_password = "contoh";
/// One account a role, in the order of roles, for the sign-in page of the example city: persons marked as examples whose account has a password.
struct ExampleAccount {
    std::string login, name, role, place;
};
[[nodiscard]] Result<std::vector<ExampleAccount>> example_accounts(db::ReadTx&, CityId, Date today);

/// The slip's code and a new password: the person is signed in, every other session and slip ends.
/// identity.code_wrong (unknown, used or older than seven days: it never says which), identity.disabled, identity.password_short, identity.password_common.
[[nodiscard]] Result<SignedIn> use_code(Services&, std::string_view code, std::string_view password, std::string_view device);
/// Keeps only the session of `token`. identity.password_wrong (locks like sign-in), identity.password_short, identity.password_common.
[[nodiscard]] Result<void> change_password(Services&, Actor const&, std::string_view old_password, std::string_view new_password, std::string_view token);
/// A new slip voids the older ones; its code is made from its id and the keys, so that no table, answer or log holds it.
[[nodiscard]] Result<Ulid> add_slip(db::WriteTx&, operations::Context&, UserId);
struct PrintedSlip {
    std::string login, name, office, code;
    Instant expires_at;
    bool by_name {false}; // the phone number signs somebody else in
};
/// The slips with their codes, in the given order: for who made them, within the hour, as long as they are unused. identity.slip_printed
[[nodiscard]] Result<std::vector<PrintedSlip>> printed_slips(Services&, Actor const&, std::vector<Ulid> const&);
/// A token for the actor's own scripts (Authorization: Bearer …): told once, stored as a hash.
[[nodiscard]] Result<std::string> add_bearer(Services&, Actor const&, std::string_view label);

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

/// Who signs a paper for an office on its date: the acting officer where one stood in ("Plh. Lurah" beside a holder, "Plt. Lurah" where there was none),
/// otherwise the holder. Without a name where nobody was in office.
struct Signer {
    std::string office, name;
};
[[nodiscard]] Result<Signer> signer_of(db::ReadTx&, CityId, std::string_view role, std::string_view place, Date on);

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
/// identity.four_offices, identity.nip_missing, identity.unknown_role, identity.office_held (a single office, see single_offices.hpp). Who may appoint whom is asked by identity.grant, not here.
[[nodiscard]] Result<void> add_grant(db::WriteTx&, operations::Context&, NewGrant const&);

} // namespace rtkeren::identity
