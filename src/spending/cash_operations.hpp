#pragma once

#include "spending/cash_desk.hpp"
#include "workflow/machine.hpp"

/// The work of the cash book's operations; `cash_operations()` names them. Each is a row of the event table of the ledger.
namespace rtkeren::spending {

Result<Answer> draw_cash(db::WriteTx&, Context&, CashMove const&);
Result<Answer> pay_in(db::WriteTx&, Context&, CashMove const&);
Result<Answer> give_advance(db::WriteTx&, Context&, GiveAdvance const&);
Result<Answer> return_advance(db::WriteTx&, Context&, ReturnAdvance const&);
Result<Answer> record_interest(db::WriteTx&, Context&, CashMove const&);
Result<Answer> record_bank_fee(db::WriteTx&, Context&, CashMove const&);
Result<Answer> record_tax_on_interest(db::WriteTx&, Context&, CashMove const&);
Result<Answer> unknown_money_in(db::WriteTx&, Context&, CashMove const&);
Result<Answer> residents_in(db::WriteTx&, Context&, CashMove const&);
Result<Answer> residents_used(db::WriteTx&, Context&, CashMove const&);
Result<Answer> residents_value(db::WriteTx&, Context&, ResidentsValue const&);
Result<Answer> count_cash(db::WriteTx&, Context&, CountCash const&);
Result<Answer> pay_tax(db::WriteTx&, Context&, PayTax const&);

Result<Answer> repay(db::WriteTx&, Context&, Repay const&);
Result<Answer> repay_to_treasury(db::WriteTx&, Context&, RepayToTreasury const&);
Result<Answer> return_interest(db::WriteTx&, Context&, ReturnInterest const&);
Result<Answer> return_leftover(db::WriteTx&, Context&, ReturnLeftover const&);
Result<Answer> write_off(db::WriteTx&, Context&, WriteOff const&);

Result<Answer> hand_over(db::WriteTx&, Context&, HandOver const&);
Result<Answer> sign_month(db::WriteTx&, Context&, SignMonth const&);
Result<Answer> return_month(db::WriteTx&, Context&, ReturnMonth const&);
Result<Answer> take_back(db::WriteTx&, Context&, TakeBack const&);

/// Whether `take_back` may reverse entries of this kind.
[[nodiscard]] bool is_takeable(ledger::EntryKind);
/// A month signed by the treasurer waits for the chair: awaiting -> signed, or returned.
[[nodiscard]] workflow::Machine const& month_machine();

} // namespace rtkeren::spending
