#include "migrations.hpp"

#include "lexer.hpp"
#include "sha256.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <regex>
#include <set>

namespace sqlc {
namespace {

struct Step {
    int number;
    std::string name;
    std::string file;
    std::string text;
};

Step step_of(std::string const& file, std::string const& text)
{
    static std::regex const pattern("([0-9]{4})_[a-z][a-z0-9]*_[a-z0-9_]+");
    auto name = std::filesystem::path(file).stem().string();
    std::smatch match;
    if (!std::regex_match(name, match, pattern))
        throw Refusal(file, 1, "a migration is named NNNN_<room>_<what>.sql");
    if (text.find(")sql\"") != std::string::npos)
        throw Refusal(file, 1, "the text )sql\" cannot be embedded");
    return {std::stoi(match[1]), name, file, text};
}

/// The line without strings and comments.
std::string code_of(std::string const& line)
{
    std::string out;
    bool is_quoted = false;
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (line[at] == '\'')
            is_quoted = !is_quoted;
        else if (!is_quoted && line.compare(at, 2, "--") == 0)
            break;
        else if (!is_quoted)
            out += line[at];
    }
    return out;
}

void check_tokens(Step const& step)
{
    static std::set<std::string, std::less<>> const known {"money", "int", "id", "text", "code", "date", "bool", "strict"};
    static std::regex const block("\\s*-- @(?!end\\s*$|only sqlite\\s*$|only postgres\\s*$).*");
    static std::regex const token("@([a-z_]+)");
    int line = 1;
    std::size_t begin = 0;
    while (begin < step.text.size()) {
        auto end = std::min(step.text.find('\n', begin), step.text.size());
        auto const whole = step.text.substr(begin, end - begin);
        if (std::regex_match(whole, block))
            throw Refusal(step.file, line, "a block is `-- @only sqlite` or `-- @only postgres`, then `-- @end`");
        auto const part = code_of(whole);
        for (std::sregex_iterator it(part.begin(), part.end(), token), none; it != none; ++it) {
            if (!known.contains((*it)[1].str()))
                throw Refusal(step.file, line, "unknown token " + it->str());
        }
        begin = end + 1;
        ++line;
    }
}

void check_sequence(std::vector<Step> const& steps)
{
    int expected = 1;
    for (auto const& step : steps) {
        if (step.number < expected)
            throw Refusal(step.file, 1, "number " + std::to_string(step.number) + " is used twice");
        if (step.number > expected)
            throw Refusal(step.file, 1, "number " + std::to_string(expected) + " is missing before it");
        expected = step.number + 1;
    }
}

} // namespace

std::string emit_migrations(std::vector<std::pair<std::string, std::string>> files)
{
    std::vector<Step> steps;
    for (auto const& [file, text] : files)
        steps.push_back(step_of(file, text));
    std::ranges::sort(steps, {}, [](Step const& step) { return std::pair(step.number, step.name); });
    check_sequence(steps);
    std::string out = "// Made by sqlc from src/*/migrations/*.sql.\n#include \"db/db.hpp\"\n\nnamespace rtkeren::db {\nnamespace {\n\nconstexpr Migration schema_steps[] {\n";
    for (auto const& step : steps) {
        check_tokens(step);
        out += "    {" + std::to_string(step.number) + ", \"" + step.name + "\", R\"sql(" + step.text + ")sql\", \"" + sha256_hex(step.text) + "\"},\n";
    }
    return out + "};\n\n} // namespace\n\nstd::span<Migration const> all_migrations()\n{\n    return schema_steps;\n}\n\n} // namespace rtkeren::db\n";
}

} // namespace sqlc
