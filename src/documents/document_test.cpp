#include "documents/document.hpp"

#include "documents/jpeg.hpp"

#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <unistd.h>

namespace rtkeren::documents {
namespace {

/// A folder of this test alone, with the fonts of the program.
std::string const& test_folder()
{
    static std::string const folder = [] {
        std::string name = (std::filesystem::temp_directory_path() / "rtkeren-documents-XXXXXX").string();
        EXPECT_NE(::mkdtemp(name.data()), nullptr);
        EXPECT_TRUE(use_fonts(name + "/fonts").ok());
        return name;
    }();
    return folder;
}

struct RemoveFolder : testing::Environment {
    void TearDown() override
    {
        std::error_code ignored;
        std::filesystem::remove_all(test_folder(), ignored);
    }
};
testing::Environment* const remove_folder = testing::AddGlobalTestEnvironment(new RemoveFolder);

bool has_program(std::string const& name)
{
    return std::system(("command -v " + name + " >/dev/null 2>&1").c_str()) == 0;
}

std::string output_of(std::string const& command)
{
    std::string out;
    auto* pipe = ::popen(command.c_str(), "r");
    char buffer[4096];
    for (std::size_t got = 0; (got = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;)
        out.append(buffer, got);
    ::pclose(pipe);
    return out;
}

std::string saved(std::string const& bytes, std::string const& name)
{
    auto path = test_folder() + "/" + name;
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
}

std::string text_of_pdf(std::string const& bytes)
{
    return output_of("pdftotext -layout " + saved(bytes, "text.pdf") + " - 2>&1");
}

Setup setup()
{
    (void)test_folder();
    return {.title = "LPJ RT 05", .created = *Instant::parse("2023-10-09T03:00:00.000Z")};
}

std::string rendered(Document const& document)
{
    auto bytes = document.render();
    EXPECT_TRUE(bytes.ok()) << (bytes.ok() ? "" : bytes.error().code + bytes.error().detail);
    return bytes.ok() ? *bytes : std::string {};
}

/// A grey JPEG of 8 by 8 points.
std::string small_jpeg()
{
    std::string hex = "ffd8ffe000104a46494600010100000100010000ffdb004300" + std::string(128, '1').replace(0, 128, [] {
        std::string table;
        for (int i = 0; i < 64; ++i)
            table += "10";
        return table;
    }())
        + "ffc0000b080008000801011100ffc4001f0000010501010101010100000000000000000102030405060708090a0bffc400b5100002010303020403050504040000017d"
          "01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718191a25262728292a3435363738393a434445464748494a5354"
          "55565758595a636465666768696a737475767778797a838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2"
          "d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9faffda0008010100003f00f2ffd9";
    std::string bytes;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
        bytes += char(std::stoi(hex.substr(i, 2), nullptr, 16));
    return bytes;
}

TEST(Document, BreaksTablesOverPagesWithHeadingAndTotals)
{
    if (!has_program("pdftotext"))
        GTEST_SKIP() << "pdftotext (poppler-utils) is not installed";
    Document document(setup());
    document.heading(1, "Daftar belanja");
    PaperTable table {.columns = {{"No", 0.5}, {"Uraian", 4}, {"Jumlah", 2, Align::End}}, .rows = {}, .totals = {"", "Jumlah", "31.500.000"}};
    for (int i = 1; i <= 64; ++i)
        table.rows.push_back({{std::to_string(i), "Paving blok dan semen untuk jalan lingkungan RT 05 RW 02 Kelurahan Plosokerep", "1.350.000"}});
    document.table(table);
    auto text = text_of_pdf(rendered(document));
    EXPECT_NE(text.find("Halaman 1 dari 3"), std::string::npos) << text.substr(text.size() > 500 ? text.size() - 500 : 0);
    EXPECT_NE(text.find("Halaman 3 dari 3"), std::string::npos);
    EXPECT_NE(text.find("31.500.000"), std::string::npos);
    std::size_t headings = 0;
    for (auto at = text.find("Uraian"); at != std::string::npos; at = text.find("Uraian", at + 1))
        ++headings;
    EXPECT_EQ(headings, 3U);
    for (int i = 1; i <= 64; ++i)
        EXPECT_NE(text.find(std::to_string(i) + " "), std::string::npos) << i;
}

TEST(Document, HasEveryPart)
{
    if (!has_program("pdftotext"))
        GTEST_SKIP() << "pdftotext (poppler-utils) is not installed";
    auto with_head = setup();
    with_head.letterhead = Letterhead {{"PEMERINTAH KOTA BLITAR", "KELURAHAN PLOSOKEREP", "Jalan Contoh 1"}, small_jpeg()};
    with_head.footer = "Pokmas Guyub Rukun";
    Document document(with_head);
    document.heading(2, "Laporan pertanggungjawaban");
    document.facts({{"Tahun", "2023"}, {"Pagu", "Rp50.000.000"}});
    document.paragraph("Isi laporan.");
    document.photos({{small_jpeg(), "Foto 0 %"}, {small_jpeg(), "Foto 100 %"}, {small_jpeg(), "Nota"}}, 3);
    document.signatures({{.above = "Mengetahui,", .office = "Lurah", .name = "Ratna Wulandari", .number = "NIP 1978", .stamp = true}, {.above = "Blitar, 9 Oktober 2023", .office = "Ketua Pokmas", .name = "Sri"}});
    document.page_break(Paper::Landscape);
    document.small("Catatan");
    auto bytes = rendered(document);
    auto text = text_of_pdf(bytes);
    for (auto words : {"PEMERINTAH KOTA BLITAR", "Pagu", "Rp50.000.000", "Foto 100 %", "Ratna Wulandari", "NIP 1978", "cap", "Ketua Pokmas", "Pokmas Guyub Rukun", "Halaman 2 dari 2"})
        EXPECT_NE(text.find(words), std::string::npos) << words << "\n" << text;
    EXPECT_NE(bytes.find("/DCTDecode"), std::string::npos) << "the JPEG is embedded as it is";
    auto info = output_of("pdfinfo -l 2 " + saved(bytes, "info.pdf"));
    EXPECT_NE(info.find("595.276 x 841.89"), std::string::npos) << info;
    EXPECT_NE(info.find("841.89 x 595.276"), std::string::npos) << info;
}

TEST(Document, IsTheSameForTheSameParts)
{
    auto make = [] {
        Document document(setup());
        document.heading(1, "Sama");
        document.photos({{small_jpeg(), "x"}});
        return rendered(document);
    };
    EXPECT_EQ(make(), make());
}

TEST(Document, ShapesOtherScriptsAndSurvivesBrokenText)
{
    if (!has_program("pdffonts"))
        GTEST_SKIP() << "pdffonts (poppler-utils) is not installed";
    Document document(setup());
    document.paragraph("ꦲꦏ꧀ꦱꦫꦗꦮ");
    document.paragraph("السلام عليكم");
    document.paragraph(std::string("rusak \xFF\xFE \0 akhir", 16));
    auto fonts = output_of("pdffonts " + saved(rendered(document), "fonts.pdf"));
    EXPECT_NE(fonts.find("NotoSansJavanese"), std::string::npos) << fonts;
    EXPECT_NE(fonts.find("Arabic"), std::string::npos) << fonts;
}

TEST(Document, PutsRowsHigherThanAPage)
{
    if (!has_program("pdftotext"))
        GTEST_SKIP() << "pdftotext (poppler-utils) is not installed";
    Document document(setup());
    std::string longest;
    for (int i = 0; i < 2000; ++i)
        longest += "kata" + std::to_string(i) + " ";
    document.table({.columns = {{"A", 1}, {"B", 1}}, .rows = {{{"satu", longest}}, {{"dua", "akhir"}}}});
    auto text = text_of_pdf(rendered(document));
    EXPECT_NE(text.find("kata1999"), std::string::npos);
    EXPECT_NE(text.find("akhir"), std::string::npos);
}

TEST(Document, RefusesPicturesThatAreNone)
{
    Document document(setup());
    document.photos({{"GIF89a", ""}});
    EXPECT_EQ(document.render().error().code, "document.photo");
    EXPECT_EQ(jpeg_size("\xFF\xD8\xFF").error().code, "document.photo");
    auto large = small_jpeg();
    auto frame = large.find("\xFF\xC0");
    large[frame + 5] = large[frame + 7] = '\x7F';
    EXPECT_EQ(jpeg_size(large).error().code, "document.photo_large");
    for (std::size_t length = 0; length < small_jpeg().size(); ++length)
        (void)jpeg_size(small_jpeg().substr(0, length));
}

TEST(Bars, DrawsWhatAReaderReads)
{
    if (!has_program("zbarimg") || !has_program("pdftoppm"))
        GTEST_SKIP() << "zbarimg (zbar-tools) or pdftoppm (poppler-utils) is not installed";
    Document document(setup());
    auto code = qr("https://rtkeren.example/p/01HCAFE");
    ASSERT_TRUE(code.ok());
    document.bars(*code, 40, "Periksa");
    document.space(20);
    auto barcode = ean13("899123456789");
    ASSERT_TRUE(barcode.ok());
    document.bars(*barcode, 50);
    auto path = saved(rendered(document), "bars.pdf");
    auto read = output_of("pdftoppm -r 200 -png -singlefile " + path + " " + test_folder() + "/bars && zbarimg -q --raw " + test_folder() + "/bars.png");
    EXPECT_NE(read.find("https://rtkeren.example/p/01HCAFE"), std::string::npos) << read;
    EXPECT_NE(read.find("8991234567891"), std::string::npos) << read;
}

TEST(Cards, StandEightToAPageAndEachCodeIsRead)
{
    if (!has_program("zbarimg") || !has_program("pdftoppm"))
        GTEST_SKIP() << "zbarimg (zbar-tools) or pdftoppm (poppler-utils) is not installed";
    Document document(setup());
    std::vector<Card> cards;
    for (int i = 1; i <= 9; ++i) {
        auto const address = "https://rtkeren.example/s/7K3F9QX" + std::to_string(i);
        cards.push_back({.title = "Siti A.", .code = "7K3F-9QX" + std::to_string(i), .lines = {"Kue kering", "Bawa ke tiap pertemuan."}, .bars = qr(address).value()});
    }
    document.cards(cards);
    auto path = saved(rendered(document), "cards.pdf");
    EXPECT_NE(output_of("pdfinfo " + path).find("Pages:           2"), std::string::npos);
    EXPECT_NE(output_of("pdftotext -f 2 " + path + " -").find("7K3F-9QX9"), std::string::npos) << "the ninth is alone on the second page";
    auto read = output_of("pdftoppm -r 200 -png " + path + " " + test_folder() + "/cards && zbarimg -q --raw " + test_folder() + "/cards-1.png " + test_folder() + "/cards-2.png");
    for (int i = 1; i <= 9; ++i)
        EXPECT_NE(read.find("/s/7K3F9QX" + std::to_string(i)), std::string::npos) << read;
}

TEST(Bars, HaveTheirQuietZones)
{
    auto code = qr("x");
    ASSERT_TRUE(code.ok());
    auto module = code->dark.front().height;
    double left = code->width;
    double top = code->height;
    for (auto const& rect : code->dark) {
        module = std::min(module, rect.height);
        left = std::min(left, rect.x);
        top = std::min(top, rect.y);
    }
    EXPECT_DOUBLE_EQ(left, 4 * module);
    EXPECT_DOUBLE_EQ(top, 4 * module);
}

TEST(Bars, RefuseWhatTheyCannotCarry)
{
    EXPECT_EQ(qr("").error().code, "code.data");
    EXPECT_EQ(qr(std::string(3001, 'a')).error().code, "code.too_long");
    EXPECT_EQ(qr(std::string(2999, 'a')).error().code, "code.too_long");
    EXPECT_EQ(ean13("12345678901x").error().code, "code.data");
    EXPECT_EQ(ean13("1").error().code, "code.data");
    EXPECT_EQ(ean13("8991234567890").error().code, "code.check_digit");
    auto svg = qr_svg("x", "\"><script>");
    ASSERT_TRUE(svg.ok());
    EXPECT_EQ(svg->find("<script"), std::string::npos);
}

} // namespace
} // namespace rtkeren::documents
