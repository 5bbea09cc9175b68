#pragma once

#include "identity/parts.hpp"

namespace rtkeren::identity {

/// The paper with the slips of an answer of identity.make_slips or identity.import_users ("slips" in its data), as the response of the POST itself:
/// codes are shown where they were made and are in no stored answer.
[[nodiscard]] Result<http::Response> slips_page(Services&, http::Exchange const&, operations::Answer const&, std::string back_href);

/// Its own file: the import.
[[nodiscard]] std::vector<http::Route> import_routes(Services&);

} // namespace rtkeren::identity
