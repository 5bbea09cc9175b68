#pragma once

#include "http/http.hpp"
#include "operations/services.hpp"

#include <vector>

namespace rtkeren::evidence {

[[nodiscard]] std::vector<http::Route> routes(Services&);
void register_messages();

} // namespace rtkeren::evidence
