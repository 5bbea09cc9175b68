#pragma once

#include "html/html.hpp"
#include "http/http.hpp"
#include "operations/operations.hpp"

#include <boost/json/object.hpp>

#include <functional>
#include <string_view>

/// Forms that bring one file.
namespace rtkeren::evidence {

/// What was typed, without the form's own fields.
[[nodiscard]] html::FormState typed_values(http::Exchange const&);

/// Like `screens::submit`: the upload is stored first and goes to the operation's field `file`; a refused form keeps it, so that nobody sends it twice.
/// A file that is refused comes back at the top of the form with what was typed.
using ShowForm = std::function<Result<http::Response>(html::FormState const&)>;
[[nodiscard]] Result<http::Response> submit_with_file(
    Services&, http::Exchange&, std::string_view operation, boost::json::object extra, std::string_view upload, ShowForm const& show);

} // namespace rtkeren::evidence
