#pragma once

#include "base/result.hpp"

#include <filesystem>
#include <string>

/// The parts of `./dev bench`; each prints its lines.
namespace rtkeren::bench {

struct Options {
    std::filesystem::path city; // an example city; it is copied, not changed
    std::filesystem::path work; // a folder for copies, on the disk that matters
    std::filesystem::path program; // rtkeren, for what is measured from outside
    std::string postgres; // a server's address; empty: that part is left out
    std::size_t expenses {4000};
    std::size_t imported {20'000};
    std::size_t postings {1'000'000};
    std::size_t requests {10'000};
    std::size_t businesses {22'000}; // in the registry, and as many in the list
    std::size_t persons {1'000'000};
};

/// 16 requesters record expenses through the whole operation, beside bare SQLite.
[[nodiscard]] Result<void> measure_recording(Options const&);
/// Entries in batches of a thousand, beside bare SQLite and bare libpq.
[[nodiscard]] Result<void> measure_import(Options const&);
/// A city of a million postings: its balance and its check, beside ledger and hledger reading the journal.
[[nodiscard]] Result<void> measure_postings(Options const&);
/// The server from outside: start, a signed-in list at 8 connections, memory.
[[nodiscard]] Result<void> measure_server(Options const&);
/// Attendance through the route of the phones' outboxes, beside the time that there is for it.
[[nodiscard]] Result<void> measure_attendance(Options const&);

/// A list of businesses imported beside as many, doubles looked for, beside bare SQLite writing the rows.
[[nodiscard]] Result<void> measure_registry(Options const&);
/// Persons found by the beginnings of words, beside bare SQLite scanning names and its own text index.
[[nodiscard]] Result<void> measure_search(Options const&);

} // namespace rtkeren::bench
