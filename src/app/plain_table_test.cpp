#include "app/plain_table.hpp"

#include <gtest/gtest.h>

namespace rtkeren::app {
namespace {

TEST(PlainTable, AlignsFiguresAndSumsThem)
{
    tables::Table table;
    table.title = "Uang 2023";
    table.subtitle = "Per 3 Juli 2023";
    table.columns = {{.key = "name", .label = "Wilayah"}, {.key = "amount", .label = "Sah", .kind = tables::Kind::Rupiah, .total = true}};
    table.add({"Plosokerep", 1'350'000_rp});
    table.add({"Kafé", 50_rp});
    EXPECT_EQ(plain_table(table),
        "Uang 2023. Per 3 Juli 2023\n"
        "\n"
        "Wilayah           Sah\n"
        "---------------------\n"
        "Plosokerep  1.350.000\n"
        "Kafé               50\n"
        "---------------------\n"
        "Jumlah      1.350.050\n");
}

TEST(PlainTable, AnEmptyOneHasItsHeadingsAlone)
{
    tables::Table table;
    table.title = "Uang 2023";
    table.columns = {{.key = "name", .label = "Wilayah"}, {.key = "amount", .label = "Sah", .kind = tables::Kind::Rupiah, .total = true}};
    EXPECT_EQ(plain_table(table), "Uang 2023\n\nWilayah  Sah\n");
}

} // namespace
} // namespace rtkeren::app
