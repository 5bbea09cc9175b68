#pragma once

#include "jobs/runner.hpp"

namespace rtkeren::app {

/// What runs beside the pages: the nightly check at two o'clock. A check that finds something ends as a failed job (check.broken), which the page of jobs shows.
[[nodiscard]] jobs::Work own_work();

} // namespace rtkeren::app
