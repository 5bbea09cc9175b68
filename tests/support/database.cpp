#include "support/database.hpp"

#include "db/postgres.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <unistd.h>

namespace rtkeren::tests {
namespace {

namespace fs = std::filesystem;

std::string environment_or(char const* name, std::string const& fallback)
{
    auto const* value = std::getenv(name);
    return value && *value ? value : fallback;
}

std::string unique_name()
{
    static std::atomic<int> count {0};
    std::random_device random;
    return "rtk_test_" + std::to_string(getpid()) + "_" + std::to_string(random()) + "_" + std::to_string(++count);
}

[[noreturn]] void give_up(Error const& error)
{
    std::fprintf(stderr, "test database: %s %s\n", error.code.c_str(), error.detail.c_str());
    std::abort();
}

/// The run's folder and databases, removed at exit.
class World {
public:
    World()
        : m_is_postgres(environment_or("RTK_TEST_DB", "sqlite") == "postgres")
        , m_server(environment_or("RTK_TEST_PG", ""))
    {
        // Memory instead of a disk where there is one: a commit's fsync is then quick.
        std::error_code ignored;
        auto const parent = fs::is_directory("/dev/shm", ignored) && access("/dev/shm", W_OK) == 0 ? fs::path("/dev/shm") : fs::temp_directory_path();
        m_folder = parent / unique_name();
        fs::create_directory(m_folder);
        auto opened = db::Database::open(fresh_url());
        if (!opened.ok())
            give_up(opened.error());
        m_database = std::move(opened).value();
        auto migrated = m_database->migrate(db::all_migrations());
        if (!migrated.ok())
            give_up(migrated.error());
    }
    ~World()
    {
        m_database.reset();
        for (auto const& name : m_made)
            (void)db::drop_postgres_database(m_server, name);
        std::error_code ignored;
        fs::remove_all(m_folder, ignored);
    }
    World(World const&) = delete;
    World& operator=(World const&) = delete;

    std::string fresh_url()
    {
        auto const name = unique_name();
        if (!m_is_postgres)
            return "sqlite:" + (m_folder / (name + ".sqlite")).string();
        if (m_server.empty())
            give_up(Error::unavailable("environment.database_down", "RTK_TEST_PG is not set: run through scripts/with-postgres"));
        auto created = db::create_postgres_database(m_server, name);
        if (!created.ok())
            give_up(created.error());
        m_made.push_back(name);
        return db::url_of_database(m_server, name);
    }
    db::Database& database() { return *m_database; }
    [[nodiscard]] fs::path const& folder() const { return m_folder; }

private:
    bool m_is_postgres;
    std::string m_server;
    fs::path m_folder;
    std::vector<std::string> m_made;
    std::unique_ptr<db::Database> m_database;
};

World& world()
{
    static World instance;
    return instance;
}

bool is_of_room(db::QueryInfo const& query, std::string const& room)
{
    return room.empty() || query.name.starts_with(room + ".");
}

class CoverageAtEnd : public testing::Environment {
public:
    explicit CoverageAtEnd(std::string room) : m_room(std::move(room)) { }
    void TearDown() override
    {
        if (testing::GTEST_FLAG(filter) != "*")
            return;
        for (auto const& query : db::registered_queries()) {
            if (is_of_room(query, m_room) && db::times_run(query.name) == 0)
                ADD_FAILURE() << "no test ran the query " << query.name;
        }
    }

private:
    std::string m_room;
};

} // namespace

db::Database& test_database() { return world().database(); }
CityId next_city()
{
    static std::atomic<std::int32_t> last {1000};
    return CityId {++last};
}
std::string fresh_path(std::string const& name) { return (world().folder() / (unique_name() + "_" + name)).string(); }
std::string fresh_database_url() { return world().fresh_url(); }

void expect_all_queries_prepare(std::string const& room)
{
    for (auto const& query : db::registered_queries()) {
        if (!is_of_room(query, room))
            continue;
        auto checked = test_database().check_query(query);
        EXPECT_TRUE(checked.ok()) << query.name << ": " << (checked.ok() ? "" : checked.error().detail);
    }
}

void expect_all_queries_run_at_end(std::string const& room)
{
    testing::AddGlobalTestEnvironment(new CoverageAtEnd(room)); // gtest owns it
}

} // namespace rtkeren::tests
