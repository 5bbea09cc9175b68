#include "programme/move_rules.hpp"

#include <algorithm>

namespace rtkeren::programme {

namespace {

using rules::MoveAllowed;

rules::Earmark const* earmark_of(rules::Pack const& pack, std::string_view envelope)
{
    auto found = std::ranges::find(pack.earmarks, envelope, &rules::Earmark::envelope);
    return found == pack.earmarks.end() ? nullptr : &*found;
}

rules::MoveRule const* rule_of(rules::Pack const& pack, MoveFacts const& facts, Date on)
{
    auto found = std::ranges::find_if(
        pack.moves, [&](rules::MoveRule const& rule) { return rule.from == facts.from && rule.to == facts.to && rule.basis.in_force(on); });
    return found == pack.moves.end() ? nullptr : &*found;
}

std::string label_of(rules::Pack const& pack, std::string const& envelope)
{
    auto const* found = pack.envelope(envelope);
    return found ? found->label : envelope;
}

/// What the earmark leaves: an envelope with a floor must keep its share of the unit's whole ceiling, or no plan could ever be approved.
std::optional<Verdict> check_floor(MoveFacts const& facts, rules::Pack const& pack)
{
    auto const* earmark = earmark_of(pack, facts.from);
    if (!earmark)
        return std::nullopt;
    auto minimum = portion_of(facts.unit_ceiling, earmark->minimum, Rounding::Up);
    auto left = facts.from_ceiling - facts.amount;
    if (left >= minimum)
        return std::nullopt;
    return Verdict {"programme.move_earmark", earmark->basis.severity, earmark->basis.citation,
        {{"label", label_of(pack, facts.from)}, {"share", std::to_string(earmark->minimum.value())}, {"ceiling", std::to_string(facts.unit_ceiling.value())},
            {"minimum", std::to_string(minimum.value())}, {"left", std::to_string(left.value())}, {"total_missing", std::to_string((minimum - left).value())}}};
}

} // namespace

std::vector<Verdict> check_move(MoveFacts const& facts, rules::Pack const& pack, Date on)
{
    std::vector<Verdict> verdicts;
    auto const* rule = rule_of(pack, facts, on);
    auto const allowed = rule ? rule->allowed : MoveAllowed::Never;
    auto const is_towards_earmark = earmark_of(pack, facts.to) && !earmark_of(pack, facts.from);
    Arguments const names {{"from", label_of(pack, facts.from)}, {"to", label_of(pack, facts.to)}};
    auto const citation = rule ? rule->basis.citation : std::string {};
    auto const severity = rule ? rule->basis.severity : Severity::Block;
    if (allowed == MoveAllowed::Never && !is_towards_earmark)
        verdicts.push_back({"programme.move_not_allowed", severity, citation, names});
    else if (allowed != MoveAllowed::WithBudgetChange && facts.plan_approved)
        verdicts.push_back({"programme.move_after_approval", severity, citation, names});
    if (auto floor = check_floor(facts, pack))
        verdicts.push_back(std::move(*floor));
    return verdicts;
}

} // namespace rtkeren::programme
