#pragma once

#include "identifiers/inspection.hpp"

#include <optional>
#include <span>

namespace rtkeren::identifiers {

/// One class of business. A code means nothing without its edition: BPS Regulation 7/2025 gave codes of KBLI 2020 new meanings
/// (10793: soy and pulse foods, then coconut foods; 13133: printing on cloth, then batik cloth).
struct KbliRow {
    int edition {0}; // 2020, 2025
    std::string_view code; // five digits
    std::string_view title;
    bool certain {false}; // read in the published table; otherwise known by use only
};

/// The classes that the program knows (packs/kbli.csv, built in), by edition and code. It is not the whole official table, and says so where it matters.
[[nodiscard]] std::span<KbliRow const> kbli_rows();
[[nodiscard]] KbliRow const* find_kbli(int edition, std::string_view code);
/// Of the newest edition, and whether the table has this one.
[[nodiscard]] int newest_kbli_edition();
[[nodiscard]] bool is_kbli_edition(std::int64_t edition);

/// An edition and a code as they are chosen and stored: "2025:10710".
struct Kbli {
    int edition {0};
    std::string code;
    static Result<Kbli> parse(std::string_view); // the error of `inspect_kbli`, on the field "kbli"
    [[nodiscard]] std::string str() const;
    bool operator==(Kbli const&) const = default;
};

/// "2025:10793", "KBLI 2020 10710", or a code alone, which is looked up in each edition.
/// Parts: edition, code, title, of the other editions "title_2020". Errors: kbli.format, kbli.edition (no such edition), kbli.unknown (in no edition),
/// kbli.other_edition (in another edition only). Warn: kbli.edition_missing, kbli.reused (means something else in another edition), kbli.unsure.
[[nodiscard]] Inspection inspect_kbli(std::string_view typed);

} // namespace rtkeren::identifiers
