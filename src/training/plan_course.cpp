#include "training/course_checks.hpp"
#include "training/operations.hpp"

#include "audit/audit.hpp"
#include "identity/identity.hpp"
#include "jobs/jobs.hpp"
#include "training/sql.hpp"
#include "workflow/workflow.hpp"

namespace rtkeren::training {
namespace {

Result<std::string> facilitator_named(db::ReadTx& tx, CityId city, std::optional<PersonId> const& person)
{
    if (!person)
        return std::string {};
    auto const name = identity::person_name(tx, city, *person);
    if (!name.ok())
        return Error::field("facilitator", "identity.unknown_person", person->str());
    return *name;
}

Result<void> write_lines(db::WriteTx& tx, Context const& context, CourseId id, std::vector<planning::PlanLineId> const& lines)
{
    std::vector<std::array<db::Parameter, 3>> rows;
    for (auto const& line : lines)
        rows.push_back({context.city, line, id});
    TRY(tx.run_rows(sql::insert_lines, rows));
    return Done {};
}

Result<void> write_sessions(db::WriteTx& tx, Context& context, CourseId id, PlanCourse const& input)
{
    std::vector<std::array<db::Parameter, 10>> rows;
    std::int64_t number = 0;
    for (auto const& part : input.sessions)
        rows.push_back({context.city, context.next<SessionId>(), id, ++number, part.on, part.begins.minutes(), part.ends.minutes(),
            part.venue.empty() ? input.venue.str() : part.venue.str(), part.subject, part.on});
    TRY(tx.run_rows(sql::insert_sessions, rows));
    return Done {};
}

boost::json::object summary_of_course(CoursePart const& part, CourseCheck const& check)
{
    return {{"title", part.title.str()}, {"topic", part.topic.str()}, {"quota", part.quota}, {"call_from", part.call_from.iso()}, {"call_until", part.call_until.iso()},
        {"lines", std::int64_t(part.lines.size())}, {"planned", check.planned.value()}};
}

std::vector<MeetingTimes> times_of(std::vector<SessionPart> const& parts)
{
    std::vector<MeetingTimes> times;
    for (auto const& part : parts)
        times.push_back({part.on, part.begins.minutes(), part.ends.minutes()});
    return times;
}

std::vector<MeetingTimes> times_of(std::vector<Session> const& sessions)
{
    std::vector<MeetingTimes> times;
    for (auto const& session : sessions)
        if (!session.cancelled)
            times.push_back({session.on, session.begins, session.ends});
    return times;
}

} // namespace

Result<Answer> plan_course(db::WriteTx& tx, Context& context, PlanCourse const& input)
{
    auto check = TRY(check_course(tx, context, input.purse, input, times_of(input.sessions)));
    auto const facilitator = TRY(facilitator_named(tx, context.city, input.facilitator));
    auto const id = context.next<CourseId>();
    auto const& purse = check.purse;
    TRY(tx.run(sql::insert_course, context.city, id, purse.year, input.topic, input.title, fold(input.title.str()), purse.id, *purse.pokmas, purse.unit_code, purse.kelurahan, input.venue, input.quota,
        input.call_from, input.call_until, check.starts_on, check.ends_on, input.facilitator, facilitator, input.target, stored_path(check.path), check.pack->version, context.services.example,
        context.actor.user, context.actor.name, context.now));
    TRY(write_lines(tx, context, id, input.lines));
    TRY(write_sessions(tx, context, id, input));
    TRY(workflow::start(tx, context, course_machine(), {.subject = id.ulid(), .title = input.title.str(), .place = purse.unit_code, .pokmas = purse.pokmas->str()}));
    TRY(audit::append(tx, context, {"training.plan", "course", id.str(), purse.unit_code, summary_of_course(input, check)}));
    TRY(jobs::emit(tx, context, {"training.planned", id.str(), {{"topic", input.topic.str()}}}));
    TRY(tell_changed(tx, context, id));
    return Answer {.id = id.str(), .href = href_of(id), .message = "training.planned", .arguments = {{"title", input.title.str()}}, .data = {{"course", id.text()}},
        .verdicts = std::move(check.verdicts)};
}

Result<Answer> change_course(db::WriteTx& tx, Context& context, ChangeCourse const& input)
{
    auto const before = TRY(manageable(tx, context.actor, context.city, input.course));
    TRY(check_state(before, {"planned", "open"}));
    if (before.version != input.version)
        return Error::conflict("training.changed_meanwhile", {{"version", std::to_string(before.version)}});
    // Who applied, applied for a topic: it stays once the call is out.
    if (before.state == "open" && before.topic != input.topic.str())
        return Error::field("topic", "training.topic_is_called", input.topic.str());
    auto const sessions = TRY(sessions_of(tx, context.city, before.id));
    auto check = TRY(check_course(tx, context, before.purse, input, times_of(sessions), before.id));
    auto const facilitator = TRY(facilitator_named(tx, context.city, input.facilitator));
    TRY(tx.run(sql::update_course, context.city, before.id, input.topic, input.title, fold(input.title.str()), input.venue, input.quota, input.call_from, input.call_until, input.facilitator, facilitator,
        input.target, stored_path(check.path)));
    TRY(tx.run(sql::delete_lines, context.city, before.id));
    TRY(write_lines(tx, context, before.id, input.lines));
    auto summary = summary_of_course(input, check);
    summary["before"] = boost::json::object {{"title", before.title}, {"topic", before.topic}, {"quota", before.quota}, {"call_until", before.call_until.iso()}};
    TRY(audit::append(tx, context, {"training.change", "course", before.id.str(), before.unit_code, std::move(summary)}));
    TRY(tell_changed(tx, context, before.id));
    return Answer {.id = before.id.str(), .href = href_of(before.id), .message = "training.changed", .arguments = {{"title", input.title.str()}}, .verdicts = std::move(check.verdicts)};
}

} // namespace rtkeren::training
