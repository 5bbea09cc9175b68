#include "operations/drafts.hpp"
#include "secrets/secrets.hpp"
#include "support/database.hpp"

#include <gtest/gtest.h>

namespace rtkeren::operations {
namespace {

struct Ping {
    RequestId id;
};

} // namespace

template<>
struct Fields<Ping> {
    static constexpr auto table() { return std::tuple {field("id", &Ping::id)}; }
};

namespace {

/// Two people whose phones send what cannot be taken.
struct DraftTest : testing::Test {
    FixedEnv env {Instant::parse("2023-07-03T05:00:00.000Z").value()};
    secrets::Keys keys {secrets::Keys::from(env)};
    CityId city {next_city()};
    Services services {.db = test_database(), .env = env, .keys = keys, .city = city, .city_name = "Kota Uji", .evidence_folder = {}};
    UserId siti {UserId(env.ulid())}, budi {UserId(env.ulid())};

    NewDraft refused(RequestId id, std::string amount, Error error)
    {
        return {.id = id, .operation = "test.deposit", .title = "Setoran", .device = "A", .input = {{"id", id.text()}, {"amount", amount}}, .made_at = env.now().plus_seconds(-60), .error = std::move(error)};
    }
    void keep(UserId user, NewDraft const& draft)
    {
        ASSERT_TRUE(db::write(services.db, city, [&](db::WriteTx& tx) { return keep_draft(tx, services, user, draft, env.now()); }).ok());
    }
    void end(UserId user, RequestId id, DraftEnd how)
    {
        ASSERT_TRUE(db::write(services.db, city, [&](db::WriteTx& tx) { return end_draft(tx, city, user, id, how, env.now()); }).ok());
    }
    std::vector<Draft> drafts(UserId user)
    {
        return db::read(services.db, [&](db::ReadTx& tx) { return drafts_of(tx, services, user); }).value();
    }
    Result<Draft> one(UserId user, RequestId id)
    {
        return db::read(services.db, [&](db::ReadTx& tx) { return draft(tx, services, user, id); });
    }
};

TEST_F(DraftTest, BelongsToItsSenderUntilItEnds)
{
    auto const first = RequestId(env.ulid()), second = RequestId(env.ulid());
    keep(siti, refused(first, "seribu", Error::field("amount", "rupiah.format", "seribu")));
    env.advance_seconds(1);
    keep(siti, refused(second, "5", Error::conflict("deposit.differs", {{"was", "7"}})));
    auto const waiting = drafts(siti);
    ASSERT_EQ(waiting.size(), 2U);
    EXPECT_EQ(waiting.front().id, second) << "the newest first";
    EXPECT_TRUE(waiting.front().conflict);
    EXPECT_EQ(waiting.front().error.arguments, (Arguments {{"was", "7"}}));
    EXPECT_FALSE(waiting.back().conflict);
    EXPECT_EQ(waiting.back().error.fields.front().code, "rupiah.format");
    EXPECT_EQ(waiting.back().made_at, waiting.back().received_at.plus_seconds(-60));
    EXPECT_TRUE(drafts(budi).empty());
    EXPECT_EQ(one(budi, first).error().code, "operation.no_draft");
    end(budi, first, DraftEnd::Dropped);
    ASSERT_TRUE(one(siti, first).ok()) << "another ends nothing";
    EXPECT_EQ(one(siti, first)->input.at("amount").as_string(), "seribu");
    end(siti, first, DraftEnd::Done);
    EXPECT_EQ(one(siti, first).error().code, "operation.no_draft");
    auto const open = db::read(services.db, [&](db::ReadTx& tx) { return open_drafts(tx, city, siti); }).value();
    EXPECT_EQ(open, std::vector {second});
}

TEST_F(DraftTest, RefusedAgainTheNewestRefusalStands)
{
    auto const id = RequestId(env.ulid());
    keep(siti, refused(id, "seribu", Error::invalid("deposit.odd")));
    end(siti, id, DraftEnd::Dropped);
    keep(siti, refused(id, "7", Error::conflict("deposit.differs")));
    auto const waiting = drafts(siti);
    ASSERT_EQ(waiting.size(), 1U) << "one row an id, open again";
    EXPECT_EQ(waiting.front().error.code, "deposit.differs");
    EXPECT_EQ(waiting.front().input.at("amount").as_string(), "7");
    keep(budi, refused(id, "9", Error::invalid("deposit.odd")));
    EXPECT_EQ(drafts(siti).front().input.at("amount").as_string(), "7") << "the same id of another person is another draft";
}

TEST_F(DraftTest, OnlyRequestsThatWereAnsweredAreKnown)
{
    auto const id = RequestId(env.ulid()), other = RequestId(env.ulid());
    std::vector const both {id, other};
    Actor const actor {.city = city, .user = siti, .person = {}, .name = "Siti"};
    auto const ping = make<Ping>("test.ping", "", "Answers", [](db::WriteTx&, Context&, Ping const&) -> Result<Answer> { return Answer {"1", "/", "test.pinged"}; });
    ASSERT_TRUE(run(services, actor, ping, {{"id", id.text()}}).ok());
    auto const known = db::read(services.db, [&](db::ReadTx& tx) { return answered(tx, city, both); });
    ASSERT_TRUE(known.ok());
    EXPECT_EQ(*known, std::vector {id});
}

} // namespace
} // namespace rtkeren::operations
