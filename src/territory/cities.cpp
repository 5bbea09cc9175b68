#include "territory/sql.hpp"
#include "territory/territory.hpp"

namespace rtkeren::territory {

namespace {

Zone zone_of(std::string_view name)
{
    if (name == "WITA")
        return Zone::Wita;
    return name == "WIT" ? Zone::Wit : Zone::Wib;
}

City city_of_row(db::Row const& row)
{
    return {CityId {static_cast<std::int32_t>(row.integer(0))}, row.text(1), row.text(2), zone_of(row.text(3)), row.text(4), row.flag(5), row.maybe_date(6), row.maybe_date(7)};
}

} // namespace

Result<CityId> city_id_of(std::string_view code)
{
    auto parsed = TRY(PlaceCode::parse(code));
    if (parsed.level != Level::Kota)
        return Error::field("city", "place.format", std::string(code));
    auto const number = parse_integer(parsed.text.substr(0, 2) + parsed.text.substr(3, 2));
    CHECK(number.has_value());
    return CityId {static_cast<std::int32_t>(*number)};
}

Result<std::vector<City>> cities(db::ReadTx& tx)
{
    auto rows = TRY(tx.run(sql::cities));
    std::vector<City> all;
    for (auto const& row : rows)
        all.push_back(city_of_row(row));
    return all;
}

Result<City> city(db::ReadTx& tx, CityId id)
{
    auto row = TRY(tx.one("place.unknown", sql::city_by_id, id));
    return city_of_row(row);
}

Result<void> found_city(db::WriteTx& tx, City const& city, Instant at)
{
    auto inserted = TRY(tx.run(sql::insert_city, city.id, city.code, city.name, name_of(city.zone), city.letterhead, city.example, city.example_today, city.example_set_on, at));
    if (inserted.rows == 0)
        return Error::conflict("place.exists", {{"code", city.code}});
    return Done {};
}

Result<void> set_letterhead(db::WriteTx& tx, CityId id, std::string_view name, std::string_view letterhead)
{
    TRY(tx.run(sql::set_letterhead, id, name, letterhead));
    return Done {};
}

} // namespace rtkeren::territory
