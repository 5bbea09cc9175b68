#pragma once

#include "db/pool.hpp"
#include "db/postgres.hpp"

namespace rtkeren::db {

class PostgresDatabase final : public Database {
public:
    /// environment.database_down
    static Result<std::unique_ptr<Database>> open(std::string const& url);
    explicit PostgresDatabase(std::string url);

    [[nodiscard]] Dialect dialect() const override { return Dialect::Postgres; }
    Result<int> schema_version() override;
    Result<void> run_read(std::function<Result<void>(ReadTx&)> const& work) override;
    Result<void> run_write(CityId city, std::function<Result<void>(WriteTx&)> const& work) override;
    Result<void> copy_to(std::string const& path) override;
    Result<void> check_query(QueryInfo const&) override;
    [[nodiscard]] std::size_t waiting() const override { return 0; }
    void inject_fault(Fault fault, int after_operations) override;

protected:
    Result<void> apply(Migration const&) override;
    Result<std::vector<std::pair<int, std::string>>> applied() override;

private:
    struct Attempt {
        Result<void> outcome;
        bool may_repeat; // nothing was committed, and the same work may succeed now
    };
    Attempt try_read(std::function<Result<void>(ReadTx&)> const& work);
    Attempt try_write(CityId city, std::function<Result<void>(WriteTx&)> const& work);
    template<class Try>
    Result<void> repeat(Pool<PostgresConnection>&, Try);
    bool takes_fault();
    /// The server counts its tables once a minute; a year opens, a list is imported in a second, and until then it takes every city for a handful of rows and
    /// joins nine tables row by row. So it is asked to count whenever what was written has grown by half.
    void analyze_when_grown(PostgresConnection&);

    std::string m_url;
    Pool<PostgresConnection> m_readers;
    Pool<PostgresConnection> m_writers;
    std::mutex m_mutex;
    std::vector<int> m_faults; // operations still to pass
    std::atomic<std::int64_t> m_written {0}; // rows, since the program started
    std::atomic<std::int64_t> m_analyze_at {500};
};

} // namespace rtkeren::db
