#include "app/checking.hpp"
#include "app/example_for_tests.hpp"
#include "enterprise/enterprise.hpp"
#include "evidence/many.hpp"
#include "ledger/reads.hpp"
#include "programme/programme.hpp"
#include "simulation/sql.hpp"
#include "training/training.hpp"

#include <boost/json/parse.hpp>

#include <algorithm>
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

boost::json::array items_of(Browser const& browser, std::string const& path)
{
    auto const answer = ExampleTown::with_market().get_page(browser, path);
    EXPECT_EQ(answer.status, 200) << path;
    auto value = boost::json::parse(answer.body);
    return std::move(value.at("items").as_array());
}

std::size_t listed(Browser const& browser, std::string const& path) { return items_of(browser, path).size(); }

TEST(ExampleMarket, HasACourseThatMeetsTodayAndOneThatEnded)
{
    auto& market = ExampleTown::with_market();
    auto const dinas = market.sign_in("dinas");
    for (auto const* state : {"running", "closed"})
        EXPECT_GE(listed(dinas, std::string("/pelatihan/semua?format=json&keadaan=") + state), 1U) << state;
    EXPECT_GE(listed(market.sign_in("fasilitator"), "/pelatihan/semua?format=json"), 2U) << "the courses that one leads";
    EXPECT_GE(listed(dinas, "/produk?format=json"), 30U);
}

TEST(ExampleMarket, CallsForACourseAndChoseForAnother)
{
    auto const office = ExampleTown::with_market().sign_in("operator");
    auto const seats_of = [&](std::string const& state) {
        auto& program = town();
        return db::read(program.database(), [&](db::ReadTx& tx) -> Result<std::vector<training::Seat>> {
            auto const items = items_of(office, "/pelatihan/semua?format=json&keadaan=" + state);
            if (items.empty())
                return std::vector<training::Seat> {};
            return training::seats_of(tx, program.city().id, training::CourseId::parse(std::string(items.front().at("id").as_string())).value());
        }).value();
    };
    auto const called = seats_of("open");
    EXPECT_GT(std::ranges::count(called, "applied", &training::Seat::state), 20) << "more than seats";
    auto const chosen = seats_of("selected");
    EXPECT_EQ(std::ranges::count(chosen, "selected", &training::Seat::state), 20);
    EXPECT_GE(std::ranges::count(chosen, "waiting", &training::Seat::state), 3);
    EXPECT_EQ(std::ranges::count(chosen, "refused", &training::Seat::state), 1);
    auto const is_in_both = [&](training::Seat const& seat) { return std::ranges::find(called, seat.person, &training::Seat::person) != called.end(); };
    EXPECT_GE(std::ranges::count_if(chosen, is_in_both), 3) << "who was in a course in July comes again";
}

TEST(ExampleMarket, ShowsEveryRouteToAMarkAndOnePhotoSentTwice)
{
    auto& market = ExampleTown::with_market();
    auto const dinas = market.sign_in("dinas");
    std::set<std::string> routes;
    std::size_t twice = 0, moved = 0, cancelled = 0;
    for (auto const* state : {"running", "closed"})
        for (auto const& item : items_of(dinas, std::string("/pelatihan/semua?format=json&keadaan=") + state)) {
            auto const id = training::CourseId::parse(std::string(item.at("id").as_string())).value();
            auto const read = db::read(market.services.db, [&](db::ReadTx& tx) -> Result<void> {
                auto const course = TRY(training::course(tx, market.services.city, id));
                auto const attendance = TRY(training::attendance_of(tx, market.services.city, id));
                for (auto const& seat : attendance.seats)
                    for (auto const& mark : seat.marks)
                        routes.insert(mark.routes);
                for (auto const& finding : TRY(training::attendance_findings(tx, market.services, course)))
                    twice += finding.verdict.code == "training.photo_twice" ? 1 : 0;
                for (auto const& meeting : TRY(training::sessions_of(tx, market.services.city, id))) {
                    moved += meeting.moved_reason.empty() ? 0 : 1;
                    cancelled += meeting.cancelled ? 1 : 0;
                }
                return Done {};
            });
            ASSERT_TRUE(read.ok());
        }
    for (auto const* route : {"qr,paper", "facilitator,paper", "paper", "facilitator"})
        EXPECT_TRUE(routes.contains(route)) << route;
    EXPECT_EQ(twice, 2U) << "both meetings name the other";
    EXPECT_EQ(moved, 1U);
    EXPECT_EQ(cancelled, 1U);
    EXPECT_EQ(listed(market.sign_in("lurah"), "/keberatan?format=json"), 1U);
}

