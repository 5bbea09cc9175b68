#include "ladder/picture.hpp"

#include "ladder/sql.hpp"
#include "rules/rules.hpp"
#include "territory/territory.hpp"

#include <algorithm>
#include <map>
#include <unordered_set>

namespace rtkeren::ladder {
namespace {

constexpr int pack_years = 3;

bool is_open(enterprise::StandingStep const& step) { return step.state != enterprise::StepState::Done && step.state != enterprise::StepState::NotNeeded; }

Waiting waiting_of(enterprise::ProductStanding product)
{
    Waiting waiting;
    auto& standing = product.standing;
    auto const* brand = standing.step("merek");
    waiting.lacks_brand = brand != nullptr && brand->state != enterprise::StepState::Done;
    waiting.missing = int(std::ranges::count_if(standing.steps, [](enterprise::StandingStep const& step) { return step.required && is_open(step); }));
    if (standing.now)
        waiting.step = std::move(standing.steps[*standing.now]);
    standing = {};
    waiting.product = std::move(product);
    return waiting;
}

Result<void> add_place(db::ReadTx& tx, Services const& services, std::string const& place, std::map<std::string, Word> const& words, Picture& picture)
{
    auto const [from, behind] = stretch_of(place);
    auto const counted = TRY(tx.one("ladder.no_business", sql::count_businesses, services.city, from, behind, ""));
    auto standings = TRY(enterprise::legal_standings_in(tx, services, place));
    std::unordered_set<std::string> with_product;
    picture.products.reserve(picture.products.size() + standings.size());
    for (auto& standing : standings) {
        if (standing.closed)
            continue; // it waits for nothing
        with_product.insert(standing.business.str());
        auto waiting = waiting_of(std::move(standing));
        auto const* step = waiting.now();
        if (step && step->application)
            if (auto const word = words.find(step->application->str()); word != words.end())
                waiting.word = word->second;
        picture.products.push_back(std::move(waiting));
    }
    picture.businesses += counted.integer(0);
    picture.without_product += counted.integer(0) - std::int64_t(with_product.size());
    return Done {};
}

struct PackNumber {
    rules::Pack::Number number;
    int year {0};
    [[nodiscard]] std::string said() const { return number.basis.citation + ", " + std::to_string(year); }
};
/// Of the newest released pack that has it.
Result<std::optional<PackNumber>> pack_number(db::ReadTx& tx, Services const& services, std::string const& key)
{
    auto const today = services.today();
    for (int year = today.year(); year > today.year() - pack_years; --year) {
        auto const pack = rules::released(tx, services.city, year);
        if (!pack.ok()) {
            if (pack.error().kind != ErrorKind::NotFound)
                return pack.error();
            continue;
        }
        auto const number = (*pack)->numbers.find(key);
        if (number != (*pack)->numbers.end())
            return std::optional(PackNumber {number->second, year});
    }
    return std::optional<PackNumber> {};
}

Result<std::vector<PastSeat>> past_seats(db::ReadTx& tx, Services const& services)
{
    std::map<std::pair<std::string, std::string>, Date> proven; // by business and paper
    for (auto const& row : TRY(tx.run(sql::clinic_proofs, services.city)))
        proven.emplace(std::pair(row.text(0), row.text(1)), row.instant(2).date_in(services.zone));
    std::vector<PastSeat> seats;
    for (auto const& row : TRY(tx.run(sql::past_seats, services.city))) {
        auto const found = proven.find({row.text(4), row.text(0)});
        seats.push_back({row.text(0), row.text(1), row.text(2), row.date(3), found == proven.end() ? std::nullopt : std::optional(found->second)});
    }
    return seats;
}

/// Of a step with several linked topics: money and seats of all of them, else the cheapest usual cost.
SeatCost linked_cost(db::Rows const& rows, std::string const& step)
{
    SeatCost spent {.step = step, .source = CostSource::Spent};
    SeatCost usual {.step = step, .source = CostSource::Topic};
    for (auto const& row : rows) {
        if (row.text(0) != step)
            continue;
        if (row.integer(6) > 0) {
            spent.spent += row.rupiah(5);
            spent.seats += row.integer(6);
            spent.said += (spent.said.empty() ? "" : ", ") + row.text(2);
            auto const ended = row.date(8);
            spent.as_of = spent.as_of ? std::max(*spent.as_of, ended) : ended;
        }
        if (!row.is_null(3) && (!usual.per_seat || row.rupiah(3) < *usual.per_seat)) {
            usual.per_seat = row.rupiah(3);
            usual.said = row.text(2);
        }
    }
    spent.per_seat = cost_per_seat(spent.spent, spent.seats);
    return spent.per_seat ? spent : usual.per_seat ? usual : SeatCost {.step = step};
}

} // namespace

std::pair<std::string, std::string> stretch_of(std::string_view place)
{
    // '/' follows the dot: the place itself and all below it.
    return {std::string(place), place.empty() ? std::string("~") : std::string(place) + "/"};
}

Result<Scope> scope_of(db::ReadTx& tx, Services const& services, Actor const& actor, std::string_view asked)
{
    Scope scope;
    auto const regions = TRY(territory::regions(tx, services.city, territory::Level::Kelurahan, "", services.today()));
    for (auto const& region : regions)
        if (may(actor, "enterprise.read", region.code))
            scope.choices.push_back({region.code, region.name});
    auto const is_choice = std::ranges::any_of(scope.choices, [&](tables::Choice const& choice) { return choice.value == asked; });
    if (!asked.empty() && !is_choice)
        return Error::field("kelurahan", "list.filter", std::string(asked));
    scope.kelurahan = asked;
    if (!asked.empty()) {
        scope.places = {scope.kelurahan};
        return scope;
    }
    for (auto const& [from, behind] : enterprise::reach_of(actor, "enterprise.read"))
        if (from != "~")
            scope.places.push_back(from);
    return scope;
}

Result<Picture> picture_of(db::ReadTx& tx, Services const& services, std::vector<std::string> const& places)
{
    Picture picture;
    auto const words = TRY(newest_words(tx, services.city));
    for (auto const& place : places)
        TRY(add_place(tx, services, place, words, picture));
    return picture;
}

std::vector<Wait> waits_of(std::span<Waiting const* const> products, Date today)
{
    std::vector<Wait> waits;
    waits.reserve(products.size());
    for (auto const* each : products)
        if (auto const* step = each->now())
            waits.push_back({.step = step->step, .whose = step->whose, .business = each->product.business.str(), .product = each->product.product.str(), .kelurahan = each->product.kelurahan,
                .kind = each->product.kind, .since = step->since.value_or(today)});
    return waits;
}

std::vector<Blocked> blocked_of(Picture const& picture)
{
    std::vector<Blocked> blocked;
    for (auto const& each : picture.products)
        if (auto const* step = each.now(); step && step->whose == "pemilik")
            blocked.push_back({step->step, each.product.owner.str(), each.missing == 1});
    return blocked;
}

Result<std::vector<SeatCost>> seat_costs(db::ReadTx& tx, Services const& services)
{
    std::vector<SeatCost> costs;
    auto const linked = TRY(tx.run(sql::clinic_costs, services.city));
    for (auto const step : paper_order) {
        auto cost = linked_cost(linked, std::string(step));
        if (!cost.per_seat)
            if (auto const proposed = TRY(pack_number(tx, services, "clinic_" + cost.step)))
                cost = {.step = cost.step, .source = CostSource::Pack, .per_seat = Rupiah::of(proposed->number.value), .said = proposed->said(), .as_of = proposed->number.basis.valid_from};
        costs.push_back(std::move(cost));
    }
    return costs;
}

Result<std::vector<Success>> successes(db::ReadTx& tx, Services const& services)
{
    std::vector<Success> all;
    auto const seats = TRY(past_seats(tx, services));
    auto const assumed = TRY(pack_number(tx, services, "clinic_success_bp"));
    for (auto const step : paper_order) {
        auto success = success_of(step, seats, services.today());
        if (success.source == SuccessSource::Unknown && assumed) {
            success.source = SuccessSource::Assumed;
            success.share_bp = assumed->number.value;
            success.said = assumed->said();
        }
        all.push_back(std::move(success));
    }
    return all;
}

} // namespace rtkeren::ladder
