#include "db/migrate.hpp"
#include "db/test_schema.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <thread>

namespace rtkeren::db {
namespace {

constexpr Migration first_step {1, "0001_test_a", "CREATE TABLE a (id @id PRIMARY KEY) @strict;", "aa"};
constexpr Migration second_step {2, "0002_test_b", "CREATE TABLE b (id @id PRIMARY KEY) @strict;\nCREATE INDEX b_id ON b (id);", "bb"};

std::unique_ptr<Database> opened(std::string const& url)
{
    auto database = Database::open(url);
    EXPECT_TRUE(database.ok()) << (database.ok() ? "" : database.error().detail);
    return database.ok() ? std::move(database).value() : nullptr;
}

TEST(Migrate, BringsAnEmptyDatabaseStepByStep)
{
    auto database = opened(tests::fresh_database_url());
    EXPECT_EQ(database->schema_version().value(), 0);
    EXPECT_EQ(code_of(database->migrate(std::array {first_step})), "ok");
    EXPECT_EQ(database->schema_version().value(), 1);
    EXPECT_EQ(code_of(database->migrate(std::array {first_step, second_step})), "ok");
    EXPECT_EQ(code_of(database->migrate(std::array {first_step, second_step})), "ok");
    EXPECT_EQ(database->schema_version().value(), 2);
}

TEST(Migrate, RefusesAChangedStepAndANewerSchema)
{
    auto database = opened(tests::fresh_database_url());
    ASSERT_EQ(code_of(database->migrate(std::array {first_step, second_step})), "ok");
    EXPECT_EQ(code_of(database->migrate(std::array {first_step})), "environment.schema_newer");
    auto changed = second_step;
    changed.sha256 = "cc";
    EXPECT_EQ(code_of(database->migrate(std::array {first_step, changed})), "db.migration_changed");
}

TEST(Migrate, AStepThatFailsLeavesNothing)
{
    auto database = opened(tests::fresh_database_url());
    Migration const broken {1, "0001_test_broken", "CREATE TABLE half (id @id) @strict; CREATE TABLE half (id @id) @strict;", "dd"};
    EXPECT_EQ(code_of(database->migrate(std::array {broken})), "db.statement");
    EXPECT_EQ(database->schema_version().value(), 0);
    Migration const mended {1, "0001_test_broken", "CREATE TABLE half (id @id) @strict;", "ee"};
    EXPECT_EQ(code_of(database->migrate(std::array {mended})), "ok");
}

TEST(Migrate, TwoProgramsStartingTogetherApplyEachStepOnce)
{
    auto const url = tests::fresh_database_url();
    auto one = opened(url);
    auto other = opened(url);
    std::string codes[2];
    {
        std::jthread a([&] { codes[0] = code_of(one->migrate(std::array {first_step, second_step})); });
        std::jthread b([&] { codes[1] = code_of(other->migrate(std::array {first_step, second_step})); });
    }
    EXPECT_EQ(codes[0], "ok");
    EXPECT_EQ(codes[1], "ok");
    EXPECT_EQ(one->schema_version().value(), 2);
}

TEST(Migrate, TheWholeProgramsSchemaStands)
{
    EXPECT_EQ(test_database().schema_version().value(), all_migrations().back().number);
}

TEST(Expand, ReplacesTokensOutsideOfStringsAndComments)
{
    constexpr auto text = "CREATE TABLE t (a @money, b @id DEFAULT '@id', c @bool) @strict; -- @nothing\n-- @only sqlite\nx\n-- @end\n-- @only postgres\ny\n-- @end\nz";
    EXPECT_EQ(expand(text, Dialect::Sqlite).value(), "CREATE TABLE t (a INTEGER, b TEXT DEFAULT '@id', c INTEGER) STRICT; \nx\nz\n");
    EXPECT_EQ(expand(text, Dialect::Postgres).value(), "CREATE TABLE t (a BIGINT, b TEXT COLLATE \"C\" DEFAULT '@id', c BOOLEAN) ; \ny\nz\n");
    EXPECT_EQ(expand("a @number", Dialect::Sqlite).error().code, "db.migration_token");
}

TEST(Open, SaysWhatIsWrongWithTheAddress)
{
    auto code = [](std::string const& url) { return code_of(Database::open(url)); };
    EXPECT_EQ(code("mysql://root:secret@host/db"), "environment.database_url");
    EXPECT_EQ(code(""), "environment.database_url");
    EXPECT_EQ(code("sqlite:" + tests::fresh_path("none") + "/rtkeren.sqlite"), "environment.data_unwritable");
    EXPECT_EQ(code("sqlite:/proc/rtkeren.sqlite"), "environment.data_unwritable");
    EXPECT_EQ(code("postgresql://nobody@127.0.0.1:1/none"), "environment.database_down");
    EXPECT_EQ(Database::open("mysql://root:secret@host/db").error().detail.find("secret"), std::string::npos);
}

TEST(Copy, IsWholeWhileWritingGoesOn)
{
    auto& database = thing_database();
    if (database.dialect() == Dialect::Postgres)
        GTEST_SKIP() << "PostgreSQL is copied by pg_dump";
    auto const city = next_city();
    std::atomic<bool> is_done {false};
    std::jthread writer([&] {
        for (std::uint64_t n = 1; !is_done; n += 2) {
            auto both = write(database, city, [&](WriteTx& tx) -> Result<void> {
                TRY(add_thing(tx, city, n));
                TRY(add_thing(tx, city, n + 1));
                return Done {};
            });
            EXPECT_TRUE(both.ok());
        }
    });
    auto const path = tests::fresh_path("copy.sqlite");
    auto copied = database.copy_to(path);
    is_done = true;
    writer.join();
    ASSERT_TRUE(copied.ok()) << copied.error().detail;
    EXPECT_EQ(code_of(database.copy_to(path)), "environment.copy_exists");
    auto copy = opened(path);
    auto count = read(*copy, [&](ReadTx& tx) { return tx.one("none", count_things, city); });
    EXPECT_EQ(count->integer(0) % 2, 0);
}

} // namespace
} // namespace rtkeren::db
