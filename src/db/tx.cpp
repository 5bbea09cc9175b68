#include "db/connection.hpp"
#include "db/list.hpp"

#include <algorithm>

namespace rtkeren::db {
namespace {

thread_local bool t_is_inside_write = false;

/// Gives `parameters` to `run` in as few parts as the three texts allow.
template<class Run>
Result<void> in_hundreds_tens_and_ones(
    std::string_view one, std::string_view ten, std::string_view hundred, std::size_t width, std::span<Parameter const> parameters, Run const& run)
{
    for (auto const& [tuples, text] : {std::pair(std::size_t {100}, hundred), std::pair(std::size_t {10}, ten), std::pair(std::size_t {1}, one)}) {
        for (auto const size = tuples * width; !parameters.empty() && parameters.size() >= size; parameters = parameters.subspan(size))
            TRY(run(text, parameters.first(size)));
    }
    return Done {};
}

} // namespace

Result<Rows> Connection::fetch(Statement const& statement, std::span<Parameter const> parameters)
{
    auto answer = run(statement, parameters);
    if (answer.ok())
        return std::move(answer->rows);
    if (!m_failure)
        m_failure = answer.error();
    return std::move(answer).error();
}

Result<Changed> Connection::execute(Statement const& statement, std::span<Parameter const> parameters)
{
    auto answer = run(statement, parameters);
    if (answer.ok())
        return Changed {answer->changed};
    if (!m_failure)
        m_failure = answer.error();
    return std::move(answer).error();
}

Result<void> Connection::control(std::string_view text)
{
    TRY(execute({text, text}, {}));
    return Done {};
}

Result<void> Connection::script(std::string const& text)
{
    auto outcome = run_script(text);
    if (!outcome.ok() && !m_failure)
        m_failure = outcome.error();
    return outcome;
}

template<class Tx>
Result<void> guarded(Connection& connection, std::function<Result<void>(Tx&)> const& work)
{
    connection.forget_failure();
    Tx tx(connection);
    Result<void> outcome;
    try {
        outcome = work(tx);
    } catch (CorruptRow const& corrupt) {
        return Error::internal("db.corrupt_row", corrupt.what());
    } catch (std::exception const& thrown) {
        return Error::internal("db.exception", thrown.what());
    }
    if (outcome.ok() && connection.failure())
        return *connection.failure();
    return outcome;
}
template Result<void> guarded(Connection&, std::function<Result<void>(ReadTx&)> const&);
template Result<void> guarded(Connection&, std::function<Result<void>(WriteTx&)> const&);

InsideWrite::InsideWrite() { t_is_inside_write = true; }
InsideWrite::~InsideWrite() { t_is_inside_write = false; }

Result<void> InsideWrite::refuse_nested()
{
    if (t_is_inside_write)
        return Error::internal("db.nested_transaction", "a write's work opens no other transaction");
    return Done {};
}

Dialect ReadTx::dialect() const
{
    return m_connection.dialect();
}

Result<void> ReadTx::expect_whole_tables()
{
    if (dialect() == Dialect::Postgres)
        return m_connection.control("SET LOCAL enable_nestloop = off");
    return Done {};
}

Result<Rows> ReadTx::fetch(std::string_view name, std::string_view text, std::span<Parameter const> parameters)
{
    return m_connection.fetch({name, text}, parameters);
}

Result<Rows> ReadTx::fetch_list(
    std::string_view name, std::string_view text, std::span<std::string_view const> columns, ListCut const& cut, std::span<Parameter const> parameters)
{
    auto composed = TRY(compose_list(dialect(), text, columns, cut, parameters));
    return m_connection.fetch({name, composed.text, true}, composed.parameters);
}

Result<Changed> WriteTx::execute(std::string_view name, std::string_view text, std::span<Parameter const> parameters)
{
    return m_connection.execute({name, text}, parameters);
}

Result<Rows> ReadTx::fetch_rows(std::string_view name, Texts const& texts, std::size_t width, std::span<Parameter const> parameters)
{
    Rows all;
    auto const part_of_all = [&](std::string_view text, std::span<Parameter const> part) -> Result<void> {
        auto rows = TRY(m_connection.fetch({name, text, text != texts.one}, part));
        all.insert(all.end(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
        return Done {};
    };
    TRY(in_hundreds_tens_and_ones(texts.one, texts.ten, texts.hundred, width, parameters, part_of_all));
    return all;
}

Result<Changed> WriteTx::execute_rows(std::string_view name, Texts const& texts, std::size_t width, std::span<Parameter const> parameters)
{
    Changed total;
    auto const part_of_all = [&](std::string_view text, std::span<Parameter const> part) -> Result<void> {
        auto changed = TRY(m_connection.execute({name, text, text != texts.one}, part));
        total.rows += changed.rows;
        return Done {};
    };
    TRY(in_hundreds_tens_and_ones(texts.one, texts.ten, texts.hundred, width, parameters, part_of_all));
    return total;
}

} // namespace rtkeren::db
