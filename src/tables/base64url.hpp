#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rtkeren::tables {

/// RFC 4648 section 5, without padding.
[[nodiscard]] std::string base64url_encode(std::string_view bytes);
/// nullopt for other characters, a length that cannot be, or spare bits that are not zero.
[[nodiscard]] std::optional<std::string> base64url_decode(std::string_view text);

} // namespace rtkeren::tables
