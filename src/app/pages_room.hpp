#pragma once

#include "http/http.hpp"
#include "operations/services.hpp"

namespace rtkeren::app {

/// What belongs to no room: assets, the generic door to operations (`/-/lakukan/…`, `/api/v1/do/…`), health, OpenAPI, the component page.
[[nodiscard]] std::vector<http::Route> own_routes(Services&);

} // namespace rtkeren::app
