#include "db/migrate.hpp"

#include "db/sql.hpp"

#include <algorithm>
#include <map>

namespace rtkeren::db {
namespace {

struct TokenTypes {
    std::string_view sqlite;
    std::string_view postgres;
};

std::map<std::string_view, TokenTypes> const token_types {
    {"money", {"INTEGER", "BIGINT"}},
    {"int", {"INTEGER", "BIGINT"}},
    {"id", {"TEXT", "TEXT COLLATE \"C\""}},
    {"text", {"TEXT", "TEXT"}},
    {"code", {"TEXT", "TEXT COLLATE \"C\""}},
    {"date", {"TEXT", "DATE"}},
    {"bool", {"INTEGER", "BOOLEAN"}},
    {"strict", {"STRICT", ""}},
};

bool is_token_letter(char c) { return (c >= 'a' && c <= 'z') || c == '_'; }

Result<void> expand_line(std::string_view line, Dialect dialect, bool& is_quoted, std::string& out)
{
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (line[at] == '\'')
            is_quoted = !is_quoted;
        if (!is_quoted && line.substr(at, 2) == "--")
            return Done {};
        if (is_quoted || line[at] != '@') {
            out += line[at];
            continue;
        }
        auto end = at + 1;
        while (end < line.size() && is_token_letter(line[end]))
            ++end;
        auto found = token_types.find(line.substr(at + 1, end - at - 1));
        if (found == token_types.end())
            return Error::internal("db.migration_token", std::string(line));
        out += dialect == Dialect::Sqlite ? found->second.sqlite : found->second.postgres;
        at = end - 1;
    }
    return Done {};
}

} // namespace

Result<std::string> expand(std::string_view text, Dialect dialect)
{
    std::string_view const ours = dialect == Dialect::Sqlite ? "-- @only sqlite" : "-- @only postgres";
    std::string out;
    bool is_skipping = false;
    bool is_quoted = false;
    for (auto line : split(text, '\n')) {
        auto const trimmed = trim(line);
        if (!is_quoted && trimmed.starts_with("-- @only "))
            is_skipping = trimmed != ours;
        else if (!is_quoted && trimmed == "-- @end")
            is_skipping = false;
        else if (!is_skipping) {
            TRY(expand_line(line, dialect, is_quoted, out));
            out += '\n';
        }
    }
    return out;
}

Result<void> create_migration_table(Connection& connection)
{
    auto text = TRY(expand("CREATE TABLE IF NOT EXISTS db_migration (number @int PRIMARY KEY, name @code NOT NULL, sha256 @code NOT NULL) @strict",
        connection.dialect()));
    return connection.script(text);
}

Result<std::vector<std::pair<int, std::string>>> applied_migrations(Connection& connection)
{
    auto rows = TRY(connection.fetch({sql::applied_migrations.name, sql::applied_migrations.text}, {}));
    std::vector<std::pair<int, std::string>> applied;
    for (auto const& row : rows)
        applied.emplace_back(int(row.integer(0)), row.text(1));
    return applied;
}

Result<void> apply_migration(Connection& connection, Migration const& migration)
{
    auto applied = TRY(applied_migrations(connection));
    if (std::ranges::any_of(applied, [&](auto const& known) { return known.first == migration.number; }))
        return Done {};
    auto text = TRY(expand(migration.text, connection.dialect()));
    TRY(connection.script(text));
    std::array<Parameter, 3> const parameters {Parameter(std::int64_t {migration.number}), Parameter(migration.name), Parameter(migration.sha256)};
    TRY(connection.execute({sql::record_migration.name, sql::record_migration.text}, parameters));
    return Done {};
}

Result<void> Database::migrate(std::span<Migration const> migrations)
{
    auto known = TRY(applied());
    for (auto const& [number, sha256] : known) {
        if (migrations.empty() || number > migrations.back().number)
            return Error::unavailable("environment.schema_newer", "the database has version " + std::to_string(known.back().first));
        auto const same = std::ranges::find(migrations, number, &Migration::number);
        if (same == migrations.end() || same->sha256 != sha256)
            return Error::unavailable("db.migration_changed", "migration " + std::to_string(number));
    }
    for (auto const& migration : migrations) {
        if (std::ranges::none_of(known, [&](auto const& applied) { return applied.first == migration.number; }))
            TRY(apply(migration));
    }
    return Done {};
}

} // namespace rtkeren::db
