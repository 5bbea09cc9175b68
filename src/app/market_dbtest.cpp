#include "app/checking.hpp"
#include "app/example_for_tests.hpp"
#include "enterprise/enterprise.hpp"
#include "ledger/reads.hpp"
#include "simulation/sql.hpp"

#include <boost/json/parse.hpp>

#include <set>

/// The market side of the example city, made through the operations: six RT, one year.
namespace rtkeren::app {
namespace {

Program& town() { return *ExampleTown::with_market().program; }

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

std::size_t listed(Browser const& browser, std::string const& path)
{
    auto const answer = ExampleTown::with_market().get_page(browser, path);
    EXPECT_EQ(answer.status, 200) << path;
    return boost::json::parse(answer.body).at("items").as_array().size();
}

TEST(ExampleMarket, HasACourseThatMeetsTodayAndOneThatEnded)
{
    auto& market = ExampleTown::with_market();
    auto const dinas = market.sign_in("dinas");
    for (auto const* state : {"running", "closed"})
        EXPECT_GE(listed(dinas, std::string("/pelatihan/semua?format=json&keadaan=") + state), 1U) << state;
    EXPECT_GE(listed(market.sign_in("fasilitator"), "/pelatihan/semua?format=json"), 2U) << "the courses that one leads";
    EXPECT_GE(listed(dinas, "/produk?format=json"), 30U);
}

TEST(ExampleMarket, LeavesTheMoneyAsItIsWithoutIt)
{
    auto& with = town();
    territory::City const city = with.city();
    auto const without = Program::create({.data = tests::fresh_path("money"), .flags = {{"db", tests::fresh_database_url()}}}, city).value();
    simulation::DemoOptions const options {.seed = 2024, .first_year = 2024, .last_year = 2024, .units = 2};
    ASSERT_TRUE(simulation::make_demo(without->services(), registry(), city, options, [](auto, auto, auto) { }).ok());
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
