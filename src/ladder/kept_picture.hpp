#pragma once

#include "ladder/picture.hpp"

#include <memory>

namespace rtkeren::ladder {

/// As `picture_of`, judged anew only when the day changed or the trail tells of something done since that a picture is made of. Kept in memory, a few places at a time.
[[nodiscard]] Result<std::shared_ptr<Picture const>> kept_picture(db::ReadTx&, Services const&, std::vector<std::string> const& places);

} // namespace rtkeren::ladder
