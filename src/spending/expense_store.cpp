#include "spending/expense_store.hpp"

#include "spending/sql.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace rtkeren::spending {
namespace {

StoredExpense expense_of(db::Row const& row)
{
    StoredExpense expense {.id = row.id<ExpenseId>(0), .year = int(row.integer(1)), .pokmas = row.id<PokmasId>(2), .purse = row.id<PurseId>(3), .envelope = row.text(4),
        .category = row.text(5), .place = row.text(6), .place_name = row.text(7), .kelurahan = row.text(8), .number = row.text(9), .on = row.date(10), .supplier = row.id<SupplierId>(11),
        .supplier_name = row.text(12), .receipt = row.text(13), .description = row.text(14), .spend_kind = row.text(15), .gross = row.rupiah(16), .residents_share = row.rupiah(17),
        .charged = row.rupiah(18), .withheld = row.rupiah(19), .paid = row.rupiah(20), .undone = row.rupiah(21), .joint = row.text(22), .marks = row.integer(23),
        .papers_missing = row.text(24), .accepted_on = row.maybe_date(25), .recorded_at = row.instant(26), .entered_by = row.id<UserId>(27), .entered_person = row.id<PersonId>(28),
        .entered_for = row.maybe_id<PersonId>(29), .live = row.flag(30), .entry = row.id<EntryId>(31), .state = row.text(32), .version = row.integer(33), .due = row.maybe_date(34),
        .since = row.instant(35), .waits_for = row.text(36)};
    return expense;
}

Bearer bearer_of(std::string const& text)
{
    return text == name_of(Bearer::Withheld) ? Bearer::Withheld : text == name_of(Bearer::Purse) ? Bearer::Purse : Bearer::Person;
}

std::vector<Charge> charges_of(db::Rows const& rows)
{
    std::vector<Charge> charges;
    charges.reserve(rows.size());
    for (auto const& row : rows)
        charges.push_back(charge_of(row));
    return charges;
}

} // namespace

std::string_view name_of(Bearer bearer)
{
    return bearer == Bearer::Withheld ? "withheld" : bearer == Bearer::Purse ? "purse" : "person";
}

Result<StoredExpense> find_expense(db::ReadTx& tx, CityId city, ExpenseId id)
{
    auto const row = TRY(tx.one("spending.no_expense", sql::expense, city, id));
    return expense_of(row);
}

Result<ExpenseDetails> details_of(db::ReadTx& tx, CityId city, ExpenseId id)
{
    auto const row = TRY(tx.one("spending.no_expense", sql::expense_details, city, id));
    return ExpenseDetails {row.rupiah(0), row.text(1), row.text(2), row.text(3), int(row.integer(4)), row.maybe_date(5), row.maybe_id<ExpenseId>(6), row.maybe_id<ExpenseId>(7),
        row.maybe_instant(8)};
}

Result<std::vector<StoredShare>> shares_of(db::ReadTx& tx, CityId city, ExpenseId id)
{
    auto const rows = TRY(tx.run(sql::shares_of_expense, city, id));
    std::vector<StoredShare> shares;
    for (auto const& row : rows)
        shares.push_back({int(row.integer(0)), row.id<planning::PlanLineId>(1), row.id<PurseId>(2), row.text(3), row.rupiah(4), row.rupiah(5), row.rupiah(6)});
    return shares;
}

ledger::Parts parts_left(std::span<StoredShare const> shares)
{
    ledger::Parts parts;
    for (auto const& share : shares)
        if (share.left().is_positive())
            parts.push_back({share.purse, share.category, share.left()});
    return parts;
}

Result<std::vector<StoredTax>> taxes_of(db::ReadTx& tx, CityId city, ExpenseId id)
{
    auto const rows = TRY(tx.run(sql::taxes_of_expense, city, id));
    std::vector<StoredTax> taxes;
    for (auto const& row : rows)
        taxes.push_back({row.text(0), row.text(1), row.rupiah(2), row.rupiah(3), bearer_of(row.text(4)), row.flag(5), row.date(6), row.rupiah(7), row.rupiah(8)});
    return taxes;
}

Charge charge_of(db::Row const& row)
{
    return {.line = row.id<planning::PlanLineId>(0), .year = int(row.integer(1)), .purse = row.id<PurseId>(2), .envelope = row.text(3), .category = row.text(4), .activity = row.text(5),
        .item = row.text(6), .planned = row.rupiah(7), .spend_kind = row.text(8), .unit = row.id<territory::RegionId>(9), .unit_code = row.text(10), .unit_name = row.text(11),
        .kelurahan = row.text(12), .pokmas = row.maybe_id<PokmasId>(13), .closed = row.text(14) != ledger::name_of(ledger::PurseState::Open), .purse_left = row.rupiah(15),
        .spent = row.rupiah(16), .measure = row.text(17), .quantity_thousandths = row.integer(18), .unit_price = row.rupiah(19)};
}

Result<Charge> charge_of_line(db::ReadTx& tx, CityId city, planning::PlanLineId line)
{
    auto const row = TRY(tx.one("planning.no_line", sql::charge_of_line, city, line));
    return charge_of(row);
}

Result<std::vector<Charge>> charges_of_purse(db::ReadTx& tx, CityId city, PurseId purse)
{
    auto const rows = TRY(tx.run(sql::charges_of_purse, city, purse));
    return charges_of(rows);
}

Result<std::vector<Charge>> charges_of_unit(db::ReadTx& tx, CityId city, territory::RegionId unit, int year)
{
    auto const rows = TRY(tx.run(sql::charges_of_unit, city, unit, year));
    return charges_of(rows);
}

std::string href_of(ExpenseId id)
{
    return "/belanja/" + id.str();
}

std::string join_lines(std::vector<std::string> const& texts)
{
    std::string joined;
    for (auto const& text : texts)
        joined += (joined.empty() ? "" : "\n") + text;
    return joined;
}

std::vector<std::string> split_lines(std::string_view text)
{
    std::vector<std::string> lines;
    if (text.empty())
        return lines;
    for (auto const line : split(text, '\n'))
        lines.emplace_back(line);
    return lines;
}

std::string verdicts_json(std::vector<Verdict> const& verdicts)
{
    boost::json::array all;
    for (auto const& verdict : verdicts)
        all.push_back(operations::to_json(verdict));
    return boost::json::serialize(all);
}

std::vector<Verdict> verdicts_of_json(std::string_view text)
{
    std::vector<Verdict> verdicts;
    auto const parsed = boost::json::parse(text);
    for (auto const& each : parsed.as_array())
        verdicts.push_back(operations::verdict_of(each.as_object()));
    return verdicts;
}

} // namespace rtkeren::spending
