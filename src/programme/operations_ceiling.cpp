#include "programme/operations.hpp"

#include "programme/changes.hpp"
#include "programme/sql.hpp"

#include <algorithm>

/// What gives purses more than the pack, or takes from them: later allocation, bonus, decline, reduction.
namespace rtkeren::programme {

namespace {

/// The unit of the pack's level with this code today.
Result<territory::Region> unit_of_pack(db::ReadTx& tx, Context const& context, rules::Pack const& pack, Code const& code)
{
    auto parsed = territory::PlaceCode::parse(code.str());
    if (!parsed.ok() || parsed->level != level_of(pack))
        return Error::field("unit", "programme.unit_unknown", code.str(), {{"code", code.str()}});
    return territory::find(tx, context.city, parsed->text);
}

/// Amounts as asked, or those of the fallback; an unknown envelope and zero are refused.
Result<std::vector<std::pair<std::string, Rupiah>>> amounts_of(rules::Pack const& pack, std::vector<EnvelopeAmount> const& asked)
{
    std::vector<std::pair<std::string, Rupiah>> amounts;
    for (std::size_t i = 0; i < asked.size(); ++i) {
        auto const& [envelope, amount] = asked[i];
        auto field = "amounts." + std::to_string(i);
        if (pack.envelope(envelope.str()) == nullptr)
            return Error::field(field + ".envelope", "programme.no_envelope", envelope.str());
        if (std::ranges::any_of(amounts, [&](auto const& other) { return other.first == envelope.str(); }))
            return Error::field(field + ".envelope", "programme.envelope_twice", envelope.str());
        if (!amount.is_zero())
            amounts.emplace_back(envelope.str(), amount);
    }
    return amounts;
}

/// The rank's amount, split as the pack splits a purse.
Result<std::vector<std::pair<std::string, Rupiah>>> bonus_amounts(rules::Pack const& pack, GiveBonus const& input)
{
    if (!input.amounts.empty())
        return amounts_of(pack, input.amounts);
    auto found = input.rank ? pack.bonus.find(std::to_string(*input.rank)) : pack.bonus.end();
    if (found == pack.bonus.end())
        return Error::field("rank", "programme.no_rank", input.rank ? std::to_string(*input.rank) : std::string {});
    std::vector<std::int64_t> weights;
    for (auto const& envelope : pack.envelopes)
        weights.push_back(envelope.per_unit.value());
    auto parts = allocate(found->second, weights);
    std::vector<std::pair<std::string, Rupiah>> amounts;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (!parts[i].is_zero())
            amounts.emplace_back(pack.envelopes[i].key, parts[i]);
    }
    return amounts;
}

Result<void> check_room_in_dpa(db::ReadTx& tx, Context const& context, int year, rules::Pack const& pack, std::string const& kelurahan,
    std::vector<std::pair<std::string, Rupiah>> const& amounts)
{
    Asked asked;
    for (auto const& [envelope, amount] : amounts)
        asked[{kelurahan, envelope}] += amount;
    auto verdicts = TRY(check_dpas(tx, context.city, year, asked, pack));
    if (!verdicts.empty())
        return Error::refused(std::move(verdicts));
    return Done {};
}

/// The purses that a decline names, open and of one year.
Result<std::vector<Purse>> declined_purses(db::ReadTx& tx, Context const& context, Decline const& input)
{
    if (input.purse) {
        auto one = TRY(purse(tx, context.city, *input.purse));
        return std::vector {one};
    }
    if (input.unit.empty())
        return Error::field("unit", "required");
    if (!input.year)
        return Error::field("year", "required");
    auto code = TRY(territory::PlaceCode::parse(input.unit.str()));
    auto purses = TRY(purses_below(tx, context.city, int(*input.year), code.text));
    std::erase_if(purses, [&](Purse const& each) { return each.unit_code != code.text || (!input.envelope.empty() && each.envelope != input.envelope.str()); });
    if (purses.empty())
        return Error::not_found("programme.no_purse");
    return purses;
}

} // namespace

