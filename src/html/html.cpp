#include "html/html.hpp"

#include "base/check.hpp"
#include "language/language.hpp"

#include <algorithm>
#include <array>

namespace rtkeren::html {
namespace {

void append_escaped(std::string& out, std::string_view value)
{
    for (;;) {
        auto plain = std::min(value.find_first_of("&<>\"'"), value.size());
        out += value.substr(0, plain);
        if (plain == value.size())
            return;
        switch (value[plain]) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        default: out += "&#39;"; break;
        }
        value.remove_prefix(plain + 1);
    }
}

bool is_letter_or_digit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

std::string lower_ascii(std::string_view text)
{
    auto lower = std::string(text);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    return lower;
}

} // namespace

std::string shown(Date value)
{
    return format_date(value, language::current());
}

void Out::text(std::string_view value)
{
    append_escaped(m_text, value);
}

void Out::url(std::string_view value)
{
    text(safe_url(value));
}

void Out::encoded(std::string_view value)
{
    m_text += encode_url_part(value);
}

std::string escape(std::string_view value)
{
    std::string out;
    append_escaped(out, value);
    return out;
}

std::string encode_url_part(std::string_view value)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (auto c : value) {
        if (is_letter_or_digit(c) || std::string_view("-._~/").find(c) != std::string_view::npos) {
            out += c;
            continue;
        }
        auto const byte = static_cast<unsigned char>(c);
        out += {'%', digits[byte >> 4], digits[byte & 15]};
    }
    return out;
}

std::string_view safe_url(std::string_view value)
{
    constexpr std::string_view refused = "#";
    // Browsers drop control characters inside an address and read "\" as "/": neither has a use here.
    if (std::any_of(value.begin(), value.end(), [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == '\\' || c == '\x7f'; }))
        return refused;
    if (value.starts_with("//"))
        return refused;
    auto end = value.find_first_of(":/?#");
    if (end == std::string_view::npos || value[end] != ':')
        return value;
    constexpr std::array<std::string_view, 4> schemes {"http", "https", "mailto", "tel"};
    return std::find(schemes.begin(), schemes.end(), lower_ascii(value.substr(0, end))) == schemes.end() ? refused : value;
}

Safe icon(std::string_view name)
{
    CHECK(std::all_of(name.begin(), name.end(), [](char c) { return is_letter_or_digit(c) || c == '-'; }));
    return Safe::trusted("<svg class=\"i\" aria-hidden=\"true\"><use href=\"/-/aset/ikon.svg#" + std::string(name) + "\"/></svg>");
}

} // namespace rtkeren::html
