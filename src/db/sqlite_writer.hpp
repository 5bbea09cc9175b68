#pragma once

#include "db/sqlite.hpp"

#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <thread>

namespace rtkeren::db {

/// The one thread that writes to a SQLite file: works that wait together are committed together, and nobody is answered before COMMIT.
class SqliteWriter {
public:
    using Work = std::function<Result<void>(WriteTx&)>;
    static constexpr std::size_t most_in_batch = 64;
    static constexpr std::size_t most_waiting = 256;

    explicit SqliteWriter(std::string path);
    ~SqliteWriter(); // what waits is still written
    SqliteWriter(SqliteWriter const&) = delete;
    SqliteWriter& operator=(SqliteWriter const&) = delete;

    /// Blocks until the work's batch is committed. Retry db.queue_full.
    Result<void> run(Work const&);
    [[nodiscard]] std::size_t waiting() const;
    void inject_fault(Database::Fault, int after_operations);

private:
    struct Operation {
        Work const* work;
        Result<void> outcome {};
        std::promise<Result<void>> answer {};
    };
    struct PlannedFault {
        Database::Fault fault;
        int after;
    };
    enum class Batch : std::uint8_t { Committed, Refused, Lost, Broken };
    enum class Marks : std::uint8_t { None, Each };
    using Operations = std::vector<Operation*>;

    void loop();
    Operations next_batch();
    void write_batch(Operations const&);
    Batch try_batch(std::span<Operation* const>, Marks);
    Batch run_single(Operation&);
    bool run_operation(Operation&); // false when the transaction is gone
    bool run_marked(Operation&); // likewise
    Batch commit(std::span<Operation* const>);
    void run_alone(Operation&);
    Result<void> ensure_open();
    void arm_fault();

    std::string m_path;
    std::unique_ptr<SqliteConnection> m_connection;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Operation*> m_queue;
    std::vector<PlannedFault> m_faults;
    bool m_expects_refusals {false}; // of the writer's thread alone
    bool m_is_stopping {false};
    std::thread m_thread; // last: it uses the others
};

} // namespace rtkeren::db
