#include "ladder/operations.hpp"

#include "audit/audit.hpp"
#include "enterprise/applications.hpp"
#include "enterprise/numbers.hpp"
#include "jobs/jobs.hpp"
#include "ladder/sql.hpp"

#include <algorithm>

/// A desk says that it has a paper in hand: from then on the days count against the desk. One row of the registry says that it was asked for, whoever wrote it;
/// the desk's words stand beside it.
namespace rtkeren::ladder {
namespace {

struct DeskGround {
    enterprise::Product product;
    enterprise::Business business;
    enterprise::StandingStep step;
};

/// For the desk of that place: ladder.no_product where the business cannot be seen.
Result<DeskGround> desk_ground(db::ReadTx& tx, operations::Context const& context, enterprise::ProductId id, std::string const& step)
{
    auto const found = enterprise::find_product(tx, context.city, id);
    if (!found.ok())
        return found.error().kind == ErrorKind::NotFound ? Error::not_found("ladder.no_product") : found.error();
    auto const standing = TRY(enterprise::standing_of(tx, context.city, found->business));
    auto business = TRY(enterprise::find_business(tx, context.city, standing));
    if (!may(context.actor, "ladder.desk", business.region))
        return enterprise::may_read(context.actor, business) ? Error::forbidden("operation.not_allowed") : Error::not_found("ladder.no_product");
    auto const way = TRY(enterprise::legal_standing(tx, context.services, id));
    auto const* named = way.step(step);
    if (named == nullptr)
        return Error::field("step", "ladder.step_unknown", step);
    return DeskGround {*found, std::move(business), *named};
}

Result<void> note(db::WriteTx& tx, operations::Context& context, std::string_view operation, DeskGround const& ground, boost::json::object summary, std::string reason = {})
{
    summary["step"] = ground.step.step;
    TRY(audit::append(tx, context, {operation, "product", ground.product.id.str(), ground.business.region, summary, std::move(reason)}));
    TRY(jobs::emit(tx, context, {"ladder.stepped", ground.business.id.str(), {{"product", ground.product.id.text()}, {"step", ground.step.step}, {"by", operation}}}));
    return Done {};
}

operations::Answer answer(DeskGround const& ground, std::string message)
{
    return {.id = ground.product.id.str(), .href = enterprise::href_of(ground.product.id), .message = std::move(message),
        .arguments = {{"kind", enterprise::kind_label(ground.step.step)}, {"name", ground.product.name}, {"desk", language::word("ladder.whose." + ground.step.desk)}}};
}

} // namespace

Result<operations::Answer> in_process(db::WriteTx& tx, operations::Context& context, InProcess const& input)
{
    auto const ground = TRY(desk_ground(tx, context, input.product, input.step.str()));
    if (ground.step.state == enterprise::StepState::Done || ground.step.state == enterprise::StepState::NotNeeded)
        return Error::conflict("ladder.nothing_to_do");
    if (ground.step.state == enterprise::StepState::Checking)
        return Error::conflict("ladder.number_there");
    if (input.since > context.today)
        return Error::field("since", "ladder.future", input.since.iso());
    if (input.expected_until && *input.expected_until < input.since)
        return Error::field("expected_until", "ladder.expected_before", input.expected_until->iso());
    auto const open = TRY(enterprise::open_application(tx, context.city, ground.product.id, ground.step.step));
    auto application = open ? open->id : enterprise::ApplicationId {};
    if (!open)
        application = TRY(enterprise::write_application(tx, context, {.product = ground.product.id, .step = ground.step.step, .on = input.since, .number = input.number.str()}));
    auto const id = context.next<WordId>();
    TRY(tx.run(sql::insert_word, context.city, id, application, input.number, input.expected_until, input.note, context.actor.user, context.actor.name, context.now));
    TRY(note(tx, context, "ladder.in_process", ground,
        {{"since", (open ? open->on : input.since).iso()}, {"number", input.number.str()}, {"until", input.expected_until ? input.expected_until->iso() : ""}}, input.note.str()));
    return answer(ground, open ? "ladder.said" : "ladder.taken_in_hand");
}

Result<operations::Answer> end_process(db::WriteTx& tx, operations::Context& context, EndProcess const& input)
{
    auto const ground = TRY(desk_ground(tx, context, input.product, input.step.str()));
    auto const open = TRY(enterprise::open_application(tx, context.city, ground.product.id, ground.step.step));
    if (!open)
        return Error::conflict("ladder.not_in_process");
    TRY(enterprise::close_application(tx, context, open->id, input.ended_as, input.reason.str()));
    TRY(note(tx, context, "ladder.end_process", ground, {{"as", enterprise::stored_choice(input.ended_as)}}, input.reason.str()));
    return answer(ground, "ladder.process_over");
}

Result<operations::Answer> link_topic(db::WriteTx& tx, operations::Context& context, LinkTopic const& input)
{
    if (!is_paper(input.step.str()))
        return Error::field("step", "ladder.step_unknown", input.step.str());
    auto const topics = TRY(tx.run(sql::topics, context.city));
    auto const is_known = std::ranges::any_of(topics, [&](db::Row const& row) { return row.text(0) == input.topic.str(); });
    if (!is_known)
        return Error::field("topic", "ladder.no_topic", input.topic.str());
    TRY(tx.run(sql::link_topic, context.city, input.step, input.topic, context.actor.user, context.actor.name, context.now));
    TRY(audit::append(tx, context, {"ladder.link_topic", "topic", input.topic.str(), "", {{"step", input.step.str()}}}));
    return operations::Answer {.id = input.topic.str(), .href = "/penghalang/klinik", .message = "ladder.topic_linked", .arguments = {{"kind", enterprise::kind_label(input.step.str())}}};
}

Result<operations::Answer> unlink_topic(db::WriteTx& tx, operations::Context& context, LinkTopic const& input)
{
    auto const gone = TRY(tx.run(sql::unlink_topic, context.city, input.step, input.topic));
    if (gone.rows == 0)
        return Error::not_found("ladder.no_topic");
    TRY(audit::append(tx, context, {"ladder.unlink_topic", "topic", input.topic.str(), "", {{"step", input.step.str()}}}));
    return operations::Answer {.id = input.topic.str(), .href = "/penghalang/klinik", .message = "ladder.topic_unlinked", .arguments = {{"kind", enterprise::kind_label(input.step.str())}}};
}

} // namespace rtkeren::ladder
