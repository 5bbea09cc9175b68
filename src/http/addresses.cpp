#include "http/addresses.hpp"

#include "base/text.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <cstring>
#include <optional>

namespace rtkeren::http {
namespace {

using AddressBytes = std::array<std::uint8_t, 16>;

struct ParsedAddress {
    AddressBytes bytes {};
    bool is_v4 {false};
};

std::optional<ParsedAddress> parse_address(std::string_view text)
{
    auto const spelled = std::string(text);
    ParsedAddress address;
    if (::inet_pton(AF_INET6, spelled.c_str(), address.bytes.data()) == 1)
        return address;
    address.bytes = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0, 0, 0, 0};
    address.is_v4 = true;
    if (::inet_pton(AF_INET, spelled.c_str(), address.bytes.data() + 12) == 1)
        return address;
    return std::nullopt;
}

bool share_bits(AddressBytes const& left, AddressBytes const& right, unsigned bits)
{
    auto const whole = bits / 8;
    if (!std::equal(left.begin(), left.begin() + whole, right.begin()))
        return false;
    auto const rest = bits % 8;
    return rest == 0 || (left[whole] ^ right[whole]) >> (8 - rest) == 0;
}

} // namespace

Result<TrustedProxies> TrustedProxies::parse(std::vector<std::string> const& texts)
{
    TrustedProxies proxies;
    for (auto const& text : texts) {
        auto const slash = text.find('/');
        auto const address = parse_address(trim(std::string_view(text).substr(0, slash)));
        if (!address)
            return Error::field("trusted_proxies", "config.trusted_proxies", text);
        auto const longest = address->is_v4 ? 32 : 128;
        auto const bits = slash == std::string::npos ? longest : parse_integer(trim(std::string_view(text).substr(slash + 1))).value_or(-1);
        if (bits < 0 || bits > longest)
            return Error::field("trusted_proxies", "config.trusted_proxies", text);
        proxies.m_networks.push_back({address->bytes, static_cast<unsigned>(bits + 128 - longest)});
    }
    return proxies;
}

bool TrustedProxies::contains(std::string_view text) const
{
    auto const address = parse_address(text);
    return address && std::any_of(m_networks.begin(), m_networks.end(), [&](Network const& network) {
        return share_bits(network.address, address->bytes, network.bits);
    });
}

std::string TrustedProxies::client_of(std::string_view peer, std::string_view forwarded_for) const
{
    auto client = std::string(peer);
    // From the right: each trusted proxy vouches for the one address it appended, nobody vouches for what stands further left.
    while (contains(client) && !forwarded_for.empty()) {
        auto const comma = forwarded_for.rfind(',');
        auto const last = trim(comma == std::string_view::npos ? forwarded_for : forwarded_for.substr(comma + 1));
        forwarded_for = comma == std::string_view::npos ? std::string_view {} : forwarded_for.substr(0, comma);
        if (!parse_address(last))
            break;
        client = last;
    }
    return client;
}

} // namespace rtkeren::http
