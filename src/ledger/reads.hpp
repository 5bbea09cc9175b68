#pragma once

#include "db/db.hpp"
#include "ledger/entry.hpp"

#include <array>
#include <string>
#include <vector>

/// What the books say. Balances are kept, so none of these grows with the number of postings; as of a past day they take back what came later.
/// Lists and figures of other rooms read the views `ledger_v_purse` and `ledger_v_place` (README).
namespace rtkeren::ledger {

struct StageAmounts {
    std::array<Rupiah, all_stages.size()> amounts {};

    [[nodiscard]] Rupiah of(Stage stage) const { return amounts[std::size_t(stage)]; }
    /// The ceiling: the sum over all stages of the purse.
    [[nodiscard]] Rupiah pagu_awal() const;
    /// What reports print as `kontrak`: with sp2d.
    [[nodiscard]] Rupiah kontrak() const { return of(Stage::Kontrak) + of(Stage::Sp2d); }
    bool operator==(StageAmounts const&) const = default;
};

enum class PurseState : std::uint8_t { Open, Closed, ClosedWithDebt };
[[nodiscard]] std::string_view name_of(PurseState); // "open", "closed", "closed_with_debt"

struct Purse {
    PurseId id;
    int year;
    std::string unit;
    std::string kelurahan;
    std::string envelope;
    std::optional<PokmasId> pokmas;
    PurseState state;
    std::optional<Date> closed_on;
};
Result<Purse> purse(db::ReadTx&, CityId, PurseId); // ledger.purse_unknown
Result<std::vector<Purse>> purses_of_pokmas(db::ReadTx&, CityId, PokmasId);
Result<std::vector<Purse>> purses_of_unit(db::ReadTx&, CityId, int year, std::string_view unit);

Result<StageAmounts> balance(db::ReadTx&, CityId, PurseId); // ledger.purse_unknown
/// By entries recorded until now that happened on or before the day.
Result<StageAmounts> purse_as_of(db::ReadTx&, CityId, PurseId, Date);

struct CategoryAmount {
    Stage stage;
    std::string category; // "" where a line named none
    Rupiah amount;
};
/// The purse's rupiah by stage and menu category: exact, from its lines; without zeros.
Result<std::vector<CategoryAmount>> category_amounts(db::ReadTx&, CityId, PurseId);

struct PlaceBalance {
    int year;
    std::string kelurahan;
    std::string envelope;
    std::int64_t purses;
    StageAmounts amounts;
};
/// Rows per kelurahan and envelope; city and kecamatan are sums of these.
Result<std::vector<PlaceBalance>> place_balances(db::ReadTx&, CityId, int year);
Result<std::vector<PlaceBalance>> place_balances_as_of(db::ReadTx&, CityId, int year, Date);

/// Limit and use of a kelurahan's DPA.
struct Dpa {
    Rupiah limit;
    Rupiah allocated; // less `batal`
};
Result<Dpa> dpa(db::ReadTx&, CityId, int year, std::string_view kelurahan, std::string_view envelope);

struct CashPart {
    CashKind kind;
    PartyKey party;
    Rupiah amount; // debts are negative
};
struct Cash {
    std::array<Rupiah, all_cash_kinds.size()> totals {};
    std::vector<CashPart> parts; // every account with money, by kind and party

    [[nodiscard]] Rupiah of(CashKind kind) const { return totals[std::size_t(kind)]; }
    [[nodiscard]] Rupiah of(CashKind kind, std::string_view party) const;
    [[nodiscard]] Rupiah owed() const; // pajak, bunga, swadaya, titipan; as a positive amount
    [[nodiscard]] Rupiah held() const; // bank, kas, panjar, piutang
};
Result<Cash> cash_of(db::ReadTx&, CityId, PokmasId);
Result<Cash> cash_as_of(db::ReadTx&, CityId, PokmasId, Date);

/// An entry as the lists print it, with the amount that it moved on the purse or at the pokmas.
struct EntryRow {
    EntryId id;
    std::int64_t number;
    EntryKind kind;
    Date occurred_on;
    Instant recorded_at;
    std::string subject_kind, subject, text;
    Rupiah amount; // the sum of what the event moved (its positive lines)
    std::optional<EntryId> reverses, reversed_by;
};
/// Columns (to filter and sort): number, id, kind, occurred_on, recorded_at, subject_kind, subject, text, amount, reverses, reversed_by, search.
/// In the order of number unless the cut says otherwise; one row more than its limit when there is a next page.
Result<std::vector<EntryRow>> entries_of_purse(db::ReadTx&, CityId, PurseId, db::ListCut const& = {});
Result<std::vector<EntryRow>> entries_of_pokmas(db::ReadTx&, CityId, PokmasId, db::ListCut const& = {});
/// Entries of one subject ("expense", id), in order.
Result<std::vector<EntryRow>> entries_of_subject(db::ReadTx&, CityId, std::string_view subject_kind, std::string_view subject);
/// The whole entry with its legs; ledger.entry_unknown.
Result<Entry> entry(db::ReadTx&, CityId, EntryId);

/// A row of the general cash book (BKU). Gross out, tax withheld in, tax paid out; a move between bank, cash and advances is in and out.
struct BkuRow {
    EntryId entry;
    std::int64_t number;
    EntryKind kind;
    std::optional<CashKind> account; // of the other side: pemasok, pajak, jalan, …; none for moves and hand-overs
    PartyKey party;
    Date occurred_on;
    Instant recorded_at;
    std::string subject_kind, subject, text;
    Rupiah in, out;
    Rupiah balance; // bank + kas + panjar after the row
};
struct Bku {
    Rupiah opening;
    std::vector<BkuRow> rows; // by day, then by number
    Rupiah closing;
    Rupiah bank, kas, panjar; // of the closing balance
};
/// From and to are included.
Result<Bku> bku(db::ReadTx&, CityId, PokmasId, Date from, Date to);

} // namespace rtkeren::ledger
