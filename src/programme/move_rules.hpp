#pragma once

#include "rules/rules.hpp"

/// Whether money may go from one envelope of a unit to another: pure, from the pack and the unit's figures.
namespace rtkeren::programme {

struct MoveFacts {
    std::string from, to; // envelopes
    Rupiah amount;
    Rupiah from_ceiling; // of that purse now, less what was given back
    Rupiah unit_ceiling; // of all its purses
    bool plan_approved {false}; // something of the unit stands beyond `pagu`
};
/// Towards an envelope with an earmark before approval is always possible; everything else only as the pack says.
/// programme.move_not_allowed {from, to}, programme.move_after_approval {from, to}, programme.move_earmark {label, share, ceiling, minimum, left,
/// total_missing}.
[[nodiscard]] std::vector<Verdict> check_move(MoveFacts const&, rules::Pack const&, Date on);

} // namespace rtkeren::programme
