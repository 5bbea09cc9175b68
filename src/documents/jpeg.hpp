#pragma once

#include "base/result.hpp"

#include <string_view>

namespace rtkeren::documents {

struct JpegSize {
    int width {0};
    int height {0};
};

/// From the frame header, without decoding. document.photo, document.photo_large (over 25 megapixels).
[[nodiscard]] Result<JpegSize> jpeg_size(std::string_view bytes);

} // namespace rtkeren::documents
