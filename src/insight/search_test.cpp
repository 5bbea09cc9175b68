#include "insight/search.hpp"

#include <gtest/gtest.h>

namespace rtkeren::insight {
namespace {

using Words = std::vector<std::string>;

TEST(Search, ReadsPlacesAsPeopleWriteThem)
{
    EXPECT_EQ(search_words("RT 2 RW 3 Plosokerep"), (Words {"rt 02", "rw 03", "plosokerep"}));
    EXPECT_EQ(search_words("rt 002"), Words {"rt 02"});
    EXPECT_EQ(search_words("RT"), Words {"rt"});
    EXPECT_EQ(search_words("017/BLJ/2024"), Words {"017/blj/2024"});
    EXPECT_EQ(search_words("  \t "), Words {});
    EXPECT_EQ(search_words("a b c d e f g h").size(), 6U);
}

} // namespace
} // namespace rtkeren::insight
