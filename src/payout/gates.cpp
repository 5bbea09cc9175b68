#include "payout/gates.hpp"

#include "payout/sql.hpp"

#include <boost/json/object.hpp>

#include <algorithm>

namespace rtkeren::payout {

namespace {

constexpr std::string_view own_facts = "payout.";

GateRow row_of(rules::GateAnswer const& answer)
{
    return { answer.gate.fact, answer.gate.label, answer.gate.basis.citation, answer.passed, answer.gate.basis.severity == Severity::Block,
        answer.fact.known ? answer.fact.value : 0, answer.gate.minimum, answer.fact.numbers, answer.fact.href };
}

/// One row a fact for the unit: that of the purse that is furthest from passing.
void merge(std::vector<GateRow>& rows, GateRow row)
{
    auto const same = std::ranges::find(rows, row.fact, &GateRow::fact);
    if (same == rows.end())
        rows.push_back(std::move(row));
    else if (row.value < same->value || (same->passed && !row.passed))
        *same = std::move(row);
}

/// What this room knows is the same for all purses of a contract: asked once a request.
Result<std::vector<GateRow>> own_rows(db::ReadTx& tx, CityId city, rules::Tranche const& plan, PurseId purse)
{
    auto own = plan;
    std::erase_if(own.gates, [](rules::Gate const& gate) { return !gate.fact.starts_with(own_facts); });
    auto answers = TRY(rules::judge_gates(tx, city, own, purse.str()));
    std::vector<GateRow> rows;
    for (auto const& answer : answers)
        rows.push_back(row_of(answer));
    return rows;
}

/// Built in: what an earlier tranche of the unit left undone would be asked for twice.
GateRow previous_row(std::vector<Taken> const& taken, UnitGates const& unit, int number, Contract const& contract)
{
    auto of_unit = [&](Taken const& each) { return std::ranges::find(unit.purses, each.purse) != unit.purses.end() && each.number == number - 1; };
    auto const some = std::ranges::any_of(taken, of_unit);
    auto const open = std::ranges::any_of(taken, [&](Taken const& each) { return of_unit(each) && each.state != "confirmed"; });
    GateRow row { .fact = "payout.previous_confirmed", .label = {}, .citation = {}, .passed = some && !open };
    row.value = row.passed ? 1 : 0;
    row.numbers = { { "number", std::to_string(number - 1) } };
    row.href = "/pokmas/" + contract.pokmas.str();
    return row;
}

std::vector<UnitGates> units_of(std::vector<ContractLine> const& lines)
{
    std::vector<UnitGates> units;
    for (auto const& line : lines) {
        if (units.empty() || units.back().unit_code != line.unit_code)
            units.push_back({ .unit_code = line.unit_code, .unit_name = line.unit_name, .purses = {}, .gates = {}, .amount = {} });
        auto& purses = units.back().purses;
        if (purses.empty() || purses.back() != line.purse)
            purses.push_back(line.purse);
    }
    return units;
}

Result<void> judge_unit(db::ReadTx& tx, CityId city, Judged const& judged, rules::Tranche const& others, std::vector<GateRow> const& own, UnitGates& unit)
{
    auto const number = judged.plan.number;
    for (auto const& gate : judged.plan.gates) // in the pack's order
        if (auto const row = std::ranges::find(own, gate.fact, &GateRow::fact); row != own.end())
            unit.gates.push_back(*row);
    for (auto const& purse : unit.purses) {
        auto answers = TRY(rules::judge_gates(tx, city, others, purse.str()));
        for (auto const& answer : answers)
            merge(unit.gates, row_of(answer));
    }
    if (number > 1)
        unit.gates.push_back(previous_row(judged.taken, unit, number, judged.contract));
    unit.requested = std::ranges::any_of(
        judged.taken, [&](Taken const& each) { return each.number == number && std::ranges::find(unit.purses, each.purse) != unit.purses.end(); });
    unit.amount = ledger::sum_of(parts_of(judged.lines, judged.taken, judged.pack->tranches, number, { unit.unit_code }));
    return Done {};
}

Verdict gate_verdict(UnitGates const& unit, GateRow const& gate)
{
    auto const code = gate.fact == "payout.previous_confirmed" ? std::string("payout.previous_open") : std::string("payout.gate");
    Verdict verdict { code, gate.blocks ? Severity::Block : Severity::Warn, gate.citation, { { "unit", unit.unit_name }, { "label", gate.label } } };
    verdict.numbers.emplace_back("value", std::to_string(gate.value));
    verdict.numbers.emplace_back("minimum", std::to_string(gate.minimum));
    for (auto const& number : gate.numbers)
        verdict.numbers.push_back(number);
    return verdict;
}

} // namespace

bool UnitGates::passed() const
{
    return !requested && amount.is_positive() && std::ranges::none_of(gates, [](GateRow const& gate) { return gate.blocks && !gate.passed; });
}

Result<Judged> judge_tranche(db::ReadTx& tx, CityId city, PokmasId pokmas, int year, int number, std::optional<TrancheId> without)
{
    auto contract = TRY(contract_of(tx, city, pokmas, year));
    if (!contract)
        return Error::conflict("payout.no_contract_yet", { { "year", std::to_string(year) } });
    Judged judged { .pack = TRY(rules::released(tx, city, year)), .contract = *contract, .plan = {}, .lines = {}, .taken = {}, .units = {} };
    if (number < 1 || number > int(judged.pack->tranches.size()))
        return Error::field("number", "payout.no_such_tranche", std::to_string(number), { { "tranches", std::to_string(judged.pack->tranches.size()) } });
    judged.plan = judged.pack->tranches[std::size_t(number) - 1];
    judged.lines = TRY(lines_of(tx, city, contract->id));
    judged.taken = TRY(taken_of(tx, city, contract->id));
    if (without)
        std::erase_if(judged.taken, [&](Taken const& each) { return each.tranche == *without; });
    judged.units = units_of(judged.lines);
    if (judged.units.empty())
        return judged;
    auto own = TRY(own_rows(tx, city, judged.plan, judged.lines.front().purse));
    auto others = judged.plan;
    std::erase_if(others.gates, [](rules::Gate const& gate) { return gate.fact.starts_with(own_facts); });
    for (auto& unit : judged.units)
        TRY(judge_unit(tx, city, judged, others, own, unit));
    return judged;
}

std::vector<Verdict> verdicts_of(UnitGates const& unit)
{
    std::vector<Verdict> verdicts;
    if (unit.requested)
        verdicts.push_back({ "payout.requested_already", Severity::Block, {}, { { "unit", unit.unit_name } } });
    else if (!unit.amount.is_positive())
        verdicts.push_back({ "payout.nothing_left", Severity::Block, {}, { { "unit", unit.unit_name } } });
    for (auto const& gate : unit.gates)
        if (!gate.passed)
            verdicts.push_back(gate_verdict(unit, gate));
    return verdicts;
}

std::vector<Verdict> left_out(UnitGates const& unit)
{
    auto verdicts = verdicts_of(unit);
    for (auto& verdict : verdicts)
        verdict.severity = Severity::Warn;
    return verdicts;
}

boost::json::array to_json(std::vector<UnitGates> const& units)
{
    boost::json::array all;
    for (auto const& unit : units) {
        boost::json::array gates, purses;
        for (auto const& purse : unit.purses)
            purses.emplace_back(purse.text());
        for (auto const& gate : unit.gates) {
            boost::json::object numbers;
            for (auto const& [name, value] : gate.numbers)
                numbers[name] = value;
            gates.push_back(boost::json::object { { "fact", gate.fact }, { "label", gate.label }, { "citation", gate.citation }, { "passed", gate.passed },
                { "blocks", gate.blocks }, { "value", gate.value }, { "minimum", gate.minimum }, { "numbers", std::move(numbers) }, { "href", gate.href } });
        }
        all.push_back(boost::json::object { { "unit_code", unit.unit_code }, { "unit_name", unit.unit_name }, { "purses", std::move(purses) },
            { "gates", std::move(gates) }, { "amount", unit.amount.value() } });
    }
    return all;
}

namespace {

GateRow gate_of_json(boost::json::object const& gate)
{
    auto text = [&](char const* key) { return std::string(gate.at(key).as_string()); };
    GateRow row { text("fact"), text("label"), text("citation"), gate.at("passed").as_bool(), gate.at("blocks").as_bool(), gate.at("value").as_int64(),
        gate.at("minimum").as_int64(), {}, text("href") };
    for (auto const& number : gate.at("numbers").as_object())
        row.numbers.emplace_back(std::string(number.key()), std::string(number.value().as_string()));
    return row;
}

} // namespace

std::vector<UnitGates> gates_of(boost::json::array const& stored)
{
    std::vector<UnitGates> units;
    for (auto const& each : stored) {
        auto const& object = each.as_object();
        UnitGates unit { .unit_code = std::string(object.at("unit_code").as_string()),
            .unit_name = std::string(object.at("unit_name").as_string()),
            .purses = {},
            .gates = {},
            .amount = Rupiah::checked(object.at("amount").as_int64()) };
        for (auto const& purse : object.at("purses").as_array())
            unit.purses.push_back(PurseId::parse(std::string_view(purse.as_string())).value());
        for (auto const& gate : object.at("gates").as_array())
            unit.gates.push_back(gate_of_json(gate.as_object()));
        units.push_back(std::move(unit));
    }
    return units;
}

} // namespace rtkeren::payout
