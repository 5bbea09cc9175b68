#include "documents/xlsx_for_tests.hpp"
#include "planning/import_rows.hpp"
#include "planning/inputs.hpp"
#include "tables/render.hpp"

#include <gtest/gtest.h>

namespace rtkeren::planning {
namespace {

documents::Workbook book_of(std::string_view bytes)
{
    return documents::read_workbook_bytes(bytes).value();
}

TEST(ImportSheet, ReadsMergedHeadingsNumbersAndUnitsWrittenOnce)
{
    // The heading "Rincian" stands merged over four columns, the unit once for its two rows, volumes as numbers and as text.
    documents::XlsxParts parts;
    parts.rows = R"(<row r="1"><c r="A1" t="inlineStr"><is><t>RAB RT Keren</t></is></c></row>)"
                 R"(<row r="3"><c r="A3" t="inlineStr"><is><t>Kode RT</t></is></c><c r="B3" t="inlineStr"><is><t>Kategori</t></is></c><c r="C3" t="inlineStr"><is><t>Rincian</t></is></c></row>)"
                 R"(<row r="4"><c r="C4" t="inlineStr"><is><t>URAIAN</t></is></c><c r="D4" t="inlineStr"><is><t> Volume </t></is></c><c r="E4" t="inlineStr"><is><t>Satuan</t></is></c><c r="F4" t="inlineStr"><is><t>Harga  Satuan</t></is></c></row>)"
                 R"(<row r="5"><c r="A5" t="inlineStr"><is><t>35.72.03.1002.003.002</t></is></c><c r="B5" t="inlineStr"><is><t>paving</t></is></c><c r="C5" t="inlineStr"><is><t>Paving</t></is></c><c r="D5"><v>12.125</v></c><c r="E5" t="inlineStr"><is><t>m2</t></is></c><c r="F5"><v>110000</v></c></row>)"
                 R"(<row r="6"><c r="B6" t="inlineStr"><is><t>pelatihan_kue</t></is></c><c r="C6" t="inlineStr"><is><t>Honor; dua hari</t></is></c><c r="D6" t="inlineStr"><is><t>2,5</t></is></c><c r="E6" t="inlineStr"><is><t>hari</t></is></c><c r="F6" t="inlineStr"><is><t>Rp750.000</t></is></c></row>)";
    parts.after_rows = R"(<mergeCells count="3"><mergeCell ref="A3:A4"/><mergeCell ref="B3:B4"/><mergeCell ref="C3:F3"/></mergeCells>)";
    auto const sheet = read_sheet(plan_sheet(), book_of(documents::make_xlsx(parts)));
    ASSERT_TRUE(sheet.ok()) << sheet.error().code;
    ASSERT_EQ(sheet->lines.size(), 2U);
    auto input = input_of(plan_sheet(), *sheet, 2023);
    input["id"] = "01HZZZZZZZZZZZZZZZZZZZZZZZ";
    auto const parsed = operations::parse<ImportPlan>(input);
    ASSERT_TRUE(parsed.ok());
    EXPECT_EQ(parsed->lines[0].quantity.thousandths(), 12'125);
    EXPECT_EQ(parsed->lines[1].unit.str(), "35.72.03.1002.003.002");
    EXPECT_EQ(parsed->lines[1].unit_price, 750'000_rp);
    // What goes back into the form reads as the same rows.
    auto const again = read_sheet(plan_sheet(), book_of(text_of(plan_sheet(), *sheet)));
    ASSERT_TRUE(again.ok());
    EXPECT_EQ(again->lines[1].texts, sheet->lines[1].texts);
}

TEST(ImportSheet, WrongRowsComeBackWithTheirReason)
{
    auto const book = book_of("Kode unit;Kategori;Uraian;Volume;Satuan;Harga satuan\n35.72.03.1002.003.002;paving;Paving;1,2345;m2;1,000,000\n35.72.03.1002.003.002;paving;Pasir;1;m3;90000\n");
    auto sheet = read_sheet(plan_sheet(), book).value();
    auto input = input_of(plan_sheet(), sheet, 2023);
    input["id"] = "01HZZZZZZZZZZZZZZZZZZZZZZZ";
    auto const parsed = operations::parse<ImportPlan>(input);
    ASSERT_FALSE(parsed.ok());
    add_errors(plan_sheet(), sheet, parsed.error().fields);
    EXPECT_EQ(sheet.lines[0].errors.size(), 2U);
    EXPECT_TRUE(sheet.lines[1].errors.empty());
    EXPECT_FALSE(sheet.ok());
    auto const rejected = rejected_of(plan_sheet(), sheet);
    ASSERT_EQ(rejected.rows.size(), 1U);
    EXPECT_EQ(rejected.columns.back().key, "why");
}

TEST(ImportSheet, TheTemplatesReadAsTheirOwnExamples)
{
    for (auto const* kind : {&plan_sheet(), &price_sheet()}) {
        auto const csv = tables::render(template_of(*kind), tables::Format::Csv).value();
        auto const sheet = read_sheet(*kind, book_of(csv.bytes));
        ASSERT_TRUE(sheet.ok()) << sheet.error().code;
        ASSERT_EQ(sheet->lines.size(), 2U);
        auto input = input_of(*kind, *sheet, 2023);
        input["id"] = "01HZZZZZZZZZZZZZZZZZZZZZZZ";
        auto const reads = kind == &plan_sheet() ? operations::parse<ImportPlan>(input).ok() : operations::parse<ImportPrices>(input).ok();
        EXPECT_TRUE(reads) << kind->filename;
    }
}

} // namespace
} // namespace rtkeren::planning
