#pragma once

#include "base/result.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

/// Every setting of the program in one table. A flag wins over RTKEREN_<KEY>, that over DIR/rtkeren.toml, that over the default.
namespace rtkeren::app {

struct Setting {
    std::string_view key; // "listen"; RTKEREN_LISTEN
    std::string_view fallback;
    std::string_view text; // what it does, English, for `rtkeren config` and docs/operations.md
};
[[nodiscard]] std::vector<Setting> const& settings();

class Config {
public:
    /// environment.config_broken (file, line), environment.config_unknown (a key that is not in the table)
    static Result<Config> read(std::filesystem::path const& data, std::map<std::string, std::string> flags);
    [[nodiscard]] std::string const& text(std::string_view key) const; // an unknown key is our bug
    [[nodiscard]] std::int64_t number(std::string_view key) const; // 0 when it is not a number
    [[nodiscard]] std::vector<std::string> list(std::string_view key) const; // separated by commas
    [[nodiscard]] std::map<std::string, std::string, std::less<>> const& all() const { return m_values; }

private:
    std::map<std::string, std::string, std::less<>> m_values;
};

} // namespace rtkeren::app
