#pragma once

#include "training/training.hpp"

/// Rows of the room: written by operations, read by pages.
namespace rtkeren::training {

/// What rooms above follow, called by the operations that change a course.
[[nodiscard]] std::vector<Follower> const& followers();

} // namespace rtkeren::training
