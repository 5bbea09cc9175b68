#pragma once

#include "http/http.hpp"
#include "operations/operations.hpp"
#include "payout/payout.hpp"
#include "rules/rules.hpp"
#include "screens/screens.hpp"
#include "sheets/sheets.hpp"

#include <string_view>
#include <vector>

namespace rtkeren::payout {

[[nodiscard]] std::vector<http::Route> routes(Services&);
[[nodiscard]] std::vector<operations::Operation> operations();
[[nodiscard]] std::vector<workflow::Machine> machines();
[[nodiscard]] std::vector<rules::Fact> facts();
[[nodiscard]] std::vector<screens::NavEntry> navigation();
[[nodiscard]] std::vector<std::string_view> permissions();
/// Spreadsheets that this room takes in.
[[nodiscard]] std::vector<sheets::Kind const*> imports();
/// For `identity::use_serving`.
[[nodiscard]] Result<std::string> serving(db::ReadTx&, CityId, std::string_view place);
void register_messages();

} // namespace rtkeren::payout
