#pragma once

#include "http/http.hpp"
#include "ledger/reads.hpp"
#include "operations/services.hpp"

/// One purse and one entry of the books.
namespace rtkeren::insight {

/// "terbuka", "ditutup", "ditutup dengan utang".
[[nodiscard]] std::string purse_state_words(ledger::PurseState);

/// Every purse of a year with its money by stage.
[[nodiscard]] Result<http::Response> show_purses(Services&, http::Exchange&);
[[nodiscard]] Result<http::Response> show_purse(Services&, http::Exchange&);
/// Seen by who reads the place of one of its purses; an entry of cash alone by who reads the pokmas.
[[nodiscard]] Result<http::Response> show_entry(Services&, http::Exchange&);

} // namespace rtkeren::insight
