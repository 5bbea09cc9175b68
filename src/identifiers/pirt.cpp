#include "identifiers/pirt.hpp"

#include "base/text.hpp"
#include "identifiers/digits.hpp"
#include "identifiers/regions.hpp"

#include <algorithm>
#include <array>

namespace rtkeren::identifiers {
namespace {

constexpr std::array<PirtCode, 8> packaging_codes {{{"1", "gelas"}, {"2", "plastik"}, {"3", "karton atau kertas"}, {"4", "kaleng"}, {"5", "aluminium foil"},
    {"6", "lain-lain"}, {"7", "komposit"}, {"8", "ganda"}}};

/// BPOM HK.03.1.23.04.12.2205/2012, in the order that the regulation of 2018 keeps.
constexpr std::array<PirtCode, 15> food_codes {{
    {"01", "hasil olahan daging kering"}, {"02", "hasil olahan ikan kering"}, {"03", "hasil olahan unggas kering"}, {"04", "hasil olahan sayur"},
    {"05", "hasil olahan kelapa"}, {"06", "tepung dan hasil olahannya"}, {"07", "minyak dan lemak"}, {"08", "selai, jeli, dan sejenisnya"},
    {"09", "gula, kembang gula, dan madu"}, {"10", "kopi, teh, dan cokelat kering"}, {"11", "bumbu"}, {"12", "rempah-rempah"}, {"13", "minuman serbuk"},
    {"14", "hasil olahan buah"}, {"15", "hasil olahan biji-bijian, kacang-kacangan, dan umbi"},
}};

std::string_view pirt_name(std::span<PirtCode const> table, std::string_view code)
{
    auto const at = std::find_if(table.begin(), table.end(), [code](PirtCode const& row) { return row.code == code; });
    return at == table.end() ? std::string_view {} : at->name;
}

std::string without_pirt_heading(std::string_view typed)
{
    auto text = compact_with_hyphens(typed);
    for (std::string_view const heading : {"SPP-IRT", "SPPIRT", "P-IRT", "PIRT", "NOMOR", "NO", "-"}) {
        if (text.starts_with(heading))
            text.erase(0, heading.size());
    }
    return text;
}

/// The 15 digits; empty with a finding when they cannot be had.
std::string pirt_digits(Inspection& pirt, std::string_view typed)
{
    auto const text = without_pirt_heading(typed);
    auto digits = text;
    std::erase(digits, '-');
    auto const hyphen = text.find('-');
    bool const one_hyphen = hyphen != std::string::npos && text.find('-', hyphen + 1) == std::string::npos;
    if (digits.size() == 15 && is_digits(digits)) {
        if (!one_hyphen || hyphen != 13)
            pirt.warn("pirt.hyphen");
        pirt.value = digits.substr(0, 13) + "-" + digits.substr(13);
        return digits;
    }
    pirt.value = text;
    // Twelve digits, also with a year that somebody added: the form of before 2012.
    bool const legacy = is_digits(digits) && (digits.size() == 12 || (digits.size() == 14 && one_hyphen && hyphen == 12));
    pirt.error(lost_digits(typed) ? "pirt.digits_lost" : legacy ? "pirt.legacy" : "pirt.format");
    return {};
}

void read_pirt_codes(Inspection& pirt, std::string_view digits)
{
    auto const read = [&pirt](std::string name, std::string_view code, std::string_view meaning) {
        pirt.set(name, std::string(code));
        if (meaning.empty())
            pirt.error("pirt." + name, {{"code", std::string(code)}});
        else
            pirt.set(name + "_name", std::string(meaning));
    };
    read("packaging", digits.substr(0, 1), pirt_name(packaging_codes, digits.substr(0, 1)));
    read("food", digits.substr(1, 2), pirt_name(food_codes, digits.substr(1, 2)));
    auto const region = digits.substr(3, 4);
    pirt.set("region", std::string(region.substr(0, 2)) + "." + std::string(region.substr(2)));
    if (!is_regency(region))
        pirt.add(province_name(region.substr(0, 2)).empty() ? Level::Error : Level::Warn, "pirt.region", {{"code", std::string(region)}});
    pirt.set("product", std::string(digits.substr(7, 2)));
    if (pirt.part("product") == "00")
        pirt.error("pirt.product");
    pirt.set("producer", std::string(digits.substr(9, 4)));
    if (pirt.part("producer") == "0000")
        pirt.error("pirt.producer");
}

void judge_pirt_validity(Inspection& pirt, int year, Date today, std::optional<Date> valid_to)
{
    constexpr int longest_years = 5;
    Arguments const arguments {{"year", std::to_string(year)}};
    if (year > today.year() + longest_years)
        return pirt.error("pirt.year", arguments);
    bool const expired = valid_to ? *valid_to < today : year < today.year();
    if (expired)
        pirt.error("pirt.expired", arguments);
    else if (year == today.year())
        pirt.warn("pirt.expiring", arguments);
}

} // namespace

Inspection inspect_pirt(std::string_view typed, Date today, std::optional<Date> valid_to)
{
    Inspection pirt {"pirt", {}};
    auto const digits = pirt_digits(pirt, typed);
    if (digits.empty())
        return pirt;
    read_pirt_codes(pirt, digits);
    int const year = 2000 + number_of(std::string_view(digits).substr(13));
    pirt.set("year", std::to_string(year));
    judge_pirt_validity(pirt, year, today, valid_to);
    return pirt;
}

void compare_pirt(Inspection& pirt, std::string_view packaging, std::string_view food)
{
    auto const compare = [&pirt](std::string_view name, std::string_view stated) {
        auto const printed = pirt.part(name);
        if (!stated.empty() && !printed.empty() && stated != printed)
            pirt.warn("pirt.product_mismatch", {{"part", std::string(name)}, {"number", std::string(printed)}, {"product", std::string(stated)}});
    };
    compare("packaging", packaging);
    compare("food", food);
}

std::span<PirtCode const> pirt_packagings()
{
    return packaging_codes;
}

std::span<PirtCode const> pirt_foods()
{
    return food_codes;
}

} // namespace rtkeren::identifiers
