#pragma once

#include "app/config.hpp"
#include "operations/services.hpp"
#include "secrets/secrets.hpp"
#include "territory/territory.hpp"

#include <filesystem>
#include <memory>
#include <string>

/// The program with its doors open: data folder, database, keys, clock, city.
namespace rtkeren::app {

struct OpenOptions {
    std::filesystem::path data {"data"};
    std::map<std::string, std::string> flags {}; // of the command line
};

/// Where the settings put things; also before there is anything.
[[nodiscard]] std::string database_url(Config const&, std::filesystem::path const& data);
[[nodiscard]] std::filesystem::path database_file(std::string const& url); // of SQLite
[[nodiscard]] std::filesystem::path keys_file_of(Config const&, std::filesystem::path const& data);

class Program {
public:
    /// A city that was founded. environment.no_city when `init` or `demo` was not run yet, environment.which_city when several are there,
    /// environment.schema_newer, environment.data_unwritable, environment.database_down, environment.keys_missing …
    static Result<std::unique_ptr<Program>> open(OpenOptions const&);
    /// The folder, database and keys of a city that is about to be founded; makes them. environment.city_exists
    static Result<std::unique_ptr<Program>> create(OpenOptions const&, territory::City const&);

    [[nodiscard]] Services& services() { return *m_services; }
    [[nodiscard]] Config const& config() const { return m_config; }
    [[nodiscard]] territory::City const& city() const { return m_city; }
    [[nodiscard]] db::Database& database() { return *m_database; }
    [[nodiscard]] std::filesystem::path const& data() const { return m_data; }
    [[nodiscard]] std::filesystem::path keys_file() const;

private:
    Program() = default;
    Result<void> open_database(bool must_exist);
    void use_city(territory::City);

    std::filesystem::path m_data;
    Config m_config;
    std::unique_ptr<db::Database> m_database;
    std::optional<secrets::Keys> m_keys;
    std::unique_ptr<Env> m_env;
    territory::City m_city;
    std::unique_ptr<Services> m_services;
};

} // namespace rtkeren::app
