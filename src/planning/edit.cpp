#include "planning/judge.hpp"
#include "planning/steps.hpp"

namespace rtkeren::planning {
namespace {

/// A plan that is there is changed only by who saw it as it is; one that ended is begun anew.
Result<void> check_saving(Draft const& draft, std::optional<std::int64_t> version)
{
    if (!draft.plan)
        return Done {};
    TRY(check_version(*draft.plan, version.value_or(0)));
    auto const is_over = draft.plan->state == "withdrawn" || draft.plan->state == "expired";
    if (is_over)
        return Done {};
    return check_editable(*draft.plan);
}

Result<std::vector<Verdict>> verdicts_of_draft(db::ReadTx& tx, operations::Context const& context, Draft const& draft, StoredPlan const& plan)
{
    auto const in_force = TRY(sums_in_force(tx, context.city, plan));
    return judge_plan(plan, draft.purses, in_force, context.today, *draft.pack);
}

} // namespace

Result<operations::Answer> save_plan(db::WriteTx& tx, operations::Context& context, SavePlan const& input)
{
    auto draft = TRY(draft_of(tx, context, input.unit.str(), int(input.year)));
    TRY(check_saving(draft, input.version));
    auto lines = TRY(lines_of_input(tx, context, draft, input.lines, "lines."));
    auto const plan = TRY(write_draft(tx, context, draft, std::move(lines)));
    TRY(note(tx, context, plan, "planning.save_plan"));
    auto verdicts = TRY(verdicts_of_draft(tx, context, draft, plan));
    return answer_of(plan, "planning.saved", std::move(verdicts));
}

Result<operations::Answer> shift_to_envelope(db::WriteTx& tx, operations::Context& context, ShiftLines const& input)
{
    auto const found = TRY(plan_for(tx, context, input.plan, "planning.write", input.version));
    TRY(check_editable(found));
    auto draft = TRY(draft_of(tx, context, found.unit.text(), found.year));
    Shift shift {.from = input.from.str(), .to = input.to.str(), .amount = input.amount};
    shift.category = input.category.empty() ? category_for(*draft.pack, shift.to, context.today) : draft.pack->menu_item(input.category.str());
    if (shift.category == nullptr)
        return Error::field("category", "planning.category_unknown", input.category.str());
    for (auto const& purse : draft.purses) {
        if (purse.envelope == shift.to)
            shift.purse = purse.id;
    }
    if (shift.purse.is_none())
        return Error::field("to", "planning.no_purse_for", shift.to, {{"label", shift.category->label}});
    shift.spend_kind = draft.pack->spend_kinds.empty() ? "" : draft.pack->spend_kinds.front().code;
    shift.new_line = context.next<PlanLineId>();
    auto before = TRY(lines_of(tx, context.city, found.id, found.revision));
    auto lines = TRY(shifted(std::move(before), shift));
    auto const plan = TRY(write_draft(tx, context, draft, std::move(lines)));
    TRY(note(tx, context, plan, "planning.shift_to_envelope"));
    auto verdicts = TRY(verdicts_of_draft(tx, context, draft, plan));
    auto answer = answer_of(plan, "planning.shifted", std::move(verdicts));
    answer.arguments.emplace_back("amount", std::to_string(input.amount.value()));
    answer.arguments.emplace_back("label", shift.category->label);
    answer.href += "/ubah";
    return answer;
}

} // namespace rtkeren::planning
