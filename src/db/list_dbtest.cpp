#include "db/test_schema.hpp"

#include <gtest/gtest.h>

namespace rtkeren::db {
namespace {

constexpr std::string_view thing_columns[] {"id", "name", "amount", "day", "note", "double_amount", "search"};
constexpr ListQuery<1> things {"test.things",
    "SELECT id, name, amount, day, note, CASE WHEN amount = 0 THEN NULL ELSE amount * 2 END AS double_amount, name || ' ' || code AS search FROM thing WHERE city = $1",
    thing_columns};

/// Nine things: amounts 0, 0, 10, 10, 20, 20, 30, 30, 40; three have a note; names that try the search.
CityId list_city()
{
    static CityId const city = [] {
        auto const fresh = next_city();
        auto written = write(thing_database(), fresh, [&](WriteTx& tx) -> Result<void> {
            char const* const names[] {"kue 100%", "kue_kering", "kue kering", "100 batik", "tas", "9", "10", "", "keripik"};
            for (std::uint64_t n = 0; n < 9; ++n)
                TRY(add_thing(tx, fresh, n + 1, names[n], std::int64_t(n / 2 * 10), n % 3 == 0 ? std::optional<std::string>("note") : std::nullopt));
            return Done {};
        });
        EXPECT_TRUE(written.ok());
        return fresh;
    }();
    return city;
}

Result<Rows> listed(ListCut const& cut)
{
    return read(thing_database(), [&](ReadTx& tx) { return tx.list(things, cut, list_city()); });
}
std::vector<std::string> names_of(ListCut const& cut)
{
    auto rows = listed(cut);
    EXPECT_TRUE(rows.ok()) << (rows.ok() ? "" : rows.error().detail);
    std::vector<std::string> names;
    for (auto const& row : rows.ok() ? *rows : Rows {})
        names.push_back(row.text(1));
    return names;
}
std::string refusal_of(ListCut const& cut)
{
    auto rows = listed(cut);
    return rows.ok() ? "accepted" : rows.error().code;
}

/// Every id in the order of pages of two.
std::vector<std::string> paged(std::string const& sort, bool descending)
{
    std::vector<std::string> ids;
    ListCut cut {.sort = sort, .descending = descending, .after = {}, .limit = 2};
    for (int page = 0; page < 10; ++page) {
        auto rows = listed(cut);
        EXPECT_TRUE(rows.ok()) << (rows.ok() ? "" : rows.error().detail);
        if (!rows.ok())
            break;
        auto const shown = std::min<std::size_t>(rows->size(), 2);
        for (std::size_t i = 0; i < shown; ++i)
            ids.push_back((*rows)[i].text(0));
        if (rows->size() <= 2)
            break;
        cut.after = after_of((*rows)[1], thing_columns, sort);
    }
    return ids;
}

TEST(List, PagesShowEveryRowOnceInTheWholeListsOrder)
{
    for (std::string const sort : {"", "id", "name", "amount", "day", "note", "double_amount"}) {
        for (bool descending : {false, true}) {
            auto whole = listed({.sort = sort, .descending = descending, .limit = 50});
            ASSERT_TRUE(whole.ok()) << whole.error().detail;
            std::vector<std::string> ids;
            for (auto const& row : *whole)
                ids.push_back(row.text(0));
            EXPECT_EQ(ids.size(), 9u);
            EXPECT_EQ(paged(sort, descending), ids) << sort << (descending ? " descending" : "");
        }
    }
}

TEST(List, NothingKnownComesLastInBothDirections)
{
    for (bool descending : {false, true}) {
        auto rows = listed({.sort = "note", .descending = descending});
        ASSERT_TRUE(rows.ok());
        EXPECT_FALSE((*rows)[2].is_null(4));
        EXPECT_TRUE((*rows)[3].is_null(4));
    }
}

TEST(List, GivesOneMoreThanTheLimitWhenThereIsMore)
{
    EXPECT_EQ(names_of({.limit = 3}).size(), 4u);
    EXPECT_EQ(names_of({.limit = 9}).size(), 9u);
}

TEST(List, FiltersByTextOfTheColumn)
{
    EXPECT_EQ(names_of({.equals = {{"amount", "40"}}}), (std::vector<std::string> {"keripik"}));
    EXPECT_EQ(names_of({.equals = {{"amount", "10"}, {"name", "100 batik"}}}).size(), 1u);
    EXPECT_EQ(names_of({.equals = {{"day", "1970-01-03"}}}), (std::vector<std::string> {"kue_kering"}));
    EXPECT_EQ(names_of({.equals = {{"amount", "x' OR '1'='1"}}}).size(), 0u);
}

TEST(List, SearchTakesEveryWordAndNoPattern)
{
    EXPECT_EQ(names_of({.words = {"KUE"}}).size(), 3u);
    EXPECT_EQ(names_of({.words = {"%"}}), (std::vector<std::string> {"kue 100%"}));
    EXPECT_EQ(names_of({.words = {"_"}}), (std::vector<std::string> {"kue_kering"}));
    EXPECT_EQ(names_of({.words = {"100"}}).size(), 2u);
    EXPECT_EQ(names_of({.words = {"100", "batik"}}), (std::vector<std::string> {"100 batik"}));
    EXPECT_EQ(names_of({.words = {"\\"}}).size(), 0u);
}

TEST(List, RefusesColumnsThatItDoesNotHave)
{
    EXPECT_EQ(refusal_of({.equals = {{"password", "x"}}}), "list.column");
    EXPECT_EQ(refusal_of({.sort = "name; DROP TABLE thing"}), "list.column");
    EXPECT_EQ(refusal_of({.after = {"a", "b", "c"}}), "list.after");
}

TEST(List, APlaceThatNobodyMadeIsRefusedOrFindsNothingOfHarm)
{
    auto const code = refusal_of({.sort = "amount", .after = {"not a number", "x"}});
    EXPECT_TRUE(code == "accepted" || code == "db.value") << code;
    EXPECT_EQ(names_of({}).size(), 9u);
}

} // namespace
} // namespace rtkeren::db
