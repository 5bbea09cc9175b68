#include "ledger/ids.hpp"
#include "simulation/pictures.hpp"
#include "simulation/year.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rtkeren::simulation {

namespace {

struct Purchase {
    Unit const* unit;
    planning::PlanLine line;
    Rupiah amount;
    Instant at;
    bool own_pictures {false};
    bool left_over {false};
};

/// Half of a line with each tranche; the second takes what is left, and now and then a little stays over.
Rupiah amount_of(World& world, planning::PlanLine const& line, int tranche, bool& left_over)
{
    auto const first = line.amount.value() / 2 / 1000 * 1000;
    if (tranche == 1)
        return Rupiah::checked(first);
    auto const rest = line.amount.value() - first;
    left_over = rest > 400'000 && world.random.chance(4);
    return Rupiah::checked(left_over ? rest - 150'000 : rest);
}

/// The pokmas of the sign-in page spends less of the running year's first tranche: its treasurer has some millions in hand, so that whoever looks around can record
/// an expense, and still more of each purse is accepted than the next tranche asks for (80 percent).
Rupiah without_rest(World const& world, Year const& year, Unit const& unit, int tranche, Rupiah amount)
{
    static constexpr int spent_percent = 86;
    auto const keeps_a_rest = year.running && tranche == 1 && unit.rw->code == world.home + ".001";
    return keeps_a_rest ? Rupiah::checked(amount.value() * spent_percent / 100 / 1000 * 1000) : amount;
}

Result<std::vector<planning::PlanLine>> lines_of_unit(World& world, Year const& year, Unit const& unit)
{
    auto plan = TRY(db::read(world.services.db, [&](db::ReadTx& tx) { return planning::plan_of_unit(tx, world.city.id, year.number, unit.rt->id); }));
    return plan.lines;
}

Result<std::vector<Purchase>> purchases_of(World& world, Year const& year, int tranche)
{
    std::vector<Purchase> all;
    for (auto const& unit : year.units) {
        auto const paid = year.paid.find(unit.rw->code);
        if (paid == year.paid.end())
            continue;
        auto lines = TRY(lines_of_unit(world, year, unit));
        for (auto const& line : lines) {
            Purchase purchase {.unit = &unit, .line = line, .at = paid->second.plus_seconds(86400 * (1 + static_cast<std::int64_t>(world.random.below(40))))};
            purchase.amount = without_rest(world, year, unit, tranche, amount_of(world, line, tranche, purchase.left_over));
            purchase.own_pictures = year.running && unit.kelurahan->code == world.home;
            if (purchase.amount.is_positive() && purchase.at.date_in(world.services.zone) < year.today)
                all.push_back(std::move(purchase));
        }
    }
    std::ranges::stable_sort(all, {}, &Purchase::at);
    return all;
}

boost::json::array papers_of(Pictures& pictures, rules::SpendKind const& kind, Purchase const& purchase, std::size_t nth)
{
    boost::json::array papers;
    for (auto const& paper : kind.papers)
        if (paper.required && purchase.amount >= paper.above)
            papers.push_back({{"paper", paper.kind}, {"sha256", pictures.hash_of(paper.kind, paper.label, purchase.own_pictures ? nth + 1 : 0)}});
    return papers;
}

boost::json::object record_of(World& world, Year const& year, Pictures& pictures, Purchase const& purchase, std::size_t nth)
{
    auto const* kind = year.pack->spend_kind(purchase.line.spend_kind);
    CHECK(kind != nullptr);
    boost::json::object input {{"line", purchase.line.id.str()}, {"on", purchase.at.date_in(world.services.zone).iso()}, {"supplier_name", shop_name(world.random)},
        {"receipt", fmt::format("{}-{:05}", year.number, nth + 1)}, {"description", purchase.line.item + " untuk " + purchase.line.activity}, {"gross", purchase.amount.value()},
        {"spend_kind", purchase.line.spend_kind}, {"pay", boost::json::array {boost::json::object {{"from", "bank"}}}}, {"supplier_pkp", false}, {"has_npwp", true}, {"suket_pp55", false},
        {"catering", purchase.line.spend_kind == "konsumsi"}, {"tax_withheld", "yes"}, {"submit", true}};
    input["papers"] = papers_of(pictures, *kind, purchase, nth);
    return input;
}

/// How far an expense has come: to the end in past years and in the first tranche but for the stuck; the newest still wait.
int stages_reached(World& world, Year const& year, int tranche, Purchase const& purchase)
{
    static constexpr int accepted = 3;
    if (!year.running)
        return accepted;
    if (tranche == 1)
        return year.stuck.contains(purchase.unit->rw->code) && world.random.chance(60) ? 1 : accepted;
    return static_cast<int>(world.random.below(4));
}

} // namespace

Result<void> make_expenses(World& world, Year& year, int tranche)
{
    Pictures pictures(year.number);
    if (year.running && tranche == 1)
        for (auto const& unit : year.units)
            if (world.random.chance(2))
                year.stuck.insert(unit.rw->code);
    auto purchases = TRY(purchases_of(world, year, tranche));
    std::vector<Step> record;
    for (std::size_t i = 0; i < purchases.size(); ++i)
        record.push_back({"spending.record_expense", world.login_of("pokmas_bendahara", purchases[i].unit->rw->code), record_of(world, year, pictures, purchases[i], i), purchases[i].at});
    TRY(pictures.name_all(world));
    auto recorded = TRY(run_steps(world, fmt::format("belanja {} termin {}", year.number, tranche), record));
    std::vector<Step> goods, check, accept;
    for (std::size_t i = 0; i < purchases.size(); ++i) {
        auto const reached = stages_reached(world, year, tranche, purchases[i]);
        boost::json::object const input {{"expense", recorded[i].id}};
        auto const& place = *purchases[i].unit;
        if (reached >= 1)
            goods.push_back({"spending.goods_ok", world.login_of("pokmas_pengawas", place.rw->code), input, purchases[i].at.plus_seconds(3600)});
        if (reached >= 2)
            check.push_back({"spending.check", world.login_of("sekkel", place.kelurahan->code), input, purchases[i].at.plus_seconds(86400)});
        if (reached >= 3)
            accept.push_back({"spending.accept", world.login_of("pptk", place.kelurahan->code), input, purchases[i].at.plus_seconds(2 * 86400)});
    }
    TRY(run_steps(world, fmt::format("barang {} termin {}", year.number, tranche), goods));
    TRY(run_steps(world, fmt::format("periksa {} termin {}", year.number, tranche), check));
    TRY(run_steps(world, fmt::format("sahkan {} termin {}", year.number, tranche), accept));
    return pay_taxes(world, year);
}

} // namespace rtkeren::simulation
