#pragma once

#include "base/result.hpp"

#include <filesystem>
#include <string>

namespace rtkeren::secrets {

/// Mode 0600, complete or not at all: written beside, fsynced, renamed. environment.keys_unwritable
[[nodiscard]] Result<void> write_secret_file(std::filesystem::path const&, std::string_view text);
/// At most 64 kB. environment.keys_broken
[[nodiscard]] Result<std::string> read_secret_file(std::filesystem::path const&);

} // namespace rtkeren::secrets
