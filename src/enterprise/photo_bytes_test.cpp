#include "enterprise/photo_bytes.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace rtkeren::enterprise {
namespace {

using namespace std::string_literals;

std::string segment(char marker, std::string const& content)
{
    auto const length = content.size() + 2;
    return "\xFF"s + marker + static_cast<char>(length >> 8U) + static_cast<char>(length & 0xFFU) + content;
}
/// EXIF with orientation 6 and a place.
std::string exif() { return "Exif\0\0MM\0*\0\0\0\x08\0\x02\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\x88\x25\0\x04\0\0\0\x01\0\0\0\x20\0\0\0\0 GPS -8.114907"s; }
std::string jpeg()
{
    return "\xFF\xD8"s + segment('\xE0', "JFIF\0\x01\x01\0\0\x01\0\x01\0\0"s) + segment('\xE1', exif()) + segment('\xE1', "http://ns.adobe.com/xap/1.0/\0 di rumah"s)
        + segment('\xE2', "ICC_PROFILE\0\x01\x01 warna"s) + segment('\xED', "Photoshop 3.0 catatan") + segment('\xFE', "komentar") + segment('\xDB', "tabel")
        + segment('\xDA', "mulai") + "gambar\xFF\x00 gambar\xFF\xD9"s + "ekor";
}
std::string chunk(std::string const& name, std::string const& content)
{
    std::string length(4, '\0');
    length[3] = static_cast<char>(content.size());
    return length + name + content + "crc_";
}

TEST(PhotoBytes, AJpegKeepsItsPictureItsColoursAndWhichWayUp)
{
    auto const plain = without_metadata(jpeg());
    for (auto const* gone : {"GPS", "xap", "Photoshop", "komentar", "ekor"})
        EXPECT_EQ(plain.find(gone), std::string::npos) << gone;
    for (auto const* kept : {"JFIF", "ICC_PROFILE", "tabel", "mulai", "gambar"})
        EXPECT_NE(plain.find(kept), std::string::npos) << kept;
    EXPECT_TRUE(plain.ends_with("\xFF\xD9"));
    auto const exif_at = plain.find("Exif");
    ASSERT_NE(exif_at, std::string::npos) << "it lies on its side";
    EXPECT_EQ(plain[exif_at - 4 + 29], '\x06');
    EXPECT_EQ(without_metadata(plain), plain);
}

TEST(PhotoBytes, ASecondPictureBehindTheFirstStaysAway)
{
    auto const plain = without_metadata(jpeg());
    EXPECT_EQ(without_metadata(jpeg() + jpeg()), plain) << "phones put a picture with its own place behind the one that is seen";
    auto const scan = segment('\xDA', "mulai") + "gambar\xFF\x00\xFF\xD0 gambar"s;
    auto const in_steps = "\xFF\xD8"s + segment('\xDB', "tabel") + scan + segment('\xE1', exif()) + segment('\xC4', "tabel lagi") + scan + "\xFF\xD9"s;
    EXPECT_EQ(without_metadata(in_steps), "\xFF\xD8"s + segment('\xDB', "tabel") + scan + segment('\xC4', "tabel lagi") + scan + "\xFF\xD9"s);
}

TEST(PhotoBytes, PngAndWebpKeepWhatTheyNeed)
{
    auto const head = "\x89PNG\r\n\x1A\n"s;
    auto const png = head + chunk("IHDR", "kepala") + chunk("tEXt", "Author Sri") + chunk("eXIf", "GPS") + chunk("IDAT", "gambar") + chunk("IEND", "") + "ekor";
    EXPECT_EQ(without_metadata(png), head + chunk("IHDR", "kepala") + chunk("IDAT", "gambar") + chunk("IEND", ""));
    auto const webp = "RIFF\x36\0\0\0WEBP"s + "VP8X\x0A\0\0\0\x0C\0\0\0\x0A\0\0\x0A\0\0"s + "VP8 \x06\0\0\0gambar"s + "EXIF\x03\0\0\0GPS\0"s;
    auto const plain = without_metadata(webp);
    EXPECT_EQ(plain, "RIFF\x24\0\0\0WEBP"s + "VP8X\x0A\0\0\0\0\0\0\0\x0A\0\0\x0A\0\0"s + "VP8 \x06\0\0\0gambar"s);
}

TEST(PhotoBytes, WhatCannotBeFollowedIsNotShown)
{
    for (auto const& broken : {""s, "GIF89a"s, "\xFF\xD8"s, "\xFF\xD8\xFF\xE0\xFF\xFF"s, "\x89PNG\r\n\x1A\n"s, "RIFF\0\0\0\0WEBP"s, "RIFF\0\0\0\0WEBPVP8 \xFF\xFF\xFF\xFFx"s, "%PDF-1.4"s})
        EXPECT_EQ(without_metadata(broken), "");
    auto const whole = jpeg();
    EXPECT_TRUE(rc::check("any beginning, with any byte changed, is read without a slip and tells no place", [&whole] {
        auto bytes = whole.substr(0, *rc::gen::inRange<std::size_t>(0, whole.size() + 1));
        if (!bytes.empty())
            bytes[*rc::gen::inRange<std::size_t>(0, bytes.size())] = *rc::gen::arbitrary<char>();
        auto const plain = without_metadata(bytes);
        RC_ASSERT(plain.size() <= bytes.size() + 36);
    }));
}

} // namespace
} // namespace rtkeren::enterprise
