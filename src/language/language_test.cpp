#include "language/language.hpp"

#include "language/catalogue.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cstring>
#include <set>
#include <thread>

namespace rtkeren::language {
namespace {

std::set<std::string> placeholders_of(std::string_view text)
{
    std::set<std::string> names;
    for (auto open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1))
        names.emplace(text.substr(open, text.find('}', open) - open + 1));
    return names;
}

std::uint32_t word_at(std::string_view bytes, std::size_t at)
{
    static_assert(std::endian::native == std::endian::little);
    std::uint32_t word = 0;
    std::memcpy(&word, bytes.data() + at, sizeof word);
    return word;
}

/// Pairs of msgid and translation as msgfmt wrote them; plural forms are split by NUL.
std::vector<std::pair<std::string_view, std::string_view>> catalogue_pairs()
{
    auto const bytes = english_catalogue();
    auto const count = word_at(bytes, 8);
    std::vector<std::pair<std::string_view, std::string_view>> pairs;
    for (std::uint32_t i = 0; i < count; ++i) {
        auto text = [&](std::uint32_t table) { return bytes.substr(word_at(bytes, table + 8 * i + 4), word_at(bytes, table + 8 * i)); };
        if (!text(word_at(bytes, 12)).empty())
            pairs.emplace_back(text(word_at(bytes, 12)), text(word_at(bytes, 16)));
    }
    return pairs;
}

TEST(Tr, IsIndonesianWithoutARequest)
{
    EXPECT_EQ(tr("Isian ini wajib diisi."), "Isian ini wajib diisi.");
}

TEST(Tr, SpeaksEnglishWhileInUse)
{
    {
        Use const use(Language::English);
        EXPECT_EQ(tr("Isian ini wajib diisi."), "This field is required.");
        EXPECT_EQ(tr("tanpa terjemahan"), "tanpa terjemahan");
        EXPECT_EQ(tr(""), "") << "the catalogue's header is never shown";
    }
    EXPECT_EQ(current(), Language::Indonesian);
}

TEST(Tr, BelongsToOneThread)
{
    Use const use(Language::English);
    auto other = Language::English;
    std::thread([&] { other = current(); }).join();
    EXPECT_EQ(other, Language::Indonesian);
}

TEST(Trn, ChoosesByCount)
{
    EXPECT_EQ(trn("{n} isian perlu dibetulkan", "{n} isian perlu dibetulkan", 1200), "1.200 isian perlu dibetulkan");
    Use const use(Language::English);
    EXPECT_EQ(trn("{n} isian perlu dibetulkan", "{n} isian perlu dibetulkan", 1), "1 field needs correcting");
    EXPECT_EQ(trn("{n} isian perlu dibetulkan", "{n} isian perlu dibetulkan", 2), "2 fields need correcting");
}

TEST(Fill, FormatsByKind)
{
    Arguments const values {{"left", "4200000"}, {"due", "2023-12-15"}, {"share", "2730"}, {"rows", "1234"}, {"word", "x"}};
    EXPECT_EQ(fill("Sisa {left:rp}, {share:bp}, {rows:n}, {due:date}", values), "Sisa Rp4.200.000, 27,3 %, 1.234, 15 Desember 2023");
    EXPECT_EQ(fill("{share:bp}", {{"share", "-5"}}), "-0,05 %");
    EXPECT_EQ(fill("{word:rp} {absent} {", values), "x {absent} {");
}

TEST(Fill, DoesNotReadValuesAsText)
{
    EXPECT_EQ(fill("{a} {b}", {{"a", "{b}"}, {"b", "1"}}), "{b} 1");
}

TEST(Word, TellsTheFieldsValueAndTheLimit)
{
    EXPECT_EQ(word(FieldError {"note", "text.long", "…", {{"limit", "80"}}}), "Isian ini terlalu panjang, paling banyak 80 huruf.");
    EXPECT_EQ(word(Error::field("amount", "rupiah.format", "1,5 juta")), "“1,5 juta” bukan jumlah rupiah. Tulis angka bulat, misalnya 1.350.000.");
}

TEST(Word, NamesAnUnknownCode)
{
    EXPECT_FALSE(has_message("nothing.such"));
    EXPECT_NE(word("nothing.such").find("nothing.such"), std::string::npos);
}

TEST(Messages, AreRegisteredByCode)
{
    static constexpr Message rows[] = {{"test.closed", "Kantong {purse} sudah ditutup."}};
    register_messages(rows);
    EXPECT_TRUE(has_message("test.closed"));
    EXPECT_EQ(word(Verdict {"test.closed", Severity::Block, "", {{"purse", "fisik"}}}), "Kantong fisik sudah ditutup.");
    EXPECT_GT(all_messages().size(), 40u);
}

TEST(MessagesDeathTest, RefuseACodeGivenTwice)
{
    static constexpr Message rows[] = {{"required", "lagi"}};
    EXPECT_DEATH(register_messages(rows), "");
}

TEST(Catalogue, KeepsEachPlaceholder)
{
    auto const pairs = catalogue_pairs();
    EXPECT_GT(pairs.size(), 40u);
    for (auto const& [msgid, english] : pairs)
        EXPECT_EQ(placeholders_of(msgid), placeholders_of(english)) << msgid;
}

} // namespace
} // namespace rtkeren::language
