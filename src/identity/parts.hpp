#pragma once

#include "identity/room.hpp"
#include "identity/throttle.hpp"

#include <memory>

/// What the page files of this room share.
namespace rtkeren::identity {

inline constexpr std::string_view session_cookie = "sesi";
inline constexpr std::int64_t session_cookie_seconds = 90LL * 24 * 3600;

/// One list a file of pages; `routes` joins them.
[[nodiscard]] std::vector<http::Route> sign_in_routes(Services&);
[[nodiscard]] std::vector<http::Route> account_routes(Services&);
[[nodiscard]] std::vector<http::Route> user_routes(Services&);
[[nodiscard]] std::vector<http::Route> grant_routes(Services&);
[[nodiscard]] std::vector<http::Route> slip_routes(Services&);
[[nodiscard]] std::vector<http::Route> number_routes(Services&);

[[nodiscard]] std::vector<operations::Operation> people_operations();
[[nodiscard]] std::vector<operations::Operation> grant_operations();
[[nodiscard]] std::vector<operations::Operation> account_operations();
[[nodiscard]] std::vector<operations::Operation> import_operations();

/// A path of our own ("/rab/01H?x=1") or "/": never another site.
[[nodiscard]] std::string own_path(std::string_view wanted);
/// "Chrome, Android": enough to recognise one's phone, nothing of the long text that browsers send.
[[nodiscard]] std::string device_of(std::string_view user_agent);
[[nodiscard]] std::string session_token(http::Request const&);
/// "28 Maret 2023, 17.30 WIB"
[[nodiscard]] std::string moment(Services const&, Instant);

/// A response that brings a new session and leads to `next`.
[[nodiscard]] http::Response signed_in_to(std::string const& token, std::string const& next);

} // namespace rtkeren::identity
