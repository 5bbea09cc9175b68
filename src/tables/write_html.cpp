#include "language/language.hpp"
#include "tables/flat.hpp"
#include "tables/markup.hpp"
#include "tables/render.hpp"

namespace rtkeren::tables {

namespace {

/// "RT 01 RW 01", "28 Mar 2023": too short to be read in two lines.
bool stays_in_one_line(Column const& column, std::string_view text)
{
    constexpr std::size_t longest = 12; // bytes
    return !is_numeric(column.kind) && column.kind != Kind::Badge && text.size() <= longest && text.find(' ') != std::string_view::npos;
}

std::string cell_class(Column const& column, bool first, std::string_view text = {})
{
    std::string name = first ? "first" : "";
    auto add = [&](std::string_view word) {
        if (!name.empty())
            name += ' ';
        name += word;
    };
    if (is_numeric(column.kind))
        add("num");
    if (column.hide_on_phone)
        add("swap");
    if (stays_in_one_line(column, text))
        add("nowrap");
    return name;
}

/// Sentences get room where the table has more columns than fit: each would be as narrow as its longest word.
std::string heading_class(Column const& column, bool first)
{
    constexpr int sentence = 26; // characters
    auto name = cell_class(column, first);
    if (!is_numeric(column.kind) && column.width >= sentence)
        name += name.empty() ? "wide" : " wide";
    return name;
}

/// A tone is told by words (a badge); on other values it only colours what is said anyway.
std::string_view tint_class(Tone tone)
{
    switch (tone) {
    case Tone::No: return "late";
    case Tone::Warn: return "soon";
    case Tone::None:
    case Tone::Ok:
    case Tone::Info: return "";
    }
    return "";
}

void put_value(Markup& out, Cell const& cell, Kind kind, Zone zone)
{
    if (auto const* stages = std::get_if<Cell::Stages>(&cell.value())) {
        out.safe(charts::stage_bar(*stages, {}, charts::BarSize::Cell));
    } else if (kind == Kind::Badge && !cell.is_empty()) {
        out.open("span", {{"class", "badge"}, {"data-tone", name_of(cell.tone())}}).text(text_of(cell, zone)).close("span");
    } else if (auto tint = tint_class(cell.tone()); !tint.empty()) {
        out.open("span", {{"class", tint}}).text(text_of(cell, zone)).close("span");
    } else {
        out.text(text_of(cell, zone));
    }
}

void put_linked(Markup& out, Cell const& cell, Kind kind, Zone zone, std::string const& href)
{
    if (href.empty())
        return put_value(out, cell, kind, zone);
    out.open("a", {{"href", href}});
    put_value(out, cell, kind, zone);
    out.close("a");
}

void put_row(Markup& out, Table const& table, Row const& row)
{
    bool subtotal = row.kind == RowKind::Subtotal;
    out.open("tr", {{"data-tone", name_of(row.tone)}, {"data-href", row.href}, {"data-subtotal", subtotal ? "1" : ""}});
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        auto const& column = table.columns[i];
        auto const& cell = row.cells[i];
        auto const is_drawn = std::holds_alternative<Cell::Stages>(cell.value());
        auto name = cell_class(column, i == 0, is_drawn ? std::string {} : text_of(cell, table.zone));
        if (i == 0) {
            out.open("th", {{"scope", "row"}, {"class", name}});
            if (!row.picture.empty())
                out.raw(R"(<img class="thumb" alt="" loading="lazy" width="44" height="44" src=")").text(row.picture).raw(R"(">)");
            put_linked(out, cell, column.kind, table.zone, cell.href().empty() ? row.href : cell.href());
            out.close("th");
        } else {
            out.open("td", {{"class", name}, {"data-label", tr(column.label)}});
            put_linked(out, cell, column.kind, table.zone, cell.href());
            out.close("td");
        }
    }
    out.close("tr");
}

void put_group(Markup& out, Table const& table, Row const& row)
{
    out.open("tr", {{"data-group", "1"}}).open("th", {{"scope", "rowgroup"}, {"class", "first"}, {"colspan", std::to_string(table.columns.size())}});
    put_linked(out, row.cells.front(), Kind::Text, table.zone, row.href);
    out.close("th").close("tr");
}

void put_totals(Markup& out, Table const& table)
{
    auto totals = table.totals();
    if (totals.empty() || table.rows.empty())
        return;
    out.open("tfoot").open("tr");
    for (std::size_t i = 0; i < totals.size(); ++i) {
        auto const& column = table.columns[i];
        if (i == 0) {
            out.open("th", {{"scope", "row"}, {"class", cell_class(column, true)}});
            out.text(totals[0].is_empty() ? total_label(table) : text_of(totals[0], table.zone)).close("th");
        } else {
            out.open("td", {{"class", cell_class(column, false)}, {"data-label", totals[i].is_empty() ? "" : tr(column.label)}});
            if (!totals[i].is_empty())
                put_value(out, totals[i], column.kind, table.zone);
            out.close("td");
        }
    }
    out.close("tr").close("tfoot");
}

} // namespace

void put_table(Markup& out, Table const& table, HeadingWriter const& heading)
{
    out.open("div", {{"class", "scroll"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", table.title}});
    out.raw(table.short_cards ? R"(<table class="table" data-cards="short">)" : table.cards_on_phone ? R"(<table class="table" data-cards>)" : R"(<table class="table">)").open("thead").open("tr");
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        heading(out, table.columns[i], heading_class(table.columns[i], i == 0));
    out.close("tr").close("thead").open("tbody");
    for (auto const& row : table.rows) {
        if (row.kind == RowKind::Group)
            put_group(out, table, row);
        else
            put_row(out, table, row);
    }
    out.close("tbody");
    put_totals(out, table);
    out.close("table").close("div");
}

void put_notes(Markup& out, Table const& table)
{
    for (auto const& note : table.notes)
        out.open("p", {{"class", "small quiet"}}).text(note).close("p");
}

void put_empty(Markup& out, std::string_view title, std::string_view text)
{
    out.open("div", {{"class", "empty"}}).safe(html::icon("leaf")).open("b").text(title).close("b");
    if (!text.empty())
        out.open("p", {{"class", "small quiet"}}).text(text).close("p");
    out.close("div");
}

html::Safe write_html(Table const& table)
{
    Markup out;
    if (table.rows.empty()) {
        put_empty(out, table.empty_title.empty() ? tr("Belum ada isinya") : table.empty_title, table.empty_text);
    } else {
        put_table(out, table, [](Markup& markup, Column const& column, std::string const& name) {
            markup.open("th", {{"scope", "col"}, {"class", name}}).text(tr(column.label)).close("th");
        });
        if (auto words = as_of_words(table); !words.empty())
            out.open("p", {{"class", "small quiet"}}).text(words).close("p");
    }
    put_notes(out, table);
    return out.take();
}

} // namespace rtkeren::tables
