#include "simulation/year.hpp"

#include <fmt/format.h>

namespace rtkeren::simulation {

namespace {

struct Group {
    Kelurahan const* kelurahan;
    Rw* rw;
};

std::vector<Group> groups_of(World& world)
{
    std::vector<Group> all;
    for (auto& kelurahan : world.kelurahan)
        for (auto& rw : kelurahan.rws)
            all.push_back({&kelurahan, &rw});
    return all;
}

boost::json::array officers_of(Rw const& rw)
{
    boost::json::array officers;
    for (auto const position : {"ketua", "sekretaris", "bendahara", "pengawas"})
        officers.push_back({{"position", position}, {"person", rw.officers.at(std::string("pokmas_") + position).str()}});
    return officers;
}

/// The group, its decree and its account: once, before its first contract.
Result<void> form_groups(World& world, Year const& year)
{
    auto const groups = groups_of(world);
    auto const day = year.day(1, 16);
    std::vector<Step> form;
    for (auto const& [kelurahan, rw] : groups)
        form.push_back({"payout.form_pokmas", world.login_of("sekkel", kelurahan->code),
            {{"name", rw->pokmas_name}, {"kelurahan", kelurahan->code}, {"rws", boost::json::array {boost::json::string(rw->code)}},
                {"address", fmt::format("Balai {} (contoh)", territory::short_name(territory::Level::Rw, rw->code, ""))}, {"minutes", fmt::format("BA/{} (contoh)", rw->code)},
                {"officers", officers_of(*rw)}},
            moment(world, day)});
    auto formed = TRY(run_steps(world, "pokmas dibentuk", form));
    std::vector<Step> steps;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        auto const& [kelurahan, rw] = groups[i];
        rw->pokmas = formed[i].id;
        auto const at = form[i].at;
        steps.push_back({"payout.issue_decree", world.login_of("lurah", kelurahan->code),
            {{"pokmas", rw->pokmas}, {"decree", fmt::format("188/{}/{} (contoh)", rw->code, year.number)}, {"decree_on", day.iso()}, {"decree_until", fmt::format("{}-12-31", world.options.last_year)}},
            at.plus_seconds(86400)});
        steps.push_back({"payout.set_account", world.login_of("operator", kelurahan->code),
            {{"pokmas", rw->pokmas}, {"bank", "Bank Contoh"}, {"account_number", fmt::format("00990{:07}", i + 1)}, {"account_holder", rw->pokmas_name}}, at.plus_seconds(2 * 86400)});
        steps.push_back({"payout.verify_account", world.login_of("bendahara_kelurahan", kelurahan->code), {{"pokmas", rw->pokmas}, {"evidence", "Surat bank (contoh)"}}, at.plus_seconds(3 * 86400)});
        steps.push_back({"payout.activate", world.login_of("sekkel", kelurahan->code), {{"pokmas", rw->pokmas}}, at.plus_seconds(4 * 86400)});
    }
    TRY(run_steps(world, "pokmas disahkan", steps));
    return appoint_officers(world, day);
}

/// The groups that have a plan this year, in order.
std::vector<Group> groups_with_units(World& world, Year const& year)
{
    std::vector<Group> all;
    for (auto const& group : groups_of(world))
        for (auto const& unit : year.units)
            if (unit.rw == group.rw) {
                all.push_back(group);
                break;
            }
    return all;
}

} // namespace

Result<void> make_contracts(World& world, Year& year)
{
    if (year.number == world.options.first_year)
        TRY(form_groups(world, year));
    std::vector<Step> sign;
    auto const day = year.day(5, 20);
    for (auto const& [kelurahan, rw] : groups_with_units(world, year))
        sign.push_back({"payout.sign_contract", world.login_of("lurah", kelurahan->code),
            {{"pokmas", rw->pokmas}, {"year", year.number}, {"units", boost::json::array {}}, {"signed_on", day.iso()}, {"starts_on", day.iso()}, {"ends_on", year.day(12, 15).iso()}},
            moment(world, day)});
    TRY(run_steps(world, fmt::format("kontrak {}", year.number), sign));
    return Done {};
}

