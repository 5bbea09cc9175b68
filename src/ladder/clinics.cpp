#include "ladder/clinics.hpp"

#include "base/check.hpp"

#include <algorithm>
#include <map>

namespace rtkeren::ladder {
namespace {

/// Nothing beyond what a city can own: a cost that somebody mistyped.
std::optional<Rupiah> times(Rupiah each, std::int64_t count)
{
    if (count > 0 && each.value() > Rupiah::limit / count)
        return std::nullopt;
    return Rupiah::of(each.value() * count);
}

/// Half a rupiah up, as the cost of a course's seat is.
Rupiah divided(Rupiah amount, std::int64_t by) { return Rupiah::checked((amount.value() * 2 + by) / (by * 2)); }

/// Products that each owner's seat would unblock, most first.
std::vector<std::int64_t> loads_of(std::span<Blocked const> blocked, std::string_view step)
{
    std::map<std::string_view, std::int64_t> by_owner;
    for (auto const& each : blocked)
        if (each.only && each.step == step)
            ++by_owner[each.owner];
    std::vector<std::int64_t> loads;
    for (auto const& [owner, products] : by_owner)
        loads.push_back(products);
    std::ranges::sort(loads, std::ranges::greater {});
    return loads;
}

struct Offer {
    std::size_t clinic;
    std::int64_t products;
    std::int64_t cost;
};

/// Every seat of every clinic, most products a rupiah first; compared without dividing.
std::vector<Offer> offers_of(std::span<Blocked const> blocked, std::span<Clinic const> clinics)
{
    std::vector<Offer> offers;
    for (std::size_t i = 0; i < clinics.size(); ++i)
        if (clinics[i].cost.per_seat)
            for (auto const products : loads_of(blocked, clinics[i].step))
                offers.push_back({i, products, clinics[i].cost.per_seat->value()});
    std::ranges::stable_sort(offers, [](Offer const& a, Offer const& b) { return a.products * b.cost > b.products * a.cost; });
    return offers;
}

void buy(Bought& bought, std::int64_t products, Rupiah cost)
{
    ++bought.seats;
    bought.products += products;
    bought.cost += cost;
}

} // namespace

std::string_view name_of(CostSource source)
{
    switch (source) {
    case CostSource::Spent: return "spent";
    case CostSource::Topic: return "topic";
    case CostSource::Pack: return "pack";
    case CostSource::Unknown: return "unknown";
    }
    check_failed("cost source");
}

std::optional<Rupiah> cost_per_seat(Rupiah spent, std::int64_t seats)
{
    if (seats <= 0 || !spent.is_positive())
        return std::nullopt;
    return divided(spent, seats);
}

std::vector<Clinic> clinics_of(std::span<Blocked const> blocked, std::span<SeatCost const> costs)
{
    std::map<std::string, Clinic> by_step;
    for (auto const& each : blocked) {
        auto& clinic = by_step[each.step];
        clinic.step = each.step;
        ++(each.only ? clinic.only : clinic.next);
    }
    std::vector<Clinic> clinics;
    for (auto& [step, clinic] : by_step) {
        clinic.seats = std::int64_t(loads_of(blocked, step).size());
        auto const cost = std::ranges::find(costs, step, &SeatCost::step);
        clinic.cost = cost == costs.end() ? SeatCost {.step = step} : *cost;
        if (clinic.cost.per_seat && clinic.only > 0) {
            clinic.total = times(*clinic.cost.per_seat, clinic.seats);
            if (clinic.total)
                clinic.per_product = divided(*clinic.total, clinic.only);
        }
        clinics.push_back(std::move(clinic));
    }
    std::ranges::stable_sort(clinics, [](Clinic const& a, Clinic const& b) {
        if (a.per_product && b.per_product && *a.per_product != *b.per_product)
            return *a.per_product < *b.per_product;
        if (a.per_product.has_value() != b.per_product.has_value())
            return a.per_product.has_value();
        return a.only > b.only;
    });
    return clinics;
}

WhatIf what_if(Rupiah money, std::span<Blocked const> blocked, std::span<Clinic const> clinics)
{
    WhatIf answer {.money = money};
    for (auto const& clinic : clinics) {
        if (!clinic.cost.per_seat)
            continue;
        Bought bought {.step = clinic.step};
        for (auto const products : loads_of(blocked, clinic.step))
            if (bought.cost + *clinic.cost.per_seat <= money)
                buy(bought, products, *clinic.cost.per_seat);
        answer.alone.push_back(std::move(bought));
    }
    std::map<std::size_t, Bought> mixed;
    for (auto const& offer : offers_of(blocked, clinics)) {
        auto const cost = Rupiah::of(offer.cost).value();
        if (answer.mixed_sum.cost + cost > money)
            continue;
        buy(answer.mixed_sum, offer.products, cost);
        buy(mixed[offer.clinic], offer.products, cost);
    }
    for (auto& [clinic, bought] : mixed) {
        bought.step = clinics[clinic].step;
        answer.mixed.push_back(std::move(bought));
    }
    return answer;
}

} // namespace rtkeren::ladder
