#pragma once

#include "db/db.hpp"
#include "http/http.hpp"
#include "insight/pages.hpp"
#include "insight/places.hpp"
#include "operations/services.hpp"

/// Files whose deadline has passed: whose move it is, for how long.
namespace rtkeren::insight {

struct LateItem {
    Ulid subject {};
    std::string machine, title, state, place, waits_for;
    Date due;
    Instant since;
};
/// The longest late first, of a place or of all (""), as far as the reader reads its papers.
[[nodiscard]] Result<std::vector<LateItem>> late_items(db::ReadTx&, CityId, Actor const&, std::string_view place, Date today, int limit);
[[nodiscard]] LateLine late_line(LateItem const&, PlaceNames const&, Date today);

[[nodiscard]] Result<http::Response> show_late(Services&, http::Exchange&);

} // namespace rtkeren::insight
