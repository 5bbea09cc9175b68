#pragma once

#include "jobs/runner.hpp"

namespace rtkeren::app {

/// What runs beside the pages: follow-ups that come due, claims that ended and turnover of groups at one o'clock, the nightly check at two. A check that finds something ends as a failed job (check.broken), which the page of jobs shows.
[[nodiscard]] jobs::Work own_work();

} // namespace rtkeren::app