TEST(ExampleMarket, HasASurveyThatIsOverAndOneThatRuns)
{
    auto& market = ExampleTown::with_market();
    auto const rounds = items_of(market.sign_in("bappeda"), "/survei?format=json&sort=number");
    ASSERT_EQ(rounds.size(), 2U);
    for (auto const& round : rounds) { // who is drawn is another in each city
        EXPECT_GT(round.at("answered").to_number<std::int64_t>(), 0);
        EXPECT_GT(round.at("refused").to_number<std::int64_t>() + round.at("missed").to_number<std::int64_t>(), 0);
    }
    EXPECT_GE(listed(market.sign_in("pewawancara"), "/wawancara?format=json"), 1U);
}

TEST(ExampleMarket, LeavesTheOfficesSomethingToDecide)
{
    auto& market = ExampleTown::with_market();
    EXPECT_GE(listed(market.sign_in("operator"), "/umkm/klaim?format=json&keadaan=submitted"), 4U);
    for (auto const* state : {"open", "different"})
        EXPECT_GE(listed(market.sign_in("dinas"), std::string("/umkm/mirip?format=json&keadaan=") + state), 1U) << state;
    EXPECT_GE(listed(market.sign_in("perizinan"), "/produk?format=json"), 30U);
}

TEST(ExamplePictures, AreWrittenManyAtOnceEachOnce)
{
    auto const& services = ExampleTown::get().services;
    std::vector<std::string> const bytes {"\x89PNG\r\n\x1A\n satu", "%PDF-1.7 dua", "\x89PNG\r\n\x1A\n satu"};
    auto const stored = evidence::put_all(services, bytes).value();
    ASSERT_EQ(stored.size(), 3U);
    EXPECT_EQ(stored[0].sha256, stored[2].sha256);
    for (std::size_t i = 0; i < stored.size(); ++i) {
        auto const path = services.evidence_folder / evidence::path_of(stored[i].sha256);
        EXPECT_EQ(std::filesystem::file_size(path), bytes[i].size());
        EXPECT_EQ(std::distance(std::filesystem::directory_iterator(path.parent_path()), {}), 1) << "nothing half-written is left";
    }
    EXPECT_TRUE(evidence::put_all(services, bytes).value().front().known_before);
    EXPECT_EQ(evidence::put_all(services, std::vector<std::string> {"MZ"}).error().fields.front().code, "evidence.type");
}

/// Whoever looks around as the treasurer of the sign-in page can record an expense.
TEST(ExampleMoney, LeavesTheTreasurerOfTheSignInPageMoneyInHand)
{
    auto& small = ExampleTown::get();
    auto const in_hand = db::read(small.services.db, [&](db::ReadTx& tx) -> Result<std::int64_t> {
        std::int64_t sum = 0;
        for (auto const& purse : TRY(programme::purses_below(tx, small.services.city, 2024, "35.72.03.1002.001")))
            sum += TRY(ledger::balance(tx, small.services.city, purse.id)).of(ledger::Stage::Cair).value();
        return sum;
    });
    ASSERT_TRUE(in_hand.ok());
    EXPECT_GT(*in_hand, 3'000'000);
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
