#pragma once

#include "base/result.hpp"
#include "db/db.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace rtkeren::identity {

/// The id of the group that serves a place (an RT, an RW, or a kelurahan with one group), "" when none does. The room that knows groups reads it;
/// `app` hands it in once, before threads run.
using Serving = std::function<Result<std::string>(db::ReadTx&, CityId, std::string_view place)>;
void use_serving(Serving);

/// nullopt where no reader was handed in.
[[nodiscard]] Result<std::optional<std::string>> pokmas_serving(db::ReadTx&, CityId, std::string_view place);

} // namespace rtkeren::identity
