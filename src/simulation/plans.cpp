#include "simulation/year.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rtkeren::simulation {

namespace {

struct Article {
    std::string_view item, unit, spend_kind;
    std::int64_t price;
    int share_percent; // of the purse
};
constexpr Article works[] {{"Bahan utama", "m3", "barang", 285'000, 44}, {"Semen dan pasir", "zak", "barang", 62'500, 24}, {"Upah tukang", "hari orang", "upah", 125'000, 24}};
constexpr Article courses[] {{"Honor pelatih", "sesi", "honor", 450'000, 24}, {"Bahan praktik", "paket", "barang", 275'000, 36}, {"Konsumsi peserta", "kotak", "konsumsi", 27'500, 16}};
constexpr Article rest_of_works {"Sewa alat", "paket", "sewa_alat", 0, 0};
constexpr Article rest_of_courses {"Alat kecil dan kemasan", "paket", "barang", 0, 0};

boost::json::object line_of(rules::MenuItem const& category, std::string_view envelope, Article const& article, std::int64_t quantity, std::int64_t price)
{
    return {{"envelope", envelope}, {"category", category.code}, {"activity", category.label}, {"item", article.item}, {"specification", ""}, {"quantity", std::to_string(quantity)},
        {"unit", article.unit}, {"unit_price", price}, {"spend_kind", article.spend_kind}};
}

/// Whole quantities at the standard price, and what is left as one more line: the purse is planned to the last rupiah.
template<std::size_t N>
void add_lines(boost::json::array& lines, rules::MenuItem const& category, rules::Envelope const& envelope, Article const (&articles)[N], Article const& rest)
{
    auto left = envelope.per_unit.value();
    for (auto const& article : articles) {
        auto const quantity = envelope.per_unit.value() * article.share_percent / 100 / article.price;
        left -= quantity * article.price;
        lines.push_back(line_of(category, envelope.key, article, quantity, article.price));
    }
    lines.push_back(line_of(category, envelope.key, rest, 1, left));
}

rules::MenuItem const& pick_category(World& world, Year const& year, std::string_view envelope)
{
    std::vector<rules::MenuItem const*> possible;
    for (auto const& item : year.pack->menu) {
        bool const paid = std::ranges::find(item.envelopes, envelope) != item.envelopes.end();
        bool const banned = item.banned_from && *item.banned_from <= year.day(12, 31) && !(item.banned_until && *item.banned_until < year.day(1, 1));
        if (paid && !banned && (item.work || item.training))
            possible.push_back(&item);
    }
    CHECK(!possible.empty());
    return *possible[world.random.below(possible.size())];
}

boost::json::array lines_of(World& world, Year const& year)
{
    boost::json::array lines;
    for (auto const& envelope : year.pack->envelopes) {
        auto const& category = pick_category(world, year, envelope.key);
        if (category.training)
            add_lines(lines, category, envelope, courses, rest_of_courses);
        else
            add_lines(lines, category, envelope, works, rest_of_works);
    }
    return lines;
}

void list_units(World& world, Year& year)
{
    for (auto const& kelurahan : world.kelurahan) {
        bool pilot_taken = false;
        for (auto const& rw : kelurahan.rws)
            for (auto const& rt : rw.rts) {
                if (year.pack->unit_scope == "pilot" && pilot_taken)
                    continue;
                pilot_taken = true;
                year.units.push_back({&kelurahan, &rw, &rt, {}});
            }
    }
}

/// Late RTs exist in every year; in the running year some have not sent their plan.
bool sends_plan(World& world, Year const& year) { return !year.running || !world.random.chance(3); }

} // namespace

Result<void> make_plans(World& world, Year& year)
{
    list_units(world, year);
    std::erase_if(year.units, [&](Unit const&) { return !sends_plan(world, year); });
    std::vector<Step> save;
    for (auto const& unit : year.units)
        save.push_back({"planning.save_plan", world.login_of("ketua_rt", unit.rt->code),
            {{"unit", unit.rt->code}, {"year", year.number}, {"lines", lines_of(world, year)}}, moment(world, year.day(3, 6).plus_days(static_cast<int>(world.random.below(60))))});
    auto saved = TRY(run_steps(world, fmt::format("RAB {} disusun", year.number), save));
    std::vector<Step> submit, verify, approve;
    for (std::size_t i = 0; i < year.units.size(); ++i) {
        auto& unit = year.units[i];
        unit.plan = saved[i].id;
        boost::json::object const input {{"plan", unit.plan}};
        auto const at = save[i].at;
        submit.push_back({"planning.submit", save[i].login, input, at.plus_seconds(86400)});
        verify.push_back({"planning.verify", world.login_of("sekkel", unit.kelurahan->code), input, at.plus_seconds(4 * 86400)});
        approve.push_back({"planning.approve", world.login_of("lurah", unit.kelurahan->code), input, at.plus_seconds(7 * 86400)});
    }
    TRY(run_steps(world, fmt::format("RAB {} dikirim", year.number), submit));
    TRY(run_steps(world, fmt::format("RAB {} diverifikasi", year.number), verify));
    TRY(run_steps(world, fmt::format("RAB {} disetujui", year.number), approve));
    return Done {};
}

} // namespace rtkeren::simulation
