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
constexpr std::size_t lines_wanted = 400, lines_of_a_plan = 2, shops = 20; // over the whole city, as a day's work is

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

/// Small, so that a purse takes all that the lines of its plan get.
constexpr std::int64_t small = 1'000, room_for_all = 200'000; // rupiah

boost::json::object expense_on(Services& services, planning::PlanLine const& line, std::int64_t gross, std::size_t nth)
{
    auto const id = services.env.ulid().str();
    return {{"id", id}, {"line", line.id.str()}, {"on", services.today().iso()}, {"supplier_name", "Toko Barokah " + std::to_string(nth / lines_wanted % shops)}, {"receipt", id.substr(16)},
        {"description", line.item + " untuk " + line.activity}, {"gross", gross}, {"spend_kind", line.spend_kind}, {"pay", boost::json::array {boost::json::object {{"from", "bank"}}}},
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
        auto const most = std::min(lines_wanted, lines.size() + lines_of_a_plan);
        for (auto const& line : plan->lines)
            if (lines.size() < most && operations::attempt(services, {.operation = operation, .actor = actor, .input = expense_on(services, line, room_for_all, 0)}).ok())
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
    std::string refusal {}; // one of them, in full
};

Run run_all(Services& services, Actor const& actor, operations::Operation const& operation, std::vector<planning::PlanLine> const& lines, std::size_t how_many)
{
    std::atomic<std::size_t> next {0};
    std::mutex mutex;
    std::vector<double> latencies;
    Run whole;
    Stopwatch const all;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < requesters; ++i)
            threads.emplace_back([&] {
                std::vector<double> own;
                std::vector<Error> refusals;
                for (auto nth = next++; nth < how_many; nth = next++) {
                    auto const input = expense_on(services, lines[nth % lines.size()], small, nth);
                    Stopwatch const one;
                    if (auto const outcome = operations::run(services, actor, operation, input); !outcome.ok())
                        refusals.push_back(outcome.error());
                    own.push_back(one.seconds());
                }
                std::scoped_lock lock(mutex);
                latencies.insert(latencies.end(), own.begin(), own.end());
                whole.refused += refusals.size();
                if (!refusals.empty())
                    whole.refusal = refusals.front().code + ' ' + refusals.front().detail;
            });
    }
    whole.seconds = all.seconds();
    whole.p99 = percentile(latencies, 0.99);
    return whole;
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
        return Error::internal("bench.refused", std::to_string(run.refused) + " expenses: " + run.refusal);
    return Done {};
}

} // namespace rtkeren::bench
