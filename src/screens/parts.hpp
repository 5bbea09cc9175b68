#pragma once

#include "screens/screens.hpp"

namespace rtkeren::screens {

[[nodiscard]] std::vector<NavEntry> const& navigation();
[[nodiscard]] std::string count_of(Services&, Actor const&, std::string_view href);

/// What was just done, carried over the 303 in a cookie of half a minute that only the page it is meant for shows.
inline constexpr std::string_view notice_cookie = "kabar";
[[nodiscard]] std::string notice_value(operations::Answer const&);
[[nodiscard]] std::string notice_of(http::Exchange const&); // worded, or ""

} // namespace rtkeren::screens
