#pragma once

#include <string>
#include <string_view>

namespace sqlc {

/// FIPS 180-4, lower case hexadecimal. The build tools stand on no library, so they bring their own forty lines.
[[nodiscard]] std::string sha256_hex(std::string_view);

} // namespace sqlc
