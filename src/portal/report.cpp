#include "portal/report.hpp"

#include "charts/stages.hpp"
#include "language/language.hpp"

#include <array>
#include <map>

namespace rtkeren::portal {

namespace {

using ledger::Stage;
using ledger::StageAmounts;

struct Figure {
    std::string_view key, label; // label is a msgid
    Rupiah (*of)(StageAmounts const&);
};
constexpr std::array figures {
    Figure {"pagu_awal", TR_NOOP("Pagu awal"), [](StageAmounts const& a) { return a.pagu_awal(); }},
    Figure {"pagu", TR_NOOP("Pagu"), [](StageAmounts const& a) { return a.of(Stage::Pagu); }},
    Figure {"rencana", TR_NOOP("Rencana"), [](StageAmounts const& a) { return a.of(Stage::Rencana); }},
    Figure {"kontrak", TR_NOOP("Kontrak"), [](StageAmounts const& a) { return a.kontrak(); }},
    Figure {"cair", TR_NOOP("Cair"), [](StageAmounts const& a) { return a.of(Stage::Cair); }},
    Figure {"belanja", TR_NOOP("Belanja"), [](StageAmounts const& a) { return a.of(Stage::Belanja); }},
    Figure {"sah", TR_NOOP("Sah"), [](StageAmounts const& a) { return a.of(Stage::Sah); }},
    Figure {"kembali", TR_NOOP("Kembali"), [](StageAmounts const& a) { return a.of(Stage::Kembali); }},
    Figure {"batal", TR_NOOP("Batal"), [](StageAmounts const& a) { return a.of(Stage::Batal); }},
};

void add(StageAmounts& into, StageAmounts const& more)
{
    for (std::size_t i = 0; i < into.amounts.size(); ++i)
        into.amounts[i] += more.amounts[i];
}

Result<std::vector<MoneyRow>> rows_of_kelurahan(db::ReadTx& tx, CityId city, int year, std::optional<Date> as_of, std::string_view place)
{
    auto balances = as_of ? ledger::place_balances_as_of(tx, city, year, *as_of) : ledger::place_balances(tx, city, year);
    auto all = TRY(std::move(balances));
    std::vector<MoneyRow> rows;
    for (auto const& balance : all) {
        if (!territory::holds(place, balance.kelurahan))
            continue;
        auto region = TRY(territory::find(tx, city, balance.kelurahan));
        rows.push_back({balance.kelurahan, region.name, balance.envelope, balance.amounts});
    }
    return rows;
}

Result<std::vector<MoneyRow>> rows_of_units(db::ReadTx& tx, CityId city, int year, std::optional<Date> as_of, std::string_view place)
{
    auto purses = TRY(programme::purses_below(tx, city, year, place));
    std::vector<MoneyRow> rows;
    for (auto const& purse : purses) {
        auto amounts = as_of ? ledger::purse_as_of(tx, city, purse.id, *as_of) : ledger::balance(tx, city, purse.id);
        auto known = TRY(std::move(amounts));
        rows.push_back({purse.unit_code, purse.unit_name, purse.envelope, known});
    }
    return rows;
}

} // namespace

Result<MoneyReport> money_report(db::ReadTx& tx, CityId city, int year, std::optional<Date> as_of, std::string_view place, Date today)
{
    TRY(programme::year_of(tx, city, year));
    std::string code;
    bool by_unit = false;
    if (!place.empty()) {
        auto parsed = TRY(territory::PlaceCode::parse(place));
        TRY(territory::find(tx, city, parsed.text));
        by_unit = parsed.level >= territory::Level::Rw;
        code = parsed.text;
    }
    auto rows = by_unit ? rows_of_units(tx, city, year, as_of, code) : rows_of_kelurahan(tx, city, year, as_of, code);
    MoneyReport report {year, as_of.value_or(today), TRY(std::move(rows)), {}};
    for (auto const& row : report.rows)
        add(report.total, row.amounts);
    return report;
}

boost::json::object to_json(MoneyReport const& report)
{
    auto const with_figures = [](boost::json::object object, StageAmounts const& amounts) {
        for (auto const& figure : figures)
            object[figure.key] = figure.of(amounts).value();
        return object;
    };
    boost::json::array rows;
    for (auto const& row : report.rows)
        rows.push_back(with_figures({{"place", row.place}, {"name", row.name}, {"envelope", row.envelope}}, row.amounts));
    return {{"year", report.year}, {"as_of", report.as_of.iso()}, {"total", with_figures({}, report.total)}, {"rows", std::move(rows)}};
}

tables::Table to_table(MoneyReport const& report, std::string const& city_name)
{
    tables::Table table;
    table.title = tr("Di mana uang berdiri, {city} {year}", {{"city", city_name}, {"year", std::to_string(report.year)}});
    table.subtitle = tr("Per {date}", {{"date", format_date(report.as_of, language::current())}});
    table.columns = {{.key = "place", .label = TR_NOOP("Kode")}, {.key = "name", .label = TR_NOOP("Wilayah")}, {.key = "envelope", .label = TR_NOOP("Kantong")}};
    for (auto const& figure : figures)
        table.columns.push_back({.key = std::string(figure.key), .label = std::string(figure.label), .kind = tables::Kind::Rupiah, .total = true});
    for (auto const& row : report.rows) {
        std::vector<tables::Cell> cells {row.place, row.name, row.envelope};
        for (auto const& figure : figures)
            cells.emplace_back(figure.of(row.amounts));
        table.add(std::move(cells)).at(territory::href_of(row.place) + "?tahun=" + std::to_string(report.year));
    }
    return table;
}

} // namespace rtkeren::portal
