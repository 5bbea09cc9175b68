#include "identifiers/kbli.hpp"

#include "base/embedded.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace rtkeren::identifiers {

std::span<EmbeddedText const> embedded_texts(); // packs/kbli.csv, built in

namespace {

/// Four columns, of which only the title may stand in quotes: the file is ours and a test reads every row of it.
std::vector<KbliRow> read_table(std::string_view csv)
{
    std::vector<KbliRow> rows;
    for (auto line : split(csv, '\n')) {
        line = trim(line);
        auto const first = line.find(',');
        auto const second = first == std::string_view::npos ? first : line.find(',', first + 1);
        auto const last = line.rfind(',');
        if (second == std::string_view::npos || last <= second)
            continue;
        auto const edition = parse_integer(line.substr(0, first));
        if (!edition)
            continue; // the heading
        auto title = line.substr(second + 1, last - second - 1);
        if (title.starts_with('"'))
            title = title.substr(1, title.size() - 2);
        rows.push_back({static_cast<int>(*edition), line.substr(first + 1, second - first - 1), title, line.substr(last + 1) == "pasti"});
    }
    std::ranges::sort(rows, [](KbliRow const& a, KbliRow const& b) { return std::pair(a.edition, a.code) < std::pair(b.edition, b.code); });
    return rows;
}

/// The groups of digits of what was typed: {"2025", "10793"}; anything else but the word KBLI and punctuation makes it unreadable.
std::optional<std::vector<std::string>> numbers_of(std::string_view typed)
{
    std::vector<std::string> numbers;
    std::string word;
    bool in_number = false;
    for (char const character : lower_ascii(typed)) {
        auto const is_digit = character >= '0' && character <= '9';
        if (is_digit && !in_number)
            numbers.emplace_back();
        if (is_digit)
            numbers.back() += character;
        else if (character >= 'a' && character <= 'z')
            word += character;
        else if (std::string_view(" :/.-,()").find(character) == std::string_view::npos)
            return std::nullopt;
        in_number = is_digit;
    }
    if (!word.empty() && word != "kbli")
        return std::nullopt;
    return numbers;
}

std::vector<KbliRow const*> rows_of(std::string_view code)
{
    std::vector<KbliRow const*> found;
    for (auto const& row : kbli_rows())
        if (row.code == code)
            found.push_back(&row);
    return found;
}

Arguments arguments_of(KbliRow const& row)
{
    return {{"code", std::string(row.code)}, {"edition", std::to_string(row.edition)}, {"title", std::string(row.title)}};
}

void judge_row(Inspection& seen, KbliRow const& row)
{
    seen.set("edition", std::to_string(row.edition));
    seen.set("code", std::string(row.code));
    seen.set("title", std::string(row.title));
    if (!row.certain)
        seen.warn("kbli.unsure", arguments_of(row));
    for (auto const* other : rows_of(row.code)) {
        if (other->edition == row.edition)
            continue;
        seen.set("title_" + std::to_string(other->edition), std::string(other->title));
        if (other->title != row.title) {
            auto arguments = arguments_of(row);
            arguments.emplace_back("other_edition", std::to_string(other->edition));
            arguments.emplace_back("other_title", std::string(other->title));
            seen.warn("kbli.reused", std::move(arguments));
        }
    }
}

} // namespace

std::span<KbliRow const> kbli_rows()
{
    static auto const rows = read_table(embedded_texts().front().text);
    return rows;
}

KbliRow const* find_kbli(int edition, std::string_view code)
{
    for (auto const* row : rows_of(code))
        if (row->edition == edition)
            return row;
    return nullptr;
}

int newest_kbli_edition() { return kbli_rows().back().edition; }

bool is_kbli_edition(std::int64_t edition)
{
    return std::ranges::any_of(kbli_rows(), [edition](KbliRow const& row) { return row.edition == edition; });
}

Result<Kbli> Kbli::parse(std::string_view typed)
{
    auto const seen = inspect_kbli(typed);
    for (auto const& finding : seen.findings)
        if (finding.level == Level::Error)
            return Error::field("kbli", finding.code, std::string(trim(typed)), finding.arguments);
    auto const edition = parse_integer(seen.part("edition"));
    if (seen.has("kbli.edition_missing") || !edition)
        return Error::field("kbli", "kbli.edition_missing", std::string(trim(typed)));
    return Kbli {static_cast<int>(*edition), std::string(seen.part("code"))};
}

std::string Kbli::str() const { return std::to_string(edition) + ":" + code; }

Inspection inspect_kbli(std::string_view typed)
{
    Inspection seen {.kind = "kbli", .value = std::string(trim(typed))};
    auto const numbers = numbers_of(typed);
    auto const is_read = numbers && !numbers->empty() && numbers->size() <= 2 && numbers->back().size() == 5 && (numbers->size() == 1 || numbers->front().size() == 4);
    if (!is_read) {
        seen.error("kbli.format");
        return seen;
    }
    auto const& code = numbers->back();
    auto const known = rows_of(code);
    auto edition = numbers->size() == 2 ? parse_integer(numbers->front()) : std::nullopt;
    seen.value = edition ? std::to_string(*edition) + ":" + code : code;
    if (edition && !is_kbli_edition(*edition)) {
        seen.error("kbli.edition", {{"edition", std::to_string(*edition)}});
        return seen;
    }
    if (known.empty()) {
        seen.error("kbli.unknown", {{"code", code}});
        return seen;
    }
    auto const* row = edition ? find_kbli(static_cast<int>(*edition), code) : known.back();
    if (row == nullptr) {
        auto arguments = arguments_of(*known.back());
        arguments.emplace_back("asked", std::to_string(*edition));
        seen.error("kbli.other_edition", std::move(arguments));
        return seen;
    }
    if (!edition)
        seen.warn("kbli.edition_missing", arguments_of(*row));
    judge_row(seen, *row);
    return seen;
}

} // namespace rtkeren::identifiers
