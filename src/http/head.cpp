#include "http/head.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace rtkeren::http {
namespace {

Error malformed(std::string detail)
{
    auto error = Error::invalid("request.malformed");
    error.detail = std::move(detail);
    return error;
}

/// "http://host/path" is what proxies may send; the path is all we use of it.
std::string_view origin_form(std::string_view target)
{
    for (auto const scheme : {std::string_view("http://"), std::string_view("https://")}) {
        if (target.starts_with(scheme)) {
            auto const slash = target.find('/', scheme.size());
            return slash == std::string_view::npos ? std::string_view("/") : target.substr(slash);
        }
    }
    return target;
}

Result<std::string> decoded_path(std::string_view path)
{
    if (!path.starts_with('/'))
        return malformed("target is no path");
    // A hidden slash would change the segments after they were matched somewhere in front of us.
    if (path.find("%2F") != std::string_view::npos || path.find("%2f") != std::string_view::npos)
        return malformed("encoded slash");
    auto decoded = url_decode(path, false);
    if (!decoded || !is_valid_utf8(*decoded))
        return malformed("encoding of the path");
    if (std::any_of(decoded->begin(), decoded->end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }))
        return malformed("control characters in the path");
    return std::move(*decoded);
}

std::map<std::string, std::string> parse_cookies(Request const& request)
{
    std::map<std::string, std::string> cookies;
    for (auto const& [name, value] : request.headers) {
        if (name != "cookie")
            continue;
        for (auto const pair : split(value, ';')) {
            auto const equals = pair.find('=');
            if (equals == std::string_view::npos)
                continue;
            auto const text = trim(pair.substr(equals + 1));
            cookies.emplace(trim(pair.substr(0, equals)), url_decode(text, false).value_or(std::string(text)));
        }
    }
    return cookies;
}

bool has_one_host(Request const& request, bool http_1_1)
{
    auto const hosts = std::count_if(request.headers.begin(), request.headers.end(), [](auto const& header) { return header.first == "host"; });
    return http_1_1 ? hosts == 1 : hosts <= 1;
}

} // namespace

Result<Request> request_of(Head head, TrustedProxies const& proxies, Ulid id)
{
    Request request;
    request.method = head.method;
    request.headers = std::move(head.headers);
    request.request_id = id.str();
    if (!has_one_host(request, head.http_1_1))
        return malformed("host");
    request.target = origin_form(head.target);
    auto const question = request.target.find('?');
    request.path = TRY(decoded_path(std::string_view(request.target).substr(0, question)));
    if (question != std::string::npos)
        request.query = parse_query(std::string_view(request.target).substr(question + 1));
    request.cookies = parse_cookies(request);
    request.content_type = request.header("content-type");
    request.accept_language = request.header("accept-language");
    request.if_none_match = request.header("if-none-match");
    request.authorization = request.header("authorization");
    request.user_agent = request.header("user-agent");
    request.remote_address = proxies.client_of(head.peer, request.header("x-forwarded-for"));
    request.secure = proxies.contains(head.peer) && request.header("x-forwarded-proto") == "https";
    request.wants_json = request.path.starts_with("/api/") || request.header("accept").find("application/json") != std::string::npos;
    return request;
}

} // namespace rtkeren::http
