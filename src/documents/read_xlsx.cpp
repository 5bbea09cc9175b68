#include "documents/archive.hpp"
#include "documents/cells.hpp"
#include "documents/formats.hpp"

#include <pugixml.hpp>

#include <algorithm>
#include <charconv>
#include <map>

namespace rtkeren::documents {

namespace {

constexpr unsigned parse_flags = pugi::parse_default | pugi::parse_ws_pcdata_single;

std::string_view local_name(pugi::xml_node node)
{
    std::string_view name = node.name();
    auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// Some programs write every element with a prefix.
pugi::xml_node child_of(pugi::xml_node node, std::string_view name)
{
    for (auto child : node.children()) {
        if (local_name(child) == name)
            return child;
    }
    return {};
}

std::string_view attribute_of(pugi::xml_node node, std::string_view name)
{
    for (auto attribute : node.attributes()) {
        std::string_view full = attribute.name();
        auto colon = full.find(':');
        if ((colon == std::string_view::npos ? full : full.substr(colon + 1)) == name)
            return attribute.value();
    }
    return {};
}

std::string text_in(pugi::xml_node node)
{
    std::string text;
    for (auto child : node.children()) {
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata)
            text += child.value();
    }
    return text;
}

/// `<t>` alone or in runs `<r>`; reading aids (`<rPh>`) are not part of the text.
std::string rich_text(pugi::xml_node node)
{
    std::string text;
    for (auto child : node.children()) {
        if (local_name(child) == "t")
            text += text_in(child);
        else if (local_name(child) == "r")
            text += text_in(child_of(child, "t"));
    }
    return unescape_excel(text);
}

/// An unpacked part and the tree that points into it.
struct Part {
    std::string bytes;
    pugi::xml_document tree;
};

Result<std::unique_ptr<Part>> load_part(Archive& archive, std::string const& name)
{
    auto part = std::make_unique<Part>();
    part->bytes = TRY(archive.read(name));
    auto parsed = part->tree.load_buffer_inplace(part->bytes.data(), part->bytes.size(), parse_flags);
    if (!parsed)
        return not_a_workbook(name + ": " + parsed.description());
    return part;
}

/// "/xl/worksheets/sheet1.xml", "worksheets/sheet1.xml" or "../x.xml", seen from the folder "xl/".
std::string resolve(std::string_view folder, std::string_view target)
{
    if (target.starts_with('/'))
        return std::string(target.substr(1));
    std::string base {folder};
    while (target.starts_with("../")) {
        target.remove_prefix(3);
        auto slash = base.size() > 1 ? base.rfind('/', base.size() - 2) : std::string::npos;
        base = slash == std::string::npos ? std::string {} : base.substr(0, slash + 1);
    }
    return base + std::string(target);
}

std::string folder_of(std::string const& path)
{
    auto slash = path.rfind('/');
    return slash == std::string::npos ? std::string {} : path.substr(0, slash + 1);
}

struct SheetEntry {
    std::string name;
    std::string path;
};

class XlsxReader {
public:
    XlsxReader(Archive archive, WorkbookLimits const& limits) : m_archive(std::move(archive)), m_limits(limits) { }

    Result<Workbook> read()
    {
        auto entries = TRY(read_directory());
        TRY(read_shared_strings());
        TRY(read_styles());
        Workbook book;
        for (auto const& entry : entries) {
            auto sheet = TRY(read_sheet(entry));
            book.sheets.push_back(std::move(sheet));
        }
        return book;
    }

private:
    Result<std::string> workbook_path()
    {
        if (m_archive.has("_rels/.rels")) {
            auto part = TRY(load_part(m_archive, "_rels/.rels"));
            for (auto relation : part->tree.document_element().children()) {
                if (attribute_of(relation, "Type").ends_with("/officeDocument"))
                    return resolve("", attribute_of(relation, "Target"));
            }
        }
        return std::string("xl/workbook.xml");
    }

