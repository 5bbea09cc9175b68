#include "tidy.hpp"

#include <algorithm>
#include <regex>

namespace tidy {

namespace {

bool is_cpp(Source const& source) { return source.path.ends_with(".cpp") || source.path.ends_with(".hpp"); }
bool is_test(Source const& source) { return source.path.ends_with("test.cpp") || source.path.ends_with("test.hpp") || source.path.starts_with("tests/") || source.path.starts_with("tools/"); }

struct SoleIncluder {
    char const* header;
    std::set<std::string> rooms;
};
/// Heavy headers stand in one place, so that an edit elsewhere stays cheap and a change of library is one room's matter.
SoleIncluder const sole_includers[] {
    {"boost/beast", {"http"}}, {"boost/asio", {"http"}}, {"sqlite3.h", {"db"}}, {"libpq-fe.h", {"db"}}, {"xlsxwriter.h", {"tables"}}, {"cairo", {"documents"}},
    {"pango/", {"documents"}}, {"zint.h", {"documents"}}, {"jpeglib.h", {"documents"}}, {"vips/", {"evidence"}}, {"CLI/", {"app"}}, {"toml++", {"rules", "identity", "app"}}, {"archive.h", {"app"}},
};

enum class Tests { Bound, Free };

struct BannedWord {
    std::regex pattern;
    char const* instead;
    std::set<std::string> rooms; // only in these; empty: everywhere in src/
    std::set<std::string> except;
    Tests tests {Tests::Bound};
};
std::vector<BannedWord> const& banned_words()
{
    static std::set<std::string> const money {"ledger", "programme", "planning", "payout", "spending", "rules", "base"};
    static std::vector<BannedWord> const words {
        {std::regex(R"(\bstd::sto[il]\b|\batoi\()"), "parse_integer", {}, {}, Tests::Free},
        {std::regex(R"(system_clock::now|\btime\(nullptr\)|\bstd::rand\b)"), "Env", {}, {"src/base/env.cpp", "src/http/wire.hpp"}},
        {std::regex(R"(\bsprintf\(|\bstrcpy\()"), "fmt::format", {}, {}},
        {std::regex(R"(\b(double|float)\b)"), "Rupiah, BasisPoints or integers: money is never floating", money, {}},
        {std::regex(R"(\b(FIXME|XXX|HACK|TO)" "DO)\\b"), "finish it or describe it in the closing note", {}, {}},
        {std::regex(R"(\bcatch \(\.\.\.\) \{\s*\})"), "handling the error", {}, {}},
    };
    return words;
}

} // namespace

void check_arrows(Source const& source, Rooms const& rooms, Findings& findings)
{
    if (!is_cpp(source) || source.room.empty())
        return;
    static std::regex const include(R"re(^\s*#include ["<]([^">]+)[">])re");
    auto const below = rooms.below(source.room);
    for (std::size_t i = 0; i < source.lines.size(); ++i) {
        std::smatch match;
        if (!std::regex_search(source.lines[i], match, include))
            continue;
        std::string const header = match[1];
        auto const room = header.substr(0, header.find('/'));
        bool const ours = source.lines[i].find('"') != std::string::npos && rooms.known(room);
        if (ours && room != source.room && !is_test(source) && !below.contains(room))
            findings.add(source, i, source.room + " may not include " + room + ": no such arrow is declared in its CMakeLists.txt");
        for (auto const& sole : sole_includers)
            if (header.starts_with(sole.header) && !sole.rooms.contains(source.room))
                findings.add(source, i, header + " is included in " + *sole.rooms.begin() + " only");
    }
}

void check_words(Source const& source, Findings& findings)
{
    if (!is_cpp(source) || source.room.empty())
        return;
    for (auto const& word : banned_words()) {
        if (word.except.contains(source.path) || (word.tests == Tests::Free && is_test(source)) || (!word.rooms.empty() && (!word.rooms.contains(source.room) || is_test(source))))
            continue;
        for (std::size_t i = 0; i < source.lines.size(); ++i) {
            auto const code = source.lines[i].substr(0, source.lines[i].find("//"));
            if (std::regex_search(code, word.pattern))
                findings.add(source, i, std::string("use instead: ") + word.instead);
        }
    }
}

void check_sql(Source const& source, Rooms const& rooms, Findings& findings)
{
    if (!source.path.ends_with(".sql") || source.room.empty())
        return;
    if (source.lines.empty() || !source.lines[0].starts_with("-- "))
        findings.add(source, 0, "the first line says what the statement is for");
    static std::regex const table(R"re(\b(FROM|JOIN|INTO|UPDATE|TABLE|REFERENCES)\s+(?:IF\s+(?:NOT\s+)?EXISTS\s+)?([a-z]+)_([a-z_]+))re", std::regex::icase);
    auto const below = rooms.below(source.room);
    for (std::size_t i = 0; i < source.lines.size(); ++i) {
        auto const& line = source.lines[i];
        auto const text = line.substr(0, line.find("--"));
        for (std::sregex_iterator it(text.begin(), text.end(), table), end; it != end; ++it) {
            std::string const room = (*it)[2];
            if (room == source.room || !rooms.known(room))
                continue;
            bool const view = (*it)[3].str().starts_with("v_");
            if (!view)
                findings.add(source, i, "the tables of " + room + " are its own; read a view " + room + "_v_… or its C++ reads");
            else if (!below.contains(room))
                findings.add(source, i, source.room + " does not stand on " + room);
        }
    }
}

void check_size(Source const& source, Findings& findings)
{
    if (source.path.ends_with(".md") || source.path.ends_with(".po") || source.path.ends_with(".csv") || source.path.ends_with(".json") || source.path.ends_with(".txt"))
        return;
    if (source.lines.size() > 600)
        findings.add(source, source.lines.size() - 1, "over 600 lines: is there a second idea in it?");
}

void check_links(std::filesystem::path const& root, Source const& source, Findings& findings)
{
    if (!source.path.ends_with(".md"))
        return;
    static std::regex const link(R"re(\]\(([^)#: ]+)(#[^)]*)?\))re");
    auto const folder = (root / source.path).parent_path();
    for (std::size_t i = 0; i < source.lines.size(); ++i)
        for (std::sregex_iterator it(source.lines[i].begin(), source.lines[i].end(), link), end; it != end; ++it)
            if (!std::filesystem::exists(folder / (*it)[1].str()))
                findings.add(source, i, "no such file: " + (*it)[1].str());
}

void check_rooms(std::vector<Source> const& sources, Rooms const& rooms, Findings& findings)
{
    for (std::size_t i = 0; i < rooms.order.size(); ++i)
        for (auto const& edge : rooms.edges.at(rooms.order[i])) {
            auto const at = std::find(rooms.order.begin(), rooms.order.end(), edge);
            if (!edge.empty() && (at == rooms.order.end() || at >= rooms.order.begin() + static_cast<std::ptrdiff_t>(i)))
                findings.lines.push_back("cmake/Rooms.cmake: " + rooms.order[i] + " stands on " + edge + ", which is not below it");
        }
    for (auto const& room : rooms.order) {
        auto const prefix = "src/" + room + "/";
        bool const tested = std::any_of(sources.begin(), sources.end(), [&](Source const& s) { return s.path.starts_with(prefix) && s.path.ends_with("test.cpp"); });
        bool const described = std::any_of(sources.begin(), sources.end(), [&](Source const& s) { return s.path == prefix + "README.md"; });
        if (!tested)
            findings.lines.push_back(prefix + ": a room has a test beside its code");
        if (!described)
            findings.lines.push_back(prefix + ": a room has a README of one screen");
    }
}

} // namespace tidy
