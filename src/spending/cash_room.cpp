#include "spending/cash.hpp"
#include "spending/cash_fields.hpp"
#include "spending/cash_operations.hpp"

namespace rtkeren::spending {

std::vector<operations::Operation> cash_operations()
{
    using operations::make;
    return {
        make<CashMove>("spending.draw_cash", "spending.cash", "Draw cash from the bank account", draw_cash),
        make<CashMove>("spending.pay_in", "spending.cash", "Pay cash into the bank account", pay_in),
        make<GiveAdvance>("spending.give_advance", "spending.cash", "Give a named person an advance from the cash", give_advance),
        make<ReturnAdvance>("spending.return_advance", "spending.cash", "Take back the rest of an advance", return_advance),
        make<PayTax>("spending.pay_tax", "spending.tax", "Record that withheld taxes were paid, with NTPN or NTPD", pay_tax),
        make<CashMove>("spending.record_interest", "spending.cash", "Record interest, which belongs to the treasury", record_interest),
        make<CashMove>("spending.record_bank_fee", "spending.cash", "Record a fee that the bank took from the interest", record_bank_fee),
        make<CashMove>("spending.record_tax_on_interest", "spending.cash", "Record tax that the bank took from the interest", record_tax_on_interest),
        make<ReturnInterest>("spending.return_interest", "spending.cash", "Return interest to the treasury with its deposit slip", return_interest),
        make<CashMove>("spending.residents_in", "spending.cash", "Record residents' own money in the cash", residents_in),
        make<CashMove>("spending.residents_used", "spending.cash", "Record that residents' own money was used", residents_used),
        make<ResidentsValue>("spending.residents_value", "spending.cash", "Record the value of work or goods given by residents", residents_value),
        make<CountCash>("spending.count_cash", "spending.cash", "Count the cash; what is missing or over is posted", count_cash),
        make<CashMove>("spending.unknown_money_in", "spending.cash", "Record money of unknown origin in the bank account", unknown_money_in),
        make<Repay>("spending.repay", "spending.cash", "Record that somebody repaid what they owed", repay),
        make<RepayToTreasury>("spending.repay_to_treasury", "spending.cash", "Record a repayment straight to the treasury after closing", repay_to_treasury),
        make<ReturnLeftover>("spending.return_leftover", "reporting.return_leftover", "Return what is left of purses to the treasury with its deposit slip", return_leftover),
        make<WriteOff>("spending.write_off", "spending.write_off", "Write off what somebody owes, by decree", write_off),
        make<HandOver>("spending.hand_over", "spending.handover", "Pass purses with their money and debts to another group, by minutes", hand_over),
        make<SignMonth>("spending.sign_month", "spending.sign_month", "Sign a month of the cash book: treasurer, then chair", sign_month),
        make<ReturnMonth>("spending.return_month", "spending.sign_month", "Return a month that waits for the chair's signature", return_month),
        make<TakeBack>("spending.take_back", "", "Take back an entry of the cash book by a reversing entry", take_back),
    };
}

std::vector<workflow::Machine> cash_machines() { return {month_machine()}; }

} // namespace rtkeren::spending
