#pragma once

#include "sheets/sheets.hpp"

/// Spreadsheets of plans (`import rab`) and of reference prices (`import prices`), as offices send them, on their way to an operation.
namespace rtkeren::planning {

[[nodiscard]] sheets::Kind const& plan_sheet();
[[nodiscard]] sheets::Kind const& price_sheet();

} // namespace rtkeren::planning
