#pragma once

#include "http/http.hpp"
#include "operations/operations.hpp"
#include "screens/screens.hpp"
#include "sheets/sheets.hpp"

#include <vector>

namespace rtkeren::enterprise {

[[nodiscard]] std::vector<http::Route> routes(Services&);
[[nodiscard]] std::vector<operations::Operation> operations();
[[nodiscard]] std::vector<screens::NavEntry> navigation();
/// Spreadsheets that this room takes in.
[[nodiscard]] std::vector<sheets::Kind const*> imports();
void register_messages();

} // namespace rtkeren::enterprise
