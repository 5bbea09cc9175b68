#pragma once

#include "enterprise/store.hpp"
#include "training/inputs.hpp"
#include "training/selection.hpp"
#include "training/training.hpp"

#include <map>

/// Rows of the room: written by operations, read by pages.
namespace rtkeren::training {

/// What rooms above follow, called by the operations that change a course.
[[nodiscard]] std::vector<Follower> const& followers();
/// The course as it is now is told to who follows it.
[[nodiscard]] Result<void> tell_changed(db::WriteTx&, operations::Context&, CourseId);

struct Topic {
    std::string code, name, category;
    std::string product_kind; // "" where nothing is made to be sold
    std::string curriculum;
    std::int64_t hours {0};
    std::optional<Rupiah> seat_cost {};
    std::string cost_note;
    bool retired {false};
    std::int64_t version {0};
};
[[nodiscard]] Result<Topic> topic(db::ReadTx&, CityId, std::string_view code); // training.no_topic
[[nodiscard]] Result<std::vector<Topic>> topics(db::ReadTx&, CityId); // by name, retired ones too

/// The path of what participants will make, on a day: the steps as they are stored and shown.
struct PathStep {
    std::string step, desk, basis, certainty, note;
    bool required {true};
};
struct LegalPath {
    std::string kind, label; // "" where nothing is made to be sold
    std::vector<PathStep> steps;
    [[nodiscard]] bool asks(std::string_view step) const;
    /// BPOM is needed, and no P-IRT can be given for it: what nobody should learn at the end of a course.
    [[nodiscard]] bool needs_bpom() const { return asks("bpom") && !asks("pirt"); }
};
[[nodiscard]] LegalPath legal_path(std::string_view product_kind, Date on);
[[nodiscard]] std::string stored_path(LegalPath const&);
[[nodiscard]] LegalPath path_in(std::string const& stored);

struct Trainer {
    TrainerId id;
    CourseId course;
    PersonId person;
    std::string name, region, expertise;
    bool civil_servant {false};
    std::int64_t civil_rank {0}; // golongan 1 to 4; 0 where it was not asked
    std::int64_t minutes {0};
    Rupiah honor;
    std::string cv_file; // hash or ""
};
[[nodiscard]] Result<std::vector<Trainer>> trainers_of(db::ReadTx&, CityId, CourseId);
[[nodiscard]] Result<Trainer> trainer(db::ReadTx&, CityId, TrainerId); // training.no_trainer

/// A seat with what decided about it.
struct StoredSeat : Seat {
    std::string household; // keyed hash or ""
    std::optional<Date> consent_on {}; // to being on this list
    std::string idea, poor, came_by;
    std::int64_t earlier_topic {0}, earlier_year {0}, earlier_household {0}, points {0};
    std::string reasons, state_reason;
    bool deviates {false};
    std::string decided_by_name;
    std::optional<Instant> decided_at {};
    std::string outcome_reason, certificate_code;
    std::optional<Instant> certificate_at {};
    std::string entered_by_name;
    Instant entered_at;
    std::string phone_sealed, phone_lookup, name_fold;
};
/// In the order of the waiting list: most points first, then who came first.
[[nodiscard]] Result<std::vector<StoredSeat>> stored_seats(db::ReadTx&, CityId, CourseId);
[[nodiscard]] Result<StoredSeat> stored_seat(db::ReadTx&, CityId, SeatId); // training.no_seat
[[nodiscard]] Applicant applicant_of(StoredSeat const&);
/// What may be the same person, or the same household, twice on one list: seat -> "phone", "name", "household".
[[nodiscard]] std::map<std::string, std::vector<std::string>> doubles_in(std::vector<StoredSeat> const&);

/// Counts and points of one seat, or of all of a course when none is named, as they are today.
[[nodiscard]] Result<void> refresh_points(db::WriteTx&, operations::Context&, Course const&, std::optional<SeatId> = {});

struct SeatChange {
    SeatId seat;
    std::string_view state;
    std::string reason {};
    bool deviates {false};
};
[[nodiscard]] Result<void> set_seat(db::WriteTx&, operations::Context&, SeatChange const&);
/// The first of the waiting list gets each free seat. Answers the names of who moved up.
[[nodiscard]] Result<std::vector<std::string>> fill_free_seats(db::WriteTx&, operations::Context&, Course const&);

/// Somebody who is expected at two courses at the same hour.
struct Clash {
    std::string name;
    PersonId person;
    CourseId course; // the other one
    std::string title;
    Date on;
    std::int64_t begins {0};
};
[[nodiscard]] Result<std::vector<Clash>> clashes_of(db::ReadTx&, CityId, CourseId);
[[nodiscard]] std::vector<Verdict> clash_verdicts(std::vector<Clash> const&);

/// Sums of the lines that pay for a course, and what was spent on them.
struct CourseCost {
    struct Line {
        planning::PlanLine line;
        Rupiah spent, accepted;
    };
    std::vector<Line> lines;
    Rupiah planned, spent, accepted;
    std::int64_t seats {0}, finished {0}; // that the money was spent for: who left half-way had a seat
    [[nodiscard]] std::optional<Rupiah> per_seat() const; // spent, half a rupiah up
    [[nodiscard]] std::optional<Rupiah> per_finished() const;
};
[[nodiscard]] Result<CourseCost> cost_of(db::ReadTx&, CityId, Course const&);
/// Half a rupiah up; nothing for nobody.
[[nodiscard]] std::optional<Rupiah> shared_by(Rupiah, std::int64_t people);

/// Meetings were counted and this person was at none of them; before anything was counted nobody knows.
[[nodiscard]] bool was_never_there(Attendance const&, SeatId);

/// What a participant made.
struct Made {
    Ulid id;
    SeatId seat;
    std::string product;
    std::int64_t pieces {0};
    Rupiah cost, price; // of all the materials; of one piece
    std::string sheet, photo, entered_by_name;
    Instant entered_at;
    [[nodiscard]] Rupiah cost_each() const; // half a rupiah up
};
[[nodiscard]] Result<std::vector<Made>> made_by(db::ReadTx&, CityId, SeatId);

/// The course for who may do this to it: training.no_course where it cannot be seen, operation.not_allowed where it is another's.
[[nodiscard]] Result<Course> manageable(db::ReadTx&, Actor const&, CityId, CourseId);
[[nodiscard]] Result<Course> leadable(db::ReadTx&, Actor const&, CityId, CourseId);
[[nodiscard]] Result<Course> readable_course(db::ReadTx&, Actor const&, CityId, std::string_view id);
/// Conflict training.not_now {state}: the course stands at another step.
[[nodiscard]] Result<void> check_state(Course const&, std::initializer_list<std::string_view> states);

/// Minutes of the meetings that are held.
[[nodiscard]] std::int64_t minutes_of(std::vector<Session> const&);

} // namespace rtkeren::training
