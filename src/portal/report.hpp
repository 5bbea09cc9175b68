#pragma once

#include "ledger/reads.hpp"
#include "programme/programme.hpp"
#include "tables/table.hpp"

#include <boost/json/object.hpp>

#include <optional>
#include <string>
#include <vector>

/// Where the money stands: the one report that pages, files and scripts read, from the ledger's kept balances.
namespace rtkeren::portal {

struct MoneyRow {
    std::string place, name, envelope; // code, "Plosokerep" or "RT 02 RW 03", "umkm"
    ledger::StageAmounts amounts;
};
struct MoneyReport {
    int year {0};
    Date as_of;
    std::vector<MoneyRow> rows;
    ledger::StageAmounts total;
};
/// Rows per kelurahan and envelope below the place ("" is the city), or per unit for an RW or RT. A rupiah counts in the stage where it stood on the day.
/// place.format, place.unknown, programme.no_year
[[nodiscard]] Result<MoneyReport> money_report(db::ReadTx&, CityId, int year, std::optional<Date> as_of, std::string_view place, Date today);

/// {"year","as_of","total":{"pagu_awal",…},"rows":[{"place","name","envelope",…}]}; `kontrak` counts what is ordered and not confirmed.
[[nodiscard]] boost::json::object to_json(MoneyReport const&);
[[nodiscard]] tables::Table to_table(MoneyReport const&, std::string const& city_name);

} // namespace rtkeren::portal
