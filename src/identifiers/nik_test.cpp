#include "identifiers/nik.hpp"
#include "identifiers/npwp.hpp"
#include "identifiers/digits.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace rtkeren::identifiers {
namespace {

Date person_today()
{
    return Date::of(2026, 1, 1).value();
}

/// "ok" or the codes of errors and warnings, as "error nik.date".
std::string person_verdict(Inspection const& inspection)
{
    std::string text;
    for (auto const& finding : inspection.findings) {
        if (finding.level != Level::Info)
            text += fmt::format("{}{} {}", text.empty() ? "" : ", ", name_of(finding.level), finding.code);
    }
    return text.empty() ? "ok" : text;
}

TEST(Nik, HasItsPublishedVectors)
{
    struct Row {
        std::string_view nik, verdict, sex, birth_date, district;
    };
    // Published samples and made-up ones; none is a person's.
    constexpr Row rows[] {
        {"3171011708450001", "ok", "male", "1945-08-17", "31.71.01"},
        {"3171015708450001", "ok", "female", "1945-08-17", "31.71.01"},
        {"3171012902001234", "ok", "male", "2000-02-29", "31.71.01"},
        {"3171013002001234", "error nik.date", "male", "", "31.71.01"},
        {"9971011708450001", "error nik.province", "male", "1945-08-17", "99.71.01"},
        {"31710117084500", "error nik.format", "", "", ""},
        {"3502027102019913", "error nik.date", "female", "", "35.02.02"},
        {"3572011708450001", "ok", "male", "1945-08-17", "35.72.01"},
        {"3572025708450002", "ok", "female", "1945-08-17", "35.72.02"},
        {"3572014008900001", "error nik.day", "", "", "35.72.01"},
        {"3572041708450001", "warn nik.region", "male", "1945-08-17", "35.72.04"},
        // Traps of published libraries: day 81, serial 0000.
        {"3171018108450001", "error nik.day", "", "", "31.71.01"},
        {"3171010008450001", "error nik.day", "", "", "31.71.01"},
        {"3171011708450000", "error nik.serial", "male", "1945-08-17", "31.71.01"},
        {"3171011713450001", "error nik.date", "male", "", "31.71.01"},
        // As people type it.
        {" 3572.0117.0845-0001 ", "ok", "male", "1945-08-17", "35.72.01"},
        {"'3572011708450001", "ok", "male", "1945-08-17", "35.72.01"},
        {"3.57201E+15", "error nik.digits_lost", "", "", ""},
        {"3,57201E+15", "error nik.digits_lost", "", "", ""},
        {"357201170845000A", "error nik.format", "", "", ""},
        {"", "error nik.format", "", "", ""},
    };
    for (auto const& row : rows) {
        auto const nik = inspect_nik(row.nik, person_today());
        EXPECT_EQ(person_verdict(nik), row.verdict) << row.nik;
        EXPECT_EQ(nik.ok, row.verdict.find("error") == std::string_view::npos) << row.nik;
        EXPECT_EQ(nik.part("sex"), row.sex) << row.nik;
        EXPECT_EQ(nik.part("birth_date"), row.birth_date) << row.nik;
        EXPECT_EQ(nik.part("district"), row.district) << row.nik;
    }
    EXPECT_EQ(inspect_nik("3572011708450001", person_today()).part("district_name"), "Kepanjenkidul");
    EXPECT_EQ(inspect_nik("3572025708450002", person_today()).part("district_name"), "Sukorejo");
    EXPECT_EQ(inspect_nik("3572025708450002", person_today()).part("province_name"), "Jawa Timur");
}

TEST(Nik, SaysThatTheCenturyIsAGuess)
{
    auto const nik = inspect_nik("3572010101200001", person_today());
    EXPECT_TRUE(nik.ok);
    EXPECT_TRUE(nik.has("nik.century"));
    EXPECT_EQ(nik.part("birth_date"), "2020-01-01");
    EXPECT_FALSE(inspect_nik("3572010101900001", person_today()).has("nik.century"));
    // Born tomorrow is not born: only the older century remains.
    EXPECT_EQ(inspect_nik("3572010201260001", person_today()).part("birth_date"), "1926-01-02");
}

TEST(Nik, IsComparedWithWhatThePersonSaid)
{
    auto compared = [](std::string_view date, std::string_view sex) {
        auto nik = inspect_nik("3572025708450002", person_today());
        compare_nik(nik, date.empty() ? std::nullopt : std::optional(Date::parse(date).value()), sex);
        return person_verdict(nik);
    };
    EXPECT_EQ(compared("1945-08-17", "female"), "ok");
    EXPECT_EQ(compared("", ""), "ok");
    EXPECT_EQ(compared("1945-08-18", "female"), "warn nik.mismatch");
    EXPECT_EQ(compared("1945-08-17", "male"), "warn nik.mismatch");
    EXPECT_EQ(compared("1946-08-17", "male"), "warn nik.mismatch, warn nik.mismatch");
}

TEST(Nik, IsMasked)
{
    EXPECT_EQ(mask_nik("3572011708450001"), "3572••••••••0001");
    EXPECT_EQ(mask_nik("35720117"), "••••••••");
    EXPECT_EQ(mask_nik(""), "");
}

TEST(Nik, ReadsBackWhatMadeIt)
{
    EXPECT_TRUE(rc::check("place, birth and sex are found again", [] {
        auto const born = Date::from_days(*rc::gen::inRange(-14'000, 20'454)); // 1931 to 2025
        bool const woman = *rc::gen::arbitrary<bool>();
        auto const text = fmt::format("35720{}{:02}{:02}{:02}{:04}", *rc::gen::inRange(1, 4), born.day() + (woman ? 40 : 0), born.month(), born.year() % 100,
            *rc::gen::inRange(1, 10'000));
        auto nik = inspect_nik(text, person_today());
        RC_ASSERT(nik.ok);
        RC_ASSERT(nik.part("birth_date").substr(2) == born.iso().substr(2));
        compare_nik(nik, born, woman ? "female" : "male");
        RC_ASSERT(!nik.has("nik.mismatch"));
    }));
}

TEST(Npwp, HasItsPublishedVectors)
{
    struct Row {
        std::string_view npwp, verdict, value;
    };
    // Published valid numbers, and those that are not.
    constexpr Row rows[] {
        {"01.312.166.0-091.000", "ok", "013121660091000"},
        {"016090524017000", "ok", "016090524017000"},
        {"023869720091000", "ok", "023869720091000"},
        {"01.451.869.0-054.000", "ok", "014518690054000"},
        {"02 . 433 . 917 . 8 - 011 . 000", "ok", "024339178011000"},
        {"02.183.241.5-000.000", "ok", "021832415000000"},
        {"02.061.179.4-000.000", "ok", "020611794000000"},
        {"31.294.519.9-424.000", "ok", "312945199424000"},
        {"01.451.869.7-054.000", "error npwp.checksum", "014518697054000"},
        {"12345678901234", "error npwp.length", "12345678901234"},
        {"FF3456789012345", "error npwp.format", "FF3456789012345"},
        {"3171011708450001", "ok", "3171011708450001"},
        {"0013121660091000", "ok", "0013121660091000"},
        {"0014518697054000", "error npwp.checksum", "0014518697054000"},
        {"3171013002001234", "error nik.date", "3171013002001234"},
        {"0013121660091000000001", "ok", "0013121660091000"},
        {"1.31217E+13", "error npwp.digits_lost", "131217E+13"},
    };
    for (auto const& row : rows) {
        auto const npwp = inspect_npwp(row.npwp, person_today());
        EXPECT_EQ(person_verdict(npwp), row.verdict) << row.npwp;
        EXPECT_EQ(npwp.value, row.value) << row.npwp;
    }
    EXPECT_EQ(inspect_npwp("3171011708450001", person_today()).part("form"), "nik");
    EXPECT_EQ(inspect_npwp("01.312.166.0-091.000", person_today()).part("npwp16"), "0013121660091000");
    EXPECT_EQ(format_npwp("013000666091000"), "01.300.066.6-091.000");
    EXPECT_EQ(format_npwp("0013000666091000"), "01.300.066.6-091.000");
    EXPECT_EQ(format_npwp("3171011708450001"), "3171011708450001");
}

TEST(Luhn, FindsEveryWrongDigit)
{
    // Worked example: 12345678 gives 2.
    EXPECT_EQ(luhn_digit("12345678"), '2');
    EXPECT_TRUE(rc::check("one changed digit is noticed", [] {
        auto digits = *rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::inRange('0', char('9' + 1))));
        digits += luhn_digit(digits);
        RC_ASSERT(luhn_holds(digits));
        auto const at = *rc::gen::inRange<std::size_t>(0, digits.size());
        digits[at] = char('0' + (digits[at] - '0' + *rc::gen::inRange(1, 10)) % 10);
        RC_ASSERT(!luhn_holds(digits));
    }));
}

} // namespace
} // namespace rtkeren::identifiers
