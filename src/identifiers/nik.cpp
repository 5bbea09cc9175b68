#include "identifiers/nik.hpp"

#include "base/text.hpp"
#include "identifiers/digits.hpp"
#include "identifiers/mask.hpp"
#include "identifiers/regions.hpp"

#include <fmt/format.h>

namespace rtkeren::identifiers {
namespace {

constexpr int women_add = 40;
constexpr int oldest_age = 110;

struct BirthDigits {
    int day; // of the month
    bool woman;
    int month;
    int year; // within its century
};

std::optional<BirthDigits> birth_of(std::string_view nik)
{
    int const typed_day = number_of(nik.substr(6, 2));
    bool const woman = typed_day > women_add;
    int const day = typed_day - (woman ? women_add : 0);
    if (day < 1 || day > 31)
        return std::nullopt;
    return BirthDigits {day, woman, number_of(nik.substr(8, 2)), number_of(nik.substr(10, 2))};
}

void read_birth_date(Inspection& nik, BirthDigits const& birth, Date today)
{
    auto const of_century = [&](int century) -> std::optional<Date> {
        auto const date = Date::of(century + birth.year, unsigned(birth.month), unsigned(birth.day));
        return date.ok() && *date <= today ? std::optional(*date) : std::nullopt;
    };
    auto const young = of_century(2000);
    auto const old = of_century(1900);
    if (!young && !old)
        return nik.error("nik.date");
    if (young && old && today.year() - old->year() <= oldest_age)
        nik.info("nik.century", {{"young", young->iso()}, {"old", old->iso()}});
    nik.set("birth_date", (young ? *young : *old).iso());
}

void read_region(Inspection& nik)
{
    std::string_view const text = nik.value;
    auto const province = text.substr(0, 2);
    nik.set("province", std::string(province));
    nik.set("regency", fmt::format("{}.{}", province, text.substr(2, 2)));
    nik.set("district", fmt::format("{}.{}.{}", province, text.substr(2, 2), text.substr(4, 2)));
    auto const name = province_name(province);
    if (name.empty())
        return nik.error("nik.province", {{"province", std::string(province)}});
    nik.set("province_name", std::string(name));
    if (auto const district = district_name(text.substr(0, 6)); !district.empty())
        nik.set("district_name", std::string(district));
    // Regions are split and renumbered while people keep their number: unknown is no proof of anything.
    if (!is_regency(text.substr(0, 4)) || !is_district(text.substr(0, 6)).value_or(true))
        nik.warn("nik.region", {{"region", std::string(nik.part("district"))}});
}

} // namespace

Inspection inspect_nik(std::string_view typed, Date today)
{
    Inspection nik {"nik", compact(typed)};
    if (nik.value.size() != 16 || !is_digits(nik.value)) {
        nik.error(lost_digits(typed) ? "nik.digits_lost" : "nik.format");
        return nik;
    }
    read_region(nik);
    if (auto const birth = birth_of(nik.value)) {
        read_birth_date(nik, *birth, today);
        nik.set("sex", birth->woman ? "female" : "male");
    } else {
        nik.error("nik.day", {{"day", nik.value.substr(6, 2)}});
    }
    nik.set("serial", nik.value.substr(12));
    if (nik.part("serial") == "0000")
        nik.error("nik.serial");
    return nik;
}

void compare_nik(Inspection& nik, std::optional<Date> birth_date, std::string_view sex)
{
    if (!nik.ok)
        return;
    auto const birth = birth_of(nik.value);
    bool const other_date = birth && birth_date
        && (int(birth_date->day()) != birth->day || int(birth_date->month()) != birth->month || birth_date->year() % 100 != birth->year);
    if (other_date)
        nik.warn("nik.mismatch", {{"part", "birth_date"}, {"nik", std::string(nik.part("birth_date"))}, {"given", birth_date->iso()}});
    if (!sex.empty() && sex != nik.part("sex"))
        nik.warn("nik.mismatch", {{"part", "sex"}, {"nik", std::string(nik.part("sex"))}, {"given", std::string(sex)}});
}

std::string mask_nik(std::string_view nik)
{
    return nik.size() == 16 && is_digits(nik) ? masked(nik, 4, 4) : masked(nik, 0, 0);
}

} // namespace rtkeren::identifiers
