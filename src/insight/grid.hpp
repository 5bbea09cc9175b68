#pragma once

#include <cstdint>
#include <optional>
#include <vector>

/// Places on a map as cells of a small grid: roughly where they are, north on top, no two in one cell.
namespace rtkeren::insight {

struct Centroid {
    std::int64_t latitude_e6 {0}, longitude_e6 {0};
};
struct GridCell {
    int column {0}, row {0}; // from 1; 0: no place in the grid
    auto operator<=>(GridCell const&) const = default;
};
/// Each point takes the free cell nearest to where it lies; whose cell is nearest chooses first. All cells are 0 when a point has no
/// place or when `columns` x `max_rows` are too few: then they flow.
[[nodiscard]] std::vector<GridCell> place_on_grid(std::vector<std::optional<Centroid>> const&, int columns, int max_rows);

} // namespace rtkeren::insight
