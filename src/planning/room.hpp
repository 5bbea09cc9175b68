#pragma once

#include "http/http.hpp"
#include "operations/operations.hpp"
#include "rules/rules.hpp"
#include "screens/screens.hpp"
#include "sheets/sheets.hpp"
#include "workflow/machine.hpp"

#include <vector>

namespace rtkeren::planning {

[[nodiscard]] std::vector<http::Route> routes(Services&);
[[nodiscard]] std::vector<operations::Operation> operations();
[[nodiscard]] std::vector<workflow::Machine> machines();
/// planning.plan_locked: a revision was approved and plans something for this purse.
[[nodiscard]] std::vector<rules::Fact> facts();
[[nodiscard]] std::vector<screens::NavEntry> navigation();
/// Slots "unit" (a region id) and "purse" (a purse id): the lines in force.
[[nodiscard]] std::vector<screens::Panel> panels();
/// Spreadsheets that this room takes in.
[[nodiscard]] std::vector<sheets::Kind const*> imports();
void register_messages();

} // namespace rtkeren::planning
