#include "charts/charts.hpp"
#include "insight/grid.hpp"
#include "insight/place.hpp"
#include "language/language.hpp"

namespace rtkeren::insight {
namespace {

using territory::Level;

constexpr int columns_on_desk = 5, rows_on_desk = 8, columns_on_phone = 3, rows_on_phone = 12;
constexpr int idle_days = 14;

struct Mark {
    bool stuck {false};
    int idle {0};
};

Mark mark_of(PlaceData const& data, std::string const& unit, Zone zone)
{
    auto const found = data.files.find(unit);
    if (found == data.files.end())
        return {};
    return {found->second.late > 0, found->second.oldest.date_in(zone).days_until(data.today)};
}

std::vector<charts::Tile> tiles_of(PlaceData const& data, std::vector<PurseMoney const*> const& purses, Measure measure, Zone zone)
{
    std::vector<charts::Tile> tiles;
    Figures unit;
    for (std::size_t i = 0; i < purses.size(); ++i) {
        unit += purses[i]->figures;
        if (i + 1 < purses.size() && purses[i + 1]->unit_code == purses[i]->unit_code)
            continue;
        auto const mark = mark_of(data, purses[i]->unit_code, zone);
        auto label = purses[i]->unit_name;
        if (measure == Measure::Idle && mark.idle > 0)
            label += ", " + trn("{n} hari diam", "{n} hari diam", mark.idle);
        tiles.push_back({.href = territory::href_of(purses[i]->unit_code), .label = std::move(label), .stage = unit.biggest(),
            .stuck = measure == Measure::Stage ? mark.stuck : mark.idle >= idle_days});
        unit = {};
    }
    return tiles;
}

/// Kelurahan as on the map, else RW one after the other.
std::string group_code(PlaceData const& data, PurseMoney const& purse)
{
    if (data.level == Level::Kota || data.level == Level::Kecamatan)
        return purse.kelurahan;
    auto const place = territory::PlaceCode::parse(purse.unit_code);
    return place.ok() && place->level == Level::Rt ? place->parent() : purse.unit_code;
}

void place_groups(PlaceData const& data, std::vector<charts::TileGroup>& groups, std::vector<std::string> const& codes)
{
    std::vector<std::optional<Centroid>> centroids;
    for (auto const& code : codes) {
        auto const region = std::ranges::find(data.kelurahan, code, &territory::Region::code);
        auto const known = region != data.kelurahan.end() && region->latitude_e6 && region->longitude_e6;
        centroids.push_back(known ? std::optional(Centroid {*region->latitude_e6, *region->longitude_e6}) : std::nullopt);
    }
    auto const desk = place_on_grid(centroids, columns_on_desk, rows_on_desk);
    auto const phone = place_on_grid(centroids, columns_on_phone, rows_on_phone);
    for (std::size_t i = 0; i < groups.size(); ++i) {
        groups[i].column = desk[i].column;
        groups[i].row = desk[i].row;
        groups[i].phone_column = phone[i].column;
        groups[i].phone_row = phone[i].row;
    }
}

} // namespace

html::Safe map_of(PlaceData const& data, Measure measure, Zone zone)
{
    std::map<std::string, std::vector<PurseMoney const*>> by_group;
    for (auto const& purse : data.purses)
        by_group[group_code(data, purse)].push_back(&purse);
    std::vector<charts::TileGroup> groups;
    std::vector<std::string> codes;
    for (auto const& [code, purses] : by_group) {
        auto const place = territory::PlaceCode::parse(code);
        auto const label = place.ok() && place->level == Level::Rw ? territory::short_name(Level::Rw, code, "") : data.names.name(code);
        groups.push_back({.label = label, .href = with_year(territory::href_of(code), data.year), .tiles = tiles_of(data, purses, measure, zone)});
        codes.push_back(code);
    }
    if (groups.empty())
        return {};
    if (data.level == Level::Kota)
        place_groups(data, groups, codes);
    return charts::tile_map(groups);
}

} // namespace rtkeren::insight
