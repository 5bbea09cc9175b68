#include "planning/judge.hpp"

#include <algorithm>

namespace rtkeren::planning {
namespace {

constexpr std::string_view share_rule = "rab.umkm_share";
constexpr std::string_view shift_operation = "planning.shift_to_envelope";

std::string number_of(Verdict const& verdict, std::string_view name)
{
    auto const found = std::find_if(verdict.numbers.begin(), verdict.numbers.end(), [&](auto const& number) { return number.first == name; });
    return found != verdict.numbers.end() ? found->second : std::string {};
}

/// Whether the new lines plan less for the envelope and more for another than what is in force.
bool takes_from(std::string_view envelope, std::span<PlanLine const> lines, std::span<CategorySum const> in_force)
{
    std::map<std::string, std::int64_t> change;
    for (auto const& sum : in_force)
        change[sum.envelope] -= sum.amount.value();
    for (auto const& line : lines)
        change[line.envelope] += line.amount.value();
    auto const own = change.find(std::string(envelope));
    auto const is_lowered = own != change.end() && own->second < 0;
    return is_lowered && std::any_of(change.begin(), change.end(), [](auto const& each) { return each.second > 0; });
}

/// The rules know no plan: its id and version make the fix a form that can be sent. What needs money moved between purses first is for Bagian
/// Pemerintahan to do (programme.move), so the plan's page offers no button for it.
void complete_fix(Verdict& verdict, Plan const& plan)
{
    if (!verdict.fix || verdict.fix->operation != shift_operation)
        return;
    auto& input = verdict.fix->input;
    if (std::any_of(input.begin(), input.end(), [](auto const& each) { return each.first == "ceiling"; })) {
        verdict.fix.reset();
        return;
    }
    input.emplace_back("plan", plan.id.str());
    input.emplace_back("version", std::to_string(plan.version));
}

/// At least `amount` comes off: fewer whole units where one costs no more than that, else a part of one; a lump sum costs less.
void reduce(PlanLine& line, Rupiah amount)
{
    auto const rest = line.amount - amount;
    if (line.quantity_thousandths == 1000) {
        line.unit_price = rest;
    } else {
        auto const is_whole = line.quantity_thousandths % 1000 == 0 && line.unit_price <= amount;
        auto const step = is_whole ? 1000 : 1;
        auto quantity = rest.value() * 1000 / line.unit_price.value();
        quantity -= quantity % step;
        while (*line_amount(quantity, line.unit_price) > rest)
            quantity -= step;
        line.quantity_thousandths = quantity;
    }
    line.amount = *line_amount(line.quantity_thousandths, line.unit_price);
}

PlanLine* largest_of(std::vector<PlanLine>& lines, std::string_view envelope)
{
    PlanLine* largest = nullptr;
    for (auto& line : lines) {
        if (line.envelope == envelope && line.amount.is_positive() && (largest == nullptr || line.amount > largest->amount))
            largest = &line;
    }
    return largest;
}

Rupiah planned_in(std::span<PlanLine const> lines, std::string_view envelope)
{
    Rupiah planned;
    for (auto const& line : lines)
        planned += line.envelope == envelope ? line.amount : Rupiah {};
    return planned;
}

/// A second press of the button raises the line that the first one made.
void add_shifted(std::vector<PlanLine>& lines, Shift const& shift)
{
    auto const is_ours = [&](PlanLine const& line) {
        return line.envelope == shift.to && line.category == shift.category->code && line.item == shift.category->label && line.unit == "paket"
            && line.quantity_thousandths == 1000;
    };
    auto const found = std::find_if(lines.begin(), lines.end(), is_ours);
    if (found != lines.end()) {
        found->unit_price += shift.amount;
        found->amount = found->unit_price;
        return;
    }
    PlanLine line;
    line.id = shift.new_line;
    line.purse = shift.purse;
    line.envelope = shift.to;
    line.category = shift.category->code;
    line.activity = shift.category->label;
    line.item = shift.category->label;
    line.unit = "paket";
    line.quantity_thousandths = 1000;
    line.unit_price = shift.amount;
    line.amount = shift.amount;
    line.spend_kind = shift.spend_kind;
    lines.push_back(std::move(line));
}

} // namespace

rules::PlanFacts facts_of(std::span<PlanLine const> lines, std::span<PlanPurse const> purses, Date on)
{
    rules::PlanFacts facts;
    facts.on = on;
    for (auto const& purse : purses)
        facts.ceiling[purse.envelope] = purse.ceiling;
    for (auto const& line : lines) {
        if (!line.dropped_on)
            facts.lines.push_back({line.envelope, line.category, line.item, line.amount, line.unit_price, line.reference_price});
    }
    return facts;
}

std::vector<Verdict> judge_plan(Plan const& plan, std::span<PlanPurse const> purses, std::span<CategorySum const> in_force, Date on, rules::Pack const& pack)
{
    auto verdicts = rules::check_plan(facts_of(plan.lines, purses, on), pack);
    for (auto& verdict : verdicts) {
        auto const is_share = verdict.code == share_rule && plan.approved_revision.has_value();
        if (is_share && verdict.severity == Severity::Block && !takes_from(number_of(verdict, "envelope"), plan.lines, in_force))
            verdict.severity = Severity::Warn;
        complete_fix(verdict, plan);
    }
    return verdicts;
}

Result<std::vector<Verdict>> judge_stored(db::ReadTx& tx, CityId city, StoredPlan const& plan, Date on)
{
    auto const pack = TRY(rules::released(tx, city, plan.year));
    auto const purses = TRY(purses_of(tx, city, plan.year, plan.unit));
    auto const in_force = TRY(sums_in_force(tx, city, plan));
    return judge_plan(plan, purses, in_force, on, *pack);
}

Result<std::vector<PlanLine>> shifted(std::vector<PlanLine> lines, Shift const& shift)
{
    auto const planned = planned_in(lines, shift.from);
    if (planned < shift.amount)
        return Error::field("amount", "planning.shift_too_much", std::to_string(shift.amount.value()), {{"planned", std::to_string(planned.value())}});
    auto const goal = planned - shift.amount;
    while (planned_in(lines, shift.from) > goal) {
        auto* line = largest_of(lines, shift.from);
        auto const missing = planned_in(lines, shift.from) - goal;
        if (line->amount <= missing)
            line->amount = Rupiah {};
        else
            reduce(*line, missing);
        std::erase_if(lines, [&](PlanLine const& each) { return each.envelope == shift.from && each.amount.is_zero(); });
    }
    add_shifted(lines, shift);
    return lines;
}

rules::MenuItem const* category_for(rules::Pack const& pack, std::string_view envelope, Date on)
{
    rules::MenuItem const* first = nullptr;
    for (auto const& item : pack.menu) {
        auto const fits = std::find(item.envelopes.begin(), item.envelopes.end(), envelope) != item.envelopes.end();
        if (!fits || item.is_banned(on))
            continue;
        if (item.training)
            return &item;
        if (first == nullptr)
            first = &item;
    }
    return first;
}

} // namespace rtkeren::planning
