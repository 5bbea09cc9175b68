#include "payout/store.hpp"

#include "payout/inputs.hpp"
#include "payout/room.hpp"
#include "payout/sql.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>

namespace rtkeren::payout {

std::vector<Pokmas> pokmas_of_rows(db::Rows const& rows)
{
    std::vector<Pokmas> all;
    for (auto const& row : rows) {
        auto const id = row.id<PokmasId>(0);
        if (all.empty() || all.back().id != id)
            all.push_back({ .id = id,
                .name = row.text(1),
                .kelurahan = row.text(2),
                .rws = {},
                .state = row.text(13),
                .decree = row.text(6),
                .decree_until = row.maybe_date(8),
                .bank = row.text(9),
                .account_masked = row.text(10),
                .account_holder = row.text(11),
                .account_verified = !row.is_null(12),
                .place = row.text(3),
                .address = row.text(4),
                .minutes = row.text(5),
                .decree_on = row.maybe_date(7) });
        if (!row.is_null(14))
            all.back().rws.push_back(row.text(14));
    }
    return all;
}

Contract contract_of_row(db::Row const& row)
{
    auto const ended = row.maybe_date(9);
    return { .id = row.id<ContractId>(0),
        .pokmas = row.id<PokmasId>(1),
        .year = int(row.integer(2)),
        .number = row.text(3),
        .state = ended ? "ended" : "in_force",
        .signed_on = row.date(4),
        .starts_on = row.date(5),
        .ends_on = row.date(6),
        .amount = row.rupiah(7),
        .version = row.integer(8),
        .ended_on = ended };
}

Tranche tranche_of_row(db::Row const& row)
{
    return { .id = row.id<TrancheId>(0),
        .pokmas = row.id<PokmasId>(1),
        .contract = row.id<ContractId>(2),
        .year = int(row.integer(3)),
        .number = int(row.integer(4)),
        .supplement = int(row.integer(5)),
        .amount = row.rupiah(6),
        .pack_version = int(row.integer(7)),
        .state = row.text(8),
        .version = row.integer(9),
        .due = row.maybe_date(10),
        .requested_on = row.date(11),
        .spp = row.text(12),
        .spm = row.text(13),
        .sp2d = row.text(14),
        .sp2d_on = row.maybe_date(15),
        .confirmed_on = row.maybe_date(16),
        .received = row.rupiah(17),
        .withheld = row.rupiah(18),
        .elsewhere = row.maybe_id<PokmasId>(19),
        .elsewhere_amount = row.rupiah(20) };
}

Result<Pokmas> pokmas(db::ReadTx& tx, CityId city, PokmasId id)
{
    auto rows = TRY(tx.run(sql::pokmas, city, id));
    auto found = pokmas_of_rows(rows);
    if (found.empty())
        return Error::not_found("payout.no_pokmas");
    return std::move(found.front());
}

Result<std::vector<Pokmas>> pokmas_below(db::ReadTx& tx, CityId city, std::string_view place)
{
    // Codes are digits and dots; '/' follows the dot, so this range is the place itself and all below it.
    auto const after = place.empty() ? std::string("~") : std::string(place) + "/";
    auto rows = TRY(tx.run(sql::pokmas_between, city, place, after));
    return pokmas_of_rows(rows);
}

Result<Pokmas> pokmas_of_rw(db::ReadTx& tx, CityId city, std::string_view rw_code)
{
    auto rows = TRY(tx.run(sql::pokmas_of_rw, city, rw_code));
    auto found = pokmas_of_rows(rows);
    if (found.empty())
        return Error::not_found("payout.no_pokmas");
    return std::move(found.front());
}

Result<std::string> serving(db::ReadTx& tx, CityId city, std::string_view place)
{
    auto const code = territory::PlaceCode::parse(place);
    if (!code.ok())
        return std::string {};
    using territory::Level;
    if (code->level == Level::Rt || code->level == Level::Rw) {
        auto const found = pokmas_of_rw(tx, city, code->level == Level::Rt ? code->parent() : code->text);
        if (!found.ok() && found.error().kind != ErrorKind::NotFound)
            return found.error();
        return found.ok() ? found->id.str() : std::string {};
    }
    auto groups = TRY(pokmas_below(tx, city, code->text));
    std::erase_if(groups, [](Pokmas const& group) { return group.state == "dissolved"; });
    return groups.size() == 1 && code->level == Level::Kelurahan ? groups.front().id.str() : std::string {};
}

Result<Contract> contract(db::ReadTx& tx, CityId city, ContractId id)
{
    auto row = TRY(tx.one("payout.no_contract", sql::contract, city, id));
    return contract_of_row(row);
}

Result<std::optional<Contract>> contract_of(db::ReadTx& tx, CityId city, PokmasId pokmas, int year)
{
    auto row = TRY(tx.maybe(sql::contract_of, city, pokmas, year));
    return row ? std::optional(contract_of_row(*row)) : std::nullopt;
}

Result<std::optional<Contract>> contract_of_purse(db::ReadTx& tx, CityId city, PurseId purse)
{
    auto row = TRY(tx.maybe(sql::contract_of_purse, city, purse));
    return row ? std::optional(contract_of_row(*row)) : std::nullopt;
}

Result<std::vector<ContractLine>> lines_of(db::ReadTx& tx, CityId city, ContractId id)
{
    auto rows = TRY(tx.run(sql::contract_lines, city, id));
    std::vector<ContractLine> lines;
    lines.reserve(rows.size());
    for (auto const& row : rows)
        lines.push_back({ row.id<PurseId>(0), row.text(1), row.text(2), row.text(3), row.text(4), row.rupiah(5) });
    return lines;
}

Result<ledger::Parts> contract_lines(db::ReadTx& tx, CityId city, ContractId id)
{
    auto lines = TRY(lines_of(tx, city, id));
    ledger::Parts parts;
    for (auto& line : lines)
        parts.push_back({ line.purse, std::move(line.category), line.amount });
    return parts;
}

Result<std::vector<Taken>> taken_of(db::ReadTx& tx, CityId city, ContractId id)
{
    auto rows = TRY(tx.run(sql::taken, city, id));
    std::vector<Taken> taken;
    for (auto const& row : rows)
        taken.push_back({ row.id<PurseId>(0), row.text(1), row.rupiah(2), int(row.integer(3)), row.id<TrancheId>(4), row.text(5) });
    return taken;
}

Result<Tranche> tranche(db::ReadTx& tx, CityId city, TrancheId id)
{
    auto row = TRY(tx.one("payout.no_tranche", sql::tranche, city, id));
    return tranche_of_row(row);
}

Result<std::vector<Tranche>> tranches_of(db::ReadTx& tx, CityId city, PokmasId pokmas, int year)
{
    auto rows = TRY(tx.run(sql::tranches_of, city, pokmas, year));
    std::vector<Tranche> all;
    for (auto const& row : rows)
        all.push_back(tranche_of_row(row));
    return all;
}

Result<ledger::Parts> tranche_parts(db::ReadTx& tx, CityId city, TrancheId id)
{
    auto rows = TRY(tx.run(sql::parts, city, id));
    ledger::Parts parts;
    for (auto const& row : rows)
        parts.push_back({ row.id<PurseId>(0), row.text(1), row.rupiah(2) });
    return parts;
}

Result<std::vector<Disbursed>> disbursed(db::ReadTx& tx, CityId city, PurseId purse)
{
    auto rows = TRY(tx.run(sql::disbursed, city, purse));
    std::vector<Disbursed> all;
    for (auto const& row : rows)
        all.push_back({ int(row.integer(0)), row.rupiah(3), row.date(2) });
    return all;
}

std::string_view name_of(Position position) { return workflow::name_of(position); }

std::string label_of(Position position)
{
    switch (position) {
    case Position::Ketua:
        return tr("Ketua");
    case Position::Sekretaris:
        return tr("Sekretaris");
    case Position::Bendahara:
        return tr("Bendahara");
    case Position::Pengawas:
        return tr("Pengawas");
    case Position::Pelaksana:
        return tr("Pelaksana");
    case Position::Persiapan:
        return tr("Tim persiapan");
    }
    CHECK(false);
}

namespace {

std::vector<Officer> officers_of(db::Rows const& rows)
{
    std::vector<Officer> all;
    for (auto const& row : rows)
        all.push_back({ workflow::value_of<Position>(row.text(0)), row.id<PersonId>(1), row.date(2) });
    std::ranges::stable_sort(all, {}, &Officer::position);
    return all;
}

} // namespace

Result<std::vector<Officer>> officers(db::ReadTx& tx, CityId city, PokmasId pokmas)
{
    auto const rows = TRY(tx.run(sql::officers, city, pokmas));
    return officers_of(rows);
}

Result<std::vector<Officer>> officers_on(db::ReadTx& tx, CityId city, PokmasId pokmas, Date on)
{
    auto const rows = TRY(tx.run(sql::officers_on, city, pokmas, on));
    return rows.empty() ? officers(tx, city, pokmas) : Result<std::vector<Officer>>(officers_of(rows));
}

Result<void> keep_decision(
    db::WriteTx& tx, operations::Context& context, Ulid const& subject, std::string_view decision, int pack_version, std::vector<Verdict> const& verdicts)
{
    boost::json::array stored;
    for (auto const& verdict : verdicts)
        stored.push_back(operations::to_json(verdict));
    TRY(tx.run(sql::insert_decision, context.city, subject, context.next_id(), decision, pack_version, boost::json::serialize(stored), context.actor.user,
        context.now));
    return Done {};
}

Result<std::vector<Decision>> decisions_of(db::ReadTx& tx, CityId city, Ulid const& subject)
{
    auto rows = TRY(tx.run(sql::decisions, city, subject));
    std::vector<Decision> all;
    for (auto const& row : rows) {
        Decision decision { row.text(0), int(row.integer(1)), {}, row.instant(3) };
        auto const stored = boost::json::parse(row.text(2));
        for (auto const& verdict : stored.as_array())
            decision.verdicts.push_back(operations::verdict_of(verdict.as_object()));
        all.push_back(std::move(decision));
    }
    return all;
}

} // namespace rtkeren::payout
