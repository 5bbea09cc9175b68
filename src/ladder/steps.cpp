#include "ladder/operations.hpp"

#include "audit/audit.hpp"
#include "evidence/evidence.hpp"
#include "jobs/jobs.hpp"
#include "ladder/sql.hpp"

#include <algorithm>

/// Steps that are no paper: reached, looked at by another, lost again.
namespace rtkeren::ladder {
namespace {

std::optional<std::string> stored(std::optional<Sha256> const& file) { return file ? std::optional(std::string(file->str())) : std::nullopt; }

Result<void> attach(db::WriteTx& tx, operations::Context& context, StepId id, std::string_view paper, std::optional<Sha256> const& file)
{
    if (file)
        TRY(evidence::attach(tx, context, {.subject_kind = "ladder_step", .subject = id.str(), .paper = std::string(paper), .sha256 = std::string(file->str())}));
    return Done {};
}

Result<void> note(db::WriteTx& tx, operations::Context& context, std::string_view operation, StepGround const& ground, std::string reason = {})
{
    TRY(audit::append(tx, context,
        {operation, "business", ground.business.id.str(), ground.business.region, {{"step", ground.step.step}, {"id", ground.step.id.text()}}, std::move(reason)}));
    TRY(jobs::emit(tx, context, {"ladder.stepped", ground.business.id.str(), {{"step", ground.step.step}, {"by", operation}}}));
    return Done {};
}

operations::Answer answer(StepGround const& ground, std::string message)
{
    return {.id = ground.step.id.str(), .href = vector_href(ground.business.id), .message = std::move(message), .arguments = {{"step", step_name(ground.step.step)}, {"name", ground.business.name}}};
}

/// For who may change the business.
Result<StepGround> changeable_step(db::ReadTx& tx, Actor const& actor, StepId id)
{
    auto ground = TRY(step_ground(tx, actor, id));
    if (!may_write(actor, ground.business))
        return Error::forbidden("operation.not_allowed");
    if (ground.step.dropped)
        return Error::conflict("ladder.step_dropped");
    return ground;
}

} // namespace

std::string vector_href(enterprise::BusinessId business) { return "/naik-kelas/" + business.str(); }

bool may_write(Actor const& actor, enterprise::Business const& business) { return may(actor, "enterprise.write", business.region) || enterprise::owns(actor, business); }

Result<StepGround> step_ground(db::ReadTx& tx, Actor const& actor, StepId id)
{
    auto step = TRY(find_step(tx, actor.city, id));
    auto const standing = TRY(enterprise::standing_of(tx, actor.city, step.business));
    auto business = TRY(enterprise::find_business(tx, actor.city, standing));
    if (!enterprise::may_read(actor, business))
        return Error::not_found("ladder.no_step");
    return StepGround {std::move(step), std::move(business)};
}

bool may_check(Actor const& actor, StepGround const& ground)
{
    return may(actor, "enterprise.check", ground.business.region) && ground.step.entered_by != actor.user && ground.step.entered_person != actor.person && actor.person != ground.business.owner;
}

Result<operations::Answer> record_step(db::WriteTx& tx, operations::Context& context, RecordStep const& input)
{
    auto const business = TRY(enterprise::changeable(tx, context.actor, input.business));
    if (input.on > context.today)
        return Error::field("on", "ladder.future", input.on.iso());
    auto const name = enterprise::stored_choice(input.step);
    auto const there = TRY(steps_of(tx, context.city, business.id));
    for (auto const& each : there)
        if (each.step == name && each.holds())
            return Error::conflict("ladder.step_there", {{"step", step_name(name)}, {"on", each.reached_on.iso()}});
    StepGround ground {{.id = context.next<StepId>(), .business = business.id, .step = name}, business};
    TRY(tx.run(sql::insert_step, context.city, ground.step.id, business.id, name, input.on, input.note, stored(input.file), context.actor.user, context.actor.person, context.actor.name,
        context.now));
    TRY(attach(tx, context, ground.step.id, "bukti", input.file));
    TRY(note(tx, context, "ladder.record_step", ground));
    return answer(ground, "ladder.step_recorded");
}

/// Who wrote it down does not look at it, and "seen" wants something that shows it.
Result<operations::Answer> check_step(db::WriteTx& tx, operations::Context& context, CheckStep const& input)
{
    auto const ground = TRY(step_ground(tx, context.actor, input.step));
    if (!may(context.actor, "enterprise.check", ground.business.region))
        return Error::forbidden("operation.not_allowed");
    if (!may_check(context.actor, ground))
        return Error::forbidden("ladder.checks_own");
    if (ground.step.dropped)
        return Error::conflict("ladder.step_dropped");
    if (!ground.step.result.empty())
        return Error::conflict("ladder.checked_already", {{"name", ground.step.checked_by_name}});
    if (input.result == SeenResult::Seen && ground.step.file.empty() && !input.file)
        return Error::field("file", "ladder.proof_missing");
    TRY(tx.run(sql::check_step, context.city, ground.step.id, enterprise::stored_choice(input.result), context.actor.user, context.actor.name, context.now, input.where, stored(input.file)));
    TRY(attach(tx, context, ground.step.id, "hasil_cek", input.file));
    TRY(note(tx, context, "ladder.check_step", ground, input.where.str()));
    return answer(ground, input.result == SeenResult::Seen ? "ladder.step_seen" : "ladder.step_not_seen");
}

Result<operations::Answer> lose_step(db::WriteTx& tx, operations::Context& context, LoseStep const& input)
{
    auto const ground = TRY(changeable_step(tx, context.actor, input.step));
    if (ground.step.lost_on)
        return Error::conflict("ladder.lost_already", {{"on", ground.step.lost_on->iso()}});
    if (input.on > context.today)
        return Error::field("on", "ladder.future", input.on.iso());
    if (input.on < ground.step.reached_on)
        return Error::field("on", "ladder.lost_before", input.on.iso(), {{"on", ground.step.reached_on.iso()}});
    TRY(tx.run(sql::lose_step, context.city, ground.step.id, input.on, input.reason, context.actor.name));
    TRY(note(tx, context, "ladder.lose_step", ground, input.reason.str()));
    return answer(ground, "ladder.step_lost");
}

/// What somebody looked at and saw is no mistake: it can only end.
Result<operations::Answer> drop_step(db::WriteTx& tx, operations::Context& context, DropStep const& input)
{
    auto const ground = TRY(changeable_step(tx, context.actor, input.step));
    if (ground.step.result == "seen")
        return Error::conflict("ladder.seen_stays");
    TRY(tx.run(sql::drop_step, context.city, ground.step.id, context.now, input.reason));
    TRY(note(tx, context, "ladder.drop_step", ground, input.reason.str()));
    return answer(ground, "ladder.step_gone");
}

} // namespace rtkeren::ladder
