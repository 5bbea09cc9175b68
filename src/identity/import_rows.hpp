#pragma once

#include "identity/newcomers.hpp"

namespace rtkeren::identity {

/// One row of the import, ready to be written.
struct PreparedRow {
    Newcomer newcomer;
    Office office;
    Role const* role {nullptr};
    std::size_t index {0}; // among the rows of the list
};
/// Every row checked before anything is written: input.invalid with a field "rows.3.phone" for each that is wrong.
[[nodiscard]] Result<std::vector<PreparedRow>> prepare_rows(db::ReadTx&, operations::Context&, ImportUsers const&);

/// The role that a list means: "ketua_rt" or "Ketua RT", in any case. identity.unknown_role
[[nodiscard]] Result<Role const*> role_of_words(std::string_view);
/// The place that a list means: a code, or "RT 02 RW 03", "RW 3 Plosokerep", "Plosokerep"; without a name the actor's own kelurahan. place.format
[[nodiscard]] Result<std::string> place_of_words(db::ReadTx&, Actor const&, std::string_view, Date today);

} // namespace rtkeren::identity
