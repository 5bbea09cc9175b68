#include "documents/xlsx_for_tests.hpp"
#include "secrets/secrets.hpp"
#include "support/database.hpp"
#include "tables/render.hpp"
#include "territory/room.hpp"
#include "territory/territory.hpp"

#include <gtest/gtest.h>

namespace rtkeren::territory {
namespace {

/// Two kelurahan; RW 001 and 002 of Plosokerep with three and one RT, made up until the city's own list comes.
struct ImportRtTest : testing::Test {
    FixedEnv env {Instant::parse("2024-03-01T05:00:00.000Z").value()};
    secrets::Keys keys {secrets::Keys::from(env)};
    CityId city {next_city()};
    Services services {.db = test_database(), .env = env, .keys = keys, .city = city, .city_name = "Kota Uji", .evidence_folder = {}};
    std::vector<operations::Operation> all {operations()};
    Actor sari {.city = city, .user = UserId(env.ulid()), .person = PersonId(env.ulid()), .name = "Sari", .grants = {{"tapem", "35.72", "", {"territory.manage"}}},
        .permissions = {"territory.manage"}};

    void add_place(db::WriteTx& tx, std::string code, std::string name)
    {
        auto const place = PlaceCode::parse(code).value();
        auto const added = add(tx, city,
            {.id = RegionId(env.ulid()), .level = place.level, .code = place.text, .parent = place.parent(), .name = std::move(name),
                .valid_from = Date::of(2021, 1, 1).value(), .valid_until = std::nullopt, .households = 0, .example = true});
        ASSERT_TRUE(added.ok()) << added.error().code;
    }
    void SetUp() override
    {
        auto const done = db::write(services.db, city, [&](db::WriteTx& tx) -> Result<void> {
            City founded;
            founded.id = city;
            founded.code = "35.72";
            founded.name = "Kota Uji";
            TRY(found_city(tx, founded, env.now()));
            add_place(tx, "35.72", "Kota Uji");
            add_place(tx, "35.72.03", "Kepanjenkidul");
            add_place(tx, "35.72.03.1002", "Plosokerep");
            add_place(tx, "35.72.03.1003", "Karangsari");
            for (auto const* rw : {"35.72.03.1002.001", "35.72.03.1002.002", "35.72.03.1003.001"})
                add_place(tx, rw, "RW");
            for (auto const* rt : {"35.72.03.1002.001.001", "35.72.03.1002.001.002", "35.72.03.1002.001.003", "35.72.03.1002.002.001", "35.72.03.1003.001.001"})
                add_place(tx, rt, "RT");
            return Done {};
        });
        ASSERT_TRUE(done.ok());
    }

