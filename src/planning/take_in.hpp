#pragma once

#include "operations/operations.hpp"
#include "planning/planning.hpp"

/// Plans that were approved before this program was used, for opening balances (saldo awal).
namespace rtkeren::planning {

/// What was planned of one category of a purse: all that stands in `rencana` or went on from there.
struct TakenLine {
    PurseId purse;
    std::string envelope, category, activity;
    Rupiah amount;
};
struct TakenPlan {
    territory::RegionId unit;
    int year {0};
    std::string reason; // "Saldo awal per 30 Juni 2023": on every line and at the step
    std::string paper;
    std::vector<TakenLine> lines;
};

/// The state of a plan that is in the way of one taken in; none where nobody wrote one, or it was withdrawn.
[[nodiscard]] Result<std::optional<std::string>> plan_in_the_way(db::ReadTx&, CityId, int year, territory::RegionId);

/// One revision, in force at once; nothing is posted and no rule is asked, for the balances are booked by the caller, who has judged who may.
/// Conflict planning.there {unit, state}; planning.no_purse.
[[nodiscard]] Result<void> take_in(db::WriteTx&, operations::Context&, TakenPlan const&);

} // namespace rtkeren::planning
