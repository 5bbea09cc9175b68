#include "base/text.hpp"
#include "identifiers/inspection.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>

/// The tables of vectors that the project was given (../shared/domain/market.md, section 1), read from the page itself: a number that it says is right must be right
/// here, a wrong one wrong, and by the code that it names.
namespace rtkeren::identifiers {
namespace {

struct PageRow {
    std::string kind, expected;
    std::vector<std::string> inputs;
};

/// What stands between backticks.
std::vector<std::string> quoted(std::string_view cell)
{
    std::vector<std::string> found;
    auto const parts = split(cell, '`');
    for (std::size_t i = 1; i < parts.size(); i += 2)
        found.emplace_back(parts[i]);
    return found;
}

std::vector<std::string_view> cells_of(std::string_view line)
{
    auto cells = split(line, '|');
    for (auto& cell : cells)
        cell = trim(cell);
    return cells;
}

class MarketPage {
public:
    MarketPage()
    {
        std::ifstream file(std::string(RTK_SOURCE_DIR) + "/../shared/domain/market.md");
        std::ostringstream text;
        text << file.rdbuf();
        m_text = text.str();
        std::string section;
        for (auto const line : split(m_text, '\n')) {
            if (line.starts_with("## ") || line.starts_with("### "))
                section = line.substr(line.find(' ') + 1, 3);
            if (line.starts_with("| "))
                add(section, cells_of(line));
        }
    }
    [[nodiscard]] bool is_there() const { return !m_text.empty(); }
    std::vector<PageRow> numbers;
    std::vector<std::pair<std::string, std::string>> classes; // edition, code

private:
    void add(std::string const& section, std::vector<std::string_view> const& cells)
    {
        static std::map<std::string, std::string> const kinds {{"1.1", "nik"}, {"1.2", "npwp"}, {"1.4", "pirt"}, {"1.6", "halal"}, {"1.9", "gtin"}};
        auto const kind = kinds.find(section);
        if (kind != kinds.end() && cells.size() == 4 && cells[1].starts_with('`'))
            numbers.push_back({kind->second, std::string(cells[2]), quoted(cells[1])});
        if (section == "1.7" && cells.size() == 6)
            for (auto const& [column, edition] : {std::pair {2, "2020"}, std::pair {3, "2025"}})
                add_codes(cells[static_cast<std::size_t>(column)], edition);
    }
    void add_codes(std::string_view cell, std::string const& edition)
    {
        for (std::size_t at = 0; at + 5 <= cell.size(); ++at) {
            auto const code = cell.substr(at, 5);
            auto const is_alone = at + 5 == cell.size() || cell[at + 5] < '0' || cell[at + 5] > '9';
            if (!is_alone || !std::ranges::all_of(code, [](char c) { return c >= '0' && c <= '9'; }))
                continue;
            classes.emplace_back(edition, std::string(code));
            at += 4;
        }
    }
    std::string m_text;
};

std::string levels_of(Inspection const& seen)
{
    std::string text = seen.ok ? "ok" : "wrong";
    for (auto const& finding : seen.findings)
        text += " " + finding.code;
    return text;
}

/// "nik.date" of "ERROR nik.date (30 Feb)".
std::string code_in(std::string_view expected, std::string_view kind)
{
    auto const at = expected.find(std::string(kind) + ".");
    return at == std::string_view::npos ? std::string {} : std::string(expected.substr(at, expected.find_first_of(" ,(/", at) - at));
}

void expect_as_said(PageRow const& row, std::string const& input)
{
    auto const seen = inspect(row.kind, input, Date::of(2026, 1, 1).value()).value();
    auto const code = code_in(row.expected, row.kind);
    SCOPED_TRACE(row.kind + " " + input + ": " + row.expected + ", and here " + levels_of(seen));
    auto const is_right = row.expected.starts_with("ok") || row.expected.starts_with("parse ok") || row.expected.starts_with("WARN ");
    auto const is_expired = row.expected.find("EXPIRED") != std::string::npos;
    if (row.expected.starts_with("WARN/ERROR"))
        EXPECT_TRUE(std::ranges::any_of(seen.findings, [](Finding const& finding) { return finding.level != Level::Info; }));
    else
        EXPECT_EQ(seen.ok, is_right && !is_expired);
    if (!code.empty())
        EXPECT_TRUE(seen.has(code));
    if (is_expired)
        EXPECT_TRUE(seen.has("pirt.expired"));
}

TEST(MarketVectors, NumbersAreJudgedAsThePageSays)
{
    MarketPage const page;
    if (!page.is_there())
        GTEST_SKIP() << "../shared/domain/market.md is not beside this tree";
    EXPECT_GE(page.numbers.size(), 30U) << "the tables were found";
    for (auto const& row : page.numbers)
        for (auto const& input : row.inputs)
            expect_as_said(row, input);
}

TEST(MarketVectors, ClassesOfBusinessAreInTheTableOfTheirEdition)
{
    MarketPage const page;
    if (!page.is_there())
        GTEST_SKIP() << "../shared/domain/market.md is not beside this tree";
    EXPECT_GE(page.classes.size(), 30U);
    for (auto const& [edition, code] : page.classes) {
        auto const seen = inspect("kbli", edition + ":" + code, Date::of(2026, 1, 1).value()).value();
        EXPECT_TRUE(seen.ok) << edition << ':' << code << ' ' << levels_of(seen);
    }
}

} // namespace
} // namespace rtkeren::identifiers
