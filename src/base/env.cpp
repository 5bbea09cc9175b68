#include "base/env.hpp"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <mutex>
#include <sys/random.h>

namespace rtkeren {
namespace {

using UlidRandom = std::array<std::uint8_t, 10>;

void system_random(std::span<std::uint8_t> into)
{
    while (!into.empty()) {
        auto const got = getrandom(into.data(), into.size(), 0);
        if (got < 0) {
            CHECK(errno == EINTR);
            continue;
        }
        into = into.subspan(std::size_t(got));
    }
}

/// The next larger number of 80 bits; false when it wrapped.
bool increment(UlidRandom& random)
{
    for (std::size_t i = random.size(); i-- > 0;) {
        if (++random[i] != 0)
            return true;
    }
    return false;
}

/// Ids that only go up, also within a millisecond and when the clock steps back.
class UlidSource {
public:
    Ulid next(std::uint64_t milliseconds)
    {
        std::lock_guard const lock(m_mutex);
        if (milliseconds > m_last) {
            m_last = milliseconds;
            system_random(m_random);
        } else if (!increment(m_random)) {
            ++m_last;
        }
        return Ulid::make(m_last, m_random);
    }

private:
    std::mutex m_mutex;
    std::uint64_t m_last {0};
    UlidRandom m_random {};
};

class SystemEnv final : public Env {
public:
    explicit SystemEnv(int days_moved) : m_moved(std::chrono::days {days_moved}) { }

    Instant now() override
    {
        auto const since_1970 = std::chrono::system_clock::now().time_since_epoch();
        return Instant::from_milliseconds((std::chrono::duration_cast<std::chrono::milliseconds>(since_1970) + m_moved).count());
    }
    std::int64_t steady_seconds() override
    {
        return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
    }
    void random(std::span<std::uint8_t> into) override { system_random(into); }
    Ulid ulid() override { return m_ulids.next(std::uint64_t(std::max<std::int64_t>(now().milliseconds(), 0))); }

private:
    std::chrono::milliseconds m_moved;
    UlidSource m_ulids;
};

/// SplitMix64 (Vigna): small, well spread from any seed, the same everywhere.
std::uint64_t splitmix(std::uint64_t& state)
{
    state += 0x9e3779b97f4a7c15U;
    auto mixed = state;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9U;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebU;
    return mixed ^ (mixed >> 31);
}

} // namespace

std::unique_ptr<Env> system_env(int days_moved)
{
    return std::make_unique<SystemEnv>(days_moved);
}

FixedEnv::FixedEnv(Instant start, std::uint64_t seed) : m_now(start), m_seed(seed), m_state(seed) { }

Instant FixedEnv::now()
{
    std::lock_guard const lock(m_mutex);
    return m_now;
}

void FixedEnv::set(Instant now)
{
    std::lock_guard const lock(m_mutex);
    m_now = now;
}

void FixedEnv::advance_seconds(std::int64_t seconds)
{
    std::lock_guard const lock(m_mutex);
    m_now = m_now.plus_seconds(seconds);
}

void FixedEnv::random(std::span<std::uint8_t> into)
{
    std::lock_guard const lock(m_mutex);
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < into.size(); ++i, bits >>= 8) {
        if (i % 8 == 0)
            bits = splitmix(m_state);
        into[i] = std::uint8_t(bits & 0xff);
    }
}

Ulid FixedEnv::ulid()
{
    std::lock_guard const lock(m_mutex);
    CHECK(m_now.milliseconds() >= 0);
    // Two bytes of the seed keep the ids of two such worlds apart; the count stays unique when the clock is set back.
    UlidRandom random {std::uint8_t(m_seed >> 8), std::uint8_t(m_seed)};
    auto count = ++m_count;
    for (std::size_t i = random.size(); i-- > 2; count >>= 8)
        random[i] = std::uint8_t(count & 0xff);
    return Ulid::make(std::uint64_t(m_now.milliseconds()), random);
}

} // namespace rtkeren
