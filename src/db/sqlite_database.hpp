#pragma once

#include "db/pool.hpp"
#include "db/sqlite_writer.hpp"

namespace rtkeren::db {

class SqliteDatabase final : public Database {
public:
    /// The folder exists already. environment.data_unwritable
    static Result<std::unique_ptr<Database>> open(std::string const& path);
    explicit SqliteDatabase(std::string path);

    [[nodiscard]] Dialect dialect() const override { return Dialect::Sqlite; }
    Result<int> schema_version() override;
    Result<void> run_read(std::function<Result<void>(ReadTx&)> const& work) override;
    Result<void> run_write(CityId city, std::function<Result<void>(WriteTx&)> const& work) override;
    Result<void> copy_to(std::string const& path) override;
    Result<void> check_query(QueryInfo const&) override;
    [[nodiscard]] std::size_t waiting() const override { return m_writer.waiting(); }
    void inject_fault(Fault fault, int after_operations) override { m_writer.inject_fault(fault, after_operations); }

protected:
    Result<void> apply(Migration const&) override;
    Result<std::vector<std::pair<int, std::string>>> applied() override;

private:
    std::string m_path;
    Pool<SqliteConnection> m_readers;
    SqliteWriter m_writer;
};

} // namespace rtkeren::db
