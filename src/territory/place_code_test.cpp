#include "territory/territory.hpp"

#include <gtest/gtest.h>

#include <set>

namespace rtkeren::territory {

TEST(PlaceCode, ReadsEachLevelAndWidensRwAndRt)
{
    struct Case { std::string_view text, code; Level level; };
    for (auto const& c : {Case {"35.72", "35.72", Level::Kota}, Case {"35.72.03", "35.72.03", Level::Kecamatan}, Case {"35.72.03.1002", "35.72.03.1002", Level::Kelurahan},
             Case {" 35.72.03.1002.3 ", "35.72.03.1002.003", Level::Rw}, Case {"35.72.01.1001.007.002", "35.72.01.1001.007.002", Level::Rt},
             Case {"35.72.01.1001.7.2", "35.72.01.1001.007.002", Level::Rt}}) {
        auto parsed = PlaceCode::parse(c.text);
        ASSERT_TRUE(parsed.ok()) << c.text;
        EXPECT_EQ(parsed->text, c.code);
        EXPECT_EQ(parsed->level, c.level);
    }
}

TEST(PlaceCode, RefusesWhatIsNoCode)
{
    for (auto text : {"", "35", "3572", "35.7", "35.72.3", "35.72.03.102", "35.72.03.1002.0003", "35.72.03.1002.003.002.1", "35.72.0x", "35.72."}) {
        auto parsed = PlaceCode::parse(text);
        ASSERT_FALSE(parsed.ok()) << text;
        EXPECT_EQ(parsed.error().code, "place.format");
    }
}

TEST(PlaceCode, KnowsItsParts)
{
    auto rt = PlaceCode::parse("35.72.03.1002.003.002").value();
    EXPECT_EQ(rt.kelurahan(), "35.72.03.1002");
    EXPECT_EQ(rt.rw(), "003");
    EXPECT_EQ(rt.rt(), "002");
    EXPECT_EQ(rt.parent(), "35.72.03.1002.003");
    EXPECT_EQ(href_of(rt.text), "/rt/35.72.03.1002/003/002");
    EXPECT_EQ(short_name(Level::Rt, rt.text, "x"), "RT 02 RW 03");
    EXPECT_EQ(short_name(Level::Rw, "35.72.03.1002.012", "x"), "RW 12");
    EXPECT_EQ(short_name(Level::Kelurahan, "35.72.03.1002", "Plosokerep"), "Plosokerep");
}

TEST(PlaceCode, HoldsAtDotsOnly)
{
    EXPECT_TRUE(holds("", "35.72.03"));
    EXPECT_TRUE(holds("35.72", "35.72"));
    EXPECT_TRUE(holds("35.72.03.1002.003", "35.72.03.1002.003.002"));
    EXPECT_FALSE(holds("35.72.03.1002.00", "35.72.03.1002.003"));
    EXPECT_FALSE(holds("35.72.03.1002.003", "35.72.03.1002"));
}

TEST(OfficialRegions, OfBlitarAreTheMinistrys)
{
    auto all = official_regions("35.72");
    ASSERT_EQ(all.size(), 1u + 3u + 21u);
    int rw = 0, rt = 0;
    std::set<std::string_view> codes;
    for (auto const& region : all) {
        auto code = PlaceCode::parse(region.code);
        ASSERT_TRUE(code.ok()) << region.code;
        EXPECT_EQ(code->text, region.code);
        EXPECT_TRUE(codes.insert(region.code).second) << region.code;
        EXPECT_NE(region.latitude_e6, 0);
        EXPECT_NE(region.longitude_e6, 0);
        rw += region.example_rw;
        rt += region.example_rt;
    }
    EXPECT_EQ(rw, 188);
    EXPECT_EQ(rt, 630);
    EXPECT_TRUE(official_regions("99.99").empty());
}

} // namespace rtkeren::territory