    Result<operations::Answer> import(std::string const& csv, std::string const& on = "2024-02-01", bool attempt = false)
    {
        auto const& kind = *imports().front();
        auto lines = TRY(sheets::read(kind, documents::read_workbook_bytes(csv).value()));
        auto input = sheets::input_of(kind, lines, {{"on", on}});
        input["id"] = env.ulid().text();
        operations::Call const call {all.back(), sari, input};
        return attempt ? operations::attempt(services, call) : operations::run(services, call);
    }
    Region now(std::string const& code)
    {
        auto found = db::read(services.db, [&](db::ReadTx& tx) { return find(tx, city, code); });
        EXPECT_TRUE(found.ok()) << code;
        return found.ok() ? *found : Region {};
    }
    bool is_gone(std::string const& code)
    {
        return !db::read(services.db, [&](db::ReadTx& tx) { return find(tx, city, code); }).ok();
    }
    Kin kin_of(RegionId id)
    {
        return db::read(services.db, [&](db::ReadTx& tx) { return kin(tx, city, id); }).value();
    }
    std::vector<std::string> codes_on(std::string const& day)
    {
        auto const found = db::read(services.db, [&](db::ReadTx& tx) { return regions(tx, city, Level::Rt, "35.72.03.1002", Date::parse(day).value()); });
        std::vector<std::string> codes;
        for (auto const& region : found.value())
            codes.push_back(region.code.substr(14));
        return codes;
    }
};

constexpr std::string_view same = "Kelurahan;RW;RT;Jumlah KK;Asal\nPlosokerep;1;1;64;\n;;2;40;\n;;3;;\n;2;1;31;\n";

TEST_F(ImportRtTest, TheSameListChangesNothingButThatItIsNoExample)
{
    auto const before = now("35.72.03.1002.001.001");
    EXPECT_TRUE(before.example);
    auto const answer = import(std::string(same));
    ASSERT_TRUE(answer.ok()) << answer.error().code;
    EXPECT_EQ(answer->data.at("kept").as_int64(), 4);
    EXPECT_EQ(answer->data.at("ended").as_int64(), 0);
    auto const after = now("35.72.03.1002.001.001");
    EXPECT_EQ(after.id, before.id);
    EXPECT_EQ(after.households, 64);
    EXPECT_FALSE(after.example);
    EXPECT_FALSE(now("35.72.03.1002.001").example);
    EXPECT_TRUE(now("35.72.03.1003.001.001").example) << "a kelurahan that the list does not name stays as it is";
}

TEST_F(ImportRtTest, RtSplitMergeAreRenumberedAndEnd)
{
    auto const old = now("35.72.03.1002.001.001");
    auto const second = now("35.72.03.1002.001.002");
    auto const third = now("35.72.03.1002.001.003");
    auto const last = now("35.72.03.1002.002.001");
    // 001 splits into 001 and 004; 002 and 003 become 002; RW 002's RT goes to a new RW 005; nothing else is left of RW 002.
    auto const answer = import("Kode RT;Kelurahan;RW;RT;Asal;Berlaku mulai\n;Kel. Plosokerep;RW 01;RT 01;RT 01;\n;;;4;RT 1;15/02/2024\n;;;2;RT 02, RT 03;\n"
                               "35.72.03.1002.005.001;;;;35.72.03.1002.002.001;\n");
    ASSERT_TRUE(answer.ok()) << answer.error().code << (answer.error().fields.empty() ? "" : answer.error().fields.front().name + answer.error().fields.front().code);
    auto const& fates = answer->data.at("fates").as_array();
    EXPECT_EQ(fates[0].as_string(), "territory.fate_split");
    EXPECT_EQ(fates[1].as_string(), "territory.fate_split");
    EXPECT_EQ(fates[2].as_string(), "territory.fate_merged");
    EXPECT_EQ(fates[3].as_string(), "territory.fate_renumbered");
    EXPECT_NE(now("35.72.03.1002.001.001").id, old.id);
    EXPECT_EQ(kin_of(old.id).successors.size(), 2U);
    EXPECT_EQ(kin_of(now("35.72.03.1002.001.002").id).predecessors.size(), 2U);
    EXPECT_EQ(kin_of(third.id).successors.front().code, "35.72.03.1002.001.002");
    EXPECT_EQ(kin_of(last.id).successors.front().code, "35.72.03.1002.005.001");
    EXPECT_EQ(kin_of(second.id).successors.size(), 1U);
    EXPECT_TRUE(is_gone("35.72.03.1002.002.001"));
    EXPECT_TRUE(is_gone("35.72.03.1002.002")) << "an RW ends with its last RT";
    EXPECT_EQ(now("35.72.03.1002.005").valid_from.iso(), "2024-02-01");
    EXPECT_EQ(codes_on("2024-01-31"), (std::vector<std::string> {"001.001", "001.002", "001.003", "002.001"}));
    EXPECT_EQ(codes_on("2024-02-20"), (std::vector<std::string> {"001.001", "001.002", "001.004", "005.001"}));
    EXPECT_EQ(answer->data.at("notes").as_array().size(), 1U) << "only the RW ends without a word";
}

TEST_F(ImportRtTest, WhatTheListLeavesOutEndsAndWhatIsPastIsKnown)
{
    auto const answer = import("Kelurahan;RW;RT;Berlaku mulai;Berlaku sampai\nPlosokerep;1;1;;\nPlosokerep;1;2;2021-01-01;2024-01-15\nPlosokerep;1;9;2019-01-01;2020-12-31\nPlosokerep;2;1;;\n");
    ASSERT_TRUE(answer.ok()) << answer.error().code;
    EXPECT_TRUE(is_gone("35.72.03.1002.001.003"));
    EXPECT_EQ(answer->data.at("notes").as_array().size(), 1U);
    EXPECT_EQ(codes_on("2024-01-15"), (std::vector<std::string> {"001.001", "001.002", "001.003", "002.001"}));
    EXPECT_EQ(codes_on("2024-01-16"), (std::vector<std::string> {"001.001", "001.003", "002.001"}));
    EXPECT_EQ(codes_on("2020-06-01"), (std::vector<std::string> {"001.009"}));
}

TEST_F(ImportRtTest, ATryChangesNothing)
{
    auto const answer = import("Kelurahan;RW;RT\nPlosokerep;1;1\n", "2024-02-01", true);
    ASSERT_TRUE(answer.ok());
    EXPECT_EQ(answer->data.at("ended").as_int64(), 3);
    EXPECT_FALSE(is_gone("35.72.03.1002.001.003"));
}

TEST_F(ImportRtTest, WrongRowsAreNamedWithFieldValueAndReason)
{
    auto const answer = import("Kode RT;Kelurahan;RW;RT;Asal;Berlaku mulai;Jumlah KK\n;Plosokerep;1;1;;;\n;Plosokerep;1;1;;;\n;Antah;1;1;;;\n;Plosokerep;1;1000;;;\n;Plosokerep;1;5;RT 77;;\n"
                               ";Plosokerep;1;6;002/003;;\n;Plosokerep;1;7;;2024-12-31;\n;Plosokerep;1;8;;31/02/2024;\n35.72.03.1002.001;;;;;;\n;Plosokerep;1;9;;;1.5\n");
    ASSERT_FALSE(answer.ok());
    EXPECT_EQ(answer.error().code, "input.invalid");
    std::vector<std::string> found;
    for (auto const& field : answer.error().fields)
        found.push_back(field.name + " " + field.code);
    EXPECT_EQ(found, (std::vector<std::string> {"rows.7.from date.invalid", "rows.9.households integer.format"})) << "shapes first";
    auto const second = import("Kode RT;Kelurahan;RW;RT;Asal;Berlaku mulai\n;Plosokerep;1;1;;\n;Plosokerep;1;1;;\n;Antah;1;1;;\n;Plosokerep;1;1000;;\n"
                               ";Plosokerep;1;6;002/003;\n;Plosokerep;1;7;;2024-12-31\n35.72.03.1002.001;;;;;\n");
    ASSERT_FALSE(second.ok());
    found.clear();
    for (auto const& field : second.error().fields)
        found.push_back(field.name + " " + field.code + " " + field.value);
    EXPECT_EQ(found,
        (std::vector<std::string> {"rows.1.rt territory.rt_twice 35.72.03.1002.001.001", "rows.2.kelurahan territory.kelurahan_unknown Antah", "rows.3.rt place.format 1000",
            "rows.4.origins territory.origin_format 002/003", "rows.5.from date.future 2024-12-31", "rows.6.code place.format 35.72.03.1002.001"}));
    auto const third = import("Kelurahan;RW;RT;Asal\nPlosokerep;1;5;RT 77\n");
    ASSERT_FALSE(third.ok());
    EXPECT_EQ(third.error().fields.front().code, "territory.origin_unknown");
    auto const early = import("Kelurahan;RW;RT\nPlosokerep;1;5\n", "2020-12-31");
    ASSERT_FALSE(early.ok());
    EXPECT_EQ(early.error().fields.front().code, "territory.too_early");
    EXPECT_FALSE(is_gone("35.72.03.1002.001.003"));
}

TEST_F(ImportRtTest, MergedHeadingsNumbersAndSerialDatesReadAsTheyAreMeant)
{
    documents::XlsxParts parts;
    auto const word = [](std::string const& place, std::string const& text) { return R"(<c r=")" + place + R"(" t="inlineStr"><is><t>)" + text + "</t></is></c>"; };
    auto const number = [](std::string const& place, std::string const& value, std::string const& style = "0") {
        return R"(<c r=")" + place + R"(" s=")" + style + R"("><v>)" + value + "</v></c>";
    };
    auto const row = [](int index, std::string const& cells) { return R"(<row r=")" + std::to_string(index) + R"(">)" + cells + "</row>"; };
    parts.styles = R"(<xf numFmtId="0"/><xf numFmtId="14"/>)";
    parts.rows = row(1, word("A1", "DAFTAR RT")) + row(2, word("A2", "Kelurahan") + word("B2", "Nomor")) + row(3, word("B3", "RW") + word("C3", "RT") + word("D3", "Berlaku mulai"))
        + row(4, word("A4", "PLOSOKEREP") + number("B4", "1") + number("C4", "1")) + row(5, number("B5", "1") + word("C5", " 008 ") + number("D5", "45323", "1"));
    parts.after_rows = R"(<mergeCells count="2"><mergeCell ref="A2:A3"/><mergeCell ref="B2:C2"/></mergeCells>)";
    auto const answer = import(documents::make_xlsx(parts));
    ASSERT_TRUE(answer.ok()) << answer.error().code << (answer.error().fields.empty() ? "" : " " + answer.error().fields.front().name + " " + answer.error().fields.front().code);
    EXPECT_EQ(now("35.72.03.1002.001.008").valid_from.iso(), "2024-02-01");
}

TEST_F(ImportRtTest, OnlyWhoKeepsTheTerritoryMay)
{
    auto const lurah = Actor {.city = city, .user = UserId(env.ulid()), .person = PersonId(env.ulid()), .name = "Ratna",
        .grants = {{"lurah", "35.72.03.1002", "", {"territory.manage"}}}, .permissions = {"territory.manage"}};
    sari = lurah;
    EXPECT_EQ(import(std::string(same)).error().code, "operation.not_allowed");
}

TEST_F(ImportRtTest, TheTemplateReadsAsItsOwnExamples)
{
    auto const& kind = *imports().front();
    auto const lines = sheets::read(kind, documents::read_workbook_bytes(tables::render(sheets::template_of(kind), tables::Format::Csv).value().bytes).value());
    ASSERT_TRUE(lines.ok());
    EXPECT_EQ(lines->lines.size(), 2U);
}

} // namespace
} // namespace rtkeren::territory
