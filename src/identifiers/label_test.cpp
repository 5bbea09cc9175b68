#include "identifiers/label.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace rtkeren::identifiers {
namespace {

Date label_today() { return Date::of(2026, 1, 1).value(); }

std::string label_verdict(Inspection const& label)
{
    std::string text;
    for (auto const& finding : label.findings)
        text += fmt::format("{}{} {}", text.empty() ? "" : ", ", name_of(finding.level), finding.code);
    return text.empty() ? "ok" : text;
}
std::string label_verdict(std::string_view typed) { return label_verdict(inspect_label(typed, label_today())); }

TEST(Label, HasItsPublishedVectors)
{
    constexpr std::pair<std::string_view, std::string_view> rows[] {
        {"Masa simpan: 60 hari; Baik digunakan sebelum 08 2026", "error label.expiry_day"},
        {"Masa simpan: 200 hari; Baik digunakan sebelum Agustus 2026", "ok"},
        {"Masa simpan 60 hari\nBaik digunakan sebelum 12 Agustus 2026", "ok"},
        {"Masa simpan 2 bulan\nBaik digunakan sebelum 08/2026", "error label.expiry_day"},
        {"Komposisi: tepung, gula", "ok"},
        {"Daftar bahan: tepung, gula", "ok"},
        {"Isi: tepung, gula", "warn label.ingredients_heading"},
        {"Isi:", "warn label.ingredients_heading"},
        {"250 gr", "warn label.unit"},
        {"250 g", "ok"},
        {"Berat bersih: 0,5 kg", "ok"},
        {"Isi bersih 600 cc", "warn label.unit"},
        {"Isi: 250 g", "ok"},
        {"Exp: 12/26", "warn label.expiry_wording"},
        {"Baik digunakan sebelum: lihat tutup", "ok"},
        {"Baik digunakan sebelum: besok", "warn label.expiry_unread"},
        {"HALAL", "error label.halal_number"},
        {"Halal ID35110017058840424", "ok"},
        {"Halal ID3511", "error halal.format"},
        {"P-IRT No. 2063572010001-28", "ok"},
        {"P-IRT No. 2063216010384", "error pirt.format"},
        {"BPOM RI MD 224510107115", "ok"},
        {"Diproduksi oleh Dapur Bu Sri", "warn label.address"},
        {"Diproduksi oleh Dapur Bu Sri, Jl. Mawar 7 Blitar", "ok"},
        {"Ingredients: flour", "warn label.language"},
        {"", "error label.empty"},
    };
    for (auto const& [typed, verdict] : rows)
        EXPECT_EQ(label_verdict(typed), verdict) << typed;
}

constexpr std::string_view whole_label = "Bakpia kering keju\nKomposisi: tepung terigu, gula, telur, keju\nMengandung telur, susu, dan gandum\nBerat bersih: 250 g\n"
                                         "Diproduksi oleh Dapur Bu Sri, Jl. Mawar 7 Blitar\nHalal ID35110017058840424\nKode produksi: 0126A\nTanggal produksi: 2 Januari 2026\n"
                                         "Baik digunakan sebelum: 2 Maret 2026\nP-IRT No. 2063572010001-28";

TEST(Label, OfAWholeOneEachItemThatIsMissingIsNamed)
{
    EXPECT_EQ(label_verdict(whole_label), "ok");
    EXPECT_EQ(inspect_label(whole_label, label_today()).part("name"), "Bakpia kering keju");
    constexpr std::pair<std::string_view, std::string_view> items[] {{"Bakpia", "error label.missing_name"}, {"Komposisi", "error label.missing_ingredients"}, {"Berat", "error label.missing_net"},
        {"Diproduksi", "error label.missing_producer"}, {"Kode", "error label.missing_code"}, {"Tanggal", "error label.missing_produced"}, {"Baik", "error label.missing_expiry"},
        {"P-IRT", "error label.missing_permit"}, {"Mengandung", "warn label.allergens"}};
    for (auto const& [begins, verdict] : items) {
        std::string without(whole_label);
        auto const at = without.find(begins);
        auto const end = without.find('\n', at);
        without.erase(at, end == std::string::npos ? std::string::npos : end + 1 - at);
        EXPECT_EQ(label_verdict(without), verdict) << begins;
    }
    EXPECT_EQ(label_verdict(inspect_label("Kerupuk", label_today(), {.whole = true})).substr(0, 31), "error label.missing_ingredients");
}

TEST(Label, IsJudgedByWhatIsKnownOfTheProduct)
{
    std::string without(whole_label);
    without.erase(without.find("Halal"), std::string_view("Halal ID35110017058840424\n").size());
    EXPECT_EQ(label_verdict(inspect_label(without, label_today())), "ok");
    EXPECT_EQ(label_verdict(inspect_label(without, label_today(), {.needs_halal = true})), "warn label.halal_missing");
    without.erase(without.find("\nP-IRT"));
    EXPECT_EQ(label_verdict(inspect_label(without, label_today(), {.needs_permit = false})), "ok");
    EXPECT_EQ(label_verdict(inspect_label("Baik digunakan sebelum 08 2026", label_today(), {.shelf_days = 60})), "error label.expiry_day");
}

TEST(Label, TakesAnyText)
{
    EXPECT_TRUE(rc::check("any bytes are read, and what is read is read the same again", [] {
        auto const text = *rc::gen::container<std::string>(rc::gen::oneOf(rc::gen::arbitrary<char>(), rc::gen::element('\n', ';', ':', 'i', 's', '1', '2', '/', ' ', 'g')));
        auto const seen = inspect_label(text, label_today());
        RC_ASSERT(inspect_label(seen.value, label_today()).ok == seen.ok);
    }));
}

} // namespace
} // namespace rtkeren::identifiers
