#pragma once

#include "base/sha256.hpp"
#include "enterprise/inputs.hpp"
#include "language/language.hpp"
#include "operations/operations.hpp"
#include "planning/planning.hpp"
#include "planning/quantity.hpp"
#include "training/training.hpp"

#include <array>

/// What the operations of courses are sent.
namespace rtkeren::training {

enum class Poor : std::uint8_t { Yes, No, Unknown };
enum class Decision : std::uint8_t { Selected, Waiting, Refused };
enum class Score : std::uint8_t { Pre, Post };
enum class Outcome : std::uint8_t { Business, Group, WillNotContinue };

/// A time of day as people write it: "08.00", "8:30", "13". Code: clock.format.
class Clock {
public:
    static Result<Clock> parse(std::string_view);
    [[nodiscard]] static Clock of(std::int64_t minutes); // of the day, 0 to 1440
    [[nodiscard]] std::string const& str() const { return m_text; } // "08.00"
    [[nodiscard]] std::int64_t minutes() const { return m_minutes; }

private:
    std::int64_t m_minutes {0};
    std::string m_text {"00.00"};
};

struct SaveTopic {
    RequestId id;
    Text<2, 40> code;
    std::int64_t version {0}; // 0: a new one
    Name name;
    Text<1, 60> category;
    Text<0, 40> product_kind;
    Text<3, 4000> curriculum;
    std::int64_t hours {0};
    std::optional<Rupiah> seat_cost;
    Text<0, 300> cost_note;
};
struct TopicStep {
    RequestId id;
    Text<2, 40> code;
    Reason reason;
};
/// The topics that come with the program and the city does not have.
struct TakeTopics {
    RequestId id;
};
struct TopicRow {
    Text<2, 40> code;
    Name name;
    Text<1, 60> category;
    Text<0, 120> product_kind; // its code or its label
    Text<3, 4000> curriculum;
    std::int64_t hours {0};
    std::optional<Rupiah> seat_cost;
    Text<0, 300> cost_note;
};
struct ImportTopics {
    RequestId id;
    std::vector<TopicRow> topics;
};

struct SessionPart {
    Date on;
    Clock begins, ends;
    Text<0, 160> venue; // "": the course's
    Text<0, 200> subject;
};
struct CoursePart {
    std::vector<planning::PlanLineId> lines;
    Text<1, 40> topic;
    Text<3, 160> title;
    Text<3, 160> venue;
    std::int64_t quota {0};
    Date call_from, call_until;
    std::optional<PersonId> facilitator;
    Text<0, 300> target;
};
struct PlanCourse : CoursePart {
    RequestId id;
    PurseId purse;
    std::vector<SessionPart> sessions;
};
struct ChangeCourse : CoursePart {
    RequestId id;
    CourseId course;
    std::int64_t version {0};
};
struct AddTrainer {
    RequestId id;
    CourseId course;
    std::optional<PersonId> person; // else who is typed
    Text<0, 120> name;
    Text<0, 30> phone, nik;
    std::optional<enterprise::NoNik> no_nik;
    Text<0, 200> no_nik_note;
    Text<0, 40> place;
    Text<3, 200> expertise;
    bool civil_servant {false};
    std::optional<std::int64_t> civil_rank; // golongan, of a civil servant
    std::int64_t hours {0};
    Rupiah honor;
    std::optional<Sha256> cv;
};
struct RemoveTrainer {
    RequestId id;
    TrainerId trainer;
    Reason reason;
};

/// A step of the machine that needs nothing but, perhaps, a reason.
struct CourseStep {
    RequestId id;
    CourseId course;
    std::optional<std::int64_t> version; // of the item, as the person saw it
    Text<0, 1000> reason;
};
struct DroppedPart {
    SeatId seat;
    Reason reason;
};
struct FinishCourse {
    RequestId id;
    CourseId course;
    std::vector<DroppedPart> dropped;
};

/// The office writes somebody down: who is known, or who is typed.
struct AddSeat {
    RequestId id;
    CourseId course;
    std::optional<PersonId> person;
    Text<0, 120> name;
    Text<0, 30> phone;
    Text<0, 40> place;
    Text<0, 30> household; // number of the family card
    Text<0, 300> idea;
    Poor poor {Poor::Unknown};
    bool consent {false};
};
/// Somebody answers the public call.
struct Apply {
    RequestId id;
    CourseId course;
    Name name;
    Text<1, 30> phone;
    Text<1, 40> place;
    Text<0, 30> household;
    Text<0, 300> idea;
    bool poor {false};
    bool consent {false};
};
struct DecisionPart {
    SeatId seat;
    Decision decision {Decision::Selected};
    Text<0, 300> reason;
};
/// The list is set as the points propose, but for these.
struct SelectSeats {
    RequestId id;
    CourseId course;
    std::vector<DecisionPart> decisions;
};
struct DecideSeat {
    RequestId id;
    SeatId seat;
    Decision decision {Decision::Selected};
    Reason reason;
};
struct SeatStep {
    RequestId id;
    SeatId seat;
    Reason reason;
};

struct AddSession : SessionPart {
    RequestId id;
    CourseId course;
    Reason reason;
};
struct MoveSession : SessionPart {
    RequestId id;
    SessionId session;
    std::int64_t version {0};
    Reason reason;
};
struct CancelSession {
    RequestId id;
    SessionId session;
    Reason reason;
};

struct ScorePart {
    SeatId seat;
    std::optional<std::int64_t> score;
};
struct RecordScores {
    RequestId id;
    CourseId course;
    Score kind {Score::Pre};
    std::vector<ScorePart> scores;
};
struct MaterialPart {
    Text<1, 80> name;
    planning::Quantity quantity;
    Text<0, 20> unit;
    Rupiah price; // of one unit
};
struct RecordResult {
    RequestId id;
    SeatId seat;
    Text<2, 120> product;
    std::int64_t pieces {0};
    Rupiah price;
    std::vector<MaterialPart> materials;
    std::optional<Sha256> photo;
};
struct RecordOutcome {
    RequestId id;
    SeatId seat;
    Outcome outcome {Outcome::Business};
    std::optional<enterprise::BusinessId> business;
    Text<0, 300> reason; // the group's name, or why not
};
struct IssueCertificates {
    RequestId id;
    CourseId course;
};

} // namespace rtkeren::training

#include "training/input_fields.hpp"
