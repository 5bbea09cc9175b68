#include "ledger/posting.hpp"

#include "ledger/sql.hpp"

#include <algorithm>

namespace rtkeren::ledger {
namespace {

bool reaches(Hold const& hold, Entry const& entry, std::unordered_map<PurseId, LoadedPurse> const& purses)
{
    auto any_purse = [&](auto const& says) {
        auto of = [&](PurseId const& id) { return says(purses.at(id).purse); };
        if (std::ranges::any_of(entry.purse_legs, [&](auto const& leg) { return of(leg.purse); }))
            return true;
        return entry.passing && std::ranges::any_of(entry.passing->purses, of);
    };
    switch (hold.scope) {
    case HoldScope::City:
        return true;
    case HoldScope::Kelurahan:
        return any_purse([&](Purse const& purse) { return purse.kelurahan == hold.scope_id; });
    case HoldScope::Purse:
        return any_purse([&](Purse const& purse) { return purse.id.text() == hold.scope_id; });
    case HoldScope::Pokmas:
        return any_purse([&](Purse const& purse) { return purse.pokmas && purse.pokmas->text() == hold.scope_id; })
            || std::ranges::any_of(entry.cash_legs, [&](auto const& leg) { return leg.pokmas.text() == hold.scope_id; });
    }
    return false;
}

bool is_in_force(Hold const& hold, Date day)
{
    return hold.from <= day && (!hold.until || day <= *hold.until) && (!hold.lifted_on || day < *hold.lifted_on);
}

} // namespace

/// The day of recording decides, not the day of the event: a date in the past is no way around a hold.
Result<void> Posting::check_holds(Entry const& entry, EntryKind kind)
{
    auto held = held_by(kind);
    if (!held)
        return Done {};
    if (!m_holds)
        m_holds = TRY(holds(m_tx, m_city));
    auto day = entry.header.recorded_at.date_in(Zone::Wib);
    for (auto const& hold : *m_holds) {
        if (!is_in_force(hold, day) || std::ranges::find(hold.kinds, *held) == hold.kinds.end())
            continue;
        auto holders = TRY(is_held_through_pokmas(hold, entry));
        if (!holders && !reaches(hold, entry, m_purses))
            continue;
        return Error::conflict("ledger.hold",
            {{"letter", hold.letter}, {"kinds", std::string(trim(hold_kinds_text(hold.kinds)))}, {"until", hold.until ? hold.until->iso() : std::string()}});
    }
    return Done {};
}

/// Money of a pokmas that has purses in the held kelurahan is held, also where the entry names no purse (cash drawn).
Result<bool> Posting::is_held_through_pokmas(Hold const& hold, Entry const& entry)
{
    if (hold.scope != HoldScope::Kelurahan)
        return false;
    for (auto const& leg : entry.cash_legs) {
        auto purses = TRY(purses_of_pokmas(m_tx, m_city, leg.pokmas));
        if (std::ranges::any_of(purses, [&](Purse const& purse) { return purse.kelurahan == hold.scope_id; }))
            return true;
    }
    return false;
}

Result<void> Posting::prepare(std::span<Entry const> entries)
{
    if (entries.empty())
        return Done {};
    auto const [first, last] = std::ranges::minmax(entries, {}, [](Entry const& entry) { return entry.header.id.text(); });
    m_are_all_new = !TRY(m_tx.maybe(sql::any_entry_between, m_city, first.header.id, last.header.id));
    return load_purses(entries);
}

Result<void> Posting::load_purses(std::span<Entry const> entries)
{
    std::set<PurseId> wanted;
    for (auto const& entry : entries) {
        for (auto const& leg : entry.purse_legs)
            wanted.insert(leg.purse);
        if (entry.passing)
            wanted.insert(entry.passing->purses.begin(), entry.passing->purses.end());
    }
    std::vector<std::array<db::Parameter, 2>> tuples;
    for (auto const& purse : wanted)
        tuples.push_back({m_city, purse});
    for (auto const& row : TRY(m_tx.run_rows<2>(sql::purses_with_balances, tuples))) {
        auto id = row.id<PurseId>(0);
        auto found = m_purses.find(id);
        if (found == m_purses.end())
            found = m_purses.emplace(id, LoadedPurse {.purse = purse_of(row), .first_account = row.integer(8), .amounts = {}}).first;
        found->second.amounts.at(std::size_t(row.integer(9) - row.integer(8))) = row.rupiah(10);
    }
    return Done {};
}

Result<LoadedCash*> Posting::load_cash(CashLeg const& leg)
{
    auto key = std::tuple(leg.pokmas, leg.kind, leg.party);
    if (auto found = m_cash.find(key); found != m_cash.end())
        return &found->second;
    auto row = TRY(m_tx.maybe(sql::cash_account, m_city, leg.pokmas, name_of(leg.kind), leg.party));
    LoadedCash loaded {.account = 0, .key = leg, .amount = {}};
    if (row) {
        loaded.account = row->integer(0);
        loaded.amount = row->rupiah(1);
    } else {
        if (m_last_account < 0) {
            auto last = TRY(m_tx.run(sql::last_account, m_city));
            m_last_account = last.front().integer(0);
        }
        loaded.account = ++m_last_account;
        loaded.is_new = true;
    }
    return &m_cash.emplace(std::move(key), std::move(loaded)).first->second;
}

Result<std::set<std::string> const*> Posting::load_allowed(int year, std::string const& envelope)
{
    auto key = std::pair(year, envelope);
    auto found = m_allowed.find(key);
    if (found == m_allowed.end()) {
        auto rows = TRY(m_tx.run(sql::allowed_categories, m_city, year, envelope));
        std::set<std::string> categories;
        for (auto const& row : rows)
            categories.insert(row.text(0));
        found = m_allowed.emplace(std::move(key), std::move(categories)).first;
    }
    return &found->second;
}

Result<std::set<std::string> const*> Posting::load_months(PokmasId const& pokmas)
{
    auto found = m_months.find(pokmas);
    if (found == m_months.end()) {
        auto months = TRY(signed_months(m_tx, m_city, pokmas));
        found = m_months.emplace(pokmas, std::set<std::string>(months.begin(), months.end())).first;
    }
    return &found->second;
}

} // namespace rtkeren::ledger
