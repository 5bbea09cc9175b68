#include "db/sqlite_database.hpp"

#include "db/migrate.hpp"
#include "db/sqlite_statistics.hpp"

#include <filesystem>

namespace rtkeren::db {
namespace {

constexpr std::size_t most_sqlite_readers = 64;

} // namespace

SqliteDatabase::SqliteDatabase(std::string path)
    : m_path(std::move(path))
    , m_readers(most_sqlite_readers, [this] { return SqliteConnection::open(m_path, SqliteUse::Read); })
    , m_writer(m_path)
{
}

Result<std::unique_ptr<Database>> SqliteDatabase::open(std::string const& path)
{
    auto const folder = std::filesystem::path(path).parent_path();
    std::error_code ignored;
    if (!folder.empty() && !std::filesystem::is_directory(folder, ignored))
        return Error::unavailable("environment.data_unwritable", folder.string() + " is not a folder");
    auto probe = TRY(SqliteConnection::open(path, SqliteUse::Write));
    auto locked = probe->script("BEGIN IMMEDIATE; ROLLBACK");
    if (!locked.ok() && locked.error().kind != ErrorKind::Retry)
        return std::move(locked).error();
    return std::unique_ptr<Database>(std::make_unique<SqliteDatabase>(path));
}

Result<void> SqliteDatabase::run_read(std::function<Result<void>(ReadTx&)> const& work)
{
    TRY(InsideWrite::refuse_nested());
    auto connection = TRY(m_readers.take());
    TRY(connection->control("BEGIN DEFERRED"));
    auto outcome = guarded(*connection, work);
    if (connection->is_in_transaction())
        (void)connection->control("ROLLBACK");
    return outcome;
}

Result<void> SqliteDatabase::run_write(CityId, std::function<Result<void>(WriteTx&)> const& work)
{
    TRY(InsideWrite::refuse_nested());
    return m_writer.run(work);
}

Result<void> SqliteDatabase::check_query(QueryInfo const& query)
{
    auto connection = TRY(m_readers.take());
    return connection->prepare({query.name, query.text, true});
}

Result<void> SqliteDatabase::copy_to(std::string const& path)
{
    std::error_code ignored;
    if (std::filesystem::exists(path, ignored))
        return Error::unavailable("environment.copy_exists", path);
    // A reader's connection writes nothing, not even elsewhere; VACUUM INTO reads one snapshot while the writer goes on.
    auto connection = TRY(SqliteConnection::open(m_path, SqliteUse::Write));
    std::array<Parameter, 1> const target {Parameter(path)};
    TRY(connection->execute({"db.copy", "VACUUM INTO $1"}, target));
    return Done {};
}

Result<int> SqliteDatabase::schema_version()
{
    auto known = TRY(applied());
    return known.empty() ? 0 : known.back().first;
}

Result<std::vector<std::pair<int, std::string>>> SqliteDatabase::applied()
{
    auto connection = TRY(m_readers.take());
    auto tables = TRY(connection->fetch({"db.migration_table", "SELECT 1 FROM sqlite_master WHERE name = 'db_migration'"}, {}));
    if (tables.empty())
        return std::vector<std::pair<int, std::string>> {};
    return applied_migrations(*connection);
}

Result<void> SqliteDatabase::apply(Migration const& migration)
{
    auto connection = TRY(SqliteConnection::open(m_path, SqliteUse::Write));
    TRY(connection->script("BEGIN IMMEDIATE"));
    auto created = create_migration_table(*connection);
    auto outcome = created.ok() ? apply_migration(*connection, migration) : std::move(created);
    if (outcome.ok())
        outcome = assume_statistics(*connection);
    if (outcome.ok())
        return connection->script("COMMIT");
    if (connection->is_in_transaction())
        (void)connection->script("ROLLBACK");
    return outcome;
}

} // namespace rtkeren::db
