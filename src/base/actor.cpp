#include "base/actor.hpp"

#include <algorithm>
#include <functional>

namespace rtkeren {

bool Actor::has(std::string_view permission) const
{
    return std::binary_search(permissions.begin(), permissions.end(), permission, std::less<> {});
}

bool Actor::has_role(std::string_view role) const
{
    return std::any_of(grants.begin(), grants.end(), [role](Grant const& grant) { return grant.role == role; });
}

bool covers_place(std::string_view outer, std::string_view inner)
{
    if (inner.empty()) // the whole city: reached by who has all of it
        return std::count(outer.begin(), outer.end(), '.') <= 1;
    return outer.empty() || (inner.starts_with(outer) && (inner.size() == outer.size() || inner[outer.size()] == '.'));
}

bool may(Actor const& actor, std::string_view permission, std::string_view place, std::string_view pokmas)
{
    return std::any_of(actor.grants.begin(), actor.grants.end(), [&](Grant const& grant) {
        auto const given = std::binary_search(grant.permissions.begin(), grant.permissions.end(), permission, std::less<> {});
        if (!given)
            return false;
        return grant.pokmas.empty() ? covers_place(grant.place, place) : grant.pokmas == pokmas;
    });
}

} // namespace rtkeren
