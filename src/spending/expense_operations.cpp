#include "spending/expense_record.hpp"
#include "spending/expense_steps.hpp"
#include "spending/room.hpp"

namespace rtkeren::spending {

std::vector<operations::Operation> expense_operations()
{
    using operations::make;
    return {
        make<RecordExpense>("spending.record_expense", "spending.record", "Record a purchase with its receipt, taxes and payment; from the right purse and plan line", record_expense),
        make<CorrectExpense>("spending.correct", "spending.record", "Reverse an expense that nobody acted on, or that was asked back, and record it anew", correct_expense),
        make<WithdrawExpense>("spending.withdraw", "spending.record", "Reverse an expense that was recorded by mistake", withdraw_expense),
        make<StepExpense>("spending.submit", "spending.record", "Send an expense to be checked", submit_expense),
        make<StepExpense>("spending.add_papers", "spending.record", "Attach more papers to an expense", add_evidence),
        make<StepExpense>("spending.goods_ok", "spending.goods", "The supervisors saw the goods", goods_ok),
        make<StepExpense>("spending.check", "spending.check", "Receipt, tax and plan line are right", check_expense),
        make<AskExpense>("spending.ask_back", "", "Ask back with a coded reason, by whoever has the next step", ask_back),
        make<AnswerExpense>("spending.answer", "spending.record", "Answer what was asked", answer_question),
        make<StepExpense>("spending.accept", "spending.accept", "Accept an expense", accept_expense),
        make<AcceptBulk>("spending.accept_bulk", "spending.accept", "Accept the clean rest at once, after the sample that the program picked was opened", accept_bulk),
        make<UndoExpense>("spending.not_accept", "spending.accept", "Refuse all or part of an expense; somebody owes it", not_accept),
        make<UndoExpense>("spending.disallow", "spending.disallow", "Disallow all or part of an accepted expense; somebody owes it", disallow),
        make<RefundExpense>("spending.supplier_refund", "spending.record", "The supplier gave all or part of the money back", refund),
        make<RecordUnplaced>("spending.record_unplaced", "spending.record", "Bought, but no purse can bear it: an advance of who paid", record_unplaced),
        make<PlaceUnplaced>("spending.place_unplaced", "spending.record", "Charge it to a plan line, to residents' money, or the money came back", place_unplaced),
    };
}

} // namespace rtkeren::spending
