#include "app/program.hpp"

#include "documents/document.hpp"

namespace rtkeren::app {

std::string database_url(Config const& config, std::filesystem::path const& data)
{
    return config.text("db").empty() ? "sqlite:" + (data / "rtkeren.sqlite").string() : config.text("db");
}

std::filesystem::path database_file(std::string const& url) { return url.starts_with("sqlite:") ? url.substr(7) : url; }

std::filesystem::path keys_file_of(Config const& config, std::filesystem::path const& data)
{
    return config.text("keys").empty() ? data / "keys" : std::filesystem::path(config.text("keys"));
}

namespace {

/// What names no database that we know is refused by its name (`db::Database::open`), not as a file that is missing.
bool is_file_database(std::string const& url) { return url.find("://") == std::string::npos; }

Result<void> make_folders(std::filesystem::path const& data)
{
    std::error_code failed;
    std::filesystem::create_directories(data / "evidence", failed);
    if (!failed)
        std::filesystem::create_directories(data / "uploads", failed);
    if (failed)
        return Error::unavailable("environment.data_unwritable", data.string() + ": " + failed.message());
    return Done {};
}

Result<territory::City> choose_city(db::Database& database, std::string const& wanted)
{
    auto all = TRY(db::read(database, [](db::ReadTx& tx) { return territory::cities(tx); }));
    if (all.empty())
        return Error::unavailable("environment.no_city");
    for (auto const& city : all)
        if (city.code == wanted || (wanted.empty() && all.size() == 1))
            return city;
    return Error::unavailable(wanted.empty() ? "environment.which_city" : "environment.no_city", wanted);
}

int days_moved(territory::City const& city)
{
    return city.example_today && city.example_set_on ? city.example_set_on->days_until(*city.example_today) : 0;
}

} // namespace

std::filesystem::path Program::keys_file() const { return keys_file_of(m_config, m_data); }

Result<void> Program::open_database(bool must_exist)
{
    auto const url = database_url(m_config, m_data);
    if (must_exist && is_file_database(url) && !std::filesystem::exists(database_file(url)))
        return Error::unavailable("environment.no_city", database_file(url).string());
    m_database = TRY(db::Database::open(url));
    TRY(m_database->migrate(db::all_migrations()));
    return Done {};
}

void Program::use_city(territory::City city)
{
    m_city = std::move(city);
    m_env = system_env(days_moved(m_city));
    m_services = std::make_unique<Services>(Services {.db = *m_database,
        .env = *m_env,
        .keys = *m_keys,
        .city = m_city.id,
        .city_name = m_city.name,
        .zone = m_city.zone,
        .example = m_city.example,
        .evidence_folder = m_data / "evidence"});
}

Result<std::unique_ptr<Program>> Program::open(OpenOptions const& options)
{
    std::unique_ptr<Program> program(new Program);
    program->m_data = options.data;
    program->m_config = TRY(Config::read(options.data, options.flags));
    TRY(program->open_database(true));
    auto city = TRY(choose_city(*program->m_database, program->m_config.text("city")));
    program->m_keys = TRY(secrets::Keys::open(program->keys_file()));
    TRY(make_folders(options.data));
    TRY(documents::use_fonts((options.data / "fonts").string()));
    program->use_city(std::move(city));
    return program;
}

Result<std::unique_ptr<Program>> Program::create(OpenOptions const& options, territory::City const& city)
{
    std::unique_ptr<Program> program(new Program);
    program->m_data = options.data;
    TRY(make_folders(options.data));
    program->m_config = TRY(Config::read(options.data, options.flags));
    TRY(program->open_database(false));
    auto known = TRY(db::read(*program->m_database, [](db::ReadTx& tx) { return territory::cities(tx); }));
    for (auto const& other : known) {
        if (other.code == city.code)
            return Error::conflict("environment.city_exists", {{"code", city.code}});
        if (other.example != city.example)
            return Error::conflict("environment.example_beside", {{"code", other.code}});
    }
    // Several cities share a PostgreSQL and the keys; the first one makes them.
    auto keys = std::filesystem::exists(program->keys_file()) ? secrets::Keys::open(program->keys_file()) : secrets::Keys::create(program->keys_file());
    program->m_keys = TRY(std::move(keys));
    TRY(documents::use_fonts((options.data / "fonts").string()));
    program->use_city(city);
    auto const at = program->services().now();
    TRY(db::write(*program->m_database, city.id, [&](db::WriteTx& tx) { return territory::found_city(tx, city, at); }));
    return program;
}

} // namespace rtkeren::app
