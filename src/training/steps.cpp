#include "training/operations.hpp"

#include "audit/audit.hpp"
#include "jobs/jobs.hpp"
#include "spending/spending.hpp"
#include "training/sql.hpp"
#include "workflow/workflow.hpp"

#include <algorithm>

namespace rtkeren::training {
namespace {

/// Moves the machine, writes the trail, tells who listens.
Result<void> take_step(db::WriteTx& tx, Context& context, Course const& course, std::string_view event, std::string const& reason, std::optional<std::int64_t> version = {},
    boost::json::object summary = {})
{
    TRY(workflow::advance(tx, context, course_machine(), course.id.ulid(), event, {.reason = reason, .version = version}));
    auto const operation = "training." + std::string(event);
    TRY(audit::append(tx, context, {operation, "course", course.id.str(), course.unit_code, std::move(summary), reason}));
    TRY(jobs::emit(tx, context, {operation, course.id.str(), {}}));
    return Done {};
}

Answer step_answer(Course const& course, std::string message, Arguments more = {})
{
    Answer answer {.id = course.id.str(), .href = href_of(course.id), .message = std::move(message), .arguments = {{"title", course.title}}};
    answer.arguments.insert(answer.arguments.end(), more.begin(), more.end());
    return answer;
}

std::int64_t count_in(std::vector<Seat> const& seats, std::string_view state) { return std::ranges::count(seats, state, &Seat::state); }

/// Lines on which nothing was spent may pay for another course.
Result<void> free_unspent_lines(db::WriteTx& tx, Context const& context, Course const& course)
{
    auto const cost = TRY(cost_of(tx, context.city, course));
    for (auto const& each : cost.lines)
        if (each.spent.is_zero())
            TRY(tx.run(sql::delete_line, context.city, course.id, each.line.id));
    return Done {};
}

} // namespace

Result<Answer> open_course(db::WriteTx& tx, Context& context, CourseStep const& input)
{
    auto const course = TRY(manageable(tx, context.actor, context.city, input.course));
    TRY(check_state(course, {"planned"}));
    if (course.call_until < context.today)
        return Error::conflict("training.call_over", {{"until", course.call_until.iso()}});
    TRY(take_step(tx, context, course, "open", input.reason.str(), input.version));
    return step_answer(course, "training.opened", {{"until", course.call_until.iso()}});
}

Result<Answer> back_to_plan(db::WriteTx& tx, Context& context, CourseStep const& input)
{
    auto const course = TRY(manageable(tx, context.actor, context.city, input.course));
    TRY(take_step(tx, context, course, "back_to_plan", input.reason.str(), input.version));
    return step_answer(course, "training.planned_again");
}

Result<Answer> reopen_course(db::WriteTx& tx, Context& context, CourseStep const& input)
{
    auto const course = TRY(manageable(tx, context.actor, context.city, input.course));
    TRY(check_state(course, {"selected"}));
    TRY(tx.run(sql::reopen_seats, context.city, course.id));
    TRY(take_step(tx, context, course, "reopen", input.reason.str(), input.version));
    return step_answer(course, "training.opened_again");
}

Result<Answer> start_course(db::WriteTx& tx, Context& context, CourseStep const& input)
{
    auto const course = TRY(leadable(tx, context.actor, context.city, input.course));
    TRY(check_state(course, {"selected"}));
    if (context.today < course.starts_on)
        return Error::conflict("training.not_yet", {{"on", course.starts_on.iso()}});
    auto const seats = TRY(seats_of(tx, context.city, course.id));
    if (count_in(seats, "selected") == 0)
        return Error::conflict("training.nobody_selected");
    TRY(take_step(tx, context, course, "start", input.reason.str(), input.version));
    auto answer = step_answer(course, "training.started", {{"count", std::to_string(count_in(seats, "selected"))}});
    answer.verdicts = clash_verdicts(TRY(clashes_of(tx, context.city, course.id)));
    return answer;
}

Result<Answer> finish_course(db::WriteTx& tx, Context& context, FinishCourse const& input)
{
    auto const course = TRY(leadable(tx, context.actor, context.city, input.course));
    TRY(check_state(course, {"running"}));
    auto const sessions = TRY(sessions_of(tx, context.city, course.id));
    auto const left = std::ranges::count_if(sessions, [&](Session const& each) { return !each.cancelled && each.on > context.today; });
    if (left > 0)
        return Error::conflict("training.sessions_left", {{"count", std::to_string(left)}});
    auto const seats = TRY(seats_of(tx, context.city, course.id));
    for (std::size_t i = 0; i < input.dropped.size(); ++i) {
        auto const seat = std::ranges::find(seats, input.dropped[i].seat, &Seat::id);
        if (seat == seats.end() || seat->state != "selected")
            return Error::field("dropped." + std::to_string(i) + ".seat", "training.no_seat", input.dropped[i].seat.str());
    }
    auto const attendance = TRY(attendance_of(tx, context.city, course.id));
    std::int64_t finished = 0;
    for (auto const& seat : seats) {
        if (seat.state != "selected")
            continue;
        auto const dropped = std::ranges::find(input.dropped, seat.id, &DroppedPart::seat);
        auto const is_dropped = dropped != input.dropped.end();
        if (!is_dropped && was_never_there(attendance, seat.id))
            return Error::conflict("training.never_present", {{"name", seat.name}});
        if (is_dropped)
            TRY(set_seat(tx, context, {seat.id, "dropped", dropped->reason.str()}));
        else
            TRY(tx.run(sql::finish_seat, context.city, seat.id));
        finished += is_dropped ? 0 : 1;
    }
    TRY(take_step(tx, context, course, "finish", "", {}, {{"finished", finished}, {"dropped", std::int64_t(input.dropped.size())}}));
    return step_answer(course, "training.finished", {{"count", std::to_string(finished)}, {"dropped", std::to_string(input.dropped.size())}});
}

Result<Answer> resume_course(db::WriteTx& tx, Context& context, CourseStep const& input)
{
    auto const course = TRY(manageable(tx, context.actor, context.city, input.course));
    TRY(check_state(course, {"results"}));
    for (auto const& seat : TRY(seats_of(tx, context.city, course.id)))
        if (!seat.certificate_number.empty())
            return Error::conflict("training.certificates_given", {{"number", seat.certificate_number}});
    TRY(tx.run(sql::unfinish_seats, context.city, course.id));
    TRY(take_step(tx, context, course, "resume", input.reason.str(), input.version));
    return step_answer(course, "training.resumed");
}

Result<Answer> close_course(db::WriteTx& tx, Context& context, CourseStep const& input)
{
    auto const course = TRY(manageable(tx, context.actor, context.city, input.course));
    TRY(check_state(course, {"results"}));
    std::vector<Seat> finished;
    std::int64_t missing = 0;
    for (auto& seat : TRY(seats_of(tx, context.city, course.id))) {
        if (seat.state != "finished")
            continue;
        missing += seat.outcome.empty() ? 1 : 0;
        finished.push_back(std::move(seat));
    }
    if (missing > 0)
        return Error::conflict("training.outcome_missing", {{"count", std::to_string(missing)}});
    TRY(take_step(tx, context, course, "close", input.reason.str(), input.version, {{"finished", std::int64_t(finished.size())}}));
    auto const now = TRY(training::course(tx, context.city, course.id));
    for (auto const& follower : followers())
        if (follower.course_finished)
            TRY(follower.course_finished(tx, context, now, finished));
    return step_answer(course, "training.closed", {{"count", std::to_string(finished.size())}});
}

Result<Answer> cancel_course(db::WriteTx& tx, Context& context, CourseStep const& input)
{
    auto const course = TRY(manageable(tx, context.actor, context.city, input.course));
    TRY(free_unspent_lines(tx, context, course));
    TRY(take_step(tx, context, course, "cancel", input.reason.str(), input.version));
    TRY(tx.run(sql::drop_seats_of_course, context.city, course.id, input.reason, context.actor.user, context.actor.name, context.now));
    TRY(tell_changed(tx, context, course.id));
    return step_answer(course, "training.cancelled");
}

} // namespace rtkeren::training