Result<Answer> allocate_unit(db::WriteTx& tx, Context& context, AllocateUnit const& input)
{
    auto year = int(input.year);
    auto pack = TRY(rules::released(tx, context.city, year));
    auto unit = TRY(unit_of_pack(tx, context, *pack, input.unit));
    TRY(allow(context, "programme.manage", unit.code));
    TRY(open_year(tx, context.city, year));
    TRY(check_date(year, input.date, context.today, "date"));
    auto amounts = TRY(amounts_of(*pack, input.amounts));
    if (input.amounts.empty()) {
        for (auto const& envelope : pack->envelopes)
            amounts.emplace_back(envelope.key, envelope.per_unit);
    }
    if (amounts.empty())
        return Error::field("amounts", "required");
    TRY(check_room_in_dpa(tx, context, year, *pack, kelurahan_of(unit.code), amounts));
    std::vector<Allotment> allotments;
    for (auto const& envelope : pack->envelopes) { // a unit that comes late gets all its purses
        auto found = std::ranges::find(amounts, envelope.key, &std::pair<std::string, Rupiah>::first);
        allotments.push_back({&unit, envelope.key, found == amounts.end() ? Rupiah {} : found->second});
    }
    auto allotted = TRY(allot(tx, context, year, *pack, allotments, {input.number.str(), input.date, input.reason.str() + ", " + input.number.str()}));
    Changes changes(context, {year, input.number.str(), input.date, input.reason.str()});
    for (auto const& [purse, entry] : allotted.entries) {
        auto found = TRY(programme::purse(tx, context.city, purse));
        auto amount = std::ranges::find(amounts, found.envelope, &std::pair<std::string, Rupiah>::first)->second;
        changes.add({ChangeKind::Allocated, found, std::nullopt, entry, amount});
    }
    return changes.write(tx, "programme.allocate_unit", "programme.unit_allocated");
}

Result<Answer> decline(db::WriteTx& tx, Context& context, Decline const& input)
{
    auto purses = TRY(declined_purses(tx, context, input));
    auto const& first = purses.front();
    TRY(allow(context, "programme.decline", first.unit_code));
    TRY(open_year(tx, context.city, first.year));
    TRY(check_date(first.year, input.date, context.today, "date"));
    Changes changes(context, {first.year, input.number.str(), input.date, input.reason.str()});
    for (auto const& each : purses) {
        auto left = TRY(ledger::balance(tx, context.city, each.id));
        if (!left.of(ledger::Stage::Pagu).is_zero())
            changes.post({ChangeKind::Declined, each, std::nullopt, {}, left.of(ledger::Stage::Pagu)});
    }
    if (changes.empty())
        return Error::conflict("programme.nothing_in_pagu", {{"unit", first.unit_name}});
    return changes.write(tx, "programme.decline", "programme.declined");
}

Result<Answer> give_bonus(db::WriteTx& tx, Context& context, GiveBonus const& input)
{
    auto year = int(input.year);
    auto pack = TRY(rules::released(tx, context.city, year));
    auto unit = TRY(unit_of_pack(tx, context, *pack, input.unit));
    TRY(allow(context, "programme.bonus", unit.code));
    TRY(open_year(tx, context.city, year));
    TRY(check_date(year, input.date, context.today, "date"));
    auto amounts = TRY(bonus_amounts(*pack, input));
    if (amounts.empty())
        return Error::field("amounts", "required");
    TRY(check_room_in_dpa(tx, context, year, *pack, kelurahan_of(unit.code), amounts));
    auto purses = TRY(purses_of_unit(tx, context.city, year, unit.id));
    Changes changes(context, {year, input.number.str(), input.date, input.reason.str()});
    for (auto const& [envelope, amount] : amounts) {
        auto found = std::ranges::find(purses, envelope, &Purse::envelope);
        if (found == purses.end())
            return Error::not_found("programme.no_purse");
        changes.post({ChangeKind::Bonus, *found, std::nullopt, {}, amount});
    }
    return changes.write(tx, "programme.bonus", "programme.bonus_given");
}

Result<Answer> reduce(db::WriteTx& tx, Context& context, Reduce const& input)
{
    auto found = TRY(purse(tx, context.city, input.purse));
    TRY(allow(context, "programme.manage", found.unit_code));
    TRY(open_year(tx, context.city, found.year));
    TRY(check_date(found.year, input.date, context.today, "date"));
    auto balance = TRY(ledger::balance(tx, context.city, found.id));
    auto left = balance.of(ledger::Stage::Pagu);
    if (input.amount > left)
        return Error::field("amount", "programme.more_than_pagu", std::to_string(input.amount.value()), {{"left", std::to_string(left.value())}});
    Changes changes(context, {found.year, input.number.str(), input.date, input.reason.str()});
    changes.post({ChangeKind::Reduced, found, std::nullopt, {}, input.amount});
    return changes.write(tx, "programme.reduce", "programme.reduced");
}

} // namespace rtkeren::programme
