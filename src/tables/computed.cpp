#include "tables/computed.hpp"

#include "base/check.hpp"

#include <algorithm>
#include <optional>

namespace rtkeren::tables {
namespace {

/// Stored as integers; everything else, days too, orders as text.
bool holds_integers(Kind kind) { return kind == Kind::Rupiah || kind == Kind::Integer || kind == Kind::Percent; }

std::size_t place_of(std::span<std::string_view const> columns, std::string_view name)
{
    auto const found = std::ranges::find(columns, name);
    CHECK(found != columns.end());
    return std::size_t(found - columns.begin());
}

bool is_wanted(db::Row const& row, std::span<std::string_view const> columns, db::ListCut const& cut)
{
    for (auto const& [column, value] : cut.equals)
        if (row.text_or(place_of(columns, column)) != value)
            return false;
    if (cut.words.empty())
        return true;
    auto const& text = row.text(place_of(columns, "search"));
    return std::ranges::all_of(cut.words, [&](std::string const& word) { return text.find(word) != std::string::npos; });
}

/// What a row is ordered by: integers as such, all else as text.
struct Key {
    bool is_known {false};
    std::int64_t number {0};
    std::string text {}, id {};
};
Key key_of(db::Row const& row, std::size_t column, std::size_t id, bool is_numeric)
{
    Key key {.is_known = !row.is_null(column), .id = row.text_or(id)};
    if (key.is_known && is_numeric)
        key.number = row.integer(column);
    else if (key.is_known)
        key.text = row.text_or(column);
    return key;
}

bool comes_first(Key const& a, Key const& b, bool descending)
{
    if (a.is_known != b.is_known)
        return a.is_known;
    if (a.number != b.number)
        return descending ? a.number > b.number : a.number < b.number;
    if (a.text != b.text)
        return descending ? a.text > b.text : a.text < b.text;
    return descending ? a.id > b.id : a.id < b.id;
}

/// The row that a token names, as far as it orders: it may be gone meanwhile.
Key key_of(std::vector<std::string> const& after, bool is_numeric)
{
    Key key {.is_known = after.size() == 2, .id = after.back()};
    if (key.is_known && is_numeric)
        key.number = parse_integer(after.front()).value_or(0);
    else if (key.is_known)
        key.text = after.front();
    return key;
}

} // namespace

Page cut_computed(std::span<db::Row const* const> rows, std::span<std::string_view const> columns, ListRequest const& request, TableSpec const& spec)
{
    auto const cut = cut_of(request, spec);
    auto const column = cut.sort.empty() ? 0 : place_of(columns, cut.sort);
    auto const id = place_of(columns, "id");
    auto const is_numeric = std::ranges::any_of(spec.columns, [&](Column const& each) { return each.sort == columns[column] && holds_integers(each.kind); });
    auto const is_page = request.format == Format::Html || request.format == Format::Json;
    auto const last = is_page && !cut.after.empty() ? std::optional(key_of(cut.after, is_numeric)) : std::nullopt;
    std::vector<std::pair<Key, db::Row const*>> order;
    order.reserve(rows.size());
    for (auto const* row : rows) {
        if (!is_wanted(*row, columns, cut))
            continue;
        auto key = key_of(*row, column, id, is_numeric);
        if (!last || comes_first(*last, key, cut.descending))
            order.emplace_back(std::move(key), row);
    }
    auto const count = is_page ? std::min(order.size(), std::size_t(cut.limit) + 1) : order.size();
    std::ranges::partial_sort(order, order.begin() + std::ptrdiff_t(count), [&](auto const& a, auto const& b) { return comes_first(a.first, b.first, cut.descending); });
    db::Rows chosen;
    chosen.reserve(count);
    for (auto const& [key, row] : std::span(order).first(count))
        chosen.push_back(*row);
    return is_page ? page_of(std::move(chosen), cut, columns) : Page {std::move(chosen), {}};
}

} // namespace rtkeren::tables
