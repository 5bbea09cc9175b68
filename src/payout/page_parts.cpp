#include "payout/page_parts.hpp"

#include "language/language.hpp"

#include <algorithm>

namespace rtkeren::payout {

namespace {

constexpr std::string_view read_permission = "insight.read";

bool reads(Grant const& grant) { return std::ranges::binary_search(grant.permissions, read_permission, std::less<> {}); }

/// A head of an RT reads the group of the RW.
std::string place_of(Grant const& grant)
{
    if (covers_place(grant.place, ""))
        return {};
    auto code = territory::PlaceCode::parse(grant.place);
    return code.ok() && code->level == territory::Level::Rt ? code->parent() : grant.place;
}

} // namespace

bool may_read(Actor const& actor, Pokmas const& pokmas)
{
    return std::ranges::any_of(actor.grants, [&](Grant const& grant) {
        if (!reads(grant))
            return false;
        auto const place = place_of(grant);
        return grant.pokmas == pokmas.id.text() || covers_place(place, pokmas.place) || std::ranges::find(pokmas.rws, place) != pokmas.rws.end();
    });
}

Result<Pokmas> readable_pokmas(db::ReadTx& tx, CityId city, Actor const& actor, std::string_view id)
{
    auto parsed = PokmasId::parse(id);
    if (!parsed.ok())
        return Error::not_found("payout.no_pokmas");
    auto found = TRY(pokmas(tx, city, *parsed));
    if (!may_read(actor, found))
        return Error::not_found("payout.no_pokmas");
    return found;
}

Result<ReadableTranche> readable_tranche(db::ReadTx& tx, CityId city, Actor const& actor, std::string_view id)
{
    auto parsed = TrancheId::parse(id);
    if (!parsed.ok())
        return Error::not_found("payout.no_tranche");
    auto found = TRY(tranche(tx, city, *parsed));
    auto group = TRY(pokmas(tx, city, found.pokmas));
    if (!may_read(actor, group))
        return Error::not_found("payout.no_tranche");
    return ReadableTranche { std::move(found), std::move(group) };
}

Reach reach_of(Actor const& actor)
{
    std::vector<std::string> places;
    for (auto const& grant : actor.grants)
        if (reads(grant))
            places.push_back(place_of(grant));
    std::ranges::sort(places, [](auto const& a, auto const& b) { return a.size() != b.size() ? a.size() < b.size() : a < b; });
    Reach reach;
    reach.fill({ "~", "~" });
    std::vector<std::string> kept;
    for (auto const& place : places) {
        auto const is_held = std::ranges::any_of(kept, [&](std::string const& outer) { return territory::holds(outer, place); });
        if (is_held || kept.size() == reach.size())
            continue;
        // '/' follows the dot, so the stretch is the place itself and all below it.
        reach[kept.size()] = { place, place.empty() ? "~" : place + "/" };
        kept.push_back(place);
    }
    return reach;
}

std::string state_label(workflow::Machine const& machine, std::string_view state)
{
    auto const* row = machine.state(state);
    return row != nullptr ? tr(row->label) : std::string(state);
}

std::string tone_of(std::string_view state)
{
    if (state == "active" || state == "confirmed" || state == "in_force")
        return "ok";
    if (state == "suspended" || state == "bounced" || state == "expired")
        return "no";
    if (state == "returned")
        return "warn";
    if (state == "dissolved" || state == "withdrawn" || state == "ended")
        return {};
    return "info";
}

Result<std::vector<html::Option>> year_options(db::ReadTx& tx, CityId city)
{
    auto const years = TRY(programme::years(tx, city));
    std::vector<html::Option> options;
    for (auto const& each : years)
        options.push_back({ std::to_string(each.year), std::to_string(each.year) });
    return options;
}

std::vector<HistoryLine> history_lines(workflow::Machine const& machine, std::vector<workflow::HistoryRow> const& rows, Zone zone)
{
    std::vector<HistoryLine> lines;
    for (auto const& row : rows) {
        auto const* transition = machine.transition(row.from, row.event);
        auto const what = transition != nullptr ? tr(transition->label) : state_label(machine, row.to);
        auto reason = row.reason;
        if (!row.evidence.empty())
            reason += (reason.empty() ? "" : " · ") + row.evidence;
        auto const is_backwards = row.to == "returned" || row.to == "bounced" || row.to == "suspended";
        lines.push_back({ row.at.iso(), format_date_short(row.at.date_in(zone)) + " " + format_time(row.at, zone), what, row.actor_name, std::move(reason),
            is_backwards ? "no" : "" });
    }
    std::ranges::reverse(lines);
    return lines;
}

std::string due_words(std::optional<Date> due, Date today)
{
    if (!due)
        return {};
    return *due < today ? tr("Terlambat sejak {due:date}", { { "due", due->iso() } }) : tr("Ditunggu sampai {due:date}", { { "due", due->iso() } });
}

std::vector<html::VerdictCard> cards_of(std::vector<Verdict> const& verdicts)
{
    std::vector<html::VerdictCard> cards;
    for (auto const& verdict : verdicts)
        cards.push_back(html::card_of(verdict));
    return cards;
}

std::vector<http::Route> routes(Services& services)
{
    std::vector<http::Route> all;
    for (auto* part : { list_routes, new_pokmas_routes, pokmas_routes, contract_list_routes, contract_routes, request_routes, tranche_routes, step_routes, opening_routes, import_routes })
        for (auto& route : part(services))
            all.push_back(std::move(route));
    return all;
}

} // namespace rtkeren::payout
