#include "base/rupiah.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace rtkeren {
namespace {

TEST(Terbilang, SaysNumbersAsOnAKuitansi)
{
    struct Row {
        std::int64_t number;
        std::string_view words;
    };
    constexpr Row rows[] {
        {0, "nol"},
        {10, "sepuluh"},
        {11, "sebelas"},
        {12, "dua belas"},
        {19, "sembilan belas"},
        {20, "dua puluh"},
        {21, "dua puluh satu"},
        {100, "seratus"},
        {101, "seratus satu"},
        {110, "seratus sepuluh"},
        {111, "seratus sebelas"},
        {1'000, "seribu"},
        {1'001, "seribu satu"},
        {1'100, "seribu seratus"},
        {1'999, "seribu sembilan ratus sembilan puluh sembilan"},
        {10'000, "sepuluh ribu"},
        {11'001, "sebelas ribu satu"},
        {11'011, "sebelas ribu sebelas"},
        {21'000, "dua puluh satu ribu"},
        {201'000, "dua ratus satu ribu"},
        {1'000'000, "satu juta"},
        {2'001'000, "dua juta seribu"},
        {20'001'000, "dua puluh juta seribu"},
        {200'001'000, "dua ratus juta seribu"},
        {5'000'000, "lima juta"},
        {5'000'001, "lima juta satu"},
        {15'000'000, "lima belas juta"},
        {50'000'000, "lima puluh juta"},
        {226'000'000, "dua ratus dua puluh enam juta"},
        {1'000'000'000, "satu miliar"},
        {1'001'001'001, "satu miliar satu juta seribu satu"},
        {31'500'000'000, "tiga puluh satu miliar lima ratus juta"},
        {999'999'999'999,
            "sembilan ratus sembilan puluh sembilan miliar sembilan ratus sembilan puluh sembilan juta sembilan ratus sembilan puluh sembilan ribu "
            "sembilan ratus sembilan puluh sembilan"},
        {1'000'000'000'000, "satu triliun"},
        {1'000'000'000'000'000, "seribu triliun"},
        {-15'000, "negatif lima belas ribu"},
    };
    for (auto const& row : rows) {
        EXPECT_EQ(terbilang(row.number), row.words);
        EXPECT_EQ(parse_terbilang(row.words), std::optional(row.number)) << row.words;
    }
}

TEST(Terbilang, ReadsOtherSpellingsOfTheSameWords)
{
    EXPECT_EQ(parse_terbilang("Lima Juta Rupiah"), std::optional<std::int64_t>(5'000'000));
    EXPECT_EQ(parse_terbilang("  satu  MILYAR rupiah "), std::optional<std::int64_t>(1'000'000'000));
}

TEST(Terbilang, RefusesWhatIsNotANumberSaidRight)
{
    for (std::string_view const words :
        {"", "rupiah", "satu ratus", "satu ribu", "seratus satu puluh", "sejuta", "satu belas", "dua puluh nol", "juta", "lima ratus puluh", "dua puluh belas",
            "ribu satu", "satu ribu juta", "negatif", "negatif nol", "seribu juta", "seribu seribu", "lima juta dua juta", "empat puluh ribu ribu"})
        EXPECT_EQ(parse_terbilang(words), std::nullopt) << words;
}

TEST(Terbilang, RoundTripsNumbersToTwoMillion)
{
    // All small ones, then by a prime: each thousand with many different endings.
    for (std::int64_t number = 0; number <= 2'000'000; number += number < 12'000 ? 1 : 53)
        ASSERT_EQ(parse_terbilang(terbilang(number)), std::optional(number));
}

TEST(Terbilang, RoundTripsAnyNumber)
{
    EXPECT_TRUE(rc::check("parse(terbilang(n)) = n", [] {
        auto const number = *rc::gen::oneOf(rc::gen::inRange<std::int64_t>(-1'000'000'000, 1'000'000'000),
            rc::gen::inRange<std::int64_t>(-Rupiah::limit, Rupiah::limit + 1), rc::gen::inRange<std::int64_t>(-INT64_MAX, INT64_MAX));
        auto const words = terbilang(number);
        RC_ASSERT(parse_terbilang(words) == std::optional(number));
        RC_ASSERT(words.find("  ") == std::string::npos);
    }));
}

TEST(Terbilang, TakesAnyTextWithoutHarm)
{
    EXPECT_TRUE(rc::check("any sequence of number words is read as said again or refused", [] {
        auto const words = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>("satu", "dua", "nol", "sebelas", "sepuluh", "seratus",
            "seribu", "belas", "puluh", "ratus", "ribu", "juta", "miliar", "triliun", "negatif", "rupiah", "x"));
        std::string text;
        for (auto const& word : words)
            text += word + " ";
        auto const number = parse_terbilang(text);
        if (number.has_value())
            RC_ASSERT(parse_terbilang(terbilang(number.value())) == number);
    }));
}

} // namespace
} // namespace rtkeren
