#include "base/text.hpp"
#include "http/multipart.hpp"

#include <algorithm>

namespace rtkeren::http {
namespace {

constexpr std::size_t name_max = 64;
constexpr std::size_t filename_max = 200;

bool same_word(std::string_view left, std::string_view right)
{
    auto const lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::equal(left.begin(), left.end(), right.begin(), right.end(), [&](char a, char b) { return lower(a) == lower(b); });
}

bool is_letter_or_digit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_field_name(std::string_view name)
{
    auto const allowed = [](char c) { return is_letter_or_digit(c) || std::string_view("_.-[]").find(c) != std::string_view::npos; };
    return !name.empty() && name.size() <= name_max && std::all_of(name.begin(), name.end(), allowed);
}

/// Takes one value off the front: quoted (only \" and \\ are escapes, so that C:\name survives) or up to the next ';'.
std::string take_value(std::string_view& rest)
{
    std::string value;
    if (!rest.starts_with('"')) {
        value = trim(rest.substr(0, rest.find(';')));
        rest.remove_prefix(std::min(rest.size(), rest.find(';')));
        return value;
    }
    rest.remove_prefix(1);
    while (!rest.empty() && rest.front() != '"') {
        if (rest.starts_with("\\\"") || rest.starts_with("\\\\"))
            rest.remove_prefix(1);
        value += rest.front();
        rest.remove_prefix(1);
    }
    rest.remove_prefix(std::min<std::size_t>(rest.size(), 1));
    return value;
}

struct ValueWithParameters {
    std::string value;
    std::vector<std::pair<std::string, std::string>> parameters;

    [[nodiscard]] std::string const* find(std::string_view name) const
    {
        for (auto const& [key, text] : parameters) {
            if (same_word(key, name))
                return &text;
        }
        return nullptr;
    }
};

/// `form-data; name="x"; filename="y"`
ValueWithParameters parse_with_parameters(std::string_view text)
{
    ValueWithParameters parsed;
    parsed.value = trim(text.substr(0, text.find(';')));
    text.remove_prefix(std::min(text.size(), text.find(';')));
    while (text.starts_with(';')) {
        text.remove_prefix(1);
        auto const equals = text.find_first_of("=;");
        if (equals == std::string_view::npos || text[equals] == ';') {
            text.remove_prefix(std::min(text.size(), equals));
            continue;
        }
        auto name = std::string(trim(text.substr(0, equals)));
        text.remove_prefix(equals + 1);
        parsed.parameters.emplace_back(std::move(name), take_value(text));
        text.remove_prefix(std::min(text.size(), text.find(';')));
    }
    return parsed;
}

/// For showing: no folders (old browsers send them), no control characters, no broken letters.
std::string shown_filename(std::string_view name)
{
    auto const slash = name.find_last_of("/\\");
    if (slash != std::string_view::npos)
        name.remove_prefix(slash + 1);
    std::string shown;
    for (char const c : name) {
        if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f)
            shown += c;
    }
    if (!is_valid_utf8(shown))
        return "berkas";
    auto length = std::min(shown.size(), filename_max);
    while (length < shown.size() && length > 0 && (static_cast<unsigned char>(shown[length]) & 0xc0) == 0x80)
        --length;
    shown.resize(length);
    return shown;
}

Error part_malformed(std::string detail)
{
    auto error = Error::invalid("multipart.malformed");
    error.detail = std::move(detail);
    return error;
}

} // namespace

std::optional<std::string> multipart_boundary(std::string_view content_type)
{
    auto const type = parse_with_parameters(content_type);
    auto const* boundary = type.find("boundary");
    if (!same_word(type.value, "multipart/form-data") || !boundary || boundary->empty() || boundary->size() > 70)
        return std::nullopt;
    auto const allowed = [](char c) { return is_letter_or_digit(c) || std::string_view("'()+_,-./:=? ").find(c) != std::string_view::npos; };
    return std::all_of(boundary->begin(), boundary->end(), allowed) ? std::optional(*boundary) : std::nullopt;
}

Result<Part> parse_part_headers(std::string_view lines)
{
    Part part;
    auto described = false;
    while (!lines.empty()) {
        auto const line = lines.substr(0, lines.find("\r\n"));
        lines.remove_prefix(std::min(lines.size(), line.size() + 2));
        auto const colon = line.find(':');
        if (colon == std::string_view::npos)
            return part_malformed("header line without a colon");
        auto const value = trim(line.substr(colon + 1));
        if (same_word(line.substr(0, colon), "content-type"))
            part.content_type = value;
        if (!same_word(line.substr(0, colon), "content-disposition"))
            continue;
        auto const disposition = parse_with_parameters(value);
        auto const* name = disposition.find("name");
        if (!same_word(disposition.value, "form-data") || !name || described)
            return part_malformed("content-disposition");
        if (!is_field_name(*name))
            return Error::invalid("multipart.name");
        described = true;
        part.name = *name;
        if (auto const* filename = disposition.find("filename")) {
            part.is_file = true;
            part.filename = shown_filename(*filename);
        }
    }
    if (!described)
        return part_malformed("no content-disposition");
    return part;
}

} // namespace rtkeren::http
