#include "app/sync.hpp"

#include "app/rooms.hpp"
#include "audit/audit.hpp"
#include "language/language.hpp"
#include "operations/drafts.hpp"
#include "secrets/secrets.hpp"
#include "support/database.hpp"

#include <boost/json/serialize.hpp>
#include <gtest/gtest.h>

#include <algorithm>

namespace rtkeren::app {

/// What a phone might send: a word for a place. "lain" stands for what somebody else changed meanwhile.
struct SyncNote {
    RequestId id;
    Text<1, 20> word;
    Text<0, 60> reason;
};

} // namespace rtkeren::app

namespace rtkeren::operations {

template<> struct Fields<app::SyncNote> {
    static constexpr auto table() { return std::tuple {field("id", &app::SyncNote::id), field("word", &app::SyncNote::word), field("reason", &app::SyncNote::reason)}; }
};

} // namespace rtkeren::operations

namespace rtkeren::app {
namespace {

namespace json = boost::json;

Result<operations::Answer> keep_note(db::WriteTx& tx, operations::Context& context, SyncNote const& input)
{
    if (input.word.str() == "lain" && input.reason.empty())
        return Error::conflict("sync.test_differs", {{"was", "ini"}, {"by", "Budi"}});
    if (input.word.str() == "rusak")
        return Error::internal("sync.test_broken");
    TRY(audit::append(tx, context, {"test.note", "note", input.word.str(), "", {{"made_at", context.made_at ? context.made_at->iso() : ""}}}));
    return operations::Answer {.id = input.word.str(), .href = "/", .message = "sync.too_many", .arguments = {{"limit", input.word.str()}}};
}

struct SyncTest : testing::Test {
    FixedEnv env {Instant::parse("2026-01-05T02:00:00.000Z").value()};
    secrets::Keys keys {secrets::Keys::from(env)};
    CityId city {next_city()};
    Services services {.db = test_database(), .env = env, .keys = keys, .city = city, .city_name = "Kota Uji"};
    operations::Registry registry;
    Actor siti {make_actor("Siti")}, budi {make_actor("Budi")};

