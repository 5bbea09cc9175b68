#pragma once

#include "operations/operations.hpp"
#include "sheets/sheets.hpp"

#include <functional>
#include <string>
#include <vector>

namespace rtkeren::territory {

/// This room stands below the pages: `app` gives its import a page.
[[nodiscard]] std::vector<operations::Operation> operations();
[[nodiscard]] std::vector<sheets::Kind const*> imports();
void register_messages();

/// What upper rooms say when RT and RW end under whose codes nobody goes on: who still holds an office there. Handed in by `app` once, before threads run.
using EndingNotes = std::function<Result<std::vector<std::string>>(db::ReadTx&, CityId, std::vector<std::string> const& codes, Date today)>;
void use_ending_notes(EndingNotes);

} // namespace rtkeren::territory
