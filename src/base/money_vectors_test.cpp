#include "base/rupiah.hpp"

// Header only: the library below everything else needs JSON for this one test.
#include <boost/json/src.hpp>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

namespace rtkeren {
namespace {

boost::json::object money_vectors()
{
    std::ifstream file(RTK_SOURCE_DIR "/tests/vectors/money.json");
    std::stringstream text;
    text << file.rdbuf();
    return boost::json::parse(text.str()).as_object();
}

// The browser's own reader of amounts is held to the same file: what a phone accepts offline the server must not refuse later.
TEST(MoneyVectors, AreReadAsInTheBrowser)
{
    auto const vectors = money_vectors();
    for (auto const& row : vectors.at("parse").as_array()) {
        auto const& vector = row.as_object();
        auto const text = std::string(vector.at("text").as_string());
        auto const amount = parse_rupiah(text, vector.contains("negative") ? Negative::Allow : Negative::Refuse);
        if (auto const* const code = vector.if_contains("code")) {
            ASSERT_FALSE(amount.ok()) << text;
            EXPECT_EQ(amount.error().code, code->as_string()) << text;
        } else {
            ASSERT_TRUE(amount.ok()) << text;
            EXPECT_EQ(amount->value(), vector.at("value").to_number<std::int64_t>()) << text;
        }
    }
}

TEST(MoneyVectors, AreWrittenAsInTheBrowser)
{
    auto const vectors = money_vectors();
    for (auto const& row : vectors.at("format").as_array()) {
        auto const& vector = row.as_object();
        auto const value = vector.at("value").to_number<std::int64_t>();
        EXPECT_EQ(format_rupiah(Rupiah::checked(value)), vector.at("rupiah").as_string());
        EXPECT_EQ(format_number(value), vector.at("number").as_string());
    }
}

} // namespace
} // namespace rtkeren
