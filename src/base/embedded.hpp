#pragma once

#include <span>
#include <string_view>

namespace rtkeren {

/// A data file that was built into the program, named by its path ("35.72/regions.csv").
struct EmbeddedText {
    std::string_view name;
    std::string_view text;
};

} // namespace rtkeren
