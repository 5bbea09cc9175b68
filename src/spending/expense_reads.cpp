#include "spending/expense_store.hpp"
#include "spending/sql.hpp"

namespace rtkeren::spending {

Result<std::vector<Expense>> expenses_of_purse(db::ReadTx& tx, CityId city, PurseId purse)
{
    auto const rows = TRY(tx.run(sql::expenses_of_purse, city, purse));
    std::vector<Expense> expenses;
    expenses.reserve(rows.size());
    for (auto const& row : rows)
        expenses.push_back({.id = row.id<ExpenseId>(0), .purse = row.id<PurseId>(1), .line = row.id<planning::PlanLineId>(2), .number = row.text(3), .on = row.date(4),
            .supplier = row.text(5), .receipt = row.text(6), .description = row.text(7), .category = row.text(8), .spend_kind = row.text(9), .state = row.text(10),
            .gross = row.rupiah(11), .withheld = row.rupiah(12), .net = row.rupiah(13), .papers_missing = split_lines(row.text(14)), .charged = row.rupiah(15),
            .accepted = row.rupiah(16), .undone = row.rupiah(17), .accepted_on = row.maybe_date(18), .recorded_at = row.instant(19)});
    return expenses;
}

Result<std::vector<LineSpending>> spending_by_line(db::ReadTx& tx, CityId city, PurseId purse)
{
    auto const rows = TRY(tx.run(sql::spending_by_line, city, purse));
    std::vector<LineSpending> lines;
    for (auto const& row : rows)
        lines.push_back({row.id<planning::PlanLineId>(0), row.rupiah(1), row.rupiah(2)});
    return lines;
}

Result<std::vector<TaxOwed>> taxes_owed(db::ReadTx& tx, CityId city, PokmasId pokmas)
{
    auto const rows = TRY(tx.run(sql::taxes_owed, city, pokmas));
    std::vector<TaxOwed> taxes;
    for (auto const& row : rows)
        taxes.push_back({row.text(0), row.text(1), row.rupiah(2), row.date(3), row.id<ExpenseId>(4), row.text(5), row.flag(6)});
    return taxes;
}

Result<void> settle_tax(db::WriteTx& tx, CityId city, ExpenseId expense, std::string_view key, Rupiah amount)
{
    auto const changed = TRY(tx.run(sql::settle_tax, city, expense, key, amount));
    if (changed.rows == 0)
        return Error::conflict("spending.tax_not_owed", {{"key", std::string(key)}, {"amount", std::to_string(amount.value())}});
    return Done {};
}

} // namespace rtkeren::spending
