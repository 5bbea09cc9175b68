#pragma once

#include "identity/identity.hpp"

#include <optional>
#include <span>
#include <string>

/// Persons without an account, for the rooms that record them: owners of businesses, participants. Numbers go in plain and come out masked.
namespace rtkeren::identity {

struct PersonCard {
    PersonId id;
    std::string name, region;
    std::string phone, nik; // masked; "" when not known
    std::string phone_lookup {}, nik_lookup {}; // keyed hashes, for finding equals
    bool example {false};
};
/// identity.unknown_person
[[nodiscard]] Result<PersonCard> person_card(db::ReadTx&, Services const&, PersonId);
/// The number as it is masked; `sealed` is a column of identity_v_person.
[[nodiscard]] std::string shown_phone(Services const&, PersonId, std::string const& sealed);
/// In full, for the letter or the list that needs it: the caller has judged who may, and writes it down.
[[nodiscard]] std::string plain_phone(Services const&, PersonId, std::string const& sealed);

/// Who has this number; both take what was typed. Nobody where it cannot be read.
[[nodiscard]] Result<std::optional<PersonId>> person_of_nik(db::ReadTx&, Services const&, std::string_view nik);
[[nodiscard]] Result<std::vector<PersonId>> persons_of_phone(db::ReadTx&, Services const&, std::string_view phone);
/// The keyed hashes of what was typed, as the view has them; "" where it cannot be read.
[[nodiscard]] std::string phone_lookup(Services const&, std::string_view phone);
[[nodiscard]] std::string nik_lookup(Services const&, std::string_view nik);

/// Many at once: `add_person` for an import. The numbers must have been checked.
[[nodiscard]] Result<void> add_persons(db::WriteTx&, operations::Context&, std::span<NewPerson const>);

struct ChangedPerson {
    PersonId id;
    std::string name, region;
    std::optional<std::string> phone, nik; // nothing: as it was
};
/// identity.unknown_person, phone.format, identity.nik_known
[[nodiscard]] Result<void> change_person(db::WriteTx&, operations::Context&, ChangedPerson const&);

/// The account of a person who came in person: a user with a made-up sign-in name where there was none, the role at the place, and a slip. An account that has
/// a password, or another office, gets no slip: whoever may open accounts for owners must not thereby open a treasurer's.
struct Opened {
    UserId user;
    std::string login;
    std::optional<Ulid> slip;
};
[[nodiscard]] Result<Opened> open_account(db::WriteTx&, operations::Context&, PersonId, std::string_view role, std::string_view place, std::string_view decree);

/// Who leaves an office of a pokmas loses its powers with it, from the day the next one comes; writes the trail.
[[nodiscard]] Result<void> end_pokmas_office(
    db::WriteTx&, operations::Context&, PersonId, std::string const& role, std::string const& pokmas, std::string const& place, Date next_from);

} // namespace rtkeren::identity
