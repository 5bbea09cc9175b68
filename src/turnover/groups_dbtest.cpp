#include "turnover/fixture_dbtest.hpp"
#include "turnover/group_reads.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace rtkeren::turnover {
namespace {

struct GroupsTest : TurnoverTest {
    /// So many businesses at a place, each with a month of its own.
    void found(int count, std::string_view region, std::string_view kbli, int seed)
    {
        env.advance_seconds(60);
        boost::json::array rows;
        for (int i = 0; i < count; ++i) {
            auto const name = "Usaha " + std::to_string(seed + i);
            rows.push_back({{"owner_name", "Pemilik " + std::string(1, static_cast<char>('A' + i % 26)) + " " + std::to_string(seed + i)}, {"name", name}, {"activity", "Kegiatan " + std::to_string(seed + i)},
                {"kbli", kbli}, {"place", region}, {"place_kind", "rumah"}});
        }
        must(importer, "enterprise.import", {{"source", "uji"}, {"as_of", "2026-01-01"}, {"rows", rows}});
        boost::json::array sales;
        for (int i = 0; i < count; ++i)
            sales.push_back({{"business", "Usaha " + std::to_string(seed + i)}, {"from", "2025-12-01"}, {"to", "31/12/2025"}, {"channel", "rumah"}, {"method", "Ingatan sebulan"},
                {"amount", std::to_string(1'000'000 + i * 10'000)}});
        must(rini, "turnover.import", {{"source", "uji"}, {"rows", sales}});
    }
    /// The night of a day, as often as it finds something.
    std::int64_t published_on(std::string_view day)
    {
        env.set(Instant::parse(std::string(day) + "T18:00:00.000Z").value());
        std::int64_t months = 0;
        while (must(rini, "turnover.publish", {}).data.at("count").as_int64() > 0)
            ++months;
        return months;
    }
    std::string json(std::string menurut = "kelurahan")
    {
        auto const page = boost::json::parse(get(rini, "/omzet", {{"menurut", std::move(menurut)}, {"format", "json"}}).body);
        return boost::json::serialize(page.at("items"));
    }
    Actor importer {make_actor("Impor", "dinas", "35.72", {"enterprise.import", "enterprise.read", "enterprise.write"})};
};

TEST_F(GroupsTest, AnOfficeSeesGroupsOfTenAndNothingOfSmallerOnes)
{
    found(30, rt1, "2025:10710", 100);
    found(4, elsewhere, "2025:10794", 200);
    EXPECT_FALSE(has(get(lurah, "/omzet", {{"format", "json"}}), "Plosokerep")) << "not published yet";
    EXPECT_TRUE(has(get(lurah, "/omzet"), "belum terbit"));
    EXPECT_EQ(published_on("2026-01-13"), 0) << "most records are not in yet";
    EXPECT_EQ(published_on("2026-01-14"), 1) << "the fifteenth has begun in the city";
    auto const page = get(rini, "/omzet");
    EXPECT_TRUE(has(page, "Karangsari"));
    EXPECT_TRUE(has(page, "tidak ditampilkan"));
    EXPECT_EQ(json().find("\"businesses\":4"), std::string::npos) << json();
    EXPECT_EQ(json().find("\"businesses\":30"), std::string::npos) << "34 less 30 would be the four";
    EXPECT_TRUE(has(page, "34")) << "the city as a whole";
    EXPECT_FALSE(has(get(lurah, "/omzet"), "Karangsari")) << "a neighbour's group is not the lurah's";
    for (auto const* menurut : {"kegiatan", "tempat", "kegiatan-kelurahan"})
        EXPECT_EQ(get(rini, "/omzet", {{"menurut", menurut}, {"sort", "-median"}, {"q", "e"}}).status, 200) << menurut;
    EXPECT_FALSE(has(get(lurah, "/omzet", {{"menurut", "kegiatan-kelurahan"}}), "Karangsari"));
    EXPECT_TRUE(has(get(rini, "/omzet", {{"menurut", "kegiatan-kelurahan"}, {"kelurahan", std::string(elsewhere)}}), "Karangsari"));
    EXPECT_EQ(get(rini, "/omzet", {{"format", "xlsx"}}).status, 200);
    EXPECT_EQ(get(sri, "/omzet").status, 403);
}

TEST_F(GroupsTest, WhatWasPublishedStaysUntilTenChange)
{
    found(30, rt1, "2025:10710", 100);
    found(20, elsewhere, "2025:10794", 200);
    EXPECT_EQ(published_on("2026-01-20"), 1);
    auto const first = json();
    EXPECT_NE(first.find("\"median\":1140000"), std::string::npos) << "the middle of thirty, rounded: " << first;
    EXPECT_NE(first.find("\"businesses\":20"), std::string::npos) << first;
    found(9, elsewhere, "2025:10794", 300);
    EXPECT_EQ(published_on("2026-01-21"), 0);
    EXPECT_EQ(json(), first) << "who looks before and after nine late records sees nothing of them";
    found(1, rt1, "2025:10710", 400);
    EXPECT_EQ(published_on("2026-01-22"), 1) << "ten in the city";
    EXPECT_EQ(json(), first) << "nine and one in its parts";
    EXPECT_TRUE(has(get(rini, "/omzet"), "60"));
    EXPECT_EQ(published_on("2026-01-23"), 0) << "looked at once";
    found(1, elsewhere, "2025:10794", 500);
    EXPECT_EQ(published_on("2026-01-24"), 1);
    EXPECT_EQ(json().find("\"businesses\":20"), std::string::npos) << "it has ten more";
    EXPECT_EQ(json().find("\"businesses\":31"), std::string::npos) << "the one late record of the other stays out";
}

TEST_F(GroupsTest, AGroupHasItsMonthsAndItsOwnPage)
{
    found(12, rt1, "2025:10710", 100);
    EXPECT_EQ(published_on("2026-01-20"), 1);
    auto const city_page = get(rini, "/omzet/kelompok/kota/semua");
    EXPECT_EQ(city_page.status, 200);
    EXPECT_TRUE(has(city_page, "Desember 2025"));
    EXPECT_TRUE(has(get(lurah, "/omzet/kelompok/kelurahan/" + std::string(kelurahan)), "Ingatan sebulan 12"));
    EXPECT_EQ(get(stranger, "/omzet/kelompok/kelurahan/" + std::string(kelurahan)).status, 404);
    EXPECT_EQ(get(rini, "/omzet/kelompok/kegiatan/2025:10710", {{"format", "csv"}}).status, 200);
    EXPECT_EQ(get(rini, "/omzet/kelompok/kegiatan/2025:99999").status, 404);
    EXPECT_EQ(get(rini, "/omzet/kelompok/rahasia/x").status, 404);
}

TEST_F(GroupsTest, TheNightPublishesWhatIsDue)
{
    found(12, rt1, "2025:10710", 100);
    env.set(Instant::parse("2026-01-20T18:00:00.000Z").value());
    jobs::Runner runner(services, turnover::night_work());
    EXPECT_TRUE(runner.run_all().ok());
    EXPECT_TRUE(has(get(rini, "/omzet"), "Plosokerep"));
}

TEST_F(GroupsTest, PagesFollowEachOtherWithoutLoss)
{
    for (int i = 0; i < 3; ++i)
        found(12, i == 0 ? rt1 : i == 1 ? rt2 : elsewhere, i == 0 ? "2025:10710" : i == 1 ? "2025:10794" : "2025:47242", 100 * (i + 1));
    EXPECT_EQ(published_on("2026-01-20"), 1);
    std::vector<std::pair<std::string, std::string>> query {{"menurut", "kegiatan"}, {"limit", "2"}, {"format", "json"}};
    auto const first = boost::json::parse(get(rini, "/omzet", query).body).as_object();
    EXPECT_EQ(first.at("items").as_array().size(), 2U);
    query.emplace_back("after", std::string(first.at("next").as_string()));
    auto const second = boost::json::parse(get(rini, "/omzet", query).body).as_object();
    EXPECT_EQ(second.at("items").as_array().size(), 1U);
    EXPECT_TRUE(second.at("next").is_null());
}

TEST_F(GroupsTest, AnImportTellsEachRowItsFateAndTakesAllOrNone)
{
    auto const import = [&](boost::json::array rows) { return run(tono, "turnover.import", {{"source", "Daftar pasar"}, {"rows", std::move(rows)}}); };
    boost::json::object good {{"business", "DAPUR  BU SRI"}, {"place", "Plosokerep"}, {"from", "1 Desember 2025"}, {"to", "2025-12-31"}, {"channel", "Online"}, {"method", "Laporan QRIS"},
        {"amount", "Rp1.250.000"}, {"selling_days", "22"}};
    auto bad = good;
    bad["business"] = "Tidak Ada";
    auto unknown = good;
    unknown["method"] = "kira-kira";
    auto const refused = import({good, good, bad, unknown});
    ASSERT_FALSE(refused.ok());
    ASSERT_EQ(refused.error().fields.size(), 3U);
    EXPECT_EQ(refused.error().fields[0].name + " " + refused.error().fields[0].code, "rows.1.from turnover.overlap");
    EXPECT_EQ(refused.error().fields[1].name + " " + refused.error().fields[1].code, "rows.2.business turnover.unknown_business");
    EXPECT_EQ(refused.error().fields[2].name + " " + refused.error().fields[2].code, "rows.3.method choice.unknown");
    EXPECT_TRUE(records(bakery_id).empty()) << "all or none";
    auto const taken = import({good});
    ASSERT_TRUE(taken.ok());
    EXPECT_EQ(taken->data.at("fates").as_array().at(0).as_string(), "turnover.fate_new");
    EXPECT_EQ(records(bakery_id).front().source, "Daftar pasar");
    auto twin = bakery();
    twin["place_kind"] = "toko";
    must(dewi, "enterprise.register", twin);
    good["from"] = "2025-11-01";
    good["to"] = "2025-11-30";
    auto const doubtful = import({good});
    ASSERT_FALSE(doubtful.ok());
    EXPECT_EQ(doubtful.error().fields.front().code, "turnover.ambiguous_business");
    good["business"] = bakery_id;
    EXPECT_TRUE(import({good}).ok()) << "the id says which";
    EXPECT_EQ(refusal(stranger, "turnover.import", {{"source", "x"}, {"rows", boost::json::array {good}}}), "rows.0.business turnover.unknown_business");
}

} // namespace
} // namespace rtkeren::turnover
