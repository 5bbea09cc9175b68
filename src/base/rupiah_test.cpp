#include "base/rupiah.hpp"

#include <gtest/gtest.h>
#include <numeric>
#include <rapidcheck.h>

namespace rtkeren {
namespace {

constexpr auto rupiah_limit = Rupiah::limit;

rc::Gen<std::int64_t> any_amount()
{
    return rc::gen::weightedOneOf<std::int64_t>({
        {4, rc::gen::inRange<std::int64_t>(-100'000'000, 100'000'000)},
        {2, rc::gen::inRange<std::int64_t>(-rupiah_limit, rupiah_limit + 1)},
        {1, rc::gen::element<std::int64_t>(0, 1, -1, rupiah_limit, -rupiah_limit)},
    });
}

std::string parsed(std::string_view text, Negative negative = Negative::Refuse)
{
    auto const amount = parse_rupiah(text, negative);
    return amount.ok() ? std::to_string(amount->value()) : amount.error().code;
}

TEST(Rupiah, RefusesBeyondTheLimit)
{
    EXPECT_TRUE(Rupiah::of(rupiah_limit));
    EXPECT_FALSE(Rupiah::of(rupiah_limit + 1));
    EXPECT_FALSE(Rupiah::of(-rupiah_limit - 1));
    EXPECT_FALSE(checked_add(Rupiah::checked(rupiah_limit), 1_rp));
    EXPECT_EQ(checked_add(2_rp, 3_rp), std::optional(5_rp));
    EXPECT_DEATH((void)Rupiah::checked(rupiah_limit + 1), "CHECK");
}

TEST(Rupiah, AddsWithinBoundsOrNotAtAll)
{
    EXPECT_TRUE(rc::check("a sum is exact or refused", [] {
        auto const a = *any_amount();
        auto const b = *any_amount();
        auto const sum = checked_add(*Rupiah::of(a), *Rupiah::of(b));
        auto const within = std::abs(a + b) <= rupiah_limit;
        RC_ASSERT(sum.has_value() == within);
        if (within) {
            RC_ASSERT(sum->value() == a + b);
            RC_ASSERT(*sum - *Rupiah::of(b) == *Rupiah::of(a));
            RC_ASSERT((-*sum).value() == -(a + b));
        }
    }));
}

TEST(Rupiah, ReadsWhatPeopleAndOfficesType)
{
    struct Row {
        std::string_view text, expected;
    };
    // What offices write, and the bad input of the forms.
    constexpr Row rows[] {
        {"Rp1.000.000,00", "1000000"},
        {"1.500.000", "1500000"},
        {"Rp 15.000", "15000"},
        {"15000", "15000"},
        {"rp15.000", "15000"},
        {"Rp. 15.000,-", "15000"},
        {"Rp\xC2\xA0"
         "1.000",
            "1000"},
        {" 750 ", "750"},
        {"0", "0"},
        {"1.000.000.000.000.000", "1000000000000000"},
        {"15.00", "rupiah.format"},
        {"1,5 juta", "rupiah.format"},
        {"1,000,000", "rupiah.format"},
        {"1.00", "rupiah.format"},
        {"1.0000", "rupiah.format"},
        {"Rp 15.000,50", "rupiah.format"},
        {"", "rupiah.format"},
        {"Rp", "rupiah.format"},
        {"seribu", "rupiah.format"},
        {"1e6", "rupiah.format"},
        {"0.500", "rupiah.format"},
        {"1..000", "rupiah.format"},
        {".000", "rupiah.format"},
        {"1.000.", "rupiah.format"},
        {"--5", "rupiah.format"},
        {"+5", "rupiah.format"},
        {"15 000", "rupiah.format"},
        {"-Rp5.000", "rupiah.negative"},
        {"Rp-5.000", "rupiah.negative"},
        {"-1", "rupiah.negative"},
        {"1.000.000.000.000.001", "rupiah.range"},
        {"99999999999999999999999", "rupiah.range"},
    };
    for (auto const& row : rows)
        EXPECT_EQ(parsed(row.text), row.expected) << row.text;
    EXPECT_EQ(parsed("-Rp5.000", Negative::Allow), "-5000");
    EXPECT_EQ(parsed("Rp-5.000", Negative::Allow), "-5000");
    EXPECT_EQ(parsed("\xE2\x88\x92" "5.000", Negative::Allow), "-5000");
}

TEST(Rupiah, WritesForDocumentsTablesAndHeadlines)
{
    EXPECT_EQ(format_rupiah(1'350'000_rp), "Rp1.350.000");
    EXPECT_EQ(format_rupiah(-5'000_rp), "-Rp5.000");
    EXPECT_EQ(format_rupiah(0_rp), "Rp0");
    EXPECT_EQ(format_rupiah(999_rp), "Rp999");
    EXPECT_EQ(format_number(1'350'000), "1.350.000");
    EXPECT_EQ(format_number(-1000), "-1.000");
    EXPECT_EQ(format_number(INT64_MIN), "-9.223.372.036.854.775.808");
    EXPECT_EQ(format_rupiah_short(22'050'000'000_rp), "Rp22,05 miliar");
    EXPECT_EQ(format_rupiah_short(805'000'000_rp), "Rp805 juta");
    EXPECT_EQ(format_rupiah_short(31'500'000'000_rp), "Rp31,5 miliar");
    EXPECT_EQ(format_rupiah_short(999'999'999_rp), "Rp1 miliar");
    EXPECT_EQ(format_rupiah_short(12'345'678'900'000_rp), "Rp12,35 triliun");
    EXPECT_EQ(format_rupiah_short(950'000_rp), "Rp950.000");
    EXPECT_EQ(format_rupiah_short(-1'500'000_rp), "-Rp1,5 juta");
}

TEST(Rupiah, IsReadAsItWasWritten)
{
    EXPECT_TRUE(rc::check("parse(format(x)) = x", [] {
        auto const amount = *Rupiah::of(*any_amount());
        RC_ASSERT(parse_rupiah(format_rupiah(amount), Negative::Allow).value() == amount);
    }));
}

TEST(Rupiah, TakesPortions)
{
    EXPECT_EQ(portion_of(50'000'000_rp, BasisPoints(3000), Rounding::Down), 15'000'000_rp);
    EXPECT_EQ(portion_of(999_rp, BasisPoints(150), Rounding::Down), 14_rp); // 14,985
    EXPECT_EQ(portion_of(999_rp, BasisPoints(150), Rounding::Up), 15_rp);
    EXPECT_EQ(portion_of(100_rp, BasisPoints(50), Rounding::HalfUp), 1_rp); // 0,5
    EXPECT_EQ(portion_of(-999_rp, BasisPoints(150), Rounding::Down), -14_rp);
    EXPECT_EQ(portion_of(Rupiah::checked(rupiah_limit), BasisPoints(10'000), Rounding::Up), Rupiah::checked(rupiah_limit));
}

TEST(Rupiah, AllocatesByLargestRemainder)
{
    auto split = [](std::int64_t total, std::vector<std::int64_t> const& weights) {
        std::vector<std::int64_t> values;
        for (auto part : allocate(Rupiah::checked(total), weights))
            values.push_back(part.value());
        return values;
    };
    using Values = std::vector<std::int64_t>;
    EXPECT_EQ(split(100, {1, 1, 1}), (Values {34, 33, 33}));
    EXPECT_EQ(split(-100, {1, 1, 1}), (Values {-34, -33, -33}));
    EXPECT_EQ(split(10, {7, 0, 2}), (Values {8, 0, 2}));
    EXPECT_EQ(split(0, {1, 2}), (Values {0, 0}));
    EXPECT_DEATH(split(1, {0, 0}), "CHECK");
    EXPECT_DEATH(split(1, {2, -1}), "CHECK");
}

TEST(Rupiah, AllocationIsFairAndComplete)
{
    EXPECT_TRUE(rc::check("parts sum to the total, each within one of its exact share", [] {
        auto const total = *any_amount();
        auto const weights = *rc::gen::nonEmpty(rc::gen::container<std::vector<std::int64_t>>(
            rc::gen::oneOf(rc::gen::inRange<std::int64_t>(0, 100), rc::gen::inRange<std::int64_t>(0, INT64_MAX / 1000))));
        RC_PRE(weights.size() < 1000);
        auto const sum = std::accumulate(weights.begin(), weights.end(), std::int64_t {0});
        RC_PRE(sum > 0);
        auto const parts = allocate(Rupiah::checked(total), weights);
        std::int64_t given = 0;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            given += parts[i].value();
            auto const exact = static_cast<long double>(total) * static_cast<long double>(weights[i]) / static_cast<long double>(sum);
            RC_ASSERT(std::abs(static_cast<long double>(parts[i].value()) - exact) < 1.001L);
            RC_ASSERT(weights[i] > 0 || parts[i].is_zero());
        }
        RC_ASSERT(given == total);
    }));
}

} // namespace
} // namespace rtkeren
