#pragma once

#include <string>
#include <string_view>

namespace rtkeren::documents {

/// A small JPEG of a JPEG or PNG, at most `side` pixels either way and with nothing written beside the picture, also not which way up it is. "" where the bytes are
/// neither, cannot be read, or hold over 25 megapixels.
[[nodiscard]] std::string thumbnail(std::string_view bytes, int side);

} // namespace rtkeren::documents
