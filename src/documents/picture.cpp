#include "documents/picture.hpp"

#include "base/check.hpp"

#include <cairo/cairo.h>

namespace rtkeren::documents {

namespace {

cairo_status_t append_picture_bytes(void* closure, unsigned char const* data, unsigned length)
{
    static_cast<std::string*>(closure)->append(reinterpret_cast<char const*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

} // namespace

std::string example_picture(std::vector<std::string> const& lines, unsigned tint)
{
    constexpr int width = 240, height = 320;
    auto* surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
    auto* context = cairo_create(surface);
    cairo_set_source_rgb(context, 0.86 + tint % 7 * 0.02, 0.86 + tint % 5 * 0.025, 0.84 + tint % 3 * 0.04);
    cairo_paint(context);
    cairo_set_source_rgb(context, 1, 1, 1);
    cairo_rectangle(context, 24, 20, width - 48, height - 40);
    cairo_fill(context);
    cairo_set_source_rgb(context, 0.15, 0.2, 0.18);
    cairo_set_font_size(context, 15);
    double y = 52;
    for (auto const& line : lines) {
        cairo_move_to(context, 36, y);
        cairo_show_text(context, line.c_str());
        y += 26;
    }
    for (; y < height - 44; y += 18) {
        cairo_rectangle(context, 36, y, 80 + (tint * 31 + static_cast<unsigned>(y) * 7) % 88, 4);
        cairo_fill(context);
    }
    std::string bytes;
    auto const status = cairo_surface_write_to_png_stream(surface, append_picture_bytes, &bytes);
    cairo_destroy(context);
    cairo_surface_destroy(surface);
    CHECK(status == CAIRO_STATUS_SUCCESS);
    return bytes;
}

} // namespace rtkeren::documents
