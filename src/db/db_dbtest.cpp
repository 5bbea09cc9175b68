#include "db/test_schema.hpp"

#include <gtest/gtest.h>

#include <thread>

namespace rtkeren::db {
namespace {

TEST(Portable, AValueComesBackAsItWasWritten)
{
    auto& database = thing_database();
    auto const city = next_city();
    auto written = write(database, city, [&](WriteTx& tx) -> Result<void> {
        TRY(tx.run(insert_thing, city, Ulid {}, "Plosokerep", "Plosokerep", Rupiah::checked(Rupiah::limit), Date::from_days(19'000), true, std::optional<std::string> {}));
        return Done {};
    });
    ASSERT_TRUE(written.ok()) << written.error().code << written.error().detail;
    auto row = read(database, [&](ReadTx& tx) { return tx.one("thing.not_found", thing_by_id, city, Ulid {}); });
    ASSERT_TRUE(row.ok()) << row.error().detail;
    EXPECT_EQ(row->rupiah(2).value(), Rupiah::limit);
    EXPECT_EQ(row->date(3), Date::from_days(19'000));
    EXPECT_TRUE(row->flag(4));
    EXPECT_TRUE(row->is_null(5));
}

TEST(Queries, EveryOnePrepares)
{
    tests::expect_all_queries_prepare("db");
    tests::expect_all_queries_run_at_end("db");
}

} // namespace
} // namespace rtkeren::db
