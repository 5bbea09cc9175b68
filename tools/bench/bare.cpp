#include "bare.hpp"

#include "report.hpp"

#include <libpq-fe.h>
#include <memory>
#include <sqlite3.h>

namespace rtkeren::bench {

namespace {

struct CloseSqlite {
    void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
};
struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

/// SQLite looks a name up by walking all names; here each place is asked for once.
struct Statement {
    std::unique_ptr<sqlite3_stmt, Finalize> handle;
    std::vector<int> places; // of $1, $2, …
};

Statement statement_of(sqlite3_stmt* handle)
{
    Statement statement {std::unique_ptr<sqlite3_stmt, Finalize>(handle), {}};
    for (int i = 1; i <= sqlite3_bind_parameter_count(handle); ++i)
        statement.places.push_back(sqlite3_bind_parameter_index(handle, ("$" + std::to_string(i)).c_str()));
    return statement;
}

Error failed(sqlite3* handle) { return Error::unavailable("bench.sqlite", sqlite3_errmsg(handle)); }

Result<void> run_text(sqlite3* handle, char const* text)
{
    if (sqlite3_exec(handle, text, nullptr, nullptr, nullptr) != SQLITE_OK)
        return failed(handle);
    return Done {};
}

Result<void> run_write(sqlite3* handle, Statement const& prepared, Write const& write)
{
    auto* statement = prepared.handle.get();
    for (std::size_t i = 0; i < write.values.size(); ++i) {
        auto const place = prepared.places[i];
        if (auto const* text = std::get_if<std::string>(&write.values[i]))
            sqlite3_bind_text(statement, place, text->data(), static_cast<int>(text->size()), SQLITE_STATIC);
        else if (auto const* number = std::get_if<std::int64_t>(&write.values[i]))
            sqlite3_bind_int64(statement, place, *number);
        else
            sqlite3_bind_null(statement, place);
    }
    int code = SQLITE_ROW;
    while (code == SQLITE_ROW)
        code = sqlite3_step(statement);
    sqlite3_reset(statement);
    if (code != SQLITE_DONE)
        return failed(handle);
    return Done {};
}

struct Finish {
    void operator()(PGconn* connection) const { PQfinish(connection); }
};

Result<void> expect(PGconn* connection, PGresult* raw)
{
    std::unique_ptr<PGresult, decltype(&PQclear)> const result(raw, &PQclear);
    auto const status = PQresultStatus(raw);
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
        return Error::unavailable("bench.postgres", PQerrorMessage(connection));
    return Done {};
}

/// Parameters as libpq wants them, made before the clock runs.
struct Prepared {
    std::string name;
    std::vector<std::string> texts;
    std::vector<char const*> pointers;
};

Prepared prepared(Write const& write)
{
    Prepared ready {"s" + std::to_string(write.statement), {}, {}};
    ready.texts.reserve(write.values.size());
    for (auto const& value : write.values) {
        auto const* text = std::get_if<std::string>(&value);
        auto const* number = std::get_if<std::int64_t>(&value);
        ready.texts.push_back(text ? *text : number ? std::to_string(*number) : std::string {});
        ready.pointers.push_back(text || number ? ready.texts.back().c_str() : nullptr);
    }
    return ready;
}

} // namespace

Result<double> replay_on_sqlite(Recording const& recording, std::string const& path)
{
    sqlite3* opened = nullptr;
    auto const code = sqlite3_open_v2(path.c_str(), &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
    std::unique_ptr<sqlite3, CloseSqlite> const handle(opened);
    if (code != SQLITE_OK)
        return failed(handle.get());
    TRY(run_text(handle.get(), "PRAGMA foreign_keys=ON; PRAGMA synchronous=FULL; PRAGMA cache_size=-16000; PRAGMA temp_store=MEMORY; PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=8000"));
    std::vector<Statement> statements;
    for (auto const& text : recording.statements) {
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_prepare_v3(handle.get(), text.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK)
            return failed(handle.get());
        statements.push_back(statement_of(statement));
    }
    Stopwatch const watch;
    for (auto const& batch : recording.batches) {
        TRY(run_text(handle.get(), "BEGIN IMMEDIATE"));
        for (auto const& write : batch)
            TRY(run_write(handle.get(), statements[write.statement], write));
        TRY(run_text(handle.get(), "COMMIT"));
    }
    return watch.seconds();
}

Result<double> replay_on_postgres(Recording const& recording, std::string const& url)
{
    std::unique_ptr<PGconn, Finish> const connection(PQconnectdb(url.c_str()));
    auto* handle = connection.get();
    if (PQstatus(handle) != CONNECTION_OK)
        return Error::unavailable("bench.postgres", PQerrorMessage(handle));
    for (std::size_t i = 0; i < recording.statements.size(); ++i)
        TRY(expect(handle, PQprepare(handle, ("s" + std::to_string(i)).c_str(), recording.statements[i].c_str(), 0, nullptr)));
    std::vector<std::vector<Prepared>> ready;
    for (auto const& batch : recording.batches) {
        auto& into = ready.emplace_back();
        for (auto const& write : batch)
            into.push_back(prepared(write));
    }
    Stopwatch const watch;
    for (auto const& batch : ready) {
        TRY(expect(handle, PQexec(handle, "BEGIN")));
        for (auto const& write : batch)
            TRY(expect(handle, PQexecPrepared(handle, write.name.c_str(), static_cast<int>(write.pointers.size()), write.pointers.data(), nullptr, nullptr, 0)));
        TRY(expect(handle, PQexec(handle, "COMMIT")));
    }
    return watch.seconds();
}

} // namespace rtkeren::bench
