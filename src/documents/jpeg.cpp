#include "documents/jpeg.hpp"

#include <cstdint>

namespace rtkeren::documents {

namespace {

constexpr std::int64_t pixels_max = 25'000'000;

unsigned byte_at(std::string_view bytes, std::size_t at)
{
    return static_cast<unsigned char>(bytes[at]);
}

unsigned word_at(std::string_view bytes, std::size_t at)
{
    return byte_at(bytes, at) << 8 | byte_at(bytes, at + 1);
}

/// SOF0 to SOF15 without DHT (C4), JPG (C8) and DAC (CC).
bool is_frame(unsigned marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

Result<JpegSize> frame_size(std::string_view bytes, std::size_t at)
{
    if (at + 9 > bytes.size())
        return Error::invalid("document.photo");
    auto height = word_at(bytes, at + 5);
    auto width = word_at(bytes, at + 7);
    if (width == 0 || height == 0)
        return Error::invalid("document.photo");
    if (std::int64_t {width} * height > pixels_max)
        return Error::invalid("document.photo_large");
    return JpegSize {int(width), int(height)};
}

} // namespace

Result<JpegSize> jpeg_size(std::string_view bytes)
{
    if (!bytes.starts_with("\xFF\xD8\xFF"))
        return Error::invalid("document.photo");
    std::size_t at = 2;
    while (at + 4 <= bytes.size()) {
        if (byte_at(bytes, at) != 0xFF)
            break;
        auto marker = byte_at(bytes, at + 1);
        if (marker == 0xFF) { // fill byte
            ++at;
            continue;
        }
        if (is_frame(marker))
            return frame_size(bytes, at);
        if (marker == 0xD9 || marker == 0xDA)
            break;
        bool alone = marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7);
        at += alone ? 2 : 2 + word_at(bytes, at + 2);
    }
    return Error::invalid("document.photo");
}

} // namespace rtkeren::documents
