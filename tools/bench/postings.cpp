#include "books.hpp"
#include "child.hpp"
#include "ledger/check.hpp"
#include "parts.hpp"
#include "report.hpp"

#include <fstream>

namespace rtkeren::bench {

namespace {

constexpr int balance_runs = 200;

Result<double> seconds_of_balance(db::Database& database)
{
    std::vector<double> runs;
    for (int i = 0; i < balance_runs; ++i) {
        Stopwatch const watch;
        auto const places = TRY(db::read(database, [](db::ReadTx& tx) { return ledger::place_balances(tx, books_city, books_year); }));
        runs.push_back(watch.seconds());
        CHECK(places.size() == 42);
    }
    return percentile(runs, 0.5);
}

Result<double> seconds_of_check(db::Database& database)
{
    Stopwatch const watch;
    auto const report = TRY(db::read(database, [](db::ReadTx& tx) { return ledger::check(tx, books_city); }));
    CHECK(report.ok());
    return watch.seconds();
}

Result<std::string> journal_of(db::Database& database, std::filesystem::path const& path)
{
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    TRY(db::read(database, [&](db::ReadTx& tx) { return ledger::write_journal(tx, books_city, out); }));
    return path.string();
}

} // namespace

Result<void> measure_postings(Options const& options)
{
    auto const path = options.work / "postings.sqlite";
    for (auto const* suffix : {"", "-wal", "-shm"})
        std::filesystem::remove(path.string() + suffix);
    auto database = TRY(db::Database::open("sqlite:" + path.string()));
    TRY(database->migrate(db::all_migrations()));
    auto books = TRY(Books::make(*database));
    say("posting " + count(static_cast<double>(options.postings)) + " lines");
    TRY(books.post(*database, options.postings / lines_per_expense, 5000));
    auto const balance = TRY(seconds_of_balance(*database));
    auto const check = TRY(seconds_of_check(*database));
    say("writing the journal");
    auto const journal = TRY(journal_of(*database, options.work / "postings.journal"));
    auto const what = " with " + count(static_cast<double>(options.postings)) + " postings";
    for (std::string const& other : {std::string("ledger"), std::string("hledger")}) {
        say(other + " reads the journal");
        auto const ended = TRY(run_to_end({other, "-f", journal, "bal"}));
        auto const name = "`" + other + " bal`: " + duration(ended.seconds) + ", " + count(ended.megabytes) + " MB" + (ended.is_well ? "" : " (failed)");
        print({"balance of the city by kelurahan and stage" + what, duration(balance), name, count(ended.seconds / balance) + " times as fast", "under 5 ms", balance < 0.005});
        print({"`check`" + what, duration(check), name, decimal(ended.seconds / check, 1) + " times as fast", "2 s", check <= 2});
    }
    return Done {};
}

} // namespace rtkeren::bench
