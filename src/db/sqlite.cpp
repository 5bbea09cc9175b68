#include "db/sqlite.hpp"

#include <sqlite3.h>

#include <fmt/format.h>

namespace rtkeren::db {
namespace {

constexpr int busy_milliseconds = 5000;

/// "UNIQUE constraint failed: purse.city, purse.id" -> "purse.city, purse.id"; a trigger's own text stays whole.
std::string constraint_name(std::string_view message)
{
    auto colon = message.find(" constraint failed: ");
    return std::string(colon == std::string_view::npos ? message : message.substr(colon + 20));
}

Error constraint_error(int extended, std::string_view message)
{
    auto detailed = [&](Error error) {
        error.detail = constraint_name(message);
        return error;
    };
    switch (extended) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
        return detailed(Error::conflict("db.unique"));
    case SQLITE_CONSTRAINT_FOREIGNKEY:
        return detailed(Error::conflict("db.foreign_key"));
    default:
        return detailed(Error::invalid("db.check"));
    }
}

Error sqlite_error(int extended, std::string_view message, std::string_view name)
{
    auto detail = fmt::format("{}: {} ({})", name, message, extended);
    switch (extended & 0xff) {
    case SQLITE_CONSTRAINT:
        return constraint_error(extended, message);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return Error::retry("db.busy", std::move(detail));
    case SQLITE_FULL:
        return Error::unavailable("db.full", std::move(detail));
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
        return Error::unavailable("db.io", std::move(detail));
    case SQLITE_NOMEM:
    case SQLITE_INTERRUPT:
        return Error::unavailable("db.interrupted", std::move(detail));
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return Error::unavailable("environment.database_damaged", std::move(detail));
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return Error::unavailable("environment.data_unwritable", std::move(detail));
    case SQLITE_TOOBIG:
    case SQLITE_MISMATCH: {
        auto error = Error::invalid("db.value");
        error.detail = std::move(detail);
        return error;
    }
    default:
        return Error::internal("db.statement", std::move(detail));
    }
}

Row::Cell cell_of(sqlite3_stmt* statement, int column)
{
    switch (sqlite3_column_type(statement, column)) {
    case SQLITE_NULL:
        return std::monostate {};
    case SQLITE_INTEGER:
        return std::int64_t {sqlite3_column_int64(statement, column)};
    default: {
        auto const* bytes = static_cast<char const*>(static_cast<void const*>(sqlite3_column_text(statement, column)));
        return std::string(bytes ? bytes : "", std::size_t(sqlite3_column_bytes(statement, column)));
    }
    }
}

/// Statements read text in place: the caller's parameters outlive the step.
int bind_value(sqlite3_stmt* statement, int place, Parameter const& parameter)
{
    auto bind_text = [&](std::string_view text) { return sqlite3_bind_text64(statement, place, text.data() ? text.data() : "", text.size(), SQLITE_STATIC, SQLITE_UTF8); };
    return std::visit(
        [&](auto const& value) {
            using Value = std::remove_cvref_t<decltype(value)>;
            if constexpr (std::is_same_v<Value, std::monostate>)
                return sqlite3_bind_null(statement, place);
            else if constexpr (std::is_same_v<Value, std::int64_t> || std::is_same_v<Value, bool>)
                return sqlite3_bind_int64(statement, place, value);
            else
                return bind_text(value);
        },
        parameter.value());
}

/// SELECT db_fault(code) FROM a table: a statement that fails as the disk would, so that SQLite itself ends the transaction.
void fault_function(sqlite3_context* context, int, sqlite3_value** values)
{
    sqlite3_result_error_code(context, sqlite3_value_int(values[0]));
}

/// Busy statements are reset when the answer has been read, whatever happened.
class Resetting {
public:
    explicit Resetting(sqlite3_stmt* statement) : m_statement(statement) { }
    ~Resetting()
    {
        sqlite3_reset(m_statement);
        sqlite3_clear_bindings(m_statement);
    }
    Resetting(Resetting const&) = delete;
    Resetting& operator=(Resetting const&) = delete;

private:
    sqlite3_stmt* m_statement;
};

} // namespace

Result<std::unique_ptr<SqliteConnection>> SqliteConnection::open(std::string const& path, SqliteUse use)
{
    sqlite3* handle = nullptr;
    int const flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | (use == SqliteUse::Write ? SQLITE_OPEN_CREATE : 0);
    int const code = sqlite3_open_v2(path.c_str(), &handle, flags, nullptr);
    std::unique_ptr<SqliteConnection> connection(new SqliteConnection(handle));
    if (code != SQLITE_OK)
        return Error::unavailable("environment.data_unwritable", path + ": " + sqlite3_errstr(code));
    sqlite3_busy_timeout(handle, busy_milliseconds);
    sqlite3_limit(handle, SQLITE_LIMIT_TRIGGER_DEPTH, 100);
    std::string pragmas = "PRAGMA trusted_schema=OFF; PRAGMA foreign_keys=ON; PRAGMA synchronous=FULL;";
    // There are as many readers as threads that answer, and what one does not keep the system has in its own cache.
    // A journal of savepoints in memory is walked from its start at each release: a batch would take the square of its length. In a file it is not.
    pragmas += use == SqliteUse::Write ? "PRAGMA cache_size=-16000; PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=8000; PRAGMA temp_store=FILE;"
                                        : "PRAGMA cache_size=-4000; PRAGMA query_only=ON; PRAGMA temp_store=MEMORY;";
    auto ready = connection->script(pragmas);
    if (!ready.ok())
        return std::move(ready).error();
    return connection;
}

