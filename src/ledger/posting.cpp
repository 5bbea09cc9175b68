#include "ledger/posting.hpp"

#include "ledger/sql.hpp"

#include <algorithm>

namespace rtkeren::ledger {
namespace {

/// The same business event, whenever it was sent.
bool says_the_same(Entry a, Entry const& b)
{
    a.header.recorded_at = b.header.recorded_at;
    a.header.made_at = b.header.made_at;
    a.header.actor = b.header.actor;
    if (a.passing && b.passing)
        a.passing->purses = b.passing->purses;
    return a == b;
}

/// Each book of the entry sums to zero, and each purse does unless rupiah move between purses.
void check_sums(Entry const& entry, EntryKind kind)
{
    std::map<PurseId, Rupiah> of_purse;
    Rupiah purses, cash;
    for (auto const& leg : entry.purse_legs) {
        purses += leg.amount;
        of_purse[leg.purse] += leg.amount;
    }
    for (auto const& leg : entry.cash_legs)
        cash += leg.amount;
    CHECK(purses.is_zero());
    CHECK(cash.is_zero());
    CHECK(kind == EntryKind::MovedBetweenPurses || std::ranges::all_of(of_purse, [](auto const& one) { return one.second.is_zero(); }));
}

Error insufficient(std::string_view account, Arguments whose, Rupiah have, Rupiah need)
{
    Arguments arguments {{"account", std::string(account)}};
    arguments.insert(arguments.end(), whose.begin(), whose.end());
    arguments.emplace_back("have", digits(have));
    arguments.emplace_back("need", digits(need));
    return refuse_invalid("ledger.insufficient", std::move(arguments));
}

} // namespace

std::string digits(Rupiah amount) { return std::to_string(amount.value()); }

Error refuse_invalid(std::string code, Arguments arguments)
{
    auto error = Error::invalid(std::move(code));
    error.arguments = std::move(arguments);
    return error;
}

Result<Posted> Posting::take(Entry const& entry)
{
    auto already = TRY(find_already(entry));
    if (already)
        return *already;
    if (entry.purse_legs.empty() && entry.cash_legs.empty() && !entry.passing)
        return refuse_invalid("ledger.empty", {});
    auto kind = TRY(effective_kind(entry));
    check_sums(entry, kind);
    TRY(check_purses(entry));
    TRY(check_open(entry, kind));
    TRY(check_categories(entry));
    TRY(check_holds(entry, entry.kind));
    TRY(check_months(entry));

    if (m_last_number < 0) {
        auto last = TRY(m_tx.run(sql::last_entry, m_city));
        m_last_number = last.front().integer(0);
    }
    auto number = m_last_number + 1;
    PerPokmas per_pokmas;
    TRY(apply_passing(entry, per_pokmas));
    TRY(apply_purse_legs(entry, number, per_pokmas));
    TRY(apply_cash_legs(entry, number, per_pokmas));
    TRY(check_pokmas(per_pokmas));
    m_last_number = number;
    m_taken.emplace(entry.header.id, m_entries.size());
    m_entries.emplace_back(&entry, number);
    return Posted {.number = number};
}

Result<std::optional<Posted>> Posting::find_already(Entry const& entry)
{
    if (auto taken = m_taken.find(entry.header.id); taken != m_taken.end()) {
        auto const& [before, number] = m_entries[taken->second];
        if (!says_the_same(*before, entry))
            return Error::conflict("ledger.id_reused");
        return std::optional(Posted {number, Replay::Already});
    }
    if (m_are_all_new)
        return std::optional<Posted> {};
    auto found = TRY(m_tx.maybe(sql::entry_number, m_city, entry.header.id));
    if (!found)
        return std::optional<Posted> {};
    auto stored = TRY(ledger::entry(m_tx, m_city, entry.header.id));
    if (!says_the_same(stored, entry))
        return Error::conflict("ledger.id_reused");
    return std::optional(Posted {found->integer(0), Replay::Already});
}

/// A reversal may do what the reversed kind may.
Result<EntryKind> Posting::effective_kind(Entry const& entry)
{
    if (!entry.reverses)
        return entry.kind;
    if (auto taken = m_taken.find(*entry.reverses); taken != m_taken.end())
        return m_entries[taken->second].first->kind;
    auto row = TRY(m_tx.one("ledger.entry_unknown", sql::entry_number, m_city, *entry.reverses));
    auto kind = entry_kind_of(row.text(1));
    CHECK(kind);
    return *kind;
}

Result<void> Posting::check_purses(Entry const& entry)
{
    auto is_known = [&](PurseId const& id) { return m_purses.contains(id); };
    auto known = std::ranges::all_of(entry.purse_legs, is_known, &PurseLeg::purse) && (!entry.passing || std::ranges::all_of(entry.passing->purses, is_known));
    return known ? Result<void>(Done {}) : Error::not_found("ledger.purse_unknown");
}

Result<void> Posting::check_open(Entry const& entry, EntryKind kind)
{
    if (allowed_after_closing(kind))
        return Done {};
    for (auto const& leg : entry.purse_legs) {
        if (m_purses.at(leg.purse).purse.state != PurseState::Open)
            return Error::conflict("ledger.purse_closed", {{"purse", leg.purse.str()}});
    }
    return Done {};
}

Result<void> Posting::check_categories(Entry const& entry)
{
    for (auto const& leg : entry.purse_legs) {
        if (leg.category.empty()) {
            if (needs_category(leg.stage))
                return refuse_invalid("ledger.category_missing", {{"stage", std::string(name_of(leg.stage))}});
            continue;
        }
        auto const& purse = m_purses.at(leg.purse).purse;
        auto const* allowed = TRY(load_allowed(purse.year, purse.envelope));
        if (!allowed->contains(leg.category))
            return refuse_invalid("ledger.category_not_allowed", {{"category", leg.category}, {"year", std::to_string(purse.year)}, {"envelope", purse.envelope}});
    }
    return Done {};
}

Result<void> Posting::check_months(Entry const& entry)
{
    auto month = entry.header.occurred_on.iso().substr(0, 7);
    for (auto const& leg : entry.cash_legs) {
        auto const* signed_off = TRY(load_months(leg.pokmas));
        if (signed_off->contains(month))
            return Error::conflict("ledger.month_signed", {{"month", month}, {"pokmas", leg.pokmas.str()}});
    }
    return Done {};
}

Result<void> Posting::apply_passing(Entry const& entry, PerPokmas& per_pokmas)
{
    if (!entry.passing)
        return Done {};
    for (auto const& id : entry.passing->purses) {
        auto& loaded = m_purses.at(id);
        if (loaded.purse.pokmas != entry.passing->from)
            return Error::conflict("ledger.purse_elsewhere", {{"purse", id.str()}});
        if (!loaded.amounts[std::size_t(Stage::Sp2d)].is_zero())
            return Error::conflict("ledger.money_under_way", {{"purse", id.str()}});
        auto cair = loaded.amounts[std::size_t(Stage::Cair)];
        per_pokmas[entry.passing->from].cair -= cair;
        per_pokmas[entry.passing->to].cair += cair;
        loaded.purse.pokmas = entry.passing->to;
        loaded.has_new_pokmas = true;
    }
    return Done {};
}

Result<void> Posting::apply_purse_legs(Entry const& entry, std::int64_t number, PerPokmas& per_pokmas)
{
    std::vector<std::tuple<LoadedPurse const*, std::size_t, Rupiah>> before; // in the order of legs, so that the same refusal comes every time
    std::map<PlaceKey, Rupiah> moved;
    int line = 0;
    for (auto const& leg : entry.purse_legs) {
        auto& loaded = m_purses.at(leg.purse);
        auto stage = std::size_t(leg.stage);
        if (std::ranges::none_of(before, [&](auto const& one) { return std::get<0>(one) == &loaded && std::get<1>(one) == stage; }))
            before.emplace_back(&loaded, stage, loaded.amounts[stage]);
        loaded.amounts[stage] += leg.amount;
        loaded.is_changed[stage] = true;
        auto const& purse = loaded.purse;
        moved[{purse.year, purse.kelurahan, purse.envelope, leg.stage}] += leg.amount;
        m_lines.push_back({number, ++line, loaded.first_account + std::int64_t(stage), leg.amount, purse.year, purse.envelope, name_of(leg.stage), leg.category});
        if (leg.stage != Stage::Cair && leg.stage != Stage::Sp2d)
            continue;
        if (!purse.pokmas)
            return Error::conflict("ledger.purse_without_pokmas", {{"purse", leg.purse.str()}});
        auto& totals = per_pokmas[*purse.pokmas];
        (leg.stage == Stage::Cair ? totals.cair : totals.sp2d) += leg.amount;
    }
    for (auto const& [loaded, stage, had] : before) {
        auto has = loaded->amounts[stage];
        if (sign_of(Stage(stage)) == Sign::NotBelowZero && has.is_negative())
            return insufficient(name_of(Stage(stage)), {{"purse", loaded->purse.id.str()}}, had, had - has);
    }
    for (auto const& [place, amount] : moved)
        m_places[place] += amount;
    return check_dpa(moved);
}

Result<void> Posting::apply_cash_legs(Entry const& entry, std::int64_t number, PerPokmas& per_pokmas)
{
    std::vector<std::pair<LoadedCash const*, Rupiah>> before;
    auto line = int(entry.purse_legs.size());
    for (auto const& leg : entry.cash_legs) {
        auto* loaded = TRY(load_cash(leg));
        if (std::ranges::find(before, loaded, [](auto const& one) { return one.first; }) == before.end())
            before.emplace_back(loaded, loaded->amount);
        loaded->amount += leg.amount;
        loaded->is_changed = true;
        m_lines.push_back({number, ++line, loaded->account, leg.amount, 0, "-", name_of(leg.kind), {}});
        auto& totals = per_pokmas[leg.pokmas];
        if (leg.kind == CashKind::Jalan)
            totals.jalan += leg.amount;
        else if (is_held(leg.kind) || is_debt(leg.kind))
            totals.cash += leg.amount;
    }
    for (auto const& [loaded, had] : before) {
        auto sign = sign_of(loaded->key.kind);
        Arguments whose {{"pokmas", loaded->key.pokmas.str()}, {"party", loaded->key.party}};
        if (sign == Sign::NotBelowZero && loaded->amount.is_negative())
            return insufficient(name_of(loaded->key.kind), std::move(whose), had, had - loaded->amount);
        if (sign == Sign::NotAboveZero && loaded->amount.is_positive()) {
            whose.insert(whose.begin(), {"account", std::string(name_of(loaded->key.kind))});
            whose.emplace_back("owed", digits(-had));
            whose.emplace_back("paid", digits(loaded->amount - had));
            return refuse_invalid("ledger.debt_positive", std::move(whose));
        }
    }
    return Done {};
}

/// Allocated less `batal` may not grow beyond the DPA; what shrinks it is always possible.
Result<void> Posting::check_dpa(std::map<PlaceKey, Rupiah> const& moved)
{
    std::map<PlaceKey, Rupiah> asked; // keyed by place alone: stage is Pagu
    for (auto const& [place, amount] : moved) {
        if (place.stage != Stage::Anggaran && place.stage != Stage::Batal)
            asked[{place.year, place.kelurahan, place.envelope, Stage::Pagu}] += amount;
    }
    for (auto const& [place, amount] : asked) {
        if (amount.is_positive())
            TRY(check_dpa_of(place, amount));
    }
    return Done {};
}

Result<void> Posting::check_dpa_of(PlaceKey const& place, Rupiah asked)
{
    auto key = std::tuple(place.year, place.kelurahan, place.envelope);
    auto found = m_dpa.find(key);
    if (found == m_dpa.end()) {
        auto stored = TRY(dpa(m_tx, m_city, place.year, place.kelurahan, place.envelope));
        found = m_dpa.emplace(key, DpaState {stored.limit, stored.allocated}).first;
    }
    auto used = found->second.used;
    for (auto stage : all_stages) {
        auto delta = m_places.find({place.year, place.kelurahan, place.envelope, stage});
        if (delta != m_places.end() && stage != Stage::Anggaran && stage != Stage::Batal)
            used += delta->second;
    }
    if (used <= found->second.limit)
        return Done {};
    return refuse_invalid("ledger.dpa_exceeded",
        {{"year", std::to_string(place.year)}, {"kelurahan", place.kelurahan}, {"envelope", place.envelope}, {"limit", digits(found->second.limit)},
            {"allocated", digits(used - asked)}, {"asked", digits(asked)}});
}

/// Held less debts moves as `cair` does, `jalan` as `sp2d`: so bank + kas + panjar + piutang = cair + what is owed holds for ever.
Result<void> Posting::check_pokmas(PerPokmas const& per_pokmas)
{
    for (auto const& [pokmas, totals] : per_pokmas) {
        if (totals.cash != totals.cair)
            return refuse_invalid("ledger.payment_differs", {{"pokmas", pokmas.str()}, {"purses", digits(totals.cair)}, {"cash", digits(totals.cash)}});
        if (totals.jalan != totals.sp2d)
            return refuse_invalid("ledger.payment_differs", {{"pokmas", pokmas.str()}, {"purses", digits(totals.sp2d)}, {"cash", digits(totals.jalan)}});
    }
    return Done {};
}

} // namespace rtkeren::ledger
