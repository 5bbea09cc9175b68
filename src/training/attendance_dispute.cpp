#include "training/attendance.hpp"

#include "audit/audit.hpp"
#include "training/sql.hpp"
#include "workflow/workflow.hpp"

namespace rtkeren::training {
namespace {

using workflow::StateKind;
using workflow::StateRow;
using workflow::TransitionRow;

constexpr std::string_view may_decide = "training.decide";

constexpr StateRow dispute_states[] {
    {"open", TR_NOOP("Menunggu keputusan kelurahan"), StateKind::Start, may_decide, 5, workflow::Days::Working},
    {"upheld", TR_NOOP("Diterima"), StateKind::End},
    {"rejected", TR_NOOP("Ditolak"), StateKind::End},
    {"withdrawn", TR_NOOP("Ditarik"), StateKind::End},
};
constexpr TransitionRow dispute_transitions[] {
    {.event = "uphold", .label = TR_NOOP("Terima keberatan"), .from = "open", .to = "upheld", .permission = may_decide, .reason_required = true},
    {.event = "reject", .label = TR_NOOP("Tolak keberatan"), .from = "open", .to = "rejected", .permission = may_decide, .reason_required = true},
    {.event = "withdraw", .label = TR_NOOP("Tarik keberatan"), .from = "open", .to = "withdrawn"},
};
constexpr workflow::Machine of_disputes {"attendance_dispute", TR_NOOP("Keberatan presensi"), "/keberatan/", dispute_states, dispute_transitions};

Dispute dispute_of(db::Row const& row)
{
    return {.id = row.id<DisputeId>(0), .course = row.id<CourseId>(1), .session = row.id<SessionId>(2), .seat = row.id<SeatId>(3), .says_present = row.flag(4), .words = row.text(5),
        .mark = row.maybe_id<MarkId>(6), .opened_at = row.instant(7), .decision = row.text_or(8), .decided_at = row.maybe_instant(9), .decided_by_name = row.text(10),
        .decision_reason = row.text(11)};
}

Result<void> write_down_dispute(db::WriteTx& tx, operations::Context& context, std::string_view operation, Course const& course, DisputeId id, boost::json::object summary, std::string reason = {})
{
    TRY(audit::append(tx, context, {operation, "attendance_dispute", id.str(), course.unit_code, std::move(summary), std::move(reason)}));
    return Done {};
}

/// Who marked or leads the course does not judge it.
Result<void> check_apart(db::ReadTx& tx, operations::Context const& context, Course const& course, Dispute const& found)
{
    if (course.facilitator && *course.facilitator == context.actor.person)
        return Error::forbidden("training.decides_own");
    if (!found.mark)
        return Done {};
    auto const marked = TRY(mark(tx, context.city, *found.mark));
    if (marked.recorded_person && *marked.recorded_person == context.actor.person)
        return Error::forbidden("training.decides_own");
    return Done {};
}

} // namespace

workflow::Machine const& dispute_machine() { return of_disputes; }

Result<Dispute> dispute(db::ReadTx& tx, CityId city, DisputeId id) { return dispute_of(TRY(tx.one("training.no_dispute", sql::dispute, city, id))); }

Result<std::vector<Dispute>> disputes_of_seat(db::ReadTx& tx, CityId city, SeatId seat)
{
    std::vector<Dispute> all;
    for (auto const& row : TRY(tx.run(sql::disputes_of_seat, city, seat)))
        all.push_back(dispute_of(row));
    return all;
}

Result<operations::Answer> open_dispute(db::WriteTx& tx, operations::Context& context, OpenDispute const& input)
{
    auto const slip = TRY(slip_of_code(tx, context.services, input.slip_code.str()));
    auto const about = TRY(session(tx, context.city, input.session));
    if (about.course != slip.course)
        return Error::not_found("training.no_session");
    if (about.cancelled)
        return Error::conflict("training.meeting_cancelled", {{"reason", about.cancelled_reason}});
    if (context.now < times_of(about, context.services.zone).begins)
        return Error::conflict("training.not_begun", {{"on", about.on.iso()}, {"from", Clock::of(about.begins).str()}});
    auto const of = TRY(course(tx, context.city, about.course));
    if (of.state == "closed" || of.state == "cancelled")
        return Error::conflict("training.not_running", {{"state", tr(course_machine().state(of.state)->label)}});
    auto const present = input.says == There::Present;
    auto const holds = TRY(presence_of(tx, context.city, about.id, slip.seat));
    if (holds ? holds->present == present : !present)
        return Error::conflict("training.nothing_to_dispute");
    for (auto const& other : TRY(disputes_of_seat(tx, context.city, slip.seat)))
        if (other.session == about.id && other.decision.empty())
            return Error::conflict("training.disputed_already");
    auto const id = context.next<DisputeId>();
    TRY(tx.run(sql::insert_dispute, context.city, id, of.id, about.id, slip.seat, present, input.words, holds ? std::optional(holds->mark) : std::nullopt, context.now));
    auto const who = TRY(seat(tx, context.city, slip.seat));
    auto const title = tr("Keberatan {name}, {title}, pertemuan {number}", {{"name", short_name(who.name)}, {"title", of.title}, {"number", std::to_string(about.number)}});
    TRY(workflow::start(tx, context, of_disputes, {.subject = id.ulid(), .title = title, .place = of.kelurahan}));
    TRY(write_down_dispute(tx, context, "training.dispute", of, id, {{"session", about.id.text()}, {"seat", slip.seat.text()}, {"says", present ? "present" : "absent"}}));
    return operations::Answer {.id = id.str(), .href = "/", .message = "training.disputed", .arguments = {{"number", std::to_string(about.number)}}};
}

Result<operations::Answer> withdraw_dispute(db::WriteTx& tx, operations::Context& context, WithdrawDispute const& input)
{
    auto const slip = TRY(slip_of_code(tx, context.services, input.slip_code.str()));
    auto const found = TRY(dispute(tx, context.city, input.dispute));
    if (found.seat != slip.seat)
        return Error::not_found("training.no_dispute");
    TRY(workflow::advance(tx, context, of_disputes, found.id.ulid(), "withdraw"));
    TRY(tx.run(sql::decide_dispute, context.city, found.id, "withdrawn", context.now, std::nullopt, "", ""));
    auto const of = TRY(course(tx, context.city, found.course));
    TRY(write_down_dispute(tx, context, "training.withdraw_dispute", of, found.id, {}));
    return operations::Answer {.id = found.id.str(), .href = "/", .message = "training.dispute_withdrawn"};
}

Result<operations::Answer> decide_dispute(db::WriteTx& tx, operations::Context& context, DecideDispute const& input)
{
    auto const found = TRY(dispute(tx, context.city, input.dispute));
    auto const of = TRY(course(tx, context.city, found.course));
    if (!may(context.actor, may_decide, of.kelurahan))
        return may_read(context.actor, of) ? Error::forbidden("operation.not_allowed") : Error::not_found("training.no_dispute");
    TRY(check_apart(tx, context, of, found));
    auto const upheld = input.decision == Ruling::Upheld;
    TRY(workflow::advance(tx, context, of_disputes, found.id.ulid(), upheld ? "uphold" : "reject", {.reason = input.reason.str()}));
    auto const about = TRY(session(tx, context.city, found.session));
    auto const who = TRY(seat(tx, context.city, found.seat));
    if (upheld)
        TRY(write_mark(tx, context, {.session = about, .seat = who, .present = found.says_present, .route = "decision", .reason = input.reason.str()}));
    TRY(tx.run(sql::decide_dispute, context.city, found.id, upheld ? "upheld" : "rejected", context.now, context.actor.user, context.actor.name, input.reason));
    TRY(write_down_dispute(tx, context, "training.decide_dispute", of, found.id, {{"decision", upheld ? "upheld" : "rejected"}}, input.reason.str()));
    return operations::Answer {.id = found.id.str(), .href = "/keberatan/" + found.id.str(), .message = upheld ? "training.dispute_upheld" : "training.dispute_rejected",
        .arguments = {{"name", short_name(who.name)}}};
}

} // namespace rtkeren::training
