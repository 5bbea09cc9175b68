#pragma once

#include "audit/audit.hpp"
#include "ledger/check.hpp"

#include <boost/json/object.hpp>

/// What `rtkeren check` proves of a city; also after each restore.
namespace rtkeren::app {

struct Checked {
    ledger::CheckReport money;
    audit::Verified trail;
    [[nodiscard]] bool ok() const { return money.ok() && !trail.broken.has_value(); }
};

[[nodiscard]] Result<Checked> check_city(db::Database&, CityId);
/// {"ok","checked":{},"broken":[]}
[[nodiscard]] boost::json::object json_of(Checked const&);
void print(Checked const&, std::ostream&);

} // namespace rtkeren::app
