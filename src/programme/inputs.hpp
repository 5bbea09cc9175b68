#pragma once

#include "language/language.hpp"
#include "ledger/ledger.hpp"
#include "operations/operations.hpp"
#include "programme/programme.hpp"

/// What the operations of this room take. Codes of places and keys of envelopes are checked by the operation, which knows what there is.
namespace rtkeren::programme {

using Code = Text<1, 40>;
using OptionalCode = Text<0, 40>;
using Number = PaperNumber;

struct CreateYear {
    RequestId id;
    std::int64_t year {0};
};
struct DiscardYear {
    RequestId id;
    std::int64_t year {0};
    Reason reason;
};
struct EnvelopeAmount {
    Code envelope;
    Rupiah amount;
};
/// `amounts` are the new limits, as the DPA or its change prints them.
struct SetDpa {
    RequestId id;
    std::int64_t year {0};
    Code kelurahan;
    Number number;
    Date date;
    std::vector<EnvelopeAmount> amounts;
};
/// One row of the form with all kelurahan: a row whose limits stay as they are needs no paper.
struct DpaRow {
    Code kelurahan;
    Text<0, 80> number;
    std::optional<Date> date;
    std::vector<EnvelopeAmount> amounts;
};
struct SetDpas {
    RequestId id;
    std::int64_t year {0};
    std::vector<DpaRow> rows;
};
struct OpenYear {
    RequestId id;
    std::int64_t year {0};
    Number letter;
    Date letter_date;
    std::vector<Code> units; // of a pilot pack
    bool mid_year {false}; // purses begin empty: what they hold comes with the opening balances
};
struct AllocateUnit {
    RequestId id;
    std::int64_t year {0};
    Code unit;
    Number number;
    Date date;
    Reason reason;
    std::vector<EnvelopeAmount> amounts; // empty: as the pack says
};
struct Decline {
    RequestId id;
    std::optional<PurseId> purse;
    std::optional<std::int64_t> year; // with `unit`
    OptionalCode unit;
    OptionalCode envelope; // empty: the whole unit
    Number number; // of the minutes
    Date date;
    Reason reason;
};
struct GiveBonus {
    RequestId id;
    std::int64_t year {0};
    Code unit;
    std::optional<std::int64_t> rank; // key of the pack's bonus
    std::vector<EnvelopeAmount> amounts; // empty: the rank's amount by the envelopes' weights
    Number number; // of the decree
    Date date;
    Reason reason;
};
struct Reduce {
    RequestId id;
    PurseId purse;
    Rupiah amount;
    Number number;
    Date date;
    Reason reason;
};
struct Move {
    RequestId id;
    PurseId from;
    PurseId to;
    Rupiah amount;
    Number number; // of the budget change, or of the unit's minutes before approval
    Date date;
    Reason reason;
};
/// Takes back a decline, bonus, reduction, move or later allocation, as long as its money stands where it was put.
struct UndoChange {
    RequestId id;
    Ulid change;
    Reason reason;
};
struct PlaceHold {
    RequestId id;
    std::optional<Ulid> proposal; // then scope, kinds and reason may be those of the proposal
    ledger::HoldScope scope {ledger::HoldScope::City};
    OptionalCode subject; // the kelurahan's code, the pokmas's or purse's id; empty for the city
    std::vector<ledger::HoldKind> kinds;
    Number letter;
    Date letter_date; // in force from this day
    Name signatory;
    std::optional<Date> review_on; // when the inbox reminds; a hold ends by a decision only
    Reason reason;
};
struct ProposeHold {
    RequestId id;
    ledger::HoldScope scope {ledger::HoldScope::City};
    OptionalCode subject;
    std::vector<ledger::HoldKind> kinds;
    Number letter;
    Date letter_date;
    Name signatory;
    Reason reason;
};
struct DeclineHold {
    RequestId id;
    Ulid hold;
    Reason reason;
};
struct LiftHold {
    RequestId id;
    Ulid hold;
    Number letter;
    Date letter_date;
    Reason reason;
};
struct StartClosing {
    RequestId id;
    std::int64_t year {0};
};
struct ReopenYear {
    RequestId id;
    std::int64_t year {0};
    Reason reason;
};
/// A purse that closes although money is still with the pokmas. An empty reason is no flag.
struct DebtFlag {
    PurseId purse;
    Text<0, 500> reason;
};
struct CloseYear {
    RequestId id;
    std::int64_t year {0};
    Number letter;
    Date letter_date;
    std::vector<DebtFlag> debts;
};

} // namespace rtkeren::programme

