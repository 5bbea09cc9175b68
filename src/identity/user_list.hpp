#pragma once

#include "identity/parts.hpp"

namespace rtkeren::identity {

[[nodiscard]] http::Route user_list_route(Services&);
/// The widest place whose users the actor enters, with a dot behind it: "35.72.03.1002."; "" is the whole city.
[[nodiscard]] std::string users_scope(Actor const&);
/// A sealed number of a person, or "" where there is none or the keys do not open it.
[[nodiscard]] std::string unsealed(Services const&, std::string_view column, std::string const& person, std::string const& sealed);
[[nodiscard]] std::string masked_phone(Services const&, std::string const& person, std::string const& sealed);

} // namespace rtkeren::identity
