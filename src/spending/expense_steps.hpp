#pragma once

#include "spending/expense_inputs.hpp"
#include "spending/expense_store.hpp"
#include "workflow/workflow.hpp"

/// The work of the operations on an expense that is there.
namespace rtkeren::spending {

/// The expense, when the actor has the permission there. Forbidden operation.not_allowed; Forbidden workflow.four_eyes when it was entered for this very person and
/// `judges` is set; Conflict workflow.moved {state, version}.
[[nodiscard]] Result<StoredExpense> expense_for(db::ReadTx&, operations::Context const&, ExpenseId, std::string_view permission, std::optional<std::int64_t> version, bool judges);
[[nodiscard]] Result<void> note(db::WriteTx&, operations::Context const&, StoredExpense const&, std::string_view operation, boost::json::object summary = {}, std::string_view reason = {});
[[nodiscard]] operations::Answer answer_of(StoredExpense const&, std::string message, std::string state, std::int64_t version);
/// Of a posting about this expense.
[[nodiscard]] ledger::Header header_of(operations::Context&, StoredExpense const&, Date on, std::string text);
/// Attaches papers and writes what is missing still; answers warnings.
[[nodiscard]] Result<std::vector<Verdict>> add_papers(db::WriteTx&, operations::Context&, StoredExpense const&, std::vector<PaperInput> const&);

[[nodiscard]] Result<operations::Answer> submit_expense(db::WriteTx&, operations::Context&, StepExpense const&);
[[nodiscard]] Result<operations::Answer> goods_ok(db::WriteTx&, operations::Context&, StepExpense const&);
[[nodiscard]] Result<operations::Answer> check_expense(db::WriteTx&, operations::Context&, StepExpense const&);
[[nodiscard]] Result<operations::Answer> ask_back(db::WriteTx&, operations::Context&, AskExpense const&);
[[nodiscard]] Result<operations::Answer> answer_question(db::WriteTx&, operations::Context&, AnswerExpense const&);
[[nodiscard]] Result<operations::Answer> add_evidence(db::WriteTx&, operations::Context&, StepExpense const&);

[[nodiscard]] Result<operations::Answer> accept_expense(db::WriteTx&, operations::Context&, StepExpense const&);
[[nodiscard]] Result<operations::Answer> accept_bulk(db::WriteTx&, operations::Context&, AcceptBulk const&);
/// Which of these the actor must have opened before accepting all of them at once: at least one, one of ten; the program picks, the same ones each time.
[[nodiscard]] std::vector<ExpenseId> sample_of(std::vector<ExpenseId> const&, UserId);
[[nodiscard]] Result<void> record_opening(Services&, Actor const&, ExpenseId);

/// Until somebody acted on it its maker takes it back; later who checks asks back first.
[[nodiscard]] bool may_take_back(Actor const&, StoredExpense const&);
[[nodiscard]] Result<operations::Answer> withdraw_expense(db::WriteTx&, operations::Context&, WithdrawExpense const&);
[[nodiscard]] Result<operations::Answer> correct_expense(db::WriteTx&, operations::Context&, CorrectExpense const&);
[[nodiscard]] Result<operations::Answer> not_accept(db::WriteTx&, operations::Context&, UndoExpense const&);
[[nodiscard]] Result<operations::Answer> disallow(db::WriteTx&, operations::Context&, UndoExpense const&);
[[nodiscard]] Result<operations::Answer> refund(db::WriteTx&, operations::Context&, RefundExpense const&);

/// spending.no_unplaced
[[nodiscard]] Result<Unplaced> find_unplaced(db::ReadTx&, CityId, UnplacedId);
[[nodiscard]] Result<operations::Answer> record_unplaced(db::WriteTx&, operations::Context&, RecordUnplaced const&);
[[nodiscard]] Result<operations::Answer> place_unplaced(db::WriteTx&, operations::Context&, PlaceUnplaced const&);

} // namespace rtkeren::spending
