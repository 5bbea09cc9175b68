#pragma once

#include "turnover/inputs.hpp"
#include "turnover/store.hpp"

#include "sheets/sheets.hpp"

/// This room's operations: what it declares, one function each.
namespace rtkeren::turnover {

[[nodiscard]] Result<operations::Answer> record_turnover(db::WriteTx&, operations::Context&, RecordTurnover const&);
[[nodiscard]] Result<operations::Answer> correct_record(db::WriteTx&, operations::Context&, CorrectRecord const&);
[[nodiscard]] Result<operations::Answer> withdraw_record(db::WriteTx&, operations::Context&, WithdrawRecord const&);
[[nodiscard]] Result<operations::Answer> add_sale(db::WriteTx&, operations::Context&, AddSale const&);
[[nodiscard]] Result<operations::Answer> add_cost(db::WriteTx&, operations::Context&, AddCost const&);
[[nodiscard]] Result<operations::Answer> void_entry(db::WriteTx&, operations::Context&, VoidEntry const&);
[[nodiscard]] Result<operations::Answer> close_day(db::WriteTx&, operations::Context&, CloseDay const&);
[[nodiscard]] Result<operations::Answer> give_consent(db::WriteTx&, operations::Context&, GiveConsent const&);
[[nodiscard]] Result<operations::Answer> withdraw_consent(db::WriteTx&, operations::Context&, WithdrawConsent const&);
[[nodiscard]] Result<operations::Answer> import_records(db::WriteTx&, operations::Context&, ImportRecords const&);
[[nodiscard]] sheets::Kind const& turnover_sheet();

/// Who may replace or withdraw a record: who recorded it, and the owner.
[[nodiscard]] bool may_correct(Actor const&, Record const&, enterprise::Business const&);
[[nodiscard]] std::string href_of(RecordId);
[[nodiscard]] std::string figures_href(enterprise::BusinessId);

} // namespace rtkeren::turnover
