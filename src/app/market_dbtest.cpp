#include "app/checking.hpp"
#include "app/program.hpp"
#include "app/rooms.hpp"
#include "enterprise/enterprise.hpp"
#include "identity/identity.hpp"
#include "ledger/reads.hpp"
#include "operations/operations.hpp"
#include "simulation/simulation.hpp"
#include "simulation/sql.hpp"
#include "support/database.hpp"

#include <gtest/gtest.h>

#include <set>

/// The market side of the example city, made through the operations: six RT, one year.
namespace rtkeren::app {
namespace {

std::unique_ptr<Program> town_with(bool market)
{
    assemble();
    territory::City const city {.id = territory::city_id_of("35.72").value(),
        .code = "35.72",
        .name = "Kota Blitar",
        .zone = Zone::Wib,
        .letterhead = "Pemerintah Kota Blitar",
        .example = true,
        .example_today = simulation::example_today(2024),
        .example_set_on = system_env()->now().date_in(Zone::Wib)};
    auto made = Program::create({.data = tests::fresh_path("market"), .flags = {{"db", tests::fresh_database_url()}}}, city).value();
    auto filled = simulation::make_demo(made->services(), registry(), city, {.seed = 11, .first_year = 2024, .last_year = 2024, .units = 2, .market = market}, [](auto, auto, auto) { });
    EXPECT_TRUE(filled.ok()) << filled.error().code << ' ' << filled.error().detail;
    return made;
}

Program& town()
{
    static std::unique_ptr<Program> const program = town_with(true);
    return *program;
}

std::vector<enterprise::Business> businesses()
{
    auto& program = town();
    return db::read(program.database(), [&](db::ReadTx& tx) -> Result<std::vector<enterprise::Business>> {
        std::vector<enterprise::Business> all;
        auto const rows = TRY(tx.run(simulation::sql::businesses_at, program.city().id, "", "~"));
        for (auto const& row : rows)
            all.push_back(TRY(enterprise::find_business(tx, program.city().id, row.id<enterprise::BusinessId>(0))));
        return all;
    }).value();
}

TEST(ExampleMarket, ReadsByQueriesThatBothDatabasesTake)
{
    tests::expect_all_queries_prepare("simulation");
    tests::expect_all_queries_run_at_end("simulation");
}

TEST(ExampleMarket, HasBusinessesWhoseDaysAreInOrder)
{
    auto const all = businesses();
    EXPECT_GT(all.size(), 120U);
    EXPECT_LT(all.size(), 300U);
    auto const today = simulation::example_today(2024);
    std::set<std::string> activities;
    std::size_t closed = 0, imported = 0, confirmed = 0;
    for (auto const& business : all) {
        EXPECT_TRUE(business.example) << business.name;
        EXPECT_LE(business.as_of, today) << business.name;
        EXPECT_LE(business.started_month, business.as_of.iso().substr(0, 7)) << business.name;
        EXPECT_TRUE(!business.closed_on || (*business.closed_on <= today && business.closed_on->iso() > business.started_month)) << business.name;
        EXPECT_TRUE(business.kbli.empty() || business.kbli.starts_with("2020:")) << business.kbli;
        activities.insert(business.activity);
        closed += business.closed_on ? 1 : 0;
        imported += business.import ? 1 : 0;
        confirmed += business.confirmed ? 1 : 0;
    }
    EXPECT_GT(activities.size(), 15U);
    EXPECT_GT(closed, 3U);
    EXPECT_GT(imported, 20U);
    EXPECT_GT(confirmed, 40U);
    EXPECT_LT(confirmed, all.size());
}

TEST(ExampleMarket, LetsAnOwnerWithTwoActivitiesSignIn)
{
    auto& program = town();
    auto const own = db::read(program.database(), [&](db::ReadTx& tx) -> Result<std::vector<enterprise::Business>> {
        auto const actor = TRY(identity::actor_of_login(tx, program.city().id, "umkm", simulation::example_today(2024)));
        return enterprise::businesses_of(tx, program.city().id, actor.person);
    });
    ASSERT_TRUE(own.ok());
    ASSERT_EQ(own->size(), 2U);
    EXPECT_NE(own->at(0).place_kind, own->at(1).place_kind);
    EXPECT_TRUE(identity::sign_in(program.services(), "umkm", identity::example_password, "test").ok());
}

TEST(ExampleMarket, LeavesTheMoneyAsItIsWithoutIt)
{
    auto& with = town();
    auto const without = town_with(false);
    auto const balances = [](Program& program) {
        auto places = db::read(program.database(), [&](db::ReadTx& tx) { return ledger::place_balances(tx, program.city().id, 2024); }).value();
        std::vector<std::string> told;
        for (auto const& place : places) {
            told.push_back(place.kelurahan + " " + place.envelope);
            for (auto const stage : {ledger::Stage::Pagu, ledger::Stage::Rencana, ledger::Stage::Kontrak, ledger::Stage::Cair, ledger::Stage::Belanja, ledger::Stage::Sah})
                told.back() += " " + std::to_string(place.amounts.of(stage).value());
        }
        return told;
    };
    EXPECT_EQ(balances(with), balances(*without));
    EXPECT_TRUE(check_city(with.database(), with.city().id).value().ok());
}

} // namespace
} // namespace rtkeren::app
