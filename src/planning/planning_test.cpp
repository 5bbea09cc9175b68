#include "planning/judge.hpp"
#include "planning/quantity.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace rtkeren::planning {
namespace {

std::string problems_of(workflow::Machine const& machine)
{
    std::string all;
    for (auto const& problem : workflow::check_machine(machine))
        all += problem + "\n";
    return all;
}

TEST(Machine, EveryStateLeadsToAnEnd)
{
    EXPECT_EQ(problems_of(rab_machine()), "");
}

TEST(Quantity, ReadsWhatPeopleAndSpreadsheetsWrite)
{
    for (auto const& [text, thousandths] : {std::pair {"12,5", 12'500}, {"2", 2'000}, {"1.250,75", 1'250'750}, {"12.5", 12'500}, {"0.25", 250},
             {"1.250", 1'250'000}, {" 3,125 ", 3'125 }})
        EXPECT_EQ(Quantity::parse(text).value().thousandths(), thousandths) << text;
    for (auto const* text : {"", "x", "-1", "1,2345", "1.25.5", "12,", ",5", "1,000,000", "1 2"})
        EXPECT_EQ(Quantity::parse(text).error().code, "quantity.format") << text;
    for (auto const* text : {"0", "0,000", "1234567890"})
        EXPECT_EQ(Quantity::parse(text).error().code, "quantity.range") << text;
}

TEST(Quantity, WritesWhatItReads)
{
    EXPECT_EQ(format_quantity(12'500), "12,5");
    EXPECT_EQ(format_quantity(1'250'750), "1.250,75");
    EXPECT_EQ(format_quantity(5), "0,005");
    rc::check([](std::int64_t draw) {
        auto const thousandths = 1 + std::abs(draw % 999'999'999'999);
        RC_ASSERT(Quantity::parse(format_quantity(thousandths)).value().thousandths() == thousandths);
    });
}

TEST(Amount, RoundsHalfARupiahUp)
{
    EXPECT_EQ(line_amount(12'500, 90'000_rp), 1'125'000_rp);
    EXPECT_EQ(line_amount(500, 1_rp), 1_rp);
    EXPECT_EQ(line_amount(499, 1_rp), 0_rp);
    EXPECT_EQ(line_amount(333, 1'000'000_rp), 333'000_rp);
    EXPECT_EQ(line_amount(1'001, 1'500_rp), 1'502_rp);
    EXPECT_EQ(line_amount(999'999'999'999, 1'000'000'000_rp), std::nullopt);
    EXPECT_EQ(line_amount(999, 1'000'000'000'000'000_rp), 999'000'000'000'000_rp);
}

PlanLine line_of_text(std::string envelope, std::int64_t quantity, std::int64_t price)
{
    PlanLine line;
    line.envelope = std::move(envelope);
    line.category = "paving";
    line.item = "Paving";
    line.unit = "m2";
    line.quantity_thousandths = quantity;
    line.unit_price = Rupiah::checked(price);
    line.amount = *line_amount(quantity, line.unit_price);
    return line;
}

rules::MenuItem training()
{
    rules::MenuItem item;
    item.code = "pelatihan_kue";
    item.label = "Pelatihan kue";
    return item;
}

TEST(Shift, TakesAtLeastTheAmountFromTheLargestLines)
{
    auto const item = training();
    auto const lines = shifted(
        {line_of_text("fisik", 10'000, 100'000), line_of_text("fisik", 1'000, 5'000'000)}, {"fisik", "umkm", 1'350'000_rp, &item, {}, "barang", {}});
    ASSERT_TRUE(lines.ok());
    EXPECT_EQ((*lines)[1].unit_price, 3'650'000_rp); // a lump sum costs less
    EXPECT_EQ(lines->back().amount, 1'350'000_rp);
    EXPECT_EQ(lines->back().envelope, "umkm");
    auto const again = shifted(*lines, {"fisik", "umkm", 500'000_rp, &item, {}, "barang", {}});
    ASSERT_EQ(again->size(), 3U);
    EXPECT_EQ(again->back().amount, 1'850'000_rp);
    EXPECT_EQ(shifted({line_of_text("fisik", 1'000, 5)}, {"fisik", "umkm", 6_rp, &item, {}, "barang", {}}).error().code, "planning.shift_too_much");
}

TEST(Shift, NeverLeavesMoreThanAskedAndKeepsTheArithmetic)
{
    auto const item = training();
    rc::check([&](std::vector<std::pair<std::uint16_t, std::uint32_t>> const& draws, std::uint32_t wish) {
        auto lines = std::vector {line_of_text("fisik", 1'000, 10'000)};
        auto planned = 10'000_rp;
        for (auto const& [quantity, price] : draws) {
            auto line = line_of_text("fisik", 500 + quantity, 1 + price);
            if (!line.amount.is_positive())
                continue;
            planned += line.amount;
            lines.push_back(line);
        }
        auto const amount = Rupiah::checked(1 + std::int64_t {wish} % planned.value());
        auto const after = shifted(lines, {"fisik", "umkm", amount, &item, {}, "barang", {}});
        RC_ASSERT(after.ok());
        Rupiah rest;
        for (auto const& line : *after) {
            RC_ASSERT(line.amount == *line_amount(line.quantity_thousandths, line.unit_price));
            RC_ASSERT(line.amount.is_positive());
            if (line.envelope == "fisik")
                rest += line.amount;
        }
        RC_ASSERT(rest <= planned - amount);
        RC_ASSERT(after->back().amount == amount);
    });
}

} // namespace
} // namespace rtkeren::planning
