#include "training/operations.hpp"

#include "audit/audit.hpp"
#include "jobs/jobs.hpp"
#include "workflow/workflow.hpp"

#include <algorithm>

namespace rtkeren::training {
namespace {

std::vector<StoredSeat> applied_only(std::vector<StoredSeat> seats)
{
    std::erase_if(seats, [](StoredSeat const& seat) { return seat.state != "applied"; });
    return seats;
}

/// Every decision is about somebody on the list, each once; one that deviates says why.
Result<void> check_decisions(std::vector<StoredSeat> const& applied, SelectSeats const& input, std::vector<Settled> const& settled)
{
    std::vector<FieldError> errors;
    for (std::size_t i = 0; i < input.decisions.size(); ++i) {
        auto const& decision = input.decisions[i];
        auto const name = "decisions." + std::to_string(i) + ".";
        auto const seat = std::ranges::find(applied, decision.seat, &StoredSeat::id);
        auto const is_twice = std::ranges::count(input.decisions, decision.seat, &DecisionPart::seat) > 1;
        if (seat == applied.end() || is_twice)
            return Error::field(name + "seat", "training.no_seat", decision.seat.str());
        auto const of = std::ranges::find(settled, decision.seat.str(), &Settled::id);
        if (of->deviates && decision.reason.str().size() < 3)
            errors.push_back({name + "reason", "training.reason_for_deviation", {}, {{"name", seat->name}}});
    }
    if (!errors.empty())
        return Error::invalid("input.invalid", std::move(errors));
    return Done {};
}

std::string reason_for(SelectSeats const& input, std::string const& seat)
{
    for (auto const& decision : input.decisions)
        if (decision.seat.str() == seat)
            return decision.reason.str();
    return {};
}

} // namespace

Result<Answer> select_seats(db::WriteTx& tx, Context& context, SelectSeats const& input)
{
    auto const course = TRY(manageable(tx, context.actor, context.city, input.course));
    TRY(check_state(course, {"open"}));
    if (context.today <= course.call_until)
        return Error::conflict("training.call_running", {{"until", course.call_until.iso()}});
    TRY(refresh_points(tx, context, course));
    auto const applied = applied_only(TRY(stored_seats(tx, context.city, course.id)));
    if (applied.empty())
        return Error::conflict("training.nobody_applied");
    std::vector<Applicant> applicants;
    for (auto const& seat : applied)
        applicants.push_back(applicant_of(seat));
    std::vector<Decided> decided;
    for (auto const& decision : input.decisions)
        decided.push_back({decision.seat.str(), enterprise::stored_choice(decision.decision)});
    auto const settled = settle(std::move(applicants), course.quota, decided);
    TRY(check_decisions(applied, input, settled));
    auto const chosen = std::ranges::count(settled, "selected", &Settled::state);
    if (chosen > course.quota)
        return Error::conflict("training.over_quota", {{"count", std::to_string(chosen)}, {"quota", std::to_string(course.quota)}});
    if (chosen == 0)
        return Error::conflict("training.nobody_selected");
    std::int64_t deviations = 0;
    for (auto const& each : settled) {
        TRY(set_seat(tx, context, {SeatId::parse(each.id).value(), each.state, reason_for(input, each.id), each.deviates}));
        deviations += each.deviates ? 1 : 0;
    }
    TRY(workflow::advance(tx, context, course_machine(), course.id.ulid(), "select"));
    boost::json::object summary {{"applied", std::int64_t(applied.size())}, {"selected", chosen}, {"deviations", deviations}};
    TRY(audit::append(tx, context, {"training.select", "course", course.id.str(), course.unit_code, std::move(summary)}));
    TRY(jobs::emit(tx, context, {"training.selected", course.id.str(), {}}));
    return Answer {.id = course.id.str(), .href = href_of(course.id) + "/peserta", .message = "training.selected_now",
        .arguments = {{"count", std::to_string(chosen)}, {"waiting", std::to_string(std::ranges::count(settled, "waiting", &Settled::state))}},
        .verdicts = clash_verdicts(TRY(clashes_of(tx, context.city, course.id)))};
}

Result<Answer> decide_seat(db::WriteTx& tx, Context& context, DecideSeat const& input)
{
    auto const seat = TRY(stored_seat(tx, context.city, input.seat));
    auto const course = TRY(manageable(tx, context.actor, context.city, seat.course));
    TRY(check_state(course, {"selected", "running"}));
    auto const decision = enterprise::stored_choice(input.decision);
    auto const may_change = (seat.state == "selected" || seat.state == "waiting" || seat.state == "refused") && seat.state != decision;
    if (!may_change)
        return Error::conflict("training.seat_not_in", {{"name", seat.name}});
    if (decision == "selected") {
        auto const seats = TRY(seats_of(tx, context.city, course.id));
        if (std::ranges::count(seats, "selected", &Seat::state) >= course.quota)
            return Error::conflict("training.quota_full", {{"quota", std::to_string(course.quota)}});
    }
    TRY(set_seat(tx, context, {seat.id, decision, input.reason.str(), true}));
    boost::json::object summary {{"course", course.id.text()}, {"before", seat.state}, {"after", decision}};
    TRY(audit::append(tx, context, {"training.decide_seat", "seat", seat.id.str(), course.unit_code, std::move(summary), input.reason.str()}));
    std::vector<std::string> moved;
    if (decision == "refused" && seat.state == "selected" && course.state == "selected")
        moved = TRY(fill_free_seats(tx, context, course));
    return Answer {.id = seat.id.str(), .href = href_of(course.id) + "/peserta", .message = moved.empty() ? "training.seat_decided" : "training.seat_left_next",
        .arguments = {{"name", seat.name}, {"next", moved.empty() ? std::string {} : moved.front()}}, .verdicts = clash_verdicts(TRY(clashes_of(tx, context.city, course.id)))};
}

} // namespace rtkeren::training
