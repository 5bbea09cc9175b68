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
    auto const word = [](std::string const& place, std::string const& text) {
        return R"(<c r=")" + place + R"(" t="inlineStr"><is><t>)" + text + "</t></is></c>";
    };
    auto const number = [](std::string const& place, std::string const& value) { return R"(<c r=")" + place + R"("><v>)" + value + "</v></c>"; };
    auto const row = [](int index, std::string const& cells) { return R"(<row r=")" + std::to_string(index) + R"(">)" + cells + "</row>"; };
    parts.rows = row(1, word("A1", "RAB RT Keren")) + row(3, word("A3", "Kode RT") + word("B3", "Kategori") + word("C3", "Rincian"))
        + row(4, word("C4", "URAIAN") + word("D4", " Volume ") + word("E4", "Satuan")
        + word("F4", "Harga  Satuan"))
        + row(5, word("A5", "35.72.03.1002.003.002") + word("B5", "paving") + word("C5", "Paving") + number("D5", "12.125") + word("E5", "m2")
        + number("F5", "110000"))
        + row(6, word("B6", "pelatihan_kue") + word("C6", "Honor; dua hari") + word("D6", "2,5") + word("E6", "hari")
        + word("F6", "Rp750.000"));
    parts.after_rows = R"(<mergeCells count="3"><mergeCell ref="A3:A4"/><mergeCell ref="B3:B4"/><mergeCell ref="C3:F3"/></mergeCells>)";
    auto const sheet = sheets::read(plan_sheet(), book_of(documents::make_xlsx(parts)));
    ASSERT_TRUE(sheet.ok()) << sheet.error().code;
    ASSERT_EQ(sheet->lines.size(), 2U);
    auto input = sheets::input_of(plan_sheet(), *sheet, {{"year", "2023"}});
    input["id"] = "01HZZZZZZZZZZZZZZZZZZZZZZZ";
    auto const parsed = operations::parse<ImportPlan>(input);
    ASSERT_TRUE(parsed.ok());
    EXPECT_EQ(parsed->lines[0].quantity.thousandths(), 12'125);
    EXPECT_EQ(parsed->lines[1].unit.str(), "35.72.03.1002.003.002");
    EXPECT_EQ(parsed->lines[1].unit_price, 750'000_rp);
    // What goes back into the form reads as the same rows.
    auto const again = sheets::read(plan_sheet(), book_of(sheets::text_of(plan_sheet(), *sheet)));
    ASSERT_TRUE(again.ok());
    EXPECT_EQ(again->lines[1].texts, sheet->lines[1].texts);
}

TEST(ImportSheet, WrongRowsComeBackWithTheirReason)
{
    auto const book = book_of("Kode unit;Kategori;Uraian;Volume;Satuan;Harga "
                              "satuan\n35.72.03.1002.003.002;paving;Paving;1,2345;m2;1,000,000\n35.72.03.1002.003.002;paving;Pasir;1;m3;90000\n");
    auto sheet = sheets::read(plan_sheet(), book).value();
    auto input = sheets::input_of(plan_sheet(), sheet, {{"year", "2023"}});
    input["id"] = "01HZZZZZZZZZZZZZZZZZZZZZZZ";
    auto const parsed = operations::parse<ImportPlan>(input);
    ASSERT_FALSE(parsed.ok());
    sheets::add_errors(plan_sheet(), sheet, parsed.error().fields);
    EXPECT_EQ(sheet.lines[0].errors.size(), 2U);
    EXPECT_TRUE(sheet.lines[1].errors.empty());
    EXPECT_FALSE(sheet.ok());
    auto const rejected = sheets::rejected_of(plan_sheet(), sheet);
    ASSERT_EQ(rejected.rows.size(), 1U);
    EXPECT_EQ(rejected.columns.back().key, "why");
}

TEST(ImportSheet, TheTemplatesReadAsTheirOwnExamples)
{
    for (auto const* kind : {&plan_sheet(), &price_sheet()}) {
        auto const csv = tables::render(sheets::template_of(*kind), tables::Format::Csv).value();
        auto const sheet = sheets::read(*kind, book_of(csv.bytes));
        ASSERT_TRUE(sheet.ok()) << sheet.error().code;
        ASSERT_EQ(sheet->lines.size(), 2U);
        auto input = sheets::input_of(*kind, *sheet, {{"year", "2023"}});
        input["id"] = "01HZZZZZZZZZZZZZZZZZZZZZZZ";
        auto const reads = kind == &plan_sheet() ? operations::parse<ImportPlan>(input).ok() : operations::parse<ImportPrices>(input).ok();
        EXPECT_TRUE(reads) << kind->filename;
    }
}

} // namespace
} // namespace rtkeren::planning
