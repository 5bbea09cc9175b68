#pragma once

#include "turnover/turnover.hpp"

#include <span>

/// What looks odd in a record: warnings that are stored with it, never refusals. Pure.
namespace rtkeren::turnover {

/// What a record is looked at beside.
struct Surroundings {
    std::span<Record const> earlier; // of the same business; those that count
    std::int64_t twins {0}; // other businesses of the same RT with the same amount for the same days
};
/// No flag tells an amount: who records for another does not learn the other's figures from a warning.
/// turnover.flag_median: more than ten times the own median a day, same channel and method, from three records with sales on.
/// turnover.flag_round {share, count}: four in five amounts of this method and more are round to 100.000, from five on.
/// turnover.flag_twins {count}: identical values across businesses of one RT.
/// turnover.flag_bazaar: a bazaar day above five times a day at home.
[[nodiscard]] std::vector<Verdict> flags_of(NewRecord const&, Surroundings const&);

/// As they are stored.
[[nodiscard]] std::string flags_text(std::vector<Verdict> const&);
[[nodiscard]] std::vector<Verdict> flags_of_text(std::string_view); // of what flags_text wrote

} // namespace rtkeren::turnover
