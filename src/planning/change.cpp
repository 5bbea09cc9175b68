#include "ledger/ledger.hpp"
#include "planning/sql.hpp"
#include "planning/steps.hpp"

#include <algorithm>

namespace rtkeren::planning {
namespace {

ledger::Parts parts_of(std::span<CategorySum const> sums)
{
    ledger::Parts parts;
    for (auto const& sum : sums)
        parts.push_back({sum.purse, sum.category, sum.amount});
    return parts;
}

/// Back to `pagu` what is planned and not yet under contract.
Result<void> give_back(db::WriteTx& tx, operations::Context& context, StoredPlan const& plan, ledger::Parts const& parts, std::string_view reason)
{
    TRY(check_uncontracted(tx, context, parts));
    auto header = header_of(context, plan);
    header.text += ": " + std::string(reason);
    TRY(ledger::post(tx, context.city, ledger::plan_withdrawn(std::move(header), parts)));
    return Done {};
}

Error not_in_force(StoredPlan const& plan)
{
    return Error::conflict("planning.not_in_force", {{"state", plan.state}});
}

/// The addendum is given up; the plan is again the one in force.
Result<void> leave_addendum(db::WriteTx& tx, operations::Context const& context, StoredPlan& plan)
{
    if (!plan.is_addendum())
        return Done {};
    auto const revisions = TRY(revisions_of(tx, context.city, plan.id));
    auto const found = std::find_if(revisions.begin(), revisions.end(), [&](Revision const& each) { return each.number == *plan.approved_revision; });
    CHECK(found != revisions.end());
    plan.revision = found->number;
    plan.revision_id = found->id;
    plan.amount = found->amount;
    plan.state = "approved";
    return Done {};
}

/// After approval the lurah takes it all back, as long as nothing is under contract.
Result<operations::Answer> withdraw_approved(db::WriteTx& tx, operations::Context& context, StoredPlan plan, std::string_view reason)
{
    if (!may(context.actor, "planning.approve", plan.unit_code, plan.pokmas))
        return Error::forbidden("operation.not_allowed");
    auto const sums = TRY(sums_in_force(tx, context.city, plan));
    if (sums.empty())
        return not_in_force(plan);
    TRY(give_back(tx, context, plan, parts_of(sums), reason));
    TRY(tx.run(sql::drop_all_lines, context.city, plan.id, plan.revision, context.today, reason));
    plan.amount = Rupiah {};
    TRY(write_plan(tx, context, plan));
    TRY(tx.run(sql::update_revision, context.city, plan.id, plan.revision, plan.amount, std::nullopt));
    TRY(note(tx, context, plan, "planning.withdraw", reason));
    return answer_of(plan, "planning.withdrawn_approved");
}

Result<operations::Answer> end_plan(db::WriteTx& tx, operations::Context& context, StoredPlan plan, ReasonPlan const& input, std::string_view event)
{
    TRY(step(tx, context, plan, event, input.reason.str(), input.evidence.str()));
    auto const was_addendum = plan.is_addendum();
    TRY(leave_addendum(tx, context, plan));
    TRY(write_plan(tx, context, plan));
    TRY(note(tx, context, plan, event == "expire" ? "planning.expire" : "planning.withdraw", input.reason.str()));
    return answer_of(plan, was_addendum ? "planning.addendum_left" : event == "expire" ? "planning.expired" : "planning.withdrawn");
}

} // namespace

Result<operations::Answer> withdraw_plan(db::WriteTx& tx, operations::Context& context, ReasonPlan const& input)
{
    auto plan = TRY(find_plan(tx, context.city, input.plan));
    TRY(check_version(plan, input.version));
    if (plan.state == "approved")
        return withdraw_approved(tx, context, std::move(plan), input.reason.str());
    if (!may(context.actor, "planning.write", plan.unit_code, plan.pokmas))
        return Error::forbidden("operation.not_allowed");
    return end_plan(tx, context, std::move(plan), input, "withdraw");
}

Result<operations::Answer> expire_plan(db::WriteTx& tx, operations::Context& context, ReasonPlan const& input)
{
    auto plan = TRY(plan_for(tx, context, input.plan, "planning.verify", input.version));
    auto const pack = TRY(rules::released(tx, context.city, plan.year));
    auto const* deadline = pack->deadline("rab");
    auto const due = deadline != nullptr ? std::optional(deadline->due) : plan.due;
    if (due && context.today <= *due)
        return Error::conflict("planning.not_late", {{"due", due->iso()}});
    return end_plan(tx, context, std::move(plan), input, "expire");
}

Result<operations::Answer> start_addendum(db::WriteTx& tx, operations::Context& context, StartAddendum const& input)
{
    auto plan = TRY(plan_for(tx, context, input.plan, "planning.write", input.version));
    TRY(programme::open_year(tx, context.city, plan.year));
    if (plan.state != "approved")
        return not_in_force(plan);
    plan.lines = TRY(lines_of(tx, context.city, plan.id, plan.revision));
    std::erase_if(plan.lines, [](PlanLine const& line) { return line.dropped_on.has_value(); });
    plan.editors.clear();
    add_editor(plan, context.actor);
    TRY(begin_revision(tx, context, plan, input.reason.str(), input.evidence.str()));
    TRY(write_plan(tx, context, plan));
    TRY(write_lines(tx, context.city, plan));
    TRY(note(tx, context, plan, "planning.start_addendum", input.reason.str()));
    auto answer = answer_of(plan, "planning.addendum_started");
    answer.href += "/ubah";
    return answer;
}

Result<operations::Answer> drop_line(db::WriteTx& tx, operations::Context& context, DropLine const& input)
{
    auto plan = TRY(plan_for(tx, context, input.plan, "planning.approve", input.version));
    if (plan.state != "approved")
        return not_in_force(plan);
    auto const line = TRY(approved_line(tx, context.city, input.line));
    auto const lines = TRY(lines_of(tx, context.city, plan.id, plan.revision));
    if (std::none_of(lines.begin(), lines.end(), [&](PlanLine const& each) { return each.id == line.id; }))
        return Error::not_found("planning.no_line");
    TRY(give_back(tx, context, plan, {{line.purse, line.category, line.amount}}, line.item + ", " + input.reason.str()));
    TRY(tx.run(sql::drop_line, context.city, plan.id, plan.revision, line.id, context.today, input.reason));
    plan.amount -= line.amount;
    TRY(write_plan(tx, context, plan));
    TRY(tx.run(sql::update_revision, context.city, plan.id, plan.revision, plan.amount, std::nullopt));
    TRY(note(tx, context, plan, "planning.drop_line", input.reason.str()));
    auto answer = answer_of(plan, "planning.line_dropped");
    answer.arguments.emplace_back("item", line.item);
    answer.arguments.emplace_back("amount", std::to_string(line.amount.value()));
    return answer;
}

} // namespace rtkeren::planning
