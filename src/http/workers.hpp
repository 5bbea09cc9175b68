#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace rtkeren::http {

/// A fixed number of threads and a queue with an end. Jobs must not throw.
class Workers {
public:
    Workers(unsigned threads, std::size_t queue_limit);
    /// Drops what waits, waits for what runs.
    ~Workers();
    Workers(Workers const&) = delete;
    Workers& operator=(Workers const&) = delete;

    /// False when the queue is full: the caller answers that the server is busy.
    [[nodiscard]] bool submit(std::function<void()> job);

private:
    void work();

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::function<void()>> m_queue;
    std::size_t m_queue_limit;
    bool m_ending {false};
    std::vector<std::thread> m_threads;
};

} // namespace rtkeren::http
