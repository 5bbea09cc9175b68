#include "base/text.hpp"
#include "documents/archive.hpp"
#include "documents/formats.hpp"

#include <algorithm>
#include <array>

namespace rtkeren::documents {

namespace {

/// Windows-1252's own characters of 0x80 to 0x9F; the rest is Latin-1.
constexpr std::array<char16_t, 32> windows_1252 {0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
    0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178};

void put_utf8(std::string& out, char16_t code)
{
    if (code < 0x80) {
        out += char(code);
    } else if (code < 0x800) {
        out += char(0xC0 | (code >> 6));
        out += char(0x80 | (code & 0x3F));
    } else {
        out += char(0xE0 | (code >> 12));
        out += char(0x80 | ((code >> 6) & 0x3F));
        out += char(0x80 | (code & 0x3F));
    }
}

std::string from_windows_1252(std::string_view bytes)
{
    std::string out;
    for (char character : bytes) {
        auto byte = static_cast<unsigned char>(character);
        put_utf8(out, byte >= 0x80 && byte < 0xA0 ? windows_1252.at(byte - 0x80U) : char16_t {byte});
    }
    return out;
}

/// How often a delimiter stands in each of the first lines, outside quotes.
std::vector<int> counts_of(std::string_view text, char delimiter)
{
    constexpr std::size_t lines_looked_at = 20;
    std::vector<int> counts(1);
    bool quoted = false;
    for (char character : text) {
        if (character == '"')
            quoted = !quoted;
        else if (character == '\n' && !quoted) {
            if (counts.size() == lines_looked_at)
                return counts;
            counts.push_back(0);
        } else if (character == delimiter && !quoted)
            ++counts.back();
    }
    if (counts.size() > 1 && counts.back() == 0)
        counts.pop_back(); // after the last line's end
    return counts;
}

char sniff_delimiter(std::string_view text)
{
    char best = ',';
    std::pair<int, int> best_score {0, 0};
    for (char delimiter : {';', ',', '\t'}) {
        auto counts = counts_of(text, delimiter);
        auto most = *std::ranges::max_element(counts);
        if (most == 0)
            continue;
        std::pair<int, int> score {int(std::ranges::count(counts, most)), most};
        if (score > best_score) {
            best_score = score;
            best = delimiter;
        }
    }
    return best;
}

/// One pass over the text; a quote opens a quoted field only at its start.
class CsvReader {
public:
    CsvReader(std::string_view text, char delimiter, WorkbookLimits const& limits) : m_text(text), m_delimiter(delimiter), m_limits(limits) { }

    Result<Sheet> read()
    {
        while (m_at < m_text.size()) {
            auto row = TRY(read_row());
            if (int(m_sheet.rows.size()) >= m_limits.rows)
                return limit_error("rows");
            m_sheet.rows.push_back(std::move(row));
        }
        return std::move(m_sheet);
    }

private:
    Result<SheetRow> read_row()
    {
        SheetRow row {.number = int(m_sheet.rows.size()) + 1, .cells = {}};
        while (true) {
            auto text = m_at < m_text.size() && m_text[m_at] == '"' ? read_quoted() : read_plain();
            if (int(row.cells.size()) >= m_limits.columns)
                return limit_error("columns");
            row.cells.push_back({.kind = text.empty() ? CellKind::Empty : CellKind::Text, .text = std::move(text)});
            if (m_at < m_text.size() && m_text[m_at] == m_delimiter) {
                ++m_at;
                continue;
            }
            if (m_text.substr(m_at, 2) == "\r\n")
                m_at += 2;
            else if (m_at < m_text.size())
                ++m_at;
            return row;
        }
    }

    [[nodiscard]] bool ends_field(char character) const { return character == m_delimiter || character == '\n' || character == '\r'; }

    std::string read_plain()
    {
        auto start = m_at;
        while (m_at < m_text.size() && !ends_field(m_text[m_at]))
            ++m_at;
        return std::string(m_text.substr(start, m_at - start));
    }

    std::string read_quoted()
    {
        std::string out;
        ++m_at;
        while (m_at < m_text.size()) {
            if (m_text[m_at] != '"') {
                out += m_text[m_at++];
            } else if (m_text.substr(m_at, 2) == "\"\"") {
                out += '"';
                m_at += 2;
            } else {
                ++m_at;
                break;
            }
        }
        return out + read_plain();
    }

    std::string_view m_text;
    char m_delimiter;
    WorkbookLimits const& m_limits;
    std::size_t m_at {0};
    Sheet m_sheet {};
};

} // namespace

Result<Workbook> read_csv(std::string_view text, WorkbookLimits const& limits)
{
    auto converted = is_valid_utf8(text) ? std::string(text) : from_windows_1252(text);
    std::string_view rest = converted;
    char delimiter = 0;
    if (rest.starts_with("sep=") && rest.size() > 5 && (rest[5] == '\r' || rest[5] == '\n')) {
        delimiter = rest[4];
        auto end = rest.find('\n');
        rest = end == std::string_view::npos ? std::string_view {} : rest.substr(end + 1);
    }
    auto sheet = TRY(CsvReader(rest, delimiter != 0 ? delimiter : sniff_delimiter(rest), limits).read());
    Workbook book;
    book.sheets.push_back(std::move(sheet));
    return book;
}

} // namespace rtkeren::documents
