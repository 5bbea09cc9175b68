#pragma once

#include "evidence/places.hpp"
#include "http/http.hpp"
#include "jobs/runner.hpp"
#include "operations/operations.hpp"
#include "screens/screens.hpp"
#include "sheets/sheets.hpp"
#include "workflow/machine.hpp"

#include <vector>

namespace rtkeren::enterprise {

[[nodiscard]] std::vector<http::Route> routes(Services&);
[[nodiscard]] std::vector<operations::Operation> operations();
[[nodiscard]] std::vector<workflow::Machine> machines();
[[nodiscard]] std::vector<screens::NavEntry> navigation();
[[nodiscard]] std::vector<screens::Panel> panels();
/// Where the files of this room's subjects belong: who may open them.
[[nodiscard]] std::vector<evidence::Placed> places();
/// Spreadsheets that this room takes in.
[[nodiscard]] std::vector<sheets::Kind const*> imports();
/// What runs each night: claims for which nobody came are ended.
[[nodiscard]] jobs::Work night_work();
void register_messages();

} // namespace rtkeren::enterprise
