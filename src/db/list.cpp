#include "db/list.hpp"

#include <algorithm>

namespace rtkeren::db {
namespace {

/// Adds a parameter and gives its place in the text.
class ListText {
public:
    explicit ListText(std::span<Parameter const> parameters)
        : m_parameters(parameters.begin(), parameters.end())
    {
    }

    std::string place(Parameter parameter)
    {
        m_parameters.push_back(std::move(parameter));
        return "$" + std::to_string(m_parameters.size());
    }
    void condition(std::string const& text)
    {
        m_conditions += m_conditions.empty() ? "\nWHERE " : "\nAND ";
        m_conditions += text;
    }
    [[nodiscard]] std::string const& conditions() const { return m_conditions; }
    std::vector<Parameter> take_parameters() { return std::move(m_parameters); }

private:
    std::vector<Parameter> m_parameters;
    std::string m_conditions;
};

Result<std::string> list_column(std::span<std::string_view const> columns, std::string_view name)
{
    if (std::ranges::find(columns, name) == columns.end())
        return Error::field(std::string(name.substr(0, 200)), "list.column", std::string(name.substr(0, 200)));
    return "list." + std::string(name);
}

/// '%' and '_' of what people type are plain characters.
std::string like_pattern(std::string_view word)
{
    std::string pattern = "%";
    for (char c : fold(word)) {
        if (c == '%' || c == '_' || c == '\\')
            pattern += '\\';
        pattern += c;
    }
    return pattern + "%";
}

/// A text parameter compared with a column of any type: PostgreSQL infers the type from the column; SQLite would put every text behind every
/// integer where the column is an expression, so the value is cast by what the column holds.
std::string like_column(Dialect dialect, std::string const& column, std::string const& place)
{
    if (dialect == Dialect::Postgres)
        return place;
    return "CASE typeof(" + column + ") WHEN 'integer' THEN CAST(" + place + " AS INTEGER) ELSE " + place + " END";
}

/// Rows behind the last one seen, NULL sort values last.
Result<std::string> behind(Dialect dialect, ListText& text, std::string const& sort, ListCut const& cut)
{
    if (cut.after.empty() || cut.after.size() > 2)
        return Error::invalid("list.after");
    std::string const sign = cut.descending ? " < " : " > ";
    auto const id = text.place(std::string_view {cut.after.back()});
    if (cut.after.size() == 1)
        return "(" + sort + " IS NULL AND list.id" + sign + id + ")";
    auto const value = like_column(dialect, sort, text.place(std::string_view {cut.after.front()}));
    return "(" + sort + sign + value + " OR (" + sort + " = " + value + " AND list.id" + sign + id + ") OR " + sort + " IS NULL)";
}

} // namespace

Result<ComposedList> compose_list(
    Dialect dialect, std::string_view text, std::span<std::string_view const> columns, ListCut const& cut, std::span<Parameter const> parameters)
{
    ListText out(parameters);
    for (auto const& [name, value] : cut.equals) {
        auto column = TRY(list_column(columns, name));
        out.condition("CAST(" + column + " AS TEXT) = " + out.place(std::string_view {value}));
    }
    for (auto const& word : cut.words) {
        auto column = TRY(list_column(columns, "search"));
        out.condition(column + " LIKE " + out.place(like_pattern(word)) + " ESCAPE '\\'");
    }
    auto sort = TRY(list_column(columns, cut.sort.empty() ? columns.front() : std::string_view {cut.sort}));
    TRY(list_column(columns, "id"));
    if (!cut.after.empty()) {
        auto condition = TRY(behind(dialect, out, sort, cut));
        out.condition(condition);
    }
    std::string names;
    for (auto name : columns)
        names += (names.empty() ? "list." : ", list.") + std::string(name);
    std::string const direction = cut.descending ? " DESC" : "";
    auto const limit = out.place(std::int64_t {std::max(cut.limit, 0)} + 1);
    auto composed = "SELECT " + names + " FROM (\n" + std::string(text) + "\n) AS list" + out.conditions() + "\nORDER BY " + sort + direction + " NULLS LAST, list.id"
        + direction + " LIMIT " + limit;
    return ComposedList {std::move(composed), out.take_parameters()};
}

std::vector<std::string> after_of(Row const& row, std::span<std::string_view const> columns, std::string_view sort)
{
    auto at = [&](std::string_view name) { return std::size_t(std::ranges::find(columns, name) - columns.begin()); };
    auto const place = sort.empty() ? 0 : at(sort);
    auto id = row.text_or(at("id"));
    if (row.is_null(place))
        return {std::move(id)};
    return {row.text_or(place), std::move(id)};
}

} // namespace rtkeren::db
