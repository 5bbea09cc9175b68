#include "documents/xlsx_for_tests.hpp"
#include "enterprise/list_dbtest.hpp"

#include <fmt/format.h>

namespace rtkeren::enterprise {
namespace {

std::string word(std::string const& place, std::string const& text) { return R"(<c r=")" + place + R"(" t="inlineStr"><is><t>)" + text + "</t></is></c>"; }
std::string number(std::string const& place, std::string const& value, bool is_day = false)
{
    return R"(<c r=")" + place + R"(")" + (is_day ? R"( s="1")" : "") + "><v>" + value + "</v></c>";
}
std::string row(int at, std::string const& cells) { return R"(<row r=")" + std::to_string(at) + R"(">)" + cells + "</row>"; }

/// As offices send them: a title, two heading rows with merged cells, a place that is merged over its rows, days in three styles.
std::string office_workbook(std::string const& first_nik)
{
    documents::XlsxParts parts;
    parts.styles = R"(<xf numFmtId="0"/><xf numFmtId="14"/>)";
    parts.rows = row(1, word("A1", "DAFTAR PELAKU UMKM KELURAHAN PLOSOKEREP TAHUN 2025")) + row(3, word("A3", "No") + word("B3", "Wilayah") + word("C3", "Pemilik") + word("G3", "Usaha"))
        + row(4, word("C4", "Nama Pemilik") + word("D4", "NIK") + word("E4", "No HP") + word("F4", "Tgl Lahir") + word("G4", "Nama Usaha") + word("H4", "Jenis Usaha") + word("I4", "Tempat Usaha"))
        + row(5, number("A5", "1") + word("B5", "35.72.03.1002.003.001") + word("C5", "Sri Utami") + (first_nik.empty() ? "" : first_nik) + word("E5", "0812-3456-7890") + word("F5", "17/08/1945")
            + word("G5", "Dapur Bu Sri") + word("H5", "Kue kering") + word("I5", "rumah"))
        + row(6, number("A6", "2") + word("C6", "Joko Susilo") + word("E6", "+62 813 1111 2222") + word("F6", "5 Juni 1979") + word("G6", "Warung Joko") + word("H6", "Keripik") + word("I6", "toko"))
        + row(7, number("A7", "3") + word("C7", "Endang Lestari") + word("E7", "62817 2222 3333") + number("F7", "29556", true) + word("G7", "Jahit Endang") + word("H7", "Menjahit") + word("I7", "rumah"));
    parts.after_rows = R"(<mergeCells><mergeCell ref="A3:A4"/><mergeCell ref="B3:B4"/><mergeCell ref="C3:F3"/><mergeCell ref="G3:I3"/><mergeCell ref="B5:B7"/></mergeCells>)";
    return make_xlsx(parts);
}

TEST_F(ListTest, AWorkbookWithTwoHeadingRowsMergedCellsAndThreeStylesOfDays)
{
    auto const done = import(office_workbook(""));
    ASSERT_TRUE(done.ok()) << wrong << done.error().code;
    EXPECT_EQ(fates(*done), "new new new");
    auto const details = [&](std::string_view name) {
        auto const found = look([&](db::ReadTx& tx) { return find_persons(tx, services, name, "", 5); });
        EXPECT_EQ(found.size(), 1U) << name;
        EXPECT_EQ(found.front().region, rt1) << "the place stands once for its rows";
        return look([&](db::ReadTx& tx) { return person_details(tx, city, found.front().id); });
    };
    EXPECT_EQ(details("sri utami").birth_date->iso(), "1945-08-17");
    EXPECT_EQ(details("joko susilo").birth_date->iso(), "1979-06-05");
    EXPECT_EQ(details("endang lestari").birth_date->iso(), "1980-12-01");
}

TEST_F(ListTest, ANikOfWhichASpreadsheetThrewDigitsAwayIsNotGuessed)
{
    EXPECT_FALSE(import(office_workbook(number("D5", "3.57202E+15"))).ok());
    EXPECT_NE(wrong.find("owner_nik import.lost_digits"), std::string::npos) << wrong;
    // A number cell that kept its sixteen digits is read.
    ASSERT_TRUE(import(office_workbook(number("D5", "3572025708450002"))).ok()) << wrong;
    EXPECT_EQ(look([&](db::ReadTx& tx) { return find_persons(tx, services, "3572025708450002", "", 5); }).size(), 1U);
}

/// 3.000 rows, each fifteenth of them written a second time as another clerk would: each row has its fate and no planted one comes in unseen.
TEST_F(ListTest, ThreeThousandRowsWithTwoHundredDoubles)
{
    static constexpr std::array first {"Siti", "Budi", "Rina", "Agus", "Dewi", "Hadi", "Wati", "Eko", "Yuni", "Tono"};
    static constexpr std::array last {"Lestari", "Santoso", "Wulandari", "Prasetyo", "Kusuma", "Hidayat", "Rahayu", "Saputra", "Maharani", "Nugroho"};
    static constexpr std::array goods {"Keripik tempe", "Kue kering", "Jamu", "Batik", "Anyaman", "Sambal", "Sirup", "Tas rajut"};
    std::string csv(heading);
    // A word of three syllables for each number: names that differ as those of a town do.
    static constexpr std::array syllables {"ba", "ke", "di", "go", "lu", "ma", "ne", "pi", "ro", "su", "ta", "we", "yi", "zo", "cu"};
    auto const coined = [](int i) {
        auto const at = [](int n) { return std::string(syllables.at(std::size_t(n) % syllables.size())); };
        return at(i) + at(i / 15 + 7 * i) + at(i / 225 + 4 * i);
    };
    auto const write = [&](int i, bool again) {
        auto owner = std::string(first.at(std::size_t(i) % 10)) + " " + last.at(std::size_t(i / 10) % 10) + " " + coined(i);
        auto shop = fmt::format("{} {}", goods.at(std::size_t(i) % 8), coined(i * 11 + 3));
        auto phone = fmt::format("0813{:08}", 10'000'000 + i * 7);
        if (again) {
            std::ranges::transform(owner, owner.begin(), [](char c) { return c >= 'a' && c <= 'z' ? char(c - 32) : c; });
            shop += " ";
            phone = "+62 " + phone.substr(1, 3) + "-" + phone.substr(4);
        }
        csv += fmt::format("{};;{};;;{};{};;rumah;35.72.03.1002.003.00{};;\n", owner, phone, shop, goods.at(std::size_t(i) % 8), 1 + i % 2);
    };
    for (int i = 0; i < 2800; ++i)
        write(i, false);
    for (int i = 0; i < 200; ++i)
        write(i * 14, true);
    auto const done = import(csv);
    ASSERT_TRUE(done.ok()) << wrong.substr(0, 400);
    auto const& each = done->data.at("fates").as_array();
    ASSERT_EQ(each.size(), 3000U);
    std::size_t seen = 0, others = 0;
    for (std::size_t i = 0; i < each.size(); ++i) {
        auto const is_double = each[i].as_string() == "enterprise.fate_twice" || each[i].as_string() == "enterprise.fate_like";
        (i >= 2800 ? seen : others) += is_double ? 1U : 0U;
    }
    std::cout << "200 planted in 3000 rows: " << seen << " found, " << others << " others named\n";
    EXPECT_GE(seen, 198U);
    EXPECT_LE(others, 300U) << "of the first ones hardly more than have a double";
    EXPECT_EQ(done->data.at("entered").to_number<std::int64_t>() + done->data.at("twice").to_number<std::int64_t>(), 3000);
}

} // namespace
} // namespace rtkeren::enterprise
