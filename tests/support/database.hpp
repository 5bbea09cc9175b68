#pragma once

#include "db/db.hpp"

#include <string>

/// One migrated database for the whole test program: SQLite in a folder of its own, or with RTK_TEST_DB=postgres a fresh database in the
/// server of RTK_TEST_PG (see scripts/with-postgres). Removed when the program ends.
namespace rtkeren::tests {

[[nodiscard]] db::Database& test_database();
/// A city that no test used before, so that nothing is cleaned up and the isolation of cities is tested all the time.
[[nodiscard]] CityId next_city();
/// A path inside the run's own folder; nothing is there yet.
[[nodiscard]] std::string fresh_path(std::string const& name);
/// An empty database beside the shared one, for tests of migrations: its address, to be opened with db::Database::open.
[[nodiscard]] std::string fresh_database_url();

/// Every query of the room ("ledger"; "" is all that are linked) can be prepared on this database.
void expect_all_queries_prepare(std::string const& room = "");
/// When the whole program has run without a filter, each query of the room must have been executed. Call it from any test.
void expect_all_queries_run_at_end(std::string const& room);

} // namespace rtkeren::tests

namespace rtkeren {
using tests::next_city;
using tests::test_database;
}
