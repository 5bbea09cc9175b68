#include "ledger/reads.hpp"
#include "programme/programme.hpp"
#include "simulation/pictures.hpp"
#include "simulation/year.hpp"
#include "spending/spending.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rtkeren::simulation {

namespace {

struct Group {
    Kelurahan const* kelurahan;
    Rw const* rw;
    PokmasId pokmas;
};

std::vector<Group> groups_of(World const& world, Year const& year)
{
    std::vector<Group> all;
    for (auto const& kelurahan : world.kelurahan)
        for (auto const& rw : kelurahan.rws)
            if (std::ranges::any_of(year.units, [&](Unit const& unit) { return unit.rw == &rw; }))
                all.push_back({&kelurahan, &rw, PokmasId::parse(rw.pokmas).value()});
    return all;
}

/// 16 letters and digits, as a payment's number has; of an example.
std::string ntpn(World& world)
{
    static constexpr std::string_view letters = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    std::string text = "CONTOH";
    while (text.size() < 16)
        text += letters[world.random.below(letters.size())];
    return text;
}

boost::json::array parts_of(std::map<std::string, Rupiah> const& taxes)
{
    boost::json::array parts;
    for (auto const& [key, amount] : taxes)
        parts.push_back({{"key", key}, {"amount", amount.value()}});
    return parts;
}

void add_payment(World& world, Group const& group, std::map<std::string, Rupiah> const& taxes, bool city_tax, Instant at, std::vector<Step>& steps)
{
    if (taxes.empty())
        return;
    boost::json::object input {{"pokmas", group.rw->pokmas}, {"taxes", parts_of(taxes)}, {"from", "bank"}, {"on", at.date_in(world.services.zone).iso()}};
    if (city_tax)
        input["ntpd"] = "NTPD-" + ntpn(world);
    else
        input["ntpn"] = ntpn(world);
    steps.push_back({"spending.pay_tax", world.login_of("pokmas_bendahara", group.rw->code), std::move(input), at});
}

} // namespace

Result<void> pay_taxes(World& world, Year const& year)
{
    std::vector<Step> steps;
    for (auto const& group : groups_of(world, year)) {
        auto const paid = year.paid.find(group.rw->code);
        if (paid == year.paid.end() || (year.running && year.stuck.contains(group.rw->code)))
            continue;
        auto const at = std::min(paid->second.plus_seconds(48 * 86400), moment(world, year.today.plus_days(-1)));
        auto owed = TRY(db::read(world.services.db, [&](db::ReadTx& tx) { return spending::taxes_owed(tx, world.city.id, group.pokmas); }));
        std::map<std::string, Rupiah> state, city;
        for (auto const& tax : owed)
            (tax.city_tax ? city : state)[tax.key] += tax.amount;
        add_payment(world, group, state, false, at, steps);
        add_payment(world, group, city, true, at, steps);
    }
    TRY(run_steps(world, fmt::format("pajak {}", year.number), steps));
    return Done {};
}

Result<void> make_progress(World& world, Year const& year, int tranche)
{
    struct Report { std::string_view stage; int days; };
    static constexpr Report first[] {{"0", 1}, {"50", 38}};
    static constexpr Report second[] {{"100", 30}};
    Pictures pictures(year.number);
    std::vector<Step> steps;
    std::size_t nth = 1000;
    for (auto const& unit : year.units) {
        auto const paid = year.paid.find(unit.rw->code);
        if (paid == year.paid.end())
            continue;
        auto purses = TRY(db::read(world.services.db, [&](db::ReadTx& tx) { return programme::purses_of_unit(tx, world.city.id, year.number, unit.rt->id); }));
        bool const own = year.running && unit.kelurahan->code == world.home;
        for (auto const& purse : purses)
            for (auto const& report : tranche == 1 ? std::span<Report const>(first) : std::span<Report const>(second)) {
                auto const at = paid->second.plus_seconds(report.days * 86400);
                if (at.date_in(world.services.zone) >= year.today)
                    continue;
                auto const photo = pictures.hash_of(fmt::format("foto_{}", report.stage), fmt::format("Foto {} %", report.stage), own ? ++nth : 0);
                boost::json::array photos {boost::json::object {{"paper", "foto"}, {"sha256", photo}}};
                if (report.stage == "0")
                    photos.push_back({{"paper", "papan"}, {"sha256", pictures.hash_of("papan", "Papan informasi", own ? ++nth : 0)}});
                steps.push_back({"reporting.report_progress", world.login_of("pokmas_sekretaris", unit.rw->code),
                    {{"purse", purse.id.str()}, {"activity", ""}, {"stage", report.stage}, {"on", at.date_in(world.services.zone).iso()}, {"photos", std::move(photos)}, {"note", ""}}, at});
            }
    }
    TRY(pictures.name_all(world));
    TRY(run_steps(world, fmt::format("kemajuan {} termin {}", year.number, tranche), steps));
    return Done {};
}

