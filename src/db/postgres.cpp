#include "db/postgres.hpp"

#include <libpq-fe.h>

#include <fmt/format.h>

namespace rtkeren::db {
namespace {

// Type numbers of pg_type that never change.
constexpr Oid oid_bool = 16;
constexpr Oid oid_int8 = 20;
constexpr Oid oid_int2 = 21;
constexpr Oid oid_int4 = 23;
constexpr Oid oid_numeric = 1700;

std::string_view diagnostic(PGresult const* result, int field)
{
    auto const* text = result ? PQresultErrorField(result, field) : nullptr;
    return text ? text : "";
}

Error refused_value(PGresult const* result, std::string_view code)
{
    auto error = code == "db.unique" || code == "db.foreign_key" ? Error::conflict(std::string(code)) : Error::invalid(std::string(code));
    for (int field : {PG_DIAG_CONSTRAINT_NAME, PG_DIAG_COLUMN_NAME, PG_DIAG_MESSAGE_PRIMARY}) {
        if (error.detail.empty())
            error.detail = diagnostic(result, field);
    }
    return error;
}

Error postgres_error(PGresult const* result, std::string_view state, std::string detail)
{
    if (state == "23505")
        return refused_value(result, "db.unique");
    if (state == "23503")
        return refused_value(result, "db.foreign_key");
    if (state == "23514" || state == "23502" || state == "P0001")
        return refused_value(result, "db.check");
    if (state == "40001" || state == "40P01" || state == "55P03")
        return Error::retry("db.busy", std::move(detail));
    if (state.starts_with("22"))
        return refused_value(result, "db.value");
    if (state == "53100")
        return Error::unavailable("db.full", std::move(detail));
    if (state == "58030")
        return Error::unavailable("db.io", std::move(detail));
    if (state.empty() || state.starts_with("08") || state.starts_with("53") || state.starts_with("57P"))
        return Error::unavailable("environment.database_down", std::move(detail));
    return Error::internal("db.statement", std::move(detail));
}

/// The same cells as from SQLite: integers, whole sums and booleans (1/0) as numbers, everything else as text.
Row::Cell cell_of(PGresult const* result, int row, int column)
{
    if (PQgetisnull(result, row, column))
        return std::monostate {};
    std::string_view const text(PQgetvalue(result, row, column), std::size_t(PQgetlength(result, row, column)));
    switch (PQftype(result, column)) {
    case oid_bool:
        return std::int64_t {text == "t"};
    case oid_int2:
    case oid_int4:
    case oid_int8:
    case oid_numeric:
        if (auto number = parse_integer(text))
            return *number;
        break;
    default:
        break;
    }
    return std::string(text);
}

/// Texts for libpq: ended by a zero byte, nullptr for NULL.
class BoundTexts {
public:
    explicit BoundTexts(std::span<Parameter const> parameters)
    {
        m_texts.reserve(parameters.size());
        m_pointers.reserve(parameters.size());
        for (auto const& parameter : parameters)
            add(parameter);
    }
    [[nodiscard]] char const* const* data() const { return m_pointers.data(); }
    [[nodiscard]] int size() const { return int(m_pointers.size()); }

private:
    void add(Parameter const& parameter)
    {
        if (parameter.is_null())
            return m_pointers.push_back(nullptr);
        auto const& value = parameter.value();
        if (auto const* number = std::get_if<std::int64_t>(&value))
            m_texts.push_back(std::to_string(*number));
        else if (auto const* flag = std::get_if<bool>(&value))
            m_texts.emplace_back(*flag ? "t" : "f");
        else if (auto const* view = std::get_if<std::string_view>(&value))
            m_texts.emplace_back(*view);
        else
            m_texts.push_back(std::get<std::string>(value));
        m_pointers.push_back(m_texts.back().c_str());
    }

