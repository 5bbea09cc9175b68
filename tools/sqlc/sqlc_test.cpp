#include "lexer.hpp"
#include "migrations.hpp"
#include "query.hpp"
#include "sha256.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sqlc {
namespace {

Query parse(std::string const& body) { return parse_query("src/ledger/sql/some_query.sql", "-- What it is for.\n" + body); }

std::string refusal(std::string const& source)
{
    try {
        (void)parse_query("q.sql", source);
    } catch (Refusal const& refusal) {
        return refusal.what();
    }
    return "accepted";
}
std::string refusal_of_body(std::string const& body) { return refusal("-- What it is for.\n" + body); }

TEST(Sqlc, EmitsAReadQueryWithoutComments)
{
    auto query = parse("SELECT a, b -- why\nFROM t\n\n-- only ours\nWHERE c = $1 AND d = '-- $2; not a comment' ;\n");
    EXPECT_EQ(emit_room("ledger", {query}), R"x(// Made by sqlc from src/ledger/sql/*.sql.
#pragma once

#include "db/db.hpp"

namespace rtkeren::ledger::sql {

/// What it is for.
inline constexpr db::ReadQuery<1> some_query {"ledger.some_query", R"sql(SELECT a, b
FROM t
WHERE c = $1 AND d = '-- $2; not a comment')sql"};

inline constexpr db::QueryInfo all[] {
    {"ledger.some_query", some_query.text, 1, false},
};
inline bool const registered = db::register_queries(all);

} // namespace rtkeren::ledger::sql
)x");
}

TEST(Sqlc, KnowsTheKindByTheStatement)
{
    EXPECT_EQ(parse("SELECT 1").kind, Query::Kind::Read);
    EXPECT_EQ(parse("VALUES ($1)").kind, Query::Kind::Read);
    EXPECT_EQ(parse("with x as (select 1 as one) select one from x").kind, Query::Kind::Read);
    EXPECT_EQ(parse("WITH x AS (SELECT 1 AS one) INSERT INTO t (a) SELECT one FROM x").kind, Query::Kind::Write);
    EXPECT_EQ(parse("INSERT INTO t (a) VALUES ($1)").kind, Query::Kind::Write);
    EXPECT_EQ(parse("UPDATE t SET a = $1").kind, Query::Kind::Write);
    EXPECT_EQ(parse("DELETE FROM t").kind, Query::Kind::Write);
}

TEST(Sqlc, CountsAParameterOnce)
{
    EXPECT_EQ(parse("SELECT a FROM t WHERE b = $1 OR c = $1 OR d = $2").parameters, 2);
    EXPECT_EQ(parse("SELECT a FROM t WHERE b = '$7'").parameters, 0);
}

TEST(Sqlc, RepeatsTheTupleOfRows)
{
    auto query = parse("INSERT INTO t (a, b, c)\nVALUES\n-- @rows\n($1, CAST($2 AS TEXT), ')')\nON CONFLICT DO NOTHING");
    EXPECT_EQ(query.kind, Query::Kind::Rows);
    EXPECT_EQ(query.parameters, 2);
    EXPECT_EQ(query.text, "INSERT INTO t (a, b, c)\nVALUES\n($1, CAST($2 AS TEXT), ')')\nON CONFLICT DO NOTHING");
    EXPECT_THAT(query.text_10, testing::HasSubstr("')'), ($3, CAST($4 AS TEXT), ')'), ($5,"));
    EXPECT_THAT(query.text_10, testing::EndsWith("($19, CAST($20 AS TEXT), ')')\nON CONFLICT DO NOTHING"));
    EXPECT_THAT(query.text_100, testing::HasSubstr("($199, CAST($200 AS TEXT), ')')"));
}

TEST(Sqlc, ReadsManyTuplesAtOnce)
{
    auto query = parse("SELECT t.a FROM (VALUES\n-- @rows\n($1, $2)\n) AS w JOIN t ON t.a = w.column1 AND t.b = w.column2");
    EXPECT_EQ(query.kind, Query::Kind::ReadRows);
    EXPECT_THAT(query.text_10, testing::HasSubstr("($1, $2), ($3, $4), "));
    EXPECT_THAT(query.text_10, testing::EndsWith("($19, $20)\n) AS w JOIN t ON t.a = w.column1 AND t.b = w.column2"));
    EXPECT_THAT(emit_room("planning", {query}), testing::HasSubstr("inline constexpr db::ReadRows<2> "));
    EXPECT_THAT(emit_room("planning", {query}), testing::HasSubstr(".text_1, 2, false}"));
}

TEST(Sqlc, ReadsTheColumnsOfAList)
{
    auto query = parse_query("q.sql", "-- Lists purses.\n-- @list\nWITH x AS (SELECT 1 AS one) SELECT p.id, name, (SELECT max(a, b) FROM y) AS total, 'a, b' AS search\nFROM x");
    EXPECT_EQ(query.kind, Query::Kind::List);
    EXPECT_THAT(query.columns, testing::ElementsAre("id", "name", "total", "search"));
    auto text = emit_room("planning", {query});
    EXPECT_THAT(text, testing::HasSubstr("inline constexpr std::string_view q_columns[] {\"id\", \"name\", \"total\", \"search\"};"));
    EXPECT_THAT(text, testing::HasSubstr(", q_columns};"));
}

TEST(Sqlc, RefusesWithFileAndLine)
{
    EXPECT_EQ(refusal("SELECT 1"), "q.sql:1: the first line is a comment that says what the query is for");
    EXPECT_EQ(refusal("-- For.\n"), "q.sql:1: there is no statement");
    EXPECT_EQ(refusal_of_body("SELECT a\nFROM t WHERE b = $1\nAND c = $3"), "q.sql:4: $2 is missing");
    EXPECT_EQ(refusal_of_body("SELECT 1;\nSELECT 2"), "q.sql:3: one statement a file");
    EXPECT_EQ(refusal_of_body("DROP TABLE t"), "q.sql:2: a query starts with SELECT, WITH, VALUES, INSERT, UPDATE or DELETE, not with DROP");
    EXPECT_EQ(refusal_of_body("SELECT (1"), "q.sql:2: a parenthesis is not closed");
    EXPECT_EQ(refusal_of_body("SELECT 'a"), "q.sql:2: a quote is not closed");
}

TEST(Sqlc, RefusesWhatMeansDifferentThingsOnTheTwoDatabases)
{
    for (auto const* body : {"SELECT * FROM t", "SELECT t.* FROM t", "SELECT a, * FROM t", "DELETE FROM t RETURNING *", "SELECT now()", "SELECT random ( )",
             "SELECT CURRENT_DATE", "SELECT greatest(a, b) FROM t", "SELECT string_agg(a, ',') FROM t", "SELECT a FROM t FOR UPDATE", "SELECT $1::text",
             "SELECT a FROM t WHERE b = ?", "SELECT a FROM t WHERE b = :b", "SELECT /* x */ 1", "SELECT a FROM t WHERE b ILIKE $1"})
        EXPECT_NE(refusal_of_body(body), "accepted") << body;
    for (auto const* body : {"SELECT count(*) FROM t", "SELECT a * b FROM t", "SELECT now FROM t", "SELECT 'now()' AS x FROM t", "SELECT \"random\" FROM t"})
        EXPECT_EQ(refusal_of_body(body), "accepted") << body;
}

TEST(Sqlc, RefusesListsAndRowsThatCannotWork)
{
    EXPECT_NE(refusal("-- For.\n-- @list\nSELECT name FROM t"), "accepted"); // no id
    EXPECT_NE(refusal("-- For.\n-- @list\nSELECT id, a + b FROM t"), "accepted");
    EXPECT_NE(refusal("-- For.\n-- @list\nSELECT id, a AS id FROM t"), "accepted");
    EXPECT_NE(refusal("-- For.\n-- More.\n-- @list\nSELECT id FROM t"), "accepted");
    EXPECT_NE(refusal("-- For.\n-- @lists\nSELECT id FROM t"), "accepted");
    EXPECT_NE(refusal_of_body("INSERT INTO t (a) VALUES\n-- @rows\n($1) ON CONFLICT DO UPDATE SET a = $2"), "accepted");
    EXPECT_NE(refusal_of_body("INSERT INTO t (a)\n-- @rows\nVALUES ($1)"), "accepted");
}

std::string migration_refusal(std::vector<std::pair<std::string, std::string>> files)
{
    try {
        (void)emit_migrations(std::move(files));
    } catch (Refusal const& refusal) {
        return refusal.what();
    }
    return "accepted";
}

TEST(Migrations, AreSortedAndHashed)
{
    auto text = emit_migrations({{"a/0002_ledger_entries.sql", "two"}, {"b/0001_db_request.sql", "abc"}});
    EXPECT_LT(text.find("0001_db_request"), text.find("0002_ledger_entries"));
    EXPECT_THAT(text, testing::HasSubstr("{1, \"0001_db_request\", R\"sql(abc)sql\", \"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\"}"));
}

TEST(Migrations, AreRefusedWithTheFile)
{
    EXPECT_EQ(migration_refusal({{"0001_db_a.sql", ""}, {"0001_ledger_b.sql", ""}}), "0001_ledger_b.sql:1: number 1 is used twice");
    EXPECT_EQ(migration_refusal({{"1_db.sql", ""}}), "1_db.sql:1: a migration is named NNNN_<room>_<what>.sql");
    EXPECT_EQ(migration_refusal({{"0001_db_a.sql", "CREATE TABLE a (\n b @integer)"}}), "0001_db_a.sql:2: unknown token @integer");
    EXPECT_EQ(migration_refusal({{"0001_db_a.sql", "-- @only mysql\n"}}), "0001_db_a.sql:1: a block is `-- @only sqlite` or `-- @only postgres`, then `-- @end`");
    EXPECT_EQ(migration_refusal({{"0001_db_a.sql", "-- an @integer\nCREATE TABLE a (b @int CHECK (b <> '@c')) @strict;\n-- @only sqlite\n-- @end\n"}}), "accepted");
}

TEST(Sha256, KnowsThePublishedVectors)
{
    EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"), "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    EXPECT_EQ(sha256_hex(std::string(1'000'000, 'a')), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

} // namespace
} // namespace sqlc
