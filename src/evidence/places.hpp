#pragma once

#include "db/db.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Where things lie that travel through no states. Rooms above tell it for the kinds of subject that their evidence names.
namespace rtkeren::evidence {

struct Standing {
    std::string place, pokmas; // region code; id or ""
};
struct Placed {
    std::string subject_kind;
    std::function<Result<std::optional<Standing>>(db::ReadTx&, CityId, std::string_view subject)> find;
    /// Files of such subjects are opened by no place and no office: by who attached them, and by pages of the room, which judges for itself.
    bool is_private {false};
};
/// Handed in by `app` at start.
void use_places(std::vector<Placed>);
[[nodiscard]] bool is_private(std::string_view subject_kind);
/// Nothing for a kind that no room has told of, or a subject that is not there.
[[nodiscard]] Result<std::optional<Standing>> standing_of(db::ReadTx&, CityId, std::string_view subject_kind, std::string_view subject);

} // namespace rtkeren::evidence
