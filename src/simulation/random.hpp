#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace rtkeren::simulation {

/// Small, seeded, the same on every machine: a failure replays from its seed.
class Random {
public:
    explicit Random(std::uint64_t seed) : m_state(seed * 0x9e3779b97f4a7c15ULL + 0x2545f4914f6cdd1dULL) { next(); }
    std::uint64_t next()
    {
        m_state ^= m_state >> 12;
        m_state ^= m_state << 25;
        m_state ^= m_state >> 27;
        return m_state * 0x2545f4914f6cdd1dULL;
    }
    /// 0 <= n < bound
    std::size_t below(std::size_t bound) { return static_cast<std::size_t>(next() % bound); }
    /// From `low` to `high`, both included.
    std::int64_t between(std::int64_t low, std::int64_t high) { return low + static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(high - low + 1)); }
    bool chance(int percent) { return below(100) < static_cast<std::size_t>(percent); }
    template<class T, std::size_t N>
    T const& pick(T const (&all)[N])
    {
        return all[below(N)];
    }

private:
    std::uint64_t m_state;
};

/// A name that nobody bears on purpose: drawn from common given and family names.
[[nodiscard]] std::string person_name(Random&);
[[nodiscard]] std::string shop_name(Random&);
/// "0812000xxxxx": a block that stands for examples.
[[nodiscard]] std::string phone_number(std::size_t nth);
/// 18 digits shaped like a civil servant's number, of an example.
[[nodiscard]] std::string nip_number(std::size_t nth);

} // namespace rtkeren::simulation
