#pragma once

#include "planning/pages.hpp"
#include "planning/store.hpp"
#include "workflow/workflow.hpp"

/// From stored plans to what pages show; pure.
namespace rtkeren::planning {

[[nodiscard]] std::string state_label(std::string_view state);
[[nodiscard]] std::string_view state_tone(std::string_view state); // "ok", "warn", "no", "info", ""
[[nodiscard]] LineRow row_of(PlanLine const&, rules::Pack const*);
[[nodiscard]] std::vector<PurseBlock> blocks_of(std::span<PlanLine const>, std::span<PlanPurse const>, rules::Pack const&);
[[nodiscard]] std::vector<HistoryItem> history_of(std::vector<workflow::HistoryRow> const&, Zone);

/// The form of a plan that is there: its lines as somebody would type them.
void set_lines(html::FormState&, std::span<PlanLine const>);
/// Rows of the editor from what stands in the form, with spare ones behind, so that lines can be added without script.
inline constexpr std::size_t spare_rows = 5;
[[nodiscard]] std::vector<EditRow> edit_rows(html::FormState const&, rules::Pack const&, std::span<PlanPurse const>, Date on);
[[nodiscard]] std::vector<EnvelopeTotal> envelope_totals(html::FormState const&, rules::Pack const&, std::span<PlanPurse const>, Date on);

struct Comparison {
    std::vector<ComparedLine> lines;
    Rupiah before, after;
};
[[nodiscard]] Comparison compared(std::span<PlanLine const> before, std::span<PlanLine const> after);
/// "+Rp1.350.000", "−Rp5.000", "–".
[[nodiscard]] std::string change_text(Rupiah);

} // namespace rtkeren::planning
