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

} // namespace rtkeren
