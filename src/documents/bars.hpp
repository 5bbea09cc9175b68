#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>
#include <vector>

/// QR codes and barcodes as plain rectangles, for SVG and paper. Quiet zones are inside the size.
namespace rtkeren::documents {

struct Bars {
    struct Rect {
        double x, y, width, height;
    };
    double width {0}; // in modules times two, as zint measures
    double height {0};
    std::vector<Rect> dark;
    struct Label {
        double x, y, size; // centre and baseline
        std::string text;
    };
    std::vector<Label> labels {}; // digits under an EAN
};

/// Error correction M; quiet zone of four modules. code.too_long, code.data
[[nodiscard]] Result<Bars> qr(std::string_view text);
/// 12 digits (the check digit is added) or 13 (it is checked); quiet zones of 11 and 7 modules. code.data, code.check_digit
[[nodiscard]] Result<Bars> ean13(std::string_view digits);

/// `<svg viewBox=… role="img" aria-label=…>` black on white; `label` is escaped.
[[nodiscard]] std::string svg_of(Bars const&, std::string_view label);
[[nodiscard]] Result<std::string> qr_svg(std::string_view text, std::string_view label = "QR");
[[nodiscard]] Result<std::string> ean13_svg(std::string_view digits);

} // namespace rtkeren::documents
