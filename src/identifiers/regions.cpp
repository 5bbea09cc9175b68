#include "identifiers/regions.hpp"

#include "base/text.hpp"
#include "identifiers/digits.hpp"

#include <algorithm>
#include <array>

namespace rtkeren::identifiers {
namespace {

struct Province {
    std::string_view code, name;
    int last_regency; // kabupaten run from 01
    int last_city;    // kota run from 71; 70 where there is none
};

/// Kemendagri codes; upper ends include regencies that have since moved to a new province.
constexpr std::array<Province, 39> provinces {{
    {"11", "Aceh", 18, 75},
    {"12", "Sumatera Utara", 25, 78},
    {"13", "Sumatera Barat", 12, 77},
    {"14", "Riau", 10, 73},
    {"15", "Jambi", 9, 72},
    {"16", "Sumatera Selatan", 13, 74},
    {"17", "Bengkulu", 9, 71},
    {"18", "Lampung", 13, 72},
    {"19", "Kepulauan Bangka Belitung", 6, 71},
    {"21", "Kepulauan Riau", 5, 72},
    {"31", "DKI Jakarta", 1, 75},
    {"32", "Jawa Barat", 20, 79},
    {"33", "Jawa Tengah", 29, 76},
    {"34", "DI Yogyakarta", 4, 71},
    {"35", "Jawa Timur", 29, 79},
    {"36", "Banten", 4, 74},
    {"51", "Bali", 8, 71},
    {"52", "Nusa Tenggara Barat", 8, 72},
    {"53", "Nusa Tenggara Timur", 21, 71},
    {"54", "Timor Timur (lama)", 13, 71},
    {"61", "Kalimantan Barat", 12, 72},
    {"62", "Kalimantan Tengah", 13, 71},
    {"63", "Kalimantan Selatan", 11, 72},
    {"64", "Kalimantan Timur", 11, 74},
    {"65", "Kalimantan Utara", 4, 71},
    {"71", "Sulawesi Utara", 11, 74},
    {"72", "Sulawesi Tengah", 12, 71},
    {"73", "Sulawesi Selatan", 26, 73},
    {"74", "Sulawesi Tenggara", 15, 72},
    {"75", "Gorontalo", 5, 71},
    {"76", "Sulawesi Barat", 6, 70},
    {"81", "Maluku", 9, 72},
    {"82", "Maluku Utara", 8, 72},
    {"91", "Papua", 29, 71},
    {"92", "Papua Barat", 12, 71},
    {"93", "Papua Selatan", 4, 70},
    {"94", "Papua Tengah", 8, 70},
    {"95", "Papua Pegunungan", 8, 70},
    {"96", "Papua Barat Daya", 5, 71},
}};

struct District {
    std::string_view code, name;
};
/// Complete for each city that is named here at all.
constexpr std::array<District, 16> districts {{
    {"357101", "Mojoroto"}, {"357102", "Kota"}, {"357103", "Pesantren"},
    {"357201", "Kepanjenkidul"}, {"357202", "Sukorejo"}, {"357203", "Sananwetan"},
    {"647201", "Palaran"}, {"647202", "Samarinda Ilir"}, {"647203", "Samarinda Seberang"}, {"647204", "Sungai Kunjang"}, {"647205", "Samarinda Ulu"},
    {"647206", "Samarinda Utara"}, {"647207", "Sambutan"}, {"647208", "Sungai Pinang"}, {"647209", "Samarinda Kota"}, {"647210", "Loa Janan Ilir"},
}};

Province const* find_province(std::string_view code)
{
    auto const* const at = std::find_if(provinces.begin(), provinces.end(), [code](Province const& province) { return province.code == code; });
    return at == provinces.end() ? nullptr : at;
}

} // namespace

std::string_view province_name(std::string_view province)
{
    auto const* const known = find_province(province);
    return known ? known->name : std::string_view {};
}

bool is_regency(std::string_view regency)
{
    if (regency.size() != 4 || !is_digits(regency))
        return false;
    auto const* const province = find_province(regency.substr(0, 2));
    int const number = number_of(regency.substr(2));
    return province && ((number >= 1 && number <= province->last_regency) || (number >= 71 && number <= province->last_city));
}

std::optional<bool> is_district(std::string_view district)
{
    bool const city_listed
        = std::any_of(districts.begin(), districts.end(), [district](District const& known) { return known.code.substr(0, 4) == district.substr(0, 4); });
    if (!city_listed)
        return std::nullopt;
    return !district_name(district).empty();
}

std::string_view district_name(std::string_view district)
{
    auto const* const at = std::find_if(districts.begin(), districts.end(), [district](District const& known) { return known.code == district; });
    return at == districts.end() ? std::string_view {} : at->name;
}

} // namespace rtkeren::identifiers
