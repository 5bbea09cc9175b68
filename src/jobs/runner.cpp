#include "jobs/runner.hpp"

#include "jobs/rows.hpp"
#include "jobs/sql.hpp"

#include <boost/json/serialize.hpp>

namespace rtkeren::jobs {
namespace {

constexpr std::int64_t lease_seconds = 300;
constexpr std::int64_t first_wait_seconds = 10;
constexpr int most_attempts = 5;
constexpr int events_at_a_time = 200;

bool may_succeed_later(Error const& error)
{
    return error.kind == ErrorKind::Retry || error.kind == ErrorKind::Unavailable || error.kind == ErrorKind::Internal;
}

/// 10, 40, 160, 640 seconds.
std::int64_t seconds_after(int attempts)
{
    auto seconds = first_wait_seconds;
    for (int i = 1; i < attempts; ++i)
        seconds *= 4;
    return seconds;
}

int hour_in(Zone zone, Instant now)
{
    constexpr std::int64_t hour = 3'600'000;
    return int((now.milliseconds() / hour + 7 + int(zone)) % 24);
}

Result<bool> ran_today(db::ReadTx& tx, Services const& services, Schedule const& schedule)
{
    auto const last = TRY(tx.maybe(sql::find_schedule, services.city, schedule.name));
    return last && last->date(0) >= services.today();
}

Result<bool> queue_if_due(Services& services, Schedule const& schedule)
{
    // Looked at every second, due once a day: a read is enough to see that.
    auto const ran = TRY(db::read(services.db, [&](db::ReadTx& tx) { return ran_today(tx, services, schedule); }));
    if (ran)
        return false;
    NewJob const job {JobId(services.env.ulid()), schedule.kind, {}, 0};
    auto const now = services.now();
    return db::write(services.db, services.city, [&](db::WriteTx& tx) -> Result<bool> {
        auto const meanwhile = TRY(ran_today(tx, services, schedule));
        if (meanwhile)
            return false;
        TRY(tx.run(sql::move_schedule, services.city, schedule.name, now.date_in(services.zone)));
        TRY(enqueue(tx, services.city, {}, now, job));
        return true;
    });
}

} // namespace

Result<void> Progress::report(std::int64_t progress, std::int64_t total, std::string_view message)
{
    auto const lease = m_services.now().plus_seconds(lease_seconds);
    auto const changed = TRY(db::write(m_services.db, m_services.city,
        [&](db::WriteTx& tx) { return tx.run(sql::report_progress, m_services.city, m_job.id, m_job.attempts, progress, total, message, lease); }));
    if (changed.rows == 0)
        return Error::conflict("job.lost");
    return Done {};
}

Result<boost::json::object> run_while_due(Services& services, Actor const& actor, operations::Operation const& operation, Progress& progress)
{
    std::int64_t done = 0;
    while (true) {
        auto const answer = TRY(operations::run(services, actor, operation, {{"id", services.env.ulid().text()}}));
        auto const count = answer.data.at("count").as_int64();
        done += count;
        if (count == 0)
            return boost::json::object {{"count", done}};
        TRY(progress.report(done, done));
    }
}

Runner::Runner(Services& services, Work work, std::function<void(std::string_view, Error const&)> on_error)
    : m_services(services)
    , m_work(std::move(work))
    , m_on_error(std::move(on_error))
{
}

Runner::~Runner()
{
    stop();
}

void Runner::start()
{
    CHECK(!m_thread.joinable());
    m_is_stopping = false;
    m_thread = std::thread([this] { loop(); });
}

void Runner::stop()
{
    {
        std::scoped_lock lock(m_mutex);
        m_is_stopping = true;
    }
    m_wake.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void Runner::wake()
{
    {
        std::scoped_lock lock(m_mutex);
        m_is_woken = true;
    }
    m_wake.notify_all();
}

void Runner::loop()
{
    std::unique_lock lock(m_mutex);
    while (!m_is_stopping) {
        m_is_woken = false;
        lock.unlock();
        auto outcome = run_schedules();
        if (!outcome)
            complain("schedules", outcome.error());
        outcome = run_readers();
        if (!outcome)
            complain("readers", outcome.error());
        auto ran = run_one();
        if (!ran)
            complain("queue", ran.error());
        lock.lock();
        if (!ran.value_or(false))
            m_wake.wait_for(lock, std::chrono::seconds {1}, [this] { return m_is_stopping || m_is_woken; });
    }
}

void Runner::complain(std::string_view what, Error const& error) const
{
    if (m_on_error)
        m_on_error(what, error);
}

Result<bool> Runner::run_one()
{
    auto const now = m_services.now();
    auto const claimed = TRY(db::write(m_services.db, m_services.city,
        [&](db::WriteTx& tx) { return tx.returning(sql::claim_job, m_services.city, now, now.plus_seconds(lease_seconds)); }));
    if (claimed.empty())
        return false;
    auto const job = job_of(claimed.front());
    auto const outcome = handle(job);
    if (!outcome)
        complain(job.kind, outcome.error());
    TRY(finish(job, outcome));
    return true;
}

Result<boost::json::object> Runner::handle(Job const& job)
{
    if (job.attempts > most_attempts) // its runner died five times: it may be what kills them
        return Error::conflict("job.crashed");
    auto const handler = m_work.handlers.find(job.kind);
    if (handler == m_work.handlers.end())
        return Error::not_found("job.kind");
    Progress progress(m_services, job);
    try {
        return handler->second(m_services, job, progress);
    } catch (std::exception const& thrown) {
        return Error::internal("job.exception", thrown.what());
    }
}

Result<void> Runner::finish(Job const& job, Result<boost::json::object> const& outcome)
{
    auto const now = m_services.now();
    auto state = JobState::Done;
    if (!outcome)
        state = may_succeed_later(outcome.error()) && job.attempts < most_attempts ? JobState::Queued : JobState::Dead;
    auto const run_after = state == JobState::Queued ? now.plus_seconds(seconds_after(job.attempts)) : now;
    auto const message = outcome ? std::string {} : outcome.error().code;
    auto const result = boost::json::serialize(outcome ? *outcome : boost::json::object {});
    TRY(db::write(m_services.db, m_services.city,
        [&](db::WriteTx& tx) { return tx.run(sql::finish_job, m_services.city, job.id, job.attempts, name_of(state), run_after, message, result); }));
    return Done {};
}

Result<int> Runner::run_schedules()
{
    int queued = 0;
    auto const now = m_services.now();
    for (auto const& schedule : m_work.schedules) {
        if (hour_in(m_services.zone, now) < schedule.hour)
            continue;
        auto const is_due = TRY(queue_if_due(m_services, schedule));
        queued += is_due ? 1 : 0;
    }
    return queued;
}

Result<int> Runner::run_readers()
{
    int read = 0;
    for (auto const& reader : m_work.readers) {
        for (int count = events_at_a_time; count == events_at_a_time; read += count)
            count = TRY(follow(m_services.db, m_services.city, reader.name, events_at_a_time, reader.work));
    }
    return read;
}

Result<void> Runner::run_all()
{
    TRY(run_schedules());
    for (bool busy = true; busy;) {
        auto const read = TRY(run_readers());
        auto const ran = TRY(run_one());
        busy = ran || read > 0;
    }
    return Done {};
}

} // namespace rtkeren::jobs
