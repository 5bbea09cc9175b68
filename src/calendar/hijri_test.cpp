#include "calendar/hijri.hpp"

#include <gtest/gtest.h>

namespace rtkeren::calendar {
namespace {

Date civil(std::string_view iso)
{
    return Date::parse(iso).value();
}

HijriMonthStart month_start(int year, int month, std::string_view iso, bool declared = true)
{
    return {HijriAuthority::Kemenag, year, month, civil(iso), declared};
}

/// What the government declared in the sidang isbat of these years.
std::vector<HijriMonthStart> declared_months()
{
    return {month_start(1444, 9, "2023-03-23"), month_start(1444, 10, "2023-04-22"), month_start(1445, 9, "2024-03-12"), month_start(1445, 10, "2024-04-10"),
        month_start(1446, 9, "2025-03-01"), month_start(1446, 10, "2025-03-31"), month_start(1447, 9, "2026-02-19"), month_start(1447, 10, "2026-03-21"),
        month_start(1448, 9, "2027-02-09", false)};
}

TEST(Hijri, CalculatesUmmAlQura)
{
    struct Row {
        std::string_view day;
        HijriDate expected;
    };
    constexpr Row rows[] {
        {"2023-03-23", {1444, 9, 1}}, {"2023-04-21", {1444, 10, 1}}, {"2024-03-11", {1445, 9, 1}}, {"2024-04-10", {1445, 10, 1}}, {"2025-03-01", {1446, 9, 1}},
        {"2025-03-30", {1446, 10, 1}}, {"2026-02-18", {1447, 9, 1}}, {"2026-03-20", {1447, 10, 1}}, {"2027-02-08", {1448, 9, 1}}, {"2023-03-22", {1444, 8, 30}},
        {"2023-03-28", {1444, 9, 6}},
    };
    for (auto const& row : rows)
        EXPECT_EQ(calculated_hijri(civil(row.day)), row.expected) << row.day;
}

TEST(Hijri, LabelsByWhatWasDeclared)
{
    struct Row {
        std::string_view day, label;
    };
    constexpr Row rows[] {
        {"2023-03-28", "6 Ramadan 1444"},
        {"2023-04-20", "29 Ramadan 1444"},
        {"2023-04-21", "30 Ramadan 1444"},
        {"2023-04-22", "1 Syawal 1444"},
        {"2024-03-12", "1 Ramadan 1445"},
        {"2024-03-11", "30 Syakban 1445 (perkiraan)"},
        {"2025-03-30", "30 Ramadan 1446"},
        {"2025-03-31", "1 Syawal 1446"},
        {"2026-02-18", "30 Syakban 1447 (perkiraan)"},
        {"2026-02-19", "1 Ramadan 1447"},
        {"2026-03-20", "30 Ramadan 1447"},
        {"2026-03-21", "1 Syawal 1447"},
        {"2027-02-08", "1 Ramadan 1448 (perkiraan)"},
        {"2024-10-15", "12 Rabiulakhir 1446 (perkiraan)"},
    };
    auto const table = declared_months();
    for (auto const& row : rows)
        EXPECT_EQ(hijri_label(civil(row.day), table), row.label) << row.day;
    EXPECT_EQ(hijri_label(civil("2023-03-28"), {}), "6 Ramadan 1444 (perkiraan)");
    EXPECT_EQ(hijri_label(civil("2023-04-22"), table, Language::English), "1 Shawwal 1444");
}

TEST(Hijri, NeverSkipsOrDoublesADay)
{
    // With all rows, and with each row alone: the boundary between declared and calculated months is where days get lost.
    auto const all = declared_months();
    for (std::size_t only = 0; only <= all.size(); ++only) {
        auto const table = only == all.size() ? all : std::vector {all[only]};
        auto before = hijri_of(civil("2022-12-31"), table).date;
        for (auto day = civil("2023-01-01"); day < civil("2027-12-31"); day = day.plus_days(1)) {
            auto const now = hijri_of(day, table).date;
            bool const next_day = now.day == before.day + 1 && now.month == before.month && now.day <= 30;
            bool const next_month = now.day == 1 && before.day >= 28 && now.year * 12 + now.month == before.year * 12 + before.month + 1;
            ASSERT_TRUE(next_day || next_month) << day.iso();
            before = now;
        }
    }
}

TEST(Hijri, RefusesTablesThatCannotBe)
{
    EXPECT_TRUE(check_month_starts(declared_months()).ok());
    auto code_with = [](HijriMonthStart row) {
        auto table = declared_months();
        table.push_back(row);
        auto const checked = check_month_starts(table);
        return checked.ok() ? std::string("ok") : checked.error().code;
    };
    EXPECT_EQ(code_with(month_start(1444, 11, "2023-05-21")), "ok");
    EXPECT_EQ(code_with(month_start(1444, 11, "2023-05-23")), "hijri.length");
    EXPECT_EQ(code_with(month_start(1444, 11, "2023-05-20")), "hijri.length");
    EXPECT_EQ(code_with(month_start(1444, 9, "2023-03-22")), "hijri.duplicate");
    EXPECT_EQ(code_with(month_start(1444, 13, "2023-03-22")), "hijri.month");
    auto other = month_start(1444, 8, "2023-02-21");
    other.authority = HijriAuthority::Muhammadiyah;
    EXPECT_EQ(code_with(other), "hijri.authority");
}

TEST(Hijri, NamesAuthorities)
{
    EXPECT_EQ(hijri_authority_of("muhammadiyah"), std::optional(HijriAuthority::Muhammadiyah));
    EXPECT_EQ(hijri_authority_of("nu"), std::nullopt);
}

} // namespace
} // namespace rtkeren::calendar
