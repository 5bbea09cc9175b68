#pragma once

#include "db/db.hpp"

#include <atomic>

namespace rtkeren::db {

/// What is prepared. A composed text (a cut list, ten tuples) is remembered by its text, any other by its name.
struct Statement {
    std::string_view name;
    std::string_view text;
    bool is_composed {false};

    [[nodiscard]] std::string_view key() const { return is_composed ? text : name; }
};

/// Composed texts are many: beyond this count a connection forgets its prepared statements and starts again.
constexpr std::size_t most_statements = 1000;

/// One connection, used by one thread at a time. The first error is kept: after it nothing may be committed.
class Connection {
public:
    Connection() = default;
    Connection(Connection const&) = delete;
    Connection& operator=(Connection const&) = delete;
    virtual ~Connection() = default;
    [[nodiscard]] virtual Dialect dialect() const = 0;

    Result<Rows> fetch(Statement const&, std::span<Parameter const>);
    Result<Changed> execute(Statement const&, std::span<Parameter const>);
    /// Several statements without parameters.
    Result<void> script(std::string const& text);
    /// BEGIN, COMMIT and their like.
    Result<void> control(std::string_view text);
    virtual Result<void> prepare(Statement const&) = 0;

    /// The first error since `forget_failure`.
    [[nodiscard]] std::optional<Error> const& failure() const { return m_failure; }
    void forget_failure() { m_failure.reset(); }
    /// False once the file or the server failed: close it and open another.
    [[nodiscard]] bool is_usable() const { return m_is_usable; }

protected:
    struct Answer {
        Rows rows;
        std::int64_t changed {0};
    };
    virtual Result<Answer> run(Statement const&, std::span<Parameter const>) = 0;
    virtual Result<void> run_script(std::string const& text) = 0;
    void give_up() { m_is_usable = false; }

private:
    std::optional<Error> m_failure;
    bool m_is_usable {true};
};

/// Counts executions of a registered query; nullptr for others.
[[nodiscard]] std::atomic<std::uint64_t>* counter_of(std::string_view name);

/// Runs `work`; what it throws becomes Internal db.corrupt_row or db.exception, and an error that it swallowed comes back.
template<class Tx>
Result<void> guarded(Connection& connection, std::function<Result<void>(Tx&)> const& work);

/// While alive, this thread is inside a write: another transaction would wait for itself.
class InsideWrite {
public:
    InsideWrite();
    ~InsideWrite();
    InsideWrite(InsideWrite const&) = delete;
    InsideWrite& operator=(InsideWrite const&) = delete;
    static Result<void> refuse_nested(); // Internal db.nested_transaction
};

} // namespace rtkeren::db
