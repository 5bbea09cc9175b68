#include "http/body.hpp"

#include "base/text.hpp"
#include "http/multipart.hpp"

#include <algorithm>

namespace rtkeren::http {
namespace {

std::string media_type(std::string_view content_type)
{
    auto type = std::string(trim(content_type.substr(0, content_type.find(';'))));
    std::transform(type.begin(), type.end(), type.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return type;
}

/// A body of unknown type is a file like any other.
Result<Upload> upload_of(Spool const& spool, std::string const& content_type)
{
    auto file = TRY(TemporaryFile::create(spool.folder()));
    TRY(spool.read([&](std::string_view piece) { return file->write(piece); }));
    file->close();
    return Upload {"body", {}, content_type, file->path(), file->size(), file};
}

} // namespace

Result<void> read_body(Request& request, Spool const& spool)
{
    if (spool.size() == 0)
        return {};
    auto const type = media_type(request.content_type);
    if (type == "application/x-www-form-urlencoded") {
        auto const text = TRY(spool.text());
        request.form = parse_query(text);
    } else if (type == "multipart/form-data") {
        auto const boundary = multipart_boundary(request.content_type);
        if (!boundary)
            return Error::invalid("multipart.malformed");
        auto form = TRY(parse_multipart(spool, *boundary));
        request.form = std::move(form.fields);
        request.uploads = std::move(form.uploads);
    } else if (type.empty() || type.starts_with("text/") || type.starts_with("application/json")) {
        request.body = TRY(spool.text());
    } else {
        auto upload = TRY(upload_of(spool, request.content_type));
        request.uploads.push_back(std::move(upload));
    }
    return {};
}

} // namespace rtkeren::http
