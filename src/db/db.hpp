#pragma once

#include "db/value.hpp"

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

/// One SQL text for SQLite and PostgreSQL. Texts stand in `src/<room>/sql/*.sql` and are compiled to the constants used here:
///
///     auto rows = TRY(tx.run(sql::purses_of_rt, city, rt));        // a ReadQuery<2>
///     TRY(tx.run(sql::insert_purse, city, id, rt, amount));        // a WriteQuery<4>
///
/// The only way to a WriteTx is `db::write`, which commits iff the work returns a value. Nothing outside the database
/// happens inside the work: it may run twice.
namespace rtkeren::db {

enum class Dialect : std::uint8_t { Sqlite, Postgres };

template<int N>
struct ReadQuery {
    std::string_view name; // "ledger.balance_of_purse": prepared under it once per connection
    std::string_view text;
};
template<int N>
struct WriteQuery {
    std::string_view name;
    std::string_view text;
};
/// `-- @rows` before a VALUES tuple of N parameters: texts for 1, 10 and 100 tuples.
template<int N>
struct WriteRows {
    std::string_view name;
    std::string_view text_1, text_10, text_100;
};
/// The same of a SELECT from such tuples.
template<int N>
struct ReadRows {
    std::string_view name;
    std::string_view text_1, text_10, text_100;
};
/// `-- @list`: a SELECT whose columns are named; a table filters, sorts and pages around it. Columns are checked against this list.
/// A column named `search` holds folded text for the search field; a column named `id` breaks ties.
template<int N>
struct ListQuery {
    std::string_view name;
    std::string_view text;
    std::span<std::string_view const> columns;
};

/// How a list is cut: everything here is checked against the query's columns. Invalid list.column, Invalid list.after.
struct ListCut {
    std::vector<std::pair<std::string, std::string>> equals {}; // column -> value, compared as text; not for BOOLEAN columns
    std::vector<std::string> words {}; // each must occur in `search`; folded here, '%' and '_' are plain characters
    std::string sort {}; // column; "" keeps the query's own order column: the first. NULL comes last in both directions
    bool descending {false};
    /// The last row seen, made by `after_of`; empty from the start. {sort value, id}, or {id} alone when the sort value was NULL.
    std::vector<std::string> after {};
    int limit {50};
};
/// The place behind `row` of a list, for `ListCut::after`. `columns` are the query's, `sort` as in the cut.
[[nodiscard]] std::vector<std::string> after_of(Row const& row, std::span<std::string_view const> columns, std::string_view sort);

/// One query of a room, for tests and tools: `sql.hpp` registers its room's before main().
struct QueryInfo {
    std::string_view name;
    std::string_view text;
    int parameters;
    bool is_write;
};
/// Returns true, so that it can initialise a variable.
bool register_queries(std::span<QueryInfo const>);
/// Every query that is linked into this program, in order of registration.
[[nodiscard]] std::vector<QueryInfo> registered_queries();
/// How often the query was executed in this process.
[[nodiscard]] std::uint64_t times_run(std::string_view name);

struct Changed {
    std::int64_t rows {0};
};

class Connection; // one of sqlite.cpp or postgres.cpp

class ReadTx {
public:
    explicit ReadTx(Connection& connection) : m_connection(connection) { }
    ReadTx(ReadTx const&) = delete;
    ReadTx& operator=(ReadTx const&) = delete;

