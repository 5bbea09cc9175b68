#include "db/test_schema.hpp"

#include <gtest/gtest.h>

#include <thread>

/// What one SQL text may use: each line of the portable subset, run on the database of this program.
namespace rtkeren::db {
namespace {

/// Runs the statement in a write of its own.
template<int N, class... Args>
Result<Rows> wrote(CityId city, char const* name, char const* text, Args const&... args)
{
    return write(thing_database(), city, [&](WriteTx& tx) -> Result<Rows> { return tx.returning(WriteQuery<N> {name, text}, args...); });
}
template<int N, class... Args>
Rows rows_of(char const* name, char const* text, Args const&... args)
{
    auto rows = read(thing_database(), [&](ReadTx& tx) { return tx.run(ReadQuery<N> {name, text}, args...); });
    EXPECT_TRUE(rows.ok()) << (rows.ok() ? "" : rows.error().detail);
    return rows.ok() ? std::move(rows).value() : Rows {};
}
CityId city_with_things(int count)
{
    auto const city = next_city();
    auto written = write(thing_database(), city, [&](WriteTx& tx) -> Result<void> {
        for (int n = 1; n <= count; ++n)
            TRY(add_thing(tx, city, std::uint64_t(n), "thing " + std::to_string(n), n * 10));
        return Done {};
    });
    EXPECT_TRUE(written.ok()) << (written.ok() ? "" : written.error().detail);
    return city;
}

TEST(Portable, AValueComesBackAsItWasWritten)
{
    auto const city = next_city();
    auto written = write(thing_database(), city, [&](WriteTx& tx) {
        return tx.run(insert_thing, city, nth(7), "Bu Sri's \"Dapur\"; --", "35.72", Rupiah::checked(Rupiah::limit), Date::from_days(19'000), true,
            std::optional<std::string> {});
    });
    ASSERT_TRUE(written.ok()) << written.error().detail;
    EXPECT_EQ(written->rows, 1);
    auto row = read(thing_database(), [&](ReadTx& tx) { return tx.one("thing.not_found", thing_by_id, city, nth(7)); });
    ASSERT_TRUE(row.ok()) << row.error().detail;
    EXPECT_EQ(row->ulid(0), nth(7));
    EXPECT_EQ(row->text(1), "Bu Sri's \"Dapur\"; --");
    EXPECT_EQ(row->rupiah(2).value(), Rupiah::limit);
    EXPECT_EQ(row->date(3), Date::from_days(19'000));
    EXPECT_TRUE(row->flag(4));
    EXPECT_TRUE(row->is_null(5));
    EXPECT_EQ(row->text_or(5, "-"), "-");
}

TEST(Portable, AMissingRowHasTheCallersCode)
{
    auto row = read(thing_database(), [&](ReadTx& tx) { return tx.one("thing.not_found", thing_by_id, next_city(), nth(7)); });
    ASSERT_FALSE(row.ok());
    EXPECT_EQ(row.error().code, "thing.not_found");
    EXPECT_EQ(row.error().kind, ErrorKind::NotFound);
}

TEST(Portable, ARowThatCannotBeReadIsOurError)
{
    auto const city = city_with_things(1);
    auto odd = read(thing_database(), [&](ReadTx& tx) -> Result<Date> {
        auto row = TRY(tx.one("none", thing_by_id, city, nth(1)));
        return row.date(1);
    });
    ASSERT_FALSE(odd.ok());
    EXPECT_EQ(odd.error().code, "db.corrupt_row");
    EXPECT_EQ(odd.error().kind, ErrorKind::Internal);
}

TEST(Portable, AnAbsentParameterIsCast)
{
    auto const city = city_with_things(3);
    constexpr auto text = "SELECT count(*) FROM thing WHERE city = $1 AND (CAST($2 AS TEXT) IS NULL OR name = $2)";
    EXPECT_EQ(rows_of<2>("test.maybe_name", text, city, std::nullopt)[0].integer(0), 3);
    EXPECT_EQ(rows_of<2>("test.maybe_name", text, city, std::optional<std::string>("thing 2"))[0].integer(0), 1);
}

TEST(Portable, BooleansAndDatesCompare)
{
    auto const city = city_with_things(4);
    EXPECT_EQ(rows_of<1>("test.flagged", "SELECT count(*) FROM thing WHERE city = $1 AND flagged", city)[0].integer(0), 2);
    EXPECT_EQ(rows_of<1>("test.flagged_true", "SELECT count(*) FROM thing WHERE city = $1 AND flagged = TRUE", city)[0].integer(0), 2);
    EXPECT_EQ(rows_of<2>("test.flagged_is", "SELECT count(*) FROM thing WHERE city = $1 AND flagged = $2", city, false)[0].integer(0), 2);
    EXPECT_EQ(rows_of<2>("test.day", "SELECT count(*) FROM thing WHERE city = $1 AND day < $2", city, Date::from_days(3))[0].integer(0), 2);
    EXPECT_EQ(rows_of<1>("test.literal_day", "SELECT count(*) FROM thing WHERE city = $1 AND day < '1970-01-04'", city)[0].integer(0), 2);
    EXPECT_TRUE(rows_of<1>("test.shown", "SELECT flagged AND amount > 5 FROM thing WHERE city = $1 ORDER BY id DESC LIMIT 1", city)[0].flag(0));
}

TEST(Portable, SumsAreWholeAndEmptyOnesAreZeroRupiah)
{
    auto const city = city_with_things(3);
    constexpr auto text = "SELECT sum(amount), max(day), -7 / 2, -7 % 2 FROM thing WHERE city = $1";
    auto some = rows_of<1>("test.sum", text, city);
    EXPECT_EQ(some[0].rupiah(0).value(), 60);
    EXPECT_EQ(some[0].date(1), Date::from_days(3));
    EXPECT_EQ(some[0].integer(2), -3);
    EXPECT_EQ(some[0].integer(3), -1);
    EXPECT_EQ(rows_of<1>("test.sum", text, next_city())[0].rupiah(0).value(), 0);
}

TEST(Portable, UpsertReturningAndUpdateFrom)
{
    auto const city = city_with_things(2);
    constexpr auto upsert = "INSERT INTO part (city, thing, number) VALUES ($1, $2, $3) ON CONFLICT (city, thing, number) DO NOTHING RETURNING number";
    EXPECT_EQ(wrote<3>(city, "test.upsert", upsert, city, nth(1), 5)->size(), 1u);
    EXPECT_EQ(wrote<3>(city, "test.upsert", upsert, city, nth(1), 5)->size(), 0u);
    constexpr auto add = "INSERT INTO thing (city, id, name, code, amount, flagged) VALUES ($1, $2, 'x', 'y', $3, FALSE)"
                         " ON CONFLICT (city, id) DO UPDATE SET amount = thing.amount + excluded.amount RETURNING amount";
    EXPECT_EQ(wrote<3>(city, "test.add", add, city, nth(1), 7)->at(0).integer(0), 17);
    constexpr auto from = "UPDATE thing SET amount = p.number FROM part p WHERE p.city = thing.city AND p.thing = thing.id AND thing.city = $1 RETURNING amount";
    EXPECT_EQ(wrote<1>(city, "test.from", from, city)->at(0).integer(0), 5);
    constexpr auto copied = "INSERT INTO part (city, thing, number) SELECT city, id, 9 FROM thing WHERE city = $1 ON CONFLICT DO NOTHING RETURNING number";
    EXPECT_EQ(wrote<1>(city, "test.copied", copied, city)->size(), 2u);
}

TEST(Portable, WindowsFiltersRecursionAndRowValues)
{
    auto const city = city_with_things(4);
    auto windows = rows_of<1>("test.window",
        "SELECT id, sum(amount) OVER (ORDER BY id), count(*) FILTER (WHERE flagged) OVER () FROM thing WHERE city = $1 ORDER BY id", city);
    EXPECT_EQ(windows[3].integer(1), 100);
    EXPECT_EQ(windows[3].integer(2), 2);
    auto recursion = rows_of<1>("test.recursion", "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $1) SELECT sum(i) FROM n", 10);
    EXPECT_EQ(recursion[0].integer(0), 55);
    auto page = rows_of<4>("test.page", "SELECT id FROM thing WHERE city = $1 AND (amount, id) > ($2, $3) ORDER BY amount, id LIMIT $4", city, 20, nth(2), 1);
    ASSERT_EQ(page.size(), 1u);
    EXPECT_EQ(page[0].ulid(0), nth(3));
}

TEST(Portable, ConstraintsAnswerAlike)
{
    auto const city = city_with_things(2);
    auto insert = [&](std::uint64_t id, char const* code, std::int64_t amount) {
        return wrote<4>(city, "test.insert_plain", "INSERT INTO thing (city, id, name, code, amount, flagged) VALUES ($1, $2, 'x', $3, $4, FALSE)", city, nth(id), code, amount);
    };
    EXPECT_EQ(code_of(insert(1, "other", 1)), "db.unique");
    EXPECT_EQ(code_of(insert(9, "C2", 1)), "db.unique");
    auto negative = insert(9, "other", -1);
    ASSERT_EQ(code_of(negative), "db.check");
    EXPECT_EQ(negative.error().kind, ErrorKind::Invalid);
    EXPECT_EQ(negative.error().detail, "thing_amount");
    EXPECT_EQ(code_of(wrote<1>(city, "test.orphan", "INSERT INTO part (city, thing, number) VALUES ($1, 'nobody', 1)", city)), "db.foreign_key");
    EXPECT_EQ(code_of(wrote<1>(city, "test.null", "UPDATE thing SET name = NULL WHERE city = $1", city)), "db.check");
    ASSERT_TRUE(wrote<1>(city, "test.fixed", "INSERT INTO fixed (city, number) VALUES ($1, 1)", city).ok());
    auto moved = wrote<1>(city, "test.move_fixed", "UPDATE fixed SET number = 2 WHERE city = $1", city);
    ASSERT_EQ(code_of(moved), "db.check");
    EXPECT_EQ(moved.error().detail, "fixed.immutable");
    EXPECT_EQ(things_of(city), 2);
}

TEST(Portable, RowsGoInHundredsTensAndOnes)
{
    constexpr auto one = "INSERT INTO part (city, thing, number) VALUES ($1, $2, $3)";
    auto repeated = [](int times) {
        std::string text = "INSERT INTO part (city, thing, number) VALUES ";
        for (int i = 0; i < times; ++i)
            text += (i ? ", ($" : "($") + std::to_string(3 * i + 1) + ", $" + std::to_string(3 * i + 2) + ", $" + std::to_string(3 * i + 3) + ")";
        return text;
    };
    auto const ten = repeated(10);
    auto const hundred = repeated(100);
    auto const city = city_with_things(1);
    std::vector<std::array<Parameter, 3>> tuples;
    for (int i = 0; i < 234; ++i)
        tuples.push_back({Parameter(city), Parameter(nth(1)), Parameter(i)});
    auto changed = write(thing_database(), city, [&](WriteTx& tx) { return tx.run_rows(WriteRows<3> {"test.parts", one, ten, hundred}, tuples); });
    ASSERT_TRUE(changed.ok()) << changed.error().detail;
    EXPECT_EQ(changed->rows, 234);
    EXPECT_EQ(rows_of<1>("test.count_parts", "SELECT count(*) FROM part WHERE city = $1", city)[0].integer(0), 234);
}

TEST(Portable, AReaderSeesOneMoment)
{
    auto const city = city_with_things(1);
    auto seen = read(thing_database(), [&](ReadTx& tx) -> Result<std::pair<std::int64_t, std::int64_t>> {
        auto before = TRY(tx.one("none", count_things, city));
        std::thread([&] {
            auto added = write(thing_database(), city, [&](WriteTx& other) { return add_thing(other, city, 2); });
            EXPECT_TRUE(added.ok());
        }).join();
        auto after = TRY(tx.one("none", count_things, city));
        return std::pair(before.integer(0), after.integer(0));
    });
    ASSERT_TRUE(seen.ok());
    EXPECT_EQ(seen->first, 1);
    EXPECT_EQ(seen->second, 1);
    EXPECT_EQ(things_of(city), 2);
}

TEST(Queries, EveryOnePreparesAndRuns)
{
    tests::expect_all_queries_prepare("db");
    tests::expect_all_queries_run_at_end("db");
}

} // namespace
} // namespace rtkeren::db
