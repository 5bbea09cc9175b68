#include "language/language.hpp"
#include "screens/parts.hpp"
#include "tables/base64url.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace rtkeren::screens {

namespace {

std::string_view path_of(std::string_view href) { return href.substr(0, href.find_first_of("?#")); }

std::optional<boost::json::object> object_of_cookie(http::Exchange const& exchange)
{
    auto const found = exchange.request.cookies.find(std::string(notice_cookie));
    if (found == exchange.request.cookies.end() || found->second.size() > 2000)
        return std::nullopt;
    auto const text = tables::base64url_decode(found->second);
    boost::system::error_code failed;
    auto const value = text ? boost::json::parse(*text, failed) : boost::json::value {};
    if (failed || !value.is_object())
        return std::nullopt;
    return value.get_object();
}

std::string text_at(boost::json::object const& object, std::string_view key)
{
    auto const* value = object.if_contains(key);
    return value && value->is_string() ? std::string(value->get_string()) : std::string {};
}

} // namespace

std::string notice_value(operations::Answer const& answer)
{
    boost::json::object arguments;
    for (auto const& [name, value] : answer.arguments)
        arguments[name] = value;
    return tables::base64url_encode(boost::json::serialize(boost::json::object {{"for", path_of(answer.href)}, {"code", answer.message}, {"arguments", arguments}}));
}

std::string notice_of(http::Exchange const& exchange)
{
    auto const object = object_of_cookie(exchange);
    if (!object || text_at(*object, "for") != exchange.request.path || !language::has_message(text_at(*object, "code")))
        return {};
    Arguments arguments;
    if (auto const* given = object->if_contains("arguments"); given && given->is_object())
        for (auto const& item : given->get_object())
            if (item.value().is_string())
                arguments.emplace_back(std::string(item.key()), std::string(item.value().get_string()));
    return language::word(text_at(*object, "code"), arguments);
}

http::Response done(operations::Answer const& answer)
{
    auto response = http::Response::see_other(answer.href.empty() ? "/" : answer.href);
    if (!answer.message.empty())
        response.cookie(std::string(notice_cookie), notice_value(answer), 30);
    return response;
}

} // namespace rtkeren::screens
