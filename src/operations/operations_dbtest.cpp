#include "operations/operations.hpp"
#include "secrets/secrets.hpp"
#include "support/database.hpp"

#include <boost/json/serialize.hpp>
#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace rtkeren::operations {
namespace {

struct Deposit {
    RequestId id;
    Name who;
    Rupiah amount;
};

} // namespace

template<>
struct Fields<Deposit> {
    static constexpr auto table() { return std::tuple {field("id", &Deposit::id), field("who", &Deposit::who), field("amount", &Deposit::amount)}; }
};

namespace {

Instant noon()
{
    return Instant::parse("2023-07-03T05:00:00.000Z").value();
}

/// A city with an operation that refuses odd amounts and counts how often its work ran.
struct DepositTest : testing::Test {
    FixedEnv env {noon()};
    secrets::Keys keys {secrets::Keys::from(env)};
    CityId city {next_city()};
    Services services {.db = test_database(), .env = env, .keys = keys, .city = city, .city_name = "Kota Uji", .evidence_folder = {}};
    Actor actor {.city = city, .user = UserId(env.ulid()), .person = {}, .name = "Bu Sri", .permissions = {"test.deposit"}};
    int runs {0};
    Operation operation {make<Deposit>("test.deposit", "test.deposit", "Deposit an amount", [this](db::WriteTx&, Context& context, Deposit const& input) -> Result<Answer> {
        ++runs;
        if (input.amount.value() % 2 != 0)
            return Error::field("amount", "deposit.odd");
        return Answer {context.next_id().str(), "/setoran", "test.deposited", {{"amount", std::to_string(input.amount.value())}}, {}, {}};
    })};

