#include "enterprise/legality.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace rtkeren::enterprise {
namespace {

bool asks(std::string_view kind, std::string_view step, char const* on)
{
    auto const* found = product_kind(kind);
    auto const path = found ? found->path(Date::parse(on).value()) : std::vector<LegalStep> {};
    return std::ranges::any_of(path, [&](LegalStep const& each) { return each.step == step && each.required; });
}

TEST(Legality, FrozenMeatNeedsBpomDryCakesNeedPirtAndCraftsNeither)
{
    EXPECT_TRUE(asks("beku", "bpom", "2023-07-05"));
    EXPECT_FALSE(asks("beku", "pirt", "2023-07-05"));
    EXPECT_TRUE(asks("kering", "pirt", "2023-07-05"));
    EXPECT_FALSE(asks("kering", "bpom", "2023-07-05"));
    for (auto const* step : {"pirt", "bpom", "halal"})
        EXPECT_FALSE(asks("kerajinan", step, "2025-07-05"));
}

TEST(Legality, AStepCountsFromItsDay)
{
    EXPECT_FALSE(asks("kering", "halal", "2024-10-17"));
    EXPECT_TRUE(asks("kering", "halal", "2024-10-18"));
}

TEST(Legality, EveryRowNamesKnownWords)
{
    std::set<std::string_view> const steps {"nib", "pkp", "pirt", "bpom", "halal", "merek"}, desks {"pemilik", "dpmptsp", "dinkes", "bpom", "bpjph", "djki", "gs1", "dinas"},
        certainties {"pasti", "diumumkan", "umum", "contoh"};
    std::set<std::string_view> codes;
    for (auto const& kind : product_kinds()) {
        EXPECT_TRUE(codes.insert(kind.code).second) << kind.code << " stands in two places";
        EXPECT_FALSE(kind.label.empty());
        for (auto const& step : kind.steps) {
            EXPECT_TRUE(steps.contains(step.step)) << step.step;
            EXPECT_TRUE(desks.contains(step.desk)) << step.desk;
            EXPECT_TRUE(certainties.contains(step.certainty)) << step.certainty;
            EXPECT_FALSE(step.basis.empty());
        }
    }
    EXPECT_EQ(product_kind("tidak_ada"), nullptr);
}

} // namespace
} // namespace rtkeren::enterprise
