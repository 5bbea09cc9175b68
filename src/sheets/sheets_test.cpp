#include "sheets/sheets.hpp"

#include <gtest/gtest.h>

namespace rtkeren::sheets {
namespace {

Kind shops()
{
    return {.operation = "test.import_shops", .list = "shops", .filename = "toko",
        .columns = {{"name", "Nama", {"nama toko"}}, {"rw", "RW", {}, true, true}, {"note", "Catatan", {}, false}}, .examples = {{"Toko Maju", "001", ""}, {"Toko Jaya", "001", "baru"}}};
}

Lines lines_of(std::string_view text)
{
    auto lines = read(shops(), documents::read_workbook_bytes(text).value());
    EXPECT_TRUE(lines.ok()) << (lines.ok() ? "" : lines.error().code);
    return lines.ok() ? std::move(lines).value() : Lines {};
}

TEST(Sheets, FindsColumnsByAnyOfTheirHeadingsInAnyOrder)
{
    auto const lines = lines_of("RW;Nama Toko\n002;Maju\n;Jaya\n");
    ASSERT_EQ(lines.lines.size(), 2U);
    EXPECT_EQ(lines.lines[0].texts, (std::vector<std::string> {"Maju", "002", ""}));
    EXPECT_EQ(lines.lines[1].texts[1], "002") << "an empty cell means the one above";
    EXPECT_EQ(lines.lines[1].number, 3) << "as the spreadsheet counts";
}

TEST(Sheets, AMissingHeadingIsRefused)
{
    EXPECT_FALSE(read(shops(), documents::read_workbook_bytes("Nama;Catatan\nMaju;x\n").value()).ok());
}

TEST(Sheets, ErrorsGoToTheirLineAndTheRestComesBack)
{
    auto lines = lines_of("Nama;RW\nMaju;002\nJaya;003\n");
    auto const rest = add_errors(shops(), lines, std::vector<FieldError> {{"shops.1.rw", "place.unknown", "003", {}}, {"year", "required", {}, {}}});
    EXPECT_TRUE(lines.lines[0].errors.empty());
    ASSERT_EQ(lines.lines[1].errors.size(), 1U);
    EXPECT_EQ(lines.lines[1].errors[0].code, "place.unknown");
    EXPECT_FALSE(lines.ok());
    ASSERT_EQ(rest.size(), 1U);
    EXPECT_EQ(rest[0].name, "year");
}

TEST(Sheets, OfACellThatLostItsDigitsNothingMoreIsSaid)
{
    auto lines = lines_of("Nama;RW\n3,57202E+15;002\n");
    EXPECT_EQ(lines.lines[0].errors.size(), 1U);
    EXPECT_TRUE(add_errors(shops(), lines, std::vector<FieldError> {{"shops.0.name", "nik.day", "", {}}, {"shops.0.rw", "place.unknown", "002", {}}}).empty());
    ASSERT_EQ(lines.lines[0].errors.size(), 2U);
    EXPECT_EQ(lines.lines[0].errors[0].code, "import.lost_digits");
    EXPECT_EQ(lines.lines[0].errors[1].code, "place.unknown");
}

TEST(Sheets, ABareNumberInAColumnOfDaysIsASerialDay)
{
    auto kind = shops();
    kind.columns.push_back({.key = "since", .label = "Sejak", .names = {}, .required = false, .date = true});
    auto const lines = read(kind, documents::read_workbook_bytes("Nama;RW;Catatan;Sejak\nMaju;002;45110;45110\nJaya;002;;3 Juli 2023\n").value());
    ASSERT_TRUE(lines.ok());
    EXPECT_EQ(lines->lines[0].texts, (std::vector<std::string> {"Maju", "002", "45110", "2023-07-03"}));
    EXPECT_EQ(lines->lines[1].texts[3], "3 Juli 2023");
}

TEST(Sheets, ARowThatARefusalNamesIsTheOneOfTheSpreadsheet)
{
    auto lines = lines_of("Daftar toko\n\nNama;RW\nMaju;002\nMaju;002\n");
    ASSERT_EQ(lines.lines.size(), 2U);
    EXPECT_TRUE(add_errors(shops(), lines, std::vector<FieldError> {{"shops.1.name", "shops.twice", "Maju", {{"row", "1"}}}}).empty());
    EXPECT_EQ(lines.lines[1].errors[0].arguments, (Arguments {{"row", std::to_string(lines.lines[0].number)}}));
    EXPECT_GT(lines.lines[0].number, 2);
}

TEST(Sheets, AReasonStandsBehindItsColumn)
{
    auto lines = lines_of("Nama;RW\nMaju;002\n");
    EXPECT_TRUE(add_errors(shops(), lines, std::vector<FieldError> {{"shops.0.rw", "required", {}, {}}}).empty());
    EXPECT_TRUE(why(shops(), lines.lines[0]).starts_with("RW: ")) << why(shops(), lines.lines[0]);
}

TEST(Sheets, WhatGoesBackIntoTheFormReadsTheSame)
{
    auto const lines = lines_of("Nama;RW;Catatan\n\"Maju; Jaya\";002;\"kata \"\"baru\"\"\"\n");
    auto const again = lines_of(text_of(shops(), lines));
    ASSERT_EQ(again.lines.size(), 1U);
    EXPECT_EQ(again.lines[0].texts, lines.lines[0].texts);
}

} // namespace
} // namespace rtkeren::sheets