    static boost::json::object deposit(Ulid const& id, std::int64_t amount) { return {{"id", id.text()}, {"who", "Bu Sri"}, {"amount", amount}}; }
    Result<Answer> send(Ulid const& id, std::int64_t amount) { return run(services, actor, operation, deposit(id, amount)); }
};

TEST_F(DepositTest, AnswersARepeatFromTheStore)
{
    auto const id = env.ulid();
    auto const first = send(id, 1000);
    ASSERT_TRUE(first.ok());
    env.advance_seconds(60);
    auto const second = send(id, 1000);
    ASSERT_TRUE(second.ok());
    EXPECT_EQ(first->id, second->id);
    EXPECT_EQ(boost::json::serialize(to_json(*first)), boost::json::serialize(to_json(*second)));
    EXPECT_EQ(runs, 1);
}

TEST_F(DepositTest, RefusesAnIdWithOtherContentOrAnotherPerson)
{
    auto const id = env.ulid();
    ASSERT_TRUE(send(id, 1000).ok());
    EXPECT_EQ(send(id, 2000).error().code, "request.id_reused");
    actor.user = UserId(env.ulid());
    EXPECT_EQ(send(id, 1000).error().code, "request.id_reused");
    EXPECT_EQ(runs, 1);
}

TEST_F(DepositTest, ARefusalStoresNothingSoTheCorrectedFormKeepsItsId)
{
    auto const id = env.ulid();
    EXPECT_EQ(send(id, 999).error().code, "deposit.odd");
    EXPECT_TRUE(send(id, 1000).ok());
}

TEST_F(DepositTest, AsksForThePermissionBeforeItReadsTheInput)
{
    actor.permissions.clear();
    auto const refused = run(services, actor, operation, {{"id", "nonsense"}});
    EXPECT_EQ(refused.error().code, "operation.not_allowed");
    actor.permissions = {"test.deposit"};
    actor.city = CityId {city.value + 100'000};
    EXPECT_EQ(send(env.ulid(), 1000).error().code, "operation.not_allowed");
}

TEST_F(DepositTest, ABatchKeepsWhatWasNotRefused)
{
    auto const twice = env.ulid();
    std::vector<Call> calls;
    calls.push_back({operation, actor, deposit(twice, 1000)});
    calls.push_back({operation, actor, deposit(env.ulid(), 999)});
    calls.push_back({operation, actor, {{"id", "nonsense"}}});
    calls.push_back({operation, actor, deposit(twice, 1000)});
    calls.push_back({operation, actor, deposit(twice, 1002)});
    calls.push_back({operation, actor, deposit(env.ulid(), 1004)});
    auto const answers = run_batch(services, calls);
    ASSERT_EQ(answers.size(), 6U);
    ASSERT_TRUE(answers[0].ok()) << answers[0].error().code << answers[0].error().detail;
    EXPECT_EQ(answers[1].error().code, "deposit.odd");
    EXPECT_EQ(answers[2].error().code, "input.invalid");
    EXPECT_EQ(answers[3]->id, answers[0]->id);
    EXPECT_EQ(answers[4].error().code, "request.id_reused");
    EXPECT_TRUE(answers[5].ok());
    EXPECT_EQ(send(twice, 1000)->id, answers[0]->id);
}

TEST_F(DepositTest, ABatchOutlivesAConstraintThatRefusesOneOfIt)
{
    static constexpr db::WriteQuery<3> twice {"operations.test_twice",
        "INSERT INTO request (city, id, actor, digest, answer, made_at, recorded_at) VALUES ($1, $2, $3, '', '', '', ''), ($1, $2, $3, '', '', '', '')"};
    auto const clashing = make<Deposit>("test.clash", "test.deposit", "Break a constraint", [](db::WriteTx& tx, Context& context, Deposit const&) -> Result<Answer> {
        TRY(tx.run(twice, context.city, context.next_id(), context.actor.user));
        return Answer {};
    });
    auto const before = env.ulid();
    auto const after = env.ulid();
    std::vector<Call> calls;
    calls.push_back({operation, actor, deposit(before, 1000)});
    calls.push_back({clashing, actor, deposit(env.ulid(), 1000)});
    calls.push_back({operation, actor, deposit(after, 1000)});
    auto const answers = run_batch(services, calls);
    EXPECT_EQ(answers[1].error().code, "db.unique");
    ASSERT_TRUE(answers[0].ok() && answers[2].ok());
    runs = 0;
    EXPECT_EQ(send(before, 1000)->id, answers[0]->id);
    EXPECT_EQ(send(after, 1000)->id, answers[2]->id);
    EXPECT_EQ(runs, 0);
}

TEST_F(DepositTest, ABatchIsAllOrNothingWhenTheDatabaseFails)
{
    auto const failing = make<Deposit>("test.fail", "test.deposit", "Lose the disk", [](db::WriteTx&, Context&, Deposit const&) -> Result<Answer> { return Error::unavailable("environment.disk"); });
    auto const first = env.ulid();
    std::vector<Call> calls;
    calls.push_back({operation, actor, deposit(first, 1000)});
    calls.push_back({failing, actor, deposit(env.ulid(), 1000)});
    calls.push_back({operation, actor, deposit(env.ulid(), 1000)});
    auto const answers = run_batch(services, calls);
    ASSERT_EQ(answers.size(), 3U);
    for (auto const& answer : answers)
        EXPECT_EQ(answer.error().code, "environment.disk");
    runs = 0;
    EXPECT_TRUE(send(first, 1000).ok());
    EXPECT_EQ(runs, 1);
}

TEST_F(DepositTest, RunsInsideATransactionThatIsOpen)
{
    auto const id = env.ulid();
    auto const aborted = db::write(services.db, city, [&](db::WriteTx& tx) -> Result<Answer> {
        TRY(run_in(tx, services, actor, operation, deposit(id, 1000)));
        return run_in(tx, services, actor, operation, deposit(env.ulid(), 1001));
    });
    EXPECT_EQ(aborted.error().code, "deposit.odd");
    runs = 0;
    EXPECT_TRUE(send(id, 1000).ok());
    EXPECT_EQ(runs, 1); // the first was undone with the transaction
}

TEST_F(DepositTest, IdsOfOneRequestSortAndRepeat)
{
    auto const seed = env.ulid();
    Context first {services, actor, city, env.now(), services.today(), {}, {}, 0, seed};
    Context second {services, actor, city, env.now(), services.today(), {}, {}, 0, seed};
    Context later {services, actor, city, env.now(), services.today(), {}, {}, 0, env.ulid()};
    auto previous = Ulid {};
    for (int i = 0; i < 1000; ++i) {
        auto const id = first.next_id();
        EXPECT_EQ(id, second.next_id());
        EXPECT_LT(previous, id);
        previous = id;
    }
    EXPECT_LT(previous, later.next_id());
}

TEST_F(DepositTest, ReplayOfRandomRequestsChangesNothing)
{
    rc::check([this] {
        auto const count = *rc::gen::inRange<std::size_t>(1, 6);
        std::vector<std::pair<Ulid, std::int64_t>> sent;
        std::vector<Result<Answer>> answers;
        for (std::size_t i = 0; i < count; ++i) {
            sent.emplace_back(env.ulid(), *rc::gen::inRange<std::int64_t>(0, 1'000'000));
            answers.push_back(send(sent.back().first, sent.back().second));
        }
        auto const before = runs;
        for (std::size_t i = 0; i < count; ++i) {
            auto const again = send(sent[i].first, sent[i].second);
            RC_ASSERT(again.ok() == answers[i].ok());
            if (again.ok())
                RC_ASSERT(again->id == answers[i]->id);
        }
        auto const refused = std::count_if(answers.begin(), answers.end(), [](auto const& answer) { return !answer.ok(); });
        RC_ASSERT(runs == before + int(refused));
    });
}

TEST(OperationsSql, EveryQueryWorksHere)
{
    tests::expect_all_queries_prepare("operations");
    tests::expect_all_queries_run_at_end("operations");
}

} // namespace
} // namespace rtkeren::operations
