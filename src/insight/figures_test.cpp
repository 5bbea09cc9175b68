#include "insight/figures.hpp"
#include "insight/grid.hpp"
#include "insight/words.hpp"

#include <gtest/gtest.h>
#include <set>

namespace rtkeren::insight {
namespace {

TEST(Grid, KeepsNorthOnTopAndCellsApart)
{
    std::vector<std::optional<Centroid>> const points {Centroid {-8'070'000, 112'150'000}, Centroid {-8'130'000, 112'150'000}, Centroid {-8'070'000, 112'190'000}, Centroid {-8'100'000, 112'170'000}};
    auto const cells = place_on_grid(points, 5, 8);
    EXPECT_EQ(cells[0], (GridCell {1, 1}));
    EXPECT_EQ(cells[1], (GridCell {1, 2}));
    EXPECT_EQ(cells[2], (GridCell {5, 1}));
    EXPECT_EQ(std::set<GridCell>(cells.begin(), cells.end()).size(), 4U);
}

TEST(Grid, PutsManyAtOnePointIntoDifferentCells)
{
    std::vector<std::optional<Centroid>> const points(21, Centroid {-8'000'000, 112'000'000});
    for (auto const& [columns, rows] : {std::pair {5, 8}, {3, 12}}) {
        auto const cells = place_on_grid(points, columns, rows);
        EXPECT_EQ(std::set<GridCell>(cells.begin(), cells.end()).size(), 21U);
        for (auto const& cell : cells)
            EXPECT_TRUE(cell.column >= 1 && cell.column <= columns && cell.row >= 1 && cell.row <= rows);
    }
}

TEST(Grid, FlowsWithoutPlacesOrRoom)
{
    EXPECT_EQ(place_on_grid({Centroid {}, std::nullopt}, 5, 8)[0], GridCell {});
    EXPECT_EQ(place_on_grid(std::vector<std::optional<Centroid>>(41, Centroid {}), 5, 8)[0], GridCell {});
    EXPECT_TRUE(place_on_grid({}, 5, 8).empty());
}

TEST(Figures, SumsAndNamesTheBiggestStage)
{
    Figures figures;
    figures.by_stage.at(std::size_t(charts::Stage::Cair)) = 5'000'000_rp;
    figures.by_stage.at(std::size_t(charts::Stage::Sah)) = 5'000'000_rp;
    figures.by_stage.at(std::size_t(charts::Stage::Pagu)) = 1'000'000_rp;
    EXPECT_EQ(figures.ceiling(), 11'000'000_rp);
    EXPECT_EQ(figures.biggest(), charts::Stage::Sah);
    EXPECT_EQ(Figures {}.biggest(), charts::Stage::Pagu);
    auto twice = figures;
    twice += figures;
    EXPECT_EQ(twice.at(charts::Stage::Cair), 10'000'000_rp);
}

TEST(Figures, CountsSp2dInKontrak)
{
    ledger::StageAmounts amounts;
    amounts.amounts.at(std::size_t(ledger::Stage::Kontrak)) = 2'000_rp;
    amounts.amounts.at(std::size_t(ledger::Stage::Sp2d)) = 3'000_rp;
    EXPECT_EQ(Figures::of(amounts).at(charts::Stage::Kontrak), 5'000_rp);
}

TEST(Range, ReachesThePlaceAndWhatLiesBelow)
{
    auto const range = range_of("35.72.03.1002");
    auto const holds = [&](std::string_view code) { return code >= range.first && code < range.after; };
    EXPECT_TRUE(holds("35.72.03.1002"));
    EXPECT_TRUE(holds("35.72.03.1002.003.002"));
    EXPECT_FALSE(holds("35.72.03.1003"));
    EXPECT_FALSE(holds("35.72.03.10021"));
    EXPECT_EQ(range_of("35.72").first, "");
}

TEST(Words, NameEveryEntryAndAccount)
{
    for (int i = 0; i < ledger::entry_kind_count; ++i)
        EXPECT_FALSE(entry_label(ledger::EntryKind(i)).empty());
    for (auto const stage : ledger::all_stages)
        EXPECT_FALSE(stage_word(stage).empty());
    for (auto const kind : ledger::all_cash_kinds)
        EXPECT_FALSE(cash_word(kind).empty());
}

} // namespace
} // namespace rtkeren::insight
