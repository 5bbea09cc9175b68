#include "db/postgres_database.hpp"
#include "db/sqlite_database.hpp"

namespace rtkeren::db {

Result<std::unique_ptr<Database>> Database::open(std::string_view url)
{
    if (url.starts_with("postgresql://") || url.starts_with("postgres://"))
        return PostgresDatabase::open(std::string(url));
    if (url.starts_with("sqlite:"))
        url.remove_prefix(7);
    // Never the whole text: it may hold a password.
    if (url.empty() || url.find("://") != std::string_view::npos)
        return Error::unavailable("environment.database_url", std::string(url.substr(0, url.find("://"))));
    return SqliteDatabase::open(std::string(url));
}

} // namespace rtkeren::db
