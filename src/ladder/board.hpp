#pragma once

#include "base/date.hpp"

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

/// How many wait at which step, for how long and for whom. Pure.
namespace rtkeren::ladder {

/// One product at the step that it waits for.
struct Wait {
    std::string step; // "pirt"
    std::string whose; // whose move: "pemilik", "pemeriksa", a desk
    std::string business, product; // ids
    std::string kelurahan, kind; // code of the place, kind of product
    Date since; // the step before was proven, or the product recorded; once asked for, since then
};

/// Ages in days, by their last day: half a year is where a product is usually given up.
inline constexpr std::array<int, 4> band_ends {30, 90, 180, 365};
inline constexpr std::size_t band_count = band_ends.size() + 1;
[[nodiscard]] std::size_t band_of(int days);

/// Waits of one kind. An enterprise with two products that wait is one enterprise and two products.
struct BoardRow {
    std::string key; // of what the rows are by: step, desk, kelurahan, kind; "step/desk" of a move
    std::int64_t products {0}, businesses {0};
    int median_days {0}, longest_days {0}; // the middle one, of two the younger
    std::string longest_product; // id
    std::array<std::int64_t, band_count> bands {};
};
struct Board {
    std::vector<BoardRow> steps, moves; // in the order of getting them; moves are steps by whose move
    std::vector<BoardRow> desks, places, kinds; // the same waits by whose move, kelurahan and kind of product, most first
    BoardRow all; // key ""
};
/// `order` are the steps in the order in which papers are got; a step that is not among them comes last.
[[nodiscard]] Board board_of(std::span<Wait const>, std::span<std::string_view const> order, Date today);

} // namespace rtkeren::ladder
