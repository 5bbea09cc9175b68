#include "enterprise/photo_bytes.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

namespace rtkeren::enterprise {
namespace {

using namespace std::string_view_literals;

std::uint8_t byte_at(std::string_view bytes, std::size_t at) { return static_cast<std::uint8_t>(bytes[at]); }
/// A number of up to four bytes, the high one first; nothing behind the end.
std::optional<std::uint32_t> big_endian(std::string_view bytes, std::size_t at, std::size_t length)
{
    if (at > bytes.size() || bytes.size() - at < length)
        return std::nullopt;
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < length; ++i)
        value = value << 8U | byte_at(bytes, at + i);
    return value;
}
std::optional<std::uint32_t> little_endian(std::string_view bytes, std::size_t at, std::size_t length)
{
    if (at > bytes.size() || bytes.size() - at < length)
        return std::nullopt;
    std::uint32_t value = 0;
    for (std::size_t i = length; i > 0; --i)
        value = value << 8U | byte_at(bytes, at + i - 1);
    return value;
}

/// Which way up, 1 to 8, from the first directory of an EXIF segment; 1 where it does not say.
int orientation_of(std::string_view exif)
{
    constexpr std::uint32_t orientation_tag = 0x0112;
    exif.remove_prefix(6); // "Exif" and two zeros
    auto const is_little = exif.starts_with("II*\0"sv);
    if (!is_little && !exif.starts_with("MM\0*"sv))
        return 1;
    auto const number = [&](std::size_t at, std::size_t length) { return is_little ? little_endian(exif, at, length) : big_endian(exif, at, length); };
    auto const directory = number(4, 4);
    auto const count = directory ? number(*directory, 2) : std::nullopt;
    for (std::size_t i = 0; count && i < *count; ++i) {
        auto const entry = std::size_t {*directory} + 2 + i * 12;
        auto const tag = number(entry, 2);
        if (!tag)
            return 1;
        if (*tag == orientation_tag) {
            auto const value = number(entry + 8, 2).value_or(1);
            return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
        }
    }
    return 1;
}

/// An EXIF segment that says nothing but which way up.
std::string orientation_segment(int orientation)
{
    std::string segment("\xFF\xE1\x00\x22"
                        "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0"sv);
    segment[29] = static_cast<char>(orientation);
    return segment;
}

bool is_application(std::uint8_t marker) { return (marker >= 0xE0 && marker <= 0xEF) || marker == 0xFE; }

/// A marker with what belongs to it; nothing where it runs over the end.
std::optional<std::string_view> segment_at(std::string_view bytes, std::size_t at)
{
    auto const length = big_endian(bytes, at + 2, 2).value_or(0);
    if (length < 2 || bytes.size() - at - 2 < length)
        return std::nullopt;
    return bytes.substr(at, length + 2);
}

/// Where the coded picture data from here on end: at the next marker that is none of theirs.
std::size_t end_of_scan(std::string_view bytes, std::size_t at)
{
    for (at = bytes.find('\xFF', at); at != std::string_view::npos && at + 1 < bytes.size(); at = bytes.find('\xFF', at + 1)) {
        auto const next = byte_at(bytes, at + 1);
        if (next != 0x00 && next != 0xFF && (next < 0xD0 || next > 0xD7))
            return at;
    }
    return std::string_view::npos;
}

/// From the first scan to the end of the picture. What phones put behind it (a second picture with its own place, a film) is not taken along, nor what is told between scans.
std::string scans_of(std::string_view bytes, std::size_t at)
{
    std::string kept;
    while (at != std::string_view::npos && at + 2 <= bytes.size()) {
        auto const marker = byte_at(bytes, at + 1);
        if (marker == 0xD9)
            return kept + "\xFF\xD9";
        auto const segment = segment_at(bytes, at);
        if (!segment)
            return {};
        if (!is_application(marker))
            kept += *segment;
        at += segment->size();
        auto const end = end_of_scan(bytes, at);
        if (end == std::string_view::npos)
            return {};
        kept += bytes.substr(at, end - at);
        at = end;
    }
    return {};
}

/// Segments of a JPEG up to the picture data: application data and comments go, colour profiles (APP2 "ICC_PROFILE") and Adobe's colour transform (APP14) stay.
std::string plain_jpeg(std::string_view bytes)
{
    std::string kept(bytes.substr(0, 2));
    std::string segments;
    int orientation = 1;
    std::size_t at = 2;
    while (at + 4 <= bytes.size() && byte_at(bytes, at) == 0xFF) {
        auto const marker = byte_at(bytes, at + 1);
        if (marker == 0xFF) {
            ++at;
            continue;
        }
        auto const segment = segment_at(bytes, at);
        if (!segment)
            return {};
        auto const content = segment->substr(4);
        if (marker == 0xDA) {
            auto const scans = scans_of(bytes, at);
            if (orientation != 1)
                kept += orientation_segment(orientation);
            return scans.empty() ? std::string {} : kept + segments + scans;
        }
        if (marker == 0xE1 && content.starts_with("Exif\0\0"sv))
            orientation = orientation_of(content);
        auto const is_colour = (marker == 0xE2 && content.starts_with("ICC_PROFILE\0"sv)) || marker == 0xEE || (marker == 0xE0 && content.starts_with("JFIF\0"sv));
        if (!is_application(marker) || is_colour)
            segments += *segment;
        at += segment->size();
    }
    return {};
}

/// Chunks that a picture needs, in their order; everything else is told about it.
std::string plain_png(std::string_view bytes)
{
    constexpr std::array needed {"IHDR"sv, "PLTE"sv, "tRNS"sv, "gAMA"sv, "cHRM"sv, "sRGB"sv, "iCCP"sv, "IDAT"sv, "IEND"sv};
    std::string kept(bytes.substr(0, 8));
    for (std::size_t at = 8;;) {
        auto const length = big_endian(bytes, at, 4);
        if (!length || bytes.size() - at < 12 || bytes.size() - at - 12 < *length)
            return {};
        auto const chunk = bytes.substr(at, std::size_t {*length} + 12);
        auto const name = chunk.substr(4, 4);
        if (std::ranges::find(needed, name) != needed.end())
            kept += chunk;
        if (name == "IEND")
            return kept;
        at += chunk.size();
    }
}

std::string four_bytes(std::uint32_t value)
{
    std::string text(4, '\0');
    for (auto& character : text) {
        character = static_cast<char>(value & 0xFFU);
        value >>= 8U;
    }
    return text;
}

/// Chunks of a RIFF file but EXIF and XMP; the extended header no longer promises them.
std::string plain_webp(std::string_view bytes)
{
    std::string chunks;
    std::size_t at = 12;
    while (at < bytes.size()) {
        auto const length = little_endian(bytes, at + 4, 4);
        if (!length || bytes.size() - at - 8 < *length)
            return {};
        auto const padded = std::size_t {*length} + (*length & 1U);
        auto const name = bytes.substr(at, 4);
        auto const chunk = bytes.substr(at, 8 + padded);
        if (name != "EXIF" && name != "XMP ") {
            chunks += chunk;
            if (name == "VP8X" && *length >= 10)
                chunks[chunks.size() - chunk.size() + 8] = static_cast<char>(byte_at(chunk, 8) & ~0x0CU);
        }
        at += 8 + padded;
    }
    if (chunks.empty())
        return {};
    return "RIFF" + four_bytes(static_cast<std::uint32_t>(chunks.size() + 4)) + "WEBP" + chunks;
}

} // namespace

std::string without_metadata(std::string_view bytes)
{
    if (bytes.starts_with("\xFF\xD8"sv))
        return plain_jpeg(bytes);
    if (bytes.starts_with("\x89PNG\r\n\x1A\n"sv))
        return plain_png(bytes);
    if (bytes.starts_with("RIFF"sv) && bytes.size() >= 12 && bytes.substr(8, 4) == "WEBP")
        return plain_webp(bytes);
    return {};
}

} // namespace rtkeren::enterprise
