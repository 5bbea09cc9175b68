#pragma once

#include "base/result.hpp"

#include <string>

/// Copies of a whole PostgreSQL database by its own tools, which know every version's catalogue.
namespace rtkeren::db {

/// pg_dump's custom format: one snapshot while writing goes on. environment.postgres_tool when the tool is missing or fails.
Result<void> dump_postgres(std::string const& url, std::string const& path);
/// All of it or nothing, into the database of `url`, which exists and is empty.
Result<void> restore_postgres(std::string const& url, std::string const& path);

} // namespace rtkeren::db
