#pragma once

#include "enterprise/enterprise.hpp"
#include "training/training.hpp"
#include "turnover/turnover.hpp"
#include "workflow/machine.hpp"

#include <optional>
#include <string>
#include <vector>

/// What became of those who finished a course, asked after so many days, and survey rounds of a drawn sample. What rooms above reach them by.
/// Lists and figures above read the view followup_v_outcome.
namespace rtkeren::followup {

using VisitId = Id<struct FollowupVisitTag>;
using AnswerId = Id<struct FollowupAnswerTag>;
using RoundId = Id<struct SurveyRoundTag>;
using InterviewId = Id<struct SurveyInterviewTag>;

/// One question to one person after so many days.
struct Visit {
    VisitId id;
    training::CourseId course;
    training::SeatId seat;
    PersonId person;
    std::string name; // for insiders
    std::int64_t after_days {0};
    Date opens_on, due_on, closes_on; // answers are taken from the first to the last
    std::string region, kelurahan; // where the person lives: who lives elsewhere is asked from where the course was
    std::optional<Instant> opened_at {}; // when it came onto somebody's list
    std::optional<AnswerId> answer {}; // the one that counts
    std::optional<Instant> phone_shown_at {};
    std::optional<UserId> phone_shown_to {};
    bool replaced {false};
    std::string state; // of the machine "followup"; "scheduled" before it opened
};
/// followup.no_visit
[[nodiscard]] Result<Visit> visit(db::ReadTx&, CityId, VisitId);
[[nodiscard]] std::string href_of(VisitId);
/// Of one seat by days, replaced ones left out.
[[nodiscard]] Result<std::vector<Visit>> visits_of(db::ReadTx&, CityId, training::SeatId);

/// An interview that waits for whom it was handed to; nothing here tells who was in a course.
struct OpenInterview {
    InterviewId id;
    std::string business, round, region, href;
    Date due; // promised at the last try, else the last day of the round
    std::int64_t tries {0};
};
/// In rounds that run, at most 200; none for who came to know who was trained.
[[nodiscard]] Result<std::vector<OpenInterview>> open_interviews(db::ReadTx&, Actor const&, Date today);

/// "followup": due -> done | again -> unreachable | refused | expired.
[[nodiscard]] workflow::Machine const& followup_machine();
/// "survey": planned -> drawn -> closed | cancelled.
[[nodiscard]] workflow::Machine const& survey_machine();

/// What this room does when a course is planned, moved, cancelled or closed; `app` hands it to training.
[[nodiscard]] training::Follower follower();

/// Opens what comes due and ends what was not asked in time, at most `limit` of each; answers how many. followup.open_due calls it, each night a job.
[[nodiscard]] Result<std::int64_t> open_due(db::WriteTx&, operations::Context&, int limit);

} // namespace rtkeren::followup
