#include "lexer.hpp"
#include "migrations.hpp"
#include "query.hpp"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace {

std::string slurp(std::string const& path)
{
    std::ifstream in(path, std::ios::binary);
    if (!in)
        throw std::runtime_error(path + ":1: cannot be read");
    return {std::istreambuf_iterator<char>(in), {}};
}

void spill(std::string const& path, std::string const& text)
{
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out << text;
    if (!out.flush())
        throw std::runtime_error(path + ":1: cannot be written");
}

/// Every refusal of the room is printed before giving up, so that one build shows them all.
int compile_room(std::string const& room, std::string const& out, std::vector<std::string> files)
{
    std::ranges::sort(files);
    std::vector<sqlc::Query> queries;
    int refusals = 0;
    for (auto const& file : files) {
        try {
            queries.push_back(sqlc::parse_query(file, slurp(file)));
        } catch (sqlc::Refusal const& refusal) {
            std::fprintf(stderr, "%s\n", refusal.what());
            ++refusals;
        }
    }
    if (refusals == 0)
        spill(out, sqlc::emit_room(room, queries));
    return refusals == 0 ? 0 : 1;
}

} // namespace

int main(int argc, char** argv)
try {
    std::vector<std::string> arguments(argv + 1, argv + argc);
    if (arguments.size() < 2) {
        std::fputs("sqlc <room> <out sql.hpp> <files.sql...>\nsqlc --migrations <out schema.cpp> <files...>\n", stderr);
        return 2;
    }
    std::vector<std::string> const files(arguments.begin() + 2, arguments.end());
    if (arguments[0] != "--migrations")
        return compile_room(arguments[0], arguments[1], files);
    std::vector<std::pair<std::string, std::string>> texts;
    for (auto const& file : files)
        texts.emplace_back(file, slurp(file));
    spill(arguments[1], sqlc::emit_migrations(std::move(texts)));
    return 0;
} catch (std::exception const& failure) {
    std::fprintf(stderr, "%s\n", failure.what());
    return 1;
}
