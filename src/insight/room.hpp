#pragma once

#include "http/http.hpp"
#include "operations/services.hpp"
#include "screens/screens.hpp"
#include "workflow/machine.hpp"

#include <string>
#include <string_view>
#include <vector>

/// The inside pages: what waits for me, where the money stands from the city down to one entry, who is late, the calendar.
/// It changes nothing. Figures come from the ledger's reads and views alone.
namespace rtkeren::insight {

[[nodiscard]] std::vector<http::Route> routes(Services&);
[[nodiscard]] std::vector<screens::NavEntry> navigation();

/// The machines of all rooms: their words and pages name what waits. Handed in once by `app`, before threads run.
void use_machines(std::vector<workflow::Machine>);

/// How much waits for this person ("4", at most "200+"; "" for nothing), for the entry "/menunggu"; "" for every other. `app` hands it to screens::use_counts.
[[nodiscard]] std::string waiting_count(Services&, Actor const&, std::string_view href);

} // namespace rtkeren::insight
