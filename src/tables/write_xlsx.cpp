#include "language/language.hpp"
#include "tables/flat.hpp"
#include "tables/render.hpp"

#include <xlsxwriter.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <unistd.h>

namespace rtkeren::tables {

namespace {

constexpr std::size_t sheet_text_max = 32'767; // characters of one cell, Excel's limit
constexpr std::int64_t exact_integer_max = 999'999'999'999'999; // 15 digits survive a spreadsheet's number

/// A name for libxlsxwriter, which writes to files only; removed at the end.
class TemporaryPath {
public:
    TemporaryPath()
    {
        std::error_code failed;
        auto folder = std::filesystem::temp_directory_path(failed);
        m_path = ((failed ? std::filesystem::path("/tmp") : folder) / "rtkeren-XXXXXX").string();
        int file = ::mkstemp(m_path.data());
        m_made = file >= 0;
        if (m_made)
            ::close(file);
    }
    ~TemporaryPath()
    {
        if (m_made)
            ::unlink(m_path.c_str());
    }
    TemporaryPath(TemporaryPath const&) = delete;
    TemporaryPath& operator=(TemporaryPath const&) = delete;
    [[nodiscard]] bool made() const { return m_made; }
    [[nodiscard]] std::string const& path() const { return m_path; }

private:
    std::string m_path;
    bool m_made {false};
};

struct Formats {
    lxw_format* title;
    lxw_format* quiet;
    lxw_format* head;
    lxw_format* group;
    lxw_format* of_kind[2][10]; // plain and bold, by Kind
};

char const* number_format(Kind kind)
{
    switch (kind) {
    case Kind::Rupiah:
    case Kind::Integer: return "#,##0;[Red]-#,##0";
    case Kind::Percent: return "0.00%";
    case Kind::Date: return "dd/mm/yyyy";
    case Kind::Instant: return "dd/mm/yyyy hh:mm";
    case Kind::Text:
    case Kind::Link:
    case Kind::Badge:
    case Kind::StageBar:
    case Kind::Flag: return "@";
    }
    return "@";
}

Formats make_formats(lxw_workbook* book)
{
    Formats formats {};
    formats.title = workbook_add_format(book);
    format_set_bold(formats.title);
    format_set_font_size(formats.title, 14);
    formats.quiet = workbook_add_format(book);
    format_set_font_color(formats.quiet, 0x555555);
    formats.head = workbook_add_format(book);
    format_set_bold(formats.head);
    format_set_text_wrap(formats.head);
    format_set_bottom(formats.head, LXW_BORDER_THIN);
    format_set_bg_color(formats.head, 0xE8EEF0);
    formats.group = workbook_add_format(book);
    format_set_bold(formats.group);
    for (int bold = 0; bold < 2; ++bold) {
        for (int kind = 0; kind < 10; ++kind) {
            auto* format = workbook_add_format(book);
            format_set_num_format(format, number_format(Kind(kind)));
            if (bold == 1)
                format_set_bold(format);
            formats.of_kind[bold][kind] = format;
        }
    }
    return formats;
}

/// Writes one table into one sheet; cells carry numbers and dates, not their texts.
class SheetWriter {
public:
    SheetWriter(lxw_workbook* book, lxw_worksheet* sheet, Table const& table)
        : m_sheet(sheet), m_table(table), m_columns(flat_columns(table)), m_formats(make_formats(book)) { }

    void write()
    {
        put_head();
        for (auto const& row : m_table.rows)
            put_row(row);
        auto last = m_row;
        put_totals();
        for (auto const& note : m_table.notes)
            put_text(++m_row, 0, note, m_formats.quiet);
        if (last > m_head_row + 1 && !m_columns.empty())
            worksheet_autofilter(m_sheet, m_head_row, 0, last - 1, lxw_col_t(m_columns.size() - 1));
    }

private:
    void put_text(lxw_row_t row, lxw_col_t column, std::string const& text, lxw_format* format)
    {
        auto fits = text.size() <= sheet_text_max ? text : text.substr(0, sheet_text_max - 4);
        while (!fits.empty() && fits.size() < text.size() && (static_cast<unsigned char>(text[fits.size()]) & 0xC0) == 0x80)
            fits.pop_back();
        worksheet_write_string(m_sheet, row, column, fits.c_str(), format);
    }

    void put_head()
    {
        put_text(m_row++, 0, m_table.title, m_formats.title);
        if (!m_table.subtitle.empty())
            put_text(m_row++, 0, m_table.subtitle, m_formats.quiet);
        if (auto words = as_of_words(m_table); !words.empty())
            put_text(m_row++, 0, words, m_formats.quiet);
        m_head_row = ++m_row;
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            put_text(m_head_row, lxw_col_t(i), m_columns[i].label, m_formats.head);
            worksheet_set_column(m_sheet, lxw_col_t(i), lxw_col_t(i), m_columns[i].width, nullptr);
        }
        ++m_row;
        worksheet_freeze_panes(m_sheet, m_row, 0);
        worksheet_repeat_rows(m_sheet, m_head_row, m_head_row);
    }

