#pragma once

#include "ledger/entry.hpp"
#include "ledger/events.hpp"
#include "ledger/reads.hpp"

#include <span>

/// All money moves here. The ledger knows purses, stages, accounts and limits; it knows no law: operations ask `rules` first, this is the second lock.
///
///     TRY(ledger::allow_categories(tx, city, 2023, "umkm", categories));
///     TRY(ledger::change_dpa(tx, city, {.year = 2023, .kelurahan = "35.72.03.1002", .envelope = "umkm", .amount = 300'000'000_rp, …}));
///     TRY(ledger::open_purse(tx, city, {purse, 2023, rt, "35.72.03.1002", "umkm", pokmas, now}));
///     TRY(ledger::post(tx, city, ledger::allocated(header, purse, 15'000'000_rp)));
namespace rtkeren::ledger {

// --- purses --------------------------------------------------------------------------------------------------------------
struct NewPurse {
    PurseId id;
    int year;
    std::string unit;       // territory's id of the RT (or RW, kelurahan, group)
    std::string kelurahan;  // code "35.72.03.1002"
    std::string envelope;   // "fisik", "umkm"
    std::optional<PokmasId> pokmas {}; // may come later: assign_pokmas
    Instant opened_at;
};
/// Opens its ten accounts. Conflict ledger.purse_exists when the unit has one for that year and envelope.
Result<void> open_purse(db::WriteTx&, CityId, NewPurse const&);
Result<void> open_purses(db::WriteTx&, CityId, std::span<NewPurse const>);
/// First pokmas of a purse, or another while no money was ordered yet; afterwards only a hand-over changes it (Conflict ledger.purse_has_money).
Result<void> assign_pokmas(db::WriteTx&, CityId, PurseId, PokmasId);
/// Closed for all but taxes, repayments, returns, disallowances, write-offs. Conflict ledger.purse_not_empty {stage, amount} while
/// pagu, rencana, kontrak or sp2d hold anything, ledger.purse_closed when it is closed. ClosedWithDebt when `cair` is left.
Result<PurseState> close_purse(db::WriteTx&, CityId, PurseId, Date on, Instant at);

// --- posting -------------------------------------------------------------------------------------------------------------
enum class Replay : std::uint8_t { New, Already };
struct Posted {
    std::int64_t number {0}; // the city's gapless order
    Replay replay {Replay::New};
};
/// Writes the entry and the balances it moves. Refusals carry numbers (raw digits) and leave the transaction usable on SQLite and PostgreSQL:
///   Invalid  ledger.insufficient {account, purse|pokmas, party, have, need}; ledger.debt_positive {account, pokmas, party, owed, paid}
///   Invalid  ledger.category_not_allowed {category, year, envelope}; ledger.category_missing {stage}
///   Invalid  ledger.dpa_exceeded {year, kelurahan, envelope, limit, allocated, asked}
///   Invalid  ledger.payment_differs {pokmas, purses, cash}: money and purses of a pokmas do not move alike; ledger.empty
///   Conflict ledger.hold {letter, kinds, until}; ledger.month_signed {month}; ledger.purse_closed {purse}; ledger.id_reused;
///            ledger.money_under_way {purse}; ledger.purse_without_pokmas {purse}; ledger.purse_elsewhere {purse}
///   NotFound ledger.purse_unknown
/// A book that does not sum to zero is our bug (CHECK).
Result<Posted> post(db::WriteTx&, CityId, Entry const&);
/// The same for many, in order: limits are checked entry by entry, each balance is written once. All or nothing: after a refusal nothing was written;
/// `error.arguments` then also has {"entry", id}.
Result<std::vector<Posted>> post_batch(db::WriteTx&, CityId, std::span<Entry const>);
/// Posts the opposite of `original` under the header's id and date; the header's text is the reason.
/// NotFound ledger.entry_unknown; Conflict ledger.already_reversed {by}, ledger.not_reversible (a reversal, a hand-over).
Result<Posted> reverse(db::WriteTx&, CityId, EntryId original, Header);

// --- what limits the books -----------------------------------------------------------------------------------------------
/// Written when a year's pack is released; categories are added, never removed.
Result<void> allow_categories(db::WriteTx&, CityId, int year, std::string_view envelope, std::span<std::string const> categories);

struct DpaChange {
    std::string id; // ULID
    int year;
    std::string kelurahan;
    std::string envelope;
    Rupiah amount;      // the first amount, later plus and minus
    std::string number; // of the DPA or its change
    Date dated;
    Instant recorded_at;
};
/// The limit is the sum of changes. Invalid ledger.dpa_below_allocated {limit, allocated}.
Result<void> change_dpa(db::WriteTx&, CityId, DpaChange const&);

enum class HoldScope : std::uint8_t { City, Kelurahan, Pokmas, Purse };
[[nodiscard]] std::string_view name_of(HoldScope); // "kelurahan"
[[nodiscard]] std::optional<HoldScope> hold_scope_of(std::string_view);
struct Hold {
    std::string id; // ULID
    HoldScope scope;
    std::string scope_id;         // "" for the city, else the kelurahan's code, the pokmas's or purse's id
    std::vector<HoldKind> kinds;  // at least one
    Date from;                    // in force from this day on (WIB) …
    std::optional<Date> until {}; // … to this one, both included
    std::string letter;
    std::string signatory;
    Instant placed_at;
    UserId placed_by {};
    std::optional<Date> lifted_on {}; // by a second decision: no longer in force from this day
    std::string lift_letter {};
};
Result<void> place_hold(db::WriteTx&, CityId, Hold const&);
/// NotFound ledger.hold_unknown, Conflict ledger.hold_lifted.
Result<void> lift_hold(db::WriteTx&, CityId, std::string_view hold, Date on, std::string_view letter);
/// All holds of the city, newest first.
Result<std::vector<Hold>> holds(db::ReadTx&, CityId);

/// Signed off by treasurer and chair: the pokmas's cash book of that month ("2023-03") takes no more entries.
/// Conflict ledger.month_signed when it is already.
Result<void> sign_month(db::WriteTx&, CityId, PokmasId, std::string_view month, Instant at, UserId treasurer, UserId chair);
Result<std::vector<std::string>> signed_months(db::ReadTx&, CityId, PokmasId);

} // namespace rtkeren::ledger
