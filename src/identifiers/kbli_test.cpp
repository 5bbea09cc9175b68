#include "base/text.hpp"
#include "identifiers/kbli.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace rtkeren::identifiers {
namespace {

std::string kbli_verdict(Inspection const& inspection)
{
    std::string text;
    for (auto const& finding : inspection.findings)
        text += (text.empty() ? "" : ", ") + std::string(name_of(finding.level)) + " " + finding.code;
    return text.empty() ? "ok" : text;
}

TEST(Kbli, TheTableIsReadWholeAndSorted)
{
    auto const rows = kbli_rows();
    ASSERT_GE(rows.size(), 50U);
    for (auto const& row : rows) {
        EXPECT_EQ(row.code.size(), 5U) << row.code;
        EXPECT_TRUE(is_digits(row.code)) << row.code;
        EXPECT_FALSE(row.title.empty() || row.title.starts_with('"')) << row.code;
        EXPECT_EQ(find_kbli(row.edition, row.code), &row) << "twice in the file: " << row.code;
    }
    EXPECT_EQ(find_kbli(2020, "10794")->title, "Industri kerupuk, keripik, peyek dan sejenisnya");
    EXPECT_EQ(newest_kbli_edition(), 2025);
}

TEST(Kbli, AnEditionBelongsToEachCode)
{
    struct Row {
        std::string_view typed, verdict, value;
    };
    constexpr Row rows[] {
        {"2020:10710", "warn kbli.reused", "2020:10710"}, {"KBLI 2020 10794", "ok", "2020:10794"}, {"2025/10794", "ok", "2025:10794"},
        {"2020:10793", "warn kbli.reused", "2020:10793"}, {"2025:10793", "warn kbli.reused", "2025:10793"}, {"2025:13133", "warn kbli.reused", "2025:13133"},
        {"2025:13134", "error kbli.other_edition", "2025:13134"}, {"2025:10391", "error kbli.other_edition", "2025:10391"}, {"2020:47242", "error kbli.other_edition", "2020:47242"},
        {"2020:13134", "warn kbli.unsure", "2020:13134"}, {"10794", "warn kbli.edition_missing", "10794"}, {"2015:10710", "error kbli.edition", "2015:10710"},
        {"2020:99999", "error kbli.unknown", "2020:99999"}, {"1071", "error kbli.format", "1071"}, {"kue kering", "error kbli.format", "kue kering"},
        {"", "error kbli.format", ""}, {"10710 10794", "error kbli.format", "10710 10794"},
    };
    for (auto const& row : rows) {
        auto const seen = inspect_kbli(row.typed);
        EXPECT_EQ(kbli_verdict(seen), row.verdict) << row.typed;
        EXPECT_EQ(seen.value, row.value) << row.typed;
    }
    EXPECT_EQ(inspect_kbli("2020:10793").part("title_2025"), "Industri makanan dari kelapa");
}

TEST(Kbli, WhatIsStoredNamesBoth)
{
    EXPECT_EQ(Kbli::parse("2025:10710")->str(), "2025:10710");
    EXPECT_EQ(Kbli::parse("10794").error().fields.front().code, "kbli.edition_missing");
    EXPECT_EQ(Kbli::parse("2025:13134").error().fields.front().code, "kbli.other_edition");
    EXPECT_EQ(Kbli::parse("roti").error().fields.front().name, "kbli");
}

TEST(Kbli, IsOneOfTheInspections)
{
    auto const today = Date::of(2026, 1, 1).value();
    EXPECT_EQ(inspect("kbli", "2025:10710", today)->part("title"), "Industri produk bakeri");
    auto const kinds = inspection_kinds();
    EXPECT_NE(std::ranges::find(kinds, "kbli"), kinds.end());
}

} // namespace
} // namespace rtkeren::identifiers
