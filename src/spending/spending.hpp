#pragma once

#include "payout/payout.hpp"

/// Expenses with their papers and taxes, from the phone to acceptance; cash book, advances, counts, tax payments, refunds, corrections.
namespace rtkeren::spending {

using ExpenseId = Id<struct ExpenseTag>;
using SupplierId = Id<struct SupplierTag>;
using UnplacedId = Id<struct UnplacedTag>;

/// What one purse bears of one purchase. A receipt for several lines gives a row a line; the amounts of the bill are then the whole bill's.
struct Expense {
    ExpenseId id;
    PurseId purse;
    planning::PlanLineId line;
    std::string number; // "017/BLJ/2024", given when it is recorded
    Date on;
    std::string supplier, receipt, description, category, spend_kind, state;
    Rupiah gross, withheld, net; // of the whole bill; net is what was paid to the supplier
    std::vector<std::string> papers_missing; // labels
    Rupiah charged {}, accepted {}, undone {}; // of this line: borne, thereof accepted, thereof not staying
    std::optional<Date> accepted_on {};
    Instant recorded_at {};
};
/// Latest first, withdrawn ones left out.
[[nodiscard]] Result<std::vector<Expense>> expenses_of_purse(db::ReadTx&, CityId, PurseId);
/// Spent and accepted of a purse by plan line.
struct LineSpending { planning::PlanLineId line; Rupiah spent, accepted; };
[[nodiscard]] Result<std::vector<LineSpending>> spending_by_line(db::ReadTx&, CityId, PurseId);
/// Taxes withheld and not yet paid of a pokmas, the oldest first. `key` as in the pack; the ledger's party is "tax:<key>".
struct TaxOwed { std::string key, label; Rupiah amount; Date due; ExpenseId expense; std::string number {}; bool city_tax {false}; };
[[nodiscard]] Result<std::vector<TaxOwed>> taxes_owed(db::ReadTx&, CityId, PokmasId);
/// A part of what is owed was paid to the treasury; the ledger entry is the caller's. Conflict spending.tax_not_owed {key, amount}.
[[nodiscard]] Result<void> settle_tax(db::WriteTx&, CityId, ExpenseId, std::string_view key, Rupiah amount);
/// The ledger's party of a kind of tax: "tax:pph22".
[[nodiscard]] PartyKey tax_party(std::string_view key);

/// Bought, but no purse can bear it yet.
struct Unplaced {
    UnplacedId id;
    PokmasId pokmas;
    std::string place;
    int year {0};
    PartyKey party; // whose advance it is
    std::string party_name, supplier, receipt, description;
    Rupiah amount;
    std::string reason;
    Date on;
    std::string state; // "open", "charged", "residents", "returned"
};
[[nodiscard]] Result<std::vector<Unplaced>> unplaced_of_pokmas(db::ReadTx&, CityId, PokmasId);

/// "expense": draft -> submitted -> goods_ok -> checked -> accepted, with ways back and out.
[[nodiscard]] workflow::Machine const& expense_machine();

} // namespace rtkeren::spending
