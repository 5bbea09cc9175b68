#include "reporting/store.hpp"

#include "language/language.hpp"
#include "reporting/sql.hpp"

#include <boost/json/serialize.hpp>

#include <algorithm>

namespace rtkeren::reporting {

std::string Lpj::title() const
{
    return tr("LPJ {name} {year}", {{"name", name}, {"year", std::to_string(year)}});
}

Lpj lpj_of_row(db::Row const& row)
{
    Lpj found;
    found.id = row.id<LpjId>(0);
    found.pokmas = row.id<PokmasId>(1);
    found.year = int(row.integer(2));
    found.place = row.text(3);
    found.kelurahan = row.text(4);
    found.name = row.text(5);
    found.opened_on = row.date(6);
    found.due_on = row.date(7);
    found.rounds = int(row.integer(8));
    found.submitted_on = row.maybe_date(9);
    found.accepted_on = row.maybe_date(10);
    found.state = row.text(11);
    found.version = row.integer(12);
    found.due = row.maybe_date(13);
    found.since = row.instant(14);
    return found;
}

Result<Lpj> lpj(db::ReadTx& tx, CityId city, LpjId id)
{
    auto const row = TRY(tx.one("reporting.no_lpj", sql::lpj, city, id));
    return lpj_of_row(row);
}

Result<std::optional<Lpj>> lpj_of(db::ReadTx& tx, CityId city, PokmasId pokmas, int year)
{
    auto const row = TRY(tx.maybe(sql::lpj_of_pokmas, city, pokmas, year));
    return row ? std::optional<Lpj>(lpj_of_row(*row)) : std::nullopt;
}

std::string href_of(LpjId id)
{
    return "/lpj/" + id.str();
}

std::string href_of(FindingId id)
{
    return "/temuan/" + id.str();
}

std::string lpj_href(PokmasId pokmas, int year)
{
    return "/lpj/pokmas/" + pokmas.str() + "/" + std::to_string(year);
}

std::string progress_href(std::string_view unit_code, int year)
{
    return "/kemajuan/" + std::string(unit_code) + "?tahun=" + std::to_string(year);
}

Result<void> keep_decision(db::WriteTx& tx, operations::Context& context, LpjId lpj, std::string_view decision, int pack_version, std::vector<Verdict> const& verdicts)
{
    boost::json::array all;
    for (auto const& verdict : verdicts)
        all.push_back(operations::to_json(verdict));
    TRY(tx.run(sql::insert_decision, context.city, lpj, context.next_id(), decision, pack_version, boost::json::serialize(all), context.actor.user, context.now));
    return Done {};
}

Result<std::vector<Returned>> returns_of(db::ReadTx& tx, CityId city, LpjId id)
{
    auto const rows = TRY(tx.run(sql::returns, city, id));
    std::vector<Returned> all;
    for (auto const& row : rows)
        all.push_back({int(row.integer(0)), row.text(1), row.text(2), row.text(3), row.instant(4)});
    return all;
}

Result<Finding> finding(db::ReadTx& tx, CityId city, FindingId id)
{
    auto const row = TRY(tx.one("reporting.no_finding", sql::finding, city, id));
    Finding found;
    found.id = row.id<FindingId>(0);
    found.year = int(row.integer(1));
    found.pokmas = row.id<PokmasId>(2);
    found.purse = row.maybe_id<PurseId>(3);
    found.place = row.text(4);
    found.place_name = row.text(5);
    found.number = row.text(6);
    found.title = row.text(7);
    found.description = row.text(8);
    found.severity = row.text(9);
    found.amount = row.rupiah(10);
    found.response = row.text(11);
    found.closing = row.text(12);
    found.opened_on = row.date(13);
    found.closed_on = row.maybe_date(14);
    found.state = row.text(15);
    found.version = row.integer(16);
    found.due = row.maybe_date(17);
    return found;
}

Result<std::vector<OpenFindingRow>> open_findings(db::ReadTx& tx, CityId city, PokmasId pokmas)
{
    auto const rows = TRY(tx.run(sql::open_findings, city, pokmas));
    std::vector<OpenFindingRow> all;
    for (auto const& row : rows)
        all.push_back({row.id<FindingId>(0), row.text(1), row.text(2), row.text(3), row.maybe_id<PurseId>(4), row.rupiah(5)});
    return all;
}

Result<std::vector<programme::Purse>> purses_of_pokmas(db::ReadTx& tx, CityId city, PokmasId pokmas, int year)
{
    auto const rows = TRY(tx.run(sql::purses_of_pokmas, city, year, pokmas));
    std::vector<programme::Purse> all;
    for (auto const& row : rows) {
        programme::Purse purse;
        purse.id = row.id<PurseId>(0);
        purse.year = year;
        purse.envelope = row.text(1);
        purse.unit = row.id<territory::RegionId>(2);
        purse.unit_code = row.text(3);
        purse.unit_name = row.text(4);
        purse.kelurahan = row.text(5);
        purse.pokmas = pokmas;
        purse.closed = row.text(6) != ledger::name_of(ledger::PurseState::Open);
        all.push_back(std::move(purse));
    }
    return all;
}

Result<bool> plans_works(db::ReadTx& tx, CityId city, PurseId purse, rules::Pack const& pack)
{
    auto const sums = TRY(planning::approved_by_category(tx, city, purse));
    return std::ranges::any_of(sums, [&](auto const& sum) {
        auto const* item = pack.menu_item(sum.first);
        return item != nullptr && item->work;
    });
}

std::array<PlaceRange, 4> ranges_of(Actor const& actor, std::string_view permission)
{
    std::array<PlaceRange, 4> ranges {};
    std::size_t used = 0;
    for (auto const& grant : actor.grants) {
        auto const is_in = std::any_of(ranges.begin(), ranges.begin() + std::ptrdiff_t(used), [&](PlaceRange const& range) { return range.from == grant.place; });
        if (is_in || used == ranges.size() || std::ranges::find(grant.permissions, permission) == grant.permissions.end())
            continue;
        // Codes are digits and dots, so that ':' stands behind everything below a place.
        ranges[used++] = {grant.place, grant.place.empty() ? ":" : grant.place + ".:"};
    }
    return ranges;
}

std::string only_pokmas(Actor const& actor, std::string_view permission)
{
    std::string pokmas;
    for (auto const& grant : actor.grants) {
        if (std::ranges::find(grant.permissions, permission) == grant.permissions.end())
            continue;
        if (grant.pokmas.empty() || (!pokmas.empty() && pokmas != grant.pokmas))
            return {};
        pokmas = grant.pokmas;
    }
    return pokmas;
}

} // namespace rtkeren::reporting
