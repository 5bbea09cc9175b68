#include "base/text.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace rtkeren {
namespace {

std::string text_or_code(std::string_view text, std::size_t minimum = 1, std::size_t maximum = 20)
{
    auto const parsed = parse_text(text, minimum, maximum);
    return parsed.ok() ? *parsed : parsed.error().code;
}

/// Letters of several scripts, marks, spaces and forms that fold into several letters.
rc::Gen<std::string> any_utf8()
{
    return rc::gen::map(rc::gen::container<std::vector<char32_t>>(rc::gen::weightedOneOf<char32_t>({
                            {3, rc::gen::map(rc::gen::inRange<std::uint32_t>(0x20, 0x250), [](std::uint32_t c) { return char32_t(c); })},
                            {2, rc::gen::map(rc::gen::inRange<std::uint32_t>(0x250, 0xD800), [](std::uint32_t c) { return char32_t(c); })},
                            {1, rc::gen::map(rc::gen::inRange<std::uint32_t>(0xE000, 0x110000), [](std::uint32_t c) { return char32_t(c); })},
                        })),
        [](std::vector<char32_t> const& points) {
            std::string text;
            for (auto const c : points) {
                auto push = [&text](char32_t bits) { text.push_back(static_cast<char>(bits)); };
                if (c < 0x80) {
                    push(c);
                } else if (c < 0x800) {
                    push(0xC0 | c >> 6);
                    push(0x80 | (c & 0x3F));
                } else if (c < 0x10000) {
                    push(0xE0 | c >> 12);
                    push(0x80 | (c >> 6 & 0x3F));
                    push(0x80 | (c & 0x3F));
                } else {
                    push(0xF0 | c >> 18);
                    push(0x80 | (c >> 12 & 0x3F));
                    push(0x80 | (c >> 6 & 0x3F));
                    push(0x80 | (c & 0x3F));
                }
            }
            return text;
        });
}

TEST(Text, IsTrimmedBoundedAndClean)
{
    struct Row {
        std::string_view text, expected;
    };
    constexpr Row rows[] {
        {"  Dapur Bu Sri ", "Dapur Bu Sri"},
        {"a  b", "a  b"},
        {"a\r\nb", "a\nb"},
        {"a\tb", "a\tb"},
        {"\xC2\xA0"
         "a\xEF\xBB\xBF",
            "a"},
        {"", "text.empty"},
        {" \n ", "text.empty"},
        {"123456789012345678901", "text.long"},
        {"a\x01"
         "b",
            "text.encoding"},
        {"a\rb", "text.encoding"},
        {"\xFF", "text.encoding"},
        {"\xC3", "text.encoding"},
        {"\xC0\xAF", "text.encoding"},
        {"\xED\xA0\x80", "text.encoding"},
        {"\xF5\x80\x80\x80", "text.encoding"},
        {"a\xE2\x80\xAE"
         "b",
            "text.encoding"},
        {"a\xC2\x85"
         "b",
            "text.encoding"},
        {"\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9",
            "\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9"},
    };
    for (auto const& row : rows)
        EXPECT_EQ(text_or_code(row.text), row.expected) << row.text;
    EXPECT_EQ(text_or_code("ab", 3), "text.short");
    EXPECT_EQ(text_or_code("", 0), "");
    EXPECT_EQ(Reason::parse("x").error().code, "text.short");
    EXPECT_EQ(Name::parse(" Sri ").value().str(), "Sri");
}

TEST(Text, CountsAndCutsCharacters)
{
    EXPECT_EQ(count_characters("caf\xC3\xA9"), 4U);
    EXPECT_EQ(count_characters("\xF0\x9F\x8D\xB0"), 1U);
    EXPECT_EQ(count_characters("\xFF\xFF"), 2U);
    EXPECT_EQ(first_characters("caf\xC3\xA9s", 4), "caf\xC3\xA9");
    EXPECT_EQ(first_characters("ab", 9), "ab");
    EXPECT_TRUE(is_valid_utf8("caf\xC3\xA9"));
    EXPECT_FALSE(is_valid_utf8("caf\xC3"));
}

TEST(Text, FoldsForSearching)
{
    struct Row {
        std::string_view text, expected;
    };
    constexpr Row rows[] {
        {"Dapur  Bu Sri", "dapur bu sri"}, {"DAPUR BU SRI ", "dapur bu sri"}, {"Caf\xC3\xA9", "cafe"}, {"\xEF\xBC\xA1\xEF\xBC\xA2", "ab"}, {"\xC3\x9F", "ss"},
        {"\xC2\xA0Kue\xC2\xA0Kering", "kue kering"}, {"Jum\xE2\x80\x99" "at", "jum\xE2\x80\x99" "at"}, {"", ""}, {" \t ", ""}, {"a\nb", "a b"},
    };
    for (auto const& row : rows)
        EXPECT_EQ(fold(row.text), row.expected) << row.text;
}

TEST(Text, FoldsOnceAndForAll)
{
    EXPECT_TRUE(rc::check("fold(fold(x)) = fold(x), valid, without outer blanks", [] {
        auto const text = *any_utf8();
        RC_ASSERT(is_valid_utf8(text));
        auto const once = fold(text);
        RC_ASSERT(fold(once) == once);
        RC_ASSERT(is_valid_utf8(once));
        RC_ASSERT(once.find("  ") == std::string::npos);
        RC_ASSERT(once == trim(once));
    }));
}

TEST(Text, TakesAnyBytes)
{
    EXPECT_TRUE(rc::check("no bytes break it, and what is accepted is valid", [] {
        auto const bytes = *rc::gen::container<std::string>(rc::gen::arbitrary<char>());
        (void)fold(bytes);
        RC_ASSERT(first_characters(bytes, count_characters(bytes)) == bytes);
        auto const parsed = parse_text(bytes, 0, 1000);
        if (parsed.ok())
            RC_ASSERT(is_valid_utf8(*parsed));
        RC_ASSERT(from_hex(to_hex(bytes)) == std::optional(bytes));
    }));
}

TEST(Text, ReadsWholeNumbers)
{
    EXPECT_EQ(parse_integer("42"), std::optional<std::int64_t>(42));
    EXPECT_EQ(parse_integer("-1"), std::optional<std::int64_t>(-1));
    for (std::string_view const text : {"", "+1", "1 ", " 1", "1.0", "0x1", "--1", "9223372036854775808", "-"})
        EXPECT_EQ(parse_integer(text), std::nullopt) << text;
    EXPECT_TRUE(is_digits("0123"));
    EXPECT_FALSE(is_digits(""));
    EXPECT_FALSE(is_digits("1a"));
}

TEST(Text, Splits)
{
    using Parts = std::vector<std::string_view>;
    EXPECT_EQ(split("a,b,,c", ','), (Parts {"a", "b", "", "c"}));
    EXPECT_EQ(split("", ','), (Parts {""}));
    EXPECT_EQ(to_hex("\x01\xAB"), "01ab");
    EXPECT_EQ(from_hex("0"), std::nullopt);
    EXPECT_EQ(from_hex("0g"), std::nullopt);
    EXPECT_EQ(percent_decoded("a%20b+c%C3%a9"), std::optional<std::string>("a b+c\xC3\xA9"));
    for (std::string_view const text : {"%", "%2", "%zz", "a%"})
        EXPECT_EQ(percent_decoded(text), std::nullopt) << text;
}

} // namespace
} // namespace rtkeren
