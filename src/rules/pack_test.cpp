#include "rules/rules.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <random>
#include <thread>

namespace rtkeren::rules {
namespace {

std::string shipped_text(std::string_view city, int year)
{
    for (auto const& shipped : shipped_packs())
        if (shipped.city == city && shipped.year == year)
            return std::string(shipped.text);
    return {};
}

std::string replaced(std::string text, std::string_view from, std::string_view to)
{
    auto const at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    if (at != std::string::npos)
        text.replace(at, from.size(), to);
    return text;
}

std::string line_of(FieldError const& finding)
{
    for (auto const& [name, value] : finding.arguments)
        if (name == "line")
            return value;
    return {};
}

TEST(ShippedPacks, AllParse)
{
    ASSERT_GE(shipped_packs().size(), 5U);
    for (auto const& shipped : shipped_packs()) {
        auto const pack = Pack::parse(shipped.text);
        ASSERT_TRUE(pack.ok()) << shipped.city << " " << shipped.year << ": " << pack.error().fields.front().name << " " << pack.error().fields.front().code;
        EXPECT_EQ((*pack)->city, shipped.city);
        EXPECT_EQ((*pack)->year, shipped.year);
        EXPECT_EQ((*pack)->hash.size(), 64U);
    }
}

TEST(ShippedPacks, NothingThatIsOnlyAnExampleBlocks)
{
    for (auto const& shipped : shipped_packs())
        for (auto const& parameter : describe(*Pack::parse(shipped.text).value())) {
            EXPECT_FALSE(parameter.basis.citation.empty()) << parameter.path;
            auto const example_blocks = parameter.basis.certainty == Certainty::Example && parameter.basis.severity == Severity::Block;
            EXPECT_FALSE(example_blocks) << shipped.city << shipped.year << parameter.path;
        }
}

TEST(ShippedPacks, BlitarIsFiftyMillionInTwoEnvelopes)
{
    for (int const year : {2021, 2022, 2023, 2024}) {
        auto const pack = Pack::parse(shipped_text("35.72", year)).value();
        EXPECT_EQ(pack->ceiling_per_unit(), 50'000'000_rp);
        EXPECT_EQ(pack->envelope("fisik")->per_unit, 35'000'000_rp);
        EXPECT_EQ(pack->envelope("umkm")->per_unit, 15'000'000_rp);
        EXPECT_EQ(pack->envelope("umkm")->sign, "basket");
        EXPECT_EQ(pack->unit_scope, year == 2021 ? "pilot" : "all");
        EXPECT_EQ(pack->earmarks.front().basis.severity, year == 2021 ? Severity::Warn : Severity::Block);
        EXPECT_EQ(pack->menu_item("gapura")->is_banned(Date::of(year, 12, 31).value()), year >= 2023);
        EXPECT_EQ(pack->bonus.at("2"), 35'000'000_rp);
        EXPECT_EQ(pack->tranches.size(), 2U);
    }
}

TEST(ShippedPacks, KediriHasThreeEnvelopes)
{
    auto const pack = Pack::parse(shipped_text("35.71", 2024)).value();
    EXPECT_EQ(pack->envelopes.size(), 3U);
    EXPECT_EQ(pack->ceiling_per_unit(), 100'000'000_rp);
    EXPECT_EQ(pack->tranches.size(), 1U);
    EXPECT_EQ(pack->choice("tax_withheld_by", "pokmas"), "kelurahan");
    EXPECT_TRUE(pack->step("pendamping"));
}

TEST(PackParse, SameTextIsParsedOnceForAllThreads)
{
    auto const text = shipped_text("35.72", 2023);
    std::vector<std::shared_ptr<Pack const>> packs(4);
    std::vector<std::thread> threads;
    for (auto& pack : packs)
        threads.emplace_back([&pack, &text] { pack = Pack::parse(text).value(); });
    for (auto& thread : threads)
        thread.join();
    auto const again = Pack::parse(text).value();
    for (auto const& pack : packs)
        EXPECT_EQ(pack, again);
}

struct Broken {
    std::string_view from, to, path, code, line;
};

TEST(PackParse, FindingsNamePathAndLine)
{
    auto const text = shipped_text("35.72", 2023);
    for (auto const& broken : {
             Broken {"year = 2023", "year = 1023", "year", "pack.range", "4"},
             Broken {"scheme = \"RT Keren\"", "skema = \"RT Keren\"", "skema", "pack.unknown_key", "5"},
             Broken {"per_unit = 35_000_000", "per_unit = -1", "envelope[1].per_unit", "pack.range", "10"},
             Broken {"per_unit = 35_000_000", "per_unit = 35e6", "envelope[1].per_unit", "pack.type", "10"},
             Broken {"key = \"umkm\", label", "key = \"fisik\", label", "envelope[2].key", "pack.duplicate", "11"},
             Broken {"minimum_bp = 3000", "minimum_bp = 30000", "earmark[1].minimum_bp", "pack.range", "15"},
             Broken {"minimum_bp = 3000, basis = \"perwali\"", "minimum_bp = 3000", "earmark[1].basis", "pack.missing", "15"},
             Broken {"minimum_bp = 3000, basis = \"perwali\"", "minimum_bp = 3000, basis = \"perwal\"", "earmark[1].basis", "pack.reference", "15"},
             Broken {"allowed = \"never\"", "allowed = \"sometimes\"", "move[2].allowed", "pack.reference", "19"},
             Broken {"envelopes = [\"fisik\"]", "envelopes = [\"beton\"]", "menu[1].envelopes", "pack.reference", "24"},
             Broken {"banned_from = 2023-01-01, ban = \"gapura\"", "banned_from = 2023-01-01", "menu[8].ban", "pack.missing", "31"},
             Broken {"banned_from = 2023-01-01", "banned_from = \"Januari\"", "menu[8].banned_from", "pack.type", "31"},
         }) {
        auto const pack = Pack::parse(replaced(text, broken.from, broken.to));
        ASSERT_FALSE(pack.ok()) << broken.to;
        EXPECT_EQ(pack.error().code, "pack.invalid");
        auto const& fields = pack.error().fields;
        auto const found = std::ranges::find_if(fields, [&](FieldError const& field) { return field.name == broken.path && field.code == broken.code; });
        ASSERT_NE(found, fields.end()) << broken.to << " gave " << fields.front().name << " " << fields.front().code;
        EXPECT_EQ(line_of(*found), broken.line) << broken.to;
    }
}

TEST(PackParse, TellsAllFindingsAtOnce)
{
    auto text = replaced(shipped_text("35.72", 2023), "year = 2023", "year = 23");
    text = replaced(text, "number = 1\nshare_bp = 5000", "number = 1\nshare_bp = 4000");
    text = replaced(text, "key = \"price_warn_bp\", value = 1000", "key = \"price_warm_bp\", value = 1000");
    auto const pack = Pack::parse(text);
    ASSERT_FALSE(pack.ok());
    std::vector<std::string> codes;
    for (auto const& field : pack.error().fields)
        codes.push_back(field.code);
    for (auto const* code : {"pack.range", "pack.shares", "pack.reference"})
        EXPECT_NE(std::ranges::find(codes, code), codes.end()) << code;
}

TEST(PackParse, SyntaxErrorsNameTheLine)
{
    auto const pack = Pack::parse("city = \"35.72\"\nyear = = 2023\n");
    ASSERT_FALSE(pack.ok());
    EXPECT_EQ(pack.error().fields.front().code, "pack.syntax");
    EXPECT_EQ(line_of(pack.error().fields.front()), "2");
}

TEST(PackParse, RefusesWhatIsNoTextOrTooLong)
{
    EXPECT_FALSE(Pack::parse("").ok());
    EXPECT_FALSE(Pack::parse("\xff\xfe").ok());
    EXPECT_EQ(Pack::parse(std::string(300'000, '#')).error().fields.front().code, "pack.too_large");
    EXPECT_FALSE(Pack::parse(std::string(100'000, '[')).ok());
}

/// Bytes cut out, doubled and changed: the answer may be anything but an end of the program.
TEST(PackParse, SurvivesMutations)
{
    auto const text = shipped_text("35.72", 2023);
    std::mt19937 random(20230328);
    auto const below = [&](std::size_t limit) { return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random); };
    for (int i = 0; i < 150; ++i) {
        auto mutant = text;
        for (int changes = 0; changes < 4; ++changes) {
            auto const at = below(mutant.size());
            switch (below(4)) {
            case 0:
                mutant[at] = static_cast<char>(below(128));
                break;
            case 1:
                mutant.erase(at, below(40));
                break;
            case 2:
                mutant.insert(at, mutant.substr(below(mutant.size()), below(60)));
                break;
            default:
                mutant.insert(at, std::string_view("999999999999999999").substr(0, below(18)));
            }
        }
        auto const pack = Pack::parse(mutant);
        if (pack.ok())
            EXPECT_FALSE(describe(**pack).empty());
        else
            EXPECT_FALSE(pack.error().fields.empty());
    }
}

TEST(Explain, NamesBasisAndCertainty)
{
    auto const pack = Pack::parse(shipped_text("35.72", 2023)).value();
    auto const ban = explain(*pack, "ban.gapura").value();
    EXPECT_NE(ban.find("1 Januari 2023"), std::string::npos) << ban;
    EXPECT_NE(ban.find("Pengumuman Januari 2023"), std::string::npos) << ban;
    EXPECT_NE(explain(*pack, "price_block_bp").value().find("25 %"), std::string::npos);
    auto const unknown = explain(*pack, "gapuraa");
    ASSERT_FALSE(unknown.ok());
    EXPECT_EQ(unknown.error().code, "rules.unknown_key");
}

TEST(CheckText, NamesGatesThatNobodyPublishes)
{
    auto const findings = check_text(shipped_text("35.72", 2023));
    ASSERT_FALSE(findings.empty());
    EXPECT_EQ(findings.front().code, "rules.unknown_fact");
    EXPECT_EQ(findings.front().name, "tranche[1].gates[1].fact");
    EXPECT_EQ(check_text("x = 1").front().code, "pack.missing");
}

} // namespace
} // namespace rtkeren::rules
