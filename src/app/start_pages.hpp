#pragma once

#include "http/http.hpp"
#include "operations/services.hpp"
#include "screens/screens.hpp"

/// "Mulai": what a fresh real city has to do until its first year runs, each step counted from the data.
namespace rtkeren::app {

[[nodiscard]] std::vector<http::Route> start_routes(Services&);
[[nodiscard]] std::vector<screens::NavEntry> start_navigation();

} // namespace rtkeren::app
