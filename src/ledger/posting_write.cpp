#include "ledger/posting.hpp"

#include "ledger/sql.hpp"

namespace rtkeren::ledger {

using db::Parameter;

/// Parents before children, for the foreign keys.
Result<void> Posting::write()
{
    if (m_entries.empty())
        return Done {};
    TRY(write_accounts());
    TRY(write_entries());
    TRY(write_lines());
    TRY(write_balances());
    TRY(write_places());
    return write_passings();
}

Result<void> Posting::write_accounts()
{
    std::vector<std::array<Parameter, 12>> rows;
    for (auto const& [key, cash] : m_cash) {
        if (!cash.is_new)
            continue;
        auto const& [pokmas, kind, party] = key;
        rows.push_back({m_city, cash.account, "cash", name_of(kind), int(sign_of(kind)), std::nullopt, pokmas, party, 0, "-", "-", "-"});
    }
    if (!rows.empty())
        TRY(m_tx.run_rows<12>(sql::insert_accounts, rows));
    return Done {};
}

Result<void> Posting::write_entries()
{
    std::vector<std::array<Parameter, 14>> rows;
    rows.reserve(m_entries.size());
    for (auto const& [entry, number] : m_entries) {
        auto const& head = entry->header;
        rows.push_back({m_city, number, head.id.text(), name_of(entry->kind), head.occurred_on, head.recorded_at, head.made_at, head.actor.text(), head.person, head.year,
            head.subject_kind, head.subject, head.text, entry->reverses});
    }
    TRY(m_tx.run_rows<14>(sql::insert_entries, rows));
    return Done {};
}

Result<void> Posting::write_lines()
{
    std::vector<std::array<Parameter, 9>> rows;
    rows.reserve(m_lines.size());
    for (auto const& line : m_lines) {
        auto category = line.category.empty() ? Parameter(std::nullopt) : Parameter(line.category);
        rows.push_back({m_city, line.entry, line.number, line.account, line.amount, line.year, line.envelope, line.slot, std::move(category)});
    }
    if (!rows.empty())
        TRY(m_tx.run_rows<9>(sql::insert_lines, rows));
    return Done {};
}

Result<void> Posting::write_balances()
{
    std::vector<std::array<Parameter, 4>> rows;
    for (auto const& [id, loaded] : m_purses) {
        for (auto stage : all_stages) {
            if (loaded.is_changed[std::size_t(stage)])
                rows.push_back({m_city, loaded.first_account + std::int64_t(stage), int(sign_of(stage)), loaded.amounts[std::size_t(stage)]});
        }
    }
    for (auto const& [key, loaded] : m_cash) {
        if (loaded.is_changed)
            rows.push_back({m_city, loaded.account, int(sign_of(loaded.key.kind)), loaded.amount});
    }
    if (!rows.empty())
        TRY(m_tx.run_rows<4>(sql::save_balances, rows));
    return Done {};
}

Result<void> Posting::write_places()
{
    std::vector<std::array<Parameter, 6>> rows;
    for (auto const& [place, amount] : m_places) {
        if (!amount.is_zero())
            rows.push_back({m_city, place.year, place.kelurahan, place.envelope, name_of(place.stage), amount});
    }
    if (!rows.empty())
        TRY(m_tx.run_rows<6>(sql::add_to_places, rows));
    return Done {};
}

Result<void> Posting::write_passings()
{
    for (auto const& [entry, number] : m_entries) {
        if (!entry->passing)
            continue;
        std::vector<std::array<Parameter, 5>> rows;
        for (auto const& purse : entry->passing->purses)
            rows.push_back({m_city, number, purse, entry->passing->from, entry->passing->to});
        TRY(m_tx.run_rows<5>(sql::insert_passings, rows));
    }
    for (auto const& [id, loaded] : m_purses) {
        if (loaded.has_new_pokmas)
            TRY(m_tx.run(sql::set_pokmas, m_city, id, loaded.purse.pokmas));
    }
    return Done {};
}

} // namespace rtkeren::ledger
