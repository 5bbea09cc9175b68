#pragma once

#include "followup/store.hpp"

/// The room's operations: what it declares, one function each.
namespace rtkeren::followup {

[[nodiscard]] Result<operations::Answer> record_visit(db::WriteTx&, operations::Context&, RecordVisit const&);
[[nodiscard]] Result<operations::Answer> correct_visit(db::WriteTx&, operations::Context&, CorrectVisit const&);
[[nodiscard]] Result<operations::Answer> miss_visit(db::WriteTx&, operations::Context&, MissVisit const&);
[[nodiscard]] Result<operations::Answer> repeat_visit(db::WriteTx&, operations::Context&, RepeatVisit const&);
[[nodiscard]] Result<operations::Answer> show_phone(db::WriteTx&, operations::Context&, ShowPhone const&);
[[nodiscard]] Result<operations::Answer> open_due_visits(db::WriteTx&, operations::Context&, OpenDue const&);

[[nodiscard]] Result<operations::Answer> plan_round(db::WriteTx&, operations::Context&, PlanRound const&);
[[nodiscard]] Result<operations::Answer> draw_round(db::WriteTx&, operations::Context&, StepRound const&);
[[nodiscard]] Result<operations::Answer> assign_round(db::WriteTx&, operations::Context&, AssignRound const&);
[[nodiscard]] Result<operations::Answer> close_round(db::WriteTx&, operations::Context&, StepRound const&);
[[nodiscard]] Result<operations::Answer> cancel_round(db::WriteTx&, operations::Context&, CancelRound const&);
[[nodiscard]] Result<operations::Answer> log_panel(db::WriteTx&, operations::Context&, StepRound const&);
[[nodiscard]] Result<operations::Answer> record_interview(db::WriteTx&, operations::Context&, RecordInterview const&);
[[nodiscard]] Result<operations::Answer> correct_interview(db::WriteTx&, operations::Context&, CorrectInterview const&);
[[nodiscard]] Result<operations::Answer> miss_interview(db::WriteTx&, operations::Context&, MissInterview const&);
[[nodiscard]] Result<operations::Answer> show_interview_phone(db::WriteTx&, operations::Context&, ShowInterviewPhone const&);

/// The day somebody was not met, checked. Fields on (date.future), retry_on (followup.retry_past).
[[nodiscard]] Result<Date> missed_day(MissedPart const&, Date today);

} // namespace rtkeren::followup
