#pragma once

#include "training/store.hpp"

/// Persons as courses meet them: applicants by name and phone, trainers with what the tax needs.
namespace rtkeren::training {

struct TypedPerson {
    std::string name, phone, nik, place; // as typed; NIK only where tax needs it
    std::optional<enterprise::NoNik> no_nik {};
    std::string no_nik_note {};
    bool asks_nik {false};
};
/// Who has this phone and this name is that person; else one is recorded. Fields: name, phone, nik, no_nik, place.
[[nodiscard]] Result<PersonId> person_typed(db::WriteTx&, operations::Context&, TypedPerson const&);

/// The same for somebody chosen from those who are known. identity.unknown_person; fields nik, no_nik.
[[nodiscard]] Result<void> complete_nik(db::WriteTx&, operations::Context&, PersonId, TypedPerson const&);

/// The number of a family card, without what separates its digits; "" for none. Field household: training.household.
[[nodiscard]] Result<std::string> household_number(std::string_view typed);
/// As it was written down; "" for none.
[[nodiscard]] Result<std::string> household_of(db::ReadTx&, Services const&, SeatId);
[[nodiscard]] std::string household_lookup(Services const&, std::string const& number); // "" of ""

} // namespace rtkeren::training
