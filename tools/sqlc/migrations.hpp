#pragma once

#include <string>
#include <utility>
#include <vector>

namespace sqlc {

/// File and its text. Throws Refusal on a wrong name, a number twice, a gap or an unknown @token.
[[nodiscard]] std::string emit_migrations(std::vector<std::pair<std::string, std::string>> files);

} // namespace sqlc
