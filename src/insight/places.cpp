#include "insight/places.hpp"

namespace rtkeren::insight {

using territory::Level;
using territory::PlaceCode;

Result<PlaceNames> PlaceNames::read(db::ReadTx& tx, CityId city, std::string city_name, Date on)
{
    PlaceNames names;
    names.m_city_name = std::move(city_name);
    for (auto level : {Level::Kecamatan, Level::Kelurahan}) {
        auto const regions = TRY(territory::regions(tx, city, level, "", on));
        for (auto const& region : regions)
            names.m_names.emplace(region.code, region.name);
    }
    return names;
}

std::string PlaceNames::name(std::string_view code) const
{
    auto const found = m_names.find(code);
    return found == m_names.end() ? std::string(code) : found->second;
}

std::string PlaceNames::words(std::string_view code) const
{
    auto const place = PlaceCode::parse(code);
    if (!place.ok() || place->level == Level::Kota)
        return m_city_name;
    if (place->level == Level::Kecamatan || place->level == Level::Kelurahan)
        return name(place->text);
    return territory::short_name(place->level, place->text, "") + ", " + name(place->kelurahan());
}

} // namespace rtkeren::insight
