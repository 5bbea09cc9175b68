#include "base/text.hpp"
#include "simulation/market.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace rtkeren::simulation {

namespace {

constexpr int fewest_of_rt = 24, most_of_rt = 46;

Trade const& pick_trade(Random& random)
{
    static auto const total = std::accumulate(trades().begin(), trades().end(), 0, [](int sum, Trade const& trade) { return sum + trade.weight; });
    auto left = static_cast<int>(random.below(static_cast<std::size_t>(total)));
    for (auto const& trade : trades())
        if ((left -= trade.weight) < 0)
            return trade;
    return trades().back();
}

/// The first place of a trade is twice as common as the others.
std::string pick_place(Random& random, std::string_view places)
{
    std::vector<std::string_view> all;
    for (auto const word : split(places, ' '))
        all.push_back(word);
    all.push_back(all.front());
    return std::string(all[random.below(all.size())]);
}

/// A district, a birth date and a serial that no office gives: in the nine thousands.
std::string nik_of(Market& market, Owner const& owner)
{
    auto const day = owner.born.day() + (owner.woman ? 40 : 0);
    auto const front = fmt::format("3572{:02}{:02}{:02}{:02}", 1 + market.random.below(3), day, owner.born.month(), owner.born.year() % 100);
    return front + std::to_string(9001 + market.niks[front]++);
}

std::size_t new_owner(Market& market, Trade const& trade, Rt const& rt, Date started)
{
    auto& random = market.random;
    Owner owner {.name = {}, .woman = random.chance(trade.women_percent), .born = {}, .rt = rt.code, .phone = {}, .nik = {}, .agreed_on = {}, .person = {}};
    owner.name = owner_name(random, owner.woman);
    // Nobody starts before the age of seventeen.
    auto const youngest = std::min(Date::of(2003, 1, 1).value(), started.plus_days(-17 * 366));
    owner.born = market.between(std::min(Date::of(1952, 1, 1).value(), youngest), youngest);
    if (random.chance(91))
        owner.phone = phone_number(20'000 + market.phones++);
    if (random.chance(86))
        owner.nik = nik_of(market, owner);
    market.owners.push_back(std::move(owner));
    return market.owners.size() - 1;
}

Date start_of(Market& market)
{
    auto const drawn = market.random.below(100);
    auto const day = [](int year, unsigned month) { return Date::of(year, month, 1).value(); };
    if (drawn < 14)
        return market.between(day(1994, 1), day(2009, 12));
    if (drawn < 38)
        return market.between(day(2010, 1), day(2017, 12));
    if (drawn < 62)
        return market.between(day(2018, 1), day(2020, 12));
    return market.between(day(2021, 1), market.today.plus_days(-70));
}

/// The registry grew faster in its first years; every kelurahan has one day a month for it.
Date recorded_day(Market& market, Enterprise const& enterprise)
{
    auto const earliest = std::max(market.first_day, enterprise.started.plus_days(25));
    auto drawn = market.between(earliest, market.today.plus_days(-32));
    if (market.random.chance(60))
        drawn = std::min(drawn, market.between(earliest, market.today.plus_days(-32)));
    auto const kelurahan = enterprise.kelurahan->code.back() - '0';
    auto const day = Date::of(drawn.year(), drawn.month(), static_cast<unsigned>(5 + 2 * kelurahan)).value();
    return day < earliest ? day.plus_days(31) : day;
}

/// Young businesses close more often, careful owners less.
std::optional<Date> closing_day(Market& market, Enterprise const& enterprise)
{
    auto const is_young = enterprise.started >= market.first_day;
    auto const percent = (is_young ? 30 : 15) - enterprise.care / 8;
    if (!market.random.chance(percent))
        return std::nullopt;
    auto const first = std::max(enterprise.recorded.plus_days(45), enterprise.started.plus_days(150));
    auto const day = Market::office_day(market.between(first, market.today.plus_days(60)), std::chrono::Friday);
    return market.is_past(day) ? std::optional(day) : std::nullopt;
}

/// Careful owners sell more, and few sell much.
std::int64_t sales_of(Market& market, Trade const& trade, int care)
{
    auto const width = trade.month_high - trade.month_low;
    auto const reach = static_cast<std::int64_t>(width) * (20 + care) / 120;
    auto const drawn = std::min(market.random.between(0, reach), market.random.between(0, reach));
    return (trade.month_low + drawn) * 1000;
}

Enterprise life_of(Market& market, Kelurahan const& kelurahan, Rw const& rw, Rt const& rt, Trade const& trade)
{
    auto& random = market.random;
    Enterprise made {.owner = 0, .trade = &trade, .kelurahan = &kelurahan, .rw = &rw, .rt = &rt, .name = {}, .brand = {}, .place_kind = pick_place(random, trade.places), .started = start_of(market),
        .recorded = {}, .closed = {}, .care = static_cast<int>(random.below(100)), .month_sales = 0, .seasonal = trade.may_be_seasonal && random.chance(18), .entry = Entry::Visit, .id = {}};
    made.month_sales = sales_of(market, trade, made.care);
    made.recorded = recorded_day(market, made);
    made.closed = closing_day(market, made);
    return made;
}

void name(Market& market, Enterprise& enterprise)
{
    auto const& owner = market.owner_of(enterprise);
    enterprise.name = business_name(market.random, *enterprise.trade, owner.name, owner.woman);
    if (!enterprise.trade->articles.empty() && enterprise.care > 55)
        enterprise.brand = enterprise.name.substr(enterprise.name.find(' ') + 1);
}

/// A second activity of the same owner: who bakes at home sells at a stall too.
void add_second(Market& market, Enterprise const& first)
{
    auto second = life_of(market, *first.kelurahan, *first.rw, *first.rt, pick_trade(market.random));
    auto const recorded = Market::office_day(first.recorded.plus_days(60 + static_cast<int>(market.random.below(200))), std::chrono::Tuesday);
    if (second.trade == first.trade || !market.is_past(recorded.plus_days(3)) || first.closed)
        return;
    second.owner = first.owner;
    second.started = std::max(second.started, market.owner_of(first).born.plus_days(18 * 366));
    second.started = std::min(second.started, recorded.plus_days(-20));
    second.recorded = recorded;
    second.closed.reset();
    second.is_second = true;
    name(market, second);
    market.enterprises.push_back(std::move(second));
}

/// A careful baker of the home kelurahan, recorded in the first weeks, has the account of the sign-in page and a stall at the market too.
void choose_example_owner(Market& market)
{
    auto const fits = [&](Enterprise const& enterprise) {
        return enterprise.kelurahan->code == market.world.home && enterprise.trade == trades().data() && !enterprise.is_second && enterprise.started < market.first_day && market.owner_of(enterprise).woman;
    };
    auto const found = std::ranges::find_if(market.enterprises, fits);
    if (found == market.enterprises.end())
        return;
    market.example_owner = found->owner;
    found->recorded = Market::office_day(market.first_day.plus_days(10), std::chrono::Tuesday);
    found->closed.reset();
    found->care = 97;
    auto& owner = market.owner_of(*found);
    owner.agreed_on = found->recorded;
    if (owner.nik.empty())
        owner.nik = nik_of(market, owner);
    auto stall = *found;
    stall.is_second = true;
    stall.trade = &trades()[2];
    stall.place_kind = "pasar";
    stall.recorded = found->recorded.plus_days(28);
    stall.care = 60;
    name(market, stall);
    market.enterprises.push_back(std::move(stall));
}

void plan_rt(Market& market, Kelurahan const& kelurahan, Rw const& rw, Rt const& rt)
{
    auto left = market.random.between(fewest_of_rt, most_of_rt);
    while (left-- > 0) {
        auto const& trade = pick_trade(market.random);
        auto made = life_of(market, kelurahan, rw, rt, trade);
        made.owner = new_owner(market, trade, rt, made.started);
        market.owners[made.owner].agreed_on = made.recorded;
        name(market, made);
        market.enterprises.push_back(made);
        if (left > 0 && market.random.chance(6)) {
            add_second(market, made);
            --left;
        }
    }
}

} // namespace

void plan_enterprises(Market& market)
{
    for (auto const& kelurahan : market.world.kelurahan)
        for (auto const& rw : kelurahan.rws)
            for (auto const& rt : rw.rts)
                plan_rt(market, kelurahan, rw, rt);
    choose_example_owner(market);
}

} // namespace rtkeren::simulation
