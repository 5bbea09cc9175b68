#include "base/env.hpp"
#include "base/id.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <set>
#include <thread>

namespace rtkeren {
namespace {

using UlidBytes = std::array<std::uint8_t, 10>;

TEST(Ulid, ReadsOnlyItsOwnForm)
{
    EXPECT_EQ(Ulid::parse("01ARZ3NDEKTSV4RRFFQ69G5FAV").value().str(), "01ARZ3NDEKTSV4RRFFQ69G5FAV");
    EXPECT_TRUE(Ulid::parse("7ZZZZZZZZZZZZZZZZZZZZZZZZZ").ok());
    EXPECT_TRUE(Ulid::parse("00000000000000000000000000").value().is_none());
    for (std::string_view const text : {"", "01ARZ3NDEKTSV4RRFFQ69G5FA", "01ARZ3NDEKTSV4RRFFQ69G5FAVV", "81ARZ3NDEKTSV4RRFFQ69G5FAV",
             "01arz3ndektsv4rrffq69g5fav", "01ARZ3NDEKTSV4RRFFQ69G5FAU", "01ARZ3NDEKTSV4RRFFQ69G5FA'", "01ARZ3NDEKTSV4RRFFQ69G5FAI"})
        EXPECT_EQ(Ulid::parse(text).error().code, "id.format") << text;
}

TEST(Ulid, SortsByTimeThenByItsBits)
{
    EXPECT_TRUE(rc::check("text order is order of milliseconds and bits, and parses back", [] {
        auto any_time = rc::gen::inRange<std::uint64_t>(0, std::uint64_t {1} << 48);
        auto any_bytes = rc::gen::arbitrary<UlidBytes>();
        auto const time_a = *any_time;
        auto const time_b = *rc::gen::oneOf(rc::gen::just(time_a), any_time);
        auto const bytes_a = *any_bytes;
        auto const bytes_b = *any_bytes;
        auto const a = Ulid::make(time_a, bytes_a);
        auto const b = Ulid::make(time_b, bytes_b);
        RC_ASSERT((a <=> b) == (std::pair(time_a, bytes_a) <=> std::pair(time_b, bytes_b)));
        RC_ASSERT(Ulid::parse(a.str()).value() == a);
    }));
}

TEST(Ulid, KnowsKindsApart)
{
    static_assert(!std::is_convertible_v<PersonId, UserId>);
    static_assert(!std::is_constructible_v<PersonId, UserId>);
    EXPECT_TRUE(PersonId {}.is_none());
    EXPECT_EQ(PersonId::parse("x").error().code, "id.format");
}

TEST(SystemEnv, MakesIdsThatGoUpFromManyThreads)
{
    auto const env = system_env();
    constexpr std::size_t threads = 4;
    constexpr std::size_t ids_each = 2000;
    std::array<std::vector<Ulid>, threads> made;
    {
        std::vector<std::jthread> running;
        for (auto& mine : made) {
            running.emplace_back([&env, &mine] {
                for (std::size_t i = 0; i < ids_each; ++i)
                    mine.push_back(env->ulid());
            });
        }
    }
    std::set<Ulid> all;
    for (auto const& mine : made) {
        EXPECT_TRUE(std::is_sorted(mine.begin(), mine.end()));
        all.insert(mine.begin(), mine.end());
    }
    EXPECT_EQ(all.size(), threads * ids_each);
}

TEST(SystemEnv, MovesTheDay)
{
    auto const here = system_env();
    auto const there = system_env(-100);
    EXPECT_EQ((here->now().milliseconds() - there->now().milliseconds() + 1000) / 86'400'000, 100);
    UlidBytes a {};
    UlidBytes b {};
    here->random(a);
    here->random(b);
    EXPECT_NE(a, b);
}

TEST(FixedEnv, IsTheSameEveryTime)
{
    auto const start = Instant::parse("2023-07-03T01:00:00Z").value();
    FixedEnv a(start);
    FixedEnv b(start);
    FixedEnv other(start, 2);
    auto const first = a.ulid();
    EXPECT_EQ(first, b.ulid());
    EXPECT_NE(first, other.ulid());
    EXPECT_LT(first, a.ulid());
    UlidBytes from_a {};
    UlidBytes from_b {};
    UlidBytes from_other {};
    a.random(from_a);
    b.random(from_b);
    other.random(from_other);
    EXPECT_EQ(from_a, from_b);
    EXPECT_NE(from_a, from_other);
}

TEST(FixedEnv, StandsUntilMoved)
{
    auto const start = Instant::parse("2023-07-03T01:00:00Z").value();
    FixedEnv env(start);
    auto const before = env.ulid();
    EXPECT_EQ(env.now(), start);
    env.advance_seconds(90);
    EXPECT_EQ(env.now().iso(), "2023-07-03T01:01:30.000Z");
    EXPECT_EQ(env.steady_seconds(), env.now().milliseconds() / 1000);
    EXPECT_LT(before, env.ulid());
    env.set(start);
    EXPECT_NE(before, env.ulid());
}

} // namespace
} // namespace rtkeren
