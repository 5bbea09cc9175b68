#pragma once

#include "jobs/jobs.hpp"

namespace rtkeren::jobs {

[[nodiscard]] Job job_of(db::Row const&);
[[nodiscard]] boost::json::object stored_object(std::string const& text);

} // namespace rtkeren::jobs
