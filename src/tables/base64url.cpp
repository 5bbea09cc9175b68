#include "tables/base64url.hpp"

#include <cstdint>

namespace rtkeren::tables {

namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

} // namespace

std::string base64url_encode(std::string_view bytes)
{
    std::string out;
    std::uint32_t bits = 0;
    int held = 0;
    for (char character : bytes) {
        bits = (bits << 8) | static_cast<unsigned char>(character);
        held += 8;
        while (held >= 6) {
            held -= 6;
            out += alphabet[(bits >> held) & 63U];
        }
    }
    if (held > 0)
        out += alphabet[(bits << (6 - held)) & 63U];
    return out;
}

std::optional<std::string> base64url_decode(std::string_view text)
{
    std::string out;
    std::uint32_t bits = 0;
    int held = 0;
    for (char character : text) {
        auto position = alphabet.find(character);
        if (position == std::string_view::npos)
            return std::nullopt;
        bits = (bits << 6) | std::uint32_t(position);
        held += 6;
        if (held >= 8) {
            held -= 8;
            out += static_cast<char>((bits >> held) & 255U);
        }
    }
    if (held >= 6 || (bits & ((1U << held) - 1U)) != 0)
        return std::nullopt;
    return out;
}

} // namespace rtkeren::tables
