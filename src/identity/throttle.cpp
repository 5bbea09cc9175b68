#include "identity/throttle.hpp"

namespace rtkeren::identity {

namespace {

constexpr std::size_t addresses_kept = 20'000; // about two megabytes

} // namespace

std::int64_t Throttle::wait(Env& env, std::string const& address)
{
    auto const now = env.steady_seconds();
    std::lock_guard const lock(m_mutex);
    auto const found = m_windows.find(address);
    if (found == m_windows.end() || found->second.failures < m_limit)
        return 0;
    auto const left = found->second.begun + m_window - now;
    return left > 0 ? left : 0;
}

void Throttle::count(Env& env, std::string const& address)
{
    auto const now = env.steady_seconds();
    std::lock_guard const lock(m_mutex);
    if (m_windows.size() >= addresses_kept)
        forget_old(now);
    auto& window = m_windows[address];
    if (window.failures == 0 || now - window.begun >= m_window)
        window = {now, 0};
    ++window.failures;
}

void Throttle::forget_old(std::int64_t now)
{
    std::erase_if(m_windows, [&](auto const& entry) { return now - entry.second.begun >= m_window; });
    if (m_windows.size() >= addresses_kept)
        m_windows.clear(); // a flood from everywhere: the accounts' own locks still hold
}

} // namespace rtkeren::identity
