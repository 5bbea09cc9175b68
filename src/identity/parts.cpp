#include "identity/parts.hpp"

#include "language/language.hpp"

#include <array>
#include <utility>

namespace rtkeren::identity {

namespace {

using Names = std::pair<std::string_view, std::string_view>;
// The first that occurs: Edge and Opera also say Chrome, Chrome also says Safari.
constexpr std::array browsers {Names {"Edg", "Edge"}, Names {"OPR", "Opera"}, Names {"SamsungBrowser", "Samsung Internet"}, Names {"UCBrowser", "UC Browser"},
    Names {"Firefox", "Firefox"}, Names {"Chrome", "Chrome"}, Names {"Safari", "Safari"}, Names {"curl", "curl"}};
constexpr std::array systems {Names {"Android", "Android"}, Names {"iPhone", "iPhone"}, Names {"iPad", "iPad"}, Names {"Windows", "Windows"},
    Names {"Mac OS", "macOS"}, Names {"CrOS", "ChromeOS"}, Names {"Linux", "Linux"}};

template <std::size_t N> std::string_view name_in(std::array<Names, N> const& known, std::string_view user_agent)
{
    for (auto const& [sign, name] : known)
        if (user_agent.find(sign) != std::string_view::npos)
            return name;
    return {};
}

} // namespace

std::string own_path(std::string_view wanted)
{
    auto const is_ours = wanted.size() > 1 && wanted.size() <= 2000 && wanted[0] == '/' && wanted[1] != '/' && wanted[1] != '\\';
    auto const is_clean = wanted.find_first_of("\r\n\t\\") == std::string_view::npos;
    return is_ours && is_clean ? std::string(wanted) : "/";
}

std::string device_of(std::string_view user_agent)
{
    auto const browser = name_in(browsers, user_agent);
    auto const system = name_in(systems, user_agent);
    if (browser.empty() || system.empty())
        return std::string(browser.empty() ? system : browser);
    return std::string(browser) + ", " + std::string(system);
}

std::string session_token(http::Request const& request)
{
    auto const found = request.cookies.find(std::string(session_cookie));
    return found == request.cookies.end() ? std::string {} : found->second;
}

std::string moment(Services const& services, Instant at)
{
    return format_date(at.date_in(services.zone), language::current()) + ", " + format_time(at, services.zone);
}

http::Response signed_in_to(std::string const& token, std::string const& next)
{
    auto response = http::Response::see_other(next);
    response.cookie(std::string(session_cookie), token, session_cookie_seconds);
    return response;
}

} // namespace rtkeren::identity
