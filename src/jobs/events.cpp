#include "jobs/jobs.hpp"
#include "jobs/rows.hpp"
#include "jobs/sql.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace rtkeren::jobs {

boost::json::object stored_object(std::string const& text)
{
    return boost::json::parse(text).as_object();
}

Result<std::int64_t> emit(db::WriteTx& tx, CityId city, Instant at, Event event)
{
    auto const last = TRY(tx.one("jobs.event", sql::last_event, city));
    auto const number = last.integer(0) + 1;
    TRY(tx.run(sql::insert_event, city, number, at, event.kind, event.subject, boost::json::serialize(event.payload)));
    return number;
}

Result<std::int64_t> emit(db::WriteTx& tx, operations::Context const& context, Event event)
{
    return emit(tx, context.city, context.now, std::move(event));
}

Result<std::vector<StoredEvent>> events_after(db::ReadTx& tx, CityId city, std::int64_t number, int limit)
{
    auto const rows = TRY(tx.run(sql::events_after, city, number, limit));
    std::vector<StoredEvent> events;
    events.reserve(rows.size());
    for (auto const& row : rows)
        events.push_back({row.integer(0), row.instant(1), row.text(2), row.text(3), stored_object(row.text(4))});
    return events;
}

namespace {

Result<std::vector<StoredEvent>> next_events(db::ReadTx& tx, CityId city, std::string_view reader, int limit)
{
    auto const cursor = TRY(tx.maybe(sql::find_cursor, city, reader));
    return events_after(tx, city, cursor ? cursor->integer(0) : 0, limit);
}

} // namespace

Result<int> follow(db::Database& database, CityId city, std::string_view reader, int limit, std::function<Result<void>(db::WriteTx&, StoredEvent const&)> const& work)
{
    // Mostly there is nothing new, and a read finds that without the city's lock.
    auto const waiting = TRY(db::read(database, [&](db::ReadTx& tx) { return next_events(tx, city, reader, 1); }));
    if (waiting.empty())
        return 0;
    return db::write(database, city, [&](db::WriteTx& tx) -> Result<int> {
        auto const events = TRY(next_events(tx, city, reader, limit));
        for (auto const& event : events)
            TRY(work(tx, event));
        if (!events.empty())
            TRY(tx.run(sql::move_cursor, city, reader, events.back().number));
        return int(events.size());
    });
}

} // namespace rtkeren::jobs
