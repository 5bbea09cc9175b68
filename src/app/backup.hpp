#pragma once

#include "app/program.hpp"

#include <functional>

/// A copy of everything but the keys, taken while people work, and its way back.
///
/// A copy holds, in this order: `about.json` (who made it, which schema, which keys it needs), `rtkeren.sqlite` or `rtkeren.pgdump`, `evidence/ab/cd/<sha256>`, and
/// `SHA256SUMS`, which `sha256sum -c` reads, too. It is one tar file, or a folder into which later copies write only new evidence.
/// The file of the keys is never in it: `rtkeren keys copy` takes that one elsewhere.
namespace rtkeren::app {

struct BackupReport {
    std::int64_t files {0}; // evidence in the copy
    std::int64_t bytes {0}; // written now
    std::vector<std::string> damaged {}; // evidence whose bytes are no longer those of its name; it is copied as it is
};
/// Into a folder when `target` is one or ends in '/', else into a new file. Evidence is read after the database: what the copied rows name is there already.
/// Conflict backup.exists; Unavailable backup.unwritable, environment.postgres_tool.
[[nodiscard]] Result<BackupReport> back_up(Program&, std::filesystem::path const& target);

struct RestoreOptions {
    std::filesystem::path from; // file or folder
    std::filesystem::path keys {}; // the keys' copy; empty: they stand where the settings say
};
struct RestoreReport {
    std::int64_t files {0};
    int schema {0}; // of the copy; the database is brought to this program's
    std::string made_at {};
};
/// Into a data folder that holds nothing but perhaps `keys` and `rtkeren.toml`; on PostgreSQL into an empty database. Looks at the keys first, then at every byte;
/// nothing stays behind when it refuses.
/// Conflict restore.not_empty; Invalid restore.not_a_copy {name}, restore.altered {name}, restore.incomplete {name}, restore.other_keys, restore.other_database;
/// environment.keys_missing, environment.schema_newer.
[[nodiscard]] Result<RestoreReport> restore(OpenOptions const&, RestoreOptions const&);

} // namespace rtkeren::app
