#pragma once

#include "evidence/places.hpp"
#include "http/http.hpp"
#include "language/language.hpp"
#include "operations/operations.hpp"
#include "screens/screens.hpp"
#include "workflow/machine.hpp"

#include <span>
#include <vector>

/// What attendance, slips and disputes bring to the room.
namespace rtkeren::training {

[[nodiscard]] std::vector<http::Route> attendance_routes(Services&);
[[nodiscard]] std::vector<operations::Operation> attendance_operations();
[[nodiscard]] std::vector<workflow::Machine> attendance_machines();
[[nodiscard]] std::vector<screens::NavEntry> attendance_navigation();
[[nodiscard]] std::vector<screens::Panel> attendance_panels();
[[nodiscard]] std::vector<evidence::Placed> attendance_places();
[[nodiscard]] std::span<language::Message const> attendance_messages();

} // namespace rtkeren::training
