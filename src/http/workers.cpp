#include "http/workers.hpp"

namespace rtkeren::http {

Workers::Workers(unsigned threads, std::size_t queue_limit) : m_queue_limit(queue_limit)
{
    m_threads.reserve(threads);
    for (unsigned i = 0; i < threads; ++i)
        m_threads.emplace_back([this] { work(); });
}

Workers::~Workers()
{
    {
        std::lock_guard const lock(m_mutex);
        m_ending = true;
    }
    m_changed.notify_all();
    for (auto& thread : m_threads)
        thread.join();
}

bool Workers::submit(std::function<void()> job)
{
    {
        std::lock_guard const lock(m_mutex);
        if (m_ending || m_queue.size() >= m_queue_limit)
            return false;
        m_queue.push_back(std::move(job));
    }
    m_changed.notify_one();
    return true;
}

void Workers::work()
{
    for (;;) {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_ending || !m_queue.empty(); });
        if (m_ending)
            return;
        auto job = std::move(m_queue.front());
        m_queue.pop_front();
        lock.unlock();
        job();
    }
}

} // namespace rtkeren::http
