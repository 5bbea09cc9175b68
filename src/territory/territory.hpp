#pragma once

#include "base/text.hpp"
#include "db/db.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Regions of one city down to the RT, each with the days it existed. A code ("35.72.03.1002.003.002": kelurahan, RW, RT) is what people
/// write and may be given anew; the id never changes and is what purses hang on. A running purse stays with the RT as it was.
namespace rtkeren::territory {

using RegionId = Id<struct RegionTag>;

enum class Level : std::uint8_t { Kota, Kecamatan, Kelurahan, Rw, Rt };
[[nodiscard]] std::string_view name_of(Level); // "kota", "kecamatan", "kelurahan", "rw", "rt"
[[nodiscard]] std::optional<Level> level_of(std::string_view);

/// A well-formed code: "35.72", "35.72.03", "35.72.03.1002", "35.72.03.1002.003", "35.72.03.1002.003.002".
/// Normalises RW and RT to three digits. Code: place.format.
struct PlaceCode {
    std::string text;
    Level level {Level::Kota};
    static Result<PlaceCode> parse(std::string_view);
    [[nodiscard]] std::string kelurahan() const; // "" above it
    [[nodiscard]] std::string rw() const; // "003" or ""
    [[nodiscard]] std::string rt() const; // "002" or ""
    [[nodiscard]] std::string parent() const; // "" for the city
};
/// Whether `inner` lies in `outer`: a prefix at a dot. "" holds everything.
[[nodiscard]] bool holds(std::string_view outer, std::string_view inner);
/// "/rt/35.72.03.1002/003/002", "/rw/35.72.03.1002/003", "/kelurahan/35.72.03.1002", "/kecamatan/35.72.03", "/kota".
[[nodiscard]] std::string href_of(std::string_view code);
/// "RT 02 RW 03", "RW 03", or the name.
[[nodiscard]] std::string short_name(Level, std::string_view code, std::string_view name);

/// The city of this database. An example city has a day of its own, a real one never.
struct City {
    CityId id;
    std::string code; // "35.72"
    std::string name; // "Kota Blitar"
    Zone zone {Zone::Wib};
    std::string letterhead; // lines under the name on papers
    bool example {false};
    std::optional<Date> example_today, example_set_on;
};
/// 35.72 is 3572. place.format
[[nodiscard]] Result<CityId> city_id_of(std::string_view code);
[[nodiscard]] Result<std::vector<City>> cities(db::ReadTx&);
[[nodiscard]] Result<City> city(db::ReadTx&, CityId); // place.unknown
[[nodiscard]] Result<void> found_city(db::WriteTx&, City const&, Instant at); // place.exists
[[nodiscard]] Result<void> set_letterhead(db::WriteTx&, CityId, std::string_view name, std::string_view letterhead);

struct Region {
    RegionId id;
    Level level {Level::Rt};
    std::string code;
    std::string parent;
    std::string name; // "Plosokerep", "RW 03", "RT 02 RW 03"
    Date valid_from;
    std::optional<Date> valid_until;
    std::int64_t households {0};
    bool example {false};
    std::optional<std::int64_t> latitude_e6 {}, longitude_e6 {};
};

/// The region in force with this code. place.unknown
[[nodiscard]] Result<Region> find(db::ReadTx&, CityId, std::string_view code);
/// Also regions that are gone. place.unknown
[[nodiscard]] Result<Region> find(db::ReadTx&, CityId, RegionId);
/// Regions of a level in force on a day, below a place ("" for the city), by code.
[[nodiscard]] Result<std::vector<Region>> regions(db::ReadTx&, CityId, Level, std::string_view below, Date on);
struct Kin {
    std::vector<Region> predecessors, successors;
};
[[nodiscard]] Result<Kin> kin(db::ReadTx&, CityId, RegionId);

/// Adds a region; place.exists when the code is in force already, place.unknown for its parent.
[[nodiscard]] Result<void> add(db::WriteTx&, CityId, Region const&);
/// Ends a region on a day (its last day is the day before) and names what came of it.
[[nodiscard]] Result<void> end(db::WriteTx&, CityId, RegionId, Date on, std::vector<RegionId> const& successors, std::string_view kind);

/// Changes what may change without being another region: its name and its number of households (0: unknown).
[[nodiscard]] Result<void> rename(db::WriteTx&, CityId, RegionId, std::string_view name, std::int64_t households);

/// City, kecamatan and kelurahan with their official codes, from packs/<city>/regions.csv: what `init` of a known city begins with.
/// Places are centroids in millionths of a degree. The counts of RW and RT are made up and never shown without "contoh".
struct OfficialRegion {
    std::string_view code, name;
    std::int64_t latitude_e6 {0}, longitude_e6 {0};
    int example_rw {0}, example_rt {0};
};
/// Empty when no file for that city was built in.
[[nodiscard]] std::vector<OfficialRegion> official_regions(std::string_view city_code);

} // namespace rtkeren::territory
