#include "base/actor.hpp"

#include <gtest/gtest.h>

namespace rtkeren {
namespace {

Actor lurah_and_treasurer()
{
    Actor actor;
    actor.grants = {{"lurah", "35.72.03.1002", {}, {"plan.approve", "plan.read"}}, {"pokmas_treasurer", "35.72.03.1002", "01POKMAS", {"spending.record"}}};
    actor.permissions = {"plan.approve", "plan.read", "spending.record"};
    return actor;
}

TEST(Actor, CoversThePlaceItselfAndWhatLiesBelow)
{
    EXPECT_TRUE(covers_place("35.72.03.1002", "35.72.03.1002"));
    EXPECT_TRUE(covers_place("35.72.03.1002", "35.72.03.1002.003.002"));
    EXPECT_FALSE(covers_place("35.72.03.100", "35.72.03.1002"));
    EXPECT_FALSE(covers_place("35.72.03.1002", "35.72.03"));
    EXPECT_TRUE(covers_place("", "35.72.03.1002"));
    EXPECT_TRUE(covers_place("35.72", "35.72.03.1002"));
    EXPECT_TRUE(covers_place("35.72", ""));
    EXPECT_FALSE(covers_place("35.72.03", ""));
}

TEST(Actor, MayOnlyWhereTheGrantThatGivesItHolds)
{
    auto const actor = lurah_and_treasurer();
    EXPECT_TRUE(may(actor, "plan.approve", "35.72.03.1002.003.002"));
    EXPECT_FALSE(may(actor, "plan.approve", "35.72.03.1003"));
    EXPECT_FALSE(may(actor, "plan.delete", "35.72.03.1002"));
    EXPECT_TRUE(may(actor, "spending.record", "35.72.03.1002.003.002", "01POKMAS"));
    EXPECT_FALSE(may(actor, "spending.record", "35.72.03.1002.003.002", "01OTHER"));
    EXPECT_FALSE(may(actor, "spending.record", "35.72.03.1002.003.002"));
}

} // namespace
} // namespace rtkeren
