#include "app/plain_table.hpp"

#include "language/language.hpp"
#include "tables/flat.hpp"
#include "tables/render.hpp"

#include <algorithm>

namespace rtkeren::app {

namespace {

using Line = std::vector<std::string>;

/// Characters, not bytes: names carry accents and minus signs.
std::size_t width_of(std::string_view text)
{
    return std::size_t(std::ranges::count_if(text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

Line line_of(std::vector<tables::Cell> const& cells, std::vector<tables::FlatColumn> const& columns, Zone zone)
{
    Line line;
    for (auto const& column : columns)
        line.push_back(tables::text_of(tables::flat_cell(cells, column), zone));
    return line;
}

void put_line(std::string& out, Line const& line, std::vector<std::size_t> const& widths, std::vector<tables::FlatColumn> const& columns)
{
    std::string text;
    for (std::size_t i = 0; i < line.size(); ++i) {
        std::string const gap(widths[i] - width_of(line[i]), ' ');
        text += (i == 0 ? "" : "  ") + (tables::is_numeric(columns[i].kind) ? gap + line[i] : line[i] + gap);
    }
    out += text.substr(0, text.find_last_not_of(' ') + 1) + '\n';
}

} // namespace

std::string plain_table(tables::Table const& table)
{
    auto const columns = tables::flat_columns(table);
    std::vector<Line> lines(1);
    for (auto const& column : columns)
        lines.front().push_back(column.label);
    for (auto const& row : table.rows)
        if (row.kind == tables::RowKind::Data)
            lines.push_back(line_of(row.cells, columns, table.zone));
    auto const has_totals = table.has_totals() && lines.size() > 1;
    if (has_totals) {
        lines.push_back(line_of(table.totals(), columns, table.zone));
        lines.back().front() = tables::total_label(table);
    }
    std::vector<std::size_t> widths(columns.size(), 0);
    for (auto const& line : lines)
        for (std::size_t i = 0; i < line.size(); ++i)
            widths[i] = std::max(widths[i], width_of(line[i]));
    std::string out = table.title + (table.subtitle.empty() ? "" : ". " + table.subtitle) + "\n\n";
    for (std::size_t i = 0; i < lines.size(); ++i) {
        auto const is_total = has_totals && i + 1 == lines.size();
        if (i == 1 || is_total) {
            std::size_t whole = 2 * (widths.size() - 1);
            for (auto const width : widths)
                whole += width;
            out += std::string(whole, '-') + '\n';
        }
        put_line(out, lines[i], widths, columns);
    }
    return out;
}

} // namespace rtkeren::app
