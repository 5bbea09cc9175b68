#include "base/text.hpp"
#include "secrets/secrets.hpp"
#include "secrets/sodium.hpp"

namespace rtkeren::secrets {
namespace {

constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr int base64_form = sodium_base64_VARIANT_ORIGINAL_NO_PADDING;

/// Lengths stand before the parts, so that no two cells have the same text.
std::string additional_data(Cell const& cell)
{
    std::string data;
    for (auto const part : {cell.table, cell.column, cell.row}) {
        data += std::to_string(part.size()) + ':';
        data += part;
    }
    return data;
}

std::uint8_t const* bytes_of(std::string_view text)
{
    return reinterpret_cast<std::uint8_t const*>(text.data());
}

std::string base64(std::vector<std::uint8_t> const& bytes)
{
    std::string text(sodium_base64_encoded_len(bytes.size(), base64_form), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), base64_form);
    text.pop_back(); // the terminating zero
    return text;
}

std::vector<std::uint8_t> unbase64(std::string_view text)
{
    std::vector<std::uint8_t> bytes(text.size());
    if (text.empty())
        return {};
    std::size_t length = 0;
    char const* end = nullptr;
    auto const failed = sodium_base642bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &length, &end, base64_form);
    bytes.resize(failed == 0 && end == text.data() + text.size() ? length : 0);
    return bytes;
}

} // namespace

std::string Keys::seal(Cell const& cell, std::string_view plain) const
{
    auto const* key = find(m_newest);
    CHECK(key != nullptr);
    auto const aad = additional_data(cell);
    std::vector<std::uint8_t> sealed(nonce_size + plain.size() + tag_size);
    randombytes_buf(sealed.data(), nonce_size);
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        sealed.data() + nonce_size, nullptr, bytes_of(plain), plain.size(), bytes_of(aad), aad.size(), nullptr, sealed.data(), key->data());
    return std::to_string(m_newest) + '.' + base64(sealed);
}

Result<std::string> Keys::unseal(Cell const& cell, std::string_view sealed) const
{
    auto const* key = find(number_of(sealed));
    auto const bytes = key != nullptr ? unbase64(sealed.substr(sealed.find('.') + 1)) : std::vector<std::uint8_t> {};
    if (bytes.size() < nonce_size + tag_size)
        return Error::internal("secrets.sealed");
    auto const aad = additional_data(cell);
    std::string plain(bytes.size() - nonce_size - tag_size, '\0');
    auto const failed = crypto_aead_xchacha20poly1305_ietf_decrypt(reinterpret_cast<std::uint8_t*>(plain.data()), nullptr, nullptr, bytes.data() + nonce_size,
        bytes.size() - nonce_size, bytes_of(aad), aad.size(), bytes.data(), key->data());
    if (failed != 0)
        return Error::internal("secrets.sealed");
    return plain;
}

int Keys::number_of(std::string_view sealed)
{
    auto const dot = sealed.find('.');
    auto const number = dot == std::string_view::npos ? std::nullopt : parse_integer(sealed.substr(0, dot));
    return number && *number > 0 && *number < 100'000 ? int(*number) : 0;
}

std::string Keys::lookup(std::string_view purpose, std::string_view normalised) const
{
    // A key of its own for each purpose, so that equal values in two columns do not show.
    Key purpose_key;
    std::array<std::uint8_t, Key::size> derived {};
    crypto_generichash(derived.data(), derived.size(), bytes_of(purpose), purpose.size(), m_index.data(), Key::size);
    purpose_key = Key(derived);
    sodium_memzero(derived.data(), derived.size());
    std::array<std::uint8_t, 32> hash {};
    crypto_generichash(hash.data(), hash.size(), bytes_of(normalised), normalised.size(), purpose_key.data(), Key::size);
    return to_hex({reinterpret_cast<char const*>(hash.data()), hash.size()});
}

std::string Keys::fingerprint() const
{
    return lookup("fingerprint", {}).substr(0, 16);
}

} // namespace rtkeren::secrets
