#include "jobs/jobs.hpp"
#include "jobs/rows.hpp"
#include "jobs/sql.hpp"

#include <array>
#include <boost/json/serialize.hpp>

namespace rtkeren::jobs {
namespace {

constexpr std::array<std::pair<JobState, std::string_view>, 4> state_names {{
    {JobState::Queued, "queued"},
    {JobState::Running, "running"},
    {JobState::Done, "done"},
    {JobState::Dead, "dead"},
}};

JobState state_of(std::string_view text)
{
    for (auto const& [state, name] : state_names) {
        if (name == text)
            return state;
    }
    throw db::CorruptRow("unknown state of a job");
}

} // namespace

std::string_view name_of(JobState state)
{
    for (auto const& [each, name] : state_names) {
        if (each == state)
            return name;
    }
    CHECK(false);
}

Job job_of(db::Row const& row)
{
    return {row.id<JobId>(0), row.text(1), stored_object(row.text(2)), row.id<UserId>(3), row.instant(4), state_of(row.text(5)), int(row.integer(6)), row.integer(7), row.integer(8),
        row.text(9), stored_object(row.text(10))};
}

Result<void> enqueue(db::WriteTx& tx, CityId city, UserId made_by, Instant now, NewJob const& job)
{
    TRY(tx.run(sql::insert_job, city, job.id, job.kind, boost::json::serialize(job.payload), made_by, now, job.total));
    return Done {};
}

Result<void> enqueue(db::WriteTx& tx, operations::Context const& context, NewJob const& job)
{
    return enqueue(tx, context.city, context.actor.user, context.now, job);
}

Result<Job> find(db::ReadTx& tx, CityId city, JobId const& id)
{
    auto const row = TRY(tx.one("job.not_found", sql::find_job, city, id));
    return job_of(row);
}

Result<Counts> counts(db::ReadTx& tx, CityId city)
{
    auto const rows = TRY(tx.run(sql::count_jobs, city));
    Counts counts;
    for (auto const& row : rows) {
        auto const state = state_of(row.text(0));
        auto& count = state == JobState::Queued ? counts.queued : state == JobState::Running ? counts.running : counts.dead;
        count = row.integer(1);
    }
    return counts;
}

Result<void> revive(db::WriteTx& tx, CityId city, JobId const& id, Instant now)
{
    auto const changed = TRY(tx.run(sql::revive_job, city, id, now));
    if (changed.rows == 0)
        return Error::conflict("job.not_dead");
    return Done {};
}

} // namespace rtkeren::jobs
