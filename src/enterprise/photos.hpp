#pragma once

#include "http/http.hpp"
#include "operations/operations.hpp"

#include <string>
#include <string_view>

/// Pictures of products on their way to a page.
namespace rtkeren::enterprise {

/// Without what phones write into it. enterprise.no_photo where the bytes are no picture that can be followed.
[[nodiscard]] Result<http::Response> plain_photo(Services&, std::string_view sha256);
/// The same, small: for lists and cards. Made once and kept while the program runs; a picture that cannot be made small is given whole.
[[nodiscard]] Result<http::Response> small_photo(Services&, std::string_view sha256);

/// Where the small one is, behind the address of the large one.
[[nodiscard]] std::string small_href(std::string const& photo_href);

} // namespace rtkeren::enterprise
