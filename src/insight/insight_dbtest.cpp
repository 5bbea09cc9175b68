#include "insight/calendar.hpp"
#include "insight/place.hpp"
#include "insight/room.hpp"
#include "insight/scope.hpp"
#include "jobs/runner.hpp"
#include "planning/fixture_dbtest.hpp"
#include "tables/render.hpp"

namespace rtkeren::insight {
namespace {

struct InsightTest : planning::PlanningTest {
    Actor reader {person("Wali", "walikota", "35.72", {"insight.read"})};
    Actor neighbour {person("Joko", "sekkel", "35.72.03.1003", {"insight.read"})};

    InsightTest() { use_machines({planning::rab_machine()}); }

    http::Response get(Actor const& actor, std::string const& path, std::vector<std::pair<std::string, std::string>> query = {})
    {
        auto const all_routes = routes(services);
        auto const match = http::match_route(all_routes, http::Method::Get, path);
        CHECK(match.route != nullptr);
        http::Request request {};
        request.method = http::Method::Get;
        request.path = path;
        request.query = std::move(query);
        std::optional<http::Session> const session {{actor, "token"}};
        http::Exchange exchange {request, session, match.parameters};
        return match.route->handler(exchange);
    }
    std::vector<PurseMoney> purses(std::string_view place)
    {
        return must_read([&](db::ReadTx& tx) { return purses_of_place(tx, city, 2023, place); });
    }
};

TEST_F(InsightTest, EveryTotalEqualsTheLedger)
{
    approve(save(good_lines()).id);
    auto const balances = must_read([&](db::ReadTx& tx) { return ledger::place_balances(tx, city, 2023); });
    ASSERT_EQ(balances.size(), 6U);
    Figures from_ledger;
    for (auto const& each : balances) {
        from_ledger += Figures::of(each.amounts);
        auto const total = total_of(purses(each.kelurahan));
        auto const found = std::ranges::find(total.envelopes, each.envelope, &std::pair<std::string, Figures>::first);
        ASSERT_NE(found, total.envelopes.end());
        EXPECT_EQ(found->second, Figures::of(each.amounts));
    }
    auto const whole = total_of(purses(""));
    EXPECT_EQ(whole.figures, from_ledger);
    EXPECT_EQ(whole.units, 6);
    EXPECT_EQ(whole.figures.ceiling(), 300'000'000_rp);
    EXPECT_EQ(whole.figures.at(charts::Stage::Rencana), 50'000'000_rp);
}

TEST_F(InsightTest, ShowsEveryPlaceDownToOneEntry)
{
    approve(save(good_lines()).id);
    auto const fisik = purse_of(rt, "fisik");
    for (std::string const& path : {std::string("/kota"), std::string("/kecamatan/35.72.03"), std::string("/kelurahan/35.72.03.1001"), std::string("/rw/35.72.03.1001/001"),
             std::string("/rt/35.72.03.1001/001/001"), "/kantong/" + fisik.id.str(), std::string("/kalender"), std::string("/terlambat"), std::string("/menunggu")}) {
        auto const response = get(reader, path);
        EXPECT_EQ(response.status, 200) << path;
        EXPECT_LT(response.body.size(), 100'000U) << path;
    }
    EXPECT_NE(get(reader, "/kota").body.find("data-stage=\"rencana\""), std::string::npos);
    EXPECT_NE(get(reader, "/kota").body.find("/rt/35.72.03.1001/001/001"), std::string::npos);
    EXPECT_EQ(get(reader, "/kelurahan/35.72.03.9999").status, 404);
    EXPECT_EQ(get(reader, "/kota", {{"tahun", "1999"}}).status, 404);
    auto const entries = must_read([&](db::ReadTx& tx) { return ledger::entries_of_purse(tx, city, fisik.id); });
    ASSERT_FALSE(entries.empty());
    auto const entry = get(reader, "/entri/" + entries.back().id.str());
    EXPECT_EQ(entry.status, 200);
    EXPECT_NE(entry.body.find("/kantong/" + fisik.id.str()), std::string::npos);
}

TEST_F(InsightTest, TheCalendarGoesIntoTheSpreadsheet)
{
    EXPECT_NE(get(reader, "/kalender").body.find("/kalender?tahun=2023&amp;format=xlsx"), std::string::npos);
    auto const csv = get(reader, "/kalender", {{"format", "csv"}}).body;
    EXPECT_NE(csv.find("Tenggat"), std::string::npos);
    EXPECT_NE(csv.find("2023-"), std::string::npos) << csv;
    EXPECT_NE(get(reader, "/kalender", {{"format", "json"}}).body.find(R"("id":"rab")"), std::string::npos);
    EXPECT_TRUE(get(reader, "/kalender", {{"format", "xlsx"}}).body.starts_with("PK"));
    EXPECT_TRUE(get(reader, "/kalender", {{"format", "pdf"}}).body.starts_with("%PDF"));
}

TEST_F(InsightTest, PapersOfAnotherPlaceAreNotThere)
{
    auto const fisik = purse_of(rt, "fisik");
    auto const entries = must_read([&](db::ReadTx& tx) { return ledger::entries_of_purse(tx, city, fisik.id); });
    EXPECT_EQ(get(neighbour, "/kantong/" + fisik.id.str()).status, 404);
    EXPECT_EQ(get(neighbour, "/entri/" + entries.front().id.str()).status, 404);
    EXPECT_EQ(get(neighbour, "/kelurahan/35.72.03.1001").status, 200);
}

TEST_F(InsightTest, InboxHoldsWhatWaitsForTheRoleInItsPlace)
{
    auto const id = save(good_lines()).id;
    must(rina, "planning.submit", {{"plan", id}});
    EXPECT_EQ(waiting_count(services, dewi, "/menunggu"), "1");
    EXPECT_EQ(waiting_count(services, ratna, "/menunggu"), "");
    EXPECT_EQ(waiting_count(services, dewi, "/kota"), "");
    EXPECT_EQ(waiting_count(services, person("Lain", "sekkel", "35.72.03.1003", {"planning.verify"}), "/menunggu"), "");
    auto const page = get(dewi, "/menunggu");
    EXPECT_NE(page.body.find("1 hal menunggu Anda"), std::string::npos);
    EXPECT_NE(page.body.find("/rab/"), std::string::npos);
    EXPECT_EQ(page.body.find("class=\"sbar\""), std::string::npos);
    EXPECT_NE(get(neighbour, "/menunggu").body.find("class=\"sbar\""), std::string::npos);
}

TEST_F(InsightTest, LateFilesMarkTheirTileAndStandInTheList)
{
    must(rina, "planning.submit", {{"plan", save(good_lines()).id}});
    EXPECT_EQ(get(reader, "/kota").body.find("data-stuck"), std::string::npos);
    env.advance_seconds(60LL * 24 * 60 * 60);
    auto const city_page = get(reader, "/kota");
    EXPECT_NE(city_page.body.find("data-stuck"), std::string::npos);
    EXPECT_NE(get(reader, "/terlambat").body.find("RT 01 RW 01"), std::string::npos);
    EXPECT_NE(get(reader, "/terlambat", {{"q", "rab rt 01"}}).body.find("RT 01 RW 01"), std::string::npos) << "found by its title";
    EXPECT_EQ(get(reader, "/terlambat", {{"q", "tidak ada begini"}}).body.find("RT 01 RW 01"), std::string::npos);
    EXPECT_EQ(get(neighbour, "/terlambat").body.find("RT 01 RW 01"), std::string::npos);
    EXPECT_NE(get(reader, "/kota", {{"ukur", "diam"}}).body.find("hari diam"), std::string::npos);
}

TEST_F(InsightTest, TablesComeAsFilesWithTheSameRows)
{
    auto const csv = get(reader, "/kota", {{"format", "csv"}});
    EXPECT_NE(csv.body.find(",150000000,"), std::string::npos);
    EXPECT_EQ(get(reader, "/kelurahan/35.72.03.1001", {{"format", "xlsx"}}).body.substr(0, 2), "PK");
    EXPECT_NE(get(reader, "/kota", {{"format", "json"}}).body.find("\"pagu_awal\":150000000"), std::string::npos);
    EXPECT_NE(get(reader, "/terlambat", {{"format", "json"}}).body.find("\"items\""), std::string::npos);
    EXPECT_NE(get(reader, "/kantong/" + purse_of(rt, "umkm").id.str(), {{"format", "json"}}).body.find("15000000"), std::string::npos);
}

TEST_F(InsightTest, TrailIsSearchedFilteredAndExported)
{
    approve(save(good_lines()).id);
    auto const inspector = person("Ira", "inspektorat", "35.72", {"audit.read"});
    auto const page = get(inspector, "/jejak");
    EXPECT_NE(page.body.find("planning.approve"), std::string::npos);
    EXPECT_NE(page.body.find("?pelaku="), std::string::npos);
    auto const searched = get(inspector, "/jejak", {{"q", "planning.approve"}, {"format", "csv"}}).body;
    EXPECT_NE(searched.find("planning.approve"), std::string::npos);
    EXPECT_EQ(searched.find("planning.verify"), std::string::npos);
    auto const one = get(inspector, "/jejak", {{"limit", "1"}, {"format", "json"}}).body;
    EXPECT_EQ(one.find("\"next\":null"), std::string::npos);
    EXPECT_NE(get(inspector, "/jejak", {{"q", "nothing of the kind"}}).body.find("Tidak ada yang cocok"), std::string::npos);
    EXPECT_EQ(get(inspector, "/jejak", {{"format", "xlsx"}}).body.substr(0, 2), "PK");
}

TEST_F(InsightTest, JobsShowTheirLastErrorAndAreTriedAgain)
{
    jobs::register_messages();
    auto const keeper = person("Adi", "admin", "35.72", {"jobs.read"});
    EXPECT_NE(get(keeper, "/pekerjaan").body.find("Tidak ada pekerjaan"), std::string::npos);
    jobs::JobId const id(services.env.ulid());
    auto const queued = db::write(services.db, city, [&](db::WriteTx& tx) { return jobs::enqueue(tx, city, {}, services.now(), {id, "test.absent"}); });
    ASSERT_TRUE(queued.ok());
    EXPECT_EQ(get(keeper, "/pekerjaan/" + id.str()).body.find("jobs.retry"), std::string::npos);
    jobs::Runner runner(services, {});
    ASSERT_TRUE(runner.run_one().value());
    EXPECT_NE(get(keeper, "/pekerjaan").body.find("Jenis pekerjaan ini tidak dikenal."), std::string::npos);
    EXPECT_NE(get(keeper, "/pekerjaan/" + id.str()).body.find("/-/lakukan/jobs.retry"), std::string::npos);
    EXPECT_EQ(get(keeper, "/pekerjaan/" + services.env.ulid().str()).status, 404);
}

struct WholeCityTest : InsightTest {
    void SetUp() override
    {
        found(std::vector<int>(21, 30));
        release_pack();
        must(sari, "programme.create_year", {{"year", 2023}});
        for (int k = 0; k < 21; ++k)
            set_dpa(fmt::format("35.72.03.{}", 1001 + k), 30 * 35'000'000, 30 * 15'000'000);
        must(budi, "programme.open_year", opening());
    }
};

TEST_F(WholeCityTest, MapOf630UnitsStaysBelow100Kilobytes)
{
    auto const page = get(reader, "/kota");
    EXPECT_EQ(page.status, 200);
    EXPECT_NE(page.body.find("630 RT"), std::string::npos);
    EXPECT_LT(page.body.size(), 100'000U);
    EXPECT_EQ(total_of(purses("")).figures.ceiling(), 31'500'000'000_rp);
}

TEST_F(InsightTest, CalendarKnowsWhoIsThrough)
{
    approve(save(good_lines()).id);
    auto const steps = must_read([&](db::ReadTx& tx) -> Result<std::vector<Milestone>> {
        auto const year = TRY(programme::year_of(tx, city, 2023));
        auto const pack = TRY(rules::released(tx, city, 2023));
        return milestones(tx, city, year, *pack, Zone::Wib);
    });
    ASSERT_FALSE(steps.empty());
    EXPECT_TRUE(steps.front().observed);
    EXPECT_EQ(steps.front().done, 1);
    EXPECT_TRUE(steps.front().real_from.has_value());
}

TEST_F(InsightTest, ReachIsTheWidestPlace)
{
    EXPECT_EQ(reach_of(reader).place, "");
    EXPECT_EQ(reach_of(neighbour).place, "35.72.03.1003");
    EXPECT_EQ(reach_of(dewi).place, "-");
}

TEST(InsightQueries, PrepareOnBothDatabases) { tests::expect_all_queries_prepare("insight"); }

} // namespace
} // namespace rtkeren::insight
