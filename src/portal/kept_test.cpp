#include "portal/kept.hpp"

#include <gtest/gtest.h>

namespace rtkeren::portal {

TEST(Kept, AnswersForTenSecondsAndNoLonger)
{
    Kept kept;
    EXPECT_FALSE(kept.find("/ id", 100));
    kept.put("/ id", 100, http::Response::page("satu"));
    ASSERT_TRUE(kept.find("/ id", 109));
    EXPECT_EQ(kept.find("/ id", 109)->body, "satu");
    EXPECT_FALSE(kept.find("/ en", 109));
    EXPECT_FALSE(kept.find("/ id", 110));
}

TEST(Kept, NeverGrowsWithoutEnd)
{
    Kept kept;
    for (int i = 0; i < 2000; ++i)
        kept.put(std::to_string(i), 1, http::Response::page("x"));
    EXPECT_FALSE(kept.find("0", 2));
    EXPECT_TRUE(kept.find("1999", 2));
}

} // namespace rtkeren::portal
