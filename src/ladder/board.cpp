#include "ladder/board.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace rtkeren::ladder {
namespace {

/// A wait as of today; nobody waits less than no day, whatever was dated ahead.
struct Aged {
    int days;
    Wait const* wait;
};

BoardRow row_of(std::vector<Aged> waits)
{
    BoardRow row;
    if (waits.empty())
        return row;
    std::ranges::stable_sort(waits, {}, &Aged::days);
    std::set<std::string_view> businesses;
    for (auto const& each : waits) {
        businesses.insert(each.wait->business);
        ++row.bands.at(band_of(each.days));
    }
    row.products = std::int64_t(waits.size());
    row.businesses = std::int64_t(businesses.size());
    row.median_days = waits[(waits.size() - 1) / 2].days;
    row.longest_days = waits.back().days;
    row.longest_product = waits.back().wait->product;
    return row;
}

/// One row a key, most products first.
template<class KeyOf>
std::vector<BoardRow> rows_by(std::span<Wait const> waits, Date today, KeyOf const& key_of)
{
    std::map<std::string, std::vector<Aged>> groups;
    for (auto const& wait : waits)
        groups[key_of(wait)].push_back({std::max(0, wait.since.days_until(today)), &wait});
    std::vector<BoardRow> rows;
    for (auto& [key, group] : groups) {
        rows.push_back(row_of(std::move(group)));
        rows.back().key = key;
    }
    std::ranges::stable_sort(rows, std::ranges::greater {}, &BoardRow::products);
    return rows;
}

} // namespace

std::size_t band_of(int days) { return std::size_t(std::ranges::lower_bound(band_ends, days) - band_ends.begin()); }

Board board_of(std::span<Wait const> waits, std::span<std::string_view const> order, Date today)
{
    auto const in_order = [&](BoardRow const& row) { return std::pair(std::size_t(std::ranges::find(order, row.key.substr(0, row.key.find('/'))) - order.begin()), row.key); };
    Board board;
    board.steps = rows_by(waits, today, [](Wait const& wait) { return wait.step; });
    board.moves = rows_by(waits, today, [](Wait const& wait) { return wait.step + "/" + wait.whose; });
    std::ranges::sort(board.steps, {}, in_order);
    std::ranges::sort(board.moves, {}, in_order);
    board.desks = rows_by(waits, today, [](Wait const& wait) { return wait.whose; });
    board.places = rows_by(waits, today, [](Wait const& wait) { return wait.kelurahan; });
    board.kinds = rows_by(waits, today, [](Wait const& wait) { return wait.kind; });
    auto all = rows_by(waits, today, [](Wait const&) { return std::string {}; });
    if (!all.empty())
        board.all = std::move(all.front());
    return board;
}

} // namespace rtkeren::ladder
