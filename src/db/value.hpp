#pragma once

#include "base/date.hpp"
#include "base/id.hpp"
#include "base/rupiah.hpp"
#include "base/text.hpp"

#include <concepts>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace rtkeren::db {

/// What is bound to $1…$n. Dates, instants and ids travel as text; booleans are INTEGER on SQLite and BOOLEAN on PostgreSQL.
/// Text is viewed, not copied: it lives at least until the call returns.
class Parameter {
public:
    using Value = std::variant<std::monostate, std::int64_t, bool, std::string_view, std::string>;

    Parameter(std::nullopt_t) { }
    Parameter(std::same_as<bool> auto value) : m_value(value) { }
    Parameter(std::int32_t value) : m_value(std::int64_t {value}) { }
    Parameter(std::int64_t value) : m_value(value) { }
    Parameter(std::string_view value) : m_value(value) { }
    Parameter(std::string const& value) : m_value(std::string_view {value}) { }
    Parameter(std::string&& value) : m_value(std::move(value)) { } // a temporary is kept
    Parameter(char const* value) : m_value(std::string_view {value}) { }
    Parameter(Rupiah value) : m_value(value.value()) { }
    Parameter(Date value) : m_value(value.iso()) { }
    Parameter(Instant value) : m_value(value.iso()) { }
    Parameter(Ulid const& value) : m_value(value.str()) { }
    Parameter(CityId value) : m_value(std::int64_t {value.value}) { }
    template<class Tag>
    Parameter(Id<Tag> const& value) : m_value(value.str()) { }
    template<std::size_t Minimum, std::size_t Maximum>
    Parameter(Text<Minimum, Maximum> const& value) : m_value(std::string_view {value.str()}) { }
    template<class T>
    Parameter(std::optional<T> const& value)
    {
        if (value)
            m_value = Parameter(*value).m_value;
    }

    [[nodiscard]] Value const& value() const { return m_value; }
    [[nodiscard]] bool is_null() const { return std::holds_alternative<std::monostate>(m_value); }

private:
    Value m_value;
};

/// A stored value that the program could never have written. Caught where the transaction ends, which answers Internal db.corrupt_row.
class CorruptRow : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// One row of an answer, read by position with typed getters. A stored value that does not parse is corruption: the getter throws CorruptRow.
class Row {
public:
    using Cell = std::variant<std::monostate, std::int64_t, std::string>;
    explicit Row(std::vector<Cell> cells) : m_cells(std::move(cells)) { }

    [[nodiscard]] std::size_t size() const { return m_cells.size(); }
    [[nodiscard]] bool is_null(std::size_t column) const;
    [[nodiscard]] std::string const& text(std::size_t column) const;
    [[nodiscard]] std::string text_or(std::size_t column, std::string_view fallback = {}) const; // `fallback` for NULL; an integer as its digits
    [[nodiscard]] std::int64_t integer(std::size_t column) const;
    [[nodiscard]] std::int64_t integer_or(std::size_t column, std::int64_t fallback) const;
    [[nodiscard]] bool flag(std::size_t column) const; // booleans arrive as 1/0 from both databases
    [[nodiscard]] Rupiah rupiah(std::size_t column) const; // NULL reads as zero: an empty SUM
    [[nodiscard]] Date date(std::size_t column) const;
    [[nodiscard]] std::optional<Date> maybe_date(std::size_t column) const;
    [[nodiscard]] Instant instant(std::size_t column) const;
    [[nodiscard]] std::optional<Instant> maybe_instant(std::size_t column) const;
    [[nodiscard]] Ulid ulid(std::size_t column) const;
    template<class IdType>
    [[nodiscard]] IdType id(std::size_t column) const { return IdType(ulid(column)); }
    template<class IdType>
    [[nodiscard]] std::optional<IdType> maybe_id(std::size_t column) const { return is_null(column) ? std::nullopt : std::optional<IdType>(IdType(ulid(column))); }

private:
    std::vector<Cell> m_cells;
};
using Rows = std::vector<Row>;

} // namespace rtkeren::db
