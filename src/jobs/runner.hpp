#pragma once

#include "jobs/jobs.hpp"

#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

/// Runs jobs, schedules and followers of events: one thread in `serve`, or step by step from the command line and tests.
namespace rtkeren::jobs {

/// How a handler says how far it is. Each report keeps the lease for another five minutes; a handler that is silent for longer is given to another runner.
class Progress {
public:
    Progress(Services& services, Job const& job) : m_services(services), m_job(job) { }
    /// Conflict job.lost when another runner has taken the job over: stop at once.
    Result<void> report(std::int64_t progress, std::int64_t total, std::string_view message = {});

private:
    Services& m_services;
    Job const& m_job;
};

/// An operation that does what is due and says how much it was ("count" in its answer), run until nothing is; each time a commit of its own, so that nobody waits for
/// it. Answers the sum.
[[nodiscard]] Result<boost::json::object> run_while_due(Services&, Actor const&, operations::Operation const&, Progress&);

/// Idempotent by the job's id: after a crash it runs again. Answers the result that the job's page shows ({"href": …}).
/// Refusals (Invalid, NotFound, Forbidden, Conflict) end the job; other errors try again after 10, 40, 160, 640 seconds, five times in all.
using Handler = std::function<Result<boost::json::object>(Services&, Job const&, Progress&)>;

/// Once a day, from the hour on in the city's zone: queues a job of this kind.
struct Schedule {
    std::string name; // "nightly_check"
    int hour; // 0 to 23
    std::string kind;
};

/// Follows the outbox exactly once.
struct Reader {
    std::string name; // "messages"
    std::function<Result<void>(db::WriteTx&, StoredEvent const&)> work;
};

struct Work {
    std::map<std::string, Handler, std::less<>> handlers {};
    std::vector<Schedule> schedules {};
    std::vector<Reader> readers {};
};

class Runner {
public:
    /// `on_error` gets what went wrong, for the log.
    Runner(Services&, Work, std::function<void(std::string_view what, Error const&)> on_error = {});
    ~Runner(); // stops
    Runner(Runner const&) = delete;
    Runner& operator=(Runner const&) = delete;

    void start();
    /// Waits for the job that is running.
    void stop();
    /// Look now instead of within a second: call it after a commit that queued something.
    void wake();

    /// One job; false when none is due.
    Result<bool> run_one();
    /// Queues what is due by the clock; answers how many.
    Result<int> run_schedules();
    /// Lets every reader catch up; answers how many events were read.
    Result<int> run_readers();
    /// All of it until nothing is due: `rtkeren jobs run`.
    Result<void> run_all();

private:
    void loop();
    void complain(std::string_view what, Error const&) const;
    Result<boost::json::object> handle(Job const&);
    Result<void> finish(Job const&, Result<boost::json::object> const&);

    Services& m_services;
    Work m_work;
    std::function<void(std::string_view, Error const&)> m_on_error;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_is_stopping {false};
    bool m_is_woken {false};
    std::thread m_thread;
};

} // namespace rtkeren::jobs
