#include "followup/store.hpp"

#include "audit/audit.hpp"
#include "followup/numbers.hpp"
#include "followup/operations.hpp"
#include "followup/sql.hpp"
#include "identity/persons.hpp"
#include "territory/territory.hpp"

/// When somebody is to be asked: planned with the course, handed to its seats when it closes, opened when the day comes, ended when it is over.
namespace rtkeren::followup {
namespace {

constexpr std::size_t most_at_once = 500;

Result<void> course_changed(db::WriteTx& tx, operations::Context& context, training::Course const& course)
{
    if (course.state == "cancelled") {
        TRY(tx.run(sql::cancel_plan, context.city, course.id, context.now));
        return Done {};
    }
    // A course that is moved keeps the days that it was planned with.
    auto const plan = TRY(tx.run(sql::plan_of_course, context.city, course.id));
    std::vector<std::int64_t> days;
    for (auto const& row : plan)
        days.push_back(row.integer(0));
    if (plan.empty()) {
        auto const numbers = TRY(numbers_of(tx, context.city, course.year));
        days.assign(numbers.days.begin(), numbers.days.end());
    }
    for (auto const after : days)
        TRY(tx.run(sql::put_plan, context.city, course.id, after, course.ends_on.plus_days(static_cast<int>(after)), context.now));
    return Done {};
}

struct Home {
    std::string region, kelurahan;
};
/// Where the person is asked: at home; who lives outside the city or nobody knows where, by who works where the course was.
Home home_of(training::Course const& course, training::Seat const& seat)
{
    auto const place = territory::PlaceCode::parse(seat.region);
    if (!place.ok() || place->kelurahan().empty())
        return {course.unit_code, course.kelurahan};
    return {place->text, place->kelurahan()};
}

Result<void> add_visits(db::WriteTx& tx, operations::Context& context, training::Course const& course, training::Seat const& seat, db::Rows const& plan, Numbers const& numbers)
{
    auto const home = home_of(course, seat);
    for (auto const& row : plan) {
        auto const due = row.date(1);
        auto const opens = due.plus_days(-static_cast<int>(numbers.early_days));
        auto const closes = due.plus_days(static_cast<int>(numbers.open_days));
        TRY(tx.run(sql::insert_visit, context.city, context.next<VisitId>(), course.id, seat.id, seat.person, row.integer(0), opens, due, closes, home.region, home.kelurahan));
    }
    return Done {};
}

/// The plan becomes one visit a seat and day; what is due by now stands on somebody's list at once.
Result<void> course_finished(db::WriteTx& tx, operations::Context& context, training::Course const& course, std::vector<training::Seat> const& finished)
{
    auto const plan = TRY(tx.run(sql::plan_of_course, context.city, course.id));
    auto const numbers = TRY(numbers_of(tx, context.city, course.year));
    for (auto const& seat : finished)
        TRY(add_visits(tx, context, course, seat, plan, numbers));
    TRY(tx.run(sql::attach_plan, context.city, course.id, context.now));
    auto const visits = TRY(tx.run(sql::waiting_visits_of_course, context.city, course.id, context.today));
    for (auto const& row : visits)
        TRY(open_visit(tx, context, row.id<VisitId>(0)));
    return Done {};
}

Result<std::int64_t> expire_late(db::WriteTx& tx, operations::Context& context, int limit)
{
    auto const late = TRY(tx.run(sql::late_visits, context.city, context.today, limit));
    for (auto const& row : late)
        TRY(workflow::advance(tx, context, followup_machine(), row.id<VisitId>(0).ulid(), "expire"));
    return static_cast<std::int64_t>(late.size());
}

} // namespace

training::Follower follower() { return {course_changed, course_finished}; }

Result<void> open_visit(db::WriteTx& tx, operations::Context& context, VisitId id)
{
    auto const one = TRY(visit(tx, context.city, id));
    if (one.opened_at)
        return Done {};
    auto const course = TRY(training::course(tx, context.city, one.course));
    auto title = std::to_string(one.after_days) + " hari: " + one.name + ", " + course.topic_name; // stored: in the language of the offices
    auto const due = [&](Date, int, workflow::Days) { return one.due_on; };
    TRY(workflow::start(tx, context, followup_machine(), {.subject = id.ulid(), .title = std::move(title), .place = one.region, .deadline = due}));
    TRY(tx.run(sql::set_opened, context.city, id, context.now));
    return Done {};
}

Result<std::int64_t> open_due(db::WriteTx& tx, operations::Context& context, int limit)
{
    auto const due = TRY(tx.run(sql::waiting_visits, context.city, context.today, limit));
    for (auto const& row : due)
        TRY(open_visit(tx, context, row.id<VisitId>(0)));
    auto const ended = TRY(expire_late(tx, context, limit));
    return static_cast<std::int64_t>(due.size()) + ended;
}

Result<operations::Answer> open_due_visits(db::WriteTx& tx, operations::Context& context, OpenDue const&)
{
    auto const count = TRY(open_due(tx, context, most_at_once));
    if (count > 0)
        TRY(audit::append(tx, context, {"followup.open_due", "followup", "", "", {{"count", count}}}));
    return operations::Answer {.href = "/pendampingan", .message = "followup.opened", .arguments = {{"count", std::to_string(count)}}, .data = {{"count", count}}};
}

} // namespace rtkeren::followup
