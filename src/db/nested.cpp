#include "db/connection.hpp"

namespace rtkeren::db {
namespace {

/// Whether the transaction outlives this error.
bool is_refusal(Error const& error)
{
    return error.kind != ErrorKind::Retry && error.kind != ErrorKind::Unavailable && error.kind != ErrorKind::Internal;
}

} // namespace

Result<void> WriteTx::nested(std::function<Result<void>()> const& work)
{
    if (m_connection.failure())
        return *m_connection.failure();
    TRY(m_connection.control("SAVEPOINT nested"));
    auto outcome = work();
    if (outcome.ok() && m_connection.failure())
        outcome = *m_connection.failure();
    auto const failed_otherwise = m_connection.failure() && !is_refusal(*m_connection.failure());
    if (!outcome.ok() && (!is_refusal(outcome.error()) || failed_otherwise || !m_connection.is_usable()))
        return outcome;
    if (!outcome.ok()) {
        // By itself, not prepared: PostgreSQL takes little else after an error.
        TRY(m_connection.script("ROLLBACK TO SAVEPOINT nested"));
        m_connection.forget_failure();
    }
    TRY(m_connection.control("RELEASE SAVEPOINT nested"));
    return outcome;
}

} // namespace rtkeren::db
