#pragma once

#include "base/date.hpp"
#include "base/id.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>

namespace rtkeren {

/// The world's one door: clocks, ids and randomness. Tests hold the handle.
class Env {
public:
    virtual ~Env() = default;
    /// The city's business time. An example city lives on its own day.
    [[nodiscard]] virtual Instant now() = 0;
    /// Seconds that only go forward: sessions, limits, back-off.
    [[nodiscard]] virtual std::int64_t steady_seconds() = 0;
    virtual void random(std::span<std::uint8_t> into) = 0;
    /// Ids made in one millisecond sort in the order of making.
    [[nodiscard]] virtual Ulid ulid() = 0;
};

/// The real clock moved by a fixed number of days (0 in a real city).
[[nodiscard]] std::unique_ptr<Env> system_env(int days_moved = 0);

/// A world for tests and simulations: the clock stands until moved, ids count up, randomness comes from the seed.
class FixedEnv final : public Env {
public:
    explicit FixedEnv(Instant start, std::uint64_t seed = 1);
    Instant now() override;
    std::int64_t steady_seconds() override { return now().milliseconds() / 1000; }
    void random(std::span<std::uint8_t> into) override;
    Ulid ulid() override;
    void set(Instant now);
    void advance_seconds(std::int64_t seconds);

private:
    std::mutex m_mutex; // a server under test asks from several threads
    Instant m_now;
    std::uint64_t m_seed;
    std::uint64_t m_state;
    std::uint64_t m_count {0};
};

} // namespace rtkeren
