#pragma once

#include "operations/operations.hpp"
#include "rules/rules.hpp"

/// Packs in the database: every version that was put in, who released it and with which letter.
namespace rtkeren::rules {

struct StoredPack {
    int year {0}, version {0};
    std::string hash, note;
    PersonId loaded_by;
    Instant loaded_at;
    std::optional<PersonId> released_by;
    std::optional<Instant> released_at;
    std::string letter;
    std::optional<Date> letter_date;
};
/// Newest year and version first.
[[nodiscard]] Result<std::vector<StoredPack>> stored_packs(db::ReadTx&, CityId);
[[nodiscard]] Result<StoredPack> stored_pack(db::ReadTx&, CityId, int year, int version); // rules.no_version
/// The version in force, 0 when none was released.
[[nodiscard]] Result<int> version_in_force(db::ReadTx&, CityId, int year);
[[nodiscard]] Result<std::string> text_of(db::ReadTx&, CityId, int year, int version); // rules.no_version

/// Puts a text in as the next version; the pack has been parsed already.
[[nodiscard]] Result<int> store_pack(db::WriteTx&, operations::Context const&, Pack const&, std::string_view text, std::string_view note);
/// The second person's decision; the ledger learns what each envelope may pay for. rules.released_already
[[nodiscard]] Result<void> mark_released(db::WriteTx&, operations::Context const&, Pack const&, int version, std::string_view letter, Date letter_date);

/// Gates whose fact no room of this program publishes, as findings on tranche[i].gates[j].fact.
[[nodiscard]] std::vector<FieldError> unknown_facts(Pack const&);

/// Menu codes that the ledger lets the envelope pay for: what the pack names for it and does not ban the whole year; what may only warn, is open to every
/// envelope.
[[nodiscard]] std::vector<std::string> allowed_categories(Pack const&, Envelope const&);

} // namespace rtkeren::rules
