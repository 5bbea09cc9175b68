#pragma once

#include "enterprise/store.hpp"

#include <span>

/// Owners as they are recorded: by a form, for another activity, from a list.
namespace rtkeren::enterprise {

/// A person as typed, checked and not yet written. `known` is who has this NIK and name already.
struct CheckedPerson {
    std::optional<PersonId> known;
    std::string name, phone, nik, region; // numbers normalised
    PersonDetails details;
    std::vector<Verdict> doubts; // what is odd about the NIK: warnings, never refusals
};
[[nodiscard]] PersonDetails details_of(OwnerPart const&);
/// Fields of OwnerPart: owner_phone, owner_nik, no_nik, owner_place, birth_date. `nik_kept` when the person's NIK is known and the form leaves it as it is.
[[nodiscard]] Result<CheckedPerson> check_person(db::ReadTx&, operations::Context const&, OwnerPart const&, bool nik_kept = false);
/// Rows and words of new persons.
[[nodiscard]] Result<void> write_persons(db::WriteTx&, operations::Context&, std::span<std::pair<PersonId, CheckedPerson> const>);
[[nodiscard]] Result<void> change_person_rows(db::WriteTx&, operations::Context&, PersonId, CheckedPerson const&, bool phone_typed, bool nik_typed);
/// That somebody who is recorded here agreed to it today, where no earlier day is known; nothing for others.
[[nodiscard]] Result<void> note_consent(db::WriteTx&, operations::Context&, PersonId);

} // namespace rtkeren::enterprise
