#include "identifiers/gtin.hpp"
#include "identifiers/licences.hpp"
#include "identifiers/pirt.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace rtkeren::identifiers {
namespace {

Date licence_today()
{
    return Date::of(2026, 1, 1).value();
}

std::string licence_verdict(Inspection const& inspection)
{
    std::string text;
    for (auto const& finding : inspection.findings)
        text += fmt::format("{}{} {}", text.empty() ? "" : ", ", name_of(finding.level), finding.code);
    return text.empty() ? "ok" : text;
}

struct LicenceRow {
    std::string_view typed, verdict, value;
};

TEST(Nib, HasItsPublishedVectors)
{
    constexpr LicenceRow rows[] {
        {"1112210007923", "info nib.issued", "1112210007923"}, {"1607250088288", "info nib.issued", "1607250088288"}, {"1236000502317", "ok", "1236000502317"},
        {"0220303830751", "ok", "0220303830751"}, {"8120004951234", "ok", "8120004951234"}, {"12345678", "error nib.format", "12345678"},
        {"NIB-9120481023912", "ok", "9120481023912"}, {"NIB: 9120 4810 23912", "ok", "9120481023912"}, {"12345678901234", "error nib.format", "12345678901234"},
        {"028901020277600010002", "warn nib.umku", "0289010202776"}, {"9.12048E+12", "error nib.digits_lost", "912048E+12"}, {"", "error nib.format", ""},
    };
    for (auto const& row : rows) {
        auto const nib = inspect_nib(row.typed, licence_today());
        EXPECT_EQ(licence_verdict(nib), row.verdict) << row.typed;
        EXPECT_EQ(nib.value, row.value) << row.typed;
    }
    EXPECT_EQ(inspect_nib("1112210007923", licence_today()).part("issued"), "2021-12-11");
    // Before OSS by risk, or still to come: no hint.
    EXPECT_EQ(licence_verdict(inspect_nib("0308210007923", licence_today())), "ok");
    EXPECT_EQ(licence_verdict(inspect_nib("0201260007923", licence_today())), "ok");
}

TEST(Pirt, HasItsPublishedVectors)
{
    // Judged on 1 January 2026.
    constexpr LicenceRow rows[] {
        {"P-IRT No. 2053374020970-28", "ok", "2053374020970-28"},
        {"P-IRT No. 2153578010488-22", "error pirt.expired", "2153578010488-22"},
        {"2153276010281-21", "error pirt.expired", "2153276010281-21"},
        {"P-IRT No. 2063216010384", "error pirt.format", "2063216010384"},
        {"P-IRT No. 202673019283-21", "error pirt.legacy", "202673019283-21"},
        {"202673019283", "error pirt.legacy", "202673019283"},
        {"2063572010001-28", "ok", "2063572010001-28"},
        {"9063572010001-28", "error pirt.packaging", "9063572010001-28"},
        {"0063572010001-28", "error pirt.packaging", "0063572010001-28"},
        {"2163572010001-28", "error pirt.food", "2163572010001-28"},
        {"2003572010001-28", "error pirt.food", "2003572010001-28"},
        {"2063572000001-28", "error pirt.product", "2063572000001-28"},
        {"2063572010000-28", "error pirt.producer", "2063572010000-28"},
        {"206357201000128", "warn pirt.hyphen", "2063572010001-28"},
        {"2063572010001\xE2\x80\x93" "28", "ok", "2063572010001-28"},
        {"PIRT NO: 2063572010001-28", "ok", "2063572010001-28"},
        {"spp-irt 2063572010001-28", "ok", "2063572010001-28"},
        {"2063572010001-26", "warn pirt.expiring", "2063572010001-26"},
        {"2063572010001-31", "ok", "2063572010001-31"},
        {"2063572010001-32", "error pirt.year", "2063572010001-32"},
        {"2069972010001-28", "error pirt.region", "2069972010001-28"},
        {"2063599010001-28", "warn pirt.region", "2063599010001-28"},
        {"2.06357E+14", "error pirt.digits_lost", "206357E+14"},
        {"", "error pirt.format", ""},
    };
    for (auto const& row : rows) {
        auto const pirt = inspect_pirt(row.typed, licence_today());
        EXPECT_EQ(licence_verdict(pirt), row.verdict) << row.typed;
        EXPECT_EQ(pirt.value, row.value) << row.typed;
    }
}

TEST(Pirt, ShowsItsParts)
{
    auto const bakery = inspect_pirt("P-IRT No. 2053374020970-28", licence_today());
    EXPECT_EQ(bakery.part("packaging_name"), "plastik");
    EXPECT_EQ(bakery.part("food"), "05");
    EXPECT_EQ(bakery.part("region"), "33.74");
    EXPECT_EQ(bakery.part("product"), "02");
    EXPECT_EQ(bakery.part("producer"), "0970");
    EXPECT_EQ(bakery.part("year"), "2028");
    EXPECT_EQ(inspect_pirt("P-IRT No. 2153578010488-22", licence_today()).part("food"), "15");
    EXPECT_EQ(inspect_pirt("2063572010001-28", licence_today()).part("food_name"), "tepung dan hasil olahannya");
    EXPECT_EQ(pirt_packagings().size(), 8U);
    EXPECT_EQ(pirt_foods().size(), 15U);
}

TEST(Pirt, IsJudgedByTheCertificatesOwnDay)
{
    auto verdict = [](std::string_view valid_to) {
        return licence_verdict(inspect_pirt("2063572010001-26", Date::of(2026, 6, 1).value(), Date::parse(valid_to).value()));
    };
    EXPECT_EQ(verdict("2026-06-01"), "warn pirt.expiring");
    EXPECT_EQ(verdict("2026-05-31"), "error pirt.expired");
}

TEST(Pirt, IsComparedWithTheProduct)
{
    auto compared = [](std::string_view packaging, std::string_view food) {
        auto pirt = inspect_pirt("2063572010001-28", licence_today());
        compare_pirt(pirt, packaging, food);
        return licence_verdict(pirt);
    };
    EXPECT_EQ(compared("2", "06"), "ok");
    EXPECT_EQ(compared("", ""), "ok");
    EXPECT_EQ(compared("1", "06"), "warn pirt.product_mismatch");
    EXPECT_EQ(compared("2", "15"), "warn pirt.product_mismatch");
}

TEST(Bpom, HasItsPublishedVectors)
{
    constexpr LicenceRow rows[] {
        {"MD 224510107115", "ok", "MD 224510107115"},
        {"MD240935001200027", "ok", "MD 240935001200027"},
        {"MD 235602169254", "ok", "MD 235602169254"},
        {"BPOM RI MD 224510107115", "ok", "MD 224510107115"},
        {"bpom ri ml 224510107115", "ok", "ML 224510107115"},
        {"272882011400050", "warn bpom.prefix", "272882011400050"},
        {"MD 2245101071", "error bpom.format", "MD2245101071"},
        {"NA18171234567", "error bpom.category", "NA18171234567"},
        {"DKL1234567890A1", "error bpom.format", "DKL1234567890A1"},
        {"P-IRT No. 2053374020970-28", "info bpom.is_pirt", "2053374020970-28"},
        {"", "error bpom.format", ""},
        {"MD", "error bpom.format", "MD"},
    };
    for (auto const& row : rows) {
        auto const bpom = inspect_bpom(row.typed, licence_today());
        EXPECT_EQ(licence_verdict(bpom), row.verdict) << row.typed;
        EXPECT_EQ(bpom.value, row.value) << row.typed;
    }
    EXPECT_EQ(inspect_bpom("P-IRT No. 2053374020970-28", licence_today()).kind, "pirt");
    auto const risk_based = inspect_bpom("MD240935001200027", licence_today());
    EXPECT_EQ(risk_based.part("risk"), "2");
    EXPECT_EQ(risk_based.part("packaging"), "4");
    EXPECT_EQ(risk_based.part("province"), "09");
    EXPECT_EQ(risk_based.part("food"), "35");
    EXPECT_EQ(risk_based.part("product"), "0012");
    EXPECT_EQ(risk_based.part("company"), "00027");
}

TEST(Halal, HasItsPublishedVectors)
{
    constexpr LicenceRow rows[] {
        {"ID35110017058840424", "ok", "ID35110017058840424"},
        {"ID35110000145391021", "ok", "ID35110000145391021"},
        {"ID33110018517710724", "ok", "ID33110018517710724"},
        {"ID32110000474710722", "ok", "ID32110000474710722"},
        {"ID32410029283580925", "ok", "ID32410029283580925"},
        {"ID35110019295530624", "ok", "ID35110019295530624"},
        {"id 3511 0017 0588 40424", "ok", "ID35110017058840424"},
        {"ID3511000182741", "error halal.format", "ID3511000182741"},
        {"ID35110001", "error halal.format", "ID35110001"},
        {"35110000145391021", "error halal.format", "35110000145391021"},
        {"KH-12345", "warn halal.not_bpjph", "KH12345"},
        {"BPJPH ID35110017058840424", "ok", "ID35110017058840424"},
        {"LHU/045/LAB/2023", "error halal.format", "LHU045LAB2023"},
        {"LPPOM-15120001234567", "warn halal.not_bpjph", "LPPOM15120001234567"},
        {"ID35110017058841324", "warn halal.decided", "ID35110017058841324"},
        {"ID35110017058840226", "warn halal.decided", "ID35110017058840226"},
        {"", "error halal.format", ""},
        {"I", "error halal.format", "I"},
    };
    for (auto const& row : rows) {
        auto const halal = inspect_halal(row.typed, licence_today());
        EXPECT_EQ(licence_verdict(halal), row.verdict) << row.typed;
        EXPECT_EQ(halal.value, row.value) << row.typed;
    }
    EXPECT_EQ(inspect_halal("ID35110017058840424", licence_today()).part("decided"), "2024-04");
    EXPECT_EQ(inspect_halal("ID32410029283580925", licence_today()).part("scale"), "4");
}

TEST(Merek, IsRegisteredOrApplied)
{
    for (std::string_view const number : {"IDM001019494", "IDM001047956", "IDM001065975", "IDM001027810", "idm 001027810"}) {
        auto const merek = inspect_merek(number);
        EXPECT_EQ(licence_verdict(merek), "ok") << number;
        EXPECT_EQ(merek.part("status"), "registered");
    }
    EXPECT_EQ(licence_verdict(inspect_merek("DID2023012345")), "ok");
    EXPECT_EQ(inspect_merek("DID2023012345").part("status"), "applied");
    EXPECT_EQ(licence_verdict(inspect_merek("IDM00101949")), "warn merek.unknown");
    EXPECT_EQ(licence_verdict(inspect_merek("dalam proses")), "warn merek.unknown");
    EXPECT_EQ(licence_verdict(inspect_merek(" ")), "error merek.empty");
}

TEST(Gtin, HasItsPublishedVectors)
{
    constexpr LicenceRow rows[] {
        {"73513537", "ok", "73513537"},
        {"9780471117094", "ok", "9780471117094"},
        {"98412345678908", "ok", "98412345678908"},
        {"9506000134352", "ok", "9506000134352"},
        {"09506000134352", "ok", "09506000134352"},
        {"09521234543213", "ok", "09521234543213"},
        {"8995522000015", "info gtin.indonesia", "8995522000015"},
        {"8991234567891", "info gtin.indonesia", "8991234567891"},
        {"2000000000015", "warn gtin.restricted", "2000000000015"},
        {"899123456789", "error gtin.checksum", "899123456789"},
        {"899 1234 567891", "info gtin.indonesia", "8991234567891"},
        {"8991234567892", "error gtin.checksum", "8991234567892"},
        {"12345", "error gtin.format", "12345"},
        {"89912345678AB", "error gtin.format", "89912345678AB"},
        {"0000000000000", "error gtin.format", "0000000000000"},
        {"8.99123E+12", "error gtin.digits_lost", "899123E+12"},
        {"", "error gtin.format", ""},
    };
    for (auto const& row : rows) {
        auto const gtin = inspect_gtin(row.typed);
        EXPECT_EQ(licence_verdict(gtin), row.verdict) << row.typed;
        EXPECT_EQ(gtin.value, row.value) << row.typed;
    }
    EXPECT_EQ(inspect_gtin("8995522000015").part("prefix"), "899");
    EXPECT_EQ(inspect_gtin("73513537").part("form"), "GTIN-8");
    EXPECT_EQ(inspect_gtin("73513537").part("gtin14"), "00000073513537");
}

TEST(Gtin, ReadsDigitalLinks)
{
    constexpr LicenceRow rows[] {
        {"https://id.gs1.org/01/09521234543213", "ok", "09521234543213"},
        {"https://id.gs1.org/01/09521234543213/10/ABC123?17=261231", "ok", "09521234543213"},
        {"https://example.com/products/01/09521234543213", "ok", "09521234543213"},
        {"/01/09506000134352/22/VAR-1/10/LOT-9/21/SN-7", "ok", "09506000134352"},
        {"/01/9506000134352", "ok", "09506000134352"},
        {"/01/09521234543214", "error gtin.checksum", "09521234543214"},
        {"/01/09521234543213?17=261331", "error gtin.date", "09521234543213"},
        {"/01/09521234543213/21/SN/10/LOT", "error gtin.order", "09521234543213"},
        {"/01/09521234543213/10/A/10/B", "error gtin.order", "09521234543213"},
        {"/01/09521234543213/10", "error gtin.link", "09521234543213"},
        {"/01/09521234543213/99/x", "error gtin.link", "09521234543213"},
        {"/01/09521234543213/10/%zz", "error gtin.link", "09521234543213"},
        {"/01/", "error gtin.format", "/01/"},
        {"https://example.com/", "error gtin.link", "https://example.com/"},
    };
    for (auto const& row : rows) {
        auto const gtin = inspect_gtin(row.typed);
        EXPECT_EQ(licence_verdict(gtin), row.verdict) << row.typed;
        EXPECT_EQ(gtin.value, row.value) << row.typed;
    }
    auto const link = inspect_gtin("https://id.gs1.org/01/09521234543213/10/AB%2FC1?17=240200&lang=id&15=261231");
    EXPECT_EQ(link.part("batch"), "AB/C1");
    EXPECT_EQ(link.part("expiry"), "2024-02-29");
    EXPECT_EQ(link.part("best_before"), "2026-12-31");
    EXPECT_EQ(inspect_gtin("/01/9506000134352/21/7").part("link"), "/01/09506000134352/21/7");
}

TEST(Gtin, FindsEveryWrongDigit)
{
    EXPECT_TRUE(rc::check("one changed digit is noticed", [] {
        auto digits = *rc::gen::container<std::string>(12, rc::gen::inRange('0', char('9' + 1)));
        digits += gtin_check_digit(digits);
        auto const at = *rc::gen::inRange<std::size_t>(0, digits.size());
        digits[at] = char('0' + (digits[at] - '0' + *rc::gen::inRange(1, 10)) % 10);
        RC_ASSERT(!inspect_gtin(digits).ok);
    }));
}

} // namespace
} // namespace rtkeren::identifiers
