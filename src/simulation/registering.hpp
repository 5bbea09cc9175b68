#pragma once

#include "simulation/market.hpp"

/// How businesses come into the registry: rows of the Dinas's lists, and what a visitor from the kelurahan writes down.
namespace rtkeren::simulation {

/// The lists of the Dinas, one a kecamatan, with doubles of what was there before under other spellings.
[[nodiscard]] Result<void> import_lists(Market&, Date day);
/// The day of the lists; who is recorded before was visited.
[[nodiscard]] Date list_day(Market const&);

/// What a visitor writes down of a business, as the form sends it.
[[nodiscard]] boost::json::object business_fields(Market&, Enterprise const&);

} // namespace rtkeren::simulation
