#pragma once

#include "http/http.hpp"
#include "language/language.hpp"
#include "operations/operations.hpp"
#include "rules/rules.hpp"
#include "screens/screens.hpp"
#include "workflow/machine.hpp"

namespace rtkeren::programme {

[[nodiscard]] std::vector<http::Route> routes(Services&);
[[nodiscard]] std::vector<operations::Operation> operations();
[[nodiscard]] std::vector<workflow::Machine> machines(); // year, hold
[[nodiscard]] std::vector<rules::Fact> facts(); // programme.no_debt, programme.not_held
[[nodiscard]] std::vector<screens::NavEntry> navigation();
[[nodiscard]] std::vector<screens::Panel> panels(); // slot "rules.release": what a pack would allocate against each DPA
void register_messages();

} // namespace rtkeren::programme
