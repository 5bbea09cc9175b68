#include "base/id.hpp"

#include <algorithm>

namespace rtkeren {
namespace {

constexpr std::string_view crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

} // namespace

Result<Ulid> Ulid::parse(std::string_view text)
{
    Ulid ulid;
    auto const alphabetic = std::all_of(text.begin(), text.end(), [](char c) { return crockford.find(c) != std::string_view::npos; });
    // 26 letters carry 130 bits: a first letter above 7 would need more than the 128 that there are.
    if (text.size() != ulid.m_text.size() || !alphabetic || text.front() > '7')
        return Error::invalid("id.format");
    std::copy(text.begin(), text.end(), ulid.m_text.begin());
    return ulid;
}

Ulid Ulid::make(std::uint64_t milliseconds, std::array<std::uint8_t, 10> const& random)
{
    CHECK(milliseconds < (std::uint64_t {1} << 48));
    Ulid ulid;
    for (std::size_t i = 10; i-- > 0; milliseconds >>= 5)
        ulid.m_text[i] = crockford[milliseconds & 31];
    // Two halves of five bytes, each exactly eight letters.
    for (std::size_t half = 0; half < 2; ++half) {
        std::uint64_t bits = 0;
        for (std::size_t i = 0; i < 5; ++i)
            bits = (bits << 8) | random[half * 5 + i];
        for (std::size_t i = 8; i-- > 0; bits >>= 5)
            ulid.m_text[10 + half * 8 + i] = crockford[bits & 31];
    }
    return ulid;
}

} // namespace rtkeren