    std::vector<std::string> m_texts; // reserved: the pointers stay valid
    std::vector<char const*> m_pointers;
};

bool is_fine(PGresult const* result)
{
    auto const status = PQresultStatus(result);
    return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY;
}

void ignore_notice(void*, PGresult const*) { }

} // namespace

Result<std::unique_ptr<PostgresConnection>> PostgresConnection::open(std::string const& url)
{
    char const* const keys[] {"dbname", "client_encoding", "connect_timeout", "application_name", "options", nullptr};
    char const* const values[] {url.c_str(), "UTF8", "10", "rtkeren", "-c DateStyle=ISO -c standard_conforming_strings=on -c lock_timeout=10000 -c jit=off", nullptr};
    std::unique_ptr<PostgresConnection> connection(new PostgresConnection(PQconnectdbParams(keys, values, 1)));
    if (PQstatus(connection->m_handle) != CONNECTION_OK)
        return Error::unavailable("environment.database_down", PQerrorMessage(connection->m_handle));
    PQsetNoticeReceiver(connection->m_handle, ignore_notice, nullptr);
    return connection;
}

PostgresConnection::~PostgresConnection()
{
    PQfinish(m_handle);
}

Error PostgresConnection::error_of(pg_result const* result, std::string_view name)
{
    auto const state = diagnostic(result, PG_DIAG_SQLSTATE);
    auto error = postgres_error(result, state, fmt::format("{}: {} ({})", name, PQerrorMessage(m_handle), state));
    if (PQstatus(m_handle) != CONNECTION_OK || error.kind == ErrorKind::Unavailable)
        give_up();
    return error;
}

Result<PostgresConnection::Prepared*> PostgresConnection::prepared(Statement const& statement)
{
    if (auto known = m_statements.find(statement.key()); known != m_statements.end())
        return &known->second;
    if (m_statements.size() >= most_statements)
        TRY(forget_statements());
    Prepared fresh {"s" + std::to_string(++m_named), counter_of(statement.name)};
    Outcome const outcome(PQprepare(m_handle, fresh.name.c_str(), std::string(statement.text).c_str(), 0, nullptr), PQclear);
    if (!is_fine(outcome.get()))
        return error_of(outcome.get(), statement.name);
    return &m_statements.emplace(std::string(statement.key()), std::move(fresh)).first->second;
}

Result<void> PostgresConnection::forget_statements()
{
    m_statements.clear();
    return run_script("DEALLOCATE ALL");
}

Result<void> PostgresConnection::prepare(Statement const& statement)
{
    TRY(prepared(statement));
    return Done {};
}

Result<Connection::Answer> PostgresConnection::run(Statement const& statement, std::span<Parameter const> parameters)
{
    auto* ready = TRY(prepared(statement));
    if (std::exchange(m_is_to_be_lost, false))
        (void)run_script("SELECT pg_terminate_backend(pg_backend_pid())");
    BoundTexts const texts(parameters);
    Outcome const outcome(PQexecPrepared(m_handle, ready->name.c_str(), texts.size(), texts.data(), nullptr, nullptr, 0), PQclear);
    if (!is_fine(outcome.get()))
        return error_of(outcome.get(), statement.name);
    Answer answer;
    int const rows = PQntuples(outcome.get());
    int const columns = PQnfields(outcome.get());
    answer.rows.reserve(std::size_t(rows));
    for (int row = 0; row < rows; ++row) {
        std::vector<Row::Cell> cells;
        cells.reserve(std::size_t(columns));
        for (int column = 0; column < columns; ++column)
            cells.push_back(cell_of(outcome.get(), row, column));
        answer.rows.emplace_back(std::move(cells));
    }
    answer.changed = parse_integer(PQcmdTuples(outcome.get())).value_or(0);
    if (columns == 0)
        m_written += answer.changed;
    if (ready->counter)
        ready->counter->fetch_add(1, std::memory_order_relaxed);
    return answer;
}

Result<void> PostgresConnection::run_script(std::string const& text)
{
    Outcome const outcome(PQexec(m_handle, text.c_str()), PQclear);
    if (!is_fine(outcome.get()))
        return error_of(outcome.get(), text.substr(0, 80));
    return Done {};
}

Result<void> PostgresConnection::commit()
{
    if (PQtransactionStatus(m_handle) == PQTRANS_INERROR)
        return failure() ? *failure() : Error::internal("db.statement", "COMMIT after a failed statement");
    return script("COMMIT");
}

std::string url_of_database(std::string_view url, std::string_view name)
{
    auto const host = url.find("://") + 3;
    auto const question = std::min(url.find('?', host), url.size());
    auto const slash = std::min(url.find('/', host), question);
    return std::string(url.substr(0, slash)) + "/" + std::string(name) + std::string(url.substr(question));
}

Result<void> create_postgres_database(std::string const& server_url, std::string_view name)
{
    auto connection = TRY(PostgresConnection::open(server_url));
    return connection->script("CREATE DATABASE " + std::string(name) + " TEMPLATE template0 ENCODING 'UTF8'");
}

Result<void> drop_postgres_database(std::string const& server_url, std::string_view name)
{
    auto connection = TRY(PostgresConnection::open(server_url));
    return connection->script("DROP DATABASE IF EXISTS " + std::string(name) + " WITH (FORCE)");
}

} // namespace rtkeren::db