    Result<std::map<std::string, std::string, std::less<>>> read_relations(std::string const& workbook)
    {
        std::map<std::string, std::string, std::less<>> targets;
        auto folder = folder_of(workbook);
        auto name = folder + "_rels/" + workbook.substr(folder.size()) + ".rels";
        auto part = TRY(load_part(m_archive, name));
        for (auto relation : part->tree.document_element().children()) {
            auto type = attribute_of(relation, "Type");
            auto target = resolve(folder, attribute_of(relation, "Target"));
            targets.emplace(attribute_of(relation, "Id"), target);
            if (type.ends_with("/sharedStrings"))
                m_shared_strings_path = target;
            else if (type.ends_with("/styles"))
                m_styles_path = target;
        }
        return targets;
    }

    /// The sheets that one sees, in their order.
    Result<std::vector<SheetEntry>> read_directory()
    {
        auto path = TRY(workbook_path());
        auto part = TRY(load_part(m_archive, path));
        auto targets = TRY(read_relations(path));
        auto root = part->tree.document_element();
        auto epoch = attribute_of(child_of(root, "workbookPr"), "date1904");
        m_since_1904 = epoch == "1" || epoch == "true";
        std::vector<SheetEntry> entries;
        for (auto sheet : child_of(root, "sheets").children()) {
            auto state = attribute_of(sheet, "state");
            auto target = targets.find(attribute_of(sheet, "id"));
            if (state == "hidden" || state == "veryHidden" || target == targets.end())
                continue;
            entries.push_back({std::string(attribute_of(sheet, "name")), target->second});
        }
        if (entries.empty())
            return not_a_workbook("no sheet");
        return entries;
    }

    Result<void> read_shared_strings()
    {
        if (m_shared_strings_path.empty() || !m_archive.has(m_shared_strings_path))
            return Done {};
        auto part = TRY(load_part(m_archive, m_shared_strings_path));
        for (auto item : part->tree.document_element().children()) {
            if (local_name(item) == "si")
                m_strings.push_back(rich_text(item));
        }
        return Done {};
    }

    Result<void> read_styles()
    {
        if (m_styles_path.empty() || !m_archive.has(m_styles_path))
            return Done {};
        auto part = TRY(load_part(m_archive, m_styles_path));
        auto root = part->tree.document_element();
        std::map<int, bool> own;
        for (auto format : child_of(root, "numFmts").children())
            own[format.attribute("numFmtId").as_int(-1)] = is_date_format(attribute_of(format, "formatCode"));
        for (auto style : child_of(root, "cellXfs").children()) {
            auto id = style.attribute("numFmtId").as_int(0);
            auto found = own.find(id);
            m_date_styles.push_back(found != own.end() ? found->second : is_date_format_id(id));
        }
        return Done {};
    }

    Result<Sheet> read_sheet(SheetEntry const& entry)
    {
        auto part = TRY(load_part(m_archive, entry.path));
        auto root = part->tree.document_element();
        Sheet sheet {.name = entry.name, .rows = {}};
        int next_row = 1;
        for (auto node : child_of(root, "sheetData").children()) {
            if (local_name(node) != "row")
                continue;
            auto number = node.attribute("r").as_int(next_row);
            // A row that goes back would make row numbers lie.
            if (number < next_row)
                return not_a_workbook(entry.path + ": rows out of order");
            if (number > m_limits.rows)
                return limit_error("rows");
            auto row = TRY(read_row(node, number));
            sheet.rows.push_back(std::move(row));
            next_row = number + 1;
        }
        spread_merged(root, sheet);
        return sheet;
    }

    Result<SheetRow> read_row(pugi::xml_node node, int number)
    {
        SheetRow row {.number = number, .cells = {}};
        for (auto cell : node.children()) {
            if (local_name(cell) != "c")
                continue;
            auto place = parse_place(attribute_of(cell, "r"));
            auto column = place ? std::size_t(place->column) : row.cells.size();
            if (column >= std::size_t(m_limits.columns)) {
                // Formats reach far to the right in many sheets; only what holds something counts.
                if (read_cell(cell).empty())
                    continue;
                return limit_error("columns");
            }
            if (row.cells.size() <= column)
                row.cells.resize(column + 1);
            row.cells[column] = read_cell(cell);
        }
        return row;
    }