namespace {

struct Offices {
    std::string request, verify, approve, treasurer, confirm;
};

Offices offices_of(World const& world, Group const& group)
{
    return {world.login_of("pokmas_bendahara", group.rw->code), world.login_of("sekkel", group.kelurahan->code), world.login_of("lurah", group.kelurahan->code),
        world.login_of("bendahara_kelurahan", group.kelurahan->code), world.login_of("pokmas_bendahara", group.rw->code)};
}

Date first_day(Year const& year, int tranche) { return tranche == 1 ? year.day(5, 27) : year.day(9, 16); }

/// In the running year the second tranche is under way on the city's today: some have it, some wait at each step.
int steps_reached(World& world, Year const& year, int tranche)
{
    static constexpr int all = 5;
    if (!year.running || tranche == 1)
        return all;
    auto const drawn = world.random.below(100);
    return drawn < 55 ? all : drawn < 65 ? 4 : drawn < 75 ? 3 : drawn < 88 ? 2 : drawn < 95 ? 1 : 0;
}

void add_rounds(World& world, Group const& group, std::string const& id, Instant at, int reached, std::vector<std::vector<Step>>& rounds, int tranche, Rupiah amount)
{
    auto const who = offices_of(world, group);
    boost::json::object const plain {{"tranche", id}};
    auto const day = [&](int n) { return at.plus_seconds(n * 86400).date_in(world.services.zone).iso(); };
    if (reached >= 1)
        rounds[0].push_back({"payout.verify", who.verify, plain, at.plus_seconds(2 * 86400)});
    if (reached >= 2)
        rounds[1].push_back({"payout.approve", who.approve, plain, at.plus_seconds(4 * 86400)});
    if (reached >= 3)
        rounds[2].push_back({"payout.issue_spp", who.treasurer, plain, at.plus_seconds(6 * 86400)});
    if (reached >= 4)
        rounds[3].push_back({"payout.record_sp2d", "bkd", {{"tranche", id}, {"number", fmt::format("SP2D/{}/T{}/{} (contoh)", day(10).substr(0, 4), tranche, group.rw->code)}, {"date", day(10)}}, at.plus_seconds(10 * 86400)});
    if (reached >= 5)
        rounds[4].push_back({"payout.confirm", who.confirm, {{"tranche", id}, {"date", day(12)}, {"amount", amount.value()}}, at.plus_seconds(12 * 86400)});
}

/// What was asked for: the answer says it, so that the confirmation names the same amount.
Result<Rupiah> amount_of(operations::Answer const& answer)
{
    auto const* amount = answer.data.if_contains("amount");
    if (!amount || !amount->is_int64())
        return Error::internal("demo.amount", answer.id);
    return Rupiah::checked(amount->get_int64());
}

} // namespace

Result<void> make_tranche(World& world, Year& year, int number)
{
    std::vector<Step> request;
    std::vector<Group> groups;
    for (auto const& group : groups_with_units(world, year)) {
        if (number == 2 && year.stuck.contains(group.rw->code))
            continue; // papers of the first tranche are missing
        groups.push_back(group);
        auto const day = first_day(year, number).plus_days(static_cast<int>(world.random.below(number == 1 ? 25 : 14)));
        request.push_back({"payout.request_tranche", world.login_of("pokmas_bendahara", group.rw->code),
            {{"pokmas", group.rw->pokmas}, {"year", year.number}, {"number", number}, {"units", boost::json::array {}}}, moment(world, day)});
    }
    auto requested = TRY(run_steps(world, fmt::format("termin {} {} diminta", number, year.number), request));
    std::vector<std::vector<Step>> rounds(5);
    year.paid.clear();
    for (std::size_t i = 0; i < groups.size(); ++i) {
        auto const amount = TRY(amount_of(requested[i]));
        auto const reached = steps_reached(world, year, number);
        add_rounds(world, groups[i], requested[i].id, request[i].at, reached, rounds, number, amount);
        if (reached == 5)
            year.paid.insert_or_assign(groups[i].rw->code, request[i].at.plus_seconds(12 * 86400));
    }
    for (auto const& round : rounds)
        TRY(run_steps(world, fmt::format("termin {} {}", number, year.number), round));
    return Done {};
}

} // namespace rtkeren::simulation
