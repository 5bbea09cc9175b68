#pragma once

#include "http/http.hpp"
#include "operations/services.hpp"

/// One RT: its purses from ceiling to accepted, what the rooms add, its years.
namespace rtkeren::insight {

[[nodiscard]] Result<http::Response> show_unit(Services&, http::Exchange&);

} // namespace rtkeren::insight
