#pragma once

#include "db/db.hpp"

#include <map>
#include <ostream>
#include <string>
#include <vector>

namespace rtkeren::ledger {

struct Broken {
    std::string code;    // "ledger.check.balance"
    std::string subject; // account, entry, place, pokmas
    std::string numbers; // "kept 1000, lines say 900"
};
struct CheckReport {
    std::map<std::string, std::int64_t> checked; // "entries" -> 12000
    std::vector<Broken> broken;                  // at most 100 of each code
    [[nodiscard]] bool ok() const { return broken.empty(); }
};
/// Re-derives everything that is kept from the lines and compares; a handful of aggregate queries.
Result<CheckReport> check(db::ReadTx&, CityId);

/// The city's books for hledger: declared accounts and commodity, so that `hledger check --strict` passes. Reads page by page.
Result<void> write_journal(db::ReadTx&, CityId, std::ostream&);

} // namespace rtkeren::ledger
