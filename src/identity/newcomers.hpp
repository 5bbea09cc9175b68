#pragma once

#include "identity/appoint.hpp"
#include "identity/inputs.hpp"

/// What both ways of recording people (one form, many rows) check and write.
namespace rtkeren::identity {

/// "siti.aminah": letters and digits of the name, words joined by dots, at most 30.
[[nodiscard]] std::string login_of_name(std::string_view name);
/// The first of "siti.aminah", "siti.aminah2", … that nobody has and that is not in `taken`.
[[nodiscard]] Result<std::string> free_login(db::ReadTx&, CityId, std::string_view name, std::vector<std::string> const& taken);
/// Lower case letters, digits, ".", "-", "_"; three at least, one of them a letter, so that it is no phone number. identity.login_format
[[nodiscard]] Result<std::string> parse_login(std::string_view typed);

/// Normalised codes ("35.72.03.1002.003.002") of what was typed; identity.outside_territory, place.format, place.unknown on the field "place".
[[nodiscard]] Result<std::string> place_in_reach(db::ReadTx&, Actor const&, std::string_view typed);

struct Newcomer {
    PersonId person;
    UserId user;
    std::string name, phone, nik, nip, place, login;
    bool is_recorded {false}; // `person` is known and gets an account now
    bool shares_phone {false}; // of a family: signs in by name where the number signs somebody else in
};
/// Who was recorded before without an account (an officer of a group that was formed) is that person, not a second one: the same name with the same phone
/// number, or at the same RW where no number is known.
[[nodiscard]] Result<void> recognise(db::ReadTx&, operations::Context&, Newcomer&);
/// The person's numbers and login checked: phone.format, nik.* (as identifiers finds it), identity.nik_known, identity.nip_format, identity.person_known,
/// identity.phone_taken unless it is said that the telephone is shared …
[[nodiscard]] Result<void> check_newcomer(db::ReadTx&, operations::Context&, Newcomer const&);
[[nodiscard]] Result<void> write_newcomer(db::WriteTx&, operations::Context&, Newcomer const&);
/// The NIP alone, of a person that may be there: identity.nip_format, identity.nip_known.
[[nodiscard]] Result<void> check_nip(db::ReadTx&, CityId, std::string_view nip, PersonId);
/// What of it is stored.
[[nodiscard]] std::string digits_of(std::string_view typed);

struct CorrectedPerson {
    PersonId id;
    std::string name, phone, nip; // phone: "" leaves it as it is; nip: digits
};
[[nodiscard]] Result<void> correct_person(db::WriteTx&, operations::Context&, CorrectedPerson const&);

struct Office {
    PersonId person;
    std::string name, role, place, pokmas, decree;
    Date from;
    std::optional<Date> until {};
    bool acting {false};
};
/// An office of a pokmas is one of the group that serves its place. identity.no_pokmas_there
[[nodiscard]] Result<void> name_pokmas(db::ReadTx&, CityId, Office&);
/// Dates, appointment and doubles; answers the role. identity.dates_order, identity.acting_until, identity.granted_already and those of check_appointment
/// and check_single.
[[nodiscard]] Result<Role const*> check_office(db::ReadTx&, operations::Context&, Office const&);
/// Answers the grant's id; writes the trail.
[[nodiscard]] Result<Ulid> write_office(db::WriteTx&, operations::Context&, Office const&, Role const&);

} // namespace rtkeren::identity
