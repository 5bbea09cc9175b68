#pragma once

#include "base/date.hpp"
#include "charts/stages.hpp"

#include <optional>
#include <string>
#include <vector>

/// Pictures drawn on the server as SVG or plain HTML. Each says its content in words and, where it holds numbers, carries them as a folded table.
/// Colours and patterns come from classes of the style sheet; nothing here has a `style=`.
namespace rtkeren::charts {

/// One tile: an RT, a purse.
struct Tile {
    std::string href;
    std::string label; // "RT 01 RW 02"
    Stage stage {Stage::Pagu}; // where most of its money stands
    bool stuck {false};
};
/// A block of tiles with its place in the grid of the page (0: wherever there is room).
struct TileGroup {
    std::string label;
    std::string href;
    int column {0}; // 1 to 6 on a desk
    int row {0}; // 1 to 8
    int phone_column {0}; // 1 to 3
    int phone_row {0}; // 1 to 12
    std::vector<Tile> tiles;
};
/// `.tilemap` with a legend that filters, also without script. One a page: the legend's field is `tahap`.
[[nodiscard]] html::Safe tile_map(std::vector<TileGroup> const&);

/// Plan against what happened, on the calendar of one year.
struct YearBar {
    std::string label; // "Termin 1"
    std::optional<Date> plan_from {};
    std::optional<Date> plan_to {};
    std::optional<Date> real_from {};
    std::optional<Date> real_to {}; // absent: still going on, drawn until today
};
/// `.cal`: months on top, one line a bar, today as a line through all; what lies behind its plan is drawn as late.
/// `accepted` (hundredths of a percent of the money) is drawn against the part of the year that has passed.
struct YearBars {
    int year {0};
    Date today;
    std::optional<BasisPoints> accepted {};
    std::vector<YearBar> bars;
};
[[nodiscard]] html::Safe year_bars(YearBars const&);

/// What a number of a chart is, for its words.
enum class Unit : std::uint8_t { Rupiah, Count, Percent }; // Percent: hundredths of a percent

struct Point {
    std::string label; // of the horizontal axis: "Jan", "2023"
    std::optional<std::int64_t> value; // nothing: a gap
};
struct Series {
    std::string label;
    std::vector<Point> points; // all series have the same labels
};
/// Lines over the same labels, at most four; each line has its own dash beside its colour. `title` is its name for screen readers.
[[nodiscard]] html::Safe line_chart(std::string_view title, std::vector<Series> const&, Unit);

struct Bar {
    std::string label;
    std::int64_t value {0}; // negative values are drawn empty and told in words
    std::string href {};
};
/// Horizontal bars, longest is the whole width.
[[nodiscard]] html::Safe bars(std::string_view title, std::vector<Bar> const&, Unit);

} // namespace rtkeren::charts
