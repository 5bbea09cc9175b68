#include "planning/take_in.hpp"

#include "planning/sql.hpp"
#include "planning/steps.hpp"

namespace rtkeren::planning {
namespace {

constexpr std::int64_t one = 1000; // thousandths

bool is_over(StoredPlan const& plan)
{
    return plan.state == "withdrawn" || plan.state == "expired";
}

std::vector<PlanLine> lines_taken(operations::Context& context, TakenPlan const& taken, rules::Pack const& pack)
{
    std::vector<PlanLine> lines;
    for (auto const& each : taken.lines) {
        PlanLine line;
        line.id = context.next<PlanLineId>();
        line.purse = each.purse;
        line.envelope = each.envelope;
        line.category = each.category;
        line.activity = each.activity;
        line.item = "Saldo awal: " + each.activity;
        line.specification = taken.reason + ", " + taken.paper;
        line.quantity_thousandths = one;
        line.unit = "paket";
        line.unit_price = each.amount;
        line.amount = each.amount;
        line.spend_kind = pack.spend_kinds.front().code;
        lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace

Result<std::optional<std::string>> plan_in_the_way(db::ReadTx& tx, CityId city, int year, territory::RegionId unit)
{
    auto const plan = TRY(find_plan_of_unit(tx, city, year, unit));
    return plan && !is_over(*plan) ? std::optional(plan->state) : std::nullopt;
}

Result<void> take_in(db::WriteTx& tx, operations::Context& context, TakenPlan const& taken)
{
    auto const units = TRY(programme::purses_of_unit(tx, context.city, taken.year, taken.unit));
    if (units.empty())
        return Error::not_found("planning.no_purse");
    Draft draft {.plan = {}, .unit = taken.unit, .year = taken.year, .purses = {}, .pack = {}, .unit_code = units.front().unit_code, .pokmas = {}};
    draft.plan = TRY(find_plan_of_unit(tx, context.city, taken.year, taken.unit));
    if (draft.plan && !is_over(*draft.plan))
        return Error::conflict("planning.there", {{"unit", units.front().unit_name}, {"state", draft.plan->state}});
    draft.purses = TRY(purses_of(tx, context.city, taken.year, taken.unit));
    draft.pokmas = TRY(group_of(tx, context.city, draft.unit_code, draft.purses.front().pokmas));
    draft.pack = TRY(rules::released(tx, context.city, taken.year));
    auto plan = TRY(write_draft(tx, context, draft, lines_taken(context, taken, *draft.pack)));
    TRY(step(tx, context, plan, "take_in", taken.reason, taken.paper));
    plan.approved_revision = plan.revision;
    TRY(write_plan(tx, context, plan));
    TRY(tx.run(sql::update_revision, context.city, plan.id, plan.revision, plan.amount, context.now));
    TRY(note(tx, context, plan, "planning.take_in", taken.reason));
    return Done {};
}

} // namespace rtkeren::planning
