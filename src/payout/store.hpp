#pragma once

#include "operations/operations.hpp"
#include "payout/payout.hpp"

#include <boost/json/array.hpp>

/// Rows of this room as its operations and pages use them.
namespace rtkeren::payout {

/// A contract line with its unit.
struct ContractLine {
    PurseId purse;
    std::string category, envelope, unit_code, unit_name;
    Rupiah amount;
};
[[nodiscard]] Result<std::vector<ContractLine>> lines_of(db::ReadTx&, CityId, ContractId); // by unit, envelope, category

/// What a live tranche takes from a contract line.
struct Taken {
    PurseId purse;
    std::string category;
    Rupiah amount;
    int number { 0 };
    TrancheId tranche;
    std::string state;
};
[[nodiscard]] Result<std::vector<Taken>> taken_of(db::ReadTx&, CityId, ContractId);

[[nodiscard]] std::vector<Pokmas> pokmas_of_rows(db::Rows const&);
[[nodiscard]] Tranche tranche_of_row(db::Row const&);
[[nodiscard]] Contract contract_of_row(db::Row const&);

/// Keeps what the rules said at a decision: pack version and verdicts.
[[nodiscard]] Result<void> keep_decision(
    db::WriteTx&, operations::Context&, Ulid const& subject, std::string_view decision, int pack_version, std::vector<Verdict> const&);
struct Decision {
    std::string decision;
    int pack_version { 0 };
    std::vector<Verdict> verdicts;
    Instant at;
};
[[nodiscard]] Result<std::vector<Decision>> decisions_of(db::ReadTx&, CityId, Ulid const& subject);

} // namespace rtkeren::payout
