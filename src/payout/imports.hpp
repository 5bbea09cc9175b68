#pragma once

#include "payout/operations.hpp"

/// Lists from offices: what would become of each row, before anything is written.
namespace rtkeren::payout {

struct RowFate {
    std::size_t row { 0 }; // from 0
    std::vector<FieldError> errors; // empty: it will be taken in
    std::string subject {}; // what it matches: the tranche of an SP2D row
};
/// place.*, payout.rw_served, payout.rw_outside, payout.rw_twice, payout.account_*, payout.decree_over; operation.not_allowed for a place that is not the
/// actor's.
[[nodiscard]] Result<std::vector<RowFate>> preview_pokmas(db::ReadTx&, Context const&, std::vector<PokmasRow> const&);
/// payout.sp2d_no_match {amount, pokmas}, payout.sp2d_used, payout.sp2d_twice, date.future.
[[nodiscard]] Result<std::vector<RowFate>> preview_sp2d(db::ReadTx&, Context const&, std::vector<Sp2dRow> const&);

} // namespace rtkeren::payout