namespace {

/// What is still with the pokmas after the last purchase goes back, purse by purse.
Result<void> return_leftovers(World& world, Year const& year, std::vector<Group> const& groups)
{
    std::vector<Step> steps;
    auto const at = moment(world, year.day(12, 19));
    for (auto const& group : groups) {
        boost::json::array purses;
        auto held = TRY(db::read(world.services.db, [&](db::ReadTx& tx) { return programme::purses_below(tx, world.city.id, year.number, group.rw->code); }));
        for (auto const& purse : held) {
            auto balance = TRY(db::read(world.services.db, [&](db::ReadTx& tx) { return ledger::balance(tx, world.city.id, purse.id); }));
            if (balance.of(ledger::Stage::Cair).is_positive())
                purses.push_back({{"purse", purse.id.str()}, {"amount", balance.of(ledger::Stage::Cair).value()}});
        }
        if (!purses.empty())
            steps.push_back({"spending.return_leftover", world.login_of("pokmas_bendahara", group.rw->code),
                {{"pokmas", group.rw->pokmas}, {"purses", std::move(purses)}, {"slip", fmt::format("STS/{}/{} (contoh)", group.rw->code, year.number)}, {"on", year.day(12, 19).iso()}}, at});
    }
    TRY(run_steps(world, fmt::format("sisa {} disetor", year.number), steps));
    return Done {};
}

/// `finish` is what is left to do once the purses are closed.
Result<void> account_for(World& world, Year const& year, std::vector<Group> const& groups, std::vector<Step>& finish)
{
    std::vector<Step> open;
    auto const at = moment(world, year.day(12, 20));
    for (auto const& group : groups)
        open.push_back({"reporting.open_lpj", world.login_of("pokmas_ketua", group.rw->code), {{"pokmas", group.rw->pokmas}, {"year", year.number}}, at});
    auto opened = TRY(run_steps(world, fmt::format("LPJ {}", year.number), open));
    std::vector<std::vector<Step>> rounds(4);
    for (std::size_t i = 0; i < groups.size(); ++i) {
        boost::json::object const input {{"lpj", opened[i].id}};
        auto const& place = groups[i].kelurahan->code;
        rounds[0].push_back({"reporting.submit_lpj", open[i].login, input, at.plus_seconds(86400)});
        rounds[1].push_back({"reporting.check_lpj", world.login_of("sekkel", place), input, at.plus_seconds(3 * 86400)});
        rounds[2].push_back({"reporting.check_money", world.login_of("pptk", place), input, at.plus_seconds(4 * 86400)});
        rounds[3].push_back({"reporting.accept_lpj", world.login_of("lurah", place), input, at.plus_seconds(5 * 86400)});
        finish.push_back({"reporting.finish_lpj", world.login_of("lurah", place), input, moment(world, year.day(12, 31).plus_days(3))});
    }
    for (auto const& round : rounds)
        TRY(run_steps(world, fmt::format("LPJ {}", year.number), round));
    return Done {};
}

} // namespace

Result<void> make_closing(World& world, Year& year)
{
    if (year.running)
        return Done {};
    auto const groups = groups_of(world, year);
    TRY(return_leftovers(world, year, groups));
    std::vector<Step> finish;
    TRY(account_for(world, year, groups, finish));
    auto const at = moment(world, year.day(12, 28));
    boost::json::object const close {{"year", year.number}, {"letter", fmt::format("900/99/{} (contoh)", year.number)}, {"letter_date", year.day(12, 30).iso()}, {"debts", boost::json::array {}}};
    TRY(run_steps(world, fmt::format("tutup tahun {}", year.number), {{"programme.start_closing", "tapem", {{"year", year.number}}, at}, {"programme.close_year", "tapem2", close, at.plus_seconds(3 * 86400)}}));
    TRY(run_steps(world, fmt::format("LPJ {} selesai", year.number), finish));
    return Done {};
}

} // namespace rtkeren::simulation
