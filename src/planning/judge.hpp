#pragma once

#include "planning/store.hpp"

/// From a plan to what the rules say about it.
namespace rtkeren::planning {

[[nodiscard]] rules::PlanFacts facts_of(std::span<PlanLine const> lines, std::span<PlanPurse const> purses, Date on);

/// The rules' verdicts with fixes completed by plan and version. `in_force` is what an addendum changes: there the earmark's share only warns
/// unless it is lowered while another envelope rises, as a cheaper course is no breach (issue 2, point 5).
[[nodiscard]] std::vector<Verdict> judge_plan(
    Plan const&, std::span<PlanPurse const> purses, std::span<CategorySum const> in_force, Date on, rules::Pack const&);

/// The same read from the database, for pages.
[[nodiscard]] Result<std::vector<Verdict>> judge_stored(db::ReadTx&, CityId, StoredPlan const&, Date on);

/// The way from one envelope to the other: `amount` off the planned lines of `from`, largest first, and into a line of `to`.
/// Where a line is counted in whole units, whole units are given up. Invalid planning.shift_too_much {planned}.
struct Shift {
    std::string from, to;
    Rupiah amount;
    rules::MenuItem const* category {nullptr};
    PurseId purse {}; // of `to`
    std::string spend_kind {};
    PlanLineId new_line {};
};
[[nodiscard]] Result<std::vector<PlanLine>> shifted(std::vector<PlanLine> lines, Shift const&);
/// The first training of the menu that the envelope may pay for on that day, else the first activity; nullptr when there is none.
[[nodiscard]] rules::MenuItem const* category_for(rules::Pack const&, std::string_view envelope, Date on);

} // namespace rtkeren::planning
