#include "bare.hpp"
#include "books.hpp"
#include "db/postgres.hpp"
#include "parts.hpp"
#include "report.hpp"

namespace rtkeren::bench {

namespace {

constexpr std::size_t per_batch = 1000;

Result<std::unique_ptr<db::Database>> fresh(std::string const& url)
{
    auto database = TRY(db::Database::open(url));
    TRY(database->migrate(db::all_migrations()));
    return database;
}

Result<std::string> fresh_file(std::filesystem::path const& path)
{
    for (auto const* suffix : {"", "-wal", "-shm"})
        std::filesystem::remove(path.string() + suffix);
    return "sqlite:" + path.string();
}

/// Seconds of the program.
Result<double> post_on(std::string const& url, std::size_t how_many)
{
    auto database = TRY(fresh(url));
    auto books = TRY(Books::make(*database));
    Stopwatch const watch;
    TRY(books.post(*database, how_many, per_batch));
    return watch.seconds();
}

Result<Recording> hear(std::string const& url, std::size_t how_many)
{
    Recorder recorder;
    auto database = TRY(fresh(url));
    auto books = TRY(Books::make(*database));
    recorder.start();
    TRY(books.post(*database, how_many, per_batch));
    return recorder.take();
}

Result<void> fill_only(std::string const& url)
{
    auto database = TRY(fresh(url));
    TRY(Books::make(*database));
    return Done {};
}

void print_import(std::string const& what, std::string const& baseline, std::size_t how_many, double ours, double bare)
{
    auto const entries = static_cast<double>(how_many);
    auto const rate = [&](double seconds) { return count(entries / seconds) + "/s"; };
    print({"entries imported in batches of 1.000, " + what, rate(ours), baseline + ": " + rate(bare), decimal(bare / ours, 2), "at least 0,50", bare / ours >= 0.5});
}

Result<void> measure_postgres(Options const& options, Recording const& recording)
{
    auto const server = options.postgres;
    for (auto const* name : {"rtk_bench_ours", "rtk_bench_bare"}) {
        TRY(db::drop_postgres_database(server, name));
        TRY(db::create_postgres_database(server, name));
    }
    auto const ours = TRY(post_on(db::url_of_database(server, "rtk_bench_ours"), options.imported));
    auto const place = db::url_of_database(server, "rtk_bench_bare");
    TRY(fill_only(place));
    auto const bare = TRY(replay_on_postgres(recording, place));
    print_import("PostgreSQL", "bare libpq", options.imported, ours, bare);
    for (auto const* name : {"rtk_bench_ours", "rtk_bench_bare"})
        TRY(db::drop_postgres_database(server, name));
    return Done {};
}

} // namespace

Result<void> measure_import(Options const& options)
{
    say("importing " + count(static_cast<double>(options.imported)) + " entries");
    auto const file = TRY(fresh_file(options.work / "import.sqlite"));
    auto const ours = TRY(post_on(file, options.imported));
    auto const heard = TRY(fresh_file(options.work / "import-heard.sqlite"));
    auto const recording = TRY(hear(heard, options.imported));
    auto const place = TRY(fresh_file(options.work / "import-bare.sqlite"));
    TRY(fill_only(place));
    auto const bare = TRY(replay_on_sqlite(recording, place.substr(7)));
    print_import("SQLite", "bare SQLite", options.imported, ours, bare);
    if (!options.postgres.empty())
        TRY(measure_postgres(options, recording));
    return Done {};
}

} // namespace rtkeren::bench
