#include "payout/gates.hpp"
#include "payout/operations.hpp"
#include "payout/sql.hpp"

#include <boost/json/serialize.hpp>

#include <algorithm>

namespace rtkeren::payout {

namespace {

/// The units that the request takes in, in the contract's order, and what is said of the others.
struct Chosen {
    std::vector<UnitGates> units;
    std::vector<Verdict> verdicts;
};

/// All that pass; or those that were named, which then must all pass.
Result<Chosen> choose(std::vector<UnitGates> const& judged, std::vector<std::string> const& named)
{
    for (std::size_t i = 0; i < named.size(); ++i)
        if (std::ranges::find(judged, named[i], &UnitGates::unit_code) == judged.end())
            return Error::field("units." + std::to_string(i), "payout.unit_not_in_contract", named[i]);
    Chosen chosen;
    std::vector<Verdict> refusals;
    for (auto const& unit : judged) {
        auto const is_named = std::ranges::find(named, unit.unit_code) != named.end();
        if (!named.empty() && !is_named)
            continue;
        auto const refused = verdicts_of(unit);
        if (unit.passed()) {
            chosen.units.push_back(unit);
            chosen.verdicts.insert(chosen.verdicts.end(), refused.begin(), refused.end()); // of gates that only warn
            continue;
        }
        auto const lines = left_out(unit);
        chosen.verdicts.insert(chosen.verdicts.end(), lines.begin(), lines.end());
        if (is_named)
            refusals.insert(refusals.end(), refused.begin(), refused.end());
        else if (!unit.requested)
            refusals.insert(refusals.end(), refused.begin(), refused.end());
    }
    if (chosen.units.empty() || (!named.empty() && !refusals.empty())) {
        if (refusals.empty())
            return Error::conflict("payout.nothing_to_request");
        return Error::refused(std::move(refusals));
    }
    return chosen;
}

std::vector<std::string> codes_of(std::vector<UnitGates> const& units)
{
    std::vector<std::string> codes;
    for (auto const& unit : units)
        codes.push_back(unit.unit_code);
    return codes;
}

Result<void> write_parts(db::WriteTx& tx, CityId city, TrancheId id, ContractId contract, ledger::Parts const& parts)
{
    std::vector<std::array<db::Parameter, 6>> rows;
    for (auto const& part : parts)
        rows.push_back({ city, id, part.purse, part.category, contract, part.amount });
    TRY(tx.run_rows<6>(sql::insert_parts, rows));
    return Done {};
}

Answer requested(Tranche const& tranche, Pokmas const& pokmas, Chosen& chosen)
{
    Answer answer { tranche.id.str(), href_of_tranche(tranche.id), "payout.tranche_requested",
        { { "number", std::to_string(tranche.number) }, { "pokmas", pokmas.name }, { "amount", std::to_string(tranche.amount.value()) },
            { "units", std::to_string(chosen.units.size()) } } };
    answer.data = { { "tranche", tranche.id.text() }, { "amount", tranche.amount.value() }, { "units", chosen.units.size() } };
    answer.verdicts = std::move(chosen.verdicts);
    return answer;
}

} // namespace

Result<Answer> request_tranche(db::WriteTx& tx, Context& context, RequestTranche const& input)
{
    auto const year = int(input.year);
    auto pokmas = TRY(allowed_pokmas(tx, context, "payout.request", input.pokmas));
    TRY(programme::open_year(tx, context.city, year));
    auto judged = TRY(judge_tranche(tx, context.city, pokmas.id, year, int(input.number)));
    std::vector<std::string> named;
    for (auto const& unit : input.units)
        named.push_back(unit.str());
    auto chosen = TRY(choose(judged.units, named));
    auto const parts = parts_of(judged.lines, judged.taken, judged.pack->tranches, judged.plan.number, codes_of(chosen.units));

    auto before = TRY(tx.one("payout.no_contract", sql::next_supplement, context.city, judged.contract.id, judged.plan.number));
    Tranche const tranche { .id = context.next<TrancheId>(),
        .pokmas = pokmas.id,
        .contract = judged.contract.id,
        .year = year,
        .number = judged.plan.number,
        .supplement = int(before.integer(0)),
        .amount = ledger::sum_of(parts),
        .pack_version = judged.pack->version,
        .state = {},
        .due = {},
        .requested_on = context.today,
        .spp = {},
        .spm = {},
        .sp2d = {},
        .sp2d_on = {},
        .confirmed_on = {},
        .received = {},
        .withheld = {},
        .elsewhere = {},
        .elsewhere_amount = {} };
    TRY(tx.run(sql::insert_tranche, context.city, tranche.id, tranche.pokmas, tranche.contract, tranche.year, tranche.number, tranche.supplement,
        tranche.amount, tranche.pack_version, boost::json::serialize(to_json(chosen.units)), tranche.requested_on, context.now, context.actor.user));
    TRY(write_parts(tx, context.city, tranche.id, tranche.contract, parts));
    TRY(workflow::start(tx, context, tranche_machine(),
        { .subject = tranche.id.ulid(), .title = title_of(tranche, pokmas), .place = pokmas.place, .pokmas = pokmas.id.str() }));
    TRY(keep_decision(tx, context, tranche.id.ulid(), "payout.request_tranche", tranche.pack_version, chosen.verdicts));
    TRY(note(tx, context,
        { "payout.request_tranche", "tranche", tranche.id.str(), pokmas.place,
            { { "number", tranche.number }, { "year", year }, { "amount", tranche.amount.value() }, { "pokmas", pokmas.id.text() } } }));
    return requested(tranche, pokmas, chosen);
}

Result<Answer> resubmit(db::WriteTx& tx, Context& context, StepTranche const& input)
{
    auto found = TRY(tranche(tx, context.city, input.tranche));
    auto pokmas = TRY(allowed_pokmas(tx, context, "payout.request", found.pokmas));
    TRY(programme::open_year(tx, context.city, found.year));
    auto judged = TRY(judge_tranche(tx, context.city, pokmas.id, found.year, found.number, found.id));
    if (judged.contract.id != found.contract)
        return Error::conflict("payout.contract_ended", { { "number", judged.contract.number } });
    auto chosen = TRY(choose(judged.units, {}));
    auto const parts = parts_of(judged.lines, judged.taken, judged.pack->tranches, found.number, codes_of(chosen.units));
    TRY(workflow::advance(tx, context, tranche_machine(), found.id.ulid(), TrancheEvent::Resubmit, { .version = input.version }));
    found.amount = ledger::sum_of(parts);
    TRY(tx.run(sql::delete_parts, context.city, found.id));
    TRY(write_parts(tx, context.city, found.id, found.contract, parts));
    TRY(tx.run(sql::set_request, context.city, found.id, found.amount, judged.pack->version, boost::json::serialize(to_json(chosen.units)), context.today));
    TRY(keep_decision(tx, context, found.id.ulid(), "payout.resubmit", judged.pack->version, chosen.verdicts));
    TRY(note(tx, context, { "payout.resubmit", "tranche", found.id.str(), pokmas.place, { { "amount", found.amount.value() } } }));
    return requested(found, pokmas, chosen);
}

} // namespace rtkeren::payout
