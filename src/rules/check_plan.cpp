#include "rules/checks.hpp"

#include <algorithm>

namespace rtkeren::rules {

namespace {

using Sums = std::map<std::string, Rupiah>;

std::string digits(Rupiah amount) { return std::to_string(amount.value()); }

Rupiah value_of(Sums const& sums, std::string const& key)
{
    auto const found = sums.find(key);
    return found == sums.end() ? Rupiah {} : found->second;
}

Rupiah sum_of(Sums const& sums)
{
    Rupiah sum;
    for (auto const& [key, amount] : sums)
        sum += amount;
    return sum;
}

Sums planned_by_envelope(PlanFacts const& facts)
{
    Sums sums;
    for (auto const& line : facts.lines)
        sums[line.envelope] += line.amount;
    return sums;
}

/// What one envelope must reach, of the unit's whole ceiling; nothing where the pack sets no floor that day.
Rupiah floor_of(std::string const& envelope, PlanFacts const& facts, Pack const& pack)
{
    for (auto const& earmark : pack.earmarks)
        if (earmark.envelope == envelope && earmark.basis.in_force(facts.on))
            return portion_of(sum_of(facts.ceiling), earmark.minimum, Rounding::Up);
    return {};
}

bool may_move_ceiling(std::string const& from, std::string const& to, PlanFacts const& facts, Pack const& pack)
{
    return std::ranges::any_of(pack.moves, [&](MoveRule const& move) {
        return move.from == from && move.to == to && move.allowed == MoveAllowed::BeforeApproval && move.basis.in_force(facts.on);
    });
}

/// Plans in view of one fix: whether `amount` may go from one envelope's lines to another's, and how much ceiling must go with it.
struct Shift {
    std::string from, to;
    Rupiah amount, ceiling;
};

std::optional<Shift> shift(std::string const& from, std::string const& to, Rupiah amount, PlanFacts const& facts, Sums const& planned, Pack const& pack)
{
    if (from == to || value_of(planned, from) - amount < floor_of(from, facts, pack))
        return std::nullopt;
    auto const short_by = value_of(planned, to) + amount - value_of(facts.ceiling, to);
    Shift found {from, to, amount, {}};
    if (!short_by.is_positive())
        return found;
    // Ceiling may go along only as far as the giving purse keeps what it still plans.
    auto const spare = value_of(facts.ceiling, from) - (value_of(planned, from) - amount);
    if (short_by > spare || !may_move_ceiling(from, to, facts, pack))
        return std::nullopt;
    found.ceiling = short_by;
    return found;
}

Fix fix_of(Shift const& shift)
{
    Fix fix {"planning.shift_to_envelope", {{"from", shift.from}, {"to", shift.to}, {"amount", digits(shift.amount)}}};
    if (shift.ceiling.is_positive())
        fix.input.emplace_back("ceiling", digits(shift.ceiling));
    return fix;
}

/// From the envelope that plans most; without moving ceilings where that is possible.
std::optional<Fix> cheapest_shift_to(std::string const& to, Rupiah amount, PlanFacts const& facts, Sums const& planned, Pack const& pack)
{
    std::optional<Shift> best;
    for (auto const& [from, sum] : planned) {
        auto const candidate = shift(from, to, amount, facts, planned, pack);
        if (!candidate)
            continue;
        auto const better = !best || candidate->ceiling < best->ceiling || (candidate->ceiling == best->ceiling && sum > value_of(planned, best->from));
        if (better)
            best = candidate;
    }
    return best ? std::optional(fix_of(*best)) : std::nullopt;
}

std::string label_of(std::string const& envelope, Pack const& pack)
{
    auto const* found = pack.envelope(envelope);
    return found == nullptr ? envelope : found->label;
}

void check_shares(PlanFacts const& facts, Sums const& planned, Pack const& pack, std::vector<Verdict>& verdicts)
{
    auto const ceiling = sum_of(facts.ceiling);
    for (auto const& earmark : pack.earmarks) {
        auto const minimum = floor_of(earmark.envelope, facts, pack);
        auto const have = value_of(planned, earmark.envelope);
        if (!earmark.basis.in_force(facts.on) || have >= minimum)
            continue;
        auto const missing = minimum - have;
        auto const room = value_of(facts.ceiling, earmark.envelope) - have;
        auto const unplanned = ceiling - sum_of(planned);
        auto verdict = verdict_of("rab.umkm_share", earmark.basis,
            {{"envelope", earmark.envelope}, {"label", label_of(earmark.envelope, pack)}, {"share", std::to_string(earmark.minimum.value())},
                {"ceiling", digits(ceiling)}, {"minimum", digits(minimum)}, {"planned", digits(have)}, {"room", digits(room)}, {"missing", digits(missing)}});
        // Money that is planned for nothing yet fills the share without taking anything away.
        if (room < missing || unplanned < missing)
            verdict.fix = cheapest_shift_to(earmark.envelope, missing, facts, planned, pack);
        verdicts.push_back(std::move(verdict));
    }
}

/// Too much in one purse: what is over goes to the purse that has room, never away from an envelope with a floor of its own.
std::optional<Fix> fix_over_purse(std::string const& from, Rupiah over, PlanFacts const& facts, Sums const& planned, Pack const& pack)
{
    if (floor_of(from, facts, pack).is_positive())
        return std::nullopt;
    std::optional<Shift> best;
    Rupiah best_need;
    for (auto const& [to, purse] : facts.ceiling) {
        auto const candidate = shift(from, to, over, facts, planned, pack);
        auto const need = floor_of(to, facts, pack) - value_of(planned, to);
        if (candidate && candidate->ceiling.is_zero() && (!best || need > best_need)) {
            best = candidate;
            best_need = need;
        }
    }
    return best ? std::optional(fix_of(*best)) : std::nullopt;
}

void check_purses(PlanFacts const& facts, Sums const& planned, Pack const& pack, std::vector<Verdict>& verdicts)
{
    for (auto const& [envelope, sum] : planned) {
        auto const purse = value_of(facts.ceiling, envelope);
        if (sum <= purse)
            continue;
        auto const* described = pack.envelope(envelope);
        // The purse is a fact of the ledger, so this blocks however sure the pack is of its amounts.
        Verdict verdict {"rab.over_purse", Severity::Block, described == nullptr ? std::string {} : described->basis.citation,
            {{"envelope", envelope}, {"label", label_of(envelope, pack)}, {"planned", digits(sum)}, {"purse", digits(purse)}, {"over", digits(sum - purse)}}};
        verdict.fix = fix_over_purse(envelope, sum - purse, facts, planned, pack);
        verdicts.push_back(std::move(verdict));
    }
}

void check_categories(PlanFacts const& facts, Pack const& pack, std::vector<Verdict>& verdicts)
{
    std::map<std::pair<std::string, std::string>, Rupiah> sums;
    for (auto const& line : facts.lines)
        sums[{line.category, line.envelope}] += line.amount;
    for (auto const& [key, sum] : sums) {
        auto const& [category, envelope] = key;
        if (auto verdict = check_category("rab.category_envelope", category, envelope, pack)) {
            verdict->numbers.emplace_back("amount", digits(sum));
            verdicts.push_back(std::move(*verdict));
        }
        if (auto verdict = check_ban("rab.banned", category, facts.on, pack)) {
            verdict->numbers.emplace_back("amount", digits(sum));
            verdicts.push_back(std::move(*verdict));
        }
    }
}

/// The price from which on a number of the pack speaks; nothing when the pack has no such number that day.
std::optional<Rupiah> price_limit(Pack const& pack, std::string const& key, Rupiah reference, Date on)
{
    auto const found = pack.numbers.find(key);
    if (found == pack.numbers.end() || !found->second.basis.in_force(on))
        return std::nullopt;
    return reference + portion_of(reference, BasisPoints(std::int32_t(found->second.value)), Rounding::Down);
}

void check_price(PlanLineFacts const& line, Date on, Pack const& pack, std::vector<Verdict>& verdicts)
{
    if (!line.reference_price || !line.reference_price->is_positive())
        return;
    for (auto const& [code, key] : {std::pair {"rab.price_block", "price_block_bp"}, std::pair {"rab.price_warn", "price_warn_bp"}}) {
        auto const limit = price_limit(pack, key, *line.reference_price, on);
        if (!limit || line.unit_price <= *limit)
            continue;
        auto const& number = pack.numbers.at(key);
        verdicts.push_back(verdict_of(code, number.basis,
            {{"item", line.item}, {"price", digits(line.unit_price)}, {"reference", digits(*line.reference_price)}, {"limit", digits(*limit)},
                {"share", std::to_string(number.value)}}));
        return;
    }
}

void check_caps(PlanFacts const& facts, Pack const& pack, std::vector<Verdict>& verdicts)
{
    auto const ceiling = sum_of(facts.ceiling);
    for (auto const& cap : pack.caps) {
        Rupiah sum;
        for (auto const& line : facts.lines)
            if (line.category == cap.category)
                sum += line.amount;
        auto const limit = portion_of(ceiling, cap.share, Rounding::Down);
        if (!cap.basis.in_force(facts.on) || sum <= limit)
            continue;
        auto const* item = pack.menu_item(cap.category);
        verdicts.push_back(verdict_of("rab.cap", cap.basis,
            {{"label", item == nullptr ? cap.category : item->label}, {"planned", digits(sum)}, {"share", std::to_string(cap.share.value())},
                {"ceiling", digits(ceiling)}, {"limit", digits(limit)}, {"over", digits(sum - limit)}}));
    }
}

} // namespace

Verdict verdict_of(std::string code, Basis const& basis, Arguments numbers)
{
    return {std::move(code), basis.severity, basis.citation, std::move(numbers), std::nullopt};
}

std::optional<Verdict> check_category(std::string code, std::string const& category, std::string const& envelope, Pack const& pack)
{
    auto const* item = pack.menu_item(category);
    Arguments numbers {{"category", category}, {"label", item == nullptr ? category : item->label}, {"envelope", label_of(envelope, pack)}};
    if (item == nullptr) {
        numbers.emplace_back("allowed", "-");
        return Verdict {std::move(code), Severity::Block, {}, std::move(numbers), std::nullopt};
    }
    if (std::ranges::find(item->envelopes, envelope) != item->envelopes.end())
        return std::nullopt;
    std::string allowed;
    for (auto const& each : item->envelopes)
        allowed += (allowed.empty() ? "" : ", ") + label_of(each, pack);
    numbers.emplace_back("allowed", allowed);
    return verdict_of(std::move(code), item->basis, std::move(numbers));
}

std::optional<Verdict> check_ban(std::string code, std::string const& category, Date on, Pack const& pack)
{
    auto const* item = pack.menu_item(category);
    if (item == nullptr || !item->is_banned(on) || !item->ban)
        return std::nullopt;
    return verdict_of(std::move(code), *item->ban, {{"category", category}, {"label", item->label}, {"from", item->banned_from->iso()}});
}

std::vector<Verdict> check_plan(PlanFacts const& facts, Pack const& pack)
{
    std::vector<Verdict> verdicts;
    auto const planned = planned_by_envelope(facts);
    check_shares(facts, planned, pack, verdicts);
    check_purses(facts, planned, pack, verdicts);
    check_categories(facts, pack, verdicts);
    for (auto const& line : facts.lines)
        check_price(line, facts.on, pack, verdicts);
    check_caps(facts, pack, verdicts);
    return verdicts;
}

bool blocks(std::vector<Verdict> const& verdicts)
{
    return std::ranges::any_of(verdicts, [](Verdict const& verdict) { return verdict.severity == Severity::Block; });
}

} // namespace rtkeren::rules
