#include "workflow/workflow.hpp"

#include "jobs/jobs.hpp"
#include "secrets/secrets.hpp"
#include "support/database.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace rtkeren::workflow {
namespace {

enum class PlanState : std::uint8_t { Draft, Submitted, Verified, Approved, Withdrawn };
enum class PlanEvent : std::uint8_t { Submit, Return, Verify, Approve, Withdraw, Expire };

} // namespace
} // namespace rtkeren::workflow

template<>
struct rtkeren::operations::Choices<rtkeren::workflow::PlanState> {
    using S = rtkeren::workflow::PlanState;
    static constexpr std::array<std::pair<S, std::string_view>, 5> values {
        {{S::Draft, "draft"}, {S::Submitted, "submitted"}, {S::Verified, "verified"}, {S::Approved, "approved"}, {S::Withdrawn, "withdrawn"}}};
};
template<>
struct rtkeren::operations::Choices<rtkeren::workflow::PlanEvent> {
    using E = rtkeren::workflow::PlanEvent;
    static constexpr std::array<std::pair<E, std::string_view>, 6> values {
        {{E::Submit, "submit"}, {E::Return, "return"}, {E::Verify, "verify"}, {E::Approve, "approve"}, {E::Withdraw, "withdraw"}, {E::Expire, "expire"}}};
};

namespace rtkeren::workflow {
namespace {

using S = PlanState;
using E = PlanEvent;

constexpr StateRow plan_states[] {
    {name_of(S::Draft), "Disusun", StateKind::Start, "plan.edit", 30},
    {name_of(S::Submitted), "Menunggu verifikasi", StateKind::Normal, "plan.verify", 5, Days::Working},
    {name_of(S::Verified), "Menunggu persetujuan", StateKind::Normal, "plan.approve", 3, Days::Working},
    {name_of(S::Approved), "Disetujui", StateKind::End},
    {name_of(S::Withdrawn), "Ditarik", StateKind::End},
};
constexpr TransitionRow plan_transitions[] {
    {name_of(E::Submit), "Kirim", name_of(S::Draft), name_of(S::Submitted), "plan.edit"},
    {.event = name_of(E::Verify), .label = "Verifikasi", .from = name_of(S::Submitted), .to = name_of(S::Verified), .permission = "plan.verify", .not_same_as = {started, name_of(E::Submit)}},
    {name_of(E::Return), "Kembalikan", name_of(S::Submitted), name_of(S::Draft), "plan.verify", true},
    {.event = name_of(E::Approve),
        .label = "Setujui",
        .from = name_of(S::Verified),
        .to = name_of(S::Approved),
        .permission = "plan.approve",
        .evidence_required = true,
        .not_same_as = {started, name_of(E::Submit), name_of(E::Verify)}},
    {name_of(E::Return), "Kembalikan", name_of(S::Verified), name_of(S::Draft), "plan.approve", true},
    {name_of(E::Withdraw), "Tarik", name_of(S::Draft), name_of(S::Withdrawn), "plan.edit", true},
    {name_of(E::Expire), "", name_of(S::Draft), name_of(S::Withdrawn)},
};
constexpr Machine plan_machine {"plan", "RAB", "/rab/", plan_states, plan_transitions};

constexpr std::string_view plosokerep = "35.72.03.1002";
constexpr std::string_view its_rt = "35.72.03.1002.003.002";

struct WorkflowTest : testing::Test {
    FixedEnv env {Instant::parse("2023-07-03T05:00:00.000Z").value()};
    secrets::Keys keys {secrets::Keys::from(env)};
    CityId city {next_city()};
    Services services {.db = test_database(), .env = env, .keys = keys, .city = city, .city_name = "Kota Uji", .evidence_folder = {}};
    std::string pokmas {env.ulid().str()};
    Actor chair {person("Pak Darto", "pokmas_chair", plosokerep, {"plan.edit"}, pokmas)};
    Actor secretary {person("Bu Ningsih", "kelurahan_secretary", plosokerep, {"plan.verify"})};
    Actor lurah {person("Pak Agus", "lurah", plosokerep, {"plan.approve", "plan.verify"})};
    Ulid subject {env.ulid()};

