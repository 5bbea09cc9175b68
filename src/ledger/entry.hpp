#pragma once

#include "base/date.hpp"
#include "base/rupiah.hpp"
#include "ledger/accounts.hpp"

#include <optional>
#include <string>
#include <vector>

namespace rtkeren::ledger {

/// One kind per row (or half row) of the event table.
enum class EntryKind : std::uint8_t {
    Allocated,
    Bonus,
    Declined,
    Reduced,
    Unused, // at closing
    PlanApproved,
    PlanWithdrawn,
    MovedBetweenPurses,
    Contracted,
    ContractReduced,
    ContractEnded,
    Sp2dIssued,
    Sp2dConfirmed,
    Sp2dBounced,
    ArrivedElsewhere,
    SentOn,
    CashDrawn,
    CashPaidIn,
    AdvanceGiven,
    AdvanceReturned,
    Expense,
    TaxPaid,
    Accepted,
    NotAccepted, // from belanja
    Disallowed,  // from sah
    SupplierRefund,
    RepaidByPerson,
    RepaidToTreasury,
    BoughtUnplaced,
    UnplacedBorne, // by residents' money
    LeftoverReturned,
    Interest,
    BankFee,
    TaxOnInterest,
    InterestReturned,
    SwadayaIn,
    SwadayaUsed,
    CashMissing,
    CashOver,
    UnknownMoney,
    WrittenOff,
    HandOver,
    Opening, // saldo awal of a city that starts in mid-year
    Reversal
};
[[nodiscard]] std::string_view name_of(EntryKind); // "sp2d_issued", as stored and in JSON
[[nodiscard]] std::optional<EntryKind> entry_kind_of(std::string_view);
inline constexpr int entry_kind_count = int(EntryKind::Reversal) + 1;

/// What a hold can name. Taxes, returns, repayments, cash paid in, interest, facts of the bank and corrections belong to none: nothing holds them.
enum class HoldKind : std::uint8_t { Allocation, Planning, Contract, Disbursement, CashOut, Spending, Acceptance, HandOver };
inline constexpr std::array all_hold_kinds {HoldKind::Allocation, HoldKind::Planning, HoldKind::Contract, HoldKind::Disbursement, HoldKind::CashOut,
    HoldKind::Spending, HoldKind::Acceptance, HoldKind::HandOver};
[[nodiscard]] std::string_view name_of(HoldKind); // "disbursement"
[[nodiscard]] std::optional<HoldKind> hold_kind_of(std::string_view);
/// Which hold stops this kind of entry, if any can.
[[nodiscard]] std::optional<HoldKind> held_by(EntryKind);
/// May be posted to a closed purse: tax payments, repayments, returns, disallowances, write-offs.
[[nodiscard]] bool allowed_after_closing(EntryKind);

/// Who, when and why; the same for every event.
struct Header {
    EntryId id;                      // made by the client: the same id is never posted twice
    Date occurred_on;                // when it happened (printed)
    Instant recorded_at;             // the server's clock (never changed)
    std::optional<Instant> made_at {}; // the device's claim
    UserId actor {};                 // who entered it
    std::optional<PersonId> person {}; // for whom, when entered from paper
    int year {0};                    // programme year
    std::string subject_kind {};     // "expense", "contract", "sp2d": what the entry belongs to, by name
    std::string subject {};          // its id
    std::string text {};             // what the books print: "Semen 20 sak, Toko Barokah"; numbers of letters, NTPN

    bool operator==(Header const&) const = default;
};

struct PurseLeg {
    PurseId purse;
    Stage stage;
    std::string category; // menu category; "" on pagu, kembali, batal, anggaran where none is known
    Rupiah amount;        // signed; not zero

    bool operator==(PurseLeg const&) const = default;
};

struct CashLeg {
    PokmasId pokmas;
    CashKind kind;
    PartyKey party; // "-" for none
    Rupiah amount;  // signed; not zero

    bool operator==(CashLeg const&) const = default;
};

/// Purses that change hands in this entry.
struct Passing {
    std::vector<PurseId> purses;
    PokmasId from;
    PokmasId to;

    bool operator==(Passing const&) const = default;
};

/// One business event: up to two books, each summing to zero. Made by the functions of events.hpp, posted by `post`.
struct Entry {
    Header header;
    EntryKind kind;
    std::vector<PurseLeg> purse_legs {};
    std::vector<CashLeg> cash_legs {};
    std::optional<EntryId> reverses {};
    std::optional<Passing> passing {};

    bool operator==(Entry const&) const = default;
};

} // namespace rtkeren::ledger
