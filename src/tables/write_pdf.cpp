#include "documents/document.hpp"
#include "language/language.hpp"
#include "tables/flat.hpp"
#include "tables/render.hpp"

namespace rtkeren::tables {

namespace {

constexpr std::size_t paper_rows_max = 5'000;
constexpr int portrait_characters = 95; // beyond, the sheet is turned

documents::PaperTable paper_table(Table const& table)
{
    documents::PaperTable paper;
    for (auto const& column : table.columns)
        paper.columns.push_back({tr(column.label), double(width_of(column)), is_numeric(column.kind) ? documents::Align::End : documents::Align::Start});
    for (auto const& row : table.rows) {
        documents::TableRow line {.cells = {}, .strong = row.kind != RowKind::Data};
        for (auto const& cell : row.cells)
            line.cells.push_back(text_of(cell, table.zone));
        paper.rows.push_back(std::move(line));
    }
    auto totals = table.totals();
    for (std::size_t i = 0; i < totals.size(); ++i)
        paper.totals.push_back(!totals[i].is_empty() ? text_of(totals[i], table.zone) : i == 0 ? total_label(table) : std::string {});
    return paper;
}

int characters_across(Table const& table)
{
    int sum = 0;
    for (auto const& column : table.columns)
        sum += width_of(column);
    return sum;
}

} // namespace

Result<std::string> write_pdf(Table const& table, std::string const& city)
{
    if (table.rows.size() > paper_rows_max)
        return Error::invalid("list.too_long");
    documents::Setup setup {.title = table.title, .created = table.as_of.value_or(Instant {})};
    setup.paper = characters_across(table) > portrait_characters ? documents::Paper::Landscape : documents::Paper::Portrait;
    setup.footer = city;
    documents::Document document(std::move(setup));
    document.heading(1, table.title);
    if (!table.subtitle.empty())
        document.paragraph(table.subtitle);
    if (auto words = as_of_words(table); !words.empty())
        document.small(words);
    if (table.rows.empty())
        document.paragraph(table.empty_title.empty() ? tr("Belum ada isinya") : table.empty_title);
    else
        document.table(paper_table(table));
    for (auto const& note : table.notes)
        document.small(note);
    return document.render();
}

} // namespace rtkeren::tables
