#pragma once

#include "http/http.hpp"
#include "operations/operations.hpp"
#include "screens/screens.hpp"

#include <vector>

namespace rtkeren::enterprise {

[[nodiscard]] std::vector<http::Route> routes(Services&);
[[nodiscard]] std::vector<operations::Operation> operations();
[[nodiscard]] std::vector<screens::NavEntry> navigation();
void register_messages();

} // namespace rtkeren::enterprise
