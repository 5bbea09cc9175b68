#pragma once

#include "http/http.hpp"
#include "http/temporary_file.hpp"

namespace rtkeren::http {

/// Form fields, uploads or text of the request from its body, by its content type; an unknown type is the upload "body".
/// The errors of `parse_multipart`; Unavailable environment.disk, environment.folder.
Result<void> read_body(Request&, Spool const&);

} // namespace rtkeren::http
