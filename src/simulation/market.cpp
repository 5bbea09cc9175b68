#include "simulation/market.hpp"

#include <fmt/format.h>

namespace rtkeren::simulation {

namespace {

constexpr std::uint64_t own_chances = 0x6d61726b6574;

} // namespace

Market::Market(World& of)
    : world(of)
    , random(of.options.seed ^ own_chances)
    , pictures(of.options.last_year)
    , first_day(Date::of(of.options.first_year, 1, 20).value())
    , today(example_today(of.options.last_year))
{
}

Instant Market::hour_of(Date day) { return Instant::start_of(day, world.services.zone).plus_seconds(8 * 3600 + random.between(0, 7 * 3600)); }

Date Market::office_day(Date day, std::chrono::weekday wanted)
{
    while (day.weekday() != wanted)
        day = day.plus_days(1);
    return day;
}

Date Market::between(Date from, Date to) { return from >= to ? from : from.plus_days(static_cast<int>(random.below(static_cast<std::size_t>(from.days_until(to)) + 1))); }

std::string month_of(Date day) { return fmt::format("{}-{:02}", day.year(), day.month()); }

Result<void> make_enterprises(Market& market)
{
    plan_enterprises(market);
    TRY(register_enterprises(market));
    TRY(merge_doubles(market));
    TRY(add_licences(market));
    TRY(add_products(market));
    TRY(take_in_hand(market));
    TRY(climb(market));
    TRY(record_sales(market));
    TRY(close_enterprises(market));
    return claim_businesses(market);
}

} // namespace rtkeren::simulation
