#pragma once

#include "programme/allocation.hpp"
#include "programme/inputs.hpp"

/// The work of each operation; `operations()` in room.cpp names them.
namespace rtkeren::programme {

using operations::Answer;
using operations::Context;

[[nodiscard]] Result<Answer> create_year(db::WriteTx&, Context&, CreateYear const&);
[[nodiscard]] Result<Answer> discard_year(db::WriteTx&, Context&, DiscardYear const&);
[[nodiscard]] Result<Answer> open_year_now(db::WriteTx&, Context&, OpenYear const&);
[[nodiscard]] Result<Answer> start_closing(db::WriteTx&, Context&, StartClosing const&);
[[nodiscard]] Result<Answer> reopen_year(db::WriteTx&, Context&, ReopenYear const&);
[[nodiscard]] Result<Answer> close_year(db::WriteTx&, Context&, CloseYear const&);

[[nodiscard]] Result<Answer> set_dpa(db::WriteTx&, Context&, SetDpa const&);
[[nodiscard]] Result<Answer> set_dpas(db::WriteTx&, Context&, SetDpas const&);

[[nodiscard]] Result<Answer> allocate_unit(db::WriteTx&, Context&, AllocateUnit const&);
[[nodiscard]] Result<Answer> decline(db::WriteTx&, Context&, Decline const&);
[[nodiscard]] Result<Answer> give_bonus(db::WriteTx&, Context&, GiveBonus const&);
[[nodiscard]] Result<Answer> reduce(db::WriteTx&, Context&, Reduce const&);
[[nodiscard]] Result<Answer> move(db::WriteTx&, Context&, Move const&);
[[nodiscard]] Result<Answer> undo_change(db::WriteTx&, Context&, UndoChange const&);

[[nodiscard]] Result<Answer> place_hold(db::WriteTx&, Context&, PlaceHold const&);
[[nodiscard]] Result<Answer> propose_hold(db::WriteTx&, Context&, ProposeHold const&);
[[nodiscard]] Result<Answer> decline_hold(db::WriteTx&, Context&, DeclineHold const&);
[[nodiscard]] Result<Answer> lift_hold(db::WriteTx&, Context&, LiftHold const&);

/// operation.not_allowed unless the actor has the permission there.
[[nodiscard]] Result<void> allow(Context const&, std::string_view permission, std::string_view place);
/// A paper of the year: of the year itself or the year before, not of the future. date.outside_year, date.future.
[[nodiscard]] Result<void> check_paper_date(int year, Date paper, Date today, std::string_view field);
[[nodiscard]] std::string href_of_year(int year);

} // namespace rtkeren::programme
