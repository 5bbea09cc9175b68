#include "training/operations.hpp"

#include "audit/audit.hpp"
#include "jobs/jobs.hpp"
#include "training/sql.hpp"

#include <algorithm>

namespace rtkeren::training {
namespace {

Result<void> check_times(Course const& course, SessionPart const& part, std::vector<Session> const& sessions, std::optional<SessionId> but)
{
    if (part.on.year() != course.year)
        return Error::field("on", "date.outside_year", part.on.iso(), {{"year", std::to_string(course.year)}});
    if (part.on <= course.call_until)
        return Error::field("on", "training.call_after_start", part.on.iso(), {{"on", course.call_until.iso()}});
    if (part.begins.minutes() >= part.ends.minutes())
        return Error::field("ends", "training.session_times", part.ends.str());
    for (auto const& each : sessions) {
        auto const is_other = !each.cancelled && !(but && *but == each.id);
        if (is_other && each.on == part.on && each.begins < part.ends.minutes() && each.ends > part.begins.minutes())
            return Error::field("on", "training.session_over_another", part.on.iso(), {{"number", std::to_string(each.number)}});
    }
    return Done {};
}

/// First and last day as the meetings say now; who follows is told where the days changed.
Result<void> settle_days(db::WriteTx& tx, Context& context, Course const& course)
{
    auto sessions = TRY(sessions_of(tx, context.city, course.id));
    std::erase_if(sessions, [](Session const& each) { return each.cancelled; });
    if (sessions.empty())
        return Error::conflict("training.last_session");
    auto const [first, last] = std::ranges::minmax_element(sessions, {}, &Session::on);
    TRY(tx.run(sql::set_course_days, context.city, course.id, first->on, last->on));
    return tell_changed(tx, context, course.id);
}

Result<Answer> session_answer(db::ReadTx& tx, Context const& context, Course const& course, SessionId id, std::string message, std::string reason)
{
    auto const now = TRY(session(tx, context.city, id));
    std::vector<Verdict> verdicts = clash_verdicts(TRY(clashes_of(tx, context.city, course.id)));
    auto const minutes = minutes_of(TRY(sessions_of(tx, context.city, course.id)));
    for (auto const& each : TRY(trainers_of(tx, context.city, course.id)))
        if (each.minutes > minutes)
            verdicts.push_back({"training.trainer_hours_now", Severity::Warn, {}, {{"name", each.name}, {"hours", std::to_string(each.minutes / 60)}, {"minutes", std::to_string(minutes)}}});
    return Answer {.id = id.str(), .href = href_of(course.id), .message = std::move(message),
        .arguments = {{"number", std::to_string(now.number)}, {"on", now.on.iso()}, {"reason", std::move(reason)}}, .data = {{"session", id.text()}}, .verdicts = std::move(verdicts)};
}

boost::json::object session_summary(Course const& course, SessionPart const& part)
{
    return {{"course", course.id.text()}, {"on", part.on.iso()}, {"begins", part.begins.str()}, {"ends", part.ends.str()}};
}

} // namespace

Result<Answer> add_session(db::WriteTx& tx, Context& context, AddSession const& input)
{
    auto const course = TRY(leadable(tx, context.actor, context.city, input.course));
    TRY(check_state(course, {"planned", "open", "selected", "running"}));
    auto const sessions = TRY(sessions_of(tx, context.city, course.id));
    TRY(check_times(course, input, sessions, {}));
    auto const id = context.next<SessionId>();
    auto const number = sessions.empty() ? 1 : sessions.back().number + 1;
    std::array<db::Parameter, 10> const row {context.city, id, course.id, number, input.on, input.begins.minutes(), input.ends.minutes(),
        input.venue.empty() ? course.venue : input.venue.str(), input.subject, input.on};
    TRY(tx.run_rows(sql::insert_sessions, {&row, 1}));
    TRY(audit::append(tx, context, {"training.add_session", "session", id.str(), course.unit_code, session_summary(course, input), input.reason.str()}));
    TRY(jobs::emit(tx, context, {"training.session_added", id.str(), {{"course", course.id.text()}}}));
    TRY(settle_days(tx, context, course));
    return session_answer(tx, context, course, id, "training.session_added", input.reason.str());
}

Result<Answer> move_session(db::WriteTx& tx, Context& context, MoveSession const& input)
{
    auto const before = TRY(session(tx, context.city, input.session));
    auto const course = TRY(leadable(tx, context.actor, context.city, before.course));
    TRY(check_state(course, {"planned", "open", "selected", "running"}));
    if (before.cancelled)
        return Error::conflict("training.session_cancelled", {{"number", std::to_string(before.number)}});
    if (before.version != input.version)
        return Error::conflict("training.changed_meanwhile", {{"version", std::to_string(before.version)}});
    auto const sessions = TRY(sessions_of(tx, context.city, course.id));
    TRY(check_times(course, input, sessions, before.id));
    TRY(tx.run(sql::move_session, context.city, before.id, input.on, input.begins.minutes(), input.ends.minutes(), input.venue.empty() ? course.venue : input.venue.str(), input.subject, input.reason));
    auto summary = session_summary(course, input);
    summary["before"] = boost::json::object {{"on", before.on.iso()}, {"begins", Clock::of(before.begins).str()}, {"ends", Clock::of(before.ends).str()}};
    TRY(audit::append(tx, context, {"training.move_session", "session", before.id.str(), course.unit_code, std::move(summary), input.reason.str()}));
    TRY(jobs::emit(tx, context, {"training.session_moved", before.id.str(), {{"course", course.id.text()}, {"on", input.on.iso()}}}));
    TRY(settle_days(tx, context, course));
    return session_answer(tx, context, course, before.id, "training.session_moved", input.reason.str());
}

Result<Answer> cancel_session(db::WriteTx& tx, Context& context, CancelSession const& input)
{
    auto const before = TRY(session(tx, context.city, input.session));
    auto const course = TRY(leadable(tx, context.actor, context.city, before.course));
    TRY(check_state(course, {"planned", "open", "selected", "running"}));
    if (before.cancelled)
        return Error::conflict("training.session_cancelled", {{"number", std::to_string(before.number)}});
    TRY(tx.run(sql::cancel_session, context.city, before.id, context.now, input.reason));
    TRY(audit::append(tx, context, {"training.cancel_session", "session", before.id.str(), course.unit_code, {{"course", course.id.text()}, {"on", before.on.iso()}}, input.reason.str()}));
    TRY(jobs::emit(tx, context, {"training.session_cancelled", before.id.str(), {{"course", course.id.text()}}}));
    TRY(settle_days(tx, context, course));
    return session_answer(tx, context, course, before.id, "training.session_off", input.reason.str());
}

} // namespace rtkeren::training