    void put_row(Row const& row)
    {
        if (row.kind == RowKind::Group) {
            put_text(m_row++, 0, text_of(row.cells.front(), m_table.zone), m_formats.group);
            return;
        }
        for (std::size_t i = 0; i < m_columns.size(); ++i)
            put_cell(lxw_col_t(i), flat_cell(row.cells, m_columns[i]), row.kind == RowKind::Subtotal);
        ++m_row;
    }

    void put_totals()
    {
        auto totals = m_table.totals();
        if (totals.empty())
            return;
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            auto cell = flat_cell(totals, m_columns[i]);
            if (i == 0 && cell.is_empty())
                cell = Cell(total_label(m_table));
            put_cell(lxw_col_t(i), cell, true);
        }
        ++m_row;
    }

    [[nodiscard]] lxw_format* format_for(Kind kind, bool bold) const { return m_formats.of_kind[bold ? 1 : 0][int(kind)]; }

    void put_number(lxw_col_t column, std::int64_t number, Kind kind, bool bold)
    {
        // A spreadsheet keeps 15 digits; longer numbers are written as text rather than changed.
        if (number > exact_integer_max || number < -exact_integer_max)
            put_text(m_row, column, std::to_string(number), format_for(Kind::Text, bold));
        else
            worksheet_write_number(m_sheet, m_row, column, double(number), format_for(kind, bold));
    }

    void put_date(lxw_col_t column, Date date, std::int64_t milliseconds_of_day, Kind kind, bool bold)
    {
        auto minutes = milliseconds_of_day / 60'000;
        lxw_datetime moment {date.year(), int(date.month()), int(date.day()), int(minutes / 60), int(minutes % 60), 0};
        worksheet_write_datetime(m_sheet, m_row, column, &moment, format_for(kind, bold));
    }

    void put_instant(lxw_col_t column, Instant instant, bool bold)
    {
        constexpr std::int64_t day = 86'400'000;
        constexpr std::int64_t hour = 3'600'000;
        auto hours = m_table.zone == Zone::Wib ? 7 : m_table.zone == Zone::Wita ? 8 : 9;
        auto of_day = ((instant.milliseconds() + hours * hour) % day + day) % day;
        put_date(column, instant.date_in(m_table.zone), of_day, Kind::Instant, bold);
    }

    void put_cell(lxw_col_t column, Cell const& cell, bool bold)
    {
        auto const& value = cell.value();
        if (auto const* amount = std::get_if<Rupiah>(&value))
            put_number(column, amount->value(), Kind::Rupiah, bold);
        else if (auto const* number = std::get_if<std::int64_t>(&value))
            put_number(column, *number, Kind::Integer, bold);
        else if (auto const* share = std::get_if<BasisPoints>(&value))
            worksheet_write_number(m_sheet, m_row, column, share->value() / 10'000.0, format_for(Kind::Percent, bold));
        else if (auto const* date = std::get_if<Date>(&value))
            put_date(column, *date, 0, Kind::Date, bold);
        else if (auto const* instant = std::get_if<Instant>(&value))
            put_instant(column, *instant, bold);
        else if (!cell.is_empty())
            put_text(m_row, column, text_of(cell, m_table.zone), format_for(Kind::Text, bold));
    }

    lxw_worksheet* m_sheet;
    Table const& m_table;
    std::vector<FlatColumn> m_columns;
    Formats m_formats;
    lxw_row_t m_row {0};
    lxw_row_t m_head_row {0};
};

/// Excel refuses []:*?/\ in a sheet's name, an apostrophe at its ends, and more than 31 characters.
std::string sheet_name(std::string const& title)
{
    std::string name;
    std::size_t characters = 0;
    for (char character : title) {
        bool starts = (static_cast<unsigned char>(character) & 0xC0) != 0x80;
        if (starts && ++characters > 31)
            break;
        name += std::string_view("[]:*?/\\'").find(character) == std::string_view::npos && static_cast<unsigned char>(character) >= 0x20 ? character : ' ';
    }
    return name.find_first_not_of(' ') == std::string::npos ? "Data" : name;
}

bool write_book(Table const& table, std::string const& path)
{
    auto* book = workbook_new(path.c_str());
    if (!book)
        return false;
    lxw_doc_properties properties {};
    std::string title = table.title;
    properties.title = title.data();
    properties.created = table.as_of ? time_t(table.as_of->milliseconds() / 1000) : time_t {1};
    workbook_set_properties(book, &properties);
    auto* sheet = workbook_add_worksheet(book, sheet_name(table.title).c_str());
    if (sheet) {
        worksheet_set_landscape(sheet);
        worksheet_set_paper(sheet, 9); // A4
        worksheet_fit_to_pages(sheet, 1, 0);
        SheetWriter(book, sheet, table).write();
    }
    return workbook_close(book) == LXW_NO_ERROR && sheet != nullptr;
}

} // namespace

Result<std::string> write_xlsx(Table const& table)
{
    TemporaryPath file;
    if (!file.made())
        return Error::unavailable("environment.temporary", file.path());
    if (!write_book(table, file.path()))
        return Error::unavailable("environment.temporary", "the workbook could not be written");
    std::ifstream in(file.path(), std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
}

} // namespace rtkeren::tables
