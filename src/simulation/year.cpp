#include "programme/programme.hpp"
#include "simulation/market.hpp"
#include "simulation/year.hpp"

#include <fmt/format.h>

namespace rtkeren::simulation {

namespace {

Result<std::string_view> shipped_text(World const& world, int year)
{
    for (auto const& pack : rules::shipped_packs())
        if (pack.city == world.city.code && pack.year == year)
            return pack.text;
    return Error::not_found("rules.no_pack");
}

/// One RT a kelurahan in a pilot year, all of them otherwise.
std::vector<std::string> units_of(World const& world, rules::Pack const& pack, Kelurahan const& kelurahan)
{
    std::vector<std::string> codes;
    for (auto const& rw : kelurahan.rws)
        for (auto const& rt : rw.rts)
            if (pack.unit_scope != "pilot" || codes.empty())
                codes.push_back(rt.code);
    (void)world;
    return codes;
}

boost::json::object dpa_row(rules::Pack const& pack, Kelurahan const& kelurahan, std::size_t units, int year)
{
    boost::json::array amounts;
    for (auto const& envelope : pack.envelopes)
        amounts.push_back({{"envelope", envelope.key}, {"amount", envelope.per_unit.value() * static_cast<std::int64_t>(units)}});
    return {{"kelurahan", kelurahan.code}, {"number", fmt::format("DPA/{}/{} (contoh)", kelurahan.code, year)}, {"date", fmt::format("{}-01-05", year)}, {"amounts", std::move(amounts)}};
}

Result<void> release_pack(World& world, int year)
{
    auto text = TRY(shipped_text(world, year));
    auto const loaded = moment(world, Date::of(year, 1, 6).value());
    TRY(run_steps(world, "paket aturan", {{"rules.load", "tapem", {{"text", text}, {"note", "contoh"}}, loaded}}));
    boost::json::object const release {{"year", year}, {"version", 1}, {"letter", fmt::format("800/01/{} (contoh)", year)}, {"letter_date", fmt::format("{}-01-06", year)}};
    TRY(run_steps(world, "paket aturan", {{"rules.release", "tapem2", release, loaded.plus_seconds(3600)}}));
    return Done {};
}

Result<void> open_year(World& world, Year const& year)
{
    boost::json::array rows, pilot;
    for (auto const& kelurahan : world.kelurahan) {
        auto const units = units_of(world, *year.pack, kelurahan);
        rows.push_back(dpa_row(*year.pack, kelurahan, units.size(), year.number));
        if (year.pack->unit_scope == "pilot")
            for (auto const& code : units)
                pilot.push_back(boost::json::string(code));
    }
    auto const at = moment(world, Date::of(year.number, 1, 9).value());
    boost::json::object const open {{"year", year.number}, {"letter", fmt::format("900/02/{} (contoh)", year.number)}, {"letter_date", fmt::format("{}-01-10", year.number)}, {"units", std::move(pilot)}};
    std::vector<Step> const steps {{"programme.create_year", "tapem", {{"year", year.number}}, at},
        {"programme.set_dpas", "tapem", {{"year", year.number}, {"rows", std::move(rows)}}, at.plus_seconds(600)},
        {"programme.open_year", "tapem2", open, at.plus_seconds(2 * 86400)}};
    TRY(run_steps(world, fmt::format("buka tahun {}", year.number), steps));
    return Done {};
}

} // namespace

Result<void> make_year(World& world, int number, Market* market)
{
    TRY(release_pack(world, number));
    auto pack = TRY(db::read(world.services.db, [&](db::ReadTx& tx) { return rules::released(tx, world.city.id, number); }));
    Year year {.number = number, .pack = std::move(pack), .today = example_today(world.options.last_year), .running = number == world.options.last_year};
    TRY(open_year(world, year));
    TRY(make_plans(world, year));
    TRY(make_contracts(world, year));
    TRY(make_tranche(world, year, 1));
    TRY(make_expenses(world, year, 1));
    TRY(make_progress(world, year, 1));
    TRY(make_tranche(world, year, 2));
    TRY(make_expenses(world, year, 2));
    TRY(make_progress(world, year, 2));
    if (market)
        TRY(make_courses(*market, year));
    TRY(make_closing(world, year));
    return Done {};
}

} // namespace rtkeren::simulation
