#include "followup/panel_rows.hpp"

#include "followup/sql.hpp"
#include "secrets/secrets.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace rtkeren::followup {
namespace {

constexpr std::string_view other = "other";
constexpr std::size_t pseudonym_digits = 16;

using Units = std::map<std::string, std::set<std::string>>; // value -> units

/// Which values are too few to be shown, so that those that are hidden together are enough.
std::set<std::string> hidden_of(Units const& units, std::int64_t smallest)
{
    std::vector<std::pair<std::int64_t, std::string>> by_size;
    for (auto const& [value, members] : units)
        by_size.emplace_back(std::ssize(members), value);
    std::ranges::sort(by_size);
    std::set<std::string> hidden;
    std::int64_t together = 0;
    for (auto const& [size, value] : by_size) {
        auto const is_needed = size < smallest || (together > 0 && together < smallest);
        if (!is_needed)
            break;
        hidden.insert(value);
        together += size;
    }
    return hidden;
}

void coarsen_one(std::vector<PanelRow*> const& rows, std::string PanelRow::*member, std::int64_t smallest)
{
    Units units;
    for (auto const* row : rows)
        units[row->*member].insert(row->unit);
    auto const hidden = hidden_of(units, smallest);
    for (auto* row : rows)
        if (hidden.contains(row->*member))
            row->*member = other;
}

std::string cohort_of(std::optional<Date> finished) { return finished ? std::to_string(finished->year()) + (finished->month() <= 6 ? "-1" : "-2") : "never"; }

} // namespace

void coarsen(std::vector<PanelRow>& rows, std::int64_t smallest)
{
    std::vector<PanelRow*> all;
    for (auto& row : rows)
        all.push_back(&row);
    coarsen_one(all, &PanelRow::cohort, smallest);
    std::map<std::string, std::vector<PanelRow*>> by_cohort;
    for (auto* row : all)
        by_cohort[row->cohort].push_back(row);
    for (auto& [cohort, members] : by_cohort)
        coarsen_one(members, &PanelRow::kelurahan, smallest);
}

Result<std::vector<PanelRow>> panel_of(db::ReadTx& tx, Services const& services, Round const& until)
{
    auto const rows = TRY(tx.run(sql::panel_rows, services.city, until.number));
    std::vector<PanelRow> panel;
    std::set<std::string> units;
    for (auto const& row : rows) {
        PanelRow line;
        line.unit = services.keys.lookup("followup.panel", row.text(0)).substr(0, pseudonym_digits);
        line.period = row.text(1);
        line.round = row.integer(2);
        line.kelurahan = row.text(4);
        line.producing = row.text(5);
        line.workers = row.is_null(6) ? std::nullopt : std::optional(row.integer(6));
        line.method = row.text_or(7);
        line.sold = row.is_null(8) ? std::nullopt : std::optional(row.rupiah(8));
        line.cohort = cohort_of(row.maybe_date(9));
        units.insert(line.unit);
        panel.push_back(std::move(line));
    }
    if (std::ssize(units) < turnover::smallest_group)
        return Error::conflict("followup.panel_small", {{"count", std::to_string(units.size())}, {"least", std::to_string(turnover::smallest_group)}});
    coarsen(panel, turnover::smallest_group);
    std::ranges::sort(panel, [](PanelRow const& a, PanelRow const& b) { return std::tie(a.round, a.unit) < std::tie(b.round, b.unit); });
    return panel;
}

std::string panel_csv(std::vector<PanelRow> const& rows)
{
    std::string text = "unit,period,round,cohort,kelurahan,producing,method,turnover,workers\r\n";
    for (auto const& row : rows)
        text += row.unit + ',' + row.period + ',' + std::to_string(row.round) + ',' + row.cohort + ',' + row.kelurahan + ',' + row.producing + ',' + row.method + ','
            + (row.sold ? std::to_string(row.sold->value()) : "") + ',' + (row.workers ? std::to_string(*row.workers) : "") + "\r\n";
    return text;
}

} // namespace rtkeren::followup
