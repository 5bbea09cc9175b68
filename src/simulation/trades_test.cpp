#include "simulation/market.hpp"

#include "enterprise/legality.hpp"
#include "identifiers/kbli.hpp"
#include "identifiers/pirt.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace rtkeren::simulation {

TEST(Trades, NameClassesFoodsAndKindsThatThereAre)
{
    for (auto const& trade : trades()) {
        if (!trade.kbli.empty()) {
            auto const kbli = identifiers::Kbli::parse(trade.kbli);
            ASSERT_TRUE(kbli.ok()) << trade.activity;
            EXPECT_EQ(kbli->edition, 2020) << "the edition of the example city's day: " << trade.activity;
        }
        EXPECT_TRUE(trade.product_kind.empty() || enterprise::product_kind(trade.product_kind)) << trade.activity;
        auto const is_food = [&](identifiers::PirtCode const& food) { return food.code == trade.food_code; };
        EXPECT_TRUE(trade.food_code.empty() || std::ranges::any_of(identifiers::pirt_foods(), is_food)) << trade.activity;
        EXPECT_FALSE(trade.names.empty()) << trade.activity;
        EXPECT_LT(trade.month_low, trade.month_high) << trade.activity;
    }
}

TEST(Trades, AskForAPirtWhereTheirPathDoes)
{
    auto const day = example_today(2024);
    for (auto const& trade : trades()) {
        auto const* kind = enterprise::product_kind(trade.product_kind);
        if (!kind)
            continue;
        auto const path = kind->path(day);
        auto const wants = std::ranges::any_of(path, [](enterprise::LegalStep const& step) { return step.step == "pirt"; });
        EXPECT_EQ(wants, !trade.food_code.empty()) << trade.activity;
    }
}

TEST(OwnerNames, AreManyAndTheSameForTheSameSeed)
{
    Random random(5), again(5);
    std::set<std::string> names;
    for (int i = 0; i < 1000; ++i) {
        auto const name = owner_name(random, i % 2 == 0);
        EXPECT_EQ(name, owner_name(again, i % 2 == 0));
        EXPECT_FALSE(business_name(random, trades()[0], name, i % 2 == 0).empty());
        (void)business_name(again, trades()[0], name, i % 2 == 0);
        names.insert(name);
    }
    EXPECT_GT(names.size(), 800U);
}

TEST(OfficeDay, IsTheNextOfItsKindOrTheDayItself)
{
    auto const tuesday = Date::of(2024, 10, 15).value();
    EXPECT_EQ(Market::office_day(tuesday, std::chrono::Tuesday), tuesday);
    EXPECT_EQ(Market::office_day(tuesday, std::chrono::Monday), Date::of(2024, 10, 21).value());
    EXPECT_EQ(month_of(tuesday), "2024-10");
}

} // namespace rtkeren::simulation
