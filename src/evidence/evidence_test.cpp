#include "evidence/evidence.hpp"

#include <gtest/gtest.h>

namespace rtkeren::evidence {

TEST(Evidence, JudgesByContentNotByName)
{
    using namespace std::string_view_literals;
    EXPECT_EQ(sniff("\xFF\xD8\xFF\xE0 rest"sv), "image/jpeg");
    EXPECT_EQ(sniff("\x89PNG\r\n\x1A\n\0\0"sv), "image/png");
    EXPECT_EQ(sniff("RIFF\0\0\0\0WEBPVP8 "sv), "image/webp");
    EXPECT_EQ(sniff("%PDF-1.7\n"sv), "application/pdf");
    for (auto other : {""sv, "MZ"sv, "<svg xmlns="sv, "PK\x03\x04"sv, "RIFF\0\0\0\0WAVE"sv, "GIF89a"sv, "\xFF\xD8"sv})
        EXPECT_EQ(sniff(other), "");
}

TEST(Evidence, LiesInFoldersOfItsHash)
{
    std::string const hash(64, 'a');
    EXPECT_EQ(path_of(hash), std::filesystem::path("aa/aa") / hash);
    EXPECT_EQ(href(hash), "/bukti/" + hash);
}

} // namespace rtkeren::evidence
