#pragma once

#include "base/date.hpp"
#include "db/db.hpp"

#include <string>
#include <vector>

namespace rtkeren::identity {

/// Who still heads an RT or RW that ends, in words for the list that ends it. The office goes on until it is ended: a running purse stays with its RT.
[[nodiscard]] Result<std::vector<std::string>> heads_of_ended(db::ReadTx&, CityId, std::vector<std::string> const& codes, Date today);

} // namespace rtkeren::identity
