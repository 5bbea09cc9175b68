#include "operations/operations.hpp"
#include "secrets/secrets.hpp"

#include <algorithm>
#include <array>

namespace rtkeren::operations {
namespace {

/// The last eight letters of an id are exactly its last five bytes.
std::array<std::uint8_t, 5> last_bytes(Ulid const& id)
{
    constexpr std::string_view crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    std::uint64_t bits = 0;
    for (char const letter : id.text().substr(18))
        bits = (bits << 5) | crockford.find(letter);
    std::array<std::uint8_t, 5> bytes {};
    for (std::size_t i = bytes.size(); i-- > 0; bits >>= 8)
        bytes[i] = std::uint8_t(bits & 0xFF);
    return bytes;
}

} // namespace

/// Time of the request; then the last five bytes of the seed, so that requests of one millisecond sort as they were drawn; three bytes that count,
/// so that the ids of one request sort as they were made; two bytes that tell apart seeds which agree by chance.
Ulid Context::next_id()
{
    ++ids_drawn;
    CHECK(ids_drawn < (1U << 24));
    auto const noise = secrets::sha256_bytes(id_seed.str() + '/' + std::to_string(ids_drawn));
    auto const prefix = last_bytes(id_seed);
    std::array<std::uint8_t, 10> random {};
    std::copy(prefix.begin(), prefix.end(), random.begin());
    random[5] = std::uint8_t((ids_drawn >> 16) & 0xFF);
    random[6] = std::uint8_t((ids_drawn >> 8) & 0xFF);
    random[7] = std::uint8_t(ids_drawn & 0xFF);
    random[8] = noise[0];
    random[9] = noise[1];
    return Ulid::make(static_cast<std::uint64_t>(now.milliseconds()), random);
}

} // namespace rtkeren::operations
