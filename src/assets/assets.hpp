#pragma once

#include <span>
#include <string_view>

/// The style sheet, scripts, icons and font of the browser, embedded in the program. Made by scripts/build-web from web/.
namespace rtkeren::assets {

/// Everything lives as long as the program.
struct Asset {
    std::string_view name; // "rtkeren.css"; served as /-/aset/<name>
    std::string_view content_type; // "text/css; charset=utf-8"
    std::string_view bytes;
    std::string_view etag; // strong, quoted: a hash of the bytes
    std::string_view gzip; // the same bytes compressed; empty where that would not be smaller
};

/// nullptr when there is no such file.
[[nodiscard]] Asset const* find(std::string_view name);
/// Sorted by name.
[[nodiscard]] std::span<Asset const> all();

} // namespace rtkeren::assets
