#include "http/routes.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <exception>

namespace rtkeren::http {
namespace {

/// The time does not tell how many characters were right.
bool same_secret(std::string_view left, std::string_view right)
{
    if (left.size() != right.size() || left.empty())
        return false;
    unsigned difference = 0;
    for (std::size_t i = 0; i < left.size(); ++i)
        difference |= static_cast<unsigned>(static_cast<unsigned char>(left[i]) ^ static_cast<unsigned char>(right[i]));
    return difference == 0;
}

bool same_host(std::string_view left, std::string_view right)
{
    auto const lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::equal(left.begin(), left.end(), right.begin(), right.end(), [&](char a, char b) { return lower(a) == lower(b); });
}

/// Browsers say where a form came from; programs say nothing and have no cookies that could be abused.
bool is_cross_site(Request const& request)
{
    // Sec-Fetch-Site cannot be forged by a page and stays right under any referrer policy, which Origin ("null") does not.
    auto const fetch_site = request.header("sec-fetch-site");
    if (!fetch_site.empty())
        return fetch_site != "same-origin" && fetch_site != "none";
    auto const origin = request.header("origin");
    if (origin.empty())
        return false;
    auto const scheme_end = origin.find("://");
    return scheme_end == std::string::npos || !same_host(std::string_view(origin).substr(scheme_end + 3), request.header("host"));
}

bool has_csrf_token(Request const& request, Session const& session)
{
    auto const sent = request.header("x-csrf-token");
    return same_secret(sent.empty() ? request.form_value("csrf") : sent, session.csrf);
}

/// To the sign-in page and back to here. Only a path of our own: "//host" would be another site.
Response to_sign_in(Request const& request)
{
    auto const& target = request.target.empty() ? request.path : request.target;
    auto const is_ours = target.size() > 1 && target[0] == '/' && target[1] != '/' && target[1] != '\\';
    return Response::see_other(is_ours ? "/masuk?lanjut=" + url_encode(target) : "/masuk");
}

Response bare_refusal(Request const& request, Refusal const& refusal)
{
    if (!request.wants_json)
        return Response::text(refusal.error.code + "\n" + request.request_id + "\n", refusal.status);
    constexpr std::string_view shape = R"({{"error":{{"code":"{}","kind":"{}","request":"{}"}}}})";
    return Response::json(fmt::format(shape, refusal.error.code, name_of(refusal.error.kind), request.request_id), refusal.status);
}

void finish_response(Hooks const& hooks, Request const& request, Response& response)
{
    response.header("X-Request-Id", request.request_id);
    if (hooks.finish)
        hooks.finish(response);
}

Response run_handler(Route const& route, Exchange& exchange, Hooks const& hooks)
{
    auto const& request = exchange.request;
    auto const refusal = refuse_by_head(route, request, exchange.session);
    if (refusal) {
        auto const may_sign_in = refusal->status == 401 && request.method != Method::Post && !request.wants_json;
        return may_sign_in ? to_sign_in(request) : answer_refusal(hooks, request, exchange.session, *refusal);
    }
    if (request.method == Method::Post && exchange.session && !exchange.session->by_token && !has_csrf_token(request, *exchange.session))
        return answer_refusal(hooks, request, exchange.session, {Error::forbidden("csrf.invalid"), 403});
    return route.handler(exchange);
}

Response dispatch_unfinished(std::vector<Route> const& routes, Hooks const& hooks, Request const& request, std::optional<Session>& session)
{
    auto match = match_route(routes, request.method, request.path);
    if (!match.route || !match.route->quick)
        session = session_of(hooks, request);
    if (!match.route && match.path_known) {
        auto response = answer_refusal(hooks, request, session, {Error::invalid("request.method"), 405});
        response.header("Allow", allowed_methods(routes, request.path));
        return response;
    }
    if (!match.route)
        return answer_refusal(hooks, request, session, {Error::not_found("page.not_found"), 404});
    Exchange exchange {request, session, std::move(match.parameters), language_of(request, session)};
    return run_handler(*match.route, exchange, hooks);
}

} // namespace

std::string Exchange::parameter(std::string_view name) const
{
    auto const found = parameters.find(std::string(name));
    CHECK(found != parameters.end());
    return found->second;
}

Actor const& Exchange::actor() const
{
    CHECK(session.has_value());
    return session->actor;
}

Language language_of(Request const& request, std::optional<Session> const& session)
{
    auto const cookie = request.cookies.find("bahasa");
    if (cookie != request.cookies.end() && cookie->second == "en")
        return Language::English;
    if (cookie != request.cookies.end() && cookie->second == "id")
        return Language::Indonesian;
    return session ? session->actor.language : Language::Indonesian;
}

std::optional<Session> session_of(Hooks const& hooks, Request const& request)
{
    return hooks.session ? hooks.session(request) : std::nullopt;
}

std::optional<Refusal> refuse_by_head(Route const& route, Request const& request, std::optional<Session> const& session)
{
    auto const by_token = session && session->by_token;
    if (request.method == Method::Post && !by_token && is_cross_site(request))
        return Refusal {Error::forbidden("csrf.cross_site"), 403};
    if (route.permission.empty())
        return std::nullopt;
    if (!session)
        return Refusal {Error::forbidden("session.missing"), 401};
    if (route.permission != "signed_in" && !session->actor.has(route.permission))
        return Refusal {Error::forbidden("permission.missing"), 403};
    return std::nullopt;
}

Response answer_refusal(Hooks const& hooks, Request const& request, std::optional<Session> const& session, Refusal const& refusal)
{
    auto response = bare_refusal(request, refusal);
    try {
        if (hooks.error_page)
            response = hooks.error_page(request, session, refusal.error);
    } catch (std::exception const& thrown) {
        spdlog::error("request {} error page of {} failed: {}", request.request_id, refusal.error.code, thrown.what());
    }
    response.status = refusal.status;
    if (refusal.status == 503)
        response.header("Retry-After", "2");
    return response;
}

Response finished_refusal(Hooks const& hooks, Request const& request, std::optional<Session> const& session, Refusal const& refusal)
{
    auto response = answer_refusal(hooks, request, session, refusal);
    finish_response(hooks, request, response);
    return response;
}

Response dispatch(std::vector<Route> const& routes, Hooks const& hooks, Request const& request)
{
    std::optional<Session> session;
    auto const failed = [&](std::string_view what) {
        spdlog::error("request {} {} failed: {}", request.request_id, request.path, what);
        return finished_refusal(hooks, request, session, {Error::internal("server.failed"), 500});
    };
    try {
        auto response = dispatch_unfinished(routes, hooks, request, session);
        finish_response(hooks, request, response);
        return response;
    } catch (std::exception const& thrown) {
        return failed(thrown.what());
    } catch (...) {
        return failed("something that is no exception");
    }
}

} // namespace rtkeren::http
