#pragma once

#include "db/connection.hpp"

namespace rtkeren::db {

/// The migration's text for one database: tokens replaced outside of strings and comments, `-- @only` blocks of the other one dropped.
/// Internal db.migration_token.
Result<std::string> expand(std::string_view text, Dialect);

/// The halves that both databases share; the caller holds the lock and the transaction.
Result<void> create_migration_table(Connection&);
Result<std::vector<std::pair<int, std::string>>> applied_migrations(Connection&);
/// Runs the migration unless it is recorded already.
Result<void> apply_migration(Connection&, Migration const&);

} // namespace rtkeren::db
