#pragma once

#include "db/connection.hpp"

namespace rtkeren::db {

/// What SQLite's planner is to think of each index before anything is known: a table has a million rows, and its city tells nothing about them. Without this an
/// empty database's plans are guesses in which `city = ?` alone is as good as any key, since every key begins with it, and a large city is read whole for one row.
/// Inside the transaction that changed the schema: other connections read the figures when they see that change. A later ANALYZE replaces them by counts.
/// Source: https://sqlite.org/fileformat2.html#the_sqlite_stat1_table
Result<void> assume_statistics(Connection&);

} // namespace rtkeren::db
