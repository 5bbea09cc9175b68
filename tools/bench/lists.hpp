#pragma once

#include "simulation/world.hpp"

#include <boost/json/array.hpp>

#include <vector>

/// Lists of businesses as offices send them, with doubles that are known: what an import is measured with.
namespace rtkeren::bench {

struct OfficeList {
    boost::json::array rows;
    std::vector<bool> is_double; // of a row of the list before, written by somebody else
};

/// `how_many` businesses spread over the city; with `before` each tenth is one of its rows again: in capitals, with a slip of the pen, columns swapped,
/// a title in front, the telephone as +62 or none.
[[nodiscard]] OfficeList office_list(simulation::World const&, simulation::Random&, std::size_t how_many, OfficeList const* before, std::size_t first_phone);

} // namespace rtkeren::bench
