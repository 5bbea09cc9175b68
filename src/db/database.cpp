#include "db/postgres_copy.hpp"
#include "db/postgres_database.hpp"
#include "db/sqlite_database.hpp"

#include <filesystem>

namespace rtkeren::db {
namespace {

bool is_postgres(std::string_view url)
{
    return url.starts_with("postgresql://") || url.starts_with("postgres://");
}

Result<void> fill_postgres(std::string const& url, std::string const& path)
{
    auto const there = TRY(PostgresDatabase::open(url));
    auto const version = TRY(there->schema_version());
    if (version != 0)
        return Error::conflict("environment.database_not_empty");
    return restore_postgres(url, path);
}

Result<void> fill_sqlite(std::filesystem::path const& target, std::string const& path)
{
    std::error_code failed;
    if (std::filesystem::exists(target, failed))
        return Error::conflict("environment.database_not_empty");
    std::filesystem::copy_file(path, target, failed);
    if (failed)
        return Error::unavailable("environment.data_unwritable", target.string() + ": " + failed.message());
    return Done {};
}

} // namespace

Result<std::unique_ptr<Database>> Database::open(std::string_view url)
{
    if (is_postgres(url))
        return PostgresDatabase::open(std::string(url));
    if (url.starts_with("sqlite:"))
        url.remove_prefix(7);
    // Never the whole text: it may hold a password.
    if (url.empty() || url.find("://") != std::string_view::npos)
        return Error::unavailable("environment.database_url", std::string(url.substr(0, url.find("://"))));
    return SqliteDatabase::open(std::string(url));
}

Result<void> Database::fill_from_copy(std::string_view url, std::string const& path)
{
    if (is_postgres(url))
        return fill_postgres(std::string(url), path);
    if (url.starts_with("sqlite:"))
        url.remove_prefix(7);
    return fill_sqlite(url, path);
}

} // namespace rtkeren::db
