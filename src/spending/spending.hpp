#pragma once

#include "payout/payout.hpp"

/// Expenses with their papers and taxes, from the phone to acceptance; cash book, advances, counts, tax payments, refunds, corrections.
namespace rtkeren::spending {

using ExpenseId = Id<struct ExpenseTag>;
using SupplierId = Id<struct SupplierTag>;

struct Expense {
    ExpenseId id;
    PurseId purse;
    planning::PlanLineId line;
    std::string number; // "017/BLJ/2024", given at submission
    Date on;
    std::string supplier, receipt, description, category, spend_kind, state;
    Rupiah gross, withheld, net;
    std::vector<std::string> papers_missing; // labels
};
[[nodiscard]] Result<std::vector<Expense>> expenses_of_purse(db::ReadTx&, CityId, PurseId);
/// Spent and accepted of a purse by plan line.
struct LineSpending { planning::PlanLineId line; Rupiah spent, accepted; };
[[nodiscard]] Result<std::vector<LineSpending>> spending_by_line(db::ReadTx&, CityId, PurseId);
/// Taxes withheld and not yet paid of a pokmas.
struct TaxOwed { std::string key, label; Rupiah amount; Date due; ExpenseId expense; };
[[nodiscard]] Result<std::vector<TaxOwed>> taxes_owed(db::ReadTx&, CityId, PokmasId);

} // namespace rtkeren::spending
