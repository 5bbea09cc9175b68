#pragma once

#include "operations/operations.hpp"
#include "turnover/group_reads.hpp"
#include "turnover/inputs.hpp"

/// When figures of groups are published, and when anew.
///
/// A month is published once it is over and fifteen days have passed, so that most of its records are in. From then on its groups stay as they are: who looks before and
/// after a late record must not learn from the difference what one business sold. A group is made anew when the figures of ten of its businesses and more have changed,
/// and only while every group that is shown may still be (groups.hpp, rule 3).
namespace rtkeren::turnover {

inline constexpr int publishing_day = 15; // of the month after

/// The last month that may be published on a day.
[[nodiscard]] std::string last_published_month(Date today);
/// Publishes the newest month that is due, or looks at it anew; `count` in the answer's data is 0 when none is.
[[nodiscard]] Result<operations::Answer> publish_due(db::WriteTx&, operations::Context&, PublishGroups const&);

} // namespace rtkeren::turnover