    Actor person(std::string name, std::string role, std::string_view place, std::vector<Permission> permissions, std::string of_pokmas = {})
    {
        Actor actor {.city = city, .user = UserId(env.ulid()), .person = PersonId(env.ulid()), .name = std::move(name)};
        actor.permissions = permissions;
        actor.grants = {{std::move(role), std::string(place), std::move(of_pokmas), std::move(permissions)}};
        return actor;
    }
    template<class Work>
    auto as(Actor const& actor, Work work)
    {
        auto const seed = env.ulid();
        return db::write(services.db, city, [&](db::WriteTx& tx) {
            operations::Context context {services, actor, city, env.now(), services.today(), RequestId(seed), {}, 0, seed};
            return work(tx, context);
        });
    }
    Result<Item> begin(Actor const& actor)
    {
        return as(actor, [&](db::WriteTx& tx, operations::Context& context) { return start(tx, context, plan_machine, {subject, "RAB RT 002", std::string(its_rt), pokmas}); });
    }
    Result<Advanced> go(Actor const& actor, E event, Step const& step = {})
    {
        return as(actor, [&](db::WriteTx& tx, operations::Context& context) { return advance(tx, context, plan_machine, subject, event, step); });
    }
    std::vector<Waiting> inbox_of(Actor const& actor)
    {
        return db::read(services.db, [&](db::ReadTx& tx) { return inbox(tx, actor, services.today()); }).value();
    }
    Item item()
    {
        return db::read(services.db, [&](db::ReadTx& tx) { return find(tx, city, "plan", subject); }).value();
    }
};

TEST_F(WorkflowTest, TheTestMachineIsWhole)
{
    EXPECT_EQ(check_machine(plan_machine), std::vector<std::string> {});
}

TEST_F(WorkflowTest, WalksToItsEndAndKeepsTheHistory)
{
    auto const item_made = begin(chair);
    ASSERT_TRUE(item_made.ok()) << item_made.error().detail;
    EXPECT_EQ(item_made->due->iso(), "2023-08-02");
    EXPECT_EQ(begin(chair).error().code, "workflow.started");
    ASSERT_TRUE(go(chair, E::Submit).ok());
    EXPECT_EQ(item().due->iso(), "2023-07-10");
    ASSERT_TRUE(go(secretary, E::Verify, {.version = 2}).ok());
    auto const last = go(lurah, E::Approve, {.evidence = "SK 12/2023"});
    ASSERT_TRUE(last.ok());
    EXPECT_EQ(last->from, "verified");
    EXPECT_EQ(last->version, 4);
    EXPECT_EQ(item().waits_for, "");
    EXPECT_FALSE(item().due.has_value());
    auto const rows = db::read(services.db, [&](db::ReadTx& tx) { return history(tx, city, "plan", subject); }).value();
    ASSERT_EQ(rows.size(), 4U);
    EXPECT_EQ(rows[0].event, started);
    EXPECT_EQ(rows[1].role, "pokmas_chair");
    EXPECT_EQ(rows[3].role, "lurah");
    EXPECT_EQ(rows[3].evidence, "SK 12/2023");
    EXPECT_EQ(rows[3].actor_name, "Pak Agus");
    auto const events = db::read(services.db, [&](db::ReadTx& tx) { return jobs::events_after(tx, city, 0, 10); }).value();
    ASSERT_EQ(events.size(), 4U);
    EXPECT_EQ(events[1].payload.at("waits_for"), "plan.verify");
}

TEST_F(WorkflowTest, TheSecondOfTwoSeesThatItWasDecided)
{
    ASSERT_TRUE(begin(chair).ok());
    ASSERT_TRUE(go(chair, E::Submit).ok());
    ASSERT_TRUE(go(secretary, E::Verify, {.version = 2}).ok());
    auto const late = go(lurah, E::Verify, {.version = 2});
    EXPECT_EQ(late.error().code, "workflow.moved");
    EXPECT_EQ(late.error().arguments, (Arguments {{"state", "verified"}, {"version", "3"}}));
    EXPECT_EQ(go(lurah, E::Verify).error().code, "workflow.not_possible");
}

TEST_F(WorkflowTest, OnlyWhoHasThePermissionThere)
{
    ASSERT_TRUE(begin(chair).ok());
    EXPECT_EQ(go(secretary, E::Submit).error().code, "workflow.not_yours");
    EXPECT_EQ(go(person("Lain", "pokmas_chair", plosokerep, {"plan.edit"}, "01OTHER"), E::Submit).error().code, "workflow.not_yours");
    ASSERT_TRUE(go(chair, E::Submit).ok());
    EXPECT_EQ(go(person("Lain", "kelurahan_secretary", "35.72.03.1003", {"plan.verify"}), E::Verify).error().code, "workflow.not_yours");
    EXPECT_TRUE(go(person("Kota", "city", "35.72", {"plan.verify"}), E::Verify).ok());
}

TEST_F(WorkflowTest, FourEyesByUserAndByPerson)
{
    ASSERT_TRUE(begin(chair).ok());
    ASSERT_TRUE(go(chair, E::Submit).ok());
    auto operator_too = person("Pak Darto", "kelurahan_secretary", plosokerep, {"plan.verify"});
    operator_too.person = chair.person; // another account of the same person
    auto const refused = go(operator_too, E::Verify);
    EXPECT_EQ(refused.error().code, "workflow.four_eyes");
    EXPECT_EQ(refused.error().arguments.front().second, "started");
    ASSERT_TRUE(go(lurah, E::Verify).ok());
    EXPECT_EQ(go(lurah, E::Approve, {.evidence = "x"}).error().code, "workflow.four_eyes");
    auto const buttons = db::read(services.db, [&](db::ReadTx& tx) { return possible_events(tx, lurah, plan_machine, subject); }).value();
    ASSERT_EQ(buttons.size(), 2U);
    EXPECT_EQ(buttons[0].row->event, "approve");
    EXPECT_EQ(buttons[0].same_as, "Pak Agus");
    EXPECT_EQ(buttons[1].same_as, "");
}

TEST_F(WorkflowTest, DemandsReasonAndEvidence)
{
    ASSERT_TRUE(begin(chair).ok());
    ASSERT_TRUE(go(chair, E::Submit).ok());
    EXPECT_EQ(go(secretary, E::Return, {.reason = " "}).error().fields.front().name, "reason");
    EXPECT_TRUE(go(secretary, E::Return, {.reason = "Harga semen kosong"}).ok());
    ASSERT_TRUE(go(chair, E::Submit).ok());
    ASSERT_TRUE(go(secretary, E::Verify).ok());
    EXPECT_EQ(go(lurah, E::Approve).error().fields.front().name, "evidence");
}

TEST_F(WorkflowTest, AConsequenceNeedsNoPermission)
{
    ASSERT_TRUE(begin(chair).ok());
    EXPECT_TRUE(go(secretary, E::Expire).ok());
    EXPECT_EQ(item().state, "withdrawn");
}

TEST_F(WorkflowTest, TheInboxKnowsPlacePokmasAndDeadline)
{
    ASSERT_TRUE(begin(chair).ok());
    EXPECT_EQ(inbox_of(chair).size(), 1U);
    EXPECT_EQ(inbox_of(person("Lain", "pokmas_chair", plosokerep, {"plan.edit"}, "01OTHER")).size(), 0U);
    EXPECT_EQ(inbox_of(secretary).size(), 0U);
    ASSERT_TRUE(go(chair, E::Submit).ok());
    env.advance_seconds(8 * 86'400);
    auto const waiting = inbox_of(secretary);
    ASSERT_EQ(waiting.size(), 1U);
    EXPECT_EQ(waiting[0].days_left, -1);
    EXPECT_EQ(inbox_of(person("Tetangga", "kelurahan_secretary", "35.72.03.100", {"plan.verify"})).size(), 0U);
    EXPECT_EQ(inbox_of(person("Kota", "city", "", {"a", "b", "c", "d", "e", "f", "g", "h", "plan.verify"})).size(), 1U);
    EXPECT_EQ(inbox_of(person("Kota", "city", "35.72", {"plan.verify"})).size(), 1U);
    auto twice = lurah;
    twice.grants.push_back({"acting", "35.72.03", {}, {"plan.verify"}});
    EXPECT_EQ(inbox_of(twice).size(), 1U);
    EXPECT_EQ(db::read(services.db, [&](db::ReadTx& tx) { return followed(tx, chair, services.today()); }).value().size(), 1U);
}

TEST_F(WorkflowTest, RelocationMovesItToAnotherInbox)
{
    ASSERT_TRUE(begin(chair).ok());
    auto const other = person("Lain", "pokmas_chair", plosokerep, {"plan.edit"}, "01OTHER");
    ASSERT_TRUE(as(secretary, [&](db::WriteTx& tx, operations::Context& context) { return relocate(tx, context, plan_machine, subject, its_rt, "01OTHER"); }).ok());
    EXPECT_EQ(inbox_of(chair).size(), 0U);
    EXPECT_EQ(inbox_of(other).size(), 1U);
    EXPECT_EQ(go(other, E::Submit, {.version = 1}).error().code, "workflow.moved");
    EXPECT_EQ(go(other, E::Submit, {.version = 2})->version, 3);
}

TEST_F(WorkflowTest, RandomEventsKeepStateDeclaredAndVersionsGrowing)
{
    rc::check([this] {
        subject = env.ulid();
        RC_ASSERT(begin(chair).ok());
        auto version = item().version;
        auto const steps = *rc::gen::container<std::vector<std::pair<int, int>>>(rc::gen::pair(rc::gen::inRange(0, 6), rc::gen::inRange(0, 3)));
        for (auto const& [event, who] : steps) {
            auto const& actor = who == 0 ? chair : who == 1 ? secretary : lurah;
            auto const before = item();
            auto const outcome = go(actor, E(event), {.reason = "alasan", .evidence = "bukti"});
            auto const after = item();
            RC_ASSERT(plan_machine.state(after.state) != nullptr);
            RC_ASSERT(after.version == version + (outcome.ok() ? 1 : 0));
            RC_ASSERT(outcome.ok() || after.state == before.state);
            RC_ASSERT((plan_machine.state(after.state)->kind == StateKind::End) == after.waits_for.empty());
            version = after.version;
        }
    });
}

TEST(WorkflowSql, EveryQueryWorksHere)
{
    tests::expect_all_queries_prepare("workflow");
    tests::expect_all_queries_run_at_end("workflow");
}

} // namespace
} // namespace rtkeren::workflow
