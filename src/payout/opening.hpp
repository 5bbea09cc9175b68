#pragma once

#include "language/language.hpp"
#include "payout/payout.hpp"
#include "rules/rules.hpp"
#include "workflow/machine.hpp"

#include <map>

/// Saldo awal: a city that starts in mid-year brings, on a cut-off date, what each purse has at each stage and what each pokmas holds and owes.
namespace rtkeren::payout {

using OpeningId = Id<struct OpeningTag>;

/// A row of a purse (with `unit`) or of a pokmas (without): the columns of the other kind stay empty.
struct OpeningRow {
    Text<0, 120> pokmas; // name or id; of a purse row the one that serves its RW when left out
    Text<0, 40> unit;
    Text<0, 40> envelope; // key or label
    Text<0, 60> category; // for rencana to sah
    std::optional<Rupiah> pagu, rencana, kontrak, sp2d, cair, belanja, sah, kembali, batal;
    std::optional<Rupiah> bank, kas, panjar, piutang, pajak, bunga, swadaya, titipan;
    Text<0, 120> party; // who holds the advance or owes; which tax
    Text<0, 80> contract; // of a pokmas with money from kontrak on
    std::optional<Date> signed_on, ends_on;
    Text<0, 80> sp2d_number; // of the order that is under way
    std::optional<Date> sp2d_on;
};
struct ProposeOpening {
    RequestId id;
    std::int64_t year { 0 };
    Date cut_off;
    Text<1, 80> paper; // minutes of the balances
    std::vector<OpeningRow> rows;
};
struct DecideOpening {
    RequestId id;
    OpeningId opening;
};
struct RefuseOpening {
    RequestId id;
    OpeningId opening;
    Reason reason;
};

enum class OpeningState : std::uint8_t { Proposed, Confirmed, Refused };
enum class OpeningEvent : std::uint8_t { Confirm, Refuse };
[[nodiscard]] workflow::Machine const& opening_machine();

/// One pokmas of the list (or none, for purses that nobody serves yet), ready to be posted.
struct OpeningGroup {
    std::optional<Pokmas> pokmas;
    std::vector<ledger::OpeningPart> parts;
    std::map<PurseId, programme::Purse> purses;
    std::vector<ledger::PassedAmount> cash;
    std::string contract {}; // number
    std::optional<Date> signed_on {}, ends_on {};
    std::string sp2d {}; // number
    std::optional<Date> sp2d_on {};
    std::size_t first_row { 0 };
    std::optional<std::size_t> own_row {}; // the first that tells of its money: what does not add up is said there

    [[nodiscard]] Rupiah at(ledger::Stage) const;
    [[nodiscard]] bool is_contracted() const; // something stands in kontrak or went on from there
    [[nodiscard]] Rupiah held() const; // bank, kas, panjar, piutang
    [[nodiscard]] Rupiah owed() const; // pajak, bunga, swadaya, titipan
};
struct ReadyOpening {
    std::vector<OpeningGroup> groups;
    std::vector<FieldError> errors; // "rows.3.unit"
};
/// Codes: payout.opening_pokmas, place.format, payout.opening_no_purse, payout.opening_not_empty {amount}, payout.opening_envelope, payout.opening_category,
/// required, payout.opening_party {pokmas}, payout.opening_tax, payout.opening_nothing, payout.opening_both, payout.opening_differs {held, cair, owed, pokmas},
/// payout.opening_contract {pokmas}, payout.contract_there, payout.contract_dates, payout.opening_sp2d {pokmas}, payout.sp2d_used, payout.opening_after {cut_off},
/// payout.opening_plan {unit}.
[[nodiscard]] Result<ReadyOpening> ready_opening(db::ReadTx&, CityId, ProposeOpening const&, rules::Pack const&);

struct Opening {
    OpeningId id;
    int year { 0 };
    Date cut_off;
    std::string paper, state;
    std::int64_t purses { 0 }, groups { 0 };
    Rupiah amount, held;
    boost::json::object input; // what was uploaded
};
[[nodiscard]] Result<Opening> opening(db::ReadTx&, CityId, OpeningId); // payout.no_opening
[[nodiscard]] Result<std::vector<Opening>> openings(db::ReadTx&, CityId); // newest first

/// A pokmas of a list that was just booked: plans, contract and tranches stand.
struct BookedGroup {
    Opening const& opening;
    OpeningGroup const& group;
    EntryId entry;
};
/// What a room above keeps of it, in the same transaction: expenses that came with the balances.
using TakesIn = Result<void> (*)(db::WriteTx&, operations::Context&, BookedGroup const&);
void use_takers(std::vector<TakesIn>);
/// Contract, tranches and the order under way of a pokmas. What was paid counts as the tranches whose shares come nearest to it.
[[nodiscard]] Result<void> take_in(db::WriteTx&, operations::Context&, BookedGroup const&, rules::Pack const&);
/// "Saldo awal per 30 Juni 2023"
[[nodiscard]] std::string words_of(Opening const&);
/// How many of the pack's tranches a unit has had that got `paid` of `whole`: at least one where something was paid, never the last while money is left.
[[nodiscard]] int tranches_paid(Rupiah paid, Rupiah whole, std::vector<rules::Tranche> const&);

[[nodiscard]] Result<operations::Answer> propose_opening(db::WriteTx&, operations::Context&, ProposeOpening const&);
[[nodiscard]] Result<operations::Answer> confirm_opening(db::WriteTx&, operations::Context&, DecideOpening const&);
[[nodiscard]] Result<operations::Answer> refuse_opening(db::WriteTx&, operations::Context&, RefuseOpening const&);

} // namespace rtkeren::payout

