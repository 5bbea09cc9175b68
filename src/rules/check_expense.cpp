#include "rules/checks.hpp"

#include <algorithm>

namespace rtkeren::rules {

namespace {

std::string const& name_or_code(std::string const& name, std::string const& code) { return name.empty() ? code : name; }

std::string raw(Rupiah amount) { return std::to_string(amount.value()); }

std::string envelope_citation(std::string const& envelope, Pack const& pack)
{
    auto const* found = pack.envelope(envelope);
    return found == nullptr ? std::string {} : found->basis.citation;
}

/// The unit's other purse that may pay for this and has enough: the one with most left.
std::optional<Fix> charge_other_purse(ExpenseFacts const& facts, Pack const& pack)
{
    std::string best;
    Rupiah most;
    for (auto const& [envelope, left] : facts.other_purses_left) {
        if (envelope == facts.envelope || left < facts.gross || check_category({}, facts.category, envelope, pack))
            continue;
        if (best.empty() || left > most) {
            best = envelope;
            most = left;
        }
    }
    if (best.empty())
        return std::nullopt;
    return Fix {"spending.record_expense", {{"envelope", best}}};
}

void check_limits(ExpenseFacts const& facts, Pack const& pack, std::vector<Verdict>& verdicts)
{
    // Money that is not there is no matter of certainty: both block.
    if (facts.gross > facts.purse_left) {
        auto const* envelope = pack.envelope(facts.envelope);
        verdicts.push_back({"expense.over_disbursed", Severity::Block, envelope_citation(facts.envelope, pack),
            {{"envelope", envelope == nullptr ? facts.envelope : envelope->label}, {"left", raw(facts.purse_left)}, {"gross", raw(facts.gross)},
                {"over", raw(facts.gross - facts.purse_left)}},
            charge_other_purse(facts, pack)});
    }
    if (facts.gross > facts.line_left)
        verdicts.push_back({"expense.over_line", Severity::Block, envelope_citation(facts.envelope, pack),
            {{"left", raw(facts.line_left)}, {"gross", raw(facts.gross)}, {"over", raw(facts.gross - facts.line_left)}}, std::nullopt});
    if (!facts.joint_letter && facts.unit_charged != facts.unit_of_work)
        verdicts.push_back({"expense.other_unit", Severity::Block, envelope_citation(facts.envelope, pack),
            {{"charged", name_or_code(facts.unit_charged_name, facts.unit_charged)}, {"work", name_or_code(facts.unit_of_work_name, facts.unit_of_work)}}, std::nullopt});
}

void check_papers(ExpenseFacts const& facts, Pack const& pack, std::vector<Verdict>& verdicts)
{
    auto const* kind = pack.spend_kind(facts.spend_kind);
    if (kind == nullptr) {
        verdicts.push_back({"expense.spend_kind", Severity::Block, {}, {{"spend_kind", facts.spend_kind}}, std::nullopt});
        return;
    }
    std::string labels;
    for (auto const& paper : missing_papers(*kind, facts.gross, facts.papers))
        labels += (labels.empty() ? "" : ", ") + paper.label;
    if (!labels.empty())
        verdicts.push_back({"expense.papers_missing", Severity::Warn, kind->basis.citation, {{"papers", labels}}, std::nullopt});
}

} // namespace

std::vector<SpendKind::Paper> missing_papers(SpendKind const& kind, Rupiah gross, std::vector<std::string> const& attached)
{
    std::vector<SpendKind::Paper> missing;
    for (auto const& paper : kind.papers)
        if (paper.required && gross > paper.above && std::ranges::find(attached, paper.kind) == attached.end())
            missing.push_back(paper);
    return missing;
}

std::vector<Verdict> check_expense(ExpenseFacts const& facts, Pack const& pack)
{
    std::vector<Verdict> verdicts;
    if (auto verdict = check_category("expense.category_envelope", facts.category, facts.envelope, pack)) {
        verdict->fix = charge_other_purse(facts, pack);
        verdicts.push_back(std::move(*verdict));
    }
    if (auto verdict = check_ban("expense.banned", facts.category, facts.on, pack))
        verdicts.push_back(std::move(*verdict));
    check_limits(facts, pack, verdicts);
    check_papers(facts, pack, verdicts);
    return verdicts;
}

} // namespace rtkeren::rules
