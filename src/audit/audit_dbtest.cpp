#include "audit/audit.hpp"
#include "support/database.hpp"

#include <gtest/gtest.h>

#include <array>

namespace rtkeren::audit {
namespace {

struct AuditTest : testing::Test {
    FixedEnv env {Instant::parse("2023-07-03T05:00:00.000Z").value()};
    CityId city {next_city()};
    Made made {city, UserId(env.ulid()), PersonId(env.ulid()), env.now(), RequestId(env.ulid())};

    Result<std::int64_t> add(std::string subject, std::string reason = {})
    {
        Event const event {"spending.record_expense", "expense", std::move(subject), "35.72.03.1002", {{"after", 1000}}, std::move(reason)};
        return db::write(test_database(), city, [&](db::WriteTx& tx) { return append(tx, made, event); });
    }
    Verified verified()
    {
        return db::read(test_database(), [&](db::ReadTx& tx) { return verify(tx, city); }).value();
    }
};

TEST_F(AuditTest, NumbersWithoutGapsAndChains)
{
    EXPECT_EQ(verified().checked, 0);
    EXPECT_EQ(add("A").value(), 1);
    EXPECT_EQ(add("B", "Salah ketik").value(), 2);
    EXPECT_EQ(add("A").value(), 3);
    auto const entries = db::read(test_database(), [&](db::ReadTx& tx) { return of_subject(tx, city, "expense", "A"); }).value();
    ASSERT_EQ(entries.size(), 2U);
    EXPECT_EQ(entries[0].previous_hash, "");
    EXPECT_EQ(entries[1].number, 3);
    EXPECT_EQ(entries[1].made.actor, made.actor);
    EXPECT_EQ(entries[1].summary, R"({"after":1000})");
    auto const all = verified();
    EXPECT_EQ(all.checked, 3);
    EXPECT_FALSE(all.broken.has_value());
    EXPECT_EQ(all.last_hash, entries[1].hash);
}

TEST_F(AuditTest, ARefusedChangeLeavesNoNumberBehind)
{
    ASSERT_TRUE(add("A").ok());
    auto const refused = db::write(test_database(), city, [&](db::WriteTx& tx) -> Result<std::int64_t> {
        TRY(append(tx, made, {"a.b", "expense", "B", "", {}, {}}));
        return Error::invalid("changed.my_mind");
    });
    EXPECT_FALSE(refused.ok());
    EXPECT_EQ(add("C").value(), 2);
}

TEST_F(AuditTest, TellsWhetherSomethingOfAKindWasDoneSince)
{
    constexpr std::array<std::string_view, 2> spending {"ladder.", "spending."}, others {"ladder.", "enterprise."};
    auto const touched = [&](std::int64_t number, std::span<std::string_view const> beginnings) {
        return db::read(test_database(), [&](db::ReadTx& tx) { return touched_since(tx, city, number, beginnings); }).value();
    };
    auto const last = [&] {
        return db::read(test_database(), [&](db::ReadTx& tx) { return newest(tx, city); }).value();
    };
    EXPECT_EQ(last(), 0);
    ASSERT_TRUE(add("A").ok());
    ASSERT_TRUE(add("B").ok());
    EXPECT_EQ(last(), 2);
    EXPECT_TRUE(touched(1, spending));
    EXPECT_FALSE(touched(1, others));
    EXPECT_FALSE(touched(2, spending)) << "nothing after the newest";
}

TEST_F(AuditTest, FindsAForgedEvent)
{
    for (auto const* subject : {"A", "B"})
        ASSERT_TRUE(add(subject).ok());
    auto const forged = db::write(test_database(), city, [&](db::WriteTx& tx) {
        // The tables refuse changes, so a forger can only add what does not fit.
        static constexpr db::WriteQuery<2> insert {"audit.test_forge",
            "INSERT INTO audit_event (city, number, at, actor, person, operation, request, subject_kind, subject, place, summary, reason, previous_hash, hash) "
            "SELECT city, $2, at, actor, person, operation, request, subject_kind, subject, place, summary, reason, hash, hash FROM audit_event WHERE city = $1 AND number = 2"};
        return tx.run(insert, city, std::int64_t {3});
    });
    ASSERT_TRUE(forged.ok()) << forged.error().detail;
    EXPECT_EQ(verified().broken, 3);
    EXPECT_EQ(verified().checked, 2);
}

TEST_F(AuditTest, RefusesToChangeOrRemove)
{
    ASSERT_TRUE(add("A").ok());
    static constexpr db::WriteQuery<1> change {"audit.test_change", "UPDATE audit_event SET reason = 'x' WHERE city = $1"};
    static constexpr db::WriteQuery<1> remove {"audit.test_remove", "DELETE FROM audit_event WHERE city = $1"};
    for (auto const& query : {change, remove}) {
        auto const outcome = db::write(test_database(), city, [&](db::WriteTx& tx) { return tx.run(query, city); });
        ASSERT_FALSE(outcome.ok());
        EXPECT_NE(outcome.error().detail.find("append-only"), std::string::npos) << outcome.error().detail;
    }
    EXPECT_FALSE(verified().broken.has_value());
}

TEST_F(AuditTest, ListsTheNewestFirst)
{
    for (auto const* subject : {"A", "B", "C"})
        ASSERT_TRUE(add(subject, subject[0] == 'B' ? "Nota hilang" : "").ok());
    db::ListCut cut;
    cut.descending = true;
    auto rows = db::read(test_database(), [&](db::ReadTx& tx) { return list(tx, city, cut); }).value();
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[0].integer(0), 3);
    cut.words = {"nota"};
    rows = db::read(test_database(), [&](db::ReadTx& tx) { return list(tx, city, cut); }).value();
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].text(5), "B");
    auto const kinds = db::read(test_database(), [&](db::ReadTx& tx) { return subject_kinds(tx, city); }).value();
    ASSERT_EQ(kinds.size(), 1U);
    EXPECT_EQ(kinds[0], rows[0].text(4));
    EXPECT_TRUE(db::read(test_database(), [&](db::ReadTx& tx) { return subject_kinds(tx, next_city()); }).value().empty());
}

TEST(AuditSql, EveryQueryWorksHere)
{
    tests::expect_all_queries_prepare("audit");
    tests::expect_all_queries_run_at_end("audit");
}

} // namespace
} // namespace rtkeren::audit
