#include "ladder/clinics.hpp"

#include "base/check.hpp"

#include <algorithm>
#include <map>
#include <set>

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
    std::int64_t products, expected_bp;
    std::int64_t cost;
};

bool is_known(Clinic const& clinic) { return clinic.cost.per_seat && clinic.success.source != SuccessSource::Unknown; }

/// Every seat of every clinic, most unblocked products a rupiah first; compared without dividing.
std::vector<Offer> offers_of(std::span<Blocked const> blocked, std::span<Clinic const> clinics)
{
    std::vector<Offer> offers;
    for (std::size_t i = 0; i < clinics.size(); ++i)
        if (is_known(clinics[i]) && clinics[i].success.share_bp > 0)
            for (auto const products : loads_of(blocked, clinics[i].step))
                offers.push_back({i, products, products * clinics[i].success.share_bp, clinics[i].cost.per_seat->value()});
    std::ranges::stable_sort(offers, [](Offer const& a, Offer const& b) { return a.expected_bp * b.cost > b.expected_bp * a.cost; });
    return offers;
}

void buy(Bought& bought, std::int64_t products, std::int64_t expected_bp, Rupiah cost)
{
    ++bought.seats;
    bought.products += products;
    bought.expected_bp += expected_bp;
    bought.cost += cost;
}

/// What became of one seat whose days are over.
struct Outcome {
    bool had_it {false}, got_it {false};
};

std::map<std::string_view, Outcome> outcomes_of(std::string_view step, std::span<PastSeat const> seats, Date today)
{
    std::map<std::string_view, Outcome> outcomes;
    for (auto const& each : seats) {
        auto const until = each.ended.plus_days(success_days);
        if (each.step != step || until > today)
            continue;
        auto& outcome = outcomes[each.seat];
        outcome.had_it = outcome.had_it || (each.proven && *each.proven <= each.ended);
        outcome.got_it = outcome.got_it || (each.proven && *each.proven > each.ended && *each.proven <= until);
    }
    return outcomes;
}

/// What all seats of a clinic cost, how many products they would unblock, and what one of these costs.
void add_sums(Clinic& clinic)
{
    if (clinic.only == 0)
        return;
    if (clinic.cost.per_seat)
        clinic.total = times(*clinic.cost.per_seat, clinic.seats);
    if (clinic.success.source != SuccessSource::Unknown)
        clinic.expected_tenths = (clinic.only * clinic.success.share_bp + 500) / 1000;
    if (clinic.total && clinic.expected_tenths.value_or(0) > 0)
        clinic.per_product = divided(Rupiah::checked(clinic.total->value() * 10), *clinic.expected_tenths);
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

std::string_view name_of(SuccessSource source)
{
    switch (source) {
    case SuccessSource::Measured: return "measured";
    case SuccessSource::Assumed: return "assumed";
    case SuccessSource::Unknown: return "unknown";
    }
    check_failed("success source");
}

std::optional<Rupiah> cost_per_seat(Rupiah spent, std::int64_t seats)
{
    if (seats <= 0 || !spent.is_positive())
        return std::nullopt;
    return divided(spent, seats);
}

Success success_of(std::string_view step, std::span<PastSeat const> seats, Date today)
{
    Success success {.step = std::string(step)};
    for (auto const& [seat, outcome] : outcomes_of(step, seats, today)) {
        success.seats += outcome.had_it ? 0 : 1;
        success.proven += !outcome.had_it && outcome.got_it ? 1 : 0;
    }
    std::set<std::string_view> topics;
    for (auto const& each : seats)
        if (each.step == step && topics.insert(each.topic).second)
            success.said += (success.said.empty() ? "" : ", ") + each.topic;
    if (success.seats < fewest_seats)
        return success;
    success.source = SuccessSource::Measured;
    success.share_bp = success.proven * 10'000 / success.seats;
    return success;
}

std::vector<Clinic> clinics_of(std::span<Blocked const> blocked, std::span<SeatCost const> costs, std::span<Success const> successes)
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
        auto const success = std::ranges::find(successes, step, &Success::step);
        clinic.success = success == successes.end() ? Success {.step = step} : *success;
        add_sums(clinic);
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
        if (!is_known(clinic))
            continue;
        Bought bought {.step = clinic.step};
        for (auto const products : loads_of(blocked, clinic.step))
            if (bought.cost + *clinic.cost.per_seat <= money)
                buy(bought, products, products * clinic.success.share_bp, *clinic.cost.per_seat);
        answer.alone.push_back(std::move(bought));
    }
    std::map<std::size_t, Bought> mixed;
    for (auto const& offer : offers_of(blocked, clinics)) {
        auto const cost = Rupiah::of(offer.cost).value();
        if (answer.mixed_sum.cost + cost > money)
            continue;
        buy(answer.mixed_sum, offer.products, offer.expected_bp, cost);
        buy(mixed[offer.clinic], offer.products, offer.expected_bp, cost);
    }
    for (auto& [clinic, bought] : mixed) {
        bought.step = clinics[clinic].step;
        answer.mixed.push_back(std::move(bought));
    }
    return answer;
}

} // namespace rtkeren::ladder
