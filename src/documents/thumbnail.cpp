#include "documents/thumbnail.hpp"

#include "documents/jpeg.hpp"

#include <algorithm>
#include <cairo/cairo.h>
#include <csetjmp>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <jpeglib.h>
#include <memory>

namespace rtkeren::documents {
namespace {

constexpr int quality = 78;
constexpr std::int64_t most_pixels = 25'000'000;

struct SurfaceGone {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using Surface = std::unique_ptr<cairo_surface_t, SurfaceGone>;

/// libjpeg ends what it cannot read by a jump; warnings are nobody's to read.
struct Failure {
    jpeg_error_mgr manager;
    std::jmp_buf way_out;
};
[[noreturn]] void leave(j_common_ptr of)
{
    std::longjmp(reinterpret_cast<Failure*>(of->err)->way_out, 1);
}
void say_nothing(j_common_ptr) { }

jpeg_error_mgr* quiet(Failure& failure)
{
    auto* manager = jpeg_std_error(&failure.manager);
    manager->error_exit = leave;
    manager->output_message = say_nothing;
    return manager;
}

/// Rows of blue, green, red and an unused byte, as cairo has them. Nothing with a destructor lives between the jump and its target.
bool decode_rows(std::string_view bytes, int side, jpeg_decompress_struct& reader, Failure& failure, cairo_surface_t*& surface)
{
    reader.err = quiet(failure);
    if (setjmp(failure.way_out) != 0)
        return false;
    jpeg_create_decompress(&reader);
    jpeg_mem_src(&reader, reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size());
    jpeg_read_header(&reader, TRUE);
    reader.out_color_space = JCS_EXT_BGRX;
    // An eighth of the work where an eighth of the picture is wanted.
    reader.scale_num = 1;
    reader.scale_denom = 8;
    auto const larger = static_cast<int>(std::max(reader.image_width, reader.image_height));
    while (reader.scale_denom > 1 && larger / static_cast<int>(reader.scale_denom) < side)
        reader.scale_denom /= 2;
    jpeg_start_decompress(&reader);
    surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(reader.output_width), static_cast<int>(reader.output_height));
    if (cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS)
        return false;
    auto* row = cairo_image_surface_get_data(surface);
    while (reader.output_scanline < reader.output_height) {
        jpeg_read_scanlines(&reader, &row, 1);
        row += cairo_image_surface_get_stride(surface);
    }
    cairo_surface_mark_dirty(surface);
    return true;
}

Surface surface_of_jpeg(std::string_view bytes, int side)
{
    if (!jpeg_size(bytes).ok())
        return {};
    jpeg_decompress_struct reader {};
    Failure failure {};
    cairo_surface_t* made = nullptr;
    auto const is_read = decode_rows(bytes, side, reader, failure, made);
    jpeg_destroy_decompress(&reader);
    Surface surface(made);
    return is_read ? std::move(surface) : Surface {};
}

cairo_status_t next_bytes(void* closure, unsigned char* into, unsigned length)
{
    auto& rest = *static_cast<std::string_view*>(closure);
    if (rest.size() < length)
        return CAIRO_STATUS_READ_ERROR;
    std::memcpy(into, rest.data(), length);
    rest.remove_prefix(length);
    return CAIRO_STATUS_SUCCESS;
}

Surface surface_of_png(std::string_view bytes)
{
    constexpr std::size_t header = 24; // signature, length and name of the first chunk, width, height
    if (bytes.size() < header)
        return {};
    auto const number = [&](std::size_t at) {
        std::int64_t value = 0;
        for (std::size_t i = at; i < at + 4; ++i)
            value = value << 8 | static_cast<unsigned char>(bytes[i]);
        return value;
    };
    auto const width = number(16), height = number(20);
    if (width == 0 || height == 0 || width > most_pixels || height > most_pixels || width * height > most_pixels)
        return {};
    Surface surface(cairo_image_surface_create_from_png_stream(next_bytes, &bytes));
    return cairo_surface_status(surface.get()) == CAIRO_STATUS_SUCCESS ? std::move(surface) : Surface {};
}

/// On white, where a PNG lets through.
Surface shrunk(cairo_surface_t* picture, int side)
{
    auto const width = cairo_image_surface_get_width(picture), height = cairo_image_surface_get_height(picture);
    auto const share = std::min(1.0, static_cast<double>(side) / std::max(width, height));
    auto const small = [&](int of) { return std::max(1, static_cast<int>(of * share + 0.5)); };
    Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, small(width), small(height)));
    auto* context = cairo_create(surface.get());
    cairo_set_source_rgb(context, 1, 1, 1);
    cairo_paint(context);
    cairo_scale(context, static_cast<double>(small(width)) / width, static_cast<double>(small(height)) / height);
    cairo_set_source_surface(context, picture, 0, 0);
    cairo_pattern_set_filter(cairo_get_source(context), CAIRO_FILTER_GOOD);
    cairo_paint(context);
    auto const is_drawn = cairo_status(context) == CAIRO_STATUS_SUCCESS;
    cairo_destroy(context);
    cairo_surface_flush(surface.get());
    return is_drawn ? std::move(surface) : Surface {};
}

bool encode_rows(cairo_surface_t* picture, jpeg_compress_struct& writer, Failure& failure, unsigned char*& into, unsigned long& length)
{
    writer.err = quiet(failure);
    if (setjmp(failure.way_out) != 0)
        return false;
    jpeg_create_compress(&writer);
    jpeg_mem_dest(&writer, &into, &length);
    writer.image_width = static_cast<JDIMENSION>(cairo_image_surface_get_width(picture));
    writer.image_height = static_cast<JDIMENSION>(cairo_image_surface_get_height(picture));
    writer.input_components = 4;
    writer.in_color_space = JCS_EXT_BGRX;
    jpeg_set_defaults(&writer);
    jpeg_set_quality(&writer, quality, TRUE);
    jpeg_start_compress(&writer, TRUE);
    auto* row = cairo_image_surface_get_data(picture);
    while (writer.next_scanline < writer.image_height) {
        jpeg_write_scanlines(&writer, &row, 1);
        row += cairo_image_surface_get_stride(picture);
    }
    jpeg_finish_compress(&writer);
    return true;
}

std::string jpeg_of(cairo_surface_t* picture)
{
    jpeg_compress_struct writer {};
    Failure failure {};
    unsigned char* bytes = nullptr;
    unsigned long length = 0;
    auto const is_written = encode_rows(picture, writer, failure, bytes, length);
    jpeg_destroy_compress(&writer);
    std::string made = is_written ? std::string(reinterpret_cast<char const*>(bytes), length) : std::string {};
    std::free(bytes); // libjpeg's own
    return made;
}

} // namespace

std::string thumbnail(std::string_view bytes, int side)
{
    auto const picture = bytes.starts_with("\xFF\xD8") ? surface_of_jpeg(bytes, side) : bytes.starts_with("\x89PNG") ? surface_of_png(bytes) : Surface {};
    auto const small = picture ? shrunk(picture.get(), side) : Surface {};
    return small ? jpeg_of(small.get()) : std::string {};
}

} // namespace rtkeren::documents
