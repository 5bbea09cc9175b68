#include "http/http.hpp"

#include <fmt/format.h>

namespace rtkeren::http {

Response Response::page(std::string html, int status)
{
    Response response;
    response.status = status;
    response.body = std::move(html);
    return response;
}

Response Response::json(std::string text, int status)
{
    auto response = page(std::move(text), status);
    response.content_type = "application/json";
    return response;
}

Response Response::text(std::string text, int status)
{
    auto response = page(std::move(text), status);
    response.content_type = "text/plain; charset=utf-8";
    return response;
}

Response Response::see_other(std::string location)
{
    auto response = text({}, 303);
    response.header("Location", std::move(location));
    return response;
}

Response Response::download(std::string bytes, std::string content_type, std::string filename)
{
    // Two names: ASCII for old readers, the encoded one for everybody else.
    std::string plain;
    for (char const c : filename)
        plain += c >= 0x20 && c < 0x7f && c != '"' && c != '\\' && c != '/' ? c : '_';
    auto response = page(std::move(bytes));
    response.content_type = std::move(content_type);
    response.header("Content-Disposition", fmt::format("attachment; filename=\"{}\"; filename*=UTF-8''{}", plain, url_encode(filename)));
    return response;
}

Response& Response::header(std::string name, std::string value)
{
    headers.emplace_back(std::move(name), std::move(value));
    return *this;
}

Response& Response::cookie(std::string name, std::string value, std::int64_t max_age_seconds, bool http_only)
{
    auto text = fmt::format("{}={}; Path=/; Max-Age={}; SameSite=Lax", name, url_encode(value), max_age_seconds);
    if (http_only)
        text += "; HttpOnly";
    return header("Set-Cookie", std::move(text));
}

} // namespace rtkeren::http
