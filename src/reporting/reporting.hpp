#pragma once

#include "spending/spending.hpp"

#include <string>
#include <vector>

/// Accounting for the year: progress with photos, findings, the accountability report (LPJ) that writes itself from postings and evidence, closing of purses.
namespace rtkeren::reporting {

using LpjId = Id<struct LpjTag>;
using ProgressId = Id<struct ProgressTag>;
using FindingId = Id<struct FindingTag>;

/// The report of one pokmas over all purses that it holds in a year.
struct Lpj {
    LpjId id;
    PokmasId pokmas;
    int year {0};
    std::string place, kelurahan; // codes
    std::string name; // of the pokmas
    Date opened_on, due_on; // due_on: the year's deadline
    int rounds {0}; // how often it was sent
    std::optional<Date> submitted_on {}, accepted_on {};
    std::string state; // machine "lpj": open, submitted, check_1, check_2, returned, accepted, sampled, final
    std::int64_t version {0};
    std::optional<Date> due {}; // of the step under way
    Instant since {};

    [[nodiscard]] std::string title() const; // "LPJ Pokmas Melati 2023"
    [[nodiscard]] bool is_with_pokmas() const { return state == "open" || state == "returned"; }
    [[nodiscard]] bool is_accepted() const { return state == "accepted" || state == "sampled" || state == "final"; }
};
/// reporting.no_lpj
[[nodiscard]] Result<Lpj> lpj(db::ReadTx&, CityId, LpjId);
[[nodiscard]] Result<std::optional<Lpj>> lpj_of(db::ReadTx&, CityId, PokmasId, int year);

/// "lpj": open -> submitted -> check_1 -> check_2 -> accepted (-> sampled) -> final; returned names the document and the fix.
[[nodiscard]] workflow::Machine const& lpj_machine();
/// "finding": open -> answered -> closed, or withdrawn.
[[nodiscard]] workflow::Machine const& finding_machine();

/// What lacks before the report can be sent; `href` leads to what mends it. Codes and numbers as in the message table:
/// reporting.missing_paper {number, paper}, missing_receipt {number}, missing_acceptance {number, state, amount}, missing_tax {label, number, amount, due},
/// missing_photo {unit, stage}, missing_unplaced {supplier, amount}, missing_money {amount} (ordered and not confirmed);
/// warnings: missing_board {unit}, missing_spending {}, missing_leftover {amount}, missing_advance {amount}, missing_debt {amount}, missing_finding {number, title}.
struct Missing {
    std::string code;
    Severity severity {Severity::Block};
    Arguments numbers;
    std::string href;
    std::string document; // what it belongs to: "Belanja 017/BLJ/2024", "RT 02 RW 03"
    std::string permission {}; // that `href` asks for; "" where everybody who reads the report may look

    [[nodiscard]] Verdict verdict() const { return {code, severity, {}, numbers, std::nullopt}; }
};
/// In the order of mending: expenses by number, taxes, photos, money; the blocking ones first.
[[nodiscard]] Result<std::vector<Missing>> missing(db::ReadTx&, CityId, PokmasId, int year);
[[nodiscard]] bool is_complete(std::vector<Missing> const&); // nothing that blocks

/// Purses that a pokmas holds in a year, by unit and envelope.
[[nodiscard]] Result<std::vector<programme::Purse>> purses_of_pokmas(db::ReadTx&, CityId, PokmasId, int year);

/// A photo of a work (`paper` "foto") or of the notice board on site ("papan").
struct Photo {
    ProgressId progress;
    std::string activity; // "" is the purse as a whole
    int stage {0}; // 0, 25, 50, 75, 100 percent
    Date on;
    std::string paper, sha256;
};
/// By activity and stage.
[[nodiscard]] Result<std::vector<Photo>> photos_of_purse(db::ReadTx&, CityId, PurseId);
/// By day.
[[nodiscard]] Result<std::vector<Photo>> photos_of_unit(db::ReadTx&, CityId, territory::RegionId, int year);

/// The report as PDF with everything that belongs to it.
[[nodiscard]] Result<std::string> lpj_pdf(Services&, PokmasId, int year);

} // namespace rtkeren::reporting
