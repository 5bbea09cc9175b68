#pragma once

#include "http/http.hpp"
#include "operations/operations.hpp"
#include "screens/screens.hpp"
#include "sheets/sheets.hpp"

#include <string_view>
#include <vector>

namespace rtkeren::identity {

[[nodiscard]] std::vector<http::Route> routes(Services&);
[[nodiscard]] std::vector<operations::Operation> operations();
[[nodiscard]] std::vector<screens::NavEntry> navigation();
[[nodiscard]] std::vector<std::string_view> permissions();
/// Spreadsheets that this room takes in.
[[nodiscard]] std::vector<sheets::Kind const*> imports();
void register_messages();

/// What a form gets whose session ended while somebody typed (401): what was typed stands on the page and stays in the browser, and the way back
/// leads over the sign-in page. For `Hooks::error_page`.
[[nodiscard]] http::Response session_ended(Services&, http::Exchange const&);
/// The same for a form of an earlier session in this browser (403): it is opened again.
[[nodiscard]] http::Response form_expired(Services&, http::Exchange const&);

} // namespace rtkeren::identity
