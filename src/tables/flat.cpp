#include "tables/flat.hpp"

#include "language/language.hpp"

#include <algorithm>
#include <array>

namespace rtkeren::tables {

namespace {

Cell::Stages const* stages_in(std::vector<Cell> const& cells, std::size_t index)
{
    return index < cells.size() ? std::get_if<Cell::Stages>(&cells[index].value()) : nullptr;
}

std::array<bool, charts::stage_count> used_stages(Table const& table, std::size_t index)
{
    std::array<bool, charts::stage_count> used {};
    for (auto const& row : table.rows) {
        if (auto const* stages = stages_in(row.cells, index)) {
            for (auto const& entry : *stages)
                used.at(std::size_t(entry.stage)) |= !entry.amount.is_zero();
        }
    }
    return used;
}

void add_stage_columns(Table const& table, std::size_t index, std::vector<FlatColumn>& flat)
{
    auto const& column = table.columns[index];
    auto used = used_stages(table, index);
    for (std::size_t i = 0; i < used.size(); ++i) {
        auto stage = charts::Stage(i);
        if (used.at(i))
            flat.push_back({tr(column.label) + ": " + charts::label_of(stage), column.key + '_' + std::string(charts::name_of(stage)), Kind::Rupiah, index, stage, 16});
    }
}

} // namespace

std::vector<FlatColumn> flat_columns(Table const& table)
{
    std::vector<FlatColumn> flat;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        auto const& column = table.columns[i];
        if (column.kind == Kind::StageBar)
            add_stage_columns(table, i, flat);
        else
            flat.push_back({tr(column.label), column.key, column.kind, i, {}, width_of(column)});
    }
    return flat;
}

Cell flat_cell(std::vector<Cell> const& cells, FlatColumn const& column)
{
    if (column.source >= cells.size())
        return {};
    if (!column.stage)
        return cells[column.source];
    Rupiah sum;
    auto const* stages = stages_in(cells, column.source);
    if (!stages)
        return {};
    for (auto const& entry : *stages) {
        if (entry.stage == *column.stage)
            sum += entry.amount;
    }
    return Cell(sum);
}

bool has_groups(Table const& table)
{
    return std::ranges::any_of(table.rows, [](Row const& row) { return row.kind == RowKind::Group; });
}

std::string as_of_words(Table const& table)
{
    if (!table.as_of)
        return {};
    return tr("Angka per {date}, {time}", {{"date", format_date(table.as_of->date_in(table.zone), language::current())}, {"time", format_time(*table.as_of, table.zone)}});
}

std::string total_label(Table const& table)
{
    bool whole = table.given_totals || (table.first_page && table.next.empty());
    return whole ? tr("Jumlah") : tr("Jumlah halaman ini");
}

std::string plain_percent(BasisPoints share)
{
    auto value = share.value();
    auto magnitude = value < 0 ? -std::int64_t {value} : std::int64_t {value};
    auto text = (value < 0 ? "-" : "") + std::to_string(magnitude / 100);
    if (auto rest = magnitude % 100; rest != 0) {
        text += '.';
        text += char('0' + rest / 10);
        if (rest % 10 != 0)
            text += char('0' + rest % 10);
    }
    return text;
}

} // namespace rtkeren::tables
