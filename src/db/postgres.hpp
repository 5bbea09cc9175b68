#pragma once

#include "db/connection.hpp"

#include <unordered_map>

struct pg_conn;
struct pg_result;

namespace rtkeren::db {

/// One connection to a PostgreSQL server. Values travel as text; the server infers the parameters' types.
class PostgresConnection final : public Connection {
public:
    /// environment.database_down
    static Result<std::unique_ptr<PostgresConnection>> open(std::string const& url);
    ~PostgresConnection() override;
    [[nodiscard]] Dialect dialect() const override { return Dialect::Postgres; }
    Result<void> prepare(Statement const&) override;
    /// COMMIT of a failed transaction is a ROLLBACK that PostgreSQL reports as success; here it is an error.
    Result<void> commit();
    void lose_on_next() { m_is_to_be_lost = true; }
    /// Rows inserted, changed and deleted since this was last asked.
    [[nodiscard]] std::int64_t take_written() { return std::exchange(m_written, 0); }

protected:
    Result<Answer> run(Statement const&, std::span<Parameter const>) override;
    Result<void> run_script(std::string const& text) override;

private:
    struct Prepared {
        std::string name; // "s17": the server cuts names at 63 bytes
        std::atomic<std::uint64_t>* counter {nullptr};
    };
    struct TextHash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    using Outcome = std::unique_ptr<pg_result, void (*)(pg_result*)>;

    explicit PostgresConnection(pg_conn* handle) : m_handle(handle) { }
    Result<Prepared*> prepared(Statement const&);
    Result<void> forget_statements();
    Error error_of(pg_result const*, std::string_view name);

    pg_conn* m_handle;
    std::unordered_map<std::string, Prepared, TextHash, std::equal_to<>> m_statements;
    std::uint64_t m_named {0};
    std::int64_t m_written {0};
    bool m_is_to_be_lost {false};
};

/// The same server and options with another database: for tests, which make their own.
[[nodiscard]] std::string url_of_database(std::string_view url, std::string_view name);
/// CREATE DATABASE and DROP DATABASE; the name is lower case letters, digits and '_'.
Result<void> create_postgres_database(std::string const& server_url, std::string_view name);
Result<void> drop_postgres_database(std::string const& server_url, std::string_view name);

} // namespace rtkeren::db
