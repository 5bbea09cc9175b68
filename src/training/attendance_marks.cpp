#include "training/attendance.hpp"

#include "audit/audit.hpp"
#include "evidence/evidence.hpp"
#include "training/sql.hpp"
#include "workflow/workflow.hpp"

#include <algorithm>
#include <array>

namespace rtkeren::training {
namespace {

std::string_view mark_word(bool present) { return present ? "present" : "absent"; }

/// Who was chosen and stayed, of this very course.
Result<Seat> seat_at(db::ReadTx& tx, CityId city, Session const& session, SeatId id)
{
    auto found = TRY(seat(tx, city, id));
    if (found.course != session.course)
        return Error::not_found("training.no_seat");
    if (!found.takes_part())
        return Error::conflict("training.not_taking_part", {{"name", short_name(found.name)}});
    return found;
}

/// Attendance begins when the participants were chosen and ends with the course.
Result<void> check_running(Course const& course)
{
    static constexpr std::array<std::string_view, 3> open {"selected", "running", "results"};
    if (std::ranges::find(open, course.state) == open.end())
        return Error::conflict("training.not_running", {{"state", tr(course_machine().state(course.state)->label)}});
    return Done {};
}

Result<void> check_now(operations::Context const& context, Led const& led, std::string_view reason)
{
    TRY(check_running(led.course));
    return check_marking(led.session, led.times, context.now, led.manages && !reason.empty());
}

Result<void> write_down_session(db::WriteTx& tx, operations::Context& context, std::string_view operation, Course const& course, Session const& session, boost::json::object summary, std::string reason = {})
{
    TRY(audit::append(tx, context, {operation, "session", session.id.str(), course.unit_code, std::move(summary), std::move(reason)}));
    return Done {};
}

std::string_view mark_message(Marked marked)
{
    switch (marked) {
    case Marked::First:
        return "training.marked";
    case Marked::Proof:
        return "training.proof_added";
    case Marked::Same:
        return "training.marked_already";
    case Marked::Corrected:
        return "training.mark_corrected";
    }
    return {};
}

operations::Answer mark_answer(Session const& session, Seat const& seat, Marked marked, bool present)
{
    return {.id = seat.id.str(), .href = href_of_session(session), .message = std::string(mark_message(marked)),
        .arguments = {{"name", short_name(seat.name)}, {"mark", present ? tr("hadir") : tr("tidak hadir")}}, .data = {{"session", session.id.text()}, {"seat", seat.id.text()}, {"mark", mark_word(present)}}};
}

/// Those on the list who have no mark yet.
Result<std::vector<Seat>> unmarked(db::ReadTx& tx, CityId city, Session const& session)
{
    auto seats = TRY(seats_of(tx, city, session.course));
    auto const marked = TRY(presences_of_session(tx, city, session.id));
    std::erase_if(seats, [&](Seat const& seat) { return !seat.takes_part() || std::ranges::find(marked, seat.id, &Presence::seat) != marked.end(); });
    return seats;
}

/// The name of everybody whose mark the list would change, when nobody said why.
Result<std::vector<std::string>> contradicted(db::ReadTx& tx, CityId city, Session const& session, std::vector<Seat> const& signers)
{
    std::vector<std::string> names;
    for (auto const& signer : signers) {
        auto const before = TRY(presence_of(tx, city, session.id, signer.id));
        if (before && !before->present)
            names.push_back(short_name(signer.name));
    }
    return names;
}

std::string joined(std::vector<std::string> const& names)
{
    std::string text;
    for (auto const& name : names)
        text += (text.empty() ? "" : ", ") + name;
    return text;
}

/// The photo becomes evidence of the meeting; used before, it is named.
Result<std::vector<Verdict>> keep_photo(db::WriteTx& tx, operations::Context& context, Session const& session, Sha256 const& file)
{
    std::vector<Verdict> verdicts;
    auto const attached = TRY(evidence::attach(tx, context, {.subject_kind = "session", .subject = session.id.str(), .paper = "daftar_hadir", .sha256 = file.str()}));
    auto const elsewhere = std::ranges::count_if(attached.reused_for, [&](evidence::Link const& link) { return link.subject != session.id.str(); });
    if (elsewhere > 0)
        verdicts.push_back({"training.photo_reused", Severity::Warn, {}, {{"count", std::to_string(elsewhere)}}});
    return verdicts;
}

} // namespace

Result<operations::Answer> mark_attendance(db::WriteTx& tx, operations::Context& context, MarkAttendance const& input)
{
    auto const led = TRY(led_session(tx, context.services, context.actor, input.session));
    auto const at = TRY(seat_at(tx, context.city, led.session, input.seat));
    TRY(check_now(context, led, input.reason.str()));
    auto const present = input.mark == There::Present;
    auto const marked = TRY(write_mark(tx, context,
        {.session = led.session, .seat = at, .present = present, .route = "facilitator", .reason = input.reason.str(), .device = input.device.str()}));
    if (marked != Marked::Same)
        TRY(write_down_session(tx, context, "training.mark", led.course, led.session, {{"seat", at.id.text()}, {"mark", mark_word(present)}, {"corrects", marked == Marked::Corrected}}, input.reason.str()));
    return mark_answer(led.session, at, marked, present);
}

Result<operations::Answer> mark_paper(db::WriteTx& tx, operations::Context& context, MarkPaper const& input)
{
    auto const led = TRY(led_session(tx, context.services, context.actor, input.session));
    TRY(check_now(context, led, input.reason.str()));
    std::vector<Seat> signers;
    for (auto const& id : input.seats)
        signers.push_back(TRY(seat_at(tx, context.city, led.session, id)));
    auto const against = TRY(contradicted(tx, context.city, led.session, signers));
    if (!against.empty() && input.reason.empty())
        return Error::field("reason", "training.paper_contradicts", {}, {{"names", joined(against)}});
    auto verdicts = TRY(keep_photo(tx, context, led.session, input.file));
    for (auto const& signer : signers)
        TRY(write_mark(tx, context, {.session = led.session, .seat = signer, .present = true, .route = "paper", .reason = input.reason.str(), .file = input.file}));
    TRY(tx.run(sql::insert_paper, context.city, context.next_id(), led.course.id, led.session.id, input.file.str(), static_cast<std::int64_t>(signers.size()), context.actor.user,
        context.actor.name, context.now));
    TRY(write_down_session(tx, context, "training.mark_paper", led.course, led.session, {{"signatures", signers.size()}, {"file", input.file.str()}, {"corrects", against.size()}}, input.reason.str()));
    return operations::Answer {.id = led.session.id.str(), .href = href_of_session(led.session), .message = "training.paper_marked",
        .arguments = {{"count", std::to_string(signers.size())}}, .verdicts = std::move(verdicts)};
}

/// Whoever sends it: the QR shows that one stands in the room, the slip who one is.
Result<operations::Answer> scan_attendance(db::WriteTx& tx, operations::Context& context, ScanAttendance const& input)
{
    auto const& keys = context.services.keys;
    auto by_qr = session_of_token(keys, input.ticket.str(), context.now);
    auto const id = by_qr ? by_qr : session_of_ticket(keys, input.ticket.str(), context.now);
    if (!id)
        return Error::conflict("training.qr_expired");
    auto const slip = TRY(slip_of_code(tx, context.services, input.slip_code.str()));
    auto const at = TRY(session(tx, context.city, *id));
    if (slip.course != at.course)
        return Error::field("slip_code", "training.slip_other_course");
    auto const of = TRY(course(tx, context.city, at.course));
    TRY(check_running(of));
    auto const times = times_of(at, context.services.zone);
    TRY(check_marking(at, times, context.now, false));
    auto const closed = TRY(closing_of(tx, context.city, at.id));
    if (closed || context.now > times.scan_until)
        return Error::conflict("training.scan_over");
    auto const who = TRY(seat_at(tx, context.city, at, slip.seat));
    auto const before = TRY(presence_of(tx, context.city, at.id, who.id));
    if (before && !before->present)
        return Error::conflict("training.marked_absent");
    auto const marked = TRY(write_mark(tx, context, {.session = at, .seat = who, .present = true, .route = "qr", .device = input.device.str()}));
    if (marked != Marked::Same)
        TRY(write_down_session(tx, context, "training.scan", of, at, {{"seat", who.id.text()}, {"slip", slip.id.text()}}));
    auto answer = mark_answer(at, who, marked, true);
    answer.href = "/hadir";
    return answer;
}

Result<operations::Answer> close_session(db::WriteTx& tx, operations::Context& context, CloseSession const& input)
{
    auto const led = TRY(led_session(tx, context.services, context.actor, input.session));
    TRY(check_now(context, led, input.note.str()));
    if (context.now < led.times.begins)
        return Error::conflict("training.not_begun", {{"on", led.session.on.iso()}, {"from", Clock::of(led.session.begins).str()}});
    auto const closed = TRY(closing_of(tx, context.city, led.session.id));
    if (closed)
        return Error::conflict("training.closed_already", {{"name", closed->closed_by_name}});
    auto const rest = TRY(unmarked(tx, context.city, led.session));
    for (auto const& absent : rest)
        TRY(write_mark(tx, context, {.session = led.session, .seat = absent, .present = false, .route = "facilitator"}));
    TRY(tx.run(sql::insert_closing, context.city, context.next_id(), led.course.id, led.session.id, input.note, context.now, context.actor.user, context.actor.name));
    TRY(write_down_session(tx, context, "training.close_session", led.course, led.session, {{"absent", rest.size()}}, input.note.str()));
    return operations::Answer {.id = led.session.id.str(), .href = href_of_session(led.session), .message = "training.session_closed",
        .arguments = {{"number", std::to_string(led.session.number)}, {"count", std::to_string(rest.size())}}};
}

Result<operations::Answer> reopen_session(db::WriteTx& tx, operations::Context& context, ReopenSession const& input)
{
    auto const led = TRY(led_session(tx, context.services, context.actor, input.session));
    TRY(check_now(context, led, input.reason.str()));
    auto const closed = TRY(closing_of(tx, context.city, led.session.id));
    if (!closed)
        return Error::conflict("training.not_closed");
    TRY(tx.run(sql::reopen_closing, context.city, closed->id, context.now, context.actor.name, input.reason));
    TRY(write_down_session(tx, context, "training.reopen_session", led.course, led.session, {{"closed_at", closed->closed_at.iso()}}, input.reason.str()));
    return operations::Answer {.id = led.session.id.str(), .href = href_of_session(led.session), .message = "training.session_reopened", .arguments = {{"number", std::to_string(led.session.number)}}};
}

} // namespace rtkeren::training