SqliteConnection::~SqliteConnection()
{
    forget_statements();
    sqlite3_close(m_handle);
}

bool SqliteConnection::is_in_transaction() const
{
    return sqlite3_get_autocommit(m_handle) == 0;
}

Error SqliteConnection::error_of(int code, std::string_view name)
{
    auto error = sqlite_error(code, sqlite3_errmsg(m_handle), name);
    if (error.code == "db.io" || error.code == "environment.database_damaged")
        give_up();
    return error;
}

Result<SqliteConnection::Prepared*> SqliteConnection::prepared(Statement const& statement)
{
    if (auto known = m_statements.find(statement.key()); known != m_statements.end())
        return &known->second;
    if (m_statements.size() >= most_statements)
        forget_statements();
    Prepared fresh;
    int const code = sqlite3_prepare_v3(m_handle, statement.text.data(), int(statement.text.size()), SQLITE_PREPARE_PERSISTENT, &fresh.handle, nullptr);
    if (code != SQLITE_OK)
        return error_of(code, statement.name);
    if (!fresh.handle)
        return Error::internal("db.statement", std::string(statement.name) + ": there is no statement");
    int const count = sqlite3_bind_parameter_count(fresh.handle);
    for (int number = 1; number <= count; ++number)
        fresh.places.push_back(sqlite3_bind_parameter_index(fresh.handle, ("$" + std::to_string(number)).c_str()));
    fresh.counter = counter_of(statement.name);
    return &m_statements.emplace(std::string(statement.key()), std::move(fresh)).first->second;
}

void SqliteConnection::forget_statements()
{
    for (auto& [name, statement] : m_statements)
        sqlite3_finalize(statement.handle);
    m_statements.clear();
}

Result<void> SqliteConnection::prepare(Statement const& statement)
{
    TRY(prepared(statement));
    return Done {};
}

Result<void> SqliteConnection::bind(Prepared const& statement, std::span<Parameter const> parameters)
{
    if (parameters.size() != statement.places.size())
        return Error::internal("db.statement", fmt::format("{} parameters wanted, {} given", statement.places.size(), parameters.size()));
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        int const code = bind_value(statement.handle, statement.places[i], parameters[i]);
        if (code != SQLITE_OK)
            return error_of(code, "bind");
    }
    return Done {};
}

Result<Connection::Answer> SqliteConnection::step_through(Prepared const& statement)
{
    Answer answer;
    int const columns = sqlite3_column_count(statement.handle);
    int code = sqlite3_step(statement.handle);
    for (; code == SQLITE_ROW; code = sqlite3_step(statement.handle)) {
        std::vector<Row::Cell> cells;
        cells.reserve(std::size_t(columns));
        for (int column = 0; column < columns; ++column)
            cells.push_back(cell_of(statement.handle, column));
        answer.rows.emplace_back(std::move(cells));
    }
    if (code != SQLITE_DONE)
        return error_of(code, sqlite3_sql(statement.handle));
    if (!sqlite3_stmt_readonly(statement.handle))
        answer.changed = sqlite3_changes64(m_handle);
    return answer;
}

Result<Connection::Answer> SqliteConnection::run(Statement const& statement, std::span<Parameter const> parameters)
{
    auto* ready = TRY(prepared(statement));
    Resetting resetting(ready->handle);
    TRY(bind(*ready, parameters));
    auto answer = TRY(step_through(*ready));
    if (m_fault)
        TRY(run_fault());
    if (ready->counter)
        ready->counter->fetch_add(1, std::memory_order_relaxed);
    return answer;
}

Result<void> SqliteConnection::run_fault()
{
    auto const fault = *m_fault;
    m_fault.reset();
    sqlite3_create_function(m_handle, "db_fault", 1, SQLITE_UTF8, nullptr, fault_function, nullptr, nullptr);
    return run_script(fmt::format("SELECT db_fault({}) FROM sqlite_master LIMIT 1", fault == Database::Fault::Full ? SQLITE_FULL : SQLITE_IOERR_WRITE));
}

Result<void> SqliteConnection::run_script(std::string const& text)
{
    int const code = sqlite3_exec(m_handle, text.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return error_of(code, text.substr(0, 80));
    return Done {};
}

} // namespace rtkeren::db
