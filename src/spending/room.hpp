#pragma once

#include "language/language.hpp"
#include "screens/screens.hpp"
#include "spending/spending.hpp"

#include <span>

/// What the room gives the program: its expense half, and the cash half of cash.hpp.
namespace rtkeren::spending {

[[nodiscard]] std::vector<http::Route> routes(Services&);
[[nodiscard]] std::vector<operations::Operation> operations();
[[nodiscard]] std::vector<workflow::Machine> machines();
[[nodiscard]] std::vector<rules::Fact> facts(); // spending.accepted_share, spending.taxes_paid
[[nodiscard]] std::vector<screens::NavEntry> navigation();
[[nodiscard]] std::vector<screens::Panel> panels(); // slot "purse": entries and plan lines; "pokmas": cash
[[nodiscard]] std::span<std::string_view const> permissions();
void register_messages();

// The expense half.
[[nodiscard]] std::vector<http::Route> expense_routes(Services&);
[[nodiscard]] std::vector<operations::Operation> expense_operations();
[[nodiscard]] std::vector<screens::Panel> expense_panels();
[[nodiscard]] std::span<language::Message const> expense_messages();

} // namespace rtkeren::spending
