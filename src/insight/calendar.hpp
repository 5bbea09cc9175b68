#pragma once

#include "charts/charts.hpp"
#include "http/http.hpp"
#include "insight/figures.hpp"
#include "operations/services.hpp"
#include "rules/rules.hpp"

/// The deadlines of a year's pack against what happened.
namespace rtkeren::insight {

struct Milestone {
    std::string label;
    std::optional<Date> opens;
    Date due;
    bool observed {false}; // the books can tell when it began and ended
    std::optional<Date> real_from, real_to; // to: only when everybody is through
    std::int64_t done {0}, of {0}; // how many of how many
};
[[nodiscard]] Result<std::vector<Milestone>> milestones(db::ReadTx&, CityId, programme::Year const&, rules::Pack const&, Zone);
/// Only what was observed is drawn: a bar without facts would read as late.
[[nodiscard]] html::Safe calendar_chart(std::vector<Milestone> const&, int year, Date today, Figures const& money);

[[nodiscard]] Result<http::Response> show_calendar(Services&, http::Exchange&);

} // namespace rtkeren::insight
