#include "territory/territory.hpp"

#include <algorithm>

namespace rtkeren::territory {

namespace {

struct LevelName {
    Level level;
    std::string_view name;
};
constexpr LevelName level_names[] {{Level::Kota, "kota"}, {Level::Kecamatan, "kecamatan"}, {Level::Kelurahan, "kelurahan"}, {Level::Rw, "rw"}, {Level::Rt, "rt"}};

bool only_digits(std::string_view text, std::size_t minimum, std::size_t maximum)
{
    return text.size() >= minimum && text.size() <= maximum && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::string three_digits(std::string_view number)
{
    return std::string(number.size() < 3 ? 3 - number.size() : 0, '0') + std::string(number);
}

std::string_view without_zeros(std::string_view number)
{
    while (number.size() > 2 && number.front() == '0')
        number.remove_prefix(1);
    return number;
}

Error bad_place(std::string_view text)
{
    return Error::field("place", "place.format", std::string(text.substr(0, 60)));
}

} // namespace

std::string_view name_of(Level level)
{
    return std::ranges::find(level_names, level, &LevelName::level)->name;
}

std::optional<Level> level_of(std::string_view name)
{
    auto const* found = std::ranges::find(level_names, name, &LevelName::name);
    if (found == std::end(level_names))
        return std::nullopt;
    return found->level;
}

Result<PlaceCode> PlaceCode::parse(std::string_view text)
{
    auto parts = split(trim(text), '.');
    if (parts.size() < 2 || parts.size() > 6)
        return bad_place(text);
    static constexpr std::size_t widths[] {2, 2, 2, 4};
    std::string code;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        bool const official = i < 4;
        if (!only_digits(parts[i], official ? widths[i] : 1, official ? widths[i] : 3))
            return bad_place(text);
        code += (i == 0 ? "" : ".") + (official ? std::string(parts[i]) : three_digits(parts[i]));
    }
    return PlaceCode {std::move(code), static_cast<Level>(parts.size() - 2)};
}

std::string PlaceCode::kelurahan() const
{
    return level >= Level::Kelurahan ? text.substr(0, 13) : std::string {};
}

std::string PlaceCode::rw() const
{
    return level >= Level::Rw ? text.substr(14, 3) : std::string {};
}

std::string PlaceCode::rt() const
{
    return level == Level::Rt ? text.substr(18, 3) : std::string {};
}

std::string PlaceCode::parent() const
{
    return level == Level::Kota ? std::string {} : text.substr(0, text.rfind('.'));
}

bool holds(std::string_view outer, std::string_view inner)
{
    return outer.empty() || outer == inner || (inner.starts_with(outer) && inner[outer.size()] == '.');
}

std::string href_of(std::string_view code)
{
    auto parsed = PlaceCode::parse(code);
    if (!parsed.ok() || parsed->level == Level::Kota)
        return "/kota";
    switch (parsed->level) {
    case Level::Kota:
        break;
    case Level::Kecamatan:
        return "/kecamatan/" + parsed->text;
    case Level::Kelurahan:
        return "/kelurahan/" + parsed->text;
    case Level::Rw:
        return "/rw/" + parsed->kelurahan() + "/" + parsed->rw();
    case Level::Rt:
        return "/rt/" + parsed->kelurahan() + "/" + parsed->rw() + "/" + parsed->rt();
    }
    return "/kota";
}

std::string short_name(Level level, std::string_view code, std::string_view name)
{
    auto parsed = PlaceCode::parse(code);
    if (!parsed.ok() || level < Level::Rw)
        return std::string(name);
    auto const rw = parsed->rw();
    auto const of_rw = "RW " + std::string(without_zeros(rw));
    if (level == Level::Rw)
        return of_rw;
    auto const rt = parsed->rt();
    return "RT " + std::string(without_zeros(rt)) + " " + of_rw;
}

} // namespace rtkeren::territory
