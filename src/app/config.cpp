#include "app/config.hpp"

#include "base/text.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <cstdlib>

namespace rtkeren::app {

namespace {

Setting const* find_setting(std::string_view key)
{
    auto const found = std::ranges::find(settings(), key, &Setting::key);
    return found == settings().end() ? nullptr : &*found;
}

std::string environment_name(std::string_view key)
{
    std::string name = "RTKEREN_";
    for (char const c : key)
        name += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return name;
}

Result<std::map<std::string, std::string, std::less<>>> read_file(std::filesystem::path const& path)
{
    std::map<std::string, std::string, std::less<>> values;
    if (!std::filesystem::exists(path))
        return values;
    try {
        for (auto const& [key, value] : toml::parse_file(path.string())) {
            if (!find_setting(key.str()))
                return Error::unavailable("environment.config_unknown", path.string() + ": " + std::string(key.str()));
            values[std::string(key.str())] = value.is_string() ? value.value_or(std::string {}) : std::to_string(value.value_or(std::int64_t {0}));
        }
    } catch (toml::parse_error const& problem) {
        return Error::unavailable("environment.config_broken", path.string() + ": " + std::string(problem.description()));
    }
    return values;
}

} // namespace

std::vector<Setting> const& settings()
{
    static std::vector<Setting> const all {
        {"db", "", "sqlite:PATH or postgresql://…; empty: rtkeren.sqlite in the data folder"},
        {"listen", "127.0.0.1:8080", "where `serve` listens"},
        {"city", "", "code of the city, needed when a PostgreSQL holds several"},
        {"workers", "8", "threads that answer requests, each with its read connection"},
        {"trusted_proxies", "127.0.0.1,::1", "addresses or networks whose X-Forwarded-For is believed"},
        {"keys", "", "file of the keys that seal personal numbers; empty: keys in the data folder"},
        {"log_level", "info", "debug, info, warn, error"},
        {"metrics", "", "HOST:PORT of the metrics listener; empty: none"},
    };
    return all;
}

Result<Config> Config::read(std::filesystem::path const& data, std::map<std::string, std::string> flags)
{
    Config config;
    for (auto const& setting : settings())
        config.m_values[std::string(setting.key)] = setting.fallback;
    auto from_file = TRY(read_file(data / "rtkeren.toml"));
    for (auto& [key, value] : from_file)
        config.m_values[key] = value;
    for (auto const& setting : settings())
        if (char const* value = std::getenv(environment_name(setting.key).c_str()))
            config.m_values[std::string(setting.key)] = value;
    for (auto& [key, value] : flags)
        if (!value.empty())
            config.m_values[key] = value;
    return config;
}

std::string const& Config::text(std::string_view key) const
{
    auto const found = m_values.find(key);
    CHECK(found != m_values.end());
    return found->second;
}

std::int64_t Config::number(std::string_view key) const { return parse_integer(text(key)).value_or(0); }

std::vector<std::string> Config::list(std::string_view key) const
{
    std::vector<std::string> all;
    for (auto part : split(text(key), ','))
        if (!trim(part).empty())
            all.emplace_back(trim(part));
    return all;
}

} // namespace rtkeren::app
