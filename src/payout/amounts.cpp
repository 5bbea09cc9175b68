#include "payout/amounts.hpp"

#include <algorithm>

namespace rtkeren::payout {

namespace {

Rupiah taken_of_line(std::vector<Taken> const& taken, ContractLine const& line)
{
    Rupiah sum;
    for (auto const& each : taken)
        if (each.purse == line.purse && each.category == line.category)
            sum += each.amount;
    return sum;
}

} // namespace

Rupiah part_of(Rupiah line, Rupiah taken, std::vector<rules::Tranche> const& tranches, int number)
{
    auto const left = line > taken ? line - taken : Rupiah {};
    if (number >= int(tranches.size()))
        return left;
    std::vector<std::int64_t> shares;
    for (auto const& tranche : tranches)
        shares.push_back(tranche.share.value());
    auto const split = allocate(line, shares);
    return std::min(split[std::size_t(number) - 1], left);
}

ledger::Parts parts_of(std::vector<ContractLine> const& lines, std::vector<Taken> const& taken, std::vector<rules::Tranche> const& tranches, int number,
    std::vector<std::string> const& units)
{
    ledger::Parts parts;
    for (auto const& line : lines) {
        if (std::ranges::find(units, line.unit_code) == units.end())
            continue;
        auto const amount = part_of(line.amount, taken_of_line(taken, line), tranches, number);
        if (amount.is_positive())
            parts.push_back({ line.purse, line.category, amount });
    }
    return parts;
}

} // namespace rtkeren::payout
