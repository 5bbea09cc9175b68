#pragma once

#include "http/http.hpp"
#include "planning/store.hpp"
#include "screens/screens.hpp"

/// What the pages of the room share.
namespace rtkeren::planning {

/// Up to four stretches of codes in which this person reads plans, as from and behind; unused ones hold nothing.
struct Reach {
    std::array<std::pair<std::string, std::string>, 4> stretches;
};
[[nodiscard]] Reach reach_of(Actor const&);
/// Whether this person's territory or pokmas holds it: others read 404.
[[nodiscard]] bool may_read(Actor const&, std::string_view place, std::string_view pokmas);
[[nodiscard]] Result<StoredPlan> readable_plan(db::ReadTx&, CityId, Actor const&, std::string_view id);

[[nodiscard]] std::vector<http::Route> plan_routes(Services&);
[[nodiscard]] std::vector<http::Route> edit_routes(Services&);
[[nodiscard]] std::vector<http::Route> list_routes(Services&);
[[nodiscard]] std::vector<http::Route> import_routes(Services&);
[[nodiscard]] std::vector<http::Route> price_routes(Services&);
/// The page of a plan, also when a step was refused.
[[nodiscard]] Result<http::Response> show_plan(Services&, http::Exchange const&, html::FormState const&);

} // namespace rtkeren::planning
