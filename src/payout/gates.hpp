#pragma once

#include "payout/amounts.hpp"

#include <boost/json/array.hpp>

#include <memory>

/// Gates of a tranche, judged per unit: a late RT does not hold up its neighbours.
namespace rtkeren::payout {

struct GateRow {
    std::string fact, label, citation;
    bool passed { false };
    bool blocks { true }; // a gate of the pack's severity `warn` lets pass
    std::int64_t value { 0 }, minimum { 1 };
    Arguments numbers {};
    std::string href {}; // what mends it
};
struct UnitGates {
    std::string unit_code, unit_name;
    std::vector<PurseId> purses;
    std::vector<GateRow> gates;
    Rupiah amount; // that this tranche brings it
    bool requested { false }; // a live request of this number has it already

    [[nodiscard]] bool passed() const; // no blocking gate is red and there is something to pay
};
/// What a request of this tranche would find now.
struct Judged {
    std::shared_ptr<rules::Pack const> pack;
    Contract contract;
    rules::Tranche plan;
    std::vector<ContractLine> lines;
    std::vector<Taken> taken;
    std::vector<UnitGates> units; // by code
};
/// payout.no_contract, payout.no_such_tranche {number, tranches}, rules.no_pack. `without` is a tranche that is judged anew: what it has taken counts as free.
[[nodiscard]] Result<Judged> judge_tranche(db::ReadTx&, CityId, PokmasId, int year, int number, std::optional<TrancheId> without = {});

/// payout.gate {unit, label, value, minimum} per red gate of the unit; Block only for gates that block. A unit with nothing to ask for: payout.nothing_left,
/// payout.requested_already.
[[nodiscard]] std::vector<Verdict> verdicts_of(UnitGates const&);
/// The same as warnings, for units that were left out of a request.
[[nodiscard]] std::vector<Verdict> left_out(UnitGates const&);

[[nodiscard]] boost::json::array to_json(std::vector<UnitGates> const&);
[[nodiscard]] std::vector<UnitGates> gates_of(boost::json::array const&);

} // namespace rtkeren::payout
