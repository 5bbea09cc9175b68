#include "enterprise/classes.hpp"

#include <gtest/gtest.h>

namespace rtkeren::enterprise {
namespace {

Rupiah rp(std::int64_t amount) { return Rupiah::of(amount).value(); }

TEST(Classes, HaveTheirPublishedVectors)
{
    struct Row {
        std::int64_t sales;
        std::string_view name;
    };
    constexpr Row rows[] {{0, "mikro"}, {2'000'000'000, "mikro"}, {2'000'000'001, "kecil"}, {15'000'000'000, "kecil"}, {15'000'000'001, "menengah"},
        {50'000'000'000, "menengah"}, {50'000'000'001, "besar"}};
    for (auto const& row : rows)
        EXPECT_EQ(class_by_sales(rp(row.sales)), row.name) << row.sales;
    constexpr Row capitals[] {{1'000'000'000, "mikro"}, {1'000'000'001, "kecil"}, {5'000'000'000, "kecil"}, {5'000'000'001, "menengah"}, {10'000'000'000, "menengah"},
        {10'000'000'001, "besar"}};
    for (auto const& row : capitals)
        EXPECT_EQ(class_by_capital(rp(row.sales)), row.name) << row.sales;
}

TEST(Classes, NothingIsNeverMicro)
{
    EXPECT_EQ(classify("2023-01", std::nullopt, std::nullopt).name, "");
    EXPECT_EQ(classify("2023-01", std::nullopt, std::nullopt).basis, "");
    EXPECT_EQ(classify("", rp(5), std::nullopt).name, "") << "without a founding month nobody knows whether capital counts";
    EXPECT_EQ(classify("2019-06", rp(5), std::nullopt).name, "") << "an older business goes by its sales";
}

TEST(Classes, TheBasisIsNamed)
{
    EXPECT_EQ(classify("2021-03", rp(5), rp(3'000'000'000)).basis, "modal");
    EXPECT_EQ(classify("2021-02", rp(5), rp(3'000'000'000)).basis, "penjualan");
    EXPECT_EQ(classify("2021-02", rp(5), rp(3'000'000'000)).name, "kecil");
    EXPECT_EQ(classify("2022-02", std::nullopt, rp(1)).basis, "penjualan");
}

} // namespace
} // namespace rtkeren::enterprise
