#pragma once

#include "http/http.hpp"
#include "operations/services.hpp"

#include <vector>

namespace rtkeren::portal {

[[nodiscard]] std::vector<http::Route> routes(Services&);

} // namespace rtkeren::portal
