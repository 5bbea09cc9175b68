#pragma once

#include "http/http.hpp"

namespace rtkeren::http {

/// Compresses text answers over 1 kB where the client takes gzip; leaves files, small and already encoded answers alone.
void compress(Request const&, Response&);

} // namespace rtkeren::http
