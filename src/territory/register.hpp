#pragma once

#include "db/db.hpp"
#include "operations/services.hpp"
#include "tables/list.hpp"
#include "tables/table.hpp"

/// The register as a list: every kelurahan, RW and RT with the days it existed.
namespace rtkeren::territory {

[[nodiscard]] tables::TableSpec register_spec();
[[nodiscard]] Result<tables::Table> register_table(db::ReadTx&, Services&, tables::ListRequest const&);

} // namespace rtkeren::territory
