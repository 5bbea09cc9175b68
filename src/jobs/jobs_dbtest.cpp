#include "jobs/runner.hpp"
#include "secrets/secrets.hpp"
#include "support/database.hpp"

#include <gtest/gtest.h>

#include <atomic>

namespace rtkeren::jobs {
namespace {

struct JobsTest : testing::Test {
    FixedEnv env {Instant::parse("2023-07-03T05:00:00.000Z").value()}; // noon in Blitar
    secrets::Keys keys {secrets::Keys::from(env)};
    CityId city {next_city()};
    Services services {.db = test_database(), .env = env, .keys = keys, .city = city, .city_name = "Kota Uji", .evidence_folder = {}};

    JobId queue(std::string kind, JobId id = {})
    {
        id = id.is_none() ? JobId(env.ulid()) : id;
        auto const queued = db::write(services.db, city, [&](db::WriteTx& tx) { return enqueue(tx, city, {}, env.now(), {id, kind, {{"n", 1}}, 3}); });
        EXPECT_TRUE(queued.ok());
        return id;
    }
    Job job(JobId const& id)
    {
        return db::read(services.db, [&](db::ReadTx& tx) { return find(tx, city, id); }).value();
    }
    Counts counted()
    {
        return db::read(services.db, [&](db::ReadTx& tx) { return counts(tx, city); }).value();
    }
    std::int64_t happen(std::string subject)
    {
        return db::write(services.db, city, [&](db::WriteTx& tx) { return emit(tx, city, env.now(), {"test.happened", std::move(subject), {}}); }).value();
    }
};

TEST_F(JobsTest, RunsAJobOnceWithProgressAndResult)
{
    auto const id = queue("print");
    queue("print", id);
    int runs = 0;
    Runner runner(services, {.handlers = {{"print", [&](Services&, Job const& given, Progress& progress) -> Result<boost::json::object> {
        ++runs;
        EXPECT_EQ(given.payload.at("n"), 1);
        TRY(progress.report(2, 3, "printing"));
        EXPECT_EQ(job(id).progress, 2);
        EXPECT_EQ(job(id).state, JobState::Running);
        return boost::json::object {{"href", "/lpj/1"}};
    }}}});
    EXPECT_EQ(counted().queued, 1);
    EXPECT_TRUE(runner.run_one().value());
    EXPECT_FALSE(runner.run_one().value());
    EXPECT_EQ(runs, 1);
    EXPECT_EQ(job(id).state, JobState::Done);
    EXPECT_EQ(job(id).result.at("href"), "/lpj/1");
}

TEST_F(JobsTest, ListsAndIsTriedAgainByHand)
{
    auto const id = queue("absent");
    Runner runner(services, {});
    EXPECT_TRUE(runner.run_one().value());
    EXPECT_EQ(job(id).state, JobState::Dead);
    auto const rows = db::read(services.db, [&](db::ReadTx& tx) { return list(tx, city, {.sort = "made_at", .descending = true}); }).value();
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(list_columns()[3], "state");
    EXPECT_EQ(rows.front().text(3), "dead");
    EXPECT_EQ(rows.front().text(7), "job.kind");

    auto const all = operations();
    Actor const admin {.city = city, .user = UserId(env.ulid()), .person = {}, .name = "Admin", .grants = {{"admin", "", "", {"jobs.read"}}}, .permissions = {"jobs.read"}};
    auto const again = [&] { return operations::run(services, admin, all.front(), {{"id", env.ulid().str()}, {"job", id.text()}}); };
    ASSERT_TRUE(again().ok());
    EXPECT_EQ(job(id).state, JobState::Queued);
    auto const refused = again();
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, "job.not_dead");
}

TEST_F(JobsTest, TriesAgainLaterAndLaterThenIsDead)
{
    auto const id = queue("mail");
    int runs = 0;
    int complaints = 0;
    Runner runner(services, {.handlers = {{"mail", [&](Services&, Job const&, Progress&) -> Result<boost::json::object> {
        ++runs;
        return Error::unavailable("mail.down");
    }}}}, [&](std::string_view, Error const&) { ++complaints; });
    for (auto const wait : {10, 40, 160, 640}) {
        EXPECT_TRUE(runner.run_one().value());
        EXPECT_FALSE(runner.run_one().value());
        env.advance_seconds(wait - 1);
        EXPECT_FALSE(runner.run_one().value());
        env.advance_seconds(1);
    }
    EXPECT_TRUE(runner.run_one().value());
    EXPECT_EQ(runs, 5);
    EXPECT_EQ(complaints, 5);
    EXPECT_EQ(job(id).state, JobState::Dead);
    EXPECT_EQ(job(id).message, "mail.down");
    EXPECT_EQ(counted().dead, 1);
    auto const again = [&] { return db::write(services.db, city, [&](db::WriteTx& tx) { return revive(tx, city, id, env.now()); }); };
    EXPECT_TRUE(again().ok());
    EXPECT_EQ(again().error().code, "job.not_dead");
    EXPECT_TRUE(runner.run_one().value());
}

TEST_F(JobsTest, RefusalsAndUnknownKindsEndAtOnceAndThrowersDoNotKillTheRunner)
{
    auto const refused = queue("refuses");
    auto const unknown = queue("unknown");
    auto const thrown = queue("throws");
    Runner runner(services, {.handlers = {
        {"refuses", [](Services&, Job const&, Progress&) -> Result<boost::json::object> { return Error::invalid("import.empty"); }},
        {"throws", [](Services&, Job const&, Progress&) -> Result<boost::json::object> { throw std::runtime_error("oh"); }},
    }});
    ASSERT_TRUE(runner.run_all().ok());
    EXPECT_EQ(job(refused).state, JobState::Dead);
    EXPECT_EQ(job(unknown).message, "job.kind");
    EXPECT_EQ(job(thrown).state, JobState::Queued);
    EXPECT_EQ(job(thrown).message, "job.exception");
}

TEST_F(JobsTest, ALostRunnerLosesItsLease)
{
    auto const id = queue("slow");
    int runs = 0;
    Handler const slow = [&](Services&, Job const&, Progress& progress) -> Result<boost::json::object> {
        if (++runs > 1)
            return boost::json::object {{"by", "second"}};
        env.advance_seconds(301); // silent for longer than its lease: another takes it over
        Runner second(services, {.handlers = {{"slow", [&](Services&, Job const&, Progress&) -> Result<boost::json::object> { return boost::json::object {{"by", "second"}}; }}}});
        EXPECT_TRUE(second.run_one().value());
        EXPECT_EQ(progress.report(1, 1).error().code, "job.lost");
        return boost::json::object {{"by", "first"}};
    };
    Runner first(services, {.handlers = {{"slow", slow}}});
    EXPECT_TRUE(first.run_one().value());
    EXPECT_EQ(job(id).result.at("by"), "second");
    EXPECT_FALSE(first.run_one().value());
}

TEST_F(JobsTest, SchedulesRunOnceADayFromTheirHourOn)
{
    int runs = 0;
    Runner runner(services, {.handlers = {{"check", [&](Services&, Job const&, Progress&) -> Result<boost::json::object> {
        ++runs;
        return boost::json::object {};
    }}}, .schedules = {{"nightly", 13, "check"}}});
    ASSERT_TRUE(runner.run_all().ok());
    EXPECT_EQ(runs, 0);
    env.advance_seconds(3600);
    ASSERT_TRUE(runner.run_all().ok());
    ASSERT_TRUE(runner.run_all().ok());
    EXPECT_EQ(runs, 1);
    env.advance_seconds(86'400);
    ASSERT_TRUE(runner.run_all().ok());
    EXPECT_EQ(runs, 2);
}

TEST_F(JobsTest, ReadersGetEachEventOnceInOrder)
{
    std::vector<std::string> read;
    bool fails = true;
    Reader const reader {"messages", [&](db::WriteTx&, StoredEvent const& event) -> Result<void> {
        if (event.subject == "B" && fails)
            return Error::unavailable("mail.down");
        read.push_back(event.subject);
        return Done {};
    }};
    Runner runner(services, {.readers = {reader}});
    EXPECT_EQ(happen("A"), 1);
    EXPECT_EQ(happen("B"), 2);
    EXPECT_FALSE(runner.run_readers().ok());
    fails = false;
    read.clear();
    EXPECT_EQ(runner.run_readers().value(), 2);
    EXPECT_EQ(runner.run_readers().value(), 0);
    EXPECT_EQ(happen("C"), 3);
    EXPECT_EQ(runner.run_readers().value(), 1);
    EXPECT_EQ(read, (std::vector<std::string> {"A", "B", "C"}));
}

TEST_F(JobsTest, TheThreadRunsWhatIsQueuedAndStops)
{
    std::atomic<int> runs {0};
    Runner runner(services, {.handlers = {{"print", [&](Services&, Job const&, Progress&) -> Result<boost::json::object> {
        ++runs;
        runs.notify_all();
        return boost::json::object {};
    }}}});
    runner.start();
    queue("print");
    runner.wake();
    runs.wait(0);
    runner.stop();
    EXPECT_EQ(runs, 1);
}

TEST(JobsSql, EveryQueryWorksHere)
{
    tests::expect_all_queries_prepare("jobs");
    tests::expect_all_queries_run_at_end("jobs");
}

} // namespace
} // namespace rtkeren::jobs
