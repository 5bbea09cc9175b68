#include "base/check.hpp"
#include "base/text.hpp"
#include "secrets/codes.hpp"
#include "secrets/sodium.hpp"

#include <fstream>

namespace rtkeren::secrets {
namespace {

constexpr std::string_view crockford_letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

std::string hex_of_bytes(std::array<std::uint8_t, 32> const& bytes)
{
    return to_hex({reinterpret_cast<char const*>(bytes.data()), bytes.size()});
}

/// Eight letters for five bytes; a rest of bytes gives the letters that it fills.
std::string base32(std::span<std::uint8_t const> bytes)
{
    std::string text;
    std::uint32_t bits = 0;
    int held = 0;
    for (auto const byte : bytes) {
        bits = (bits << 8) | byte;
        held += 8;
        for (; held >= 5; held -= 5)
            text += crockford_letters[(bits >> (held - 5)) & 31U];
        bits &= (1U << held) - 1U;
    }
    return text;
}

std::vector<std::uint8_t> drawn_bytes(Env& env, std::size_t count)
{
    std::vector<std::uint8_t> bytes(count);
    env.random(bytes);
    return bytes;
}

} // namespace

std::array<std::uint8_t, 32> sha256_bytes(std::string_view text)
{
    std::array<std::uint8_t, 32> hash {};
    crypto_hash_sha256(hash.data(), reinterpret_cast<std::uint8_t const*>(text.data()), text.size());
    return hash;
}

Sha256 sha256(std::string_view bytes)
{
    return Sha256::parse(hex_of_bytes(sha256_bytes(bytes))).value();
}

Sha256Stream::Sha256Stream()
{
    crypto_hash_sha256_init(&m_state);
}

void Sha256Stream::update(std::string_view bytes)
{
    crypto_hash_sha256_update(&m_state, reinterpret_cast<std::uint8_t const*>(bytes.data()), bytes.size());
}

Sha256 Sha256Stream::finish()
{
    std::array<std::uint8_t, 32> hash {};
    crypto_hash_sha256_final(&m_state, hash.data());
    return Sha256::parse(hex_of_bytes(hash)).value();
}

Result<Sha256> sha256_file(std::filesystem::path const& path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return Error::unavailable("environment.file_unreadable", path.string());
    Sha256Stream stream;
    std::vector<char> piece(std::size_t {64} * 1024);
    while (file) {
        file.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        stream.update({piece.data(), static_cast<std::size_t>(file.gcount())});
    }
    if (file.bad())
        return Error::unavailable("environment.file_unreadable", path.string());
    return stream.finish();
}

std::string token(Env& env, std::size_t bytes)
{
    return base32(drawn_bytes(env, bytes));
}

std::string readable_code(Env& env, int groups)
{
    auto const letters = base32(drawn_bytes(env, static_cast<std::size_t>(groups) * 3)); // 24 bits a group for the 20 that it shows
    std::string code;
    for (std::size_t i = 0; i < static_cast<std::size_t>(groups); ++i) {
        if (i > 0)
            code += '-';
        code += letters.substr(i * 4, 4);
    }
    return code;
}

std::string paper_code(Keys const& keys, std::string_view purpose, std::string_view name, int groups)
{
    auto const bytes = from_hex(keys.lookup(purpose, name));
    CHECK(bytes.has_value());
    std::string code;
    for (std::size_t i = 0; i < static_cast<std::size_t>(groups) * 4; ++i) {
        if (i > 0 && i % 4 == 0)
            code += '-';
        code += crockford_letters[static_cast<unsigned char>((*bytes)[i]) & 31U];
    }
    return code;
}

std::string normal_code(std::string_view typed)
{
    std::string code;
    for (char character : typed.substr(0, 60)) {
        if (character >= 'a' && character <= 'z')
            character = static_cast<char>(character - 'a' + 'A');
        if (character == 'O')
            character = '0';
        if (character == 'I' || character == 'L')
            character = '1';
        if (crockford_letters.find(character) != std::string_view::npos)
            code += character;
    }
    return code;
}

bool equal_in_constant_time(std::string_view a, std::string_view b)
{
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

} // namespace rtkeren::secrets
