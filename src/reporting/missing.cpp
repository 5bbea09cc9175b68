#include "language/language.hpp"
#include "reporting/sql.hpp"
#include "reporting/store.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace rtkeren::reporting {
namespace {

using ledger::CashKind;
using ledger::Stage;

std::string digits_of(Rupiah amount)
{
    return std::to_string(amount.value());
}

/// What is looked at, and what was found to lack.
struct Search {
    db::ReadTx& tx;
    CityId city;
    PokmasId pokmas;
    int year;
    std::vector<programme::Purse> purses;
    std::shared_ptr<rules::Pack const> pack;
    std::vector<Missing> found {};
    bool is_spent {false};

    void add(std::string code, Severity severity, Arguments numbers, std::string href, std::string document, std::string permission = {})
    {
        found.push_back({std::move(code), severity, std::move(numbers), std::move(href), std::move(document), std::move(permission)});
    }
};

/// Wages and allowances are proved by lists, which have no number.
bool has_receipt(rules::Pack const& pack, std::string_view spend_kind)
{
    auto const* kind = pack.spend_kind(spend_kind);
    return kind != nullptr && std::ranges::any_of(kind->papers, [](auto const& paper) { return paper.kind == "nota"; });
}

void look_at(Search& search, spending::Expense const& expense)
{
    auto const href = "/belanja/" + expense.id.str();
    auto const document = tr("Belanja {number}", {{"number", expense.number}});
    for (auto const& paper : expense.papers_missing)
        search.add("reporting.missing_paper", Severity::Block, {{"number", expense.number}, {"paper", paper}}, href, document);
    if (expense.receipt.empty() && has_receipt(*search.pack, expense.spend_kind))
        search.add("reporting.missing_receipt", Severity::Block, {{"number", expense.number}}, href, document);
    auto const* state = spending::expense_machine().state(expense.state);
    if (state != nullptr && state->kind != workflow::StateKind::End)
        search.add("reporting.missing_acceptance", Severity::Block, {{"number", expense.number}, {"state", tr(state->label)}, {"amount", digits_of(expense.gross)}}, href, document);
}

Result<void> look_at_expenses(Search& search)
{
    std::map<std::string, spending::Expense> expenses; // a receipt for several purses once, by number
    for (auto const& purse : search.purses) {
        auto const some = TRY(spending::expenses_of_purse(search.tx, search.city, purse.id));
        for (auto const& expense : some)
            expenses.emplace(expense.number, expense);
    }
    search.is_spent = !expenses.empty();
    for (auto const& [number, expense] : expenses)
        look_at(search, expense);
    auto const unplaced = TRY(spending::unplaced_of_pokmas(search.tx, search.city, search.pokmas));
    for (auto const& each : unplaced) {
        if (each.state == "open" && each.year == search.year)
            search.add("reporting.missing_unplaced", Severity::Block, {{"supplier", each.supplier}, {"amount", digits_of(each.amount)}}, "/pokmas/" + search.pokmas.str(),
                tr("Pembelian {supplier}", {{"supplier", each.supplier}}));
    }
    return Done {};
}

Result<void> look_at_taxes(Search& search)
{
    auto const rows = TRY(search.tx.run(sql::taxes, search.city, search.pokmas, search.year));
    for (auto const& row : rows) {
        auto const owed = row.rupiah(6);
        if (owed.is_positive())
            search.add("reporting.missing_tax", Severity::Block,
                {{"label", row.text(2)}, {"amount", digits_of(owed)}, {"due", row.date(7).iso()}, {"number", row.text(9)}}, "/kas/" + search.pokmas.str() + "/pajak",
                tr("Pajak belanja {number}", {{"number", row.text(9)}}), "spending.tax");
    }
    return Done {};
}

Result<void> look_at_photos(Search& search, programme::Purse const& purse, bool is_first_of_unit)
{
    auto const href = progress_href(purse.unit_code, search.year);
    if (is_first_of_unit) {
        auto const boards = TRY(search.tx.one("reporting.no_photo", sql::count_boards, search.city, purse.unit, search.year));
        if (boards.integer(0) == 0)
            search.add("reporting.missing_board", Severity::Warn, {{"unit", purse.unit_name}}, href, purse.unit_name);
    }
    auto const works = TRY(plans_works(search.tx, search.city, purse.id, *search.pack));
    if (!works)
        return Done {};
    auto const photos = TRY(photos_of_purse(search.tx, search.city, purse.id));
    for (int stage : {0, 50, 100}) {
        auto const is_there = std::ranges::any_of(photos, [stage](Photo const& photo) { return photo.paper == "foto" && photo.stage == stage; });
        if (!is_there)
            search.add("reporting.missing_photo", Severity::Block, {{"unit", purse.unit_name}, {"stage", std::to_string(stage)}}, href, purse.unit_name);
    }
    return Done {};
}

Result<void> look_at_purses(Search& search)
{
    Rupiah under_way, left;
    std::set<std::string> units;
    for (auto const& purse : search.purses) {
        auto const amounts = TRY(ledger::balance(search.tx, search.city, purse.id));
        under_way += amounts.of(Stage::Sp2d);
        left += amounts.of(Stage::Cair);
        // Nothing was disbursed: there is no work to show.
        auto const disbursed = amounts.of(Stage::Cair) + amounts.of(Stage::Belanja) + amounts.of(Stage::Sah);
        if (!disbursed.is_zero())
            TRY(look_at_photos(search, purse, units.insert(purse.unit_code).second));
    }
    if (under_way.is_positive())
        search.add("reporting.missing_money", Severity::Block, {{"amount", digits_of(under_way)}}, "/pokmas/" + search.pokmas.str(), tr("Pencairan"));
    auto const cash = TRY(ledger::cash_of(search.tx, search.city, search.pokmas));
    auto const kas = "/kas/" + search.pokmas.str();
    if (left.is_positive())
        search.add("reporting.missing_leftover", Severity::Warn, {{"amount", digits_of(left)}}, kas + "/kembalikan", tr("Sisa uang"), "reporting.return_leftover");
    if (cash.of(CashKind::Panjar).is_positive())
        search.add("reporting.missing_advance", Severity::Warn, {{"amount", digits_of(cash.of(CashKind::Panjar))}}, kas + "/panjar-kembali", tr("Panjar"),
            "spending.cash");
    if (cash.of(CashKind::Piutang).is_positive())
        search.add("reporting.missing_debt", Severity::Warn, {{"amount", digits_of(cash.of(CashKind::Piutang))}}, kas, tr("Piutang"));
    return Done {};
}

} // namespace

Result<std::vector<Missing>> missing(db::ReadTx& tx, CityId city, PokmasId pokmas, int year)
{
    auto purses = TRY(purses_of_pokmas(tx, city, pokmas, year));
    auto pack = TRY(rules::released(tx, city, year));
    Search search {tx, city, pokmas, year, std::move(purses), std::move(pack)};
    TRY(look_at_expenses(search));
    TRY(look_at_taxes(search));
    TRY(look_at_purses(search));
    if (!search.is_spent)
        search.add("reporting.missing_spending", Severity::Warn, {}, "/belanja/baru", tr("Belanja"), "spending.record");
    auto const findings = TRY(open_findings(tx, city, pokmas));
    for (auto const& each : findings)
        search.add("reporting.missing_finding", Severity::Warn, {{"number", each.number}, {"title", each.title}}, href_of(each.id), tr("Temuan {number}", {{"number", each.number}}));
    std::ranges::stable_partition(search.found, [](Missing const& each) { return each.severity == Severity::Block; });
    return std::move(search.found);
}

bool is_complete(std::vector<Missing> const& all)
{
    return std::ranges::none_of(all, [](Missing const& each) { return each.severity == Severity::Block; });
}

} // namespace rtkeren::reporting
