#pragma once

#include "http/http.hpp"

namespace rtkeren::http {

/// "https://rt.blitarkota.go.id": how the visitor reached us, for addresses on paper and in QR codes.
[[nodiscard]] std::string site_of(Request const&);

} // namespace rtkeren::http
