#include "sheets/sheets.hpp"

#include "base/text.hpp"
#include "documents/cells.hpp"
#include "language/language.hpp"

#include <algorithm>

namespace rtkeren::sheets {

namespace {

std::vector<documents::Wanted> wanted_of(Kind const& kind)
{
    std::vector<documents::Wanted> wanted;
    for (auto const& column : kind.columns) {
        std::vector<std::string> names {std::string(column.label)};
        names.insert(names.end(), column.names.begin(), column.names.end());
        names.emplace_back(column.key);
        wanted.push_back({std::string(column.key), std::move(names), column.required});
    }
    return wanted;
}

/// A day that lost its format on the way (General, or through CSV) arrives as its number, five digits from 1927 to 2173.
std::string text_of_cell(documents::SheetCell const& cell, Column const& column)
{
    if (cell.date)
        return cell.date->iso();
    auto text = std::string(trim(cell.text));
    constexpr std::size_t serial_digits = 5;
    if (column.date && text.size() == serial_digits && is_digits(text) && text.front() != '0')
        if (auto const day = documents::date_of_serial(text, false))
            return day->iso();
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

std::vector<tables::Column> table_columns(Kind const& kind)
{
    std::vector<tables::Column> columns;
    for (auto const& column : kind.columns)
        columns.push_back({.key = std::string(column.key), .label = std::string(column.label)});
    return columns;
}

std::string name_of_field(Kind const& kind, std::size_t row, std::string_view column)
{
    return std::string(kind.list) + "." + std::to_string(row) + "." + std::string(column);
}

Line line_of(Kind const& kind, documents::TableLine const& row, Lines const& before)
{
    Line line {row.number, {}};
    for (std::size_t i = 0; i < kind.columns.size(); ++i) {
        auto text = text_of_cell(row.cells[i], kind.columns[i]);
        if (row.cells[i].lost_digits())
            line.errors.push_back({name_of_field(kind, before.lines.size(), kind.columns[i].key), "import.lost_digits", text});
        auto const has_above = kind.columns[i].fill_down && !before.lines.empty();
        line.texts.push_back(text.empty() && has_above ? before.lines.back().texts[i] : std::move(text));
    }
    return line;
}

/// "Row 3 of the list" as the spreadsheet numbers it.
void name_row(Lines const& lines, FieldError& error)
{
    for (auto& [name, value] : error.arguments) {
        auto const number = name == "row" ? parse_integer(value) : std::nullopt;
        if (number && *number > 0 && std::size_t(*number) <= lines.lines.size())
            value = std::to_string(lines.lines[std::size_t(*number) - 1].number);
    }
}

} // namespace

bool Lines::ok() const
{
    return std::ranges::all_of(lines, [](Line const& line) { return line.errors.empty(); });
}

Result<Lines> read(Kind const& kind, documents::Workbook const& book)
{
    auto const table = TRY(documents::find_table(book, wanted_of(kind)));
    Lines lines;
    for (auto const& row : table.lines)
        lines.lines.push_back(line_of(kind, row, lines));
    return lines;
}

boost::json::object input_of(Kind const& kind, Lines const& lines, Arguments const& extras)
{
    auto const value_of = [](std::string const& text) { return text.empty() ? boost::json::value(nullptr) : boost::json::value(text); };
    boost::json::object input;
    for (auto const& [key, value] : extras)
        input[key] = value_of(value);
    boost::json::array rows;
    for (auto const& line : lines.lines) {
        boost::json::object row;
        for (std::size_t i = 0; i < kind.columns.size(); ++i)
            row[kind.columns[i].key] = value_of(line.texts[i]);
        rows.push_back(std::move(row));
    }
    input[kind.list] = std::move(rows);
    return input;
}

std::vector<FieldError> add_errors(Kind const& kind, Lines& lines, std::vector<FieldError> const& errors)
{
    std::vector<FieldError> others;
    for (auto error : errors) {
        name_row(lines, error);
        auto const parts = split(error.name, '.');
        auto const number = parts.size() >= 2 && parts[0] == kind.list ? parse_integer(parts[1]) : std::nullopt;
        if (!number || *number < 0 || std::size_t(*number) >= lines.lines.size()) {
            others.push_back(error);
            continue;
        }
        // Of a cell that lost its digits nothing more can be said.
        auto& known = lines.lines[std::size_t(*number)].errors;
        if (std::ranges::none_of(known, [&](FieldError const& each) { return each.name == error.name && each.code == "import.lost_digits"; }))
            known.push_back(error);
    }
    return others;
}

std::optional<Error> place_error(Kind const& kind, Lines& lines, Error error)
{
    auto const had_fields = !error.fields.empty();
    error.fields = add_errors(kind, lines, error.fields);
    if (had_fields && error.fields.empty())
        return std::nullopt;
    return error;
}

Result<operations::Answer> attempt(
    Services& services, Actor const& actor, operations::Operation const& operation, Kind const& kind, Lines& lines, Arguments const& extras)
{
    auto input = input_of(kind, lines, extras);
    input["id"] = services.env.ulid().text();
    auto answer = operations::attempt(services, {operation, actor, input});
    if (!answer.ok()) {
        auto left = place_error(kind, lines, answer.error());
        return left ? Result<operations::Answer>(std::move(*left)) : Result<operations::Answer>(operations::Answer {});
    }
    auto const* fates = answer->data.if_contains("fates");
    if (fates != nullptr && fates->is_array())
        for (std::size_t i = 0; i < std::min(fates->get_array().size(), lines.lines.size()); ++i)
            lines.lines[i].fate = language::word(std::string(fates->get_array()[i].as_string()));
    return answer;
}

std::string text_of(Kind const& kind, Lines const& lines)
{
    std::string text;
    for (auto const& column : kind.columns)
        text += (text.empty() ? "" : ";") + std::string(column.label);
    for (auto const& line : lines.lines) {
        text += '\n';
        for (std::size_t i = 0; i < line.texts.size(); ++i)
            text += (i == 0 ? "" : ";") + quoted(line.texts[i]);
    }
    return text;
}

tables::Table template_of(Kind const& kind)
{
    tables::Table table;
    table.title = std::string(kind.filename);
    table.filename = std::string(kind.filename);
    table.columns = table_columns(kind);
    for (auto const& example : kind.examples)
        table.add({example.begin(), example.end()});
    return table;
}

tables::Table rejected_of(Kind const& kind, Lines const& lines)
{
    tables::Table table;
    table.title = tr("Baris yang ditolak");
    table.filename = "ditolak";
    table.columns = table_columns(kind);
    table.columns.push_back({.key = "why", .label = TR_NOOP("Alasan ditolak"), .width = 60});
    for (auto const& line : lines.lines) {
        if (line.errors.empty())
            continue;
        std::vector<tables::Cell> cells {line.texts.begin(), line.texts.end()};
        cells.emplace_back(why(kind, line));
        table.add(std::move(cells));
    }
    return table;
}

std::string why(Kind const& kind, Line const& line)
{
    std::string text;
    for (auto const& error : line.errors) {
        auto const column = std::ranges::find(kind.columns, std::string_view(error.name).substr(error.name.rfind('.') + 1), &Column::key);
        text += (text.empty() ? "" : " ") + (column == kind.columns.end() ? std::string {} : tr(column->label) + ": ") + language::word(error);
    }
    return text;
}

std::string columns_text(Kind const& kind)
{
    std::string names;
    for (auto const& column : kind.columns)
        names += (names.empty() ? "" : "; ") + tr(column.label);
    return tr("Baris pertama judul kolom: {names}", {{"names", names}});
}

void register_messages()
{
    static constexpr language::Message messages[] {
        {"import.nothing", TR_NOOP("Belum ada isinya. Pilih berkas yang berisi, atau tempel barisnya dari lembar kerja.")},
        {"import.lost_digits", TR_NOOP("Lembar kerja sudah membuang sebagian angka dari “{value}”. Tulis sebagai teks, bukan angka.")},
        {"import.fate_new", TR_NOOP("akan masuk")},
    };
    language::register_messages(messages);
}

} // namespace rtkeren::sheets
