#include "ledger/ledger.hpp"
#include "planning/judge.hpp"
#include "planning/sql.hpp"
#include "planning/steps.hpp"

#include <algorithm>

namespace rtkeren::planning {
namespace {

/// Reads lines, purses and pack and asks the rules; the pack's version goes with the decision.
struct Judged {
    std::vector<PlanPurse> purses;
    std::vector<CategorySum> in_force;
    std::vector<Verdict> verdicts;
};
Result<Judged> judged(db::ReadTx& tx, operations::Context const& context, StoredPlan& plan)
{
    TRY(programme::open_year(tx, context.city, plan.year));
    auto const pack = TRY(rules::released(tx, context.city, plan.year));
    plan.lines = TRY(lines_of(tx, context.city, plan.id, plan.revision));
    plan.pack_version = pack->version;
    Judged answer;
    answer.purses = TRY(purses_of(tx, context.city, plan.year, plan.unit));
    answer.in_force = TRY(sums_in_force(tx, context.city, plan));
    answer.verdicts = judge_plan(plan, answer.purses, answer.in_force, context.today, *pack);
    if (rules::blocks(answer.verdicts))
        return Error::refused(std::move(answer.verdicts));
    return answer;
}

Result<void> check_not_editor(StoredPlan const& plan, Actor const& actor)
{
    if (is_editor(plan, actor))
        return Error::forbidden("planning.entered_by_you");
    return Done {};
}

/// What the books must change: new sums less those in force, by purse and category.
struct Difference {
    ledger::Parts up, down;
};
Difference difference_of(std::span<CategorySum const> in_force, std::span<CategorySum const> wanted)
{
    std::map<std::pair<PurseId, std::string>, std::int64_t> change;
    for (auto const& sum : in_force)
        change[{sum.purse, sum.category}] -= sum.amount.value();
    for (auto const& sum : wanted)
        change[{sum.purse, sum.category}] += sum.amount.value();
    Difference difference;
    for (auto const& [key, amount] : change) {
        auto const part = [&](std::int64_t value) { return ledger::Part {key.first, key.second, Rupiah::checked(value)}; };
        if (amount > 0)
            difference.up.push_back(part(amount));
        else if (amount < 0)
            difference.down.push_back(part(-amount));
    }
    return difference;
}

/// An addendum frees before it takes, so that money may go from one category to another.
Result<void> post_difference(db::WriteTx& tx, operations::Context& context, StoredPlan const& plan, Difference const& difference)
{
    std::vector<ledger::Entry> entries;
    if (!difference.down.empty())
        entries.push_back(ledger::plan_withdrawn(header_of(context, plan), difference.down));
    if (!difference.up.empty())
        entries.push_back(ledger::plan_approved(header_of(context, plan), difference.up));
    if (!difference.down.empty())
        TRY(check_uncontracted(tx, context, difference.down));
    if (!entries.empty())
        TRY(ledger::post_batch(tx, context.city, entries));
    return Done {};
}

Result<StoredPlan> approved(db::WriteTx& tx, operations::Context& context, StoredPlan plan, std::string_view evidence, std::vector<Verdict>& warnings)
{
    TRY(check_not_editor(plan, context.actor));
    auto judgement = TRY(judged(tx, context, plan));
    TRY(step(tx, context, plan, "approve", {}, evidence));
    TRY(post_difference(tx, context, plan, difference_of(judgement.in_force, sums_of(plan.lines))));
    plan.approved_revision = plan.revision;
    TRY(write_plan(tx, context, plan));
    TRY(tx.run(sql::update_revision, context.city, plan.id, plan.revision, plan.amount, context.now));
    TRY(keep_verdicts(tx, context, plan, "approve", judgement.verdicts));
    TRY(note(tx, context, plan, "planning.approve"));
    warnings.insert(warnings.end(), judgement.verdicts.begin(), judgement.verdicts.end());
    return plan;
}

Result<void> check_opened(db::ReadTx& tx, operations::Context const& context, StoredPlan const& plan, std::size_t index)
{
    auto const seen = TRY(tx.maybe(sql::seen_version, context.city, plan.id, context.actor.user));
    if (!seen || seen->integer(0) != plan.version)
        return Error::field("plans." + std::to_string(index), "planning.not_opened", plan.unit_name);
    return Done {};
}

} // namespace

ledger::Header header_of(operations::Context& context, StoredPlan const& plan)
{
    ledger::Header header;
    header.id = context.next<EntryId>();
    header.occurred_on = context.today;
    header.recorded_at = context.now;
    header.made_at = context.made_at;
    header.actor = context.actor.user;
    header.year = plan.year;
    header.subject_kind = "plan";
    header.subject = plan.id.str();
    header.text = plan.title();
    return header;
}

namespace {

/// As the year's pack names it.
Result<std::string> category_label(db::ReadTx& tx, CityId city, ledger::Part const& part)
{
    auto const purse = TRY(programme::purse(tx, city, part.purse));
    auto const pack = TRY(rules::released(tx, city, purse.year));
    auto const* item = pack->menu_item(part.category);
    return item == nullptr ? part.category : item->label;
}

} // namespace

Result<void> check_uncontracted(db::ReadTx& tx, operations::Context const& context, ledger::Parts const& down)
{
    std::map<PurseId, std::vector<ledger::CategoryAmount>> stages;
    for (auto const& part : down) {
        if (!stages.contains(part.purse))
            stages[part.purse] = TRY(ledger::category_amounts(tx, context.city, part.purse));
        Rupiah free;
        for (auto const& each : stages[part.purse]) {
            if (each.stage == ledger::Stage::Rencana && each.category == part.category)
                free += each.amount;
        }
        if (free >= part.amount)
            continue;
        auto label = TRY(category_label(tx, context.city, part));
        return Error::conflict(
            "planning.contracted", {{"category", std::move(label)}, {"asked", std::to_string(part.amount.value())}, {"free", std::to_string(free.value())}});
    }
    return Done {};
}

Result<operations::Answer> submit_plan(db::WriteTx& tx, operations::Context& context, StepPlan const& input)
{
    auto plan = TRY(plan_for(tx, context, input.plan, "planning.write", input.version));
    TRY(check_editable(plan));
    auto judgement = TRY(judged(tx, context, plan));
    if (plan.lines.empty() && !plan.is_addendum())
        return Error::invalid("planning.empty");
    TRY(step(tx, context, plan, "submit", {}, input.evidence.str()));
    TRY(write_plan(tx, context, plan));
    TRY(keep_verdicts(tx, context, plan, "submit", judgement.verdicts));
    TRY(note(tx, context, plan, "planning.submit"));
    return answer_of(plan, "planning.submitted", std::move(judgement.verdicts));
}

Result<operations::Answer> take_back_plan(db::WriteTx& tx, operations::Context& context, StepPlan const& input)
{
    auto plan = TRY(plan_for(tx, context, input.plan, "planning.write", input.version));
    TRY(step(tx, context, plan, "take_back"));
    TRY(write_plan(tx, context, plan));
    TRY(note(tx, context, plan, "planning.take_back"));
    return answer_of(plan, "planning.taken_back");
}

Result<operations::Answer> verify_plan(db::WriteTx& tx, operations::Context& context, StepPlan const& input)
{
    auto plan = TRY(plan_for(tx, context, input.plan, "planning.verify", input.version));
    TRY(check_not_editor(plan, context.actor));
    TRY(step(tx, context, plan, "verify", {}, input.evidence.str()));
    TRY(write_plan(tx, context, plan));
    TRY(note(tx, context, plan, "planning.verify"));
    return answer_of(plan, "planning.verified");
}

Result<operations::Answer> return_plan(db::WriteTx& tx, operations::Context& context, ReasonPlan const& input)
{
    auto plan = TRY(find_plan(tx, context.city, input.plan));
    TRY(check_version(plan, input.version));
    auto const may_any
        = may(context.actor, "planning.verify", plan.unit_code, plan.pokmas) || may(context.actor, "planning.approve", plan.unit_code, plan.pokmas);
    if (!may_any)
        return Error::forbidden("operation.not_allowed");
    TRY(step(tx, context, plan, "return", input.reason.str(), input.evidence.str()));
    TRY(write_plan(tx, context, plan));
    TRY(note(tx, context, plan, "planning.return", input.reason.str()));
    return answer_of(plan, "planning.returned");
}

Result<operations::Answer> approve_plan(db::WriteTx& tx, operations::Context& context, StepPlan const& input)
{
    auto found = TRY(plan_for(tx, context, input.plan, "planning.approve", input.version));
    std::vector<Verdict> warnings;
    auto const plan = TRY(approved(tx, context, std::move(found), input.evidence.str(), warnings));
    return answer_of(plan, "planning.approved", std::move(warnings));
}

Result<void> mark_opened(Services& services, Actor const& actor, PlanId plan, std::int64_t version)
{
    auto const now = services.now();
    return db::write(services.db, services.city, [&](db::WriteTx& tx) -> Result<void> {
        TRY(tx.run(sql::upsert_view, services.city, plan, actor.user, version, now));
        return Done {};
    });
}

Result<operations::Answer> approve_bulk(db::WriteTx& tx, operations::Context& context, ApproveBulk const& input)
{
    std::vector<Verdict> warnings;
    Rupiah total;
    for (std::size_t i = 0; i < input.plans.size(); ++i) {
        auto found = TRY(plan_for(tx, context, input.plans[i], "planning.approve", {}));
        TRY(check_opened(tx, context, found, i));
        auto const plan = TRY(approved(tx, context, std::move(found), {}, warnings));
        total += plan.amount;
    }
    operations::Answer answer { input.plans.front().str(), "/rab", "planning.approved_bulk",
        {{"count", std::to_string(input.plans.size())}, {"total", std::to_string(total.value()) } }};
    answer.verdicts = std::move(warnings);
    return answer;
}

} // namespace rtkeren::planning
