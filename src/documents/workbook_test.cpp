#include "documents/workbook.hpp"

#include "documents/cells.hpp"
#include "documents/xlsx_for_tests.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <random>

namespace rtkeren::documents {
namespace {

Workbook book_of(std::string const& bytes)
{
    auto book = read_workbook_bytes(bytes);
    EXPECT_TRUE(book.ok()) << (book.ok() ? "" : book.error().code + " " + book.error().detail);
    return book.ok() ? *book : Workbook {};
}

std::string refusal(std::string const& bytes, WorkbookLimits const& limits = {})
{
    auto book = read_workbook_bytes(bytes, limits);
    return book.ok() ? "ok" : book.error().code;
}

TEST(Xlsx, ReadsEveryKindOfCell)
{
    XlsxParts parts;
    parts.shared_strings = R"(<si><t xml:space="preserve">Paving </t></si><si><r><t>Jalan </t></r><r><t>RT 05</t></r><rPh><t>x</t></rPh></si>)";
    parts.number_formats = R"(<numFmt numFmtId="164" formatCode="[$-421]dd\ mmmm\ yyyy;@"/><numFmt numFmtId="165" formatCode="&quot;d&quot;#,##0"/>)";
    parts.styles = R"(<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/>)";
    parts.rows = R"(<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="inlineStr"><is><t>a_x000A_b</t></is></c><c r="E2" s="1"><v>45213</v></c></row>)"
                 R"(<row r="4"><c r="A4" s="2"><v>45213.75</v></c><c r="B4" s="3"><v>1.5E7</v></c><c r="C4" t="b"><v>1</v></c><c r="D4" t="e"><v>#REF!</v></c>)"
                 R"(<c r="E4" t="str"><f>A1</f><v>hasil</v></c><c r="F4"><f>1+1</f><v>2</v></c><c r="G4"><v>3.57201E+15</v></c><c r="H4"><v>3572011708900001</v></c></row>)";
    auto sheet = book_of(make_xlsx(parts)).sheets.at(0);
    ASSERT_EQ(sheet.rows.size(), 2U);
    auto const& first = sheet.rows[0];
    EXPECT_EQ(first.number, 2);
    EXPECT_EQ(first.cells[0].text, "Paving ");
    EXPECT_EQ(first.cells[1].text, "Jalan RT 05");
    EXPECT_EQ(first.cells[2].text, "a\nb");
    EXPECT_TRUE(first.cells[3].empty());
    EXPECT_EQ(first.cells[4].text, "2023-10-14");
    EXPECT_EQ(first.cells[4].raw, "45213");
    auto const& second = sheet.rows[1];
    EXPECT_EQ(second.number, 4);
    EXPECT_EQ(second.cells[0].text, "2023-10-14");
    EXPECT_EQ(second.cells[1].text, "15000000");
    EXPECT_EQ(second.cells[1].raw, "1.5E7");
    EXPECT_EQ(second.cells[2].kind, CellKind::Bool);
    EXPECT_EQ(second.cells[3].kind, CellKind::Error);
    EXPECT_EQ(second.cells[4].text, "hasil");
    EXPECT_EQ(second.cells[5].text, "2");
    EXPECT_TRUE(second.cells[6].lost_digits());
    EXPECT_TRUE(second.cells[7].lost_digits());
    EXPECT_FALSE(second.cells[1].lost_digits());
}

TEST(Xlsx, CountsFrom1904AndUnderstandsPrefixes)
{
    XlsxParts parts;
    parts.workbook_properties = R"(<workbookPr date1904="1"/>)";
    parts.styles = R"(<xf numFmtId="14"/>)";
    parts.rows = R"(<x:row r="1"><x:c r="A1" s="0"><x:v>0</x:v></x:c></x:row>)";
    parts.sheet_open = R"(<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>)";
    parts.sheet_close = "</x:sheetData></x:worksheet>";
    EXPECT_EQ(book_of(make_xlsx(parts)).sheets.at(0).rows.at(0).cells.at(0).text, "1904-01-01");
}

TEST(Xlsx, SpreadsMergedCells)
{
    XlsxParts parts;
    parts.rows = R"(<row r="1"><c r="A1" t="inlineStr"><is><t>Dana</t></is></c></row><row r="2"><c r="C2"><v>1</v></c></row>)";
    parts.after_rows = R"(<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="A1"/><mergeCell ref="ZZZZ9:A1"/><mergeCell ref="D1:D1048576"/></mergeCells>)";
    auto sheet = book_of(make_xlsx(parts)).sheets.at(0);
    EXPECT_FALSE(sheet.rows[0].cells[0].repeated);
    EXPECT_TRUE(sheet.rows[0].cells[1].repeated);
    EXPECT_EQ(sheet.rows[1].cells[0].text, "Dana");
    EXPECT_EQ(sheet.rows[1].cells[2].text, "1");
}

TEST(Xlsx, RefusesWhatIsTooLarge)
{
    XlsxParts parts;
    parts.rows = R"(<row r="50001"><c r="A50001"><v>1</v></c></row>)";
    EXPECT_EQ(refusal(make_xlsx(parts)), "document.workbook_limit");
    parts.rows = R"(<row r="1"><c r="XFD1"><v>1</v></c></row>)";
    EXPECT_EQ(refusal(make_xlsx(parts)), "document.workbook_limit");
    parts.rows = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>" + std::string(5'000'000, ' ');
    EXPECT_EQ(refusal(make_xlsx(parts)), "document.workbook_limit") << "a bomb: much from little";
    parts.rows = R"(<row r="1"><c r="XFD1" s="3"/><c r="A1"><v>1</v></c></row>)";
    EXPECT_EQ(refusal(make_xlsx(parts)), "ok") << "an empty cell far away is only a format";
    EXPECT_EQ(refusal(make_xlsx(parts), {.entries = 2}), "document.workbook_limit");
    EXPECT_EQ(refusal(make_xlsx(parts), {.unpacked_bytes = 100}), "document.workbook_limit");
    EXPECT_EQ(refusal(make_xlsx(parts), {.file_bytes = 10}), "document.workbook_limit");
}

TEST(Workbook, RefusesFilesThatAreNotWhatTheirNameSays)
{
    EXPECT_EQ(refusal("%PDF-1.7\n"), "document.not_a_workbook");
    EXPECT_EQ(refusal("\xFF\xD8\xFF\xE0 jpeg"), "document.not_a_workbook");
    EXPECT_EQ(refusal("<html><table><tr><td>1</td></tr></table></html>"), "document.not_a_workbook");
    EXPECT_EQ(refusal(std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) + "old"), "document.not_a_workbook");
    EXPECT_EQ(refusal(std::string("\xD0\xCF\x11\xE0", 4) + std::string("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32)), "document.workbook_locked");
    EXPECT_EQ(refusal("PK\x03\x04 broken"), "document.not_a_workbook");
    EXPECT_EQ(refusal(std::string("a\0b", 3)), "document.not_a_workbook");
    EXPECT_EQ(refusal(""), "document.workbook_empty");
    EXPECT_EQ(refusal("\n\n;;\n"), "document.workbook_empty");
    EXPECT_EQ(read_workbook("/no/such/file.xlsx").error().code, "document.unreadable");
}

TEST(Csv, FindsTheDelimiterAndTheEncoding)
{
    EXPECT_EQ(book_of("a;b,c;d\n1;2,5;3\n").sheets[0].rows[0].cells.size(), 3U);
    EXPECT_EQ(book_of("a,b\r\n1,2\r\n").sheets[0].rows[1].cells[1].text, "2");
    EXPECT_EQ(book_of("a\tb\n1\t2").sheets[0].rows[1].cells[1].text, "2");
    EXPECT_EQ(book_of("sep=;\na;b,b,b\n").sheets[0].rows[0].cells[1].text, "b,b,b");
    EXPECT_EQ(book_of("\xEF\xBB\xBFnama\nSri\n").sheets[0].rows[0].cells[0].text, "nama");
    EXPECT_EQ(book_of("Caf\xE9;\x93x\x94\n").sheets[0].rows[0].cells[0].text, "Café");
    EXPECT_EQ(book_of("\"a \"\"b\"\"\nc\",d\n").sheets[0].rows[0].cells[0].text, "a \"b\"\nc");
    EXPECT_EQ(book_of("\"never closed,x\n").sheets[0].rows[0].cells.size(), 1U);
    EXPECT_TRUE(book_of("nik\n\"3,57201E+15\"\n").sheets[0].rows[1].cells[0].lost_digits());
}

TEST(Csv, ReadsBackWhatWasWritten)
{
    rc::check([](std::vector<std::vector<std::string>> table) {
        std::string text;
        for (auto& row : table) {
            row.insert(row.begin(), "x"); // no row is blank, and the comma decides
            row.emplace_back("y");
            for (std::size_t i = 0; i < row.size(); ++i) {
                std::erase_if(row[i], [](char c) { return static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) >= 0x7F || c == ';'; });
                text += i > 0 ? "," : "";
                text += '"';
                for (char c : row[i])
                    text += c == '"' ? std::string("\"\"") : std::string(1, c);
                text += '"';
            }
            text += "\r\n";
        }
        if (table.empty())
            return;
        auto book = read_workbook_bytes(text);
        RC_ASSERT(book.ok());
        RC_ASSERT(book->sheets[0].rows.size() == table.size());
        for (std::size_t i = 0; i < table.size(); ++i) {
            RC_ASSERT(book->sheets[0].rows[i].cells.size() == table[i].size());
            for (std::size_t j = 0; j < table[i].size(); ++j)
                RC_ASSERT(book->sheets[0].rows[i].cells[j].text == table[i][j]);
        }
    });
}

TEST(Cells, KnowsDates)
{
    for (auto code : {"dd/mm/yyyy", "d-mmm-yy", "mmmm", "[$-421]dd mmmm yyyy;@", "yyyy\"-\"mm"})
        EXPECT_TRUE(is_date_format(code)) << code;
    for (auto code : {"h:mm", "[h]:mm:ss", "General", "#,##0", "\"d\"0", "[Red]0", "0.00E+00", "mm:ss", "_(* #,##0_)", "[Yellow]0"})
        EXPECT_FALSE(is_date_format(code)) << code;
    EXPECT_EQ(date_of_serial("1", false)->iso(), "1900-01-01");
    EXPECT_EQ(date_of_serial("59", false)->iso(), "1900-02-28");
    EXPECT_EQ(date_of_serial("61", false)->iso(), "1900-03-01");
    EXPECT_FALSE(date_of_serial("60", false)) << "29 February 1900 never was";
    EXPECT_FALSE(date_of_serial("-1", false));
    EXPECT_FALSE(date_of_serial("1e300", false));
    EXPECT_FALSE(date_of_serial("nan", false));
}

TEST(Cells, KeepsNumbersAsTheyWereUnlessNothingIsLost)
{
    EXPECT_EQ(plain_number("1.5E7"), "15000000");
    EXPECT_EQ(plain_number("-2E3"), "-2000");
    EXPECT_EQ(plain_number("42.0"), "42");
    EXPECT_EQ(plain_number("3.57201E+15"), "3.57201E+15");
    EXPECT_EQ(plain_number("1.25"), "1.25");
    EXPECT_EQ(plain_number("1E-3"), "1E-3");
    EXPECT_EQ(plain_number("0E5"), "0");
}

TEST(FindTable, FindsOneHeadingRowBelowATitle)
{
    auto book = book_of("DAFTAR RT;;;\n;;;\nNo;Nama_RT;KETUA rt;Catatan\n(1);(2);(3);(4)\n1;RT 01;Sri;x\n;;;\n2;RT 02;Budi;\n");
    auto table = find_table(book, {{"name", {"Nama RT", "RT"}}, {"head", {"Ketua", "Ketua RT"}}, {"phone", {"HP"}, false}});
    ASSERT_TRUE(table.ok());
    EXPECT_EQ(table->heading_row, 3);
    EXPECT_EQ(table->headings, (std::vector<std::string> {"Nama_RT", "KETUA rt", ""}));
    EXPECT_EQ(table->unknown, (std::vector<std::string> {"No", "Catatan"}));
    ASSERT_EQ(table->lines.size(), 2U);
    EXPECT_EQ(table->lines[1].number, 7);
    EXPECT_EQ(table->lines[1].cells[1].text, "Budi");
    EXPECT_TRUE(table->lines[1].cells[2].empty());
}

TEST(FindTable, JoinsTwoHeadingRows)
{
    XlsxParts parts;
    auto word = [](std::string const& place, std::string const& text) { return R"(<c r=")" + place + R"(" t="inlineStr"><is><t>)" + text + "</t></is></c>"; };
    parts.rows = R"(<row r="1">)" + word("A1", "RT") + word("B1", "Dana") + R"(</row><row r="2">)" + word("B2", "Fisik") + word("C2", "UMKM") + R"(</row><row r="3">)" + word("A3", "RT 01")
        + R"(<c r="B3"><v>35000000</v></c><c r="C3"><v>15000000</v></c></row>)";
    parts.after_rows = R"(<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/></mergeCells>)";
    auto table = find_table(book_of(make_xlsx(parts)), {{"rt", {"RT"}}, {"works", {"Dana Fisik"}}, {"umkm", {"UMKM"}}});
    ASSERT_TRUE(table.ok()) << table.error().code;
    EXPECT_EQ(table->heading_row, 2);
    ASSERT_EQ(table->lines.size(), 1U);
    EXPECT_EQ(table->lines[0].cells[1].text, "35000000");
    EXPECT_EQ(table->lines[0].cells[2].text, "15000000");
}

TEST(FindTable, SaysWhatIsMissingOrTwice)
{
    auto missing = find_table(book_of("Nama;Alamat\nSri;x\n"), {{"name", {"Nama"}}, {"nik", {"NIK"}}, {"phone", {"No HP"}}});
    ASSERT_FALSE(missing.ok());
    EXPECT_EQ(missing.error().code, "import.heading_missing");
    ASSERT_EQ(missing.error().fields.size(), 2U);
    EXPECT_EQ(missing.error().fields[0].name, "nik");
    EXPECT_EQ(find_table(book_of("Nama;nama\nSri;x\n"), {{"name", {"Nama"}}}).error().code, "import.heading_twice");
    EXPECT_EQ(find_table(book_of("x;y\n1;2\n"), {{"name", {"Nama"}}}).error().code, "import.no_heading");
    EXPECT_EQ(find_table(book_of("Nama\n"), {{"name", {"Nama"}}}).error().code, "import.no_rows");
}

/// Wherever the heading stands and however its columns are ordered, each value comes back under its key with its row number.
TEST(FindTable, FindsColumnsInAnyOrder)
{
    rc::check([] {
        std::vector<Wanted> wanted {{"a", {"Nama Pokmas"}}, {"b", {"Jumlah (Rp)"}}, {"c", {"Tanggal"}}};
        std::vector<std::string> const shown {"NAMA  pokmas", "jumlah_rp", "Tanggal"};
        std::vector<std::size_t> order {0, 1, 2};
        auto seed = *rc::gen::arbitrary<unsigned>();
        std::shuffle(order.begin(), order.end(), std::mt19937(seed));
        auto above = *rc::gen::inRange(0, 20);
        auto count = *rc::gen::inRange(1, 10);
        std::string text;
        for (int i = 0; i < above; ++i)
            text += "judul;;\n";
        for (auto column : order)
            text += shown[column] + ";";
        text += "\n";
        for (int i = 0; i < count; ++i) {
            for (auto column : order)
                text += "v" + std::to_string(column) + "." + std::to_string(i) + ";";
            text += "\n";
        }
        auto book = read_workbook_bytes(text);
        RC_ASSERT(book.ok());
        auto table = find_table(*book, wanted);
        RC_ASSERT(table.ok());
        RC_ASSERT(table->heading_row == above + 1);
        RC_ASSERT(int(table->lines.size()) == count);
        for (int i = 0; i < count; ++i) {
            RC_ASSERT(table->lines[std::size_t(i)].number == above + 2 + i);
            for (std::size_t column = 0; column < 3; ++column)
                RC_ASSERT(table->lines[std::size_t(i)].cells[column].text == "v" + std::to_string(column) + "." + std::to_string(i));
        }
    });
}

/// Damaged files are refused or read, never more than that.
TEST(Xlsx, SurvivesDamage)
{
    XlsxParts parts;
    parts.shared_strings = "<si><t>Nama</t></si>";
    parts.rows = R"(<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2"><v>5</v></c></row>)";
    parts.after_rows = R"(<mergeCells><mergeCell ref="A1:B2"/></mergeCells>)";
    for (bool packed : {true, false}) {
        auto const valid = make_xlsx(parts, packed);
        std::mt19937 random(20231009);
        for (int round = 0; round < 2000; ++round) {
            auto bytes = valid;
            if (round % 5 == 0)
                bytes.resize(random() % bytes.size());
            for (auto changes = random() % 8; changes > 0 && !bytes.empty(); --changes)
                bytes[random() % bytes.size()] = char(random() % 256);
            auto book = read_workbook_bytes(bytes);
            if (book.ok())
                (void)find_table(*book, {{"name", {"Nama"}}});
        }
    }
}

/// The same for the parts inside: the ZIP is sound, the XML is not.
TEST(Xlsx, SurvivesDamagedParts)
{
    std::mt19937 random(7);
    std::string const rows = R"(<row r="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>x</t></is></c></row><row r="2"><c r="A2" s="0"><v>45213.5</v></c></row>)";
    std::string const merges = R"(<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="A2:C9"/></mergeCells>)";
    for (int round = 0; round < 1000; ++round) {
        XlsxParts parts;
        parts.shared_strings = "<si><t>Nama</t></si>";
        parts.styles = R"(<xf numFmtId="14"/>)";
        parts.rows = rows;
        parts.after_rows = merges;
        for (auto* text : {&parts.rows, &parts.after_rows, &parts.styles}) {
            for (int changes = 0; changes < 3; ++changes)
                (*text)[random() % text->size()] = char(random() % 128);
        }
        auto book = read_workbook_bytes(make_xlsx(parts, false));
        if (book.ok())
            (void)find_table(*book, {{"name", {"Nama"}}});
    }
}

} // namespace
} // namespace rtkeren::documents
