#pragma once

#include <string>
#include <vector>

namespace rtkeren::documents {

/// A small PNG with a few lines of writing on tinted paper: what stands in for a photo in the example city, and says so.
[[nodiscard]] std::string example_picture(std::vector<std::string> const& lines, unsigned tint);

} // namespace rtkeren::documents
