#include "simulation/random.hpp"
#include "simulation/simulation.hpp"

#include <gtest/gtest.h>

namespace rtkeren::simulation {

TEST(Random, IsTheSameForTheSameSeed)
{
    Random a(7), b(7), c(8);
    bool differs = false;
    for (int i = 0; i < 100; ++i) {
        auto const drawn = a.next();
        EXPECT_EQ(drawn, b.next());
        differs = differs || drawn != c.next();
    }
    EXPECT_TRUE(differs);
}

TEST(Random, StaysWithinItsBounds)
{
    Random random(1);
    for (int i = 0; i < 1000; ++i) {
        EXPECT_LT(random.below(7), 7u);
        auto const between = random.between(-3, 3);
        EXPECT_TRUE(between >= -3 && between <= 3);
    }
}

TEST(Size, IsAWordOrANumberOfUnits)
{
    EXPECT_EQ(units_of_size("city").value(), 0);
    EXPECT_EQ(units_of_size("small").value(), 18);
    EXPECT_EQ(units_of_size("100").value(), 100);
    for (auto wrong : {"", "big", "-4", "2", "999999"})
        EXPECT_EQ(units_of_size(wrong).error().code, "demo.size") << wrong;
}

} // namespace rtkeren::simulation
