#include "insight/grid.hpp"

#include <algorithm>
#include <tuple>

namespace rtkeren::insight {
namespace {

constexpr std::int64_t cell_width = 1000; // thousandths of a cell

/// `value` between `low` and `high` as thousandths of a cell, from the middle of the first cell to the middle of the last.
std::int64_t scaled(std::int64_t value, std::int64_t low, std::int64_t high, int cells)
{
    return high == low ? 0 : (value - low) * (cells - 1) * cell_width / (high - low);
}

struct Offer {
    std::int64_t distance;
    std::size_t point;
    GridCell cell;
    auto key() const { return std::tie(distance, point, cell); }
};

struct Bounds {
    Centroid low, high;
};

Bounds bounds_of(std::vector<std::optional<Centroid>> const& points)
{
    Bounds bounds {*points.front(), *points.front()};
    for (auto const& point : points) {
        bounds.low = {std::min(bounds.low.latitude_e6, point->latitude_e6), std::min(bounds.low.longitude_e6, point->longitude_e6)};
        bounds.high = {std::max(bounds.high.latitude_e6, point->latitude_e6), std::max(bounds.high.longitude_e6, point->longitude_e6)};
    }
    return bounds;
}

std::vector<Offer> offers_of(std::vector<std::optional<Centroid>> const& points, int columns, int rows)
{
    auto const bounds = bounds_of(points);
    std::vector<Offer> offers;
    for (std::size_t i = 0; i < points.size(); ++i) {
        auto const x = scaled(points[i]->longitude_e6, bounds.low.longitude_e6, bounds.high.longitude_e6, columns);
        auto const y = scaled(bounds.high.latitude_e6 - points[i]->latitude_e6, 0, bounds.high.latitude_e6 - bounds.low.latitude_e6, rows);
        for (int row = 1; row <= rows; ++row) {
            for (int column = 1; column <= columns; ++column) {
                auto const dx = x - (column - 1) * cell_width, dy = y - (row - 1) * cell_width;
                offers.push_back({dx * dx + dy * dy, i, {column, row}});
            }
        }
    }
    std::ranges::sort(offers, {}, &Offer::key);
    return offers;
}

} // namespace

std::vector<GridCell> place_on_grid(std::vector<std::optional<Centroid>> const& points, int columns, int max_rows)
{
    std::vector<GridCell> cells(points.size());
    auto const count = int(points.size());
    auto const has_all = std::ranges::all_of(points, [](auto const& point) { return point.has_value(); });
    if (count == 0 || !has_all || count > columns * max_rows)
        return cells;
    auto const rows = std::min(max_rows, (count + columns - 1) / columns + 1); // one row of air, so that neighbours stay neighbours
    std::vector<GridCell> taken;
    for (auto const& offer : offers_of(points, columns, rows)) {
        if (cells[offer.point].column != 0 || std::ranges::find(taken, offer.cell) != taken.end())
            continue;
        cells[offer.point] = offer.cell;
        taken.push_back(offer.cell);
    }
    return cells;
}

} // namespace rtkeren::insight
