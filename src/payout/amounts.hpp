#pragma once

#include "payout/store.hpp"

/// How a contract is split over tranches: pure.
namespace rtkeren::payout {

/// The tranche's part of one contract line: the line by the tranches' shares (largest remainder), never more than is left; the last tranche takes the rest.
/// `taken` is what live tranches have of the line already. `number` counts from 1.
[[nodiscard]] Rupiah part_of(Rupiah line, Rupiah taken, std::vector<rules::Tranche> const&, int number);

/// The parts of a tranche for the units named, in the order of the lines; without zeros.
[[nodiscard]] ledger::Parts parts_of(
    std::vector<ContractLine> const&, std::vector<Taken> const&, std::vector<rules::Tranche> const&, int number, std::vector<std::string> const& units);

} // namespace rtkeren::payout
