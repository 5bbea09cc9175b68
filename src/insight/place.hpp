#pragma once

#include "insight/figures.hpp"
#include "insight/late.hpp"
#include "insight/pages.hpp"
#include "insight/places.hpp"
#include "insight/scope.hpp"
#include "tables/list.hpp"

/// A place above the RT: where its money stands, as bars, as a map of tiles, as a table one level down.
namespace rtkeren::insight {

/// Everything that was read for the page of a place.
struct PlaceData {
    territory::Level level {territory::Level::Kota};
    std::string code, name, title, path; // path without the query
    int year {0};
    Date today;
    PlaceNames names;
    std::shared_ptr<rules::Pack const> pack;
    std::vector<territory::Region> kelurahan; // below the place, with their centroids
    std::vector<PurseMoney> purses;
    std::map<std::string, OpenFiles, std::less<>> files;
    std::vector<LateItem> late; // the longest
    std::int64_t late_count {0};
    std::vector<Choice> years;
    html::Safe calendar;
    std::string reach {}; // the widest place whose papers the reader sees
};

enum class Measure : std::uint8_t { Stage, Idle };

/// What the tiles mark: files past their deadline, or files that nobody touched for two weeks.
[[nodiscard]] html::Safe map_of(PlaceData const&, Measure, Zone);
[[nodiscard]] tables::TableSpec place_spec(PlaceData const&);
/// One row a kelurahan (city, kecamatan) or RT (kelurahan, RW), grouped with subtotals by kecamatan or RW.
[[nodiscard]] tables::Table place_table(PlaceData const&);
[[nodiscard]] PlacePage present_place(PlaceData const&, Measure, Zone);

[[nodiscard]] Result<http::Response> show_city(Services&, http::Exchange&);
[[nodiscard]] Result<http::Response> show_kecamatan(Services&, http::Exchange&);
[[nodiscard]] Result<http::Response> show_kelurahan(Services&, http::Exchange&);
[[nodiscard]] Result<http::Response> show_rw(Services&, http::Exchange&);

} // namespace rtkeren::insight
