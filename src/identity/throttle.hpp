#pragma once

#include "base/env.hpp"

#include <mutex>
#include <string>
#include <unordered_map>

namespace rtkeren::identity {

/// Failures per address in this process: looser than the lock of an account, since an office shares one address.
/// It slows who tries many names or codes; it is not kept over a restart.
class Throttle {
public:
    Throttle(int limit, std::int64_t window_seconds)
        : m_limit(limit)
        , m_window(window_seconds)
    {
    }
    /// Seconds until the address may try again; 0 when it may now.
    [[nodiscard]] std::int64_t wait(Env&, std::string const& address);
    void count(Env&, std::string const& address);

private:
    struct Window {
        std::int64_t begun {0};
        int failures {0};
    };
    void forget_old(std::int64_t now);

    int m_limit;
    std::int64_t m_window;
    std::mutex m_mutex;
    std::unordered_map<std::string, Window> m_windows;
};

} // namespace rtkeren::identity
