#pragma once

#include "screens/screens.hpp"

/// Forms of people without an account.
namespace rtkeren::screens {

/// `actor` is who the room lets do it for them; `href` leads on, where the operation's answer must not know the address.
struct Visitor {
    Actor actor;
    std::string href {};
};
/// As `submit`.
[[nodiscard]] Result<http::Response> submit_as(Services&, http::Exchange&, Visitor const&, std::string_view operation, boost::json::object const& extra, Again const& again);

} // namespace rtkeren::screens
