#include "audit/audit.hpp"

#include "audit/sql.hpp"
#include "secrets/secrets.hpp"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>

namespace rtkeren::audit {
namespace {

constexpr std::int64_t verify_step = 1000;

/// What the hash covers: every column but the hash itself, as a JSON array, so that no two rows have the same text.
std::string hash_of(Entry const& entry)
{
    boost::json::array const columns {
        entry.made.city.value,
        entry.number,
        entry.made.at.iso(),
        entry.made.actor.text(),
        entry.made.person.text(),
        entry.operation,
        entry.made.request.text(),
        entry.subject_kind,
        entry.subject,
        entry.place,
        entry.summary,
        entry.reason,
        entry.previous_hash,
    };
    return secrets::sha256(boost::json::serialize(columns)).str();
}

Entry entry_of(CityId city, db::Row const& row)
{
    Made const made {city, row.id<UserId>(2), row.id<PersonId>(3), row.instant(1), row.id<RequestId>(5)};
    return {row.integer(0), made, row.text(4), row.text(6), row.text(7), row.text(8), row.text(9), row.text(10), row.text(11), row.text(12)};
}

} // namespace

Made made_in(operations::Context const& context)
{
    return {context.city, context.actor.user, context.actor.person, context.now, context.request};
}

Result<std::int64_t> append(db::WriteTx& tx, Made const& made, Event const& event)
{
    auto const last = TRY(tx.maybe(sql::last_event, made.city));
    Entry entry {1, made, std::string(event.operation), std::string(event.subject_kind), event.subject, event.place, boost::json::serialize(event.summary), event.reason, {}, {}};
    if (last) {
        entry.number = last->integer(0) + 1;
        entry.previous_hash = last->text(1);
    }
    entry.hash = hash_of(entry);
    TRY(tx.run(sql::insert_event, made.city, entry.number, made.at, made.actor, made.person, entry.operation, made.request, entry.subject_kind, entry.subject, entry.place,
        entry.summary, entry.reason, entry.previous_hash, entry.hash));
    return entry.number;
}

Result<std::int64_t> append(db::WriteTx& tx, operations::Context const& context, Event const& event)
{
    return append(tx, made_in(context), event);
}

Result<std::vector<Entry>> of_subject(db::ReadTx& tx, CityId city, std::string_view subject_kind, std::string_view subject)
{
    auto const rows = TRY(tx.run(sql::events_of_subject, city, subject_kind, subject));
    std::vector<Entry> entries;
    entries.reserve(rows.size());
    for (auto const& row : rows)
        entries.push_back(entry_of(city, row));
    return entries;
}

Result<db::Rows> list(db::ReadTx& tx, CityId city, db::ListCut const& cut)
{
    return tx.list(sql::list_events, cut, city);
}

std::span<std::string_view const> list_columns()
{
    return sql::list_events.columns;
}

Result<std::vector<std::string>> subject_kinds(db::ReadTx& tx, CityId city)
{
    auto const rows = TRY(tx.run(sql::subject_kinds, city));
    std::vector<std::string> kinds;
    for (auto const& row : rows)
        kinds.push_back(row.text(0));
    return kinds;
}

Result<std::int64_t> newest(db::ReadTx& tx, CityId city)
{
    auto const last = TRY(tx.maybe(sql::last_event, city));
    return last ? last->integer(0) : 0;
}

Result<bool> touched_since(db::ReadTx& tx, CityId city, std::int64_t number, std::span<std::string_view const> beginnings)
{
    constexpr std::int64_t most = 1000;
    auto const rows = TRY(tx.run(sql::operations_after, city, number, most));
    return std::ssize(rows) == most || std::ranges::any_of(rows, [&](db::Row const& row) {
        return std::ranges::any_of(beginnings, [&](std::string_view beginning) { return row.text(0).starts_with(beginning); });
    });
}

Result<Verified> verify(db::ReadTx& tx, CityId city)
{
    Verified verified;
    for (;;) {
        auto const rows = TRY(tx.run(sql::events_after, city, verified.checked, verify_step));
        for (auto const& row : rows) {
            auto const entry = entry_of(city, row);
            auto const fits = entry.number == verified.checked + 1 && entry.previous_hash == verified.last_hash && entry.hash == hash_of(entry);
            if (!fits) {
                verified.broken = verified.checked + 1;
                return verified;
            }
            verified.checked = entry.number;
            verified.last_hash = entry.hash;
        }
        if (std::int64_t(rows.size()) < verify_step)
            return verified;
    }
}

} // namespace rtkeren::audit
