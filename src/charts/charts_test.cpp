#include "charts/charts.hpp"

#include "charts/draw.hpp"
#include "language/language.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace rtkeren::charts {
namespace {

using testing::HasSubstr;
using testing::Not;

std::vector<StageAmount> example()
{
    return {{Stage::Cair, 4'200'000_rp}, {Stage::Sah, 21'450'000_rp}, {Stage::Belanja, 9'350'000_rp}, {Stage::Pagu, 0_rp}};
}

std::vector<std::string> widths_of(std::string const& svg)
{
    std::vector<std::string> widths;
    for (auto at = svg.find("<rect"); at != std::string::npos; at = svg.find("<rect", at + 1)) {
        auto from = svg.find(" width=\"", at) + 8;
        widths.push_back(svg.substr(from, svg.find('"', from) - from));
    }
    return widths;
}

TEST(StageBar, IsOneRectAStageInTheOrderOfDrawing)
{
    EXPECT_EQ(stage_bar(example(), "Kantong fisik").str(),
        R"(<svg class="sbar" width="100%" height="24" role="img" aria-label="Kantong fisik: sah 61,2 %, belanja 26,7 %, cair 12 %">)"
        R"(<rect class="sah" x="0%" width="61.28%" height="24"/><rect class="belanja" x="61.28%" width="26.71%" height="24"/>)"
        R"(<rect class="cair" x="87.99%" width="12.01%" height="24"/></svg>)");
    EXPECT_THAT(stage_bar({}, "", BarSize::Cell).str(), HasSubstr("belum ada uang"));
}

TEST(StageBar, FillsItsWidthExactly)
{
    rc::check([](std::vector<std::uint32_t> const& amounts) {
        std::vector<StageAmount> stages;
        for (std::size_t i = 0; i < amounts.size(); ++i)
            stages.push_back({Stage(i % stage_count), Rupiah::checked(amounts[i])});
        if (!sum_of(stages).is_positive())
            return;
        std::int64_t sum = 0;
        for (auto const& width : widths_of(stage_bar(stages, "").str())) {
            auto point = width.find('.');
            auto hundredths = point == std::string::npos ? std::string("00") : width.substr(point + 1, width.size() - point - 2);
            hundredths.resize(2, '0');
            sum += std::stoll(width) * 100 + std::stoll(hundredths);
        }
        RC_ASSERT(sum == 10'000);
    });
}

TEST(StageBar, EscapesItsWords)
{
    EXPECT_THAT(stage_bar(example(), "\"><script>").str(), Not(HasSubstr("<script")));
    EXPECT_THAT(flow({"<b>", example()}).str(), Not(HasSubstr("<b></th>")));
}

TEST(Shares, HoldForTheLargestAmounts)
{
    EXPECT_EQ(basis_points(Rupiah::limit, Rupiah::limit), 10'000);
    EXPECT_EQ(basis_points(1, 0), 0);
    EXPECT_EQ(basis_points(-5, 10), 0);
    EXPECT_EQ(percent(4140), "41.4%");
    EXPECT_EQ(percent(5), "0.05%");
}

TEST(Flow, ShowsWhatPassedAndWhatStands)
{
    auto svg = flow({"Kantong fisik", example()}).str();
    EXPECT_THAT(svg, HasSubstr(R"(<li data-stage="pagu"><b>Pagu</b><span>belum ada RAB</span><span class="num">–</span><svg width="100%" height="18" aria-hidden="true"><rect class="f-pass" width="100%" height="18"/></svg></li>)"));
    EXPECT_THAT(svg, HasSubstr(R"(<span class="num">Rp4.200.000</span><svg width="100%" height="18" aria-hidden="true"><rect class="f-pass" width="88%" height="18"/><rect class="cair" x="88%" width="12%" height="18"/></svg>)"));
    EXPECT_THAT(svg, HasSubstr("Angka yang sama dalam tabel"));
    EXPECT_THAT(svg, HasSubstr(R"(<th scope="row">Jumlah</th><td class="num">35.000.000</td>)"));
    EXPECT_THAT(svg, Not(HasSubstr("style=")));
    EXPECT_THAT(svg, Not(HasSubstr("data-stage=\"batal\"")));
}

TEST(TileMap, CountsAndLinksItsTiles)
{
    TileGroup group {.label = "Plosokerep", .href = "/kelurahan/1", .column = 4, .row = 2, .phone_column = 1, .phone_row = 3,
        .tiles = {{"/rt/1", "RT 01 RW 02", Stage::Sah, false}, {"/rt/2", "RT 02 RW 02", Stage::Cair, true}}};
    auto map = tile_map({group}).str();
    EXPECT_THAT(map, HasSubstr(R"(<section class="kel" data-c="4" data-r="2" data-c3="1" data-r3="3"><h3><a href="/kelurahan/1">Plosokerep <span>2</span></a></h3>)"));
    EXPECT_THAT(map, HasSubstr(R"(<a data-stage="cair" title="RT 02 RW 02: Cair, macet" data-stuck="1" href="/rt/2"></a>)"));
    EXPECT_THAT(map, HasSubstr(R"(<input type="radio" name="tahap" value="" checked="checked"><span>Semua</span><b>2</b>)"));
    EXPECT_THAT(map, HasSubstr(R"(value="macet"><span class="stuck">Macet</span><b>1</b>)"));
}

TEST(YearBars, DrawLatenessAsALength)
{
    YearBars chart {.year = 2023, .today = *Date::of(2023, 10, 9), .accepted = BasisPoints(2803), .bars = {}};
    chart.bars.push_back({.label = "Termin 1", .plan_from = *Date::of(2023, 4, 1), .plan_to = *Date::of(2023, 6, 30), .real_from = *Date::of(2023, 5, 8), .real_to = *Date::of(2023, 7, 20)});
    chart.bars.push_back({.label = "LPJ", .plan_from = *Date::of(2022, 1, 1), .plan_to = *Date::of(2023, 12, 15)});
    auto svg = year_bars(chart).str();
    EXPECT_THAT(svg, HasSubstr(R"(<rect class="f-plan" x="24.65%" y="4" width="24.93%")"));
    EXPECT_THAT(svg, HasSubstr(R"(<rect class="f-late" x="49.58%" y="8" width="5.48%")"));
    EXPECT_THAT(svg, HasSubstr("Termin 1: rencana 1 Apr – 30 Jun, nyata 8 Mei – 20 Jul"));
    EXPECT_THAT(svg, HasSubstr("49 poin di belakang"));
    EXPECT_THAT(svg, HasSubstr("<text class=\"narrow t-b\""));
    EXPECT_THAT(svg, Not(HasSubstr("width=\"-")));
    EXPECT_TRUE(year_bars({.year = 99999, .today = *Date::of(2023, 1, 1), .accepted = {}, .bars = {}}).empty());
}

TEST(LineChart, LeavesGaps)
{
    auto svg = line_chart("Omzet", {{"Tahun ini", {{"Jan", 100}, {"Feb", std::nullopt}, {"Mar", 50}, {"Apr", 0}}}, {"Tahun lalu", {{"Jan", 10}, {"Feb", 20}, {"Mar", 30}, {"Apr", 40}}}}, Unit::Count).str();
    std::size_t circles = 0;
    for (auto at = svg.find("<circle"); at != std::string::npos; at = svg.find("<circle", at + 1))
        ++circles;
    EXPECT_EQ(circles, 7U);
    EXPECT_THAT(svg, HasSubstr("<td class=\"num\">–</td>"));
    EXPECT_THAT(svg, HasSubstr("stroke-dasharray=\"6 4\""));
    EXPECT_TRUE(line_chart("x", {}, Unit::Count).empty());
}

TEST(Bars, SpeakInTheLanguageOfTheThread)
{
    auto svg = bars("Belanja", {{"Paving", 2'000'000, "/a?b=1&c"}, {"Kue", 1'000'000}, {"Koreksi", -5}}, Unit::Rupiah).str();
    EXPECT_THAT(svg, HasSubstr("width=\"50%\""));
    EXPECT_THAT(svg, HasSubstr("width=\"0%\""));
    EXPECT_THAT(svg, HasSubstr("Rp2 juta"));
    EXPECT_THAT(svg, HasSubstr("/a?b=1&amp;c"));
}

TEST(Stages, HaveNamesBothWays)
{
    for (std::size_t i = 0; i < stage_count; ++i) {
        EXPECT_EQ(stage_of(name_of(Stage(i))), Stage(i));
        EXPECT_FALSE(label_of(Stage(i)).empty());
        EXPECT_FALSE(meaning_of(Stage(i)).empty());
    }
    EXPECT_FALSE(stage_of("sp2d"));
}

} // namespace
} // namespace rtkeren::charts
