#include "followup/operations.hpp"

#include "audit/audit.hpp"
#include "followup/sql.hpp"
#include "followup/survey.hpp"

#include <algorithm>

namespace rtkeren::followup {
namespace {

struct Running {
    Interview interview;
    Round round;
};
/// The interview for who it was handed to, while its round runs.
Result<Running> running_interview(db::ReadTx& tx, operations::Context const& context, InterviewId id)
{
    auto one = TRY(own_interview(tx, context.actor, id));
    if (knows_treated(context.actor.grants))
        return Error::forbidden("followup.knows_treated");
    auto in = TRY(round(tx, context.city, one.round));
    if (in.state != "drawn")
        return Error::conflict("followup.not_running");
    if (context.today < in.from_on)
        return Error::conflict("followup.round_before", {{"on", in.from_on.iso()}});
    return Running {std::move(one), std::move(in)};
}

Result<void> check_day(Round const& in, std::optional<Date> on)
{
    if (on && *on < in.from_on)
        return Error::field("on", "followup.outside_time", on->iso(), {{"from", in.from_on.iso()}, {"to", in.until_on.iso()}});
    return Done {};
}

Asked asked_of(Running const& running)
{
    return {.interview = running.interview.id, .place = running.interview.region, .person = running.interview.owner, .photo_kind = "interview", .month = running.round.month};
}

/// The round asks about its month, from memory: other ways of telling belong to visits. The business is the drawn one.
Result<AnswerPart> survey_part(db::ReadTx& tx, CityId city, Running const& running, AnswerPart part)
{
    if (part.told && *part.told == Told::RecallWeek)
        return Error::field("told", "followup.month_only");
    auto const standing = TRY(enterprise::standing_of(tx, city, running.interview.business));
    auto const all = TRY(businesses_to_name(tx, city, running.interview.owner));
    if (std::ranges::find(all, standing, &enterprise::Business::id) != all.end())
        part.business = standing;
    return part;
}

} // namespace

Result<operations::Answer> record_interview(db::WriteTx& tx, operations::Context& context, RecordInterview const& input)
{
    auto const running = TRY(running_interview(tx, context, input.interview));
    auto const& one = running.interview;
    if (one.outcome != "open" && one.outcome != "not_reached") // who was given up may be met after all
        return Error::conflict("followup.interview_over", {{"outcome", one.outcome}});
    TRY(check_day(running.round, input.on));
    auto const part = TRY(survey_part(tx, context.city, running, input));
    auto written = TRY(write_answer(tx, context, asked_of(running), part));
    TRY(tx.run(sql::set_interview, context.city, one.id, "answered", one.tries, written.id));
    TRY(audit::append(tx, context, {"followup.interview", "interview", one.id.str(), one.region, {{"round", one.round.text()}, {"way", stored_choice(input.way)}}}));
    return operations::Answer {.id = written.id.str(), .href = "/wawancara", .message = "followup.interviewed", .arguments = {{"name", one.business_name}}, .data = {{"answer", written.id.text()}},
        .verdicts = std::move(written.verdicts)};
}

Result<operations::Answer> correct_interview(db::WriteTx& tx, operations::Context& context, CorrectInterview const& input)
{
    auto const running = TRY(running_interview(tx, context, input.interview));
    auto const& one = running.interview;
    auto const all = TRY(answers_of(tx, context.city, one.id));
    auto const current = std::ranges::find_if(all, [](Answer const& each) { return !each.replaced_by; });
    auto const is_answered = current != all.end();
    if (!is_answered && one.outcome != "refused") // a refusal that was none
        return Error::conflict("followup.not_answered");
    TRY(check_day(running.round, input.on));
    auto part = TRY(survey_part(tx, context.city, running, input));
    if (is_answered)
        part.on = input.on.value_or(current->on);
    auto written = TRY(is_answered ? write_answer(tx, context, asked_of(running), part, *current, input.reason.str()) : write_answer(tx, context, asked_of(running), part));
    TRY(tx.run(sql::set_interview, context.city, one.id, "answered", one.tries, written.id));
    TRY(audit::append(tx, context, {"followup.correct_interview", "interview", one.id.str(), one.region, {{"round", one.round.text()}, {"before", one.outcome}}, input.reason.str()}));
    return operations::Answer {.id = written.id.str(), .href = href_of(one.id), .message = "followup.corrected", .arguments = {{"name", one.business_name}}, .data = {{"answer", written.id.text()}}, .verdicts = std::move(written.verdicts)};
}

/// Refusals end it at once; who is not met is tried as often as the pack says. Nobody takes their place.
Result<operations::Answer> miss_interview(db::WriteTx& tx, operations::Context& context, MissInterview const& input)
{
    auto const running = TRY(running_interview(tx, context, input.interview));
    auto const& one = running.interview;
    if (one.outcome == "answered" || one.outcome == "refused")
        return Error::conflict("followup.interview_over", {{"outcome", one.outcome}});
    auto const on = TRY(missed_day(input, context.today));
    TRY(check_day(running.round, on));
    auto const number = one.tries + 1;
    auto const outcome = input.result == Missed::Refused ? "refused" : input.result == Missed::Moved || number >= running.round.tries ? "not_reached" : "open";
    auto const retry = std::string_view(outcome) == "open" ? input.retry_on : std::nullopt;
    TRY(tx.run(sql::insert_try, context.city, context.next_id(), std::nullopt, one.id, number, on, stored_choice(input.way), stored_choice(input.result), input.note, retry, context.actor.user,
        context.actor.name, context.now));
    TRY(tx.run(sql::set_interview, context.city, one.id, outcome, number, std::nullopt));
    TRY(audit::append(tx, context, {"followup.miss_interview", "interview", one.id.str(), one.region, {{"round", one.round.text()}, {"result", stored_choice(input.result)}, {"try", number}}}));
    return operations::Answer {.id = one.id.str(), .href = "/wawancara", .message = std::string("followup.interview_") + outcome,
        .arguments = {{"name", one.business_name}, {"count", std::to_string(number)}, {"most", std::to_string(running.round.tries)}}, .data = {{"outcome", outcome}}};
}

Result<operations::Answer> show_interview_phone(db::WriteTx& tx, operations::Context& context, ShowInterviewPhone const& input)
{
    auto const running = TRY(running_interview(tx, context, input.interview));
    auto const& one = running.interview;
    if (one.outcome != "open")
        return Error::conflict("followup.not_open");
    TRY(tx.run(sql::set_interview_phone, context.city, one.id, context.now, context.actor.user));
    TRY(audit::append(tx, context, {"followup.show_interview_phone", "person", one.owner.str(), one.region, {{"interview", one.id.text()}}}));
    return operations::Answer {.id = one.id.str(), .href = href_of(one.id), .message = "followup.phone_shown", .arguments = {{"name", one.owner_name}}};
}

} // namespace rtkeren::followup
