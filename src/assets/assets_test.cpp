#include "assets/assets.hpp"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>

namespace rtkeren::assets {
namespace {

namespace fs = std::filesystem;

std::string read(fs::path const& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

bool in_sprite(std::string const& icon)
{
    return find("ikon.svg")->bytes.find("<symbol id=\"" + icon + "\"") != std::string_view::npos;
}

TEST(Assets, HoldsEveryFileThatPagesName)
{
    for (auto const* name : {"app.js", "belanja.js", "favicon.svg", "ikon.svg", "kota.js", "mode.js", "plus-jakarta-sans.woff2", "presensi.js", "rab.js", "rtkeren.css", "sw.js"}) {
        auto const* asset = find(name);
        ASSERT_NE(asset, nullptr) << name;
        EXPECT_FALSE(asset->bytes.empty()) << name;
    }
    EXPECT_EQ(find("rtkeren.cs"), nullptr);
    EXPECT_EQ(find(""), nullptr);
}

TEST(Assets, AreWhatTheBuildWrote)
{
    EXPECT_TRUE(find("plus-jakarta-sans.woff2")->bytes.starts_with("wOF2"));
    EXPECT_TRUE(find("ikon.svg")->bytes.ends_with("</svg>\n"));
    EXPECT_EQ(find("rtkeren.css")->content_type, "text/css; charset=utf-8");
    EXPECT_EQ(find("app.js")->content_type, "text/javascript; charset=utf-8");
    std::set<std::string_view> etags;
    for (auto const& asset : all()) {
        EXPECT_THAT(std::string(asset.etag), testing::MatchesRegex("\"[0-9a-f]+\"")) << asset.name;
        EXPECT_TRUE(etags.insert(asset.etag).second) << asset.name;
        EXPECT_TRUE(asset.gzip.empty() || (asset.gzip.starts_with("\x1f\x8b") && asset.gzip.size() < asset.bytes.size())) << asset.name;
    }
    EXPECT_FALSE(find("rtkeren.css")->gzip.empty());
}

/// What goes over the air: a page with its photos aside is to stay under 100 kB, and 40 kB of them are the page's own.
TEST(Assets, StaySmallOnAPhone)
{
    auto on_the_wire = [](auto const& name) { return find(name)->gzip.empty() ? find(name)->bytes.size() : find(name)->gzip.size(); };
    std::size_t of_every_page = 0;
    for (auto const* name : {"rtkeren.css", "mode.js", "app.js", "ikon.svg", "plus-jakarta-sans.woff2", "favicon.svg"})
        of_every_page += on_the_wire(name);
    EXPECT_LT(of_every_page, 60'000u);
    EXPECT_LT(on_the_wire("rtkeren.css"), 12'000u);
    EXPECT_LT(on_the_wire("app.js"), 8'000u);
    EXPECT_LT(on_the_wire("presensi.js"), 8'000u);
}

TEST(Assets, NeverNameAnotherServer)
{
    for (auto const* name : {"rtkeren.css", "app.js", "mode.js", "kota.js", "presensi.js", "rab.js", "sw.js"})
        EXPECT_EQ(find(name)->bytes.find("https://"), std::string_view::npos) << name;
}

TEST(Assets, HaveEveryListedIconInTheSprite)
{
    std::ifstream list(fs::path(RTK_SOURCE_DIR) / "web/icons.txt");
    std::size_t count = 0;
    for (std::string name; std::getline(list, name);) {
        if (name.empty() || name.starts_with('#'))
            continue;
        EXPECT_TRUE(in_sprite(name)) << name;
        ++count;
    }
    EXPECT_GT(count, 70u);
    EXPECT_TRUE(in_sprite("rtkeren"));
}

/// A page that names an icon which is not listed would show nothing.
TEST(Assets, HaveEveryIconThatPagesUse)
{
    std::regex const use(R"re(\bicon(?:_name=|\()\s*"([a-z0-9-]+)")re");
    for (auto const& entry : fs::recursive_directory_iterator(fs::path(RTK_SOURCE_DIR) / "src")) {
        auto const extension = entry.path().extension();
        if ((extension != ".html" && extension != ".cpp") || entry.path().filename().string().ends_with("_test.cpp"))
            continue;
        auto const text = read(entry.path());
        for (std::sregex_iterator at(text.begin(), text.end(), use), end; at != end; ++at)
            EXPECT_TRUE(in_sprite((*at)[1])) << (*at)[1] << " in " << entry.path().filename().string() << ": add it to web/icons.txt";
    }
}

} // namespace
} // namespace rtkeren::assets
