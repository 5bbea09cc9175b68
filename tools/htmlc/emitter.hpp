#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace htmlc {

/// The C++ of one page: `namespace rtkeren::<room> { void render(html::Out&, <Struct> const&) }`.
[[nodiscard]] std::string compile(std::string const& room, std::filesystem::path const& page, std::vector<std::filesystem::path> const& include_dirs);

} // namespace htmlc
