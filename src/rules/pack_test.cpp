#include "rules/rules.hpp"

#include <gtest/gtest.h>

namespace rtkeren::rules {
namespace {

TEST(ShippedPacks, AllParse)
{
    ASSERT_GE(shipped_packs().size(), 5U);
    for (auto const& shipped : shipped_packs()) {
        auto const pack = Pack::parse(shipped.text);
        ASSERT_TRUE(pack.ok()) << shipped.city << " " << shipped.year << ": " << (pack.error().fields.empty() ? "" : pack.error().fields[0].name + " " + pack.error().fields[0].code + " " + pack.error().fields[0].value);
        EXPECT_EQ((*pack)->city, shipped.city);
        EXPECT_EQ((*pack)->year, shipped.year);
    }
}

} // namespace
} // namespace rtkeren::rules
