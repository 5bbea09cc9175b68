#include "territory/sql.hpp"
#include "territory/territory.hpp"

namespace rtkeren::territory {

namespace {

Region region_of(db::Row const& row)
{
    Region region {.id = row.id<RegionId>(0),
        .level = level_of(row.text(1)).value_or(Level::Rt),
        .code = row.text(2),
        .parent = row.text(3),
        .name = row.text(4),
        .valid_from = row.date(5),
        .valid_until = row.maybe_date(6),
        .households = row.integer_or(7, 0),
        .example = row.flag(8)};
    if (!row.is_null(9) && !row.is_null(10)) {
        region.latitude_e6 = row.integer(9);
        region.longitude_e6 = row.integer(10);
    }
    return region;
}

std::vector<Region> regions_of(db::Rows const& rows)
{
    std::vector<Region> all;
    all.reserve(rows.size());
    for (auto const& row : rows)
        all.push_back(region_of(row));
    return all;
}

Result<void> expect_parent(db::ReadTx& tx, CityId city, Region const& region)
{
    if (region.level == Level::Kota)
        return Done {};
    auto parent = find(tx, city, region.parent);
    if (!parent.ok() && parent.error().kind == ErrorKind::NotFound)
        return Error::field("parent", "place.unknown", region.parent);
    if (!parent.ok())
        return std::move(parent).error();
    return Done {};
}

} // namespace

Result<Region> find(db::ReadTx& tx, CityId city, std::string_view code)
{
    auto row = TRY(tx.one("place.unknown", sql::region_by_code, city, code));
    return region_of(row);
}

Result<Region> find(db::ReadTx& tx, CityId city, RegionId id)
{
    auto row = TRY(tx.one("place.unknown", sql::region_by_id, city, id));
    return region_of(row);
}

Result<std::vector<Region>> regions(db::ReadTx& tx, CityId city, Level level, std::string_view below, Date on)
{
    auto const prefix = below.empty() ? std::string {} : std::string(below) + ".";
    auto rows = TRY(tx.run(sql::regions_of_level, city, name_of(level), on, prefix));
    return regions_of(rows);
}

Result<Kin> kin(db::ReadTx& tx, CityId city, RegionId id)
{
    auto before = TRY(tx.run(sql::predecessors, city, id));
    auto after = TRY(tx.run(sql::successors, city, id));
    return Kin {regions_of(before), regions_of(after)};
}

Result<void> add(db::WriteTx& tx, CityId city, Region const& region)
{
    TRY(expect_parent(tx, city, region));
    auto existing = TRY(tx.maybe(sql::region_by_code, city, region.code));
    if (existing)
        return Error::conflict("place.exists", {{"code", region.code}});
    TRY(tx.run(sql::insert_region, city, region.id, name_of(region.level), region.code, region.parent, region.name, fold(region.name), region.valid_from,
        region.valid_until, region.households > 0 ? std::optional(region.households) : std::nullopt, std::optional<std::int64_t> {}, region.latitude_e6,
        region.longitude_e6, region.example));
    return Done {};
}

Result<void> end(db::WriteTx& tx, CityId city, RegionId id, Date on, std::vector<RegionId> const& successors, std::string_view kind)
{
    auto changed = TRY(tx.run(sql::end_region, city, id, on));
    if (changed.rows == 0)
        return Error::not_found("place.unknown");
    for (auto const& successor : successors)
        TRY(tx.run(sql::insert_succession, city, id, successor, on, kind));
    return Done {};
}

Result<void> rename(db::WriteTx& tx, CityId city, RegionId id, std::string_view name, std::int64_t households)
{
    TRY(tx.run(sql::update_region, city, id, name, fold(name), households > 0 ? std::optional(households) : std::nullopt));
    return Done {};
}

} // namespace rtkeren::territory
