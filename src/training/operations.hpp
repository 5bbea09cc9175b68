#pragma once

#include "sheets/sheets.hpp"
#include "training/store.hpp"

/// The operations of courses: what the room declares, one function each.
namespace rtkeren::training {

using operations::Answer;
using operations::Context;

[[nodiscard]] Result<Answer> save_topic(db::WriteTx&, Context&, SaveTopic const&);
[[nodiscard]] Result<Answer> retire_topic(db::WriteTx&, Context&, TopicStep const&);
[[nodiscard]] Result<Answer> restore_topic(db::WriteTx&, Context&, TopicStep const&);
[[nodiscard]] Result<Answer> take_topics(db::WriteTx&, Context&, TakeTopics const&);
[[nodiscard]] Result<Answer> import_topics(db::WriteTx&, Context&, ImportTopics const&);
[[nodiscard]] sheets::Kind const& topic_sheet();

[[nodiscard]] Result<Answer> plan_course(db::WriteTx&, Context&, PlanCourse const&);
[[nodiscard]] Result<Answer> change_course(db::WriteTx&, Context&, ChangeCourse const&);
[[nodiscard]] Result<Answer> add_trainer(db::WriteTx&, Context&, AddTrainer const&);
[[nodiscard]] Result<Answer> remove_trainer(db::WriteTx&, Context&, RemoveTrainer const&);

[[nodiscard]] Result<Answer> open_course(db::WriteTx&, Context&, CourseStep const&);
[[nodiscard]] Result<Answer> back_to_plan(db::WriteTx&, Context&, CourseStep const&);
[[nodiscard]] Result<Answer> reopen_course(db::WriteTx&, Context&, CourseStep const&);
[[nodiscard]] Result<Answer> start_course(db::WriteTx&, Context&, CourseStep const&);
[[nodiscard]] Result<Answer> finish_course(db::WriteTx&, Context&, FinishCourse const&);
[[nodiscard]] Result<Answer> resume_course(db::WriteTx&, Context&, CourseStep const&);
[[nodiscard]] Result<Answer> close_course(db::WriteTx&, Context&, CourseStep const&);
[[nodiscard]] Result<Answer> cancel_course(db::WriteTx&, Context&, CourseStep const&);

[[nodiscard]] Result<Answer> add_seat(db::WriteTx&, Context&, AddSeat const&);
[[nodiscard]] Result<Answer> apply(db::WriteTx&, Context&, Apply const&);
[[nodiscard]] Result<Answer> select_seats(db::WriteTx&, Context&, SelectSeats const&);
[[nodiscard]] Result<Answer> decide_seat(db::WriteTx&, Context&, DecideSeat const&);
/// Records the reason; the page alone has the number.
[[nodiscard]] Result<Answer> show_household(db::WriteTx&, Context&, SeatStep const&);
[[nodiscard]] Result<Answer> withdraw_seat(db::WriteTx&, Context&, SeatStep const&);
[[nodiscard]] Result<Answer> drop_seat(db::WriteTx&, Context&, SeatStep const&);

[[nodiscard]] Result<Answer> add_session(db::WriteTx&, Context&, AddSession const&);
[[nodiscard]] Result<Answer> move_session(db::WriteTx&, Context&, MoveSession const&);
[[nodiscard]] Result<Answer> cancel_session(db::WriteTx&, Context&, CancelSession const&);

[[nodiscard]] Result<Answer> record_scores(db::WriteTx&, Context&, RecordScores const&);
[[nodiscard]] Result<Answer> record_result(db::WriteTx&, Context&, RecordResult const&);
[[nodiscard]] Result<Answer> record_outcome(db::WriteTx&, Context&, RecordOutcome const&);
[[nodiscard]] Result<Answer> issue_certificates(db::WriteTx&, Context&, IssueCertificates const&);
[[nodiscard]] Result<Answer> withdraw_certificate(db::WriteTx&, Context&, SeatStep const&);

} // namespace rtkeren::training
