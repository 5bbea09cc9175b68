#include "db/value.hpp"

#include <fmt/format.h>

namespace rtkeren::db {
namespace {

[[noreturn]] void corrupt_cell(std::size_t column, std::string_view wanted, Row::Cell const& cell)
{
    auto const* text = std::get_if<std::string>(&cell);
    auto const* number = std::get_if<std::int64_t>(&cell);
    auto found = text ? "\"" + text->substr(0, 80) + "\"" : number ? std::to_string(*number) : std::string("NULL");
    throw CorruptRow(fmt::format("column {}: wanted {}, found {}", column, wanted, found));
}

template<class T>
T parsed_cell(Result<T> parsed, std::size_t column, std::string_view wanted, Row::Cell const& cell)
{
    if (!parsed.ok())
        corrupt_cell(column, wanted, cell);
    return std::move(parsed).value();
}

} // namespace

bool Row::is_null(std::size_t column) const
{
    return std::holds_alternative<std::monostate>(m_cells.at(column));
}

std::string const& Row::text(std::size_t column) const
{
    auto const* text = std::get_if<std::string>(&m_cells.at(column));
    if (!text)
        corrupt_cell(column, "text", m_cells[column]);
    return *text;
}

std::string Row::text_or(std::size_t column, std::string_view fallback) const
{
    auto const& cell = m_cells.at(column);
    if (auto const* number = std::get_if<std::int64_t>(&cell))
        return std::to_string(*number);
    auto const* text = std::get_if<std::string>(&cell);
    return text ? *text : std::string(fallback);
}

std::int64_t Row::integer(std::size_t column) const
{
    auto const& cell = m_cells.at(column);
    if (auto const* number = std::get_if<std::int64_t>(&cell))
        return *number;
    corrupt_cell(column, "an integer", cell);
}

std::int64_t Row::integer_or(std::size_t column, std::int64_t fallback) const
{
    return is_null(column) ? fallback : integer(column);
}

bool Row::flag(std::size_t column) const
{
    auto number = integer(column);
    if (number != 0 && number != 1)
        corrupt_cell(column, "a boolean", m_cells[column]);
    return number == 1;
}

Rupiah Row::rupiah(std::size_t column) const
{
    auto amount = Rupiah::of(integer_or(column, 0));
    if (!amount)
        corrupt_cell(column, "rupiah", m_cells[column]);
    return *amount;
}

Date Row::date(std::size_t column) const
{
    return parsed_cell(Date::parse(text(column)), column, "a date", m_cells[column]);
}

std::optional<Date> Row::maybe_date(std::size_t column) const
{
    return is_null(column) ? std::nullopt : std::optional(date(column));
}

Instant Row::instant(std::size_t column) const
{
    return parsed_cell(Instant::parse(text(column)), column, "an instant", m_cells[column]);
}

std::optional<Instant> Row::maybe_instant(std::size_t column) const
{
    return is_null(column) ? std::nullopt : std::optional(instant(column));
}

Ulid Row::ulid(std::size_t column) const
{
    return parsed_cell(Ulid::parse(text(column)), column, "an id", m_cells[column]);
}

} // namespace rtkeren::db
