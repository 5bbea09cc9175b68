#pragma once

#include "operations/operations.hpp"
#include "sheets/sheets.hpp"

#include <vector>

namespace rtkeren::territory {

/// This room stands below the pages: `app` gives its import a page.
[[nodiscard]] std::vector<operations::Operation> operations();
[[nodiscard]] std::vector<sheets::Kind const*> imports();
void register_messages();

} // namespace rtkeren::territory