    template<int N, class... Args>
    Result<Rows> run(ReadQuery<N> const& query, Args const&... args)
    {
        static_assert(sizeof...(Args) == N, "wrong number of arguments for this query");
        std::array<Parameter, sizeof...(Args)> const parameters {Parameter(args)...};
        return fetch(query.name, query.text, parameters);
    }
    /// The single row; NotFound `code` when there is none.
    template<int N, class... Args>
    Result<Row> one(std::string_view code, ReadQuery<N> const& query, Args const&... args)
    {
        auto rows = TRY(run(query, args...));
        if (rows.empty())
            return Error::not_found(std::string(code));
        return std::move(rows.front());
    }
    template<int N, class... Args>
    Result<std::optional<Row>> maybe(ReadQuery<N> const& query, Args const&... args)
    {
        auto rows = TRY(run(query, args...));
        if (rows.empty())
            return std::optional<Row> {};
        return std::optional<Row> {std::move(rows.front())};
    }
    /// The rows that many tuples find, in as few statements as possible; each statement's in the order of the query.
    template<int N>
    Result<Rows> run_rows(ReadRows<N> const& query, std::type_identity_t<std::span<std::array<Parameter, std::size_t {N}> const>> tuples)
    {
        return fetch_rows(query.name, {query.text_1, query.text_10, query.text_100}, std::size_t {N}, flat(tuples));
    }
    /// The list's rows in the query's column order, one more than the limit when there is a next page.
    template<int N, class... Args>
    Result<Rows> list(ListQuery<N> const& query, ListCut const& cut, Args const&... args)
    {
        static_assert(sizeof...(Args) == N, "wrong number of arguments for this list");
        std::array<Parameter, sizeof...(Args)> const parameters {Parameter(args)...};
        return fetch_list(query.name, query.text, query.columns, cut, parameters);
    }
    [[nodiscard]] Dialect dialect() const;
    /// For the rest of this transaction the queries read whole tables. PostgreSQL knows a city that has just grown as an empty one and would join its rows
    /// one by one; this forbids it. Nothing on SQLite.
    Result<void> expect_whole_tables();

protected:
    struct Texts {
        std::string_view one, ten, hundred;
    };
    template<std::size_t N>
    static std::vector<Parameter> flat(std::span<std::array<Parameter, N> const> tuples)
    {
        std::vector<Parameter> parameters;
        parameters.reserve(tuples.size() * N);
        for (auto const& tuple : tuples)
            parameters.insert(parameters.end(), tuple.begin(), tuple.end());
        return parameters;
    }
    Result<Rows> fetch(std::string_view name, std::string_view text, std::span<Parameter const>);
    Result<Rows> fetch_rows(std::string_view name, Texts const&, std::size_t width, std::span<Parameter const>);
    Result<Rows> fetch_list(std::string_view name, std::string_view text, std::span<std::string_view const> columns, ListCut const&, std::span<Parameter const>);
    Connection& m_connection;
};

class WriteTx : public ReadTx {
public:
    using ReadTx::ReadTx;
    using ReadTx::run;
    using ReadTx::run_rows;
    /// Constraint failures: Conflict db.unique, Conflict db.foreign_key, Invalid db.check; each with the constraint's name in `detail`.
    /// After any error the transaction is lost: return it. Work that returns a value all the same is rolled back and gets that error.
    template<int N, class... Args>
    Result<Changed> run(WriteQuery<N> const& query, Args const&... args)
    {
        static_assert(sizeof...(Args) == N, "wrong number of arguments for this query");
        std::array<Parameter, sizeof...(Args)> const parameters {Parameter(args)...};
        return execute(query.name, query.text, parameters);
    }
    /// INSERT/UPDATE … RETURNING.
    template<int N, class... Args>
    Result<Rows> returning(WriteQuery<N> const& query, Args const&... args)
    {
        static_assert(sizeof...(Args) == N, "wrong number of arguments for this query");
        std::array<Parameter, sizeof...(Args)> const parameters {Parameter(args)...};
        return fetch(query.name, query.text, parameters);
    }
    /// The work in a savepoint: when it is refused, what it did is undone and the rest of the transaction goes on.
    /// After Retry, Unavailable and Internal nothing can go on: return that error.
    Result<void> nested(std::function<Result<void>()> const& work);
    /// Many tuples in as few statements as possible.
    template<int N>
    Result<Changed> run_rows(WriteRows<N> const& query, std::type_identity_t<std::span<std::array<Parameter, std::size_t {N}> const>> tuples)
    {
        return execute_rows(query.name, {query.text_1, query.text_10, query.text_100}, std::size_t {N}, flat(tuples));
    }

private:
    Result<Changed> execute(std::string_view name, std::string_view text, std::span<Parameter const>);
    Result<Changed> execute_rows(std::string_view name, Texts const&, std::size_t width, std::span<Parameter const>);
};

/// One migration of the global sequence, embedded by the build.
struct Migration {
    int number; // gapless from 1; the schema's version is the last one
    std::string_view name; // "0007_ledger_entries"
    std::string_view text; // with @money, @int, @id, @text, @code, @date, @bool, @strict tokens and `-- @only sqlite|postgres` … `-- @end`
    std::string_view sha256;
};
/// Every migration of the program (generated: build/gen/schema.cpp).
[[nodiscard]] std::span<Migration const> all_migrations();

class Database {
public:
    /// "sqlite:PATH" or a plain path, or "postgresql://…". environment.database_url, environment.data_unwritable, environment.database_down.
    static Result<std::unique_ptr<Database>> open(std::string_view url);
    virtual ~Database() = default;

