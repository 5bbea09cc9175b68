#pragma once

#include "operations/operations.hpp"
#include "reporting/reporting.hpp"
#include "workflow/workflow.hpp"

/// Rows of this room as its operations and pages use them.
namespace rtkeren::reporting {

[[nodiscard]] Lpj lpj_of_row(db::Row const&);
[[nodiscard]] std::string href_of(LpjId);
[[nodiscard]] std::string href_of(FindingId);
/// "/lpj/pokmas/<id>/2023": the report of a pokmas and year, also before it was opened.
[[nodiscard]] std::string lpj_href(PokmasId, int year);
/// "/kemajuan/35.72.03.1002.003.002?tahun=2023"
[[nodiscard]] std::string progress_href(std::string_view unit_code, int year);

/// Keeps what was known at a decision: pack version and verdicts.
[[nodiscard]] Result<void> keep_decision(db::WriteTx&, operations::Context&, LpjId, std::string_view decision, int pack_version, std::vector<Verdict> const&);

struct Returned {
    int round {0};
    std::string document, fix, actor_name;
    Instant at;
};
[[nodiscard]] Result<std::vector<Returned>> returns_of(db::ReadTx&, CityId, LpjId);

struct Finding {
    FindingId id;
    int year {0};
    PokmasId pokmas;
    std::optional<PurseId> purse;
    std::string place, place_name, number, title, description;
    std::string severity; // note, serious, critical
    Rupiah amount; // to be recovered
    std::string response, closing;
    Date opened_on;
    std::optional<Date> closed_on;
    std::string state; // machine "finding"
    std::int64_t version {0};
    std::optional<Date> due;
};
[[nodiscard]] Result<Finding> finding(db::ReadTx&, CityId, FindingId); // reporting.no_finding

struct OpenFindingRow {
    FindingId id;
    std::string number, title, severity;
    std::optional<PurseId> purse;
    Rupiah amount;
};
[[nodiscard]] Result<std::vector<OpenFindingRow>> open_findings(db::ReadTx&, CityId, PokmasId);

/// Whether the approved plan of a purse pays for works, which are shown by photos from 0 to 100 percent.
[[nodiscard]] Result<bool> plans_works(db::ReadTx&, CityId, PurseId, rules::Pack const&);

/// The lines that a permission reaches, as up to four ranges [from, below) of place codes, for lists.
struct PlaceRange {
    std::string from, below;
};
[[nodiscard]] std::array<PlaceRange, 4> ranges_of(Actor const&, std::string_view permission);
/// The pokmas that a person is bound to, where every grant of the permission is one of a single pokmas; "" otherwise.
[[nodiscard]] std::string only_pokmas(Actor const&, std::string_view permission);

} // namespace rtkeren::reporting
