#pragma once

#include "training/attendance_inputs.hpp"
#include "training/attendance_rules.hpp"

#include <string_view>
#include <vector>

/// Marks, slips and disputes: rows and operations of this room's attendance.
namespace rtkeren::training {

/// A mark about to be written.
struct NewMark {
    Session const& session;
    Seat const& seat;
    bool present {true};
    std::string_view route; // qr, facilitator, paper, decision
    std::string reason {};
    std::optional<Sha256> file {};
    std::string device {}; // as the phone says; stored as a keyed hash
};
enum class Marked : std::uint8_t { First, Proof, Same, Corrected };
/// A first mark, one more proof of what holds, or a correction. Without a reason a mark that differs is Conflict training.mark_differs {name, was, by, at, routes, mark}.
[[nodiscard]] Result<Marked> write_mark(db::WriteTx&, operations::Context&, NewMark const&);

struct StoredMark {
    MarkId id;
    SessionId session;
    SeatId seat;
    bool present {false};
    std::string route, reason, file, device; // device: first letters of its hash
    std::optional<MarkId> corrects {};
    std::optional<Instant> made_at {};
    Instant recorded_at;
    std::optional<PersonId> recorded_person {};
    std::string recorded_by_name;
};
[[nodiscard]] Result<StoredMark> mark(db::ReadTx&, CityId, MarkId);
/// Oldest first.
[[nodiscard]] Result<std::vector<StoredMark>> marks_of_session(db::ReadTx&, CityId, SessionId);
[[nodiscard]] Result<std::optional<Presence>> presence_of(db::ReadTx&, CityId, SessionId, SeatId);
[[nodiscard]] Result<std::vector<Presence>> presences_of_session(db::ReadTx&, CityId, SessionId);

struct Closing {
    Ulid id;
    std::string note, closed_by_name;
    Instant closed_at;
};
/// The closing that holds.
[[nodiscard]] Result<std::optional<Closing>> closing_of(db::ReadTx&, CityId, SessionId);

/// A meeting with its course for who leads it; for everybody else it is not there: training.no_session.
struct Led {
    Course course;
    Session session;
    SessionTimes times;
    bool manages {false};
};
[[nodiscard]] Result<Led> led_session(db::ReadTx&, Services const&, Actor const&, SessionId);
[[nodiscard]] Result<Course> led_course(db::ReadTx&, Actor const&, CourseId); // training.no_course
[[nodiscard]] std::string href_of_session(Session const&); // "/pelatihan/<course>/presensi/<session>"

/// The slip with this code, as typed. NotFound training.slip_unknown: also where a newer one was printed.
struct Slip {
    SlipId id;
    CourseId course;
    SeatId seat;
};
[[nodiscard]] Result<Slip> slip_of_code(db::ReadTx&, Services const&, std::string_view typed);
struct PrintedSlip {
    SlipId id;
    SeatId seat;
    std::string name, code;
};
/// Those that hold, by name.
[[nodiscard]] Result<std::vector<PrintedSlip>> slips_of(db::ReadTx&, Services const&, CourseId);
/// Of these what the actor printed within the last hour: nobody else is shown the codes.
[[nodiscard]] Result<std::vector<PrintedSlip>> printed_slips(db::ReadTx&, Services const&, Actor const&, CourseId);

struct Dispute {
    DisputeId id;
    CourseId course;
    SessionId session;
    SeatId seat;
    bool says_present {false};
    std::string words;
    std::optional<MarkId> mark {};
    Instant opened_at;
    std::string decision; // "", upheld, rejected, withdrawn
    std::optional<Instant> decided_at {};
    std::string decided_by_name, decision_reason;
};
[[nodiscard]] Result<Dispute> dispute(db::ReadTx&, CityId, DisputeId); // training.no_dispute
[[nodiscard]] Result<std::vector<Dispute>> disputes_of_seat(db::ReadTx&, CityId, SeatId);
[[nodiscard]] workflow::Machine const& dispute_machine(); // "attendance_dispute"

/// Participants have no account: what they do is done by this one, which may nothing else.
[[nodiscard]] Actor participant_actor(CityId);

[[nodiscard]] Result<operations::Answer> mark_attendance(db::WriteTx&, operations::Context&, MarkAttendance const&);
[[nodiscard]] Result<operations::Answer> mark_paper(db::WriteTx&, operations::Context&, MarkPaper const&);
[[nodiscard]] Result<operations::Answer> scan_attendance(db::WriteTx&, operations::Context&, ScanAttendance const&);
[[nodiscard]] Result<operations::Answer> close_session(db::WriteTx&, operations::Context&, CloseSession const&);
[[nodiscard]] Result<operations::Answer> reopen_session(db::WriteTx&, operations::Context&, ReopenSession const&);
[[nodiscard]] Result<operations::Answer> print_slips(db::WriteTx&, operations::Context&, PrintSlips const&);
[[nodiscard]] Result<operations::Answer> open_dispute(db::WriteTx&, operations::Context&, OpenDispute const&);
[[nodiscard]] Result<operations::Answer> withdraw_dispute(db::WriteTx&, operations::Context&, WithdrawDispute const&);
[[nodiscard]] Result<operations::Answer> decide_dispute(db::WriteTx&, operations::Context&, DecideDispute const&);

} // namespace rtkeren::training
