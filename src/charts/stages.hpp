#pragma once

#include "base/rupiah.hpp"
#include "html/html.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The stages of money as they are drawn: always the same order, words, colour class and pattern.
namespace rtkeren::charts {

/// Where a rupiah of a purse stands, in the order of its way; `sp2d` counts as Kontrak.
enum class Stage : std::uint8_t { Pagu, Rencana, Kontrak, Cair, Belanja, Sah, Kembali, Batal };
inline constexpr std::size_t stage_count = 8;

[[nodiscard]] std::string_view name_of(Stage); // "sah": class and data-stage
[[nodiscard]] std::optional<Stage> stage_of(std::string_view name);
[[nodiscard]] std::string label_of(Stage); // "Sah", in the current language
[[nodiscard]] std::string meaning_of(Stage); // "sudah diperiksa"

struct StageAmount {
    Stage stage {Stage::Pagu};
    Rupiah amount;
    std::string href {}; // of the legend
};

/// One amount a stage, in the order in which a bar is drawn (sah, belanja, cair, kontrak, rencana, pagu, kembali, batal); zero and negative amounts left out.
[[nodiscard]] std::vector<StageAmount> in_bar_order(std::span<StageAmount const>);
[[nodiscard]] Rupiah sum_of(std::span<StageAmount const>);
/// Hundredths of a percent that `part` is of `whole`; 0 when the whole is zero.
[[nodiscard]] BasisPoints share_of(Rupiah part, Rupiah whole);
/// "sah 41,4 %, belanja 14,8 %": the words of a bar.
[[nodiscard]] std::string stage_words(std::span<StageAmount const>);

enum class BarSize : std::uint8_t { Card, Cell }; // 24 and 12 px high

/// `.sbar`: one rect a stage. `label` names the purse or place ("Kantong fisik"); "" in a table cell.
[[nodiscard]] html::Safe stage_bar(std::span<StageAmount const>, std::string_view label, BarSize = BarSize::Card);
/// `.stages`: the legend with amounts and shares.
[[nodiscard]] html::Safe stage_legend(std::span<StageAmount const>);

/// `.flow`: what of a purse passed each stage (pale) and what stands there (patterned); with its numbers as a table.
struct Purse {
    std::string label; // "Kantong fisik"
    std::vector<StageAmount> stages;
};
[[nodiscard]] html::Safe flow(Purse const&);

} // namespace rtkeren::charts
