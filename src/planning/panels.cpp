#include "language/language.hpp"
#include "planning/pages.hpp"
#include "planning/parts.hpp"
#include "planning/present.hpp"
#include "planning/room.hpp"
#include "planning/steps.hpp"

namespace rtkeren::planning {
namespace {

PlanPanel panel_of(StoredPlan const& plan)
{
    return {href_of(plan.id), state_label(plan.state), std::string(state_tone(plan.state)), format_rupiah(plan.amount), {}};
}

/// The lines in force of one purse.
Result<html::Safe> purse_panel(Services& services, db::ReadTx& tx, Actor const* actor, std::string_view subject)
{
    auto const id = PurseId::parse(subject);
    if (!id || actor == nullptr)
        return html::Safe {};
    auto const purse = TRY(programme::purse(tx, services.city, *id));
    auto const plan = TRY(find_plan_of_unit(tx, services.city, purse.year, purse.unit));
    if (!plan || !may_read(*actor, plan->unit_code, plan->pokmas))
        return html::Safe {};
    auto panel = panel_of(*plan);
    auto const pack = TRY(rules::released(tx, services.city, purse.year));
    auto const lines = TRY(approved_lines(tx, services.city, *id));
    for (auto const& line : lines)
        panel.lines.push_back(row_of(line, pack.get()));
    panel.total = lines.empty() ? std::string {} : format_rupiah(sum_of(lines));
    return html::part(panel);
}

/// The plan of a unit in the year that is shown: state, sum and the way there.
Result<html::Safe> unit_panel(Services& services, db::ReadTx& tx, Actor const* actor, std::string_view subject)
{
    auto const id = territory::RegionId::parse(subject);
    if (!id || actor == nullptr)
        return html::Safe {};
    auto const year = programme::year_or_current(tx, services.city, {});
    if (!year)
        return html::Safe {};
    auto const plan = TRY(find_plan_of_unit(tx, services.city, year->year, *id));
    if (!plan || !may_read(*actor, plan->unit_code, plan->pokmas))
        return html::Safe {};
    return html::part(panel_of(*plan));
}

} // namespace

std::vector<screens::Panel> panels()
{
    return {{"purse", 30, purse_panel}, {"unit", 30, unit_panel}};
}

} // namespace rtkeren::planning
