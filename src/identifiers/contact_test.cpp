#include "identifiers/contact.hpp"

#include "identifiers/digits.hpp"
#include "identifiers/regions.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace rtkeren::identifiers {
namespace {

std::string phone_or_code(std::string_view typed)
{
    auto const phone = normalise_phone(typed);
    return phone.ok() ? *phone : phone.error().code;
}

std::string account_or_code(std::string_view typed)
{
    auto const account = normalise_account(typed);
    return account.ok() ? *account : account.error().code;
}

TEST(Phone, HasOneForm)
{
    for (std::string_view const typed :
        {"+62 812-3456-7890", "6281234567890", "081234567890", "81234567890", "(0812) 3456.7890", "0062 81234567890", "+62 0812 3456 7890", "'081234567890"})
        EXPECT_EQ(phone_or_code(typed), "6281234567890") << typed;
    for (std::string_view const typed : {"", "0342801234", "+6581234567", "0812", "08123456789012", "08123x567890", "++6281234567890", "6 2", "0081234567890"})
        EXPECT_EQ(phone_or_code(typed), "phone.format") << typed;
    EXPECT_EQ(inspect_phone("081234567890").part("local"), "081234567890");
    EXPECT_TRUE(inspect_phone("8.12346E+10").has("phone.digits_lost"));
    EXPECT_EQ(mask_phone("6281234567890"), "6281••••••890");
    EXPECT_EQ(mask_phone("rahasia"), "•••••••");
}

TEST(Account, HasDigitsOnly)
{
    EXPECT_EQ(account_or_code("0123-456.789 0"), "01234567890");
    EXPECT_EQ(account_or_code("123456"), "123456");
    for (std::string_view const typed : {"12345", "123456789012345678901", "12345A7", ""})
        EXPECT_EQ(account_or_code(typed), "account.format") << typed;
    EXPECT_TRUE(inspect_account("1.23457E+12").has("account.digits_lost"));
    EXPECT_EQ(mask_account("9876543210"), "••••••3210");
    EXPECT_EQ(mask_account("123456"), "••••56");
}

TEST(Regions, AreKnownByCode)
{
    EXPECT_EQ(province_name("35"), "Jawa Timur");
    EXPECT_EQ(province_name("99"), "");
    for (std::string_view const code : {"3572", "3505", "3374", "3276", "3578", "3515", "3171", "3502", "3216"})
        EXPECT_TRUE(is_regency(code)) << code;
    for (std::string_view const code : {"3599", "3500", "9972", "357", "35x2", ""})
        EXPECT_FALSE(is_regency(code)) << code;
    EXPECT_EQ(is_district("357203"), std::optional(true));
    EXPECT_EQ(is_district("357204"), std::optional(false));
    EXPECT_EQ(is_district("350501"), std::nullopt);
}

TEST(Inspection, IsFoundByKind)
{
    auto const today = Date::of(2026, 1, 1).value();
    EXPECT_EQ(inspect("kk", "1", today).error().code, "identifier.kind");
    EXPECT_EQ(inspect("pirt", "2063572010001-28", today)->part("year"), "2028");
    EXPECT_EQ(inspection_kinds().size(), 13U);
}

TEST(Inspection, TakesAnyText)
{
    EXPECT_TRUE(rc::check("each kind answers any bytes, and what it accepts it accepts again", [] {
        auto const today = Date::of(2026, 1, 1).value();
        auto const text = *rc::gen::oneOf(rc::gen::container<std::string>(rc::gen::arbitrary<char>()),
            rc::gen::container<std::string>(rc::gen::element('0', '1', '2', '3', '5', '7', '9', '-', '.', 'I', 'D', 'M', 'P', 'R', 'T', '/', '%', '?', '=')));
        for (auto const kind : inspection_kinds()) {
            auto const first = inspect(kind, text, today).value();
            if (first.ok) {
                RC_ASSERT(inspect(first.kind, first.value, today)->ok);
                RC_ASSERT(inspect(first.kind, first.value, today)->value == first.value);
            }
        }
    }));
}

} // namespace
} // namespace rtkeren::identifiers
