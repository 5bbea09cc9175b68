#include "planning/import_rows.hpp"

#include "base/text.hpp"
#include "language/language.hpp"

#include <algorithm>

namespace rtkeren::planning {
namespace {

std::vector<documents::Wanted> wanted_of(SheetKind const& kind)
{
    std::vector<documents::Wanted> wanted;
    for (auto const& column : kind.columns) {
        auto names = column.names;
        names.emplace_back(column.label);
        names.emplace_back(column.key);
        wanted.push_back({std::string(column.key), std::move(names), column.required});
    }
    return wanted;
}

std::string text_of_cell(documents::SheetCell const& cell)
{
    if (cell.date)
        return cell.date->iso();
    auto text = std::string(trim(cell.text));
    if (cell.kind == documents::CellKind::Number)
        std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

/// A field that holds the separator, a quote or a line break stands in quotes.
std::string quoted(std::string const& text)
{
    if (text.find_first_of(";\"\n\r") == std::string::npos)
        return text;
    std::string result = "\"";
    for (auto const letter : text)
        result += letter == '"' ? "\"\"" : std::string(1, letter);
    return result + "\"";
}

std::vector<tables::Column> table_columns(SheetKind const& kind)
{
    std::vector<tables::Column> columns;
    for (auto const& column : kind.columns)
        columns.push_back({.key = std::string(column.key), .label = std::string(column.label)});
    return columns;
}

std::string why(SheetLine const& line)
{
    std::string text;
    for (auto const& error : line.errors)
        text += (text.empty() ? "" : " ") + language::word(error);
    return text;
}

} // namespace

SheetKind const& plan_sheet()
{
    static SheetKind const kind { "planning.import_plan", "lines", "contoh-rab",
        {{"unit", TR_NOOP("Kode unit"), {"kode rt", "kode wilayah", "rt"}, true, true}, {"category", TR_NOOP("Kategori"), {"kode kegiatan", "menu" }},
            {"activity", TR_NOOP("Kegiatan"), {"nama kegiatan"}, false}, {"item", TR_NOOP("Uraian"), {"uraian barang", "barang", "nama barang" }},
            {"specification", TR_NOOP("Spesifikasi"), {"spek"}, false}, {"quantity", TR_NOOP("Volume"), {"vol", "jumlah barang", "banyak" }},
            {"measure", TR_NOOP("Satuan"), {"sat" }}, {"unit_price", TR_NOOP("Harga satuan"), {"harga", "harga rp" }},
            {"spend_kind", TR_NOOP("Jenis belanja"), {"jenis"}, false }},
        {{"35.72.03.1002.003.002", "drainase", "Saluran tepi gang 3", "Batu bata", "Press, kelas 1", "12,5", "m3", "90000", "barang"},
            {"35.72.03.1002.003.002", "pelatihan_kue", "Pelatihan kue kering", "Honor pengajar", "2 hari", "2", "orang hari", "750000", "honor" } }};
    return kind;
}

SheetKind const& price_sheet()
{
    static SheetKind const kind { "planning.import_prices", "prices", "contoh-harga",
        {{"place", TR_NOOP("Kode wilayah"), {"wilayah"}, false}, {"item", TR_NOOP("Barang atau jasa"), {"uraian", "barang", "nama barang" }},
            {"unit", TR_NOOP("Satuan"), {"sat" }}, {"price", TR_NOOP("Harga"), {"harga satuan" }}, {"source", TR_NOOP("Sumber"), {"dasar" }},
            {"valid_from", TR_NOOP("Berlaku dari"), {"mulai" }}, {"valid_until", TR_NOOP("Berlaku sampai"), {"sampai"}, false }},
        {{"", "Batu bata", "m3", "900000", "SK standar harga 2023", "2023-01-01", ""},
            {"35.72.03", "Paving K300", "m2", "110000", "Survei pasar Mei 2023", "2023-05-01", "2023-12-31" } }};
    return kind;
}

bool SheetLines::ok() const
{
    return std::all_of(lines.begin(), lines.end(), [](SheetLine const& line) { return line.errors.empty(); });
}

Result<SheetLines> read_sheet(SheetKind const& kind, documents::Workbook const& book)
{
    auto const table = TRY(documents::find_table(book, wanted_of(kind)));
    SheetLines sheet;
    for (auto const& row : table.lines) {
        SheetLine line {row.number, {}, {}};
        for (std::size_t i = 0; i < kind.columns.size(); ++i) {
            auto text = text_of_cell(row.cells[i]);
            auto const has_above = kind.columns[i].fill_down && !sheet.lines.empty();
            line.texts.push_back(text.empty() && has_above ? sheet.lines.back().texts[i] : std::move(text));
        }
        sheet.lines.push_back(std::move(line));
    }
    return sheet;
}

boost::json::object input_of(SheetKind const& kind, SheetLines const& sheet, std::int64_t year)
{
    boost::json::array rows;
    for (auto const& line : sheet.lines) {
        boost::json::object row;
        for (std::size_t i = 0; i < kind.columns.size(); ++i)
            row[kind.columns[i].key] = line.texts[i].empty() ? boost::json::value(nullptr) : boost::json::value(line.texts[i]);
        rows.push_back(std::move(row));
    }
    return {{"year", year}, {kind.list, std::move(rows)}};
}

void add_errors(SheetKind const& kind, SheetLines& sheet, std::vector<FieldError> const& errors)
{
    for (auto const& error : errors) {
        auto const parts = split(error.name, '.');
        auto const number = parts.size() >= 2 && parts[0] == kind.list ? parse_integer(parts[1]) : std::nullopt;
        if (number && *number >= 0 && std::size_t(*number) < sheet.lines.size())
            sheet.lines[std::size_t(*number)].errors.push_back(error);
    }
}

std::string text_of(SheetKind const& kind, SheetLines const& sheet)
{
    std::string text;
    for (auto const& column : kind.columns)
        text += (text.empty() ? "" : ";") + std::string(column.label);
    for (auto const& line : sheet.lines) {
        text += '\n';
        for (std::size_t i = 0; i < line.texts.size(); ++i)
            text += (i == 0 ? "" : ";") + quoted(line.texts[i]);
    }
    return text;
}

tables::Table template_of(SheetKind const& kind)
{
    tables::Table table;
    table.title = std::string(kind.filename);
    table.filename = std::string(kind.filename);
    table.columns = table_columns(kind);
    for (auto const& example : kind.examples)
        table.add({example.begin(), example.end()});
    return table;
}

tables::Table rejected_of(SheetKind const& kind, SheetLines const& sheet)
{
    tables::Table table;
    table.title = tr("Baris yang ditolak");
    table.filename = "ditolak";
    table.columns = table_columns(kind);
    table.columns.push_back({.key = "why", .label = TR_NOOP("Alasan ditolak"), .width = 60});
    for (auto const& line : sheet.lines) {
        if (line.errors.empty())
            continue;
        std::vector<tables::Cell> cells {line.texts.begin(), line.texts.end()};
        cells.emplace_back(why(line));
        table.add(std::move(cells));
    }
    return table;
}

std::string columns_text(SheetKind const& kind)
{
    std::string names;
    for (auto const& column : kind.columns)
        names += (names.empty() ? "" : "; ") + tr(column.label);
    return tr("Baris pertama judul kolom: {names}", {{"names", names}});
}

} // namespace rtkeren::planning
