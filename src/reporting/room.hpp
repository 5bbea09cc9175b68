#pragma once

#include "evidence/places.hpp"
#include "http/http.hpp"
#include "operations/operations.hpp"
#include "rules/rules.hpp"
#include "screens/screens.hpp"
#include "workflow/machine.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace rtkeren::reporting {

[[nodiscard]] std::vector<http::Route> routes(Services&);
[[nodiscard]] std::vector<operations::Operation> operations();
[[nodiscard]] std::vector<workflow::Machine> machines();
/// reporting.notice_board (1: a photo of the unit's board this year), reporting.progress_photos (furthest percentage with a photo; 100 where no works are
/// planned), reporting.no_open_finding (1: none about the purse or its pokmas).
[[nodiscard]] std::vector<rules::Fact> facts();
[[nodiscard]] std::vector<screens::NavEntry> navigation();
/// Slots "purse" and "unit": progress photos; slot "pokmas": the state of its reports.
[[nodiscard]] std::vector<screens::Panel> panels();
/// Photos of progress are read by who reads their unit.
[[nodiscard]] std::vector<evidence::Placed> places();
[[nodiscard]] std::span<std::string_view const> permissions();
void register_messages();

} // namespace rtkeren::reporting
