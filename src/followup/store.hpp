#pragma once

#include "enterprise/operations.hpp"
#include "followup/inputs.hpp"
#include "followup/numbers.hpp"
#include "workflow/workflow.hpp"

#include <optional>
#include <string>
#include <vector>

/// Rows of the room: written by operations, read by pages.
namespace rtkeren::followup {

using enterprise::choice_of;
using enterprise::stored_choice;

/// Puts a visit onto the list of who visits there; nothing when it is there.
[[nodiscard]] Result<void> open_visit(db::WriteTx&, operations::Context&, VisitId);
/// The visit for somebody who reads at its place: followup.no_visit where it cannot be seen.
[[nodiscard]] Result<Visit> readable(db::ReadTx&, Actor const&, VisitId);
[[nodiscard]] bool may_visit(Actor const&, Visit const&);

struct Sale {
    std::string channel;
    std::optional<Rupiah> amount;
    std::optional<turnover::RecordId> record;
};
/// An answer as it is stored.
struct Answer {
    AnswerId id;
    std::optional<enterprise::BusinessId> business;
    std::string way;
    Date on;
    std::string producing, method; // method "" where no amount was told
    std::optional<Date> sold_from, sold_to;
    std::vector<Sale> sales; // by channel; filled by `with_parts`
    std::optional<std::int64_t> workers;
    std::vector<std::string> obstacles; // codes; filled by `with_parts`
    std::string obstacle_note, photo, next_step;
    std::optional<Date> next_on;
    std::string note, reason; // why it was corrected
    std::optional<AnswerId> corrects, replaced_by;
    UserId entered_by;
    PersonId entered_person;
    std::string entered_by_name;
    Instant entered_at;
};
[[nodiscard]] Result<std::vector<Answer>> answers_of(db::ReadTx&, CityId, VisitId); // oldest first
[[nodiscard]] Result<std::vector<Answer>> answers_of(db::ReadTx&, CityId, InterviewId);
/// Of the visits of one seat and of earlier days, the latest that counts: what the next one starts from.
[[nodiscard]] Result<std::optional<Answer>> last_answer(db::ReadTx&, CityId, Visit const&);

struct Try {
    Date on;
    std::string way, result, note, by;
    std::optional<Date> retry_on;
};
[[nodiscard]] Result<std::vector<Try>> tries_of(db::ReadTx&, CityId, VisitId); // oldest first
[[nodiscard]] Result<std::vector<Try>> tries_of(db::ReadTx&, CityId, InterviewId);

/// Who an answer is about: the visit or interview, whose business it may be, and which days the amounts are of.
struct Asked {
    std::optional<VisitId> visit {};
    std::optional<InterviewId> interview {};
    std::string place; // region code
    PersonId person;
    std::string photo_kind; // subject of the proof: "followup", "interview"
    std::optional<std::string> month {}; // of a survey: the month that is asked about
};
/// Checks and writes an answer with its turnover records and proof; a correction names what it replaces. Fields: on (date.future, followup.before_due),
/// sales.N.amount (followup.told_missing, followup.no_business, turnover's own), business, obstacle_note, file, next_on.
struct Written {
    AnswerId id;
    std::vector<Verdict> verdicts;
};
[[nodiscard]] Result<Written> write_answer(db::WriteTx&, operations::Context&, Asked const&, AnswerPart const&, std::optional<Answer> const& corrects = {}, std::string const& reason = {});
/// The days that an amount is of: the month before `on` (or the survey's month), the seven days before it.
struct Days {
    Date from, to;
};
[[nodiscard]] Days days_of(Told, Date on, std::optional<std::string> const& month);

/// Which of a person's businesses may be named: those that stand for themselves.
[[nodiscard]] Result<std::vector<enterprise::Business>> businesses_to_name(db::ReadTx&, CityId, PersonId);

/// A person's number in full, for who is about to call and had that written down.
[[nodiscard]] Result<std::string> full_phone(db::ReadTx&, Services const&, PersonId);

/// Whose move it is at a place today.
struct Turn {
    std::string role; // "pendamping", "pptk", "dinas"
    std::vector<std::string> names;
};
[[nodiscard]] Result<Turn> turn_at(db::ReadTx&, CityId, std::string_view kelurahan, Date today);

} // namespace rtkeren::followup
