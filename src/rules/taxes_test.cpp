#include "rules/rules.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

namespace rtkeren::rules {
namespace {

std::shared_ptr<Pack const> blitar(int year)
{
    for (auto const& shipped : shipped_packs())
        if (shipped.city == "35.72" && shipped.year == year)
            return Pack::parse(shipped.text).value();
    return nullptr;
}

using Due = std::vector<std::pair<std::string, std::int64_t>>;

Due due(std::string_view kind, Rupiah gross, std::string_view on, TaxAnswers const& answers)
{
    auto const day = Date::parse(on).value();
    Due all;
    for (auto const& tax : taxes_due(kind, gross, day, answers, *blitar(day.year())))
        all.emplace_back(tax.key, tax.amount.value());
    return all;
}

TEST(Taxes, TrainersHonor)
{
    TaxAnswers answers {.supplier_npwp = true};
    EXPECT_EQ(due("honor", 1'600'000_rp, "2023-07-05", answers), (Due {{"pph21_honor", 40'000}}));
    EXPECT_EQ(due("honor", 1'800'000_rp, "2023-07-05", answers), (Due {{"pph21_honor", 45'000}}));
    answers.civil_servant = true;
    answers.civil_rank = 2;
    EXPECT_EQ(due("honor", 1'600'000_rp, "2023-07-05", answers), Due {});
    answers.civil_rank = 3;
    EXPECT_EQ(due("honor", 1'600'000_rp, "2023-07-05", answers), (Due {{"pph21_pns_3", 80'000}}));
    answers.civil_rank = 4;
    EXPECT_EQ(due("honor", 1'600'000_rp, "2023-07-05", answers), (Due {{"pph21_pns_4", 240'000}}));
}

TEST(Taxes, ValueAddedTaxChangedOnTheFirstOfApril2022)
{
    TaxAnswers const answers {.supplier_pkp = true, .supplier_npwp = true};
    EXPECT_EQ(due("barang", 2'200'000_rp, "2022-03-31", answers), (Due {{"ppn", 200'000}, {"pph22", 30'000}}));
    EXPECT_EQ(due("barang", 2'220'000_rp, "2022-04-01", answers), (Due {{"ppn", 220'000}, {"pph22", 30'000}}));
    EXPECT_EQ(due("barang", 2'220'000_rp, "2024-06-01", answers), (Due {{"ppn", 220'000}, {"pph22", 30'000}}));
}

TEST(Taxes, GoodsUpToTwoMillionAreFree)
{
    TaxAnswers const answers {.supplier_pkp = true, .supplier_npwp = true};
    EXPECT_EQ(due("barang", 2'000'000_rp, "2023-06-01", answers), Due {});
    EXPECT_EQ(due("barang", 2'000'001_rp, "2023-06-01", answers).size(), 2U);
    EXPECT_EQ(due("barang", 3'000'000_rp, "2023-06-01", {}), (Due {{"pph22", 90'000}})) << "no NPWP, no PKP";
    EXPECT_EQ(due("barang", 3'000'000_rp, "2023-06-01", {.supplier_npwp = true, .suket_pp55 = true}), (Due {{"pph_final_umkm_barang", 15'000}}));
}

TEST(Taxes, ServicesAndCatering)
{
    EXPECT_EQ(due("sewa_alat", 1'000'000_rp, "2023-06-01", {.supplier_npwp = true}), (Due {{"pph23", 20'000}}));
    EXPECT_EQ(due("sewa_alat", 1'000'000_rp, "2023-06-01", {}), (Due {{"pph23", 40'000}}));
    EXPECT_EQ(due("jasa", 1'000'000_rp, "2023-06-01", {.supplier_npwp = true, .suket_pp55 = true}), (Due {{"pph_final_umkm", 5'000}}));
    EXPECT_EQ(due("konsumsi", 1'100'000_rp, "2023-06-01", {.supplier_npwp = true, .catering = true}), (Due {{"pbjt", 100'000}, {"pph23_katering", 20'000}}));
    EXPECT_EQ(due("konsumsi", 1'100'000_rp, "2023-06-01", {.supplier_npwp = true}), Due {}) << "a warung is no catering";
    EXPECT_EQ(due("sewa_tempat", 500'000_rp, "2023-06-01", {}), (Due {{"pph4_2", 50'000}}));
    EXPECT_EQ(due("transport_peserta", 1'000'000_rp, "2023-06-01", {}), (Due {{"pph21_peserta", 50'000}}));
}

TEST(Taxes, TheCitysTaxGoesToTheCityAndChangedItsName)
{
    auto const on = [](std::string_view day) {
        auto const date = Date::parse(day).value();
        return taxes_due("konsumsi", 1'100'000_rp, date, {.supplier_npwp = true, .catering = true}, *blitar(date.year())).front();
    };
    EXPECT_TRUE(on("2024-01-04").city_tax);
    EXPECT_EQ(on("2024-01-04").label, "Pajak restoran");
    EXPECT_EQ(on("2024-01-05").label, "PBJT makanan dan minuman");
}

TEST(Taxes, DailyWages)
{
    EXPECT_EQ(due("upah", 3'000'000_rp, "2023-06-01", {}), Due {});
    TaxAnswers const above {.supplier_npwp = true, .wages_over_limit = 1'000'000_rp, .days_over_limit = 2};
    EXPECT_EQ(due("upah", 3'000'000_rp, "2023-06-01", above), (Due {{"pph21_upah", 5'000}})) << "5 % of what exceeds 450.000 a day";
    EXPECT_EQ(due("upah", 3'000'000_rp, "2024-06-01", above), (Due {{"pph21_upah", 5'000}})) << "0,5 % of the whole";
    TaxAnswers const absurd {.wages_over_limit = 1'000'000_rp, .days_over_limit = INT64_MAX};
    EXPECT_EQ(due("upah", 3'000'000_rp, "2023-06-01", absurd), Due {});
}

TEST(Taxes, AskOnlyWhatMatters)
{
    auto const pack = blitar(2023);
    auto const day = Date::of(2023, 6, 1).value();
    EXPECT_TRUE(tax_questions("barang", 2'000'000_rp, day, *pack).empty());
    EXPECT_EQ(tax_questions("barang", 2'000'001_rp, day, *pack), (std::vector<std::string> {"supplier_pkp", "suket_pp55", "supplier_npwp"}));
    EXPECT_EQ(tax_questions("honor", 100'000_rp, day, *pack), (std::vector<std::string> {"civil_servant", "civil_rank"}));
    EXPECT_TRUE(tax_questions("bea", 100'000_rp, day, *pack).empty());
}

/// Whatever is answered: never more than the payment, never negative, and no overflow at the ends of money.
TEST(Taxes, StayWithinThePayment)
{
    auto const pack = blitar(2024);
    EXPECT_TRUE(rc::check([&](bool pkp, bool npwp, bool suket, bool catering, bool civil) {
        auto const gross = Rupiah::checked(*rc::gen::inRange<std::int64_t>(1, Rupiah::limit + 1));
        auto const& kind = *rc::gen::elementOf(pack->spend_kinds);
        TaxAnswers const answers {.supplier_pkp = pkp,
            .supplier_npwp = npwp,
            .suket_pp55 = suket,
            .catering = catering,
            .civil_servant = civil,
            .civil_rank = *rc::gen::inRange(0, 6),
            .wages_over_limit = Rupiah::checked(*rc::gen::inRange<std::int64_t>(0, gross.value() + 1)),
            .days_over_limit = *rc::gen::arbitrary<std::int64_t>()};
        Rupiah sum;
        for (auto const& tax : taxes_due(kind.code, gross, Date::of(2024, 5, 1).value(), answers, *pack)) {
            RC_ASSERT(tax.amount.is_positive());
            sum += tax.amount;
        }
        RC_ASSERT(sum < gross || sum.is_zero());
    }));
}

} // namespace
} // namespace rtkeren::rules
