#include "enterprise/legality.hpp"
#include "enterprise/standing.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace rtkeren::enterprise {
namespace {

Date day(std::string_view iso) { return Date::parse(iso).value(); }
Ulid numbered(int number)
{
    auto text = std::to_string(number);
    return Ulid::parse("01" + std::string(24 - text.size(), '0') + text).value();
}

/// A dry cake of 5 January 2026, looked at on 1 March.
struct Cake {
    ProductFacts facts {.id = ProductId(numbered(1)), .kind = "kering", .packaging = "2", .food = "06", .entered_on = day("2026-01-05")};
    std::vector<Paper> papers {};
    std::vector<Applied> applied {};

    Paper& add(std::string kind, std::string number, std::string result = {}, std::string worst = "none")
    {
        papers.push_back({.id = LicenceId(numbered(100 + int(papers.size()))), .kind = std::move(kind), .number = std::move(number), .worst = std::move(worst), .result = std::move(result),
            .entered_on = day("2026-01-20")});
        if (!papers.back().result.empty())
            papers.back().checked_on = day("2026-02-01");
        return papers.back();
    }
    [[nodiscard]] Standing judge() const { return judge_standing(facts, papers, applied, day("2026-03-01")); }
    /// "nib done, pkp missing*": the star stands at what the product waits for.
    [[nodiscard]] std::string told() const
    {
        auto const standing = judge();
        std::string text;
        for (std::size_t i = 0; i < standing.steps.size(); ++i)
            text += (i == 0 ? "" : ", ") + standing.steps[i].step + " " + std::string(name_of(standing.steps[i].state)) + (standing.now == i ? "*" : "");
        return text;
    }
};

TEST(Standing, GoesStepByStepAndSaysWhoseMoveItIs)
{
    Cake cake;
    EXPECT_EQ(cake.told(), "nib missing*, pkp missing, pirt missing, halal missing, merek missing");
    EXPECT_EQ(cake.judge().step("nib")->whose, "pemilik");
    EXPECT_EQ(cake.judge().step("nib")->since, day("2026-01-05")) << "since the product is known";
    EXPECT_EQ(cake.judge().step("pkp")->since, std::nullopt) << "its turn has not come";
    cake.applied.push_back({"nib", std::nullopt, day("2026-01-10")});
    EXPECT_EQ(cake.told(), "nib applied*, pkp missing, pirt missing, halal missing, merek missing");
    EXPECT_EQ(cake.judge().step("nib")->whose, "dpmptsp");
    EXPECT_EQ(cake.judge().step("nib")->since, day("2026-01-10"));
    cake.applied.clear();
    cake.add("nib", "1112210007923");
    EXPECT_EQ(cake.told(), "nib checking*, pkp missing, pirt missing, halal missing, merek missing");
    EXPECT_EQ(cake.judge().step("nib")->whose, "pemeriksa");
    cake.papers.back().result = "issued";
    cake.papers.back().checked_on = day("2026-02-01");
    EXPECT_EQ(cake.told(), "nib done, pkp missing*, pirt missing, halal missing, merek missing");
    EXPECT_EQ(cake.judge().step("pkp")->since, day("2026-02-01")) << "its turn came when the one before was proven";
    cake.add("pkp", "PKP 12", "issued");
    cake.add("pirt", "2063572010001-28", "issued");
    cake.add("halal", "ID35110017058840424", "issued");
    EXPECT_EQ(cake.told(), "nib done, pkp done, pirt done, halal done, merek missing");
    EXPECT_TRUE(cake.judge().complete()) << "a trade mark is recommended only";
}

TEST(Standing, OnlyAProvenPaperCounts)
{
    Cake cake;
    cake.add("nib", "12345678", "", "error");
    EXPECT_EQ(cake.judge().step("nib")->state, StepState::Wrong);
    cake.papers.clear();
    cake.add("nib", "1112210007923", "not_found");
    EXPECT_EQ(cake.judge().step("nib")->state, StepState::Wrong);
    EXPECT_EQ(cake.judge().step("nib")->whose, "pemilik");
    cake.add("nib", "1112210007924", "issued");
    EXPECT_EQ(cake.judge().step("nib")->state, StepState::Done) << "the better of two";
    cake.papers.back().valid_until = day("2026-02-10");
    EXPECT_EQ(cake.judge().step("nib")->state, StepState::Wrong);
    EXPECT_FALSE(cake.judge().complete());
}

TEST(Standing, APirtIsOfItsProductAndItsYear)
{
    Cake cake;
    auto& pirt = cake.add("pirt", "2153572010001-28", "issued");
    EXPECT_EQ(cake.judge().step("pirt")->state, StepState::Missing) << "crisps are not cakes";
    EXPECT_TRUE(cake.judge().step("pirt")->mismatch);
    pirt.covers = {cake.facts.id};
    EXPECT_EQ(cake.judge().step("pirt")->state, StepState::Done) << "said to be for it, with a warning";
    EXPECT_TRUE(cake.judge().step("pirt")->mismatch);
    pirt.covers = {ProductId(numbered(2))};
    pirt.number = "2063572010001-28";
    EXPECT_EQ(cake.judge().step("pirt")->state, StepState::Missing) << "another product's";
    pirt.covers.clear();
    EXPECT_EQ(cake.judge().step("pirt")->state, StepState::Done);
    pirt.number = "2063572010001-25";
    EXPECT_EQ(cake.judge().step("pirt")->state, StepState::Wrong);
    EXPECT_EQ(cake.judge().step("pirt")->since, day("2026-01-01")) << "since its year was over";
    cake.papers.clear();
    cake.facts.shelf_days = 5;
    EXPECT_EQ(cake.judge().step("pirt")->state, StepState::NotNeeded);
    cake.facts.shelf_days = 7;
    EXPECT_EQ(cake.judge().step("pirt")->state, StepState::Missing);
}

TEST(Standing, AnotherRecipeIsWorthALookAtThePaper)
{
    Cake cake;
    cake.add("halal", "ID35110017058840424", "issued").issued_on = day("2024-04-30");
    EXPECT_FALSE(cake.judge().step("halal")->recipe_changed);
    cake.facts.recipe_changed_on = day("2026-02-20");
    EXPECT_TRUE(cake.judge().step("halal")->recipe_changed);
}

TEST(Standing, FrozenMeatNeedsBpomAndCraftsNeither)
{
    Cake cake;
    cake.facts.kind = "beku";
    EXPECT_EQ(cake.judge().step("pirt"), nullptr);
    EXPECT_NE(cake.judge().step("bpom"), nullptr);
    cake.facts.kind = "kerajinan";
    EXPECT_EQ(cake.told(), "nib missing*, merek missing");
    cake.facts.kind = "tidak ada";
    EXPECT_TRUE(cake.judge().steps.empty());
}

TEST(Standing, IsCompleteExactlyWhenEveryRequiredStepIsDone)
{
    EXPECT_TRUE(rc::check("what it waits for is the first required step that is not over", [] {
        Cake cake;
        cake.facts.kind = std::string(product_kinds()[*rc::gen::inRange<std::size_t>(0, product_kinds().size())].code);
        for (std::string const kind : {"nib", "pkp", "pirt", "bpom", "halal", "merek"}) {
            auto const count = *rc::gen::inRange(0, 3);
            for (int i = 0; i < count; ++i)
                cake.add(kind, kind == "pirt" ? "2063572010001-28" : "x", *rc::gen::element<std::string>("", "issued", "not_found", "other_holder"), *rc::gen::element<std::string>("none", "warn", "error"));
            if (*rc::gen::arbitrary<bool>())
                cake.applied.push_back({kind, std::nullopt, day("2026-02-02")});
        }
        auto const standing = cake.judge();
        auto const is_open = [](StandingStep const& step) { return step.required && step.state != StepState::Done && step.state != StepState::NotNeeded; };
        auto const first = std::find_if(standing.steps.begin(), standing.steps.end(), is_open);
        RC_ASSERT(standing.complete() == (first == standing.steps.end()));
        if (standing.now)
            RC_ASSERT(std::size_t(first - standing.steps.begin()) == *standing.now && !first->whose.empty() && first->since.has_value());
        for (auto const& step : standing.steps) {
            auto const proven = std::any_of(cake.papers.begin(), cake.papers.end(), [&](Paper const& paper) { return paper.kind == step.step && paper.result == "issued" && paper.worst != "error"; });
            RC_ASSERT((step.state == StepState::Done) == proven);
        }
    }));
}

} // namespace
} // namespace rtkeren::enterprise
