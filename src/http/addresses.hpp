#pragma once

#include "base/result.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rtkeren::http {

/// The proxies that may say for whom they ask. An IPv4 address is the same as its IPv6-mapped form.
class TrustedProxies {
public:
    /// Addresses or networks ("127.0.0.1", "10.0.0.0/8", "fd00::/8"). Invalid config.trusted_proxies names the first wrong one.
    static Result<TrustedProxies> parse(std::vector<std::string> const&);
    [[nodiscard]] bool contains(std::string_view address) const;
    /// The client behind `peer`: the last address of X-Forwarded-For that is not a trusted proxy itself; `peer` when it is not trusted.
    [[nodiscard]] std::string client_of(std::string_view peer, std::string_view forwarded_for) const;

private:
    struct Network {
        std::array<std::uint8_t, 16> address;
        unsigned bits;
    };
    std::vector<Network> m_networks;
};

} // namespace rtkeren::http
