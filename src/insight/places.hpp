#pragma once

#include "territory/territory.hpp"

#include <map>
#include <string>

/// Places as pages name them.
namespace rtkeren::insight {

/// Names of the kelurahan and kecamatan of one city, read once a page.
class PlaceNames {
public:
    static Result<PlaceNames> read(db::ReadTx&, CityId, std::string city_name, Date on);

    [[nodiscard]] std::string name(std::string_view code) const; // "Plosokerep"; the code where it is unknown
    /// "RT 02 RW 03, Plosokerep"; "Plosokerep"; the city for "".
    [[nodiscard]] std::string words(std::string_view code) const;

private:
    std::string m_city_name;
    std::map<std::string, std::string, std::less<>> m_names;
};

} // namespace rtkeren::insight
