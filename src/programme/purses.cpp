#include "programme/programme.hpp"

#include "programme/sql.hpp"

namespace rtkeren::programme {

namespace {

Purse purse_of_row(db::Row const& row)
{
    return {row.id<PurseId>(0), int(row.integer(1)), row.text(2), row.id<territory::RegionId>(3), row.text(4), row.text(5), row.text(6),
        row.maybe_id<PokmasId>(7), row.text(8) != ledger::name_of(ledger::PurseState::Open)};
}

std::vector<Purse> purses_of_rows(db::Rows const& rows)
{
    std::vector<Purse> purses;
    purses.reserve(rows.size());
    for (auto const& row : rows)
        purses.push_back(purse_of_row(row));
    return purses;
}

} // namespace

Result<Purse> purse(db::ReadTx& tx, CityId city, PurseId id)
{
    auto row = TRY(tx.one("programme.no_purse", sql::purse, city, id));
    return purse_of_row(row);
}

Result<std::vector<Purse>> purses_of_unit(db::ReadTx& tx, CityId city, int year, territory::RegionId unit)
{
    auto rows = TRY(tx.run(sql::purses_of_unit, city, unit, year));
    return purses_of_rows(rows);
}

Result<std::vector<Purse>> purses_below(db::ReadTx& tx, CityId city, int year, std::string_view place)
{
    // Codes are digits and dots; '/' follows the dot, so this range is the place itself and all below it.
    auto const after = place.empty() ? std::string("~") : std::string(place) + "/";
    auto rows = TRY(tx.run(sql::purses_between, city, year, place, after));
    return purses_of_rows(rows);
}

} // namespace rtkeren::programme