    SyncTest()
    {
        static auto const registered = (assemble(), true);
        EXPECT_TRUE(registered);
        registry.add({operations::make<SyncNote>("test.note", "", "Keeps a word", keep_note)});
        registry.add(sync_operations());
    }
    Actor make_actor(std::string name) { return {.city = city, .user = UserId(env.ulid()), .person = PersonId(env.ulid()), .name = std::move(name)}; }
    json::object item(std::string word, std::int64_t seq = 1, std::string id = {})
    {
        return {{"id", id.empty() ? env.ulid().str() : id}, {"operation", "test.note"}, {"title", "Catatan " + word}, {"made_at", "2026-01-05T01:00:00.000Z"}, {"device", "A"}, {"seq", seq},
            {"input", json::object {{"word", word}}}};
    }
    Result<json::object> send(Actor const& actor, json::array items) { return sync_items(services, actor, {{"person", actor.person.text()}, {"items", std::move(items)}}, registry); }
    std::vector<std::string> answers(json::object const& response)
    {
        std::vector<std::string> words;
        for (auto const& each : response.at("items").as_array())
            words.emplace_back(each.as_object().at("answer").as_string());
        return words;
    }
    std::vector<operations::Draft> drafts(Actor const& actor)
    {
        return db::read(services.db, [&](db::ReadTx& tx) { return operations::drafts_of(tx, services, actor.user); }).value();
    }
    /// The words in the order in which they were written down.
    std::vector<std::string> written()
    {
        static constexpr db::ReadQuery<1> query {"app.test_written", "SELECT subject FROM audit_event WHERE city = $1 AND operation = 'test.note' ORDER BY number"};
        std::vector<std::string> words;
        for (auto const& row : db::read(services.db, [&](db::ReadTx& tx) { return tx.run(query, city); }).value())
            words.push_back(row.text(0));
        return words;
    }
};

TEST_F(SyncTest, EachItemIsDoneOnceHoweverOftenItComes)
{
    auto const first = item("satu", 1), second = item("dua", 2);
    EXPECT_EQ(answers(*send(siti, {first, second})), (std::vector<std::string> {"done", "done"}));
    EXPECT_EQ(answers(*send(siti, {second, first, item("tiga", 3)})), (std::vector<std::string> {"already", "already", "done"}));
    EXPECT_EQ(answers(*send(siti, {first, first})), (std::vector<std::string> {"already", "already"}));
    EXPECT_EQ(written(), (std::vector<std::string> {"satu", "dua", "tiga"}));
    EXPECT_TRUE(drafts(siti).empty());
}

TEST_F(SyncTest, HappensInTheOrderOfThePhoneAndIsAnsweredInTheOrderSent)
{
    auto const late = item("kedua", 2), early = item("pertama", 1);
    auto const response = send(siti, {late, early}).value();
    EXPECT_EQ(written(), (std::vector<std::string> {"pertama", "kedua"}));
    EXPECT_EQ(response.at("items").as_array()[0].as_object().at("id"), late.at("id"));
}

TEST_F(SyncTest, ARefusalLeavesTheOthersAloneAndWaitsForItsSender)
{
    auto wrong = item("terlalu panjang untuk kolom itu", 2);
    auto const response = send(siti, {item("satu", 1), wrong, item("lain", 3), item("dua", 4)}).value();
    EXPECT_EQ(answers(response), (std::vector<std::string> {"done", "refused", "conflict", "done"}));
    auto const& refused = response.at("items").as_array()[1].as_object();
    EXPECT_EQ(refused.at("error").at("fields").as_array()[0].as_object().at("code"), "text.long");
    EXPECT_EQ(refused.at("kept"), true);
    auto const& conflict = response.at("items").as_array()[2].as_object();
    EXPECT_EQ(conflict.at("error").at("arguments").as_object().at("was"), "ini") << "the other version is told";
    auto const kept = drafts(siti);
    ASSERT_EQ(kept.size(), 2U);
    auto const mine = std::ranges::find(kept, false, &operations::Draft::conflict);
    ASSERT_NE(mine, kept.end());
    EXPECT_EQ(mine->title, "Catatan terlalu panjang untuk kolom itu");
    EXPECT_EQ(mine->input.at("word"), "terlalu panjang untuk kolom itu") << "nothing that was typed is lost";
    EXPECT_EQ(mine->made_at, Instant::parse("2026-01-05T01:00:00.000Z").value());
    EXPECT_TRUE(drafts(budi).empty()) << "another does not see it";
    wrong["input"] = json::object {{"word", "pendek"}};
    EXPECT_EQ(answers(*send(siti, {wrong})), std::vector<std::string> {"done"}) << "mended under the same id";
    EXPECT_EQ(drafts(siti).size(), 1U);
}

TEST_F(SyncTest, TheStoredInputCannotBeReadInTheTable)
{
    ASSERT_TRUE(send(siti, {item("lain")}).ok());
    static constexpr db::ReadQuery<1> query {"app.test_sealed", "SELECT input FROM operations_draft WHERE city = $1"};
    auto const rows = db::read(services.db, [&](db::ReadTx& tx) { return tx.run(query, city); }).value();
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows.front().text(0).find("lain"), std::string::npos);
}

TEST_F(SyncTest, TheOutboxOfAnotherIsNotTaken)
{
    auto const theirs = item("satu");
    auto const refused = sync_items(services, budi, {{"person", siti.person.text()}, {"items", json::array {theirs}}}, registry);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, "sync.other_person");
    EXPECT_FALSE(sync_items(services, budi, {{"items", json::array {}}}, registry).ok()) << "and not without saying whose";
    EXPECT_TRUE(written().empty());
    ASSERT_TRUE(send(siti, {theirs}).ok());
    auto const stolen = send(budi, {theirs}).value();
    EXPECT_EQ(answers(stolen), std::vector<std::string> {"conflict"});
    EXPECT_EQ(stolen.at("items").as_array()[0].as_object().at("kept"), false);
    EXPECT_EQ(written().size(), 1U);
}

