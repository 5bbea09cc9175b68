#include "programme/changes.hpp"

#include "audit/audit.hpp"
#include "jobs/jobs.hpp"
#include "programme/sql.hpp"

namespace rtkeren::programme {

namespace {

ledger::Entry entry_of(ledger::Header header, Change const& change)
{
    switch (change.kind) {
    case ChangeKind::Declined:
        return ledger::declined(std::move(header), change.purse.id, change.amount);
    case ChangeKind::Bonus:
        return ledger::bonus(std::move(header), change.purse.id, change.amount);
    case ChangeKind::Reduced:
        return ledger::reduced(std::move(header), change.purse.id, change.amount);
    case ChangeKind::Moved:
        return ledger::moved_between_purses(std::move(header), change.purse.id, change.other->id, change.amount);
    case ChangeKind::Allocated:
        break;
    }
    return ledger::allocated(std::move(header), change.purse.id, change.amount);
}

} // namespace

std::string_view name_of(ChangeKind kind)
{
    constexpr std::array<std::string_view, 5> names {"declined", "bonus", "reduced", "moved", "allocated"};
    return names[std::size_t(kind)];
}

void Changes::post(Change change)
{
    auto header = header_of(m_context, m_paper.year, m_paper.date, "allocation", change.purse.id.str(), m_paper.reason + ", " + m_paper.number);
    change.entry = header.id;
    m_entries.push_back(entry_of(std::move(header), change));
    m_changes.push_back(std::move(change));
}

Result<operations::Answer> Changes::write(db::WriteTx& tx, std::string_view operation, std::string_view message)
{
    TRY(ledger::post_batch(tx, m_context.city, m_entries));
    std::vector<std::array<db::Parameter, 13>> rows;
    boost::json::object amounts;
    Rupiah total;
    for (auto const& change : m_changes) {
        auto other = change.other ? std::optional(change.other->id) : std::nullopt;
        rows.push_back({m_context.city, m_context.next_id(), m_paper.year, name_of(change.kind), change.purse.id, other, change.entry, change.amount,
            m_paper.number, m_paper.date, m_paper.reason, m_context.now, m_context.actor.user});
        amounts[change.purse.envelope] = change.amount.value();
        total += change.amount;
    }
    TRY(tx.run_rows<13>(sql::insert_changes, rows));
    auto const& first = m_changes.front().purse;
    boost::json::object summary {{"year", m_paper.year}, {"unit", first.unit_code}, {"number", m_paper.number}, {"amounts", std::move(amounts)}};
    TRY(audit::append(tx, m_context, {operation, "purse", first.id.str(), first.unit_code, summary, m_paper.reason}));
    TRY(jobs::emit(tx, m_context, {"programme.ceiling_changed", first.id.str(), std::move(summary)}));
    return operations::Answer {first.id.str(), "/kantong/" + first.id.str(), std::string(message),
        {{"unit", first.unit_name}, {"total", std::to_string(total.value())}}, {{"total", total.value()}}, {}};
}

} // namespace rtkeren::programme
