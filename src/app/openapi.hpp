#pragma once

#include "http/http.hpp"

#include <boost/json/object.hpp>

#include <vector>

namespace rtkeren::app {

/// OpenAPI 3.1 from the rows that the program is made of: every operation with its input, every API route.
[[nodiscard]] boost::json::object openapi_document(std::vector<http::Route> const&);

} // namespace rtkeren::app
