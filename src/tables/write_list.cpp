#include "language/language.hpp"
#include "tables/flat.hpp"
#include "tables/markup.hpp"
#include "tables/render.hpp"

#include <algorithm>

namespace rtkeren::tables {

namespace {

void put_hidden(Markup& out, std::string_view name, std::string_view value)
{
    if (!value.empty())
        out.open("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
}

void put_search(Markup& out, ListRequest const& request)
{
    out.raw(R"(<div class="field"><label for="f-q">)").text(tr("Cari")).raw("</label>");
    out.open("input", {{"class", "input"}, {"type", "search"}, {"id", "f-q"}, {"name", "q"}, {"maxlength", "100"}, {"value", request.q}}).close("div");
}

void put_filter(Markup& out, Filter const& filter, std::string const& current)
{
    auto id = "f-" + filter.name;
    out.raw(R"(<div class="field">)").open("label", {{"for", id}}).text(tr(filter.label)).close("label");
    out.open("select", {{"class", "input"}, {"id", id}, {"name", filter.name}});
    out.raw(R"(<option value="">)").text(tr("Semua")).close("option");
    for (auto const& choice : filter.choices) {
        out.open("option", {{"value", choice.value}, {"selected", choice.value == current ? "selected" : ""}});
        out.text(choice.label).close("option");
    }
    out.close("select").close("div");
}

void put_export_menu(Markup& out, TableSpec const& spec, ListRequest const& request)
{
    struct Entry {
        Format format;
        std::string_view label;
        std::string_view icon;
    };
    constexpr Entry entries[] = {{Format::Xlsx, "XLSX", "file-spreadsheet"}, {Format::Csv, "CSV", "file-type-csv"}, {Format::Pdf, "PDF", "file-type-pdf"}, {Format::Json, "JSON", "database"}};
    out.raw(R"(<details class="menu" data-end><summary class="btn" data-kind="second">)").safe(html::icon("download")).text(tr("Unduh")).raw("</summary><ul>");
    for (auto const& entry : entries)
        out.open("li").open("a", {{"href", href_of(spec, request, {.format = entry.format})}}).safe(html::icon(entry.icon)).text(entry.label).close("a").close("li");
    out.raw("</ul></details>");
}

bool is_narrowed(ListRequest const& request)
{
    return !request.q.empty() || !request.filters.empty();
}

/// The same list without search and filters.
std::string cleared_href(TableSpec const& spec, ListRequest const& request)
{
    auto cleared = request;
    cleared.q.clear();
    cleared.filters.clear();
    return href_of(spec, cleared);
}

void put_bar(Markup& out, TableSpec const& spec, ListRequest const& request)
{
    bool has_choices = std::ranges::any_of(spec.filters, [](Filter const& filter) { return !filter.choices.empty(); });
    if (!spec.search && !has_choices) {
        out.raw(R"(<div class="filters">)");
        put_export_menu(out, spec, request);
        out.close("div");
        return;
    }
    out.open("form", {{"class", "filters"}, {"method", "get"}, {"action", spec.path}, {"role", "search"}});
    for (auto const& [name, value] : spec.kept)
        put_hidden(out, name, value);
    if (spec.search)
        put_search(out, request);
    for (auto const& filter : spec.filters) {
        if (filter.choices.empty())
            put_hidden(out, filter.name, request.filter(filter.name));
        else
            put_filter(out, filter, request.filter(filter.name));
    }
    if (!request.sort.empty())
        put_hidden(out, "sort", (request.descending ? "-" : "") + request.sort);
    if (request.limit != limit_usual)
        put_hidden(out, "limit", std::to_string(request.limit));
    out.raw(R"(<button class="btn" data-kind="second">)").text(tr("Terapkan")).close("button");
    if (is_narrowed(request))
        out.open("a", {{"class", "btn"}, {"data-kind", "plain"}, {"href", cleared_href(spec, request)}}).text(tr("Hapus saringan")).close("a");
    put_export_menu(out, spec, request);
    out.close("form");
}

void put_heading(Markup& out, TableSpec const& spec, ListRequest const& request, Column const& column, std::string const& name)
{
    bool sorted = !column.sort.empty() && request.sort == column.key;
    auto order = !sorted ? "" : request.descending ? "descending" : "ascending";
    out.open("th", {{"scope", "col"}, {"class", name}, {"aria-sort", order}});
    if (column.sort.empty()) {
        out.text(tr(column.label));
    } else {
        auto next = sorted && !request.descending ? "-" + column.key : column.key;
        out.open("a", {{"class", "sort"}, {"href", href_of(spec, request, {.sort = next})}}).text(tr(column.label)).close("a");
    }
    out.close("th");
}

void put_pager(Markup& out, Table const& table, TableSpec const& spec, ListRequest const& request)
{
    auto count = std::ranges::count(table.rows, RowKind::Data, &Row::kind);
    auto words = trn("{n} baris", "{n} baris", count);
    if (auto as_of = as_of_words(table); !as_of.empty())
        words += ". " + as_of;
    out.open("nav", {{"class", "pager"}, {"aria-label", tr("Halaman")}}).open("span", {{"class", "quiet"}}).text(words).close("span");
    if (!table.first_page)
        out.open("a", {{"class", "btn"}, {"data-kind", "plain"}, {"href", href_of(spec, request)}}).text(tr("Kembali ke awal")).close("a");
    if (!table.next.empty()) {
        out.open("a", {{"class", "btn"}, {"data-kind", "second"}, {"rel", "next"}, {"href", href_of(spec, request, {.after = table.next})}});
        out.text(tr("Berikutnya")).safe(html::icon("chevron-right")).close("a");
    }
    out.close("nav");
}

} // namespace

html::Safe write_html(Table const& table, TableSpec const& spec, ListRequest const& request)
{
    Markup out;
    put_bar(out, spec, request);
    if (!table.rows.empty()) {
        put_table(out, table, [&](Markup& markup, Column const& column, std::string const& name) { put_heading(markup, spec, request, column, name); });
    } else if (is_narrowed(request)) {
        put_empty(out, tr("Tidak ada yang cocok"), tr("Ubah kata yang dicari atau hapus saringan."));
    } else {
        put_empty(out, table.empty_title.empty() ? tr("Belum ada isinya") : table.empty_title, table.empty_text);
    }
    put_pager(out, table, spec, request);
    put_notes(out, table);
    return out.take();
}

} // namespace rtkeren::tables
