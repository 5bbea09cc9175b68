#include "db/test_schema.hpp"

#include <gtest/gtest.h>

namespace rtkeren::db {
namespace {

constexpr Migration owned {1, "0001_test_owned", "CREATE TABLE owned (city @int, id @id, year @int, owner @id, PRIMARY KEY (city, id)) @strict;\n"
                                                 "CREATE INDEX owned_owner ON owned (city, owner);\nCREATE INDEX owned_year ON owned (city, year, id);",
    "aa"};
/// The index by year would spare the sorting, and read the whole city for a few rows.
constexpr ReadQuery<2> plan_of_owner {"test.plan_of_owner", "EXPLAIN QUERY PLAN SELECT id FROM owned WHERE city = $1 AND owner = $2 ORDER BY year"};

TEST(SqliteStatistics, AnEmptyTablesKeyIsChosenByMoreThanItsCity)
{
    if (test_database().dialect() == Dialect::Postgres)
        GTEST_SKIP() << "PostgreSQL counts by itself";
    auto opened = Database::open(tests::fresh_database_url());
    ASSERT_TRUE(opened.ok());
    auto& database = *opened.value();
    EXPECT_EQ(database.schema_version().value(), 0) << "a reader that knows the schema from before";
    ASSERT_EQ(code_of(database.migrate(std::array {owned})), "ok");
    auto plan = read(database, [](ReadTx& tx) { return tx.run(plan_of_owner, CityId {1}, "x"); });
    ASSERT_TRUE(plan.ok()) << plan.error().detail;
    EXPECT_NE(plan->front().text(3).find("owned_owner (city=? AND owner=?)"), std::string::npos) << plan->front().text(3);
}

} // namespace
} // namespace rtkeren::db
