#pragma once

#include "tables/list.hpp"
#include "turnover/pages_room.hpp"

/// Lists of records: of one person's writing, of one business.
namespace rtkeren::turnover {

/// The month that is asked for, taken out of the filters: a period may reach over its ends, which no column says; the queries do.
[[nodiscard]] std::string taken_month(tables::ListRequest&);
[[nodiscard]] tables::TableSpec records_spec(std::string path, bool names_business);
/// Of a page of list_own_records or list_records.
[[nodiscard]] tables::Table records_table(Services const&, tables::TableSpec const&, tables::ListRequest const&, tables::Page const&, bool names_business);

} // namespace rtkeren::turnover
