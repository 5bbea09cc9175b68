#include "app/work.hpp"
#include "secrets/secrets.hpp"
#include "support/database.hpp"

#include <gtest/gtest.h>

namespace rtkeren::app {

namespace {

struct WorkTest : testing::Test {
    FixedEnv env {Instant::parse("2023-07-02T20:00:00.000Z").value()}; // three in the morning in Blitar
    secrets::Keys keys {secrets::Keys::from(env)};
    CityId city {next_city()};
    Services services {.db = test_database(), .env = env, .keys = keys, .city = city, .city_name = "Kota Uji", .evidence_folder = {}};
};

} // namespace

TEST_F(WorkTest, DoesEachNightlyWorkOnceANight)
{
    jobs::Runner runner(services, own_work());
    auto const each = own_work().schedules.size();
    EXPECT_EQ(std::size_t(runner.run_schedules().value()), each);
    EXPECT_EQ(runner.run_schedules().value(), 0);
    for (std::size_t i = 0; i < each; ++i)
        EXPECT_TRUE(runner.run_one().value());
    auto const rows = db::read(services.db, [&](db::ReadTx& tx) { return jobs::list(tx, city, {}); }).value();
    ASSERT_EQ(rows.size(), each);
    for (auto const& row : rows)
        EXPECT_EQ(row.text(3), "done");
}

TEST_F(WorkTest, StopsInTheMiddleOfTheNight)
{
    jobs::Runner runner(services, own_work());
    runner.start();
    runner.stop();
    runner.start(); // and begins anew
}

} // namespace rtkeren::app