TEST_F(SyncTest, TwoHundredAreTakenAtOnceAndNotOneMore)
{
    json::array items;
    for (std::int64_t i = 1; i <= 200; ++i)
        items.push_back(item("kata " + std::to_string(i), i));
    auto too_many = items;
    too_many.push_back(item("lebih", 201));
    auto const refused = send(siti, too_many);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, "sync.too_many");
    EXPECT_TRUE(written().empty());
    auto const all = answers(send(siti, items).value());
    EXPECT_EQ(std::ranges::count(all, "done"), 200);
    EXPECT_EQ(written().size(), 200U);
}

TEST_F(SyncTest, WhatIsNoItemIsSaidToBeNoneAndUnknownWorkIsKept)
{
    auto unknown = item("satu");
    unknown["operation"] = "spending.fly";
    auto without_id = item("dua");
    without_id["id"] = "bukan id";
    auto const response = send(siti, {json::string("apa"), unknown, without_id}).value();
    EXPECT_EQ(answers(response), (std::vector<std::string> {"refused", "refused", "refused"}));
    auto const kept = drafts(siti);
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(kept.front().error.code, "operation.unknown");
    EXPECT_EQ(kept.front().error.arguments, (Arguments {{"value", "spending.fly"}}));
    EXPECT_EQ(response.at("items").as_array()[2].as_object().at("kept"), false);
    EXPECT_EQ(send(siti, {}).value().at("items").as_array().size(), 0U);
}

TEST_F(SyncTest, OneThatBreaksUsDoesNotHoldUpTheOthers)
{
    EXPECT_EQ(answers(*send(siti, {item("satu", 1), item("rusak", 2), item("dua", 3)})), (std::vector<std::string> {"done", "later", "done"}));
    EXPECT_TRUE(drafts(siti).empty()) << "the phone keeps what we could not do";
}

TEST_F(SyncTest, ADatabaseThatIsFullLeavesEverythingWithThePhone)
{
    auto const one = item("satu", 1);
    for (int after = 0; after < 6; ++after) // the batch without marks, the batch with them, the item alone; each is tried twice
        services.db.inject_fault(db::Database::Fault::Full, after);
    auto const failed = send(siti, {one});
    ASSERT_FALSE(failed.ok());
    EXPECT_TRUE(failed.error().kind == ErrorKind::Unavailable || failed.error().kind == ErrorKind::Retry) << failed.error().code;
    EXPECT_TRUE(written().empty());
    for (int i = 0; i < 6; ++i) // faults that still wait
        static_cast<void>(send(siti, {one}));
    EXPECT_EQ(answers(*send(siti, {one})), std::vector<std::string> {"already"});
    EXPECT_EQ(written().size(), 1U);
}

TEST_F(SyncTest, ADraftIsGivenUpByItsOwnerOnly)
{
    auto const wrong = item("lain");
    ASSERT_TRUE(send(siti, {wrong}).ok());
    json::object drop {{"id", env.ulid().text()}, {"operation", "app.drop_draft"}, {"made_at", "2026-01-05T01:00:00.000Z"}, {"device", "A"}, {"seq", 9}, {"input", json::object {{"draft", wrong.at("id")}}}};
    EXPECT_EQ(answers(*send(budi, {drop})), std::vector<std::string> {"refused"});
    drop["id"] = env.ulid().text();
    EXPECT_EQ(answers(*send(siti, {drop})), std::vector<std::string> {"done"});
    EXPECT_TRUE(drafts(siti).empty());
}

TEST(SyncRefusals, ComeBackAsTheyWereStored)
{
    auto error = Error::field("word", "text.long", "abc", {{"limit", "20"}});
    error.arguments = {{"name", "Siti"}};
    error.verdicts.push_back({"rab.share", Severity::Warn, "Perwali", {{"left", "5"}}, Fix {"planning.move", {{"a", "b"}}}});
    auto const back = operations::error_of(operations::stored_error(error));
    EXPECT_EQ(back.code, error.code);
    EXPECT_EQ(back.kind, error.kind);
    EXPECT_EQ(back.fields, error.fields);
    EXPECT_EQ(back.verdicts, error.verdicts);
    EXPECT_EQ(back.arguments, error.arguments);
}

} // namespace
} // namespace rtkeren::app
