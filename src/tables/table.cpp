#include "tables/table.hpp"

#include "base/check.hpp"

#include <algorithm>

namespace rtkeren::tables {

std::string_view name_of(Tone tone)
{
    switch (tone) {
    case Tone::None: return "";
    case Tone::Ok: return "ok";
    case Tone::Warn: return "warn";
    case Tone::No: return "no";
    case Tone::Info: return "info";
    }
    return "";
}

bool is_numeric(Kind kind)
{
    return kind == Kind::Rupiah || kind == Kind::Integer || kind == Kind::Percent;
}

int width_of(Column const& column)
{
    if (column.width > 0)
        return column.width;
    switch (column.kind) {
    case Kind::Text:
    case Kind::Link: return 28;
    case Kind::Rupiah: return 16;
    case Kind::Integer:
    case Kind::Percent:
    case Kind::Flag: return 9;
    case Kind::Date: return 14;
    case Kind::Instant:
    case Kind::Badge:
    case Kind::StageBar: return 18;
    }
    return 28;
}

Row& Table::add(std::vector<Cell> cells)
{
    CHECK(cells.size() == columns.size());
    rows.push_back({.cells = std::move(cells)});
    return rows.back();
}

Row& Table::add_group(std::string label)
{
    rows.push_back({.cells = {Cell(std::move(label))}, .kind = RowKind::Group});
    return rows.back();
}

Row& Table::add_subtotal(std::vector<Cell> cells)
{
    CHECK(cells.size() == columns.size());
    rows.push_back({.cells = std::move(cells), .kind = RowKind::Subtotal});
    return rows.back();
}

bool Table::has_totals() const
{
    return given_totals.has_value() || std::ranges::any_of(columns, &Column::total);
}

namespace {

Cell sum_of(std::vector<Row> const& rows, std::size_t index, Kind kind)
{
    Rupiah amount;
    std::int64_t number = 0;
    for (auto const& row : rows) {
        if (row.kind != RowKind::Data)
            continue;
        auto const& value = row.cells[index].value();
        if (auto const* rupiah = std::get_if<Rupiah>(&value))
            amount += *rupiah;
        else if (auto const* integer = std::get_if<std::int64_t>(&value))
            number += *integer;
    }
    return kind == Kind::Rupiah ? Cell(amount) : Cell(number);
}

} // namespace

std::vector<Cell> Table::totals() const
{
    if (given_totals)
        return *given_totals;
    std::vector<Cell> cells;
    if (!has_totals())
        return cells;
    for (std::size_t i = 0; i < columns.size(); ++i)
        cells.push_back(columns[i].total ? sum_of(rows, i, columns[i].kind) : Cell());
    return cells;
}

} // namespace rtkeren::tables