namespace rtkeren::operations {

template <> struct Choices<payout::OpeningState> {
    using enum payout::OpeningState;
    static constexpr std::array<std::pair<payout::OpeningState, std::string_view>, 3> values { { { Proposed, "proposed" }, { Confirmed, "confirmed" },
        { Refused, "refused" } } };
};
template <> struct Choices<payout::OpeningEvent> {
    using enum payout::OpeningEvent;
    static constexpr std::array<std::pair<payout::OpeningEvent, std::string_view>, 2> values { { { Confirm, "confirm" }, { Refuse, "refuse" } } };
};

template <> struct Fields<payout::OpeningRow> {
    using T = payout::OpeningRow;
    static constexpr auto table()
    {
        return std::tuple { field("pokmas", &T::pokmas, { .label = TR_NOOP("Pokmas") }), field("unit", &T::unit, { .label = TR_NOOP("Kode RT") }),
            field("envelope", &T::envelope, { .label = TR_NOOP("Kantong") }), field("category", &T::category, { .label = TR_NOOP("Kategori") }),
            field("pagu", &T::pagu, { .label = TR_NOOP("Pagu") }), field("rencana", &T::rencana, { .label = TR_NOOP("Rencana") }),
            field("kontrak", &T::kontrak, { .label = TR_NOOP("Kontrak") }), field("sp2d", &T::sp2d, { .label = TR_NOOP("SP2D di jalan") }),
            field("cair", &T::cair, { .label = TR_NOOP("Cair") }),
            field("belanja", &T::belanja, { .label = TR_NOOP("Belanja") }), field("sah", &T::sah, { .label = TR_NOOP("Sah") }),
            field("kembali", &T::kembali, { .label = TR_NOOP("Kembali") }), field("batal", &T::batal, { .label = TR_NOOP("Batal") }),
            field("bank", &T::bank, { .label = TR_NOOP("Bank") }), field("kas", &T::kas, { .label = TR_NOOP("Kas") }),
            field("panjar", &T::panjar, { .label = TR_NOOP("Panjar") }), field("piutang", &T::piutang, { .label = TR_NOOP("Piutang") }),
            field("pajak", &T::pajak, { .label = TR_NOOP("Utang pajak") }), field("bunga", &T::bunga, { .label = TR_NOOP("Bunga bank") }),
            field("swadaya", &T::swadaya, { .label = TR_NOOP("Swadaya") }), field("titipan", &T::titipan, { .label = TR_NOOP("Titipan") }),
            field("party", &T::party, { .label = TR_NOOP("Siapa atau pajak apa") }), field("contract", &T::contract, { .label = TR_NOOP("Nomor kontrak") }),
            field("signed_on", &T::signed_on, { .label = TR_NOOP("Tanggal kontrak") }), field("ends_on", &T::ends_on, { .label = TR_NOOP("Kontrak selesai") }),
            field("sp2d_number", &T::sp2d_number, { .label = TR_NOOP("Nomor SP2D") }), field("sp2d_on", &T::sp2d_on, { .label = TR_NOOP("Tanggal SP2D") }) };
    }
};
template <> struct Fields<payout::ProposeOpening> {
    using T = payout::ProposeOpening;
    static constexpr auto table()
    {
        return std::tuple { field("id", &T::id), field("year", &T::year, { .label = TR_NOOP("Tahun"), .example = "2023", .minimum = 2001, .maximum = 2200 }),
            field("cut_off", &T::cut_off, { .label = TR_NOOP("Keadaan per tanggal"), .example = "2023-06-30" }),
            field("paper", &T::paper, { .label = TR_NOOP("Nomor berita acara saldo awal") }),
            field("rows", &T::rows, { .label = TR_NOOP("Baris"), .minimum = 1, .maximum = 20'000 }) };
    }
};
template <> struct Fields<payout::DecideOpening> {
    using T = payout::DecideOpening;
    static constexpr auto table() { return std::tuple { field("id", &T::id), field("opening", &T::opening, { .label = TR_NOOP("Saldo awal") }) }; }
};
template <> struct Fields<payout::RefuseOpening> {
    using T = payout::RefuseOpening;
    static constexpr auto table()
    {
        return std::tuple { field("id", &T::id), field("opening", &T::opening, { .label = TR_NOOP("Saldo awal") }),
            field("reason", &T::reason, { .label = TR_NOOP("Alasan") }) };
    }
};

} // namespace rtkeren::operations
