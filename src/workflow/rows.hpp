#pragma once

#include "workflow/workflow.hpp"

namespace rtkeren::workflow {

[[nodiscard]] Item item_of(db::Row const&);
[[nodiscard]] Result<std::vector<HistoryRow>> history_of_item(db::ReadTx&, CityId, ItemId const&);

} // namespace rtkeren::workflow
