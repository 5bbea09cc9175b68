#include "http/site.hpp"

#include <boost/url/encode.hpp>
#include <boost/url/pct_string_view.hpp>
#include <boost/url/rfc/unreserved_chars.hpp>

#include <algorithm>

namespace rtkeren::http {
namespace {

std::string first_of(std::vector<std::pair<std::string, std::string>> const& pairs, std::string_view name)
{
    for (auto const& [key, value] : pairs) {
        if (key == name)
            return value;
    }
    return {};
}

} // namespace

std::string Request::query_value(std::string_view name) const
{
    return first_of(query, name);
}

std::string Request::form_value(std::string_view name) const
{
    return first_of(form, name);
}

std::string Request::header(std::string_view name) const
{
    return first_of(headers, name);
}

Upload const* Request::upload(std::string_view field) const
{
    for (auto const& upload : uploads) {
        if (upload.field == field)
            return &upload;
    }
    return nullptr;
}

std::string site_of(Request const& request)
{
    auto const host = request.header("host");
    return (request.secure ? "https://" : "http://") + (host.empty() ? std::string("localhost") : host);
}

std::string url_encode(std::string_view text)
{
    return boost::urls::encode(boost::urls::string_view(text.data(), text.size()), boost::urls::unreserved_chars);
}

std::optional<std::string> url_decode(std::string_view text, bool plus_is_space)
{
    auto const checked = boost::urls::make_pct_string_view({text.data(), text.size()});
    if (!checked)
        return std::nullopt;
    boost::urls::encoding_opts options;
    options.space_as_plus = plus_is_space;
    return checked->decode(options);
}

std::vector<std::pair<std::string, std::string>> parse_query(std::string_view text)
{
    auto const decoded = [](std::string_view part) { return url_decode(part).value_or(std::string(part)); };
    std::vector<std::pair<std::string, std::string>> pairs;
    while (!text.empty()) {
        auto const pair = text.substr(0, text.find('&'));
        text.remove_prefix(std::min(text.size(), pair.size() + 1));
        if (pair.empty())
            continue;
        auto const equals = pair.find('=');
        auto const value = equals == std::string_view::npos ? std::string_view {} : pair.substr(equals + 1);
        pairs.emplace_back(decoded(pair.substr(0, equals)), decoded(value));
    }
    return pairs;
}

} // namespace rtkeren::http
