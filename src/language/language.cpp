#include "language/language.hpp"

#include "base/rupiah.hpp"
#include "base/text.hpp"
#include "language/catalogue.hpp"

#include <boost/locale/gnu_gettext.hpp>
#include <boost/locale/message.hpp>

#include <algorithm>
#include <locale>
#include <memory>

namespace rtkeren::language {
namespace {

thread_local Language t_current = Language::Indonesian;

using Format = boost::locale::message_format<char>;

/// The English locale; it carries the message facet and nothing else of the C library.
std::locale const& english()
{
    static std::locale const locale = [] {
        boost::locale::gnu_gettext::messages_info info;
        info.language = "en";
        info.encoding = "UTF-8";
        info.paths.emplace_back("embedded");
        info.domains.emplace_back("rtkeren");
        info.callback = [](std::string const& file, std::string const&) {
            auto bytes = file == "embedded/en/LC_MESSAGES/rtkeren.mo" ? english_catalogue() : std::string_view {};
            return std::vector<char>(bytes.begin(), bytes.end());
        };
        return std::locale(std::locale::classic(), boost::locale::gnu_gettext::create_messages_facet<char>(info));
    }();
    return locale;
}

std::string translated(std::string_view msgid)
{
    auto key = std::string(msgid);
    if (t_current == Language::English && !key.empty())
        if (auto const* found = std::use_facet<Format>(english()).get(0, nullptr, key.c_str()))
            return found;
    return key;
}

std::string as_percent(std::int64_t basis_points)
{
    auto magnitude = basis_points < 0 ? -basis_points : basis_points;
    auto text = (basis_points < 0 ? "-" : "") + format_number(magnitude / 100);
    if (auto rest = magnitude % 100; rest != 0) {
        text += t_current == Language::English ? '.' : ',';
        text += char('0' + rest / 10);
        if (rest % 10 != 0)
            text += char('0' + rest % 10);
    }
    return text + (t_current == Language::English ? "%" : " %");
}

std::string formatted(std::string_view kind, std::string const& value)
{
    if (kind == "date") {
        auto date = Date::parse(value);
        return date ? format_date(*date, t_current) : value;
    }
    auto number = parse_integer(value);
    if (!number)
        return value;
    if (kind == "rp") {
        auto amount = Rupiah::of(*number);
        return amount ? format_rupiah(*amount) : value;
    }
    if (kind == "n")
        return format_number(*number);
    return kind == "bp" ? as_percent(*number) : value;
}

std::string const* find_value(Arguments const& arguments, std::string_view name)
{
    auto found = std::find_if(arguments.begin(), arguments.end(), [&](auto const& argument) { return argument.first == name; });
    return found == arguments.end() ? nullptr : &found->second;
}

} // namespace

Use::Use(Language language) : m_before(t_current)
{
    t_current = language;
}

Use::~Use()
{
    t_current = m_before;
}

Language current()
{
    return t_current;
}

std::string_view code_of(Language language)
{
    return language == Language::English ? "en" : "id";
}

Language language_of(std::string_view code)
{
    return code == "en" ? Language::English : Language::Indonesian;
}

std::string tr(std::string_view msgid)
{
    return translated(msgid);
}

std::string tr(std::string_view msgid, Arguments const& arguments)
{
    return fill(translated(msgid), arguments);
}

std::string trn(std::string_view one, std::string_view many, std::int64_t n, Arguments const& arguments)
{
    auto text = std::string(n == 1 ? one : many);
    // The plural rule takes an int; what decides in any language are the last digits.
    auto const rule_number = int(n % 1'000'000'000);
    if (t_current == Language::English)
        if (auto const* found = std::use_facet<Format>(english()).get(0, nullptr, std::string(one).c_str(), rule_number))
            text = found;
    auto all = arguments;
    all.emplace_back("n", format_number(n));
    return fill(text, all);
}

std::string fill(std::string_view text, Arguments const& arguments)
{
    std::string out;
    for (;;) {
        auto open = text.find('{');
        auto close = open == std::string_view::npos ? open : text.find('}', open);
        if (close == std::string_view::npos)
            return out.append(text);
        auto inside = text.substr(open + 1, close - open - 1);
        auto colon = inside.find(':');
        out += text.substr(0, open);
        if (auto const* value = find_value(arguments, inside.substr(0, colon)))
            out += colon == std::string_view::npos ? *value : formatted(inside.substr(colon + 1), *value);
        else
            out += text.substr(open, close - open + 1);
        text.remove_prefix(close + 1);
    }
}

} // namespace rtkeren::language
