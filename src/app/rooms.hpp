#pragma once

#include "evidence/places.hpp"
#include "http/http.hpp"
#include "operations/operations.hpp"
#include "payout/opening.hpp"
#include "rules/rules.hpp"
#include "screens/screens.hpp"
#include "sheets/sheets.hpp"
#include "workflow/workflow.hpp"

#include <functional>
#include <string_view>
#include <vector>

namespace rtkeren::app {

/// What a room brings; absent parts are null. One row a room in rooms.cpp, in floor order.
struct Room {
    std::string_view name;
    std::vector<http::Route> (*routes)(Services&) {nullptr};
    std::vector<operations::Operation> (*operations)() {nullptr};
    std::vector<workflow::Machine> (*machines)() {nullptr};
    std::vector<rules::Fact> (*facts)() {nullptr};
    std::vector<screens::NavEntry> (*navigation)() {nullptr};
    std::vector<screens::Panel> (*panels)() {nullptr};
    std::vector<evidence::Placed> (*places)() {nullptr};
    std::vector<sheets::Kind const*> (*imports)() {nullptr};
    payout::TakesIn takes_in {nullptr}; // its part of opening balances
    void (*register_messages)() {nullptr};
};
[[nodiscard]] std::vector<Room> const& rooms();

/// Hands messages, facts, panels, navigation and the registry of operations to the kernel; before anything is served or run; a second call does nothing.
void assemble();
[[nodiscard]] operations::Registry const& registry();
/// operation.unknown {value}
[[nodiscard]] Result<operations::Operation const*> operation_named(operations::Registry const&, std::string_view name);
/// Every import of the program, in the order of the rooms.
[[nodiscard]] std::vector<sheets::Kind const*> all_imports();
/// Every route of the program, with the handlers of `services`.
[[nodiscard]] std::vector<http::Route> all_routes(Services&);

} // namespace rtkeren::app
