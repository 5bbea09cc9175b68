#pragma once

#include "db/connection.hpp"

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace rtkeren::db {

/// Open connections that wait for their next user; the one used last is taken first, so there are never more than were ever busy at once.
/// A connection that failed is closed, not kept.
template<class C>
class Pool {
public:
    using Open = std::function<Result<std::unique_ptr<C>>()>;

    class Lease {
    public:
        Lease(Pool& pool, std::unique_ptr<C> connection) : m_pool(&pool), m_connection(std::move(connection)) { }
        Lease(Lease&&) noexcept = default;
        Lease& operator=(Lease&&) = delete;
        ~Lease()
        {
            if (m_connection)
                m_pool->give_back(std::move(m_connection));
        }
        C& operator*() const { return *m_connection; }
        C* operator->() const { return m_connection.get(); }

    private:
        Pool* m_pool;
        std::unique_ptr<C> m_connection;
    };

    Pool(std::size_t most, Open open) : m_open(std::move(open)), m_free(most) { }

    /// Waits while all are busy; Retry db.queue_full after 10 s.
    Result<Lease> take()
    {
        std::unique_lock lock(m_mutex);
        if (!m_changed.wait_for(lock, std::chrono::seconds {10}, [&] { return m_free > 0; }))
            return Error::retry("db.queue_full");
        --m_free;
        if (!m_idle.empty()) {
            auto connection = std::move(m_idle.back());
            m_idle.pop_back();
            return Lease(*this, std::move(connection));
        }
        lock.unlock();
        auto opened = m_open();
        if (!opened.ok()) {
            give_back(nullptr);
            return std::move(opened).error();
        }
        return Lease(*this, std::move(opened).value());
    }
    /// After the server went away every idle connection is as dead as the one that noticed.
    void close_idle()
    {
        std::scoped_lock lock(m_mutex);
        m_idle.clear();
    }

private:
    void give_back(std::unique_ptr<C> connection)
    {
        {
            std::scoped_lock lock(m_mutex);
            ++m_free;
            if (connection && connection->is_usable())
                m_idle.push_back(std::move(connection));
        }
        m_changed.notify_one();
    }

    Open m_open;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::size_t m_free;
    std::vector<std::unique_ptr<C>> m_idle;
};

} // namespace rtkeren::db
