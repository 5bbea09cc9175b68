#include "tables/render.hpp"

#include "documents/workbook.hpp"
#include "language/language.hpp"

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <unistd.h>

namespace rtkeren::tables {
namespace {

using testing::HasSubstr;
using testing::Not;

Table example()
{
    Table table;
    table.title = "Belanja RT 05";
    table.as_of = *Instant::parse("2023-10-09T10:30:00.000Z");
    table.columns = {{.key = "what", .label = "Uraian", .sort = "what"}, {.key = "amount", .label = "Jumlah", .kind = Kind::Rupiah, .sort = "amount", .total = true},
        {.key = "date", .label = "Tanggal", .kind = Kind::Date, .hide_on_phone = true}, {.key = "share", .label = "Bagian", .kind = Kind::Percent},
        {.key = "state", .label = "Keadaan", .kind = Kind::Badge}, {.key = "stages", .label = "Tahap", .kind = Kind::StageBar}};
    table.add({"Paving <b>", 1'350'000_rp, *Date::of(2023, 3, 28), BasisPoints(2850), Cell("Sah").tone(Tone::Ok), Cell::Stages {{charts::Stage::Sah, 5_rp}}}).at("/belanja/1").named("01H");
    table.add({"=1+1", -5'000_rp, std::nullopt, BasisPoints(5), std::nullopt, Cell::Stages {{charts::Stage::Cair, 7_rp}}}).toned(Tone::Warn);
    return table;
}

TEST(Html, WritesCellsForDeskAndPhone)
{
    auto page = write_html(example()).str();
    EXPECT_THAT(page, HasSubstr(R"(<div class="scroll" tabindex="0" role="region" aria-label="Belanja RT 05"><table class="table" data-cards><thead><tr><th scope="col" class="first">Uraian</th><th scope="col" class="num">Jumlah</th><th scope="col" class="swap">Tanggal</th>)"));
    EXPECT_THAT(page, HasSubstr(R"(<tr data-href="/belanja/1"><th scope="row" class="first nowrap"><a href="/belanja/1">Paving &lt;b&gt;</a></th><td class="num" data-label="Jumlah">1.350.000</td><td class="swap nowrap" data-label="Tanggal">28 Mar 2023</td><td class="num" data-label="Bagian">28,5 %</td><td data-label="Keadaan"><span class="badge" data-tone="ok">Sah</span></td>)"));
    EXPECT_THAT(page, HasSubstr(R"(<tr data-tone="warn">)"));
    EXPECT_THAT(page, HasSubstr("−5.000"));
    EXPECT_THAT(page, HasSubstr(R"(<td data-label="Keadaan">–</td>)"));
    EXPECT_THAT(page, HasSubstr(R"(<tfoot><tr><th scope="row" class="first">Jumlah</th><td class="num" data-label="Jumlah">1.345.000</td>)"));
    EXPECT_THAT(page, HasSubstr("Angka per 9 Oktober 2023, 17.30 WIB"));
    EXPECT_THAT(page, Not(HasSubstr("style=")));
}

TEST(Html, WritesTheListAroundIt)
{
    auto table = example();
    TableSpec spec {.path = "/belanja", .columns = table.columns, .filters = {{"kel", "Kelurahan", "kelurahan", {{"1", "Plosokerep"}}}}, .search = true, .default_sort = "what", .kept = {{"tahun", "2023"}}};
    auto request = *parse_list_request({{"sort", "what"}, {"kel", "1"}, {"q", "\"x"}}, spec);
    table.next = "tok";
    table.first_page = false;
    auto page = write_html(table, spec, request).str();
    EXPECT_THAT(page, HasSubstr(R"(<form class="filters" method="get" action="/belanja" role="search"><input type="hidden" name="tahun" value="2023">)"));
    EXPECT_THAT(page, HasSubstr("name=\"q\" maxlength=\"100\" value=\"&quot;x\""));
    EXPECT_THAT(page, HasSubstr(R"(<option value="1" selected="selected">Plosokerep</option>)"));
    EXPECT_THAT(page, HasSubstr(R"(<th scope="col" class="first" aria-sort="ascending"><a class="sort" href="/belanja?tahun=2023&amp;q=%22x&amp;kel=1&amp;sort=-what">Uraian</a></th>)"));
    EXPECT_THAT(page, HasSubstr("&amp;format=xlsx"));
    EXPECT_THAT(page, HasSubstr("&amp;after=tok"));
    EXPECT_THAT(page, HasSubstr("Kembali ke awal"));
    EXPECT_THAT(page, HasSubstr("Jumlah halaman ini"));
    EXPECT_THAT(page, HasSubstr("2 baris"));
    table.rows.clear();
    EXPECT_THAT(write_html(table, spec, request).str(), HasSubstr("Tidak ada yang cocok"));
    table.empty_title = "Di sini nanti belanja";
    EXPECT_THAT(write_html(table, spec, *parse_list_request({}, spec)).str(), HasSubstr("Di sini nanti belanja"));
}

TEST(Html, WritesGroupsAndSubtotals)
{
    Table table;
    table.columns = {{.key = "a", .label = "A"}, {.key = "b", .label = "B", .kind = Kind::Integer, .total = true}};
    table.add_group("Fisik");
    table.add({"x", 2});
    table.add({"y", 3});
    table.add_subtotal({"Jumlah fisik", 5});
    auto page = write_html(table).str();
    EXPECT_THAT(page, HasSubstr(R"(<tr data-group="1"><th scope="rowgroup" class="first" colspan="2">Fisik</th></tr>)"));
    EXPECT_THAT(page, HasSubstr(R"(<tr data-subtotal="1"><th scope="row" class="first nowrap">Jumlah fisik</th><td class="num" data-label="B">5</td></tr>)"));
    EXPECT_EQ(std::get<std::int64_t>(table.totals()[1].value()), 5);
    EXPECT_EQ(write_csv(table), "\xEF\xBB\xBFKelompok,A,B\r\nFisik,x,2\r\nFisik,y,3\r\n");
    table.given_totals = {{Cell(), Cell(99)}};
    EXPECT_THAT(write_html(table).str(), HasSubstr(">99</td>"));
}

TEST(Csv, WritesNumbersBareAndGuardsFormulas)
{
    EXPECT_EQ(write_csv(example()),
        "\xEF\xBB\xBFUraian,Jumlah,Tanggal,Bagian,Keadaan,Tahap: Cair,Tahap: Sah\r\n"
        "Paving <b>,1350000,2023-03-28,28.5,Sah,0,5\r\n"
        "'=1+1,-5000,,0.05,,7,0\r\n");
}

TEST(Csv, IsReadBackByOurOwnReader)
{
    rc::check([](std::vector<std::pair<std::string, std::int32_t>> const& rows) {
        Table table;
        table.columns = {{.key = "a", .label = "A"}, {.key = "b", .label = "B", .kind = Kind::Integer}};
        for (auto [text, number] : rows) {
            std::erase_if(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) >= 0x7F; });
            table.add({"x" + text, std::int64_t {number}});
        }
        auto book = documents::read_workbook_bytes(write_csv(table));
        RC_ASSERT(book.ok());
        auto const& sheet = book->sheets[0];
        RC_ASSERT(sheet.rows.size() == rows.size() + 1);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            RC_ASSERT(sheet.rows[i + 1].cells[0].text == std::get<std::string>(table.rows[i].cells[0].value()));
            RC_ASSERT(sheet.rows[i + 1].cells[1].text == std::to_string(rows[i].second));
        }
    });
}

TEST(Json, HasFurtherIdsBesideTheRowsOwn)
{
    Table table;
    table.columns = {{.key = "name", .label = "Nama"}};
    table.add({"Siti"}).named("01H").key("grant", "01J").key("pokmas", "");
    EXPECT_NE(write_json(table).find(R"({"id":"01H","grant":"01J","pokmas":null,"name":"Siti"})"), std::string::npos);
}

TEST(Json, HasTheShapeOfTheApi)
{
    auto table = example();
    table.next = "tok";
    auto value = boost::json::parse(write_json(table));
    EXPECT_EQ(boost::json::serialize(value.at("items").at(0)),
        R"({"id":"01H","what":"Paving <b>","amount":1350000,"date":"2023-03-28","share":2850,"state":"Sah","stages":{"sah":5}})");
    EXPECT_TRUE(value.at("items").at(1).at("date").is_null());
    EXPECT_EQ(value.at("next").as_string(), "tok");
    EXPECT_EQ(value.at("as_of").as_string(), "2023-10-09T10:30:00.000Z");
    EXPECT_EQ(write_json(Table {}), R"({"items":[],"next":null,"as_of":null})");
}

TEST(Xlsx, CarriesNumbersAndDatesAsSuch)
{
    auto bytes = write_xlsx(example());
    ASSERT_TRUE(bytes.ok());
    auto book = documents::read_workbook_bytes(*bytes);
    ASSERT_TRUE(book.ok()) << book.error().code << book.error().detail;
    auto table = documents::find_table(*book, {{"what", {"Uraian"}}, {"amount", {"Jumlah"}}, {"date", {"Tanggal"}}, {"share", {"Bagian"}}, {"cair", {"Tahap: Cair"}}});
    ASSERT_TRUE(table.ok()) << table.error().code;
    EXPECT_EQ(table->sheet, "Belanja RT 05");
    ASSERT_EQ(table->lines.size(), 3U);
    EXPECT_EQ(table->lines[0].cells[0].text, "Paving <b>");
    EXPECT_EQ(table->lines[0].cells[1].kind, documents::CellKind::Number);
    EXPECT_EQ(table->lines[0].cells[1].text, "1350000");
    EXPECT_EQ(table->lines[0].cells[2].date, *Date::of(2023, 3, 28));
    EXPECT_EQ(table->lines[0].cells[3].text, "0.285");
    EXPECT_EQ(table->lines[1].cells[0].text, "=1+1");
    EXPECT_EQ(table->lines[1].cells[4].text, "7");
    EXPECT_EQ(table->lines[2].cells[1].text, "1345000");
}

TEST(Xlsx, KeepsLongNumbersAndOddTitles)
{
    Table table;
    table.title = "RT/RW [2023]: 'daftar' yang namanya panjang sekali";
    table.columns = {{.key = "n", .label = "Nomor", .kind = Kind::Integer}, {.key = "nik", .label = "NIK"}};
    table.add({std::int64_t {1'000'000'000'000'001}, "3572011708900001"});
    auto bytes = write_xlsx(table);
    ASSERT_TRUE(bytes.ok());
    auto found = documents::find_table(*documents::read_workbook_bytes(*bytes), {{"n", {"Nomor"}}, {"nik", {"NIK"}}});
    ASSERT_TRUE(found.ok());
    EXPECT_EQ(found->lines[0].cells[0].text, "1000000000000001");
    EXPECT_EQ(found->lines[0].cells[1].text, "3572011708900001");
    EXPECT_FALSE(found->lines[0].cells[1].lost_digits());
}

TEST(Render, NamesItsFiles)
{
    EXPECT_EQ(render(example(), Format::Csv)->filename, "belanja-rt-05.csv");
    auto table = example();
    table.filename = "Belanja, 2023/Café";
    EXPECT_EQ(render(table, Format::Xlsx)->filename, "belanja-2023-cafe.xlsx");
    EXPECT_EQ(render(table, Format::Json)->content_type, "application/json");
    EXPECT_EQ(render(Table {}, Format::Csv)->filename, "data.csv");
}

TEST(Pdf, PrintsRowsAndTotals)
{
    if (std::system("command -v pdftotext >/dev/null 2>&1") != 0)
        GTEST_SKIP() << "pdftotext (poppler-utils) is not installed";
    auto pdf = render(example(), Format::Pdf, "Kota Blitar");
    ASSERT_TRUE(pdf.ok()) << pdf.error().code << pdf.error().detail;
    std::string path = (std::filesystem::temp_directory_path() / "rtkeren-XXXXXX").string();
    auto file = ::mkstemp(path.data());
    ASSERT_GE(file, 0);
    ::close(file);
    std::ofstream(path, std::ios::binary) << pdf->bytes;
    std::string text;
    auto* pipe = ::popen(("pdftotext -layout " + path + " -").c_str(), "r");
    char buffer[4096];
    for (std::size_t got = 0; (got = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;)
        text.append(buffer, got);
    ::pclose(pipe);
    std::filesystem::remove(path);
    for (auto words : {"Belanja RT 05", "1.350.000", "1.345.000", "28 Mar 2023", "Kota Blitar", "Halaman 1 dari 1", "sah 100"})
        EXPECT_THAT(text, HasSubstr(words));
}

TEST(Pdf, RefusesWhatNobodyPrints)
{
    Table table;
    table.columns = {{.key = "a", .label = "A"}};
    for (int i = 0; i < 5001; ++i)
        table.add({"x"});
    EXPECT_EQ(render(table, Format::Pdf).error().code, "list.too_long");
}

} // namespace
} // namespace rtkeren::tables
