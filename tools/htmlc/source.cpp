#include "source.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace htmlc {

std::size_t Place::line() const
{
    return 1 + std::size_t(std::count(source->text.begin(), source->text.begin() + std::ptrdiff_t(offset), '\n'));
}

std::size_t Place::column() const
{
    auto before = std::string_view(source->text).substr(0, offset);
    auto newline = before.rfind('\n');
    return newline == std::string_view::npos ? offset + 1 : offset - newline;
}

void fail(Place place, std::string const& why)
{
    throw Failure(place.source->shown + ":" + std::to_string(place.line()) + ":" + std::to_string(place.column()) + ": error: " + why);
}

Source load(std::filesystem::path const& path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    if (!file)
        throw Failure(path.string() + ":1:1: error: cannot be read");
    auto shown = path.lexically_normal().string();
    for (auto const* root : {"/src/", "/tools/"})
        if (auto at = shown.rfind(root); at != std::string::npos)
            shown = shown.substr(at + 1);
    return {shown, text.str()};
}

std::string cpp_literal(std::string_view text)
{
    std::string literal = "\"";
    for (auto c : text) {
        if (c == '"' || c == '\\')
            literal += '\\';
        literal += c == '\n' ? "\\n" : c == '\t' ? "\\t" : std::string(1, c);
    }
    return literal + "\"";
}

std::string squeezed(std::string_view text)
{
    std::string out;
    for (auto c : text) {
        if (!is_space(c))
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    if (!out.empty() && out.back() == ' ')
        out.pop_back();
    return out;
}

bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool is_name(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

} // namespace htmlc
