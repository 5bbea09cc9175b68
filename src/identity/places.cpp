#include "identity/places.hpp"

#include "territory/territory.hpp"

#include <algorithm>

namespace rtkeren::identity {

namespace {

using territory::Level;

html::Option option_of(territory::Region const& region) { return {region.code, territory::short_name(region.level, region.code, region.name), {}, {}}; }

bool has_level(std::vector<Role const*> const& roles, Level level)
{
    if (roles.empty())
        return level == Level::Kota || level == Level::Kecamatan || level == Level::Kelurahan;
    return std::ranges::any_of(roles, [level](Role const* role) {
        auto const is_pokmas_place = role->office == "pokmas" && (level == Level::Rw || level == Level::Kelurahan);
        return is_pokmas_place || role->office == territory::name_of(level);
    });
}

} // namespace

Result<std::vector<html::Option>> place_options(Services& services, db::ReadTx& tx, Actor const& actor, std::vector<Role const*> const& roles)
{
    std::vector<html::Option> options;
    for (auto const level : {Level::Kota, Level::Kecamatan, Level::Kelurahan, Level::Rw, Level::Rt}) {
        if (!has_level(roles, level))
            continue;
        auto regions = TRY(territory::regions(tx, services.city, level, "", services.today()));
        for (auto const& region : regions)
            if (may(actor, "identity.users", region.code))
                options.push_back(option_of(region));
    }
    return options;
}

std::vector<html::Option> role_options(std::vector<Role const*> const& roles)
{
    std::vector<html::Option> options;
    for (auto const* role : roles)
        options.push_back({role->key, role_label(role->key), {}, {}});
    return options;
}

} // namespace rtkeren::identity
