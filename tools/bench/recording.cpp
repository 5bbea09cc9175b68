#include "app/program.hpp"
#include "app/rooms.hpp"
#include "bare.hpp"
#include "parts.hpp"
#include "planning/planning.hpp"
#include "report.hpp"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>

namespace rtkeren::bench {

namespace {

constexpr int requesters = 16;
constexpr std::size_t lines_wanted = 400;

/// Somebody who may record everywhere: who it is does not matter for the time.
Actor recorder_of(Services& services)
{
    return {.city = services.city,
        .user = UserId(services.env.ulid()),
        .person = PersonId(services.env.ulid()),
        .name = "Bench",
        .grants = {{"operator", "35.72", "", {"spending.record"}}},
        .permissions = {"spending.record"}};
}

boost::json::object expense_on(Services& services, planning::PlanLine const& line)
{
    auto const id = services.env.ulid().str();
    return {{"id", id}, {"line", line.id.str()}, {"on", services.today().iso()}, {"supplier_name", "Toko Barokah"}, {"receipt", id.substr(16)},
        {"description", line.item + " untuk " + line.activity}, {"gross", 1000}, {"spend_kind", line.spend_kind}, {"pay", boost::json::array {boost::json::object {{"from", "bank"}}}},
        {"supplier_pkp", false}, {"has_npwp", true}, {"suket_pp55", false}, {"catering", false}, {"tax_withheld", "yes"}, {"papers", boost::json::array {}}, {"submit", false}};
}

/// The city on a database of its own.
struct Copy {
    std::unique_ptr<db::Database> database;
    Services services;
};
Result<std::unique_ptr<Copy>> copy_of(app::Program& program, std::filesystem::path const& path)
{
    std::filesystem::remove(path);
    TRY(program.database().copy_to(path.string()));
    auto database = TRY(db::Database::open("sqlite:" + path.string()));
    auto& of = program.services();
    Services services {.db = *database, .env = of.env, .keys = of.keys, .city = of.city, .city_name = of.city_name, .zone = of.zone, .example = of.example, .evidence_folder = of.evidence_folder};
    return std::make_unique<Copy>(std::move(database), services);
}

/// Plan lines that take an expense now, over the whole city.
Result<std::vector<planning::PlanLine>> open_lines(Services& services, Actor const& actor, operations::Operation const& operation)
{
    auto const units = TRY(db::read(services.db, [&](db::ReadTx& tx) { return territory::regions(tx, services.city, territory::Level::Rt, "", services.today()); }));
    std::vector<planning::PlanLine> lines;
    for (auto const& unit : units) {
        auto const plan = db::read(services.db, [&](db::ReadTx& tx) { return planning::plan_of_unit(tx, services.city, services.today().year(), unit.id); });
        if (!plan.ok())
            continue;
        for (auto const& line : plan->lines)
            if (lines.size() < lines_wanted && operations::attempt(services, {.operation = operation, .actor = actor, .input = expense_on(services, line)}).ok())
                lines.push_back(line);
    }
    if (lines.empty())
        return Error::unavailable("bench.no_lines", "no plan line of the example city takes an expense");
    return lines;
}

struct Run {
    double seconds {0};
    double p99 {0};
    std::size_t refused {0};
};

Run run_all(Services& services, Actor const& actor, operations::Operation const& operation, std::vector<planning::PlanLine> const& lines, std::size_t how_many)
{
    std::atomic<std::size_t> next {0}, refused {0};
    std::mutex mutex;
    std::vector<double> latencies;
    Stopwatch const all;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < requesters; ++i)
            threads.emplace_back([&] {
                std::vector<double> own;
                for (auto nth = next++; nth < how_many; nth = next++) {
                    auto const input = expense_on(services, lines[nth % lines.size()]);
                    Stopwatch const one;
                    refused += operations::run(services, actor, operation, input).ok() ? 0 : 1;
                    own.push_back(one.seconds());
                }
                std::scoped_lock lock(mutex);
                latencies.insert(latencies.end(), own.begin(), own.end());
            });
    }
    return {all.seconds(), percentile(latencies, 0.99), refused.load()};
}

} // namespace

Result<void> measure_recording(Options const& options)
{
    auto program = TRY(app::Program::open({.data = options.city}));
    auto const* operation = app::registry().find("spending.record_expense");
    CHECK(operation != nullptr);
    say("copying the example city");
    auto measured = TRY(copy_of(*program, options.work / "recorded.sqlite"));
    auto const actor = recorder_of(measured->services);
    auto const lines = TRY(open_lines(measured->services, actor, *operation));
    say(count(static_cast<double>(options.expenses)) + " expenses on " + std::to_string(lines.size()) + " plan lines");
    auto const run = run_all(measured->services, actor, *operation, lines, options.expenses);
    measured.reset();

    // The same again while listening, then the same writes alone, on two more copies of the same city.
    Recording recording;
    {
        Recorder recorder;
        auto heard = TRY(copy_of(*program, options.work / "heard.sqlite"));
        recorder.start();
        (void)run_all(heard->services, actor, *operation, lines, options.expenses);
        recording = recorder.take();
    }
    TRY(copy_of(*program, options.work / "bare.sqlite"));
    auto const bare = TRY(replay_on_sqlite(recording, (options.work / "bare.sqlite").string()));
    auto const expenses = static_cast<double>(options.expenses);
    auto const ratio = bare / run.seconds;
    print({"expenses recorded through the whole operation, 16 requesters, durable", count(expenses / run.seconds) + "/s, p99 " + duration(run.p99),
        "bare SQLite, the same " + std::to_string(recording.statements.size()) + " statements and " + std::to_string(recording.batches.size()) + " commits: " + count(expenses / bare) + "/s",
        decimal(ratio, 2), "at least 0,50", ratio >= 0.5});
    if (run.refused > 0)
        say(std::to_string(run.refused) + " were refused");
    return Done {};
}

} // namespace rtkeren::bench
