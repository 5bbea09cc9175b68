#include "documents/jpeg.hpp"
#include "documents/picture.hpp"
#include "documents/thumbnail.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace rtkeren::documents {
namespace {

TEST(Thumbnail, IsASmallPictureOfTheSameShape)
{
    auto const small = thumbnail(example_picture({"Nastar"}, 3), 120); // 240 by 320
    auto const size = jpeg_size(small);
    ASSERT_TRUE(size.ok());
    EXPECT_EQ(size->width, 90);
    EXPECT_EQ(size->height, 120);
    EXPECT_LT(small.size(), 6000U);
    auto const smaller = jpeg_size(thumbnail(small, 30));
    ASSERT_TRUE(smaller.ok()) << "of a JPEG too";
    EXPECT_EQ(smaller->height, 30);
    EXPECT_EQ(jpeg_size(thumbnail(small, 500))->height, 120) << "never larger than it was";
}

TEST(Thumbnail, WhatCannotBeReadIsNone)
{
    for (auto const* broken : {"", "GIF89a", "\xFF\xD8\xFF", "\x89PNG\r\n\x1A\n", "RIFF....WEBP"})
        EXPECT_EQ(thumbnail(broken, 100), "");
    auto const png = example_picture({"Nastar"}, 3);
    auto huge = png;
    huge[16] = '\x7F'; // two milliard pixels wide
    EXPECT_EQ(thumbnail(huge, 100), "");
    auto const jpeg = thumbnail(png, 200);
    EXPECT_TRUE(rc::check("any beginning with any byte changed is read or refused", [&] {
        auto const of = *rc::gen::element(png, jpeg);
        auto bytes = of.substr(0, *rc::gen::inRange(std::size_t {0}, of.size() + 1));
        if (!bytes.empty())
            bytes[*rc::gen::inRange(std::size_t {0}, bytes.size())] = *rc::gen::arbitrary<char>();
        RC_ASSERT(thumbnail(bytes, 64).size() < 20'000U);
    }));
}

} // namespace
} // namespace rtkeren::documents
