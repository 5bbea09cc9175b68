#include "simulation/market.hpp"

#include "base/text.hpp"

namespace rtkeren::simulation {

Result<int> units_of_size(std::string_view size)
{
    if (size == "city")
        return 0;
    if (size == "small")
        return 18;
    auto const units = parse_integer(size);
    if (!units || *units < 6 || *units > 5000)
        return Error::field("size", "demo.size", std::string(size));
    return static_cast<int>(*units);
}

Date example_today(int last_year) { return Date::of(last_year, 10, 15).value(); }

Result<void> make_demo(Services& services, operations::Registry const& registry, territory::City const& city, DemoOptions const& options, Progress const& progress)
{
    World world {.services = services, .registry = registry, .city = city, .options = options, .progress = progress, .random = Random(options.seed)};
    TRY(make_regions(world));
    progress("wilayah", world.kelurahan.size(), world.kelurahan.size());
    TRY(make_people(world));
    progress("orang dan jabatan", world.people, world.people);
    std::optional<Market> market;
    if (options.market)
        TRY(make_enterprises(market.emplace(world)));
    for (int year = options.first_year; year <= options.last_year; ++year)
        TRY(make_year(world, year, market ? &*market : nullptr));
    if (!market)
        return Done {};
    TRY(make_followups(*market));
    TRY(link_clinics(*market));
    TRY(make_surveys(*market));
    return publish_turnover(*market);
}

} // namespace rtkeren::simulation
