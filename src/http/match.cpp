#include "http/routes.hpp"

#include <algorithm>

namespace rtkeren::http {
namespace {

bool is_parameter(std::string_view segment)
{
    return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}

/// Takes the text up to the next slash off `rest`.
std::string_view next_segment(std::string_view& rest)
{
    auto const segment = rest.substr(0, rest.find('/'));
    rest.remove_prefix(std::min(rest.size(), segment.size() + 1));
    return segment;
}

bool fits(std::string_view pattern, std::string_view path)
{
    if (std::count(pattern.begin(), pattern.end(), '/') != std::count(path.begin(), path.end(), '/'))
        return false;
    while (!pattern.empty() || !path.empty()) {
        auto const wanted = next_segment(pattern);
        auto const given = next_segment(path);
        if (is_parameter(wanted) ? given.empty() : wanted != given)
            return false;
    }
    return true;
}

/// Both fit the same path: the one with a literal at the first difference is the more exact one.
bool more_exact(std::string_view left, std::string_view right)
{
    while (!left.empty() && !right.empty()) {
        auto const a = is_parameter(next_segment(left));
        auto const b = is_parameter(next_segment(right));
        if (a != b)
            return b;
    }
    return false;
}

std::map<std::string, std::string> parameters_of(std::string_view pattern, std::string_view path)
{
    std::map<std::string, std::string> parameters;
    while (!pattern.empty()) {
        auto const wanted = next_segment(pattern);
        auto const given = next_segment(path);
        if (is_parameter(wanted))
            parameters.emplace(wanted.substr(1, wanted.size() - 2), given);
    }
    return parameters;
}

} // namespace

Match match_route(std::vector<Route> const& routes, Method method, std::string_view path)
{
    auto const wanted = method == Method::Head ? Method::Get : method;
    Match match;
    for (auto const& route : routes) {
        if (!fits(route.pattern, path))
            continue;
        match.path_known = true;
        if (route.method == wanted && (!match.route || more_exact(route.pattern, match.route->pattern)))
            match.route = &route;
    }
    if (match.route)
        match.parameters = parameters_of(match.route->pattern, path);
    return match;
}

std::string allowed_methods(std::vector<Route> const& routes, std::string_view path)
{
    std::string allowed;
    if (match_route(routes, Method::Get, path).route)
        allowed = "GET, HEAD";
    if (match_route(routes, Method::Post, path).route)
        allowed += allowed.empty() ? "POST" : ", POST";
    return allowed;
}

} // namespace rtkeren::http
