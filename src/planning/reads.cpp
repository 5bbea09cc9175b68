#include "planning/planning.hpp"
#include "planning/sql.hpp"
#include "planning/store.hpp"

#include <algorithm>

namespace rtkeren::planning {

Result<Plan> plan_of_unit(db::ReadTx& tx, CityId city, int year, territory::RegionId unit)
{
    auto found = TRY(find_plan_of_unit(tx, city, year, unit));
    if (!found)
        return Error::not_found("planning.no_plan");
    found->lines = TRY(lines_of(tx, city, found->id, found->revision));
    return static_cast<Plan const&>(*found);
}

Result<Plan> plan(db::ReadTx& tx, CityId city, PlanId id)
{
    auto found = TRY(find_plan(tx, city, id));
    found.lines = TRY(lines_of(tx, city, found.id, found.revision));
    return static_cast<Plan const&>(found);
}

Result<std::vector<PlanLine>> approved_lines(db::ReadTx& tx, CityId city, PurseId purse)
{
    auto const rows = TRY(tx.run(sql::approved_lines, city, purse));
    std::vector<PlanLine> lines;
    std::transform(rows.begin(), rows.end(), std::back_inserter(lines), line_of);
    return lines;
}

Result<PlanLine> approved_line(db::ReadTx& tx, CityId city, PlanLineId id)
{
    auto const row = TRY(tx.one("planning.no_line", sql::approved_line, city, id));
    return line_of(row);
}

Result<std::vector<std::pair<std::string, Rupiah>>> approved_by_category(db::ReadTx& tx, CityId city, PurseId purse)
{
    auto const rows = TRY(tx.run(sql::approved_by_category, city, purse));
    std::vector<std::pair<std::string, Rupiah>> sums;
    for (auto const& row : rows)
        sums.emplace_back(row.text(0), row.rupiah(1));
    return sums;
}

} // namespace rtkeren::planning
