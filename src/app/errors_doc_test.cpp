#include "app/rooms.hpp"
#include "language/language.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <vector>

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

/// The first text of each `Error::kind("…"` that names one of the surroundings.
std::vector<std::string> codes_raised_in(std::string_view text)
{
    std::vector<std::string> codes;
    for (auto at = text.find("Error::"); at != std::string_view::npos; at = text.find("Error::", at + 1)) {
        auto const open = text.find('(', at);
        auto const close = open == std::string_view::npos || open - at > 20 || text.substr(open + 1, 1) != "\"" ? open : text.find('"', open + 2);
        if (close == open)
            continue;
        auto const code = text.substr(open + 2, close - open - 2);
        for (std::string_view const room : {"environment.", "db.", "backup.", "restore.", "job.", "check."})
            if (code.starts_with(room))
                codes.emplace_back(code);
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

TEST(Errors, WhatTheSurroundingsRefuseHasASentence)
{
    assemble_for_errors();
    for (auto const& entry : fs::recursive_directory_iterator(fs::path(RTK_SOURCE_DIR) / "src")) {
        auto const name = entry.path().filename().string();
        if (entry.path().extension() != ".cpp" || name.ends_with("test.cpp"))
            continue;
        for (auto const& code : codes_raised_in(text_of_file(entry.path())))
            EXPECT_TRUE(language::has_message(code)) << name << " raises " << code;
    }
}

} // namespace rtkeren::app
