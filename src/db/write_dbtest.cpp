#include "db/test_schema.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <map>
#include <thread>

namespace rtkeren::db {
namespace {

template<class Work>
Result<void> do_write(CityId city, Work const& work)
{
    return write(thing_database(), city, work);
}
std::int64_t amount_of(CityId city, std::uint64_t n)
{
    auto row = read(thing_database(), [&](ReadTx& tx) { return tx.one("none", thing_by_id, city, nth(n)); });
    return row.ok() ? row->integer(2) : -1;
}
Result<void> add_one(WriteTx& tx, CityId city, std::uint64_t n)
{
    auto row = TRY(tx.one("thing.not_found", thing_by_id, city, nth(n)));
    TRY(tx.run(set_amount, city, nth(n), row.integer(2) + 1));
    return Done {};
}

TEST(Write, ARefusalChangesNothing)
{
    auto const city = next_city();
    auto refused = do_write(city, [&](WriteTx& tx) -> Result<void> {
        TRY(add_thing(tx, city, 1));
        return Error::conflict("thing.refused");
    });
    EXPECT_EQ(code_of(refused), "thing.refused");
    EXPECT_EQ(things_of(city), 0);
}

TEST(Write, AnExceptionBecomesOurErrorAndChangesNothing)
{
    auto const city = next_city();
    auto thrown = do_write(city, [&](WriteTx& tx) -> Result<void> {
        TRY(add_thing(tx, city, 1));
        throw CorruptRow("column 3");
    });
    EXPECT_EQ(code_of(thrown), "db.corrupt_row");
    EXPECT_EQ(things_of(city), 0);
    EXPECT_EQ(code_of(do_write(city, [](WriteTx&) -> Result<void> { throw std::out_of_range("x"); })), "db.exception");
}

TEST(Write, AnErrorThatTheWorkSwallowedIsNotCommitted)
{
    auto const city = next_city();
    auto swallowed = do_write(city, [&](WriteTx& tx) -> Result<void> {
        TRY(add_thing(tx, city, 1));
        (void)add_thing(tx, city, 1);
        return Done {};
    });
    EXPECT_EQ(code_of(swallowed), "db.unique");
    EXPECT_EQ(things_of(city), 0);
}

TEST(Write, OpensNoTransactionInsideItself)
{
    auto const city = next_city();
    auto nested = do_write(city, [&](WriteTx&) -> Result<void> { return do_write(city, [](WriteTx&) -> Result<void> { return Done {}; }); });
    EXPECT_EQ(code_of(nested), "db.nested_transaction");
    auto reading = do_write(city, [&](WriteTx&) -> Result<void> { return read(thing_database(), [](ReadTx&) -> Result<void> { return Done {}; }); });
    EXPECT_EQ(code_of(reading), "db.nested_transaction");
}

TEST(Write, SixteenThreadsLoseNoIncrement)
{
    auto const city = next_city();
    ASSERT_TRUE(do_write(city, [&](WriteTx& tx) -> Result<void> {
        TRY(add_thing(tx, city, 1));
        return Done {};
    }).ok());
    std::atomic<int> failed {0};
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 16; ++i)
            threads.emplace_back([&] {
                for (int k = 0; k < 50; ++k)
                    failed += do_write(city, [&](WriteTx& tx) { return add_one(tx, city, 1); }).ok() ? 0 : 1;
            });
    }
    EXPECT_EQ(failed, 0);
    EXPECT_EQ(amount_of(city, 1), 800);
}

TEST(Write, RandomSequencesWithRefusalsEqualAMap)
{
    rc::check("database equals model", [] {
        auto const city = next_city();
        std::map<std::uint64_t, std::int64_t> model;
        auto const count = *rc::gen::inRange(1, 12);
        for (int i = 0; i < count; ++i) {
            auto const id = std::uint64_t(*rc::gen::inRange(1, 5));
            auto const amount = std::int64_t {*rc::gen::inRange(-2, 9)};
            auto const is_refused = *rc::gen::inRange(0, 4) == 0;
            auto outcome = do_write(city, [&](WriteTx& tx) -> Result<void> {
                auto changed = TRY(tx.run(set_amount, city, nth(id), amount));
                if (changed.rows == 0)
                    TRY(add_thing(tx, city, id, "thing", amount));
                if (is_refused)
                    return Error::conflict("thing.refused");
                return Done {};
            });
            RC_ASSERT(outcome.ok() == (amount >= 0 && !is_refused));
            if (outcome.ok())
                model[id] = amount;
        }
        RC_ASSERT(things_of(city) == std::int64_t(model.size()));
        for (auto const& [id, amount] : model)
            RC_ASSERT(amount_of(city, id) == amount);
    });
}

TEST(Write, ALostConnectionIsOpenedAnewAndTheWorkRunsAgain)
{
    auto& database = thing_database();
    auto const city = next_city();
    if (database.dialect() == Dialect::Sqlite)
        GTEST_SKIP() << "SQLite has no connection to lose";
    database.inject_fault(Database::Fault::IoError, 0);
    int runs = 0;
    auto outcome = do_write(city, [&](WriteTx& tx) -> Result<void> {
        ++runs;
        TRY(add_thing(tx, city, 1));
        return Done {};
    });
    EXPECT_EQ(code_of(outcome), "ok");
    EXPECT_EQ(runs, 2);
    for (int i = 0; i < 3; ++i)
        database.inject_fault(Database::Fault::IoError, i);
    EXPECT_EQ(code_of(do_write(city, [&](WriteTx& tx) -> Result<void> {
        TRY(add_thing(tx, city, 2));
        return Done {};
    })),
        "environment.database_down");
    EXPECT_EQ(things_of(city), 1);
}

} // namespace
} // namespace rtkeren::db
