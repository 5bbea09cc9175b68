#pragma once

#include "http/addresses.hpp"
#include "http/http.hpp"

namespace rtkeren::http {

/// The head of a request as it came, before it is believed.
struct Head {
    Method method {Method::Get};
    bool http_1_1 {true};
    std::string target;
    std::vector<std::pair<std::string, std::string>> headers; // names in lower case
    std::string peer; // address of the socket
};

/// A Request without its body. Invalid request.malformed: no or two hosts, a target that is no path of ours, encodings that hide
/// a slash or control characters.
[[nodiscard]] Result<Request> request_of(Head, TrustedProxies const&, Ulid id);

} // namespace rtkeren::http
