#pragma once

#include "http/http.hpp"
#include "operations/services.hpp"

#include <vector>

/// What came from one's phone and was refused: /draf lists it, /draf/{id} mends and sends it or gives it up.
namespace rtkeren::app {

[[nodiscard]] std::vector<http::Route> draft_routes(Services&);

} // namespace rtkeren::app
