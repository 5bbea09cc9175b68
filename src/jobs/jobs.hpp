#pragma once

#include "base/id.hpp"
#include "db/db.hpp"
#include "operations/operations.hpp"

#include <boost/json/object.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What goes on after a commit: the outbox of events, and the queue of jobs. `runner.hpp` runs them.
namespace rtkeren::jobs {

// ---- Events: what happened, in order. Readers above (messages, proof, search, roll-ups) follow by number.

struct Event {
    std::string kind; // "workflow.advanced"
    std::string subject; // id
    boost::json::object payload {};
};
/// In the change's own transaction, so that the event exists iff the change does. Answers the number, gapless per city.
Result<std::int64_t> emit(db::WriteTx&, operations::Context const&, Event);
Result<std::int64_t> emit(db::WriteTx&, CityId, Instant at, Event);

struct StoredEvent {
    std::int64_t number;
    Instant at;
    std::string kind, subject;
    boost::json::object payload;
};
[[nodiscard]] Result<std::vector<StoredEvent>> events_after(db::ReadTx&, CityId, std::int64_t number, int limit);

/// Hands the next events to a reader exactly once: its cursor moves in the transaction in which `work` writes. Answers how many there were; 0 at the end.
Result<int> follow(db::Database&, CityId, std::string_view reader, int limit, std::function<Result<void>(db::WriteTx&, StoredEvent const&)> const& work);

// ---- Jobs: what takes more than a second.

using JobId = Id<struct JobTag>;

struct NewJob {
    JobId id; // repeated with the same id it is the same job
    std::string kind; // "reporting.print_lpj": a handler of this name
    boost::json::object payload {};
    std::int64_t total {0}; // steps, when known
};
/// In the transaction of who asks for it.
Result<void> enqueue(db::WriteTx&, operations::Context const&, NewJob const&);
/// Without an operation: schedules, imports of the program itself.
Result<void> enqueue(db::WriteTx&, CityId, UserId made_by, Instant now, NewJob const&);

enum class JobState : std::uint8_t { Queued, Running, Done, Dead };
[[nodiscard]] std::string_view name_of(JobState); // "queued"

struct Job {
    JobId id;
    std::string kind;
    boost::json::object payload;
    UserId made_by;
    Instant made_at;
    JobState state;
    int attempts;
    std::int64_t progress, total;
    std::string message; // code of what it is doing or why it failed
    boost::json::object result; // {"href": …}
};
/// NotFound job.not_found
[[nodiscard]] Result<Job> find(db::ReadTx&, CityId, JobId const&);

struct Counts {
    std::int64_t queued {0}, running {0}, dead {0};
};
[[nodiscard]] Result<Counts> counts(db::ReadTx&, CityId);
/// Dead ones stay visible; this puts one back into the queue. Conflict job.not_dead
Result<void> revive(db::WriteTx&, CityId, JobId const&, Instant now);

/// For pages: columns made_at, id, kind, state, attempts, progress, total, message, run_after, search.
[[nodiscard]] Result<db::Rows> list(db::ReadTx&, CityId, db::ListCut const&);
[[nodiscard]] std::span<std::string_view const> list_columns();

/// jobs.retry
[[nodiscard]] std::vector<operations::Operation> operations();
void register_messages();

} // namespace rtkeren::jobs
