#include "base/text.hpp"
#include "documents/workbook.hpp"

#include <algorithm>
#include <span>

namespace rtkeren::documents {

namespace {

constexpr std::size_t heading_rows_searched = 30;

/// "Nama_RT (lengkap)" -> "nama rt lengkap"
std::string heading_key(std::string_view text)
{
    std::string key;
    for (char character : fold(text)) {
        auto byte = static_cast<unsigned char>(character);
        bool word = (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte >= 0x80;
        if (word)
            key += character;
        else if (!key.empty() && key.back() != ' ')
            key += ' ';
    }
    while (!key.empty() && key.back() == ' ')
        key.pop_back();
    return key;
}

/// What a column may be called, the most exact name first.
struct Label {
    std::vector<std::string> keys;
    std::string shown;
};

SheetCell const* cell_at(SheetRow const& row, std::size_t column)
{
    return column < row.cells.size() && !row.cells[column].empty() ? &row.cells[column] : nullptr;
}

std::vector<Label> labels_of_row(SheetRow const& row)
{
    std::vector<Label> labels(row.cells.size());
    for (std::size_t i = 0; i < labels.size(); ++i) {
        auto const* cell = cell_at(row, i);
        if (cell && !cell->repeated)
            labels[i] = {{heading_key(cell->text)}, cell->text};
    }
    return labels;
}

/// "Dana" over "Fisik" and "UMKM" reads "dana fisik", or "fisik" alone; a heading that reaches over both rows reads once.
std::vector<Label> labels_of_rows(SheetRow const& upper, SheetRow const& lower)
{
    std::vector<Label> labels(std::max(upper.cells.size(), lower.cells.size()));
    for (std::size_t i = 0; i < labels.size(); ++i) {
        auto const* above = cell_at(upper, i);
        auto const* below = cell_at(lower, i);
        if (below && below->repeated)
            below = nullptr;
        if (!below && (!above || above->repeated))
            continue;
        if (!above)
            labels[i] = {{heading_key(below->text)}, below->text};
        else if (!below)
            labels[i] = {{heading_key(above->text)}, above->text};
        else
            labels[i] = {{heading_key(above->text + " " + below->text), heading_key(below->text)}, above->text + " " + below->text};
    }
    return labels;
}

/// Which column answers each wanted one; -1 for none.
struct Mapping {
    std::vector<int> columns;
    std::vector<std::size_t> twice; // wanted columns with two candidates
    int found {0};
    int required_missing {0};
};

std::vector<std::size_t> columns_called(std::vector<Label> const& labels, std::string const& key, std::size_t rank)
{
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (rank < labels[i].keys.size() && labels[i].keys[rank] == key)
            columns.push_back(i);
    }
    return columns;
}

std::vector<std::size_t> candidates(std::vector<Label> const& labels, Wanted const& wanted)
{
    for (std::size_t rank = 0; rank < 2; ++rank) {
        for (auto const& name : wanted.names) {
            if (auto columns = columns_called(labels, heading_key(name), rank); !columns.empty())
                return columns;
        }
    }
    return {};
}

Mapping map_columns(std::vector<Label> const& labels, std::vector<Wanted> const& wanted)
{
    Mapping mapping;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        auto columns = candidates(labels, wanted[i]);
        if (columns.size() > 1)
            mapping.twice.push_back(i);
        mapping.columns.push_back(columns.empty() ? -1 : int(columns.front()));
        mapping.found += columns.empty() ? 0 : 1;
        mapping.required_missing += columns.empty() && wanted[i].required ? 1 : 0;
    }
    return mapping;
}

struct Found {
    Sheet const* sheet {nullptr};
    std::size_t last_row {0}; // index of the last heading row
    std::vector<Label> labels;
    Mapping mapping;

