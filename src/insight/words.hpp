#pragma once

#include "ledger/entry.hpp"

#include <string>

/// What the books call their events and accounts, for people.
namespace rtkeren::insight {

[[nodiscard]] std::string entry_label(ledger::EntryKind); // "SP2D terbit"
[[nodiscard]] std::string stage_word(ledger::Stage); // "Cair"
[[nodiscard]] std::string cash_word(ledger::CashKind); // "Rekening bank"

} // namespace rtkeren::insight