    /// Brings the schema to the newest version. environment.schema_newer when it was written by a newer program,
    /// db.migration_changed when an applied migration's text differs.
    Result<void> migrate(std::span<Migration const>);
    [[nodiscard]] virtual Dialect dialect() const = 0;
    /// 0 when nothing was migrated yet.
    virtual Result<int> schema_version() = 0;

    /// Type-erased halves of `read` and `write`.
    virtual Result<void> run_read(std::function<Result<void>(ReadTx&)> const& work) = 0;
    virtual Result<void> run_write(CityId city, std::function<Result<void>(WriteTx&)> const& work) = 0;
    /// A consistent copy of everything while writing goes on: an SQLite file, or what pg_dump writes. environment.copy_exists, environment.postgres_tool
    virtual Result<void> copy_to(std::string const& path) = 0;
    /// Fills an empty place with such a copy; `url` as for `open`. environment.database_not_empty, environment.postgres_tool
    static Result<void> fill_from_copy(std::string_view url, std::string const& path);

    /// Whether the text can be prepared here; nothing is executed.
    virtual Result<void> check_query(QueryInfo const&) = 0;
    /// Works that wait for the writer (SQLite); 0 on PostgreSQL, where they wait in the server.
    [[nodiscard]] virtual std::size_t waiting() const = 0;

    /// Tests: the first statement of the write that starts after `after_operations` further ones fails with SQLITE_FULL or SQLITE_IOERR, which ends the
    /// batch as the real one does; PostgreSQL: the connection is lost. Runs again count as operations. Several faults may wait.
    enum class Fault : std::uint8_t { Full, IoError };
    virtual void inject_fault(Fault, int after_operations) = 0;

protected:
    /// In one transaction, under the database's lock; does nothing when somebody else applied it meanwhile.
    virtual Result<void> apply(Migration const&) = 0;
    virtual Result<std::vector<std::pair<int, std::string>>> applied() = 0; // number, sha256; by number
};

/// A consistent snapshot: SQLite deferred on this thread's read connection; PostgreSQL REPEATABLE READ READ ONLY.
template<class Work>
auto read(Database& database, Work&& work) -> std::invoke_result_t<Work, ReadTx&>
{
    using Answer = std::invoke_result_t<Work, ReadTx&>;
    std::optional<Answer> answer;
    auto outcome = database.run_read([&](ReadTx& tx) -> Result<void> {
        answer.emplace(work(tx));
        return Done {};
    });
    if (!outcome.ok())
        return std::move(outcome).error();
    return std::move(*answer);
}

/// Commits iff `work` returns a value; returns only after COMMIT. One writer per city (the book lock); on SQLite one writer thread with
/// group commit, at most 64 works a batch, Retry `db.queue_full` beyond 256 waiting. `work` may run twice: it touches nothing but `tx`.
template<class Work>
auto write(Database& database, CityId city, Work&& work) -> std::invoke_result_t<Work, WriteTx&>
{
    using Answer = std::invoke_result_t<Work, WriteTx&>;
    std::optional<Answer> answer;
    auto outcome = database.run_write(city, [&](WriteTx& tx) -> Result<void> {
        answer.emplace(work(tx));
        if (!answer->ok())
            return answer->error();
        return Done {};
    });
    if (!outcome.ok())
        return std::move(outcome).error();
    return std::move(*answer);
}

} // namespace rtkeren::db
