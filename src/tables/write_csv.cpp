#include "base/text.hpp"
#include "language/language.hpp"
#include "tables/flat.hpp"
#include "tables/render.hpp"

namespace rtkeren::tables {

namespace {

/// What a file carries: bare numbers, ISO dates.
struct PlainText {
    Zone zone;

    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(std::string const& text) const { return text; }
    std::string operator()(Rupiah amount) const { return std::to_string(amount.value()); }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(BasisPoints share) const { return plain_percent(share); }
    std::string operator()(Date date) const { return date.iso(); }
    std::string operator()(Instant instant) const { return instant.iso(); }
    std::string operator()(bool flag) const { return flag ? "1" : "0"; }
    std::string operator()(Cell::Stages const& stages) const { return charts::stage_words(stages); }
};

bool starts_formula(std::string_view text)
{
    return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
}

void put_field(std::string& out, std::string_view text)
{
    bool quote = text.find_first_of(",\"\r\n;") != std::string_view::npos || text != trim(text);
    if (!quote) {
        out += text;
        return;
    }
    out += '"';
    for (char character : text) {
        if (character == '"')
            out += '"';
        out += character;
    }
    out += '"';
}

void put_text(std::string& out, std::string const& text)
{
    put_field(out, starts_formula(text) ? "'" + text : text);
}

void put_cell(std::string& out, Cell const& cell, Zone zone)
{
    if (auto const* text = std::get_if<std::string>(&cell.value()))
        put_text(out, *text);
    else
        put_field(out, std::visit(PlainText {zone}, cell.value()));
}

} // namespace

std::string write_csv(Table const& table)
{
    auto columns = flat_columns(table);
    bool grouped = has_groups(table);
    std::string out = "\xEF\xBB\xBF";
    if (grouped)
        put_field(out, tr("Kelompok"));
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (i > 0 || grouped)
            out += ',';
        put_text(out, columns[i].label);
    }
    out += "\r\n";
    std::string group;
    for (auto const& row : table.rows) {
        if (row.kind == RowKind::Group)
            group = text_of(row.cells.front(), table.zone);
        if (row.kind != RowKind::Data)
            continue;
        if (grouped)
            put_text(out, group);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (i > 0 || grouped)
                out += ',';
            put_cell(out, flat_cell(row.cells, columns[i]), table.zone);
        }
        out += "\r\n";
    }
    return out;
}

} // namespace rtkeren::tables
