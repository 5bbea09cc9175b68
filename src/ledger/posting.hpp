#pragma once

#include "ledger/ledger.hpp"

#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

/// The part of the books that a posting touches, in memory: what entries move is tried here, in order, before anything is written.
namespace rtkeren::ledger {

struct LoadedPurse {
    Purse purse;
    std::int64_t first_account;
    std::array<Rupiah, all_stages.size()> amounts;
    std::array<bool, all_stages.size()> is_changed {};
    bool has_new_pokmas {false};
};

struct LoadedCash {
    std::int64_t account;
    CashLeg key; // amount unused
    Rupiah amount;
    bool is_new {false};
    bool is_changed {false};
};

/// One line, ready to be written; views the entry that it belongs to.
struct ReadyLine {
    std::int64_t entry;
    int number;
    std::int64_t account;
    Rupiah amount;
    int year;
    std::string_view envelope;
    std::string_view slot;
    std::string_view category; // "" is NULL
};

struct PlaceKey {
    int year;
    std::string kelurahan;
    std::string envelope;
    Stage stage;
    auto operator<=>(PlaceKey const&) const = default;
};

class Posting {
public:
    Posting(db::WriteTx& tx, CityId city) : m_tx(tx), m_city(city) { }

    /// Reads what the entries will need in as few questions as possible; before the first `take`.
    Result<void> prepare(std::span<Entry const> entries);
    /// Tries the entry after those before it; refuses with codes and numbers. `entry` must outlive the posting.
    Result<Posted> take(Entry const& entry);
    /// Writes everything that was taken, each balance once.
    Result<void> write();

private:
    struct Totals {
        Rupiah cair, sp2d, cash, jalan;
    };
    using PerPokmas = std::map<PokmasId, Totals>;

    // What is refused, in this order.
    Result<std::optional<Posted>> find_already(Entry const&);
    Result<EntryKind> effective_kind(Entry const&);
    Result<void> check_purses(Entry const&);
    Result<void> check_open(Entry const&, EntryKind);
    Result<void> check_categories(Entry const&);
    Result<void> check_holds(Entry const&, EntryKind);
    Result<bool> is_held_through_pokmas(Hold const&, Entry const&);
    Result<void> check_months(Entry const&);
    Result<void> apply_passing(Entry const&, PerPokmas&);
    Result<void> apply_purse_legs(Entry const&, std::int64_t number, PerPokmas&);
    Result<void> apply_cash_legs(Entry const&, std::int64_t number, PerPokmas&);
    Result<void> check_dpa(std::map<PlaceKey, Rupiah> const& moved);
    Result<void> check_dpa_of(PlaceKey const& place, Rupiah asked);
    Result<void> check_pokmas(PerPokmas const&);

    Result<void> load_purses(std::span<Entry const>);
    Result<LoadedCash*> load_cash(CashLeg const&);
    Result<std::set<std::string> const*> load_allowed(int year, std::string const& envelope);
    Result<std::set<std::string> const*> load_months(PokmasId const&);

    Result<void> write_accounts();
    Result<void> write_entries();
    Result<void> write_lines();
    Result<void> write_balances();
    Result<void> write_places();
    Result<void> write_passings();

    db::WriteTx& m_tx;
    CityId m_city;
    bool m_are_all_new {false}; // no entry of the city bears an id of the batch
    std::int64_t m_last_number {-1};
    std::int64_t m_last_account {-1};
    std::unordered_map<PurseId, LoadedPurse> m_purses;
    std::map<std::tuple<PokmasId, CashKind, PartyKey>, LoadedCash> m_cash;
    std::map<std::pair<int, std::string>, std::set<std::string>> m_allowed;
    std::map<PokmasId, std::set<std::string>> m_months;
    std::optional<std::vector<Hold>> m_holds;
    struct DpaState {
        Rupiah limit, used; // used: as stored before this posting
    };
    std::map<std::tuple<int, std::string, std::string>, DpaState> m_dpa;
    std::map<PlaceKey, Rupiah> m_places; // deltas
    std::vector<std::pair<Entry const*, std::int64_t>> m_entries;
    std::unordered_map<EntryId, std::size_t> m_taken;
    std::vector<ReadyLine> m_lines;
};

/// Refusals with numbers.
[[nodiscard]] Error refuse_invalid(std::string code, Arguments arguments);
[[nodiscard]] std::string digits(Rupiah);
/// As stored between spaces: " disbursement spending ".
[[nodiscard]] std::string hold_kinds_text(std::vector<HoldKind> const&);
[[nodiscard]] Purse purse_of(db::Row const&); // the columns of purse.sql

} // namespace rtkeren::ledger
