#include "training/people.hpp"
#include "training/operations.hpp"

#include "audit/audit.hpp"
#include "enterprise/people.hpp"
#include "identity/persons.hpp"
#include "jobs/jobs.hpp"
#include "secrets/secrets.hpp"
#include "training/sql.hpp"

#include <algorithm>

namespace rtkeren::training {
namespace {

/// Who is put on the list, with what was said about them.
struct Entry {
    PersonId person {};
    std::string household; // number
    std::string idea;
    Poor poor {Poor::Unknown};
    std::string_view came_by;
};

Result<SeatId> write_seat(db::WriteTx& tx, Context& context, Course const& course, Entry const& entry)
{
    auto const before = TRY(tx.maybe(sql::seat_of_person, context.city, course.id, entry.person));
    if (before && before->text(1) != "withdrawn")
        return Error::conflict("training.applied_already");
    auto const id = before ? before->id<SeatId>(0) : context.next<SeatId>();
    auto const hash = household_lookup(context.services, entry.household);
    auto const household = hash.empty() ? db::Parameter(std::nullopt) : db::Parameter(hash);
    auto const sealed = hash.empty() ? std::string {} : context.services.keys.seal({"training_seat", "household_sealed", id.text()}, entry.household);
    auto const poor = enterprise::stored_choice(entry.poor);
    if (before)
        TRY(tx.run(sql::apply_again, context.city, id, household, sealed, entry.idea, poor, entry.came_by, context.actor.user, context.actor.name, context.now, context.today));
    else
        TRY(tx.run(sql::insert_seat, context.city, id, course.id, entry.person, household, sealed, entry.idea, poor, entry.came_by, context.actor.user, context.actor.name, context.now,
            context.today));
    TRY(enterprise::note_consent(tx, context, entry.person));
    TRY(refresh_points(tx, context, course, id));
    return id;
}

Result<void> record_entry(db::WriteTx& tx, Context& context, Course const& course, SeatId seat, std::string_view came_by)
{
    TRY(audit::append(tx, context, {"training.add_seat", "seat", seat.str(), course.unit_code, {{"course", course.id.text()}, {"came_by", came_by}}}));
    TRY(jobs::emit(tx, context, {"training.seat_added", seat.str(), {{"course", course.id.text()}}}));
    return Done {};
}

std::vector<Verdict> history_verdicts(StoredSeat const& seat)
{
    std::vector<Verdict> verdicts;
    for (auto const& reason : reasons_in(seat.reasons))
        if (reason.count > 0)
            verdicts.push_back({reason.code == "household" ? "training.household_again" : "training." + reason.code, Severity::Warn, {}, {{"name", seat.name}, {"count", std::to_string(reason.count)}}});
    return verdicts;
}

/// Out of the list, by their own will or because they stayed away; who waits moves up while nothing has begun.
Result<Answer> leave(db::WriteTx& tx, Context& context, SeatStep const& input, std::string_view state)
{
    auto const seat = TRY(stored_seat(tx, context.city, input.seat));
    auto const course = TRY(leadable(tx, context.actor, context.city, seat.course));
    auto const is_withdrawal = state == "withdrawn";
    auto const was_in = seat.state == "selected" || (is_withdrawal && (seat.state == "applied" || seat.state == "waiting"));
    if (!was_in)
        return Error::conflict("training.seat_not_in", {{"name", seat.name}});
    if (is_withdrawal)
        TRY(check_state(course, {"open", "selected", "running"}));
    else
        TRY(check_state(course, {"selected", "running"}));
    TRY(set_seat(tx, context, {seat.id, state, input.reason.str()}));
    TRY(audit::append(tx, context, {is_withdrawal ? "training.withdraw_seat" : "training.drop_seat", "seat", seat.id.str(), course.unit_code, {{"course", course.id.text()}}, input.reason.str()}));
    std::vector<std::string> moved;
    if (seat.state == "selected" && course.state == "selected")
        moved = TRY(fill_free_seats(tx, context, course));
    return Answer {.id = seat.id.str(), .href = href_of(course.id) + "/peserta", .message = moved.empty() ? "training.seat_left" : "training.seat_left_next",
        .arguments = {{"name", seat.name}, {"next", moved.empty() ? std::string {} : moved.front()}}};
}

} // namespace

Result<void> set_seat(db::WriteTx& tx, Context& context, SeatChange const& change)
{
    TRY(tx.run(sql::set_seat_state, context.city, change.seat, change.state, change.reason, change.deviates, context.actor.user, context.actor.name, context.now));
    return Done {};
}

Result<void> refresh_points(db::WriteTx& tx, Context& context, Course const& course, std::optional<SeatId> seat)
{
    auto const pack = TRY(rules::released(tx, context.city, course.year));
    auto const priority = priority_of(*pack);
    auto const since = course.starts_on.plus_days(-int(priority.repeat_months * 30));
    auto const counts = TRY(tx.run(sql::earlier_of_seats, context.city, course.id, seat ? seat->str() : std::string {}, course.topic, since, course.year));
    std::map<std::string, Applicant> known;
    for (auto const& each : TRY(stored_seats(tx, context.city, course.id)))
        known.emplace(each.id.str(), applicant_of(each));
    for (auto const& row : counts) {
        auto applicant = known.at(row.text(0));
        applicant.earlier_topic = row.integer(1);
        applicant.earlier_year = row.integer(2);
        applicant.earlier_household = row.integer(3);
        auto const reasons = reasons_of(applicant, priority);
        TRY(tx.run(sql::set_points, context.city, row.text(0), applicant.earlier_topic, applicant.earlier_year, applicant.earlier_household, points_of(reasons), stored_reasons(reasons)));
    }
    return Done {};
}

Result<std::vector<std::string>> fill_free_seats(db::WriteTx& tx, Context& context, Course const& course)
{
    std::vector<std::string> moved;
    auto const seats = TRY(stored_seats(tx, context.city, course.id));
    auto left = course.quota - std::ranges::count(seats, "selected", &StoredSeat::state);
    for (auto const& seat : seats) {
        if (left <= 0)
            break;
        if (seat.state != "waiting")
            continue;
        TRY(set_seat(tx, context, {seat.id, "selected", {}}));
        TRY(audit::append(tx, context, {"training.move_up", "seat", seat.id.str(), course.unit_code, {{"course", course.id.text()}, {"points", seat.points}}}));
        TRY(jobs::emit(tx, context, {"training.seat_moved_up", seat.id.str(), {{"course", course.id.text()}}}));
        moved.push_back(seat.name);
        --left;
    }
    return moved;
}

Result<Answer> add_seat(db::WriteTx& tx, Context& context, AddSeat const& input)
{
    auto const course = TRY(leadable(tx, context.actor, context.city, input.course));
    TRY(check_state(course, {"open", "selected", "running"}));
    if (!input.consent)
        return Error::field("consent", "required");
    Entry entry {.household = TRY(household_number(input.household.str())), .idea = input.idea.str(), .poor = input.poor, .came_by = "office"};
    if (input.person) {
        auto const card = TRY(identity::person_card(tx, context.services, *input.person));
        entry.person = card.id;
    } else {
        entry.person = TRY(person_typed(tx, context, {.name = input.name.str(), .phone = input.phone.str(), .nik = {}, .place = input.place.str()}));
    }
    auto const id = TRY(write_seat(tx, context, course, entry));
    // After the list was set a newcomer waits; somebody chooses them with a reason.
    if (course.state != "open")
        TRY(set_seat(tx, context, {id, "waiting", {}}));
    TRY(record_entry(tx, context, course, id, "office"));
    auto const seat = TRY(stored_seat(tx, context.city, id));
    return Answer {.id = id.str(), .href = href_of(course.id) + "/peserta", .message = "training.seat_added", .arguments = {{"name", seat.name}}, .data = {{"seat", id.text()}},
        .verdicts = history_verdicts(seat)};
}

Result<Answer> apply(db::WriteTx& tx, Context& context, Apply const& input)
{
    auto const course = TRY(training::course(tx, context.city, input.course));
    if (course.state == "planned")
        return Error::not_found("training.no_course");
    if (course.state != "open" || context.today < course.call_from || context.today > course.call_until)
        return Error::conflict("training.call_closed", {{"from", course.call_from.iso()}, {"until", course.call_until.iso()}});
    if (!input.consent)
        return Error::field("consent", "required");
    Entry entry {.household = TRY(household_number(input.household.str())), .idea = input.idea.str(), .poor = input.poor ? Poor::Yes : Poor::No, .came_by = "call"};
    entry.person = TRY(person_typed(tx, context, {.name = input.name.str(), .phone = input.phone.str(), .nik = {}, .place = input.place.str()}));
    auto const id = TRY(write_seat(tx, context, course, entry));
    TRY(record_entry(tx, context, course, id, "call"));
    return Answer {.id = id.str(), .href = href_of(course.id), .message = "training.applied", .arguments = {{"title", course.title}, {"until", course.call_until.iso()}}};
}

Result<Answer> show_household(db::WriteTx& tx, Context& context, SeatStep const& input)
{
    auto const seat = TRY(stored_seat(tx, context.city, input.seat));
    if (seat.household.empty() || !may(context.actor, "identity.unmask", seat.region))
        return Error::not_found("training.no_household");
    auto const course = TRY(training::course(tx, context.city, seat.course));
    TRY(audit::append(tx, context, {"training.show_household", "seat", seat.id.str(), course.unit_code, {{"course", course.id.text()}}, input.reason.str()}));
    return Answer {.id = seat.id.str(), .href = href_of(course.id) + "/peserta/" + seat.id.str(), .message = "training.household_shown", .arguments = {{"name", seat.name}}};
}

Result<Answer> withdraw_seat(db::WriteTx& tx, Context& context, SeatStep const& input) { return leave(tx, context, input, "withdrawn"); }

Result<Answer> drop_seat(db::WriteTx& tx, Context& context, SeatStep const& input) { return leave(tx, context, input, "dropped"); }

} // namespace rtkeren::training
