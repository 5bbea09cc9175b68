#pragma once

#include "identity/appoint.hpp"
#include "identity/pages.hpp"

namespace rtkeren::identity {

/// The offices of a person as pages show them, latest first; `keeper` may end those that it appoints to, null for the person's own page.
[[nodiscard]] Result<std::vector<OfficeLine>> office_lines(Services&, db::ReadTx&, PersonId, Actor const* keeper);
/// "1 Januari 2023 sampai 31 Desember 2023", "sejak 1 Januari 2023".
[[nodiscard]] std::string term_of(Date from, std::optional<Date> until);

} // namespace rtkeren::identity