    [[nodiscard]] SheetCell read_cell(pugi::xml_node node) const
    {
        auto type = attribute_of(node, "t");
        auto value = text_in(child_of(node, "v"));
        if (type == "s")
            return text_cell(shared_string(value));
        if (type == "inlineStr")
            return text_cell(rich_text(child_of(node, "is")));
        if (type == "str")
            return text_cell(unescape_excel(value));
        if (value.empty())
            return {};
        if (type == "b")
            return {.kind = CellKind::Bool, .text = value == "1" || value == "true" ? "1" : "0"};
        if (type == "e")
            return {.kind = CellKind::Error, .text = value};
        if (type == "d")
            return iso_cell(value);
        return number_cell(value, node.attribute("s").as_uint(0));
    }

    static SheetCell text_cell(std::string text)
    {
        return {.kind = text.empty() ? CellKind::Empty : CellKind::Text, .text = std::move(text)};
    }

    static SheetCell iso_cell(std::string const& value)
    {
        auto date = Date::parse(std::string_view(value).substr(0, 10));
        if (!date)
            return text_cell(value);
        return {.kind = CellKind::Date, .text = date->iso(), .raw = value, .date = *date};
    }

    [[nodiscard]] SheetCell number_cell(std::string const& value, unsigned style) const
    {
        if (!is_number(value))
            return text_cell(value);
        if (style < m_date_styles.size() && m_date_styles[style]) {
            if (auto date = date_of_serial(value, m_since_1904))
                return {.kind = CellKind::Date, .text = date->iso(), .raw = value, .date = date};
        }
        auto plain = plain_number(value);
        return {.kind = CellKind::Number, .text = plain, .raw = plain == value ? std::string {} : value};
    }

    [[nodiscard]] std::string shared_string(std::string const& index) const
    {
        std::size_t position = 0;
        auto [end, failed] = std::from_chars(index.data(), index.data() + index.size(), position);
        return failed == std::errc {} && end == index.data() + index.size() && position < m_strings.size() ? m_strings[position] : std::string {};
    }

    /// A merged cell reads in all its places; a bad or huge area is cut to the rows that are there.
    void spread_merged(pugi::xml_node root, Sheet& sheet) const
    {
        std::int64_t budget = 2'000'000;
        for (auto node : child_of(root, "mergeCells").children()) {
            auto area = parse_area(attribute_of(node, "ref"));
            if (!area || area->last.column >= m_limits.columns || budget <= 0)
                continue;
            auto first = std::ranges::lower_bound(sheet.rows, area->first.row + 1, {}, &SheetRow::number);
            if (first == sheet.rows.end() || first->number != area->first.row + 1 || first->cells.size() <= std::size_t(area->first.column))
                continue;
            auto copy = first->cells[std::size_t(area->first.column)];
            if (copy.empty())
                continue;
            copy.repeated = true;
            for (auto row = first; row != sheet.rows.end() && row->number <= area->last.row + 1; ++row) {
                if (row->cells.size() <= std::size_t(area->last.column))
                    row->cells.resize(std::size_t(area->last.column) + 1);
                for (auto column = area->first.column; column <= area->last.column; ++column) {
                    if (row == first && column == area->first.column)
                        continue;
                    row->cells[std::size_t(column)] = copy;
                    --budget;
                }
            }
        }
    }

    Archive m_archive;
    WorkbookLimits const& m_limits;
    std::string m_shared_strings_path {};
    std::string m_styles_path {};
    std::vector<std::string> m_strings {};
    std::vector<bool> m_date_styles {};
    bool m_since_1904 {false};
};

} // namespace

Result<Workbook> read_xlsx(std::string_view bytes, WorkbookLimits const& limits)
{
    auto archive = TRY(Archive::open(bytes, limits));
    return XlsxReader(std::move(archive), limits).read();
}

} // namespace rtkeren::documents
