#include "db/sqlite_writer.hpp"
#include "db/test_schema.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <csignal>
#include <latch>
#include <sys/resource.h>
#include <thread>

/// Group commit of SQLite: what happens to the neighbours when one operation of a batch ends the transaction.
namespace rtkeren::db {
namespace {

class Batch : public testing::Test {
protected:
    void SetUp() override
    {
        if (thing_database().dialect() != Dialect::Sqlite)
            GTEST_SKIP() << "PostgreSQL commits each write alone";
        auto opened = Database::open(tests::fresh_database_url());
        ASSERT_TRUE(opened.ok());
        m_database = std::move(opened).value();
        ASSERT_TRUE(m_database->migrate(thing_migrations).ok());
    }

    Result<void> add(std::uint64_t n, std::int64_t amount = 0)
    {
        return write(*m_database, city, [&](WriteTx& tx) -> Result<void> {
            TRY(add_thing(tx, city, n, "thing", amount));
            return Done {};
        });
    }
    /// Holds the writer with one operation until `count` further ones wait, so that those form one batch in the order of their numbers 1…count.
    std::vector<std::string> as_one_batch(std::size_t count, std::function<Result<void>(std::uint64_t)> const& operation)
    {
        std::latch is_held {1};
        std::latch may_go {1};
        std::vector<std::string> codes(count);
        std::jthread holder([&] {
            auto held = write(*m_database, city, [&](WriteTx&) -> Result<void> {
                is_held.count_down();
                may_go.wait();
                return Done {};
            });
            EXPECT_TRUE(held.ok());
        });
        is_held.wait();
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < count; ++i) {
            threads.emplace_back([&, i] { codes[i] = code_of(operation(i + 1)); });
            while (m_database->waiting() < i + 1)
                std::this_thread::yield();
        }
        if (m_when_full)
            m_when_full();
        may_go.count_down();
        threads.clear();
        return codes;
    }
    std::vector<std::string> stored()
    {
        constexpr ReadQuery<1> codes {"test.codes", "SELECT code FROM thing WHERE city = $1 ORDER BY id"};
        auto rows = read(*m_database, [&](ReadTx& tx) { return tx.run(codes, city); });
        std::vector<std::string> out;
        for (auto const& row : rows.ok() ? *rows : Rows {})
            out.push_back(row.text(0));
        return out;
    }
    CityId city {3572};
    std::unique_ptr<Database> m_database;
    std::function<void()> m_when_full; // runs when all of a batch wait
};
using Codes = std::vector<std::string>;

TEST_F(Batch, ARefusalInTheMiddleLeavesTheOthers)
{
    auto codes = as_one_batch(5, [&](std::uint64_t n) { return add(n, n == 3 ? -1 : 1); });
    EXPECT_EQ(codes, (Codes {"ok", "ok", "db.check", "ok", "ok"}));
    EXPECT_EQ(stored(), (Codes {"C1", "C2", "C4", "C5"}));
}

TEST_F(Batch, RefusalsInOneBatchAfterAnotherStayWithTheirOperations)
{
    std::size_t kept = 0;
    for (std::uint64_t refused : {1u, 0u, 5u, 2u, 0u, 0u, 3u}) { // 0: none in this batch
        auto const first = 10 * kept;
        auto codes = as_one_batch(5, [&](std::uint64_t n) { return add(first + n, n == refused ? -1 : 1); });
        for (std::uint64_t n = 1; n <= 5; ++n)
            EXPECT_EQ(codes[n - 1], n == refused ? "db.check" : "ok");
        kept += refused == 0 ? 5 : 4;
        EXPECT_EQ(stored().size(), kept);
    }
}

TEST_F(Batch, AFaultThatPassesCostsNobodyAnything)
{
    for (auto fault : {Database::Fault::Full, Database::Fault::IoError}) {
        auto const first = fault == Database::Fault::Full ? 0u : 10u;
        m_database->inject_fault(fault, 3); // the holder, 1, 2, then the third
        auto codes = as_one_batch(5, [&](std::uint64_t n) { return add(first + n); });
        EXPECT_EQ(codes, (Codes {"ok", "ok", "ok", "ok", "ok"}));
    }
    EXPECT_EQ(stored().size(), 10u);
}

TEST_F(Batch, AFaultThatStaysHitsOnlyItsOwnOperation)
{
    for (auto fault : {Database::Fault::Full, Database::Fault::IoError}) {
        auto const first = fault == Database::Fault::Full ? 0u : 10u;
        m_database->inject_fault(fault, 3);
        m_database->inject_fault(fault, 6); // and 1, 2 and the third once more, alone
        auto codes = as_one_batch(5, [&](std::uint64_t n) { return add(first + n); });
        EXPECT_EQ(codes, (Codes {"ok", "ok", fault == Database::Fault::Full ? "db.full" : "db.io", "ok", "ok"}));
    }
    EXPECT_EQ(stored(), (Codes {"C1", "C2", "C4", "C5", "C11", "C12", "C14", "C15"}));
}

/// A real one: no file of this process may grow any more, so the log cannot take the batch.
class SmallFiles {
public:
    SmallFiles()
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        auto small = m_before;
        small.rlim_cur = 4096;
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallFiles() { setrlimit(RLIMIT_FSIZE, &m_before); }
    SmallFiles(SmallFiles const&) = delete;
    SmallFiles& operator=(SmallFiles const&) = delete;

private:
    rlimit m_before {};
};

TEST_F(Batch, AnInputOutputErrorAtCommitIsAnsweredToAllAndPasses)
{
    ASSERT_TRUE(add(1).ok());
    Codes codes;
    {
        SmallFiles small;
        codes = as_one_batch(3, [&](std::uint64_t n) { return add(10 + n); });
    }
    EXPECT_EQ(codes, (Codes {"db.io", "db.io", "db.io"}));
    EXPECT_EQ(stored(), (Codes {"C1"}));
    EXPECT_EQ(code_of(add(11)), "ok");
    EXPECT_EQ(stored(), (Codes {"C1", "C11"}));
}

TEST_F(Batch, TheQueueHasAnEnd)
{
    std::string beyond;
    m_when_full = [&] { beyond = code_of(add(1'000)); };
    auto codes = as_one_batch(SqliteWriter::most_waiting, [&](std::uint64_t n) { return add(n); });
    EXPECT_EQ(beyond, "db.queue_full");
    EXPECT_EQ(std::ranges::count(codes, "ok"), std::ptrdiff_t(SqliteWriter::most_waiting));
    EXPECT_EQ(stored().size(), SqliteWriter::most_waiting);
}

} // namespace
} // namespace rtkeren::db
