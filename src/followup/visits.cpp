#include "followup/operations.hpp"

#include "audit/audit.hpp"
#include "followup/sql.hpp"
#include "jobs/jobs.hpp"

#include <algorithm>

namespace rtkeren::followup {
namespace {

/// The visit for somebody who may visit there, with its item: one that is early is put onto the list by doing it.
Result<Visit> open_for(db::WriteTx& tx, operations::Context& context, VisitId id)
{
    auto one = TRY(readable(tx, context.actor, id));
    if (!may_visit(context.actor, one))
        return Error::forbidden("operation.not_allowed");
    if (one.replaced)
        return Error::conflict("followup.replaced");
    if (context.actor.person == one.person)
        return Error::forbidden("followup.own_visit");
    if (context.today < one.opens_on)
        return Error::conflict("followup.before_due", {{"on", one.opens_on.iso()}});
    TRY(open_visit(tx, context, id));
    one = TRY(visit(tx, context.city, id));
    if (one.state != "due" && one.state != "again")
        return Error::conflict("followup.over", {{"state", one.state}});
    return one;
}

Asked asked_of(Visit const& visit) { return {.visit = visit.id, .place = visit.region, .person = visit.person, .photo_kind = "followup"}; }

/// A day that was asked before the visit's time belongs to another visit.
Result<void> check_day(Visit const& visit, std::optional<Date> on)
{
    if (on && (*on < visit.opens_on || *on > visit.closes_on))
        return Error::field("on", "followup.outside_time", on->iso(), {{"from", visit.opens_on.iso()}, {"to", visit.closes_on.iso()}});
    return Done {};
}

boost::json::object summary_of(Visit const& visit, AnswerPart const& part)
{
    return {{"after_days", visit.after_days}, {"producing", stored_choice(part.producing)}, {"way", stored_choice(part.way)}};
}

std::string_view event_of(MissedPart const& part, std::int64_t tries, std::int64_t most)
{
    if (part.result == Missed::Refused)
        return "decline";
    return part.result == Missed::Moved || tries >= most ? "give_up" : "missed";
}

} // namespace

Result<Date> missed_day(MissedPart const& part, Date today)
{
    auto const on = part.on.value_or(today);
    if (on > today)
        return Error::field("on", "date.future", on.iso());
    if (part.retry_on && *part.retry_on < today)
        return Error::field("retry_on", "followup.retry_past", part.retry_on->iso());
    return on;
}

Result<operations::Answer> record_visit(db::WriteTx& tx, operations::Context& context, RecordVisit const& input)
{
    auto const one = TRY(open_for(tx, context, input.visit));
    TRY(check_day(one, input.on));
    auto written = TRY(write_answer(tx, context, asked_of(one), input));
    TRY(workflow::advance(tx, context, followup_machine(), one.id.ulid(), "record"));
    TRY(tx.run(sql::set_answer, context.city, one.id, written.id));
    TRY(audit::append(tx, context, {"followup.record", "followup", one.id.str(), one.region, summary_of(one, input)}));
    TRY(jobs::emit(tx, context, {"followup.answered", one.id.str(), {{"seat", one.seat.text()}, {"after_days", one.after_days}, {"producing", stored_choice(input.producing)}}}));
    return operations::Answer {.id = written.id.str(), .href = "/pendampingan", .message = "followup.recorded", .arguments = {{"name", one.name}, {"days", std::to_string(one.after_days)}},
        .data = {{"visit", one.id.text()}, {"answer", written.id.text()}}, .verdicts = std::move(written.verdicts)};
}

Result<operations::Answer> correct_visit(db::WriteTx& tx, operations::Context& context, CorrectVisit const& input)
{
    auto const one = TRY(readable(tx, context.actor, input.visit));
    if (!may_visit(context.actor, one))
        return Error::forbidden("operation.not_allowed");
    auto const all = TRY(answers_of(tx, context.city, one.id));
    auto const current = std::ranges::find_if(all, [](Answer const& each) { return !each.replaced_by; });
    if (current == all.end())
        return Error::conflict("followup.not_answered");
    TRY(check_day(one, input.on));
    AnswerPart part = input;
    part.on = input.on.value_or(current->on);
    auto written = TRY(write_answer(tx, context, asked_of(one), part, *current, input.reason.str()));
    TRY(tx.run(sql::set_answer, context.city, one.id, written.id));
    auto summary = summary_of(one, input);
    summary["before"] = current->producing;
    TRY(audit::append(tx, context, {"followup.correct", "followup", one.id.str(), one.region, std::move(summary), input.reason.str()}));
    return operations::Answer {.id = written.id.str(), .href = href_of(one.id), .message = "followup.corrected", .arguments = {{"name", one.name}}, .data = {{"answer", written.id.text()}},
        .verdicts = std::move(written.verdicts)};
}

Result<operations::Answer> miss_visit(db::WriteTx& tx, operations::Context& context, MissVisit const& input)
{
    auto const one = TRY(open_for(tx, context, input.visit));
    auto const on = TRY(missed_day(input, context.today));
    TRY(check_day(one, on));
    auto const before = TRY(tries_of(tx, context.city, one.id));
    auto const course = TRY(training::course(tx, context.city, one.course));
    auto const numbers = TRY(numbers_of(tx, context.city, course.year));
    auto const number = static_cast<std::int64_t>(before.size()) + 1;
    auto const event = event_of(input, number, numbers.tries);
    auto const retry = event == "missed" ? std::optional(input.retry_on.value_or(context.today.plus_days(static_cast<int>(numbers.retry_days)))) : std::nullopt;
    TRY(tx.run(sql::insert_try, context.city, context.next_id(), one.id, std::nullopt, number, on, stored_choice(input.way), stored_choice(input.result), input.note, retry, context.actor.user,
        context.actor.name, context.now));
    workflow::Step step {.reason = input.note.str()};
    if (retry)
        step.deadline = [&](Date, int, workflow::Days) { return *retry; };
    TRY(workflow::advance(tx, context, followup_machine(), one.id.ulid(), event, step));
    TRY(audit::append(tx, context, {"followup.missed", "followup", one.id.str(), one.region, {{"result", stored_choice(input.result)}, {"try", number}}}));
    return operations::Answer {.id = one.id.str(), .href = "/pendampingan", .message = "followup." + std::string(event),
        .arguments = {{"name", one.name}, {"on", retry ? retry->iso() : on.iso()}, {"count", std::to_string(number)}}, .data = {{"state", std::string(event)}}};
}

/// A visit that ended by mistake is asked anew: the old one stays readable and no longer counts.
Result<operations::Answer> repeat_visit(db::WriteTx& tx, operations::Context& context, RepeatVisit const& input)
{
    auto const one = TRY(readable(tx, context.actor, input.visit));
    if (!may_visit(context.actor, one))
        return Error::forbidden("operation.not_allowed");
    if (one.replaced || (one.state != "unreachable" && one.state != "refused"))
        return Error::conflict("followup.not_ended", {{"state", one.state}});
    if (context.today > one.closes_on)
        return Error::conflict("followup.time_over", {{"on", one.closes_on.iso()}});
    TRY(tx.run(sql::set_replaced, context.city, one.id, context.now));
    auto const id = context.next<VisitId>();
    TRY(tx.run(sql::insert_visit, context.city, id, one.course, one.seat, one.person, one.after_days, one.opens_on, one.due_on, one.closes_on, one.region, one.kelurahan));
    TRY(open_visit(tx, context, id));
    TRY(audit::append(tx, context, {"followup.repeat", "followup", one.id.str(), one.region, {{"again", id.text()}}, input.reason.str()}));
    return operations::Answer {.id = id.str(), .href = href_of(id), .message = "followup.repeated", .arguments = {{"name", one.name}}, .data = {{"visit", id.text()}}};
}

/// A number is shown to who is about to call, while the visit is open, and that is written down.
Result<operations::Answer> show_phone(db::WriteTx& tx, operations::Context& context, ShowPhone const& input)
{
    auto const one = TRY(open_for(tx, context, input.visit));
    TRY(tx.run(sql::set_phone_shown, context.city, one.id, context.now, context.actor.user));
    TRY(audit::append(tx, context, {"followup.show_phone", "person", one.person.str(), one.region, {{"visit", one.id.text()}}}));
    return operations::Answer {.id = one.id.str(), .href = href_of(one.id), .message = "followup.phone_shown", .arguments = {{"name", one.name}}};
}

} // namespace rtkeren::followup
