#include "enterprise/pages_room.hpp"

#include "identifiers/kbli.hpp"
#include "territory/territory.hpp"

namespace rtkeren::enterprise {

std::string choice_label(std::string_view kind, std::string_view name)
{
    return name.empty() ? std::string {} : language::word("enterprise." + std::string(kind) + "." + std::string(name));
}

Result<std::string> place_words(db::ReadTx& tx, CityId city, std::string_view code)
{
    auto const place = territory::PlaceCode::parse(code);
    if (!place.ok())
        return std::string(code);
    auto const kelurahan = TRY(territory::find(tx, city, place->kelurahan()));
    if (place->level == territory::Level::Kelurahan)
        return kelurahan.name;
    auto const region = territory::find(tx, city, code);
    auto const name = region.ok() ? territory::short_name(region->level, region->code, region->name) : std::string(code);
    return name + ", " + kelurahan.name;
}

std::string kbli_words(std::string_view kbli)
{
    auto const parsed = identifiers::Kbli::parse(kbli);
    if (!parsed.ok())
        return "–";
    auto const* row = identifiers::find_kbli(parsed->edition, parsed->code);
    return parsed->code + " (KBLI " + std::to_string(parsed->edition) + ")" + (row ? " " + std::string(row->title) : "");
}

std::string moment(Services const& services, Instant at)
{
    return format_date(at.date_in(services.zone), language::current()) + ", " + format_time(at, services.zone);
}

} // namespace rtkeren::enterprise
