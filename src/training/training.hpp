#pragma once

#include "enterprise/enterprise.hpp"
#include "programme/programme.hpp"
#include "workflow/machine.hpp"

#include <optional>
#include <string>
#include <vector>

/// Courses: topics, calls, seats, sessions, attendance, results, certificates. What rooms above reach them by.
namespace rtkeren::training {

using CourseId = Id<struct CourseTag>;
using SessionId = Id<struct SessionTag>;
using SeatId = Id<struct SeatTag>;
using TrainerId = Id<struct TrainerTag>;
using MarkId = Id<struct MarkTag>;
using SlipId = Id<struct SlipTag>;
using DisputeId = Id<struct DisputeTag>;

struct Course {
    CourseId id;
    int year {0};
    std::string topic, topic_name; // code and name
    std::string category; // of the year's menu
    std::string product_kind; // of enterprise/legality.hpp; "" where nothing is made to be sold
    std::string title;
    PurseId purse;
    PokmasId pokmas;
    std::string unit_code, kelurahan; // of the purse's unit
    std::string venue;
    std::int64_t quota {0};
    Date call_from, call_until, starts_on, ends_on;
    std::optional<PersonId> facilitator {};
    std::string facilitator_name;
    std::string target; // for whom
    std::string legality; // the path as it was shown when the course was planned (JSON)
    int pack_version {0};
    bool example {false};
    std::int64_t version {0};
    std::string state; // of the machine "course"
    std::string entered_by_name;
    Instant entered_at;
};
/// training.no_course
[[nodiscard]] Result<Course> course(db::ReadTx&, CityId, CourseId);
[[nodiscard]] std::string href_of(CourseId);

struct Session {
    SessionId id;
    CourseId course;
    std::int64_t number {0}; // from 1
    Date on;
    std::int64_t begins {0}, ends {0}; // minutes of the day
    std::string venue, subject;
    Date announced_on; // before it was moved
    std::string moved_reason;
    bool cancelled {false};
    std::string cancelled_reason;
    std::int64_t version {0};
};
/// By number, cancelled ones too.
[[nodiscard]] Result<std::vector<Session>> sessions_of(db::ReadTx&, CityId, CourseId);
[[nodiscard]] Result<Session> session(db::ReadTx&, CityId, SessionId); // training.no_session

struct Seat {
    SeatId id;
    CourseId course;
    PersonId person;
    std::string name; // of the person: for insiders
    std::string region; // where the person lives
    std::string state; // applied, selected, waiting, refused, withdrawn, dropped, finished
    std::optional<std::int64_t> pre_score {}, post_score {};
    std::string outcome; // "", business, group, will_not_continue
    std::optional<enterprise::BusinessId> business {};
    std::string certificate_number; // ""
    std::int64_t version {0};

    /// Whether attendance counts for this person: chosen, and neither withdrawn nor dropped.
    [[nodiscard]] bool takes_part() const { return state == "selected" || state == "finished"; }
};
/// Everybody on the list, by name.
[[nodiscard]] Result<std::vector<Seat>> seats_of(db::ReadTx&, CityId, CourseId);
[[nodiscard]] Result<Seat> seat(db::ReadTx&, CityId, SeatId); // training.no_seat

/// What holds for one person at one meeting.
struct Presence {
    SessionId session;
    SeatId seat;
    bool present {false};
    MarkId mark; // the one that results
    std::string routes; // the proofs that agree with it: "qr,paper"
};
struct SeatAttendance {
    SeatId seat;
    std::int64_t present {0}, absent {0}; // of the counted meetings
    std::vector<Presence> marks {}; // of all meetings that were not cancelled, by number
};
/// Attendance of a course. A meeting counts once it was closed or anybody was marked; a cancelled one never does.
struct Attendance {
    std::vector<SessionId> counted {}; // by number
    std::vector<SeatAttendance> seats {}; // of everybody who takes part, by name
    [[nodiscard]] SeatAttendance const* of(SeatId) const;
};
[[nodiscard]] Result<Attendance> attendance_of(db::ReadTx&, CityId, CourseId);

/// What does not fit together in a course's attendance: portions against signatures, two places at one hour, a photo used twice, one phone for many, trainers'
/// hours, tests of the absent, marks entered late. Worded by `language::word(code, numbers)`; nothing here refuses anything.
struct AttendanceFinding {
    Verdict verdict;
    std::string href; // what it is about; "" for the course
};
[[nodiscard]] Result<std::vector<AttendanceFinding>> attendance_findings(db::ReadTx&, Services const&, Course const&);

/// Who leads the course: its facilitator, and who manages courses at its place (training.manage).
[[nodiscard]] bool may_lead(Actor const&, Course const&);
/// Who may see names and attendance: training.read there, who leads it.
[[nodiscard]] bool may_read(Actor const&, Course const&);

/// "course": planned -> open -> selected -> running -> results -> closed, with ways back and out.
[[nodiscard]] workflow::Machine const& course_machine();

/// Upper rooms that go on from a course, handed in by `app`; called in the transaction of the change.
struct Follower {
    /// Planned, moved to other days, or cancelled (`course.state`).
    Result<void> (*course_changed)(db::WriteTx&, operations::Context&, Course const&) {nullptr};
    /// The course closed: who finished it.
    Result<void> (*course_finished)(db::WriteTx&, operations::Context&, Course const&, std::vector<Seat> const& finished) {nullptr};
};
void use_followers(std::vector<Follower>);

} // namespace rtkeren::training
