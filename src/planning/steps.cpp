#include "planning/steps.hpp"

#include "planning/sql.hpp"

#include <boost/json/serialize.hpp>

namespace rtkeren::planning {

Result<void> check_version(StoredPlan const& plan, std::optional<std::int64_t> version)
{
    if (version && *version != plan.version)
        return Error::conflict("planning.moved", {{"state", plan.state}, {"version", std::to_string(plan.version)}});
    return Done {};
}

Result<void> check_editable(StoredPlan const& plan)
{
    if (!plan.is_editable())
        return Error::conflict("planning.not_editable", {{"state", plan.state}});
    return Done {};
}

Result<StoredPlan> plan_for(db::ReadTx& tx, operations::Context const& context, PlanId id, std::string_view permission, std::optional<std::int64_t> version)
{
    auto plan = TRY(find_plan(tx, context.city, id));
    if (!may(context.actor, permission, plan.unit_code, plan.pokmas))
        return Error::forbidden("operation.not_allowed");
    TRY(check_version(plan, version));
    return plan;
}

Result<void> step(db::WriteTx& tx, operations::Context& context, StoredPlan& plan, std::string_view event, std::string_view reason, std::string_view evidence)
{
    workflow::Step const details {.reason = std::string(reason), .evidence = std::string(evidence)};
    auto const advanced = TRY(workflow::advance(tx, context, rab_machine(), plan.revision_id.ulid(), event, details));
    plan.state = advanced.to;
    return Done {};
}

Result<void> begin_revision(db::WriteTx& tx, operations::Context& context, StoredPlan& plan, std::string_view reason, std::string_view evidence)
{
    auto const last = TRY(tx.one("planning.no_plan", sql::last_revision, context.city, plan.id));
    plan.revision = int(last.integer(0)) + 1;
    plan.revision_id = context.next<RevisionId>();
    plan.state = "draft";
    plan.amount = sum_of(plan.lines);
    TRY(tx.run(
        sql::insert_revision, context.city, plan.id, plan.revision, plan.revision_id, plan.approved_revision, reason, evidence, plan.amount, context.now));
    workflow::Start const start {
        .subject = plan.revision_id.ulid(), .title = plan.title(), .place = plan.unit_code, .pokmas = plan.pokmas, .evidence = std::string(evidence)
    };
    TRY(workflow::start(tx, context, rab_machine(), start));
    return Done {};
}

Result<void> keep_verdicts(
    db::WriteTx& tx, operations::Context const& context, StoredPlan const& plan, std::string_view decision, std::vector<Verdict> const& verdicts)
{
    boost::json::array all;
    for (auto const& verdict : verdicts)
        all.push_back(operations::to_json(verdict));
    TRY(tx.run(
        sql::insert_verdicts, context.city, plan.id, plan.revision, decision, plan.pack_version, boost::json::serialize(all), context.actor.user, context.now));
    return Done {};
}

Result<void> note(db::WriteTx& tx, operations::Context const& context, StoredPlan const& plan, std::string_view operation, std::string_view reason)
{
    audit::Event event {.operation = operation, .subject_kind = "plan", .subject = plan.id.str(), .place = plan.unit_code, .reason = std::string(reason)};
    event.summary = {{"year", plan.year}, {"state", plan.state}, {"revision", plan.revision}, {"amount", plan.amount.value()}};
    TRY(audit::append(tx, context, event));
    return Done {};
}

std::string href_of(PlanId id)
{
    return "/rab/" + id.str();
}

operations::Answer answer_of(StoredPlan const& plan, std::string message, std::vector<Verdict> verdicts)
{
    operations::Answer answer {plan.id.str(), href_of(plan.id), std::move(message), {{"unit", plan.unit_name}, {"total", std::to_string(plan.amount.value())}}};
    answer.data = {{"version", plan.version}, {"state", plan.state}, {"revision", plan.revision}, {"amount", plan.amount.value()}};
    answer.verdicts = std::move(verdicts);
    return answer;
}

} // namespace rtkeren::planning
