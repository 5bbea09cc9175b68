#pragma once

#include "db/db.hpp"

#include <array>

/// The pack's numbers for follow-ups and survey rounds: a city may choose them.
namespace rtkeren::followup {

struct Numbers {
    std::array<std::int64_t, 4> days {30, 90, 180, 365}; // after the course ended
    std::int64_t early_days {7}; // before its day it may be done already
    std::int64_t open_days {30}; // after its day it is still taken
    std::int64_t retry_days {7};
    std::int64_t tries {2};
    std::int64_t survey_sample {200};
    std::int64_t survey_tries {3};
};
/// Of the year's released pack; the usual ones where none was released.
[[nodiscard]] Result<Numbers> numbers_of(db::ReadTx&, CityId, int year);

} // namespace rtkeren::followup
