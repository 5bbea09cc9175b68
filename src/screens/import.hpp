#pragma once

#include "http/http.hpp"
#include "operations/services.hpp"
#include "sheets/sheets.hpp"

#include <functional>

/// The page of an import: tried first, with what would become of each row, then saved all or nothing.
namespace rtkeren::screens {

/// What is shown once all rows are saved; empty leads on to the answer's page.
using AfterImport = std::function<Result<http::Response>(http::Exchange const&, operations::Answer const&)>;

/// GET and POST `kind.path`, GET `kind.path`/contoh (the template). The kind must live for ever.
[[nodiscard]] std::vector<http::Route> import_routes(Services&, sheets::Kind const& kind, AfterImport after = {});

} // namespace rtkeren::screens
