#pragma once

#include "enterprise/inputs.hpp"
#include "followup/followup.hpp"

/// What the operations of this room are sent.
namespace rtkeren::followup {

enum class Producing : std::uint8_t { Yes, Paused, Stopped, Never };
enum class Way : std::uint8_t { Visit, Phone };
enum class Obstacle : std::uint8_t { Capital, RawMaterial, Papers, Packaging, Market, TimeFamily, Health, Tools, Skill, Other };
enum class Missed : std::uint8_t { NotHome, NoAnswer, WrongNumber, Moved, Refused, Other };
/// What the amounts are of: the month before, told from memory; the last seven days, told from memory; the month before as its cash book or QRIS statement says (on the photo).
enum class Told : std::uint8_t { RecallMonth, RecallWeek, CashBook, QrisStatement };
enum class FrameKind : std::uint8_t { Business, Compared };

/// One channel: whether it is sold there, and for how much where that was told.
struct ChannelSale {
    enterprise::Channel channel {enterprise::Channel::Rumah};
    bool sells {false};
    std::optional<Rupiah> amount;
};
/// What a visit and an interview ask.
struct AnswerPart {
    Way way {Way::Visit};
    std::optional<Date> on; // today when not given
    Producing producing {Producing::Yes};
    std::optional<enterprise::BusinessId> business; // whose turnover it is
    std::vector<ChannelSale> sales;
    std::optional<Told> told;
    std::optional<std::int64_t> workers;
    std::vector<Obstacle> obstacles;
    Text<0, 300> obstacle_note;
    std::optional<Sha256> file; // what was shown
    Text<0, 300> next_step;
    std::optional<Date> next_on;
    Text<0, 1000> note;
};
struct MissedPart {
    Way way {Way::Visit};
    std::optional<Date> on;
    Missed result {Missed::NotHome};
    Text<0, 300> note;
    std::optional<Date> retry_on; // after the pack's days when not given
};

struct RecordVisit : AnswerPart {
    RequestId id;
    VisitId visit;
};
struct CorrectVisit : AnswerPart {
    RequestId id;
    VisitId visit;
    Reason reason;
};
struct MissVisit : MissedPart {
    RequestId id;
    VisitId visit;
};
struct RepeatVisit {
    RequestId id;
    VisitId visit;
    Reason reason;
};
struct ShowPhone {
    RequestId id;
    VisitId visit;
};
struct OpenDue {
    RequestId id;
};

struct PlanRound {
    RequestId id;
    Text<3, 120> name;
    Text<0, 40> place; // the whole city when empty
    FrameKind frame {FrameKind::Business};
    std::optional<std::int64_t> baseline_for; // the year whose money it comes before
    enterprise::Month month;
    Date from, until;
    std::optional<std::int64_t> sample_size; // the pack's number when not given
};
struct StepRound {
    RequestId id;
    RoundId round;
};
struct CancelRound {
    RequestId id;
    RoundId round;
    Reason reason;
};
struct AssignRound {
    RequestId id;
    RoundId round;
    PersonId interviewer;
    Text<0, 40> place; // all that is open when empty
};
struct RecordInterview : AnswerPart {
    RequestId id;
    InterviewId interview;
};
struct CorrectInterview : AnswerPart {
    RequestId id;
    InterviewId interview;
    Reason reason;
};
struct MissInterview : MissedPart {
    RequestId id;
    InterviewId interview;
};
struct ShowInterviewPhone {
    RequestId id;
    InterviewId interview;
};

} // namespace rtkeren::followup

#include "followup/input_fields.hpp"