    [[nodiscard]] bool better_than(Found const& other) const
    {
        if (!other.sheet)
            return mapping.found > 0;
        if (mapping.required_missing != other.mapping.required_missing)
            return mapping.required_missing < other.mapping.required_missing;
        if (mapping.found != other.mapping.found)
            return mapping.found > other.mapping.found;
        return mapping.twice.size() < other.mapping.twice.size();
    }
};

Found find_heading(Workbook const& book, std::vector<Wanted> const& wanted)
{
    Found best;
    auto consider = [&](Sheet const& sheet, std::size_t row, std::vector<Label> labels) {
        Found found {&sheet, row, std::move(labels), {}};
        found.mapping = map_columns(found.labels, wanted);
        if (found.better_than(best))
            best = std::move(found);
    };
    for (auto const& sheet : book.sheets) {
        for (std::size_t i = 0; i < std::min(sheet.rows.size(), heading_rows_searched); ++i) {
            consider(sheet, i, labels_of_row(sheet.rows[i]));
            if (i + 1 < sheet.rows.size() && sheet.rows[i + 1].number == sheet.rows[i].number + 1)
                consider(sheet, i + 1, labels_of_rows(sheet.rows[i], sheet.rows[i + 1]));
        }
    }
    return best;
}

/// "1 2 3 4" or "(1) (2) (3)" under the heading, as offices number their columns.
bool numbers_columns(SheetRow const& row)
{
    std::int64_t expected = 1;
    for (auto const& cell : row.cells) {
        auto text = trim(cell.text);
        if (text.empty())
            continue;
        if (text.size() > 2 && text.front() == '(' && text.back() == ')')
            text = text.substr(1, text.size() - 2);
        if (parse_integer(text) != expected++)
            return false;
    }
    return expected > 3;
}

std::vector<TableLine> lines_below(Found const& found)
{
    std::vector<TableLine> lines;
    for (auto i = found.last_row + 1; i < found.sheet->rows.size(); ++i) {
        auto const& row = found.sheet->rows[i];
        if (lines.empty() && numbers_columns(row))
            continue;
        TableLine line {row.number, {}};
        for (auto column : found.mapping.columns)
            line.cells.push_back(column >= 0 && std::size_t(column) < row.cells.size() ? row.cells[std::size_t(column)] : SheetCell {});
        if (std::ranges::any_of(line.cells, [](SheetCell const& cell) { return !trim(cell.text).empty() && !cell.repeated; }))
            lines.push_back(std::move(line));
    }
    return lines;
}

std::optional<Error> heading_errors(Found const& found, std::vector<Wanted> const& wanted)
{
    std::vector<FieldError> missing;
    std::vector<FieldError> twice;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        auto shown = wanted[i].names.empty() ? wanted[i].key : wanted[i].names.front();
        if (wanted[i].required && found.mapping.columns[i] < 0)
            missing.push_back({wanted[i].key, "import.heading_missing", {}, {{"heading", shown}}});
        if (std::ranges::find(found.mapping.twice, i) != found.mapping.twice.end())
            twice.push_back({wanted[i].key, "import.heading_twice", found.labels[std::size_t(found.mapping.columns[i])].shown, {{"heading", shown}}});
    }
    if (!missing.empty())
        return Error::invalid("import.heading_missing", std::move(missing));
    if (!twice.empty())
        return Error::invalid("import.heading_twice", std::move(twice));
    return std::nullopt;
}

} // namespace

Result<SheetTable> find_table(Workbook const& book, std::vector<Wanted> const& wanted)
{
    auto found = find_heading(book, wanted);
    if (!found.sheet)
        return Error::invalid("import.no_heading");
    if (auto error = heading_errors(found, wanted))
        return std::move(*error);
    SheetTable table {.sheet = found.sheet->name, .heading_row = found.sheet->rows[found.last_row].number, .headings = {}, .unknown = {}, .lines = {}};
    for (auto column : found.mapping.columns)
        table.headings.push_back(column < 0 ? std::string {} : found.labels[std::size_t(column)].shown);
    for (std::size_t i = 0; i < found.labels.size(); ++i) {
        bool wanted_one = std::ranges::find(found.mapping.columns, int(i)) != found.mapping.columns.end();
        if (!wanted_one && !found.labels[i].shown.empty())
            table.unknown.push_back(found.labels[i].shown);
    }
    table.lines = lines_below(found);
    if (table.lines.empty())
        return Error::invalid("import.no_rows");
    return table;
}

} // namespace rtkeren::documents