namespace rtkeren::operations {

namespace programme_fields {
inline constexpr FieldOptions year {.label = TR_NOOP("Tahun"), .example = "2023", .minimum = 2001, .maximum = 2100};
inline constexpr FieldOptions unit {.label = TR_NOOP("Kode RT, RW atau kelurahan"), .example = "35.72.03.1002.003.002"};
inline constexpr FieldOptions number {.label = TR_NOOP("Nomor surat"), .example = "027/14/410.020/2023"};
inline constexpr FieldOptions date {.label = TR_NOOP("Tanggal surat"), .example = "2023-03-28"};
inline constexpr FieldOptions reason {.label = TR_NOOP("Alasan")};
inline constexpr FieldOptions amounts {.label = TR_NOOP("Jumlah tiap kantong")};
inline constexpr FieldOptions amount {.label = TR_NOOP("Jumlah"), .example = "15000000", .minimum = 1, .maximum = Rupiah::limit};
} // namespace programme_fields

template <> struct Choices<ledger::HoldScope> {
    using enum ledger::HoldScope;
    static constexpr std::array<std::pair<ledger::HoldScope, std::string_view>, 4> values {
        {{City, "city"}, {Kelurahan, "kelurahan"}, {Pokmas, "pokmas"}, {Purse, "purse"}}};
};
template <> struct Choices<ledger::HoldKind> {
    using enum ledger::HoldKind;
    static constexpr std::array<std::pair<ledger::HoldKind, std::string_view>, 8> values {
        {{Allocation, "allocation"}, {Planning, "planning"}, {Contract, "contract"}, {Disbursement, "disbursement"}, {CashOut, "cash_out"},
            {Spending, "spending"}, {Acceptance, "acceptance"}, {HandOver, "hand_over"}}};
};

template <> struct Fields<programme::CreateYear> {
    using T = programme::CreateYear;
    static constexpr auto table() { return std::tuple {field("id", &T::id), field("year", &T::year, programme_fields::year)}; }
};
template <> struct Fields<programme::DiscardYear> {
    using T = programme::DiscardYear;
    static constexpr auto table()
    {
        return std::tuple {field("id", &T::id), field("year", &T::year, programme_fields::year), field("reason", &T::reason, programme_fields::reason)};
    }
};
template <> struct Fields<programme::EnvelopeAmount> {
    using T = programme::EnvelopeAmount;
    static constexpr auto table()
    {
        return std::tuple {field("envelope", &T::envelope, {.label = TR_NOOP("Kantong"), .example = "umkm"}),
            field("amount", &T::amount, {.label = TR_NOOP("Jumlah"), .example = "15000000", .maximum = Rupiah::limit})};
    }
};
template <> struct Fields<programme::SetDpa> {
    using T = programme::SetDpa;
    static constexpr auto table()
    {
        return std::tuple {field("id", &T::id), field("year", &T::year, programme_fields::year),
            field("kelurahan", &T::kelurahan, {.label = TR_NOOP("Kelurahan"), .example = "35.72.03.1002"}),
            field("number", &T::number, {.label = TR_NOOP("Nomor DPA")}), field("date", &T::date, {.label = TR_NOOP("Tanggal DPA")}),
            field("amounts", &T::amounts, {.label = TR_NOOP("Jumlah tiap kantong"), .minimum = 1})};
    }
};
template <> struct Fields<programme::DpaRow> {
    using T = programme::DpaRow;
    static constexpr auto table()
    {
        return std::tuple {field("kelurahan", &T::kelurahan, {.label = TR_NOOP("Kelurahan")}), field("number", &T::number, {.label = TR_NOOP("Nomor DPA")}),
            field("date", &T::date, {.label = TR_NOOP("Tanggal DPA")}), field("amounts", &T::amounts, programme_fields::amounts)};
    }
};
template <> struct Fields<programme::SetDpas> {
    using T = programme::SetDpas;
    static constexpr auto table()
    {
        return std::tuple {
            field("id", &T::id), field("year", &T::year, programme_fields::year), field("rows", &T::rows, {.label = TR_NOOP("Kelurahan"), .minimum = 1})};
    }
};
template <> struct Fields<programme::OpenYear> {
    using T = programme::OpenYear;
    static constexpr auto table()
    {
        return std::tuple {field("id", &T::id), field("year", &T::year, programme_fields::year), field("letter", &T::letter, programme_fields::number),
            field("letter_date", &T::letter_date, programme_fields::date),
            field("units", &T::units, {.label = TR_NOOP("Kode RT percontohan"), .hint = TR_NOOP("Hanya untuk tahun percontohan"), .maximum = 10'000}),
            field("mid_year", &T::mid_year, {.label = TR_NOOP("Mulai di tengah tahun"), .hint = TR_NOOP("Kantong dibuka kosong; isinya dari saldo awal")})};
    }
};
template <> struct Fields<programme::AllocateUnit> {
    using T = programme::AllocateUnit;
    static constexpr auto table()
    {
        return std::tuple {field("id", &T::id), field("year", &T::year, programme_fields::year), field("unit", &T::unit, programme_fields::unit),
            field("number", &T::number, programme_fields::number), field("date", &T::date, programme_fields::date),
            field("reason", &T::reason, programme_fields::reason), field("amounts", &T::amounts, programme_fields::amounts)};
    }
};
template <> struct Fields<programme::Decline> {
    using T = programme::Decline;
    static constexpr auto table()
    {
        return std::tuple {field("id", &T::id), field("purse", &T::purse, {.label = TR_NOOP("Kantong")}), field("year", &T::year, programme_fields::year),
            field("unit", &T::unit, programme_fields::unit), field("envelope", &T::envelope, {.label = TR_NOOP("Kantong yang ditolak"), .example = "umkm"}),
            field("number", &T::number, {.label = TR_NOOP("Nomor berita acara")}), field("date", &T::date, {.label = TR_NOOP("Tanggal berita acara")}),
            field("reason", &T::reason, programme_fields::reason)};
    }
};
template <> struct Fields<programme::GiveBonus> {
    using T = programme::GiveBonus;
    static constexpr auto table()
    {
        return std::tuple {field("id", &T::id), field("year", &T::year, programme_fields::year), field("unit", &T::unit, programme_fields::unit),
            field("rank", &T::rank, {.label = TR_NOOP("Peringkat"), .example = "1", .minimum = 1, .maximum = 99}),
            field("amounts", &T::amounts, programme_fields::amounts), field("number", &T::number, {.label = TR_NOOP("Nomor keputusan")}),
            field("date", &T::date, {.label = TR_NOOP("Tanggal keputusan")}), field("reason", &T::reason, programme_fields::reason)};
    }
};
template <> struct Fields<programme::Reduce> {
    using T = programme::Reduce;
    static constexpr auto table()
    {
        return std::tuple {field("id", &T::id), field("purse", &T::purse, {.label = TR_NOOP("Kantong")}), field("amount", &T::amount, programme_fields::amount),
            field("number", &T::number, programme_fields::number), field("date", &T::date, programme_fields::date),
            field("reason", &T::reason, programme_fields::reason)};
    }
};
template <> struct Fields<programme::Move> {
    using T = programme::Move;
    static constexpr auto table()
    {
        return std::tuple {field("id", &T::id), field("from", &T::from, {.label = TR_NOOP("Dari kantong")}),
            field("to", &T::to, {.label = TR_NOOP("Ke kantong")}), field("amount", &T::amount, programme_fields::amount),
            field("number", &T::number, {.label = TR_NOOP("Nomor perubahan anggaran atau berita acara")}), field("date", &T::date, programme_fields::date),
            field("reason", &T::reason, programme_fields::reason)};
    }
};
template <> struct Fields<programme::UndoChange> {
    using T = programme::UndoChange;
    static constexpr auto table()
    {
        return std::tuple {
            field("id", &T::id), field("change", &T::change, {.label = TR_NOOP("Perubahan")}), field("reason", &T::reason, programme_fields::reason)};
    }
};

namespace programme_fields {
inline constexpr FieldOptions scope {.label = TR_NOOP("Yang ditahan")};
inline constexpr FieldOptions subject {
    .label = TR_NOOP("Kode kelurahan, pokmas atau kantong"), .hint = TR_NOOP("Kosongkan bila seluruh kota"), .example = "35.72.03.1002"};
inline constexpr FieldOptions kinds {.label = TR_NOOP("Apa yang berhenti"), .minimum = 1, .maximum = 8};
inline constexpr FieldOptions signatory {.label = TR_NOOP("Penanda tangan")};
} // namespace programme_fields

template <> struct Fields<programme::PlaceHold> {
    using T = programme::PlaceHold;
    static constexpr auto table()
    {
        return std::tuple {field("id", &T::id), field("proposal", &T::proposal, {.label = TR_NOOP("Usulan")}),
            field("scope", &T::scope, programme_fields::scope), field("subject", &T::subject, programme_fields::subject),
            field("kinds", &T::kinds, programme_fields::kinds), field("letter", &T::letter, programme_fields::number),
            field("letter_date", &T::letter_date, programme_fields::date), field("signatory", &T::signatory, programme_fields::signatory),
            field("review_on", &T::review_on, {.label = TR_NOOP("Ditinjau lagi pada")}), field("reason", &T::reason, programme_fields::reason)};
    }
};
template <> struct Fields<programme::ProposeHold> {
    using T = programme::ProposeHold;
    static constexpr auto table()
    {
        return std::tuple {field("id", &T::id), field("scope", &T::scope, programme_fields::scope), field("subject", &T::subject, programme_fields::subject),
            field("kinds", &T::kinds, programme_fields::kinds), field("letter", &T::letter, programme_fields::number),
            field("letter_date", &T::letter_date, programme_fields::date), field("signatory", &T::signatory, programme_fields::signatory),
            field("reason", &T::reason, programme_fields::reason)};
    }
};
template <> struct Fields<programme::DeclineHold> {
    using T = programme::DeclineHold;
    static constexpr auto table()
    {
        return std::tuple {
            field("id", &T::id), field("hold", &T::hold, {.label = TR_NOOP("Penahanan")}), field("reason", &T::reason, programme_fields::reason)};
    }
};
template <> struct Fields<programme::LiftHold> {
    using T = programme::LiftHold;
    static constexpr auto table()
    {
        return std::tuple {field("id", &T::id), field("hold", &T::hold, {.label = TR_NOOP("Penahanan")}), field("letter", &T::letter, programme_fields::number),
            field("letter_date", &T::letter_date, programme_fields::date), field("reason", &T::reason, programme_fields::reason)};
    }
};
template <> struct Fields<programme::StartClosing> {
    using T = programme::StartClosing;
    static constexpr auto table() { return std::tuple {field("id", &T::id), field("year", &T::year, programme_fields::year)}; }
};
template <> struct Fields<programme::ReopenYear> {
    using T = programme::ReopenYear;
    static constexpr auto table()
    {
        return std::tuple {field("id", &T::id), field("year", &T::year, programme_fields::year), field("reason", &T::reason, programme_fields::reason)};
    }
};
template <> struct Fields<programme::DebtFlag> {
    using T = programme::DebtFlag;
    static constexpr auto table()
    {
        return std::tuple {
            field("purse", &T::purse, {.label = TR_NOOP("Kantong")}), field("reason", &T::reason, {.label = TR_NOOP("Mengapa ditutup dengan utang")})};
    }
};
template <> struct Fields<programme::CloseYear> {
    using T = programme::CloseYear;
    static constexpr auto table()
    {
        return std::tuple {field("id", &T::id), field("year", &T::year, programme_fields::year), field("letter", &T::letter, programme_fields::number),
            field("letter_date", &T::letter_date, programme_fields::date),
            field("debts", &T::debts, {.label = TR_NOOP("Kantong yang ditutup dengan utang"), .maximum = 10'000})};
    }
};

} // namespace rtkeren::operations
