#include "db/sqlite_writer.hpp"

#include <algorithm>

namespace rtkeren::db {

SqliteWriter::SqliteWriter(std::string path)
    : m_path(std::move(path))
    , m_thread([this] { loop(); })
{
}

SqliteWriter::~SqliteWriter()
{
    {
        std::scoped_lock lock(m_mutex);
        m_is_stopping = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

Result<void> SqliteWriter::run(Work const& work)
{
    Operation operation {&work};
    auto answered = operation.answer.get_future();
    {
        std::scoped_lock lock(m_mutex);
        if (m_queue.size() >= most_waiting)
            return Error::retry("db.queue_full");
        m_queue.push_back(&operation);
    }
    m_wake.notify_one();
    return answered.get();
}

std::size_t SqliteWriter::waiting() const
{
    std::scoped_lock lock(m_mutex);
    return m_queue.size();
}

void SqliteWriter::inject_fault(Database::Fault fault, int after_operations)
{
    std::scoped_lock lock(m_mutex);
    m_faults.push_back({fault, after_operations});
}

void SqliteWriter::arm_fault()
{
    std::scoped_lock lock(m_mutex);
    for (auto& planned : m_faults) {
        if (planned.after-- == 0)
            m_connection->fail_next(planned.fault);
    }
    std::erase_if(m_faults, [](PlannedFault const& planned) { return planned.after < 0; });
}

void SqliteWriter::loop()
{
    InsideWrite inside;
    for (;;) {
        auto const batch = next_batch();
        if (batch.empty())
            return;
        write_batch(batch);
        for (auto* operation : batch)
            operation->answer.set_value(std::move(operation->outcome)); // the operation may be gone after this
    }
}

SqliteWriter::Operations SqliteWriter::next_batch()
{
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, [&] { return m_is_stopping || !m_queue.empty(); });
    auto const size = std::min(m_queue.size(), most_in_batch);
    Operations batch(m_queue.begin(), m_queue.begin() + std::ptrdiff_t(size));
    m_queue.erase(m_queue.begin(), m_queue.begin() + std::ptrdiff_t(size));
    return batch;
}

Result<void> SqliteWriter::ensure_open()
{
    if (m_connection && m_connection->is_usable() && !m_connection->is_in_transaction())
        return Done {};
    m_connection.reset();
    m_connection = TRY(SqliteConnection::open(m_path, SqliteUse::Write));
    return Done {};
}

/// Most works come through, and a savepoint before each would copy every page that it changes. So they go without; where one is refused, all run again
/// with savepoints, and so does the next batch: refusals come in rows.
void SqliteWriter::write_batch(Operations const& batch)
{
    auto outcome = m_expects_refusals ? Batch::Refused : try_batch(batch, Marks::None);
    m_expects_refusals = false;
    if (outcome == Batch::Refused) {
        outcome = try_batch(batch, Marks::Each);
        m_expects_refusals = std::ranges::any_of(batch, [](Operation const* operation) { return !operation->outcome.ok(); });
    }
    if (outcome != Batch::Lost)
        return;
    for (auto* operation : batch)
        run_alone(*operation);
}

/// Broken: every operation has its error already. Lost: nothing is committed and each shall run again alone. Refused: likewise, because one was refused
/// and there was no savepoint to return to.
SqliteWriter::Batch SqliteWriter::try_batch(std::span<Operation* const> batch, Marks marks)
{
    auto fail_all = [&](Error const& error) {
        for (auto* operation : batch)
            operation->outcome = error;
        return Batch::Broken;
    };
    auto opened = ensure_open();
    if (!opened.ok())
        return fail_all(opened.error());
    auto begun = m_connection->control("BEGIN IMMEDIATE");
    if (!begun.ok())
        return fail_all(begun.error());
    if (batch.size() == 1)
        return run_single(*batch.front());
    for (auto* operation : batch) {
        if (!(marks == Marks::Each ? run_marked(*operation) : run_operation(*operation)))
            return Batch::Lost;
        if (marks == Marks::None && !operation->outcome.ok())
            return m_connection->script("ROLLBACK").ok() ? Batch::Refused : Batch::Lost;
    }
    return commit(batch);
}

/// The transaction itself is the mark to return to: a savepoint around everything would copy each page that changes.
SqliteWriter::Batch SqliteWriter::run_single(Operation& operation)
{
    if (!run_operation(operation))
        return Batch::Lost;
    if (operation.outcome.ok()) {
        Operation* const single[] {&operation};
        return commit(single);
    }
    return m_connection->script("ROLLBACK").ok() ? Batch::Broken : Batch::Lost;
}

bool SqliteWriter::run_operation(Operation& operation)
{
    m_connection->forget_failure();
    arm_fault();
    operation.outcome = guarded(*m_connection, *operation.work);
    return m_connection->is_in_transaction();
}

bool SqliteWriter::run_marked(Operation& operation)
{
    m_connection->forget_failure();
    auto marked = m_connection->control("SAVEPOINT operation");
    arm_fault();
    operation.outcome = marked.ok() ? guarded(*m_connection, *operation.work) : std::move(marked);
    if (!m_connection->is_in_transaction())
        return false;
    if (!operation.outcome.ok() && !m_connection->control("ROLLBACK TO operation").ok())
        return false;
    return m_connection->control("RELEASE operation").ok() && m_connection->is_in_transaction();
}

SqliteWriter::Batch SqliteWriter::commit(std::span<Operation* const> batch)
{
    auto committed = m_connection->control("COMMIT");
    if (committed.ok())
        return Batch::Committed;
    for (auto* operation : batch)
        operation->outcome = committed.error();
    if (m_connection->is_usable()) {
        if (m_connection->is_in_transaction())
            (void)m_connection->script("ROLLBACK");
        return Batch::Lost;
    }
    // After an I/O error nobody knows what the disk holds: the file is opened anew, and clients repeat with the same request id.
    m_connection.reset();
    return Batch::Broken;
}

/// In a transaction of its own, once. An operation whose own statements end it has its error in `outcome`.
void SqliteWriter::run_alone(Operation& operation)
{
    Operation* const alone[] {&operation};
    if (try_batch(alone, Marks::None) == Batch::Lost && operation.outcome.ok())
        operation.outcome = Error::unavailable("db.interrupted", "the transaction ended by itself");
}

} // namespace rtkeren::db
