#include "planning/parts.hpp"

#include "planning/room.hpp"

#include <algorithm>

namespace rtkeren::planning {
namespace {

bool reads_plans(Grant const& grant)
{
    return std::any_of(
        grant.permissions.begin(), grant.permissions.end(), [](Permission const& each) { return each == "insight.read" || each.starts_with("planning."); });
}

} // namespace

Reach reach_of(Actor const& actor)
{
    std::vector<std::string> places;
    for (auto const& grant : actor.grants) {
        if (reads_plans(grant))
            places.push_back(covers_place(grant.place, "") ? std::string {} : grant.place);
    }
    std::sort(places.begin(), places.end(), [](auto const& a, auto const& b) { return a.size() != b.size() ? a.size() < b.size() : a < b; });
    Reach reach;
    reach.stretches.fill({"~", "~"});
    std::vector<std::string> kept;
    for (auto const& place : places) {
        auto const is_held = std::any_of(kept.begin(), kept.end(), [&](std::string const& outer) { return territory::holds(outer, place); });
        if (is_held || kept.size() == reach.stretches.size())
            continue;
        // '/' follows the dot, so the stretch is the place itself and all below it.
        reach.stretches[kept.size()] = {place, place.empty() ? "~" : place + "/"};
        kept.push_back(place);
    }
    return reach;
}

bool may_read(Actor const& actor, std::string_view place, std::string_view pokmas)
{
    return std::any_of(actor.grants.begin(), actor.grants.end(), [&](Grant const& grant) {
        return reads_plans(grant) && (covers_place(grant.place, place) || (!grant.pokmas.empty() && grant.pokmas == pokmas));
    });
}

Result<StoredPlan> readable_plan(db::ReadTx& tx, CityId city, Actor const& actor, std::string_view id)
{
    auto const parsed = PlanId::parse(id);
    if (!parsed)
        return Error::not_found("planning.no_plan");
    auto plan = TRY(find_plan(tx, city, *parsed));
    if (!may_read(actor, plan.unit_code, plan.pokmas))
        return Error::not_found("planning.no_plan");
    return plan;
}

std::vector<http::Route> routes(Services& services)
{
    std::vector<http::Route> all;
    for (auto* part : {list_routes, plan_routes, edit_routes, import_routes, price_routes}) {
        for (auto& route : part(services))
            all.push_back(std::move(route));
    }
    return all;
}

} // namespace rtkeren::planning
