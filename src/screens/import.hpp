#pragma once

#include "http/http.hpp"
#include "operations/services.hpp"
#include "sheets/sheets.hpp"

/// The page of an import: tried first, with what would become of each row, then saved all or nothing.
namespace rtkeren::screens {

/// GET and POST `kind.path`, GET `kind.path`/contoh (the template). The kind must live for ever.
[[nodiscard]] std::vector<http::Route> import_routes(Services&, sheets::Kind const& kind);

} // namespace rtkeren::screens
