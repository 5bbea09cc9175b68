#include "app/rooms.hpp"
#include "language/language.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>

/// docs/errors.md is made of the sentences that the program has: RTK_WRITE_DOCS=1 writes it anew.
namespace rtkeren::app {

namespace {

namespace fs = std::filesystem;

std::string text_of_file(fs::path const& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void assemble_for_errors()
{
    if (registry().all().empty())
        assemble();
}

/// The codes of `Error::kind("…"`, and of `Error::field(name, "…"`: literals only, a code that is put together has its own test.
std::set<std::string> codes_raised_in(std::string const& text)
{
    static std::regex const raised(R"re(Error::(?:invalid|not_found|forbidden|conflict|retry|unavailable|internal)\(\s*"([a-z0-9_.]+)")re");
    static std::regex const of_field(R"re(Error::field\((?:[^,;()"]|"[^"]*"|\([^()]*\))+,\s*"([a-z0-9_.]+)")re");
    std::set<std::string> codes;
    for (auto const* pattern : {&raised, &of_field})
        for (auto it = std::sregex_iterator(text.begin(), text.end(), *pattern); it != std::sregex_iterator(); ++it)
            codes.insert((*it)[1].str());
    return codes;
}

/// What `inspection.error("…")` and its like find in a number.
std::set<std::string> findings_in(std::string const& text)
{
    static std::regex const found(R"re(\.(?:error|warn|info)\([^;]*?;)re");
    static std::regex const code(R"re("([a-z]+\.[a-z_]+)")re");
    std::set<std::string> codes;
    for (auto it = std::sregex_iterator(text.begin(), text.end(), found); it != std::sregex_iterator(); ++it) {
        auto const call = (*it)[0].str();
        for (auto each = std::sregex_iterator(call.begin(), call.end(), code); each != std::sregex_iterator(); ++each)
            codes.insert((*each)[1].str());
    }
    return codes;
}

std::string escaped(std::string_view sentence)
{
    std::string text;
    for (char const c : sentence)
        text += c == '|' ? std::string("\\|") : std::string(1, c);
    return text;
}

std::string errors_page()
{
    std::string text = "# Codes and their sentences\n\n"
                       "Every refusal, verdict and answer has a stable code and one sentence; English stands in `po/en.po`. This page is written by\n"
                       "`RTK_WRITE_DOCS=1 build/dev/app_test --gtest_filter=Errors.*` and tested against the program.\n\n"
                       "| kind | HTTP | exit code | meaning |\n|---|---:|---:|---|\n"
                       "| invalid | 422 | 2 | what was sent is wrong; `fields` and `verdicts` say where and why |\n"
                       "| not_found | 404 | 3 | it does not exist, or not for this person |\n"
                       "| forbidden | 403 | 4 | no office of this person allows it |\n"
                       "| conflict | 409 | 5 | somebody was faster, or the state does not allow it |\n"
                       "| retry | 503 | 6 | the same request may succeed in a moment |\n"
                       "| unavailable | 503 | 7 | disk, database, network, settings |\n"
                       "| internal | 500 | 1 | our bug |\n";
    std::map<std::string, std::string> groups;
    for (auto const& message : language::all_messages())
        groups[std::string(message.code.substr(0, message.code.find('.')))] += "| `" + std::string(message.code) + "` | " + escaped(message.indonesian) + " |\n";
    for (auto const& [group, rows] : groups)
        text += "\n## " + group + "\n\n| code | sentence |\n|---|---|\n" + rows;
    return text;
}

} // namespace

TEST(Errors, ThePageHasEverySentence)
{
    assemble_for_errors();
    auto const path = fs::path(RTK_SOURCE_DIR) / "docs/errors.md";
    auto const page = errors_page();
    if (std::getenv("RTK_WRITE_DOCS") != nullptr)
        std::ofstream(path, std::ios::binary | std::ios::trunc) << page;
    EXPECT_TRUE(text_of_file(path) == page) << "docs/errors.md is stale: RTK_WRITE_DOCS=1 " << "build/dev/app_test --gtest_filter=Errors.* writes it";
}

TEST(Errors, EveryCodeHasASentence)
{
    assemble_for_errors();
    std::size_t checked = 0;
    for (auto const& entry : fs::recursive_directory_iterator(fs::path(RTK_SOURCE_DIR) / "src")) {
        auto const name = entry.path().filename().string();
        auto const is_source = entry.path().extension() == ".cpp" || entry.path().extension() == ".hpp";
        if (!is_source || name.ends_with("test.cpp") || name == "error.hpp")
            continue;
        auto const text = text_of_file(entry.path());
        auto codes = codes_raised_in(text);
        if (entry.path().parent_path().filename() == "identifiers")
            codes.merge(findings_in(text));
        for (auto const& code : codes)
            EXPECT_TRUE(language::has_message(code)) << name << " raises " << code;
        checked += codes.size();
    }
    EXPECT_GT(checked, 400u);
}

} // namespace rtkeren::app
