#pragma once

#include "enterprise/merge_inputs.hpp"
#include "enterprise/operations.hpp"
#include "sheets/sheets.hpp"

/// Merging doubles: no row is lost, a merged one leads to what stays, and undoing restores both as they were. Lists of offices.
namespace rtkeren::enterprise {

[[nodiscard]] Result<operations::Answer> merge_businesses(db::WriteTx&, operations::Context&, MergeBusinesses const&);
[[nodiscard]] Result<operations::Answer> undo_merge(db::WriteTx&, operations::Context&, UndoMerge const&);
[[nodiscard]] Result<operations::Answer> keep_apart(db::WriteTx&, operations::Context&, KeepApart const&);
/// The pair that two businesses are and that nobody decided; nothing where they were not found alike.
[[nodiscard]] Result<std::optional<PairId>> open_pair_of(db::ReadTx&, CityId, BusinessId, BusinessId);
/// All rows or none; `data.fates` says what becomes of each: enterprise.fate_new, fate_activity (another activity of a known owner), fate_known (nothing is
/// written twice), fate_twice (an earlier row of the list), fate_like (entered, and to be compared).
[[nodiscard]] Result<operations::Answer> import_businesses(db::WriteTx&, operations::Context&, ImportBusinesses const&);
[[nodiscard]] sheets::Kind const& business_sheet();

} // namespace rtkeren::enterprise
