#pragma once

#include "http/http.hpp"
#include "operations/services.hpp"

/// One purse and one entry of the books.
namespace rtkeren::insight {

[[nodiscard]] Result<http::Response> show_purse(Services&, http::Exchange&);
/// Seen by who reads the place of one of its purses; an entry of cash alone by who reads the pokmas.
[[nodiscard]] Result<http::Response> show_entry(Services&, http::Exchange&);

} // namespace rtkeren::insight
