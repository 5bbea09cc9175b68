#pragma once

#include "rules/rules.hpp"

namespace rtkeren::rules {

/// One parameter that a new version changes. `before` or `after` is empty where it comes or goes.
struct Difference {
    std::string section, path, label, before, after;
    std::string basis_before, basis_after; // citation and certainty; empty when they stay as they are
};
/// In the reading order of the new pack, what it drops last.
[[nodiscard]] std::vector<Difference> differences(Pack const& before, Pack const& after);

} // namespace rtkeren::rules
