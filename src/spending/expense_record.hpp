#pragma once

#include "rules/rules.hpp"
#include "spending/expense_inputs.hpp"
#include "spending/expense_store.hpp"

/// From what somebody typed to an expense that can be written: lines, supplier, taxes, payments, and what the rules say.
namespace rtkeren::spending {

struct Draft {
    ExpenseId id;
    std::vector<Charge> charges; // amounts with tax that the purse bears
    PokmasId pokmas;
    std::string category; // of what was bought
    int year {0};
    std::shared_ptr<rules::Pack const> pack;
    Supplier supplier;
    std::string spend_kind;
    Rupiah gross, bill_total, residents_share, charged, withheld, net;
    rules::TaxAnswers answers;
    std::vector<StoredTax> taxes;
    ledger::Pays pays;
    PartyKey liable {"-"};
    std::vector<PaperInput> papers; // with the letters
    std::vector<std::string> papers_missing;
    std::vector<Verdict> verdicts; // none blocks
    std::optional<ExpenseId> replaces;
    [[nodiscard]] Charge const& first() const { return charges.front(); }
};
/// Everything read and judged, nothing written. Refusals: input.invalid with fields; verdicts that block;
/// Forbidden operation.not_allowed; Conflict spending.purse_closed, programme.year_not_running; Invalid spending.several_pokmas.
[[nodiscard]] Result<Draft> draft_of(db::ReadTx&, operations::Context&, RecordExpense const&, std::optional<ExpenseId> replaces = std::nullopt);
/// Posts and stores it.
[[nodiscard]] Result<operations::Answer> write_expense(db::WriteTx&, operations::Context&, RecordExpense const&, Draft&);
[[nodiscard]] Result<operations::Answer> record_expense(db::WriteTx&, operations::Context&, RecordExpense const&);

// -- parts of it --------------------------------------------------------------------------------------------------------

/// The lines that bear it, each with its amount of `net_of_residents`; `envelope` moves a single line to the unit's other purse.
[[nodiscard]] Result<std::vector<Charge>> charges_of_input(db::ReadTx&, CityId, RecordExpense const&, Rupiah net_of_residents);
/// Menu, bans, money that is there, the line, other units, the plan.
[[nodiscard]] Result<std::vector<Verdict>> judge_charges(db::ReadTx&, CityId, RecordExpense const&, Draft const&);
/// Warnings for who checks: receipts used twice, split bills.
[[nodiscard]] Result<std::vector<Verdict>> marks_of(db::ReadTx&, CityId, RecordExpense const&, Draft const&);
/// By id, or by name; a new one is made by `write_expense`. spending.no_supplier, required
[[nodiscard]] Result<Supplier> supplier_of_input(db::ReadTx&, operations::Context&, RecordExpense const&);
/// Fills taxes, withheld, charged; who bears what was not withheld is the pack's word.
[[nodiscard]] Result<void> add_taxes(RecordExpense const&, Draft&);
/// What was paid from where: the sum is `net`. spending.pay_differs {net, paid}
[[nodiscard]] Result<ledger::Pays> pays_of_input(RecordExpense const&, Rupiah net);
/// Taxes are due on the pack's day of the month after.
[[nodiscard]] Date tax_due_day(Date on, rules::Pack const&);
/// Attaches papers; answers what a reused photo makes to look at.
[[nodiscard]] Result<std::vector<Verdict>> attach_papers(db::WriteTx&, operations::Context&, ExpenseId, std::vector<PaperInput> const&);

} // namespace rtkeren::spending
