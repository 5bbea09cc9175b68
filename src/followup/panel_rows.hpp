#pragma once

#include "followup/survey.hpp"

/// The panel of survey rounds without names, for measuring effects: units by keyed pseudonyms that are the same in every round.
namespace rtkeren::followup {

struct PanelRow {
    std::string unit; // keyed pseudonym
    std::string period; // month asked about
    std::int64_t round {0};
    std::string cohort; // half-year in which the owner first finished a course: "2023-2"; "never"; "other" where fewer than ten share it
    std::string kelurahan; // code; "other" where fewer than ten are there
    std::string producing, method;
    std::optional<Rupiah> sold {};
    std::optional<std::int64_t> workers {};
};
/// Every cohort, and within it every kelurahan, is shared by `smallest` units or more: fewer become "other"; where those are together still too few, the next
/// smallest joins them, so that nothing is found by taking the shown groups from the whole. Pure.
void coarsen(std::vector<PanelRow>&, std::int64_t smallest);

/// Every answered interview up to a round, coarsened. followup.panel_small below ten units.
[[nodiscard]] Result<std::vector<PanelRow>> panel_of(db::ReadTx&, Services const&, Round const&);
[[nodiscard]] std::string panel_csv(std::vector<PanelRow> const&);

} // namespace rtkeren::followup
