#include "db/postgres_database.hpp"

#include "db/migrate.hpp"
#include "db/postgres_copy.hpp"

#include <algorithm>
#include <filesystem>
#include <random>
#include <thread>

namespace rtkeren::db {
namespace {

constexpr std::size_t most_postgres_readers = 16;
constexpr std::size_t most_postgres_writers = 8;
constexpr int most_attempts = 3;
/// Cities are positive, so the schema has a lock of its own.
constexpr std::string_view schema_lock = "-1";

/// 5 to 20 ms, longer each time, so that those who met once do not meet again.
void back_off(int attempt)
{
    thread_local std::minstd_rand random {std::random_device {}()};
    std::this_thread::sleep_for(std::chrono::milliseconds {std::uniform_int_distribution<int> {5, 20}(random) * attempt});
}

std::string begin_write(std::string_view lock)
{
    // Two statements in one round trip: under READ COMMITTED each takes its own snapshot, so the work sees what the lock's last holder wrote.
    return "BEGIN ISOLATION LEVEL READ COMMITTED; SELECT pg_advisory_xact_lock(" + std::string(lock) + ")";
}

} // namespace

PostgresDatabase::PostgresDatabase(std::string url)
    : m_url(std::move(url))
    , m_readers(most_postgres_readers, [this] { return PostgresConnection::open(m_url); })
    , m_writers(most_postgres_writers, [this] { return PostgresConnection::open(m_url); })
{
}

Result<std::unique_ptr<Database>> PostgresDatabase::open(std::string const& url)
{
    auto database = std::make_unique<PostgresDatabase>(url);
    TRY(database->m_readers.take());
    return std::unique_ptr<Database>(std::move(database));
}

template<class Try>
Result<void> PostgresDatabase::repeat(Pool<PostgresConnection>& pool, Try attempt_once)
{
    TRY(InsideWrite::refuse_nested());
    for (int attempt = 1;; ++attempt) {
        auto [outcome, may_repeat] = attempt_once();
        if (outcome.ok() || !may_repeat || attempt == most_attempts)
            return outcome;
        if (outcome.error().code == "environment.database_down")
            pool.close_idle();
        back_off(attempt);
    }
}

Result<void> PostgresDatabase::run_read(std::function<Result<void>(ReadTx&)> const& work)
{
    return repeat(m_readers, [&] { return try_read(work); });
}

PostgresDatabase::Attempt PostgresDatabase::try_read(std::function<Result<void>(ReadTx&)> const& work)
{
    auto leased = m_readers.take();
    if (!leased.ok())
        return {std::move(leased).error(), false};
    auto connection = std::move(leased).value();
    connection->forget_failure();
    auto begun = connection->script("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    if (!begun.ok())
        return {std::move(begun), !connection->is_usable()};
    auto outcome = guarded(*connection, work);
    auto const is_lost = !connection->is_usable();
    if (is_lost && connection->failure())
        return {*connection->failure(), true};
    (void)connection->script("ROLLBACK");
    return {std::move(outcome), false};
}

Result<void> PostgresDatabase::run_write(CityId city, std::function<Result<void>(WriteTx&)> const& work)
{
    return repeat(m_writers, [&] { return try_write(city, work); });
}

PostgresDatabase::Attempt PostgresDatabase::try_write(CityId city, std::function<Result<void>(WriteTx&)> const& work)
{
    auto leased = m_writers.take();
    if (!leased.ok())
        return {std::move(leased).error(), false};
    auto connection = std::move(leased).value();
    connection->forget_failure();
    auto begun = connection->script(begin_write(std::to_string(city.value)));
    auto is_temporary = [&] { return !connection->is_usable() || (connection->failure() && connection->failure()->kind == ErrorKind::Retry); };
    if (!begun.ok()) {
        if (connection->is_usable())
            (void)connection->script("ROLLBACK");
        return {std::move(begun), is_temporary()};
    }
    if (takes_fault())
        connection->lose_on_next();
    InsideWrite inside;
    auto outcome = guarded(*connection, work);
    if (outcome.ok()) {
        auto committed = connection->commit();
        if (committed.ok())
            analyze_when_grown(*connection);
        // With the connection lost during COMMIT nobody knows whether it happened: the client repeats with the same request id.
        return {std::move(committed), connection->is_usable() && is_temporary()};
    }
    if (is_temporary())
        outcome = *connection->failure();
    if (connection->is_usable() && !connection->script("ROLLBACK").ok())
        return {std::move(outcome), true};
    return {std::move(outcome), is_temporary()};
}

void PostgresDatabase::analyze_when_grown(PostgresConnection& connection)
{
    auto const more = connection.take_written();
    auto const written = m_written.fetch_add(more) + more;
    auto due = m_analyze_at.load();
    if (written >= due && m_analyze_at.compare_exchange_strong(due, written + written / 2))
        (void)connection.script("ANALYZE"); // what it does not manage now it counts the next time
}

Result<void> PostgresDatabase::check_query(QueryInfo const& query)
{
    auto connection = TRY(m_readers.take());
    return connection->prepare({query.name, query.text, true});
}

Result<void> PostgresDatabase::copy_to(std::string const& path)
{
    std::error_code ignored;
    if (std::filesystem::exists(path, ignored))
        return Error::unavailable("environment.copy_exists", path);
    return dump_postgres(m_url, path);
}

void PostgresDatabase::inject_fault(Fault, int after_operations)
{
    std::scoped_lock lock(m_mutex);
    m_faults.push_back(after_operations);
}

bool PostgresDatabase::takes_fault()
{
    std::scoped_lock lock(m_mutex);
    bool is_due = false;
    for (auto& after : m_faults)
        is_due = after-- == 0 || is_due;
    std::erase_if(m_faults, [](int after) { return after < 0; });
    return is_due;
}

Result<int> PostgresDatabase::schema_version()
{
    auto known = TRY(applied());
    return known.empty() ? 0 : known.back().first;
}

Result<std::vector<std::pair<int, std::string>>> PostgresDatabase::applied()
{
    auto connection = TRY(m_readers.take());
    auto tables = TRY(connection->fetch({"db.migration_table", "SELECT 1 WHERE to_regclass('db_migration') IS NOT NULL"}, {}));
    if (tables.empty())
        return std::vector<std::pair<int, std::string>> {};
    return applied_migrations(*connection);
}

Result<void> PostgresDatabase::apply(Migration const& migration)
{
    auto connection = TRY(m_writers.take());
    connection->forget_failure();
    TRY(connection->script(begin_write(schema_lock)));
    auto created = create_migration_table(*connection);
    auto outcome = created.ok() ? apply_migration(*connection, migration) : std::move(created);
    if (outcome.ok())
        return connection->commit();
    (void)connection->script("ROLLBACK");
    return outcome;
}

} // namespace rtkeren::db
