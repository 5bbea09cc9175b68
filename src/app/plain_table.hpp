#pragma once

#include "tables/table.hpp"

#include <string>

namespace rtkeren::app {

/// A table for a terminal: title, columns side by side, figures at their right edge with dots between thousands, totals under a line.
[[nodiscard]] std::string plain_table(tables::Table const&);

} // namespace rtkeren::app
