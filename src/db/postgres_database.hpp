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

    std::string m_url;
    Pool<PostgresConnection> m_readers;
    Pool<PostgresConnection> m_writers;
    std::mutex m_mutex;
    std::vector<int> m_faults; // operations still to pass
};

} // namespace rtkeren::db
