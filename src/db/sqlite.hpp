#pragma once

#include "db/connection.hpp"

#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

namespace rtkeren::db {

enum class SqliteUse : std::uint8_t { Read, Write };

/// One open SQLite file. WAL, foreign keys on, synchronous FULL, trusted_schema off; waits 5 s for other processes.
class SqliteConnection final : public Connection {
public:
    /// environment.data_unwritable, environment.database_damaged
    static Result<std::unique_ptr<SqliteConnection>> open(std::string const& path, SqliteUse);
    ~SqliteConnection() override;
    [[nodiscard]] Dialect dialect() const override { return Dialect::Sqlite; }
    Result<void> prepare(Statement const&) override;

    /// False when SQLite ended the transaction by itself (FULL, IOERR, NOMEM, INTERRUPT).
    [[nodiscard]] bool is_in_transaction() const;
    /// The next statement runs and then fails with this fault, as a full or broken disk does.
    void fail_next(Database::Fault fault) { m_fault = fault; }

protected:
    Result<Answer> run(Statement const&, std::span<Parameter const>) override;
    Result<void> run_script(std::string const& text) override;

private:
    struct Prepared {
        sqlite3_stmt* handle {nullptr};
        std::vector<int> places; // of $1…$n
        std::atomic<std::uint64_t>* counter {nullptr};
    };
    struct TextHash : std::hash<std::string_view> {
        using is_transparent = void;
    };

    explicit SqliteConnection(sqlite3* handle) : m_handle(handle) { }
    Result<Prepared*> prepared(Statement const&);
    void forget_statements();
    Result<void> bind(Prepared const&, std::span<Parameter const>);
    Result<Answer> step_through(Prepared const&);
    Result<void> run_fault();
    Error error_of(int code, std::string_view name);

    sqlite3* m_handle;
    std::unordered_map<std::string, Prepared, TextHash, std::equal_to<>> m_statements;
    std::optional<Database::Fault> m_fault;
};

} // namespace rtkeren::db
