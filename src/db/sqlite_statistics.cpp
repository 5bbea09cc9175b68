#include "db/sqlite_statistics.hpp"

#include <algorithm>
#include <array>

namespace rtkeren::db {
namespace {

constexpr std::int64_t assumed_rows = 1'000'000;
/// Columns that many rows of one city share; every other column after the city is taken to tell rows apart.
constexpr std::array<std::string_view, 9> few_values {"year", "machine", "state", "subject_kind", "role", "book", "kind", "level", "waits_for"};

constexpr std::string_view indexed_columns = R"(SELECT m.name, i.name, i."unique", c.name
FROM sqlite_master m JOIN pragma_index_list(m.name) i JOIN pragma_index_info(i.name) c
WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' ORDER BY m.name, i.name, c.seqno)";

/// Rows that share the columns up to this one, from those that share the columns before it.
std::int64_t narrowed(std::int64_t shared, std::string_view column)
{
    if (column == "city")
        return shared;
    if (std::ranges::find(few_values, column) != few_values.end())
        return std::max<std::int64_t>(shared / 10, 2);
    return shared > 20 ? std::min<std::int64_t>(shared / 1000 + 2, 20) : std::max<std::int64_t>(shared / 2, 2);
}

Result<void> save(Connection& connection, Row const& index, std::string const& figures)
{
    std::array<Parameter, 3> const parameters {Parameter(index.text(0)), Parameter(index.text(1)), Parameter(figures)};
    TRY(connection.execute({"db.save_statistics", "INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES ($1, $2, $3)"}, parameters));
    return Done {};
}

} // namespace

Result<void> assume_statistics(Connection& connection)
{
    TRY(connection.script("ANALYZE sqlite_schema; DELETE FROM sqlite_stat1"));
    auto const columns = TRY(connection.fetch({"db.indexed_columns", indexed_columns}, {}));
    auto figures = std::to_string(assumed_rows);
    auto shared = assumed_rows;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        auto const& column = columns[i];
        bool const is_last = i + 1 == columns.size() || columns[i + 1].text(1) != column.text(1);
        shared = is_last && column.integer(2) == 1 ? 1 : narrowed(shared, column.text_or(3, "-"));
        figures += " " + std::to_string(shared);
        if (!is_last)
            continue;
        TRY(save(connection, column, figures));
        figures = std::to_string(assumed_rows);
        shared = assumed_rows;
    }
    return Done {};
}

} // namespace rtkeren::db
