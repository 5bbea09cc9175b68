#pragma once

#include "ledger/ledger.hpp"
#include "programme/machines.hpp"

namespace rtkeren::programme {

/// A hold with its letter, as lists and its page show it.
struct Hold {
    Ulid id;
    ledger::HoldScope scope {ledger::HoldScope::City};
    std::string scope_id, scope_name; // "35.72.03.1002", "Kelurahan Plosokerep"
    std::vector<ledger::HoldKind> kinds;
    std::string reason, letter, signatory;
    Date letter_on;
    std::optional<Date> from, review_on, lifted_on;
    std::string lift_letter;
    Instant made_at;
    HoldState state {HoldState::Proposed};
};
/// programme.no_hold
[[nodiscard]] Result<Hold> hold(db::ReadTx&, CityId, Ulid const&);
/// Holds in force, newest first.
[[nodiscard]] Result<std::vector<Hold>> holds_in_force(db::ReadTx&, CityId);
/// The holds in force that reach a purse: its own, its pokmas's, its kelurahan's, the city's.
[[nodiscard]] Result<std::vector<Hold>> holds_on(db::ReadTx&, CityId, Purse const&);

[[nodiscard]] std::string kinds_text(std::vector<ledger::HoldKind> const&); // "disbursement spending"
[[nodiscard]] std::vector<ledger::HoldKind> kinds_of(std::string_view text);
[[nodiscard]] std::string label_of(ledger::HoldKind); // "Pencairan", in the language of the request
[[nodiscard]] std::string labels_of(std::vector<ledger::HoldKind> const&); // "Pencairan, Belanja"
[[nodiscard]] std::string label_of(ledger::HoldScope);
[[nodiscard]] std::string label_of(HoldState);

} // namespace rtkeren::programme
