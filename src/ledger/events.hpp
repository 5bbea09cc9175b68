#pragma once

#include "db/db.hpp"
#include "ledger/entry.hpp"

/// One function per row of the event table. `X -> Y n` is X minus n, Y plus n. Nothing is posted here: hand the entry to `post`.
///
///     auto entry = ledger::expense(header, pokmas, {.supplier = "supplier:01H…",
///         .charged = {{purse, "umkm.pelatihan", 1'000'000_rp}}, .paid = {{CashKind::Kas, "-", 980'000_rp}}, .withheld = {{"tax:pph23", 20'000_rp}}});
///     auto posted = TRY(ledger::post(tx, city, entry));
namespace rtkeren::ledger {

/// A purse's share of an event, by menu category. Amounts are above zero.
struct Part {
    PurseId purse;
    std::string category;
    Rupiah amount;
};
using Parts = std::vector<Part>;
[[nodiscard]] Rupiah sum_of(Parts const&);

/// Where money comes from or goes to: Bank, Kas, Panjar (with the party who holds it).
struct Pay {
    CashKind from {CashKind::Kas};
    PartyKey party {"-"};
    Rupiah amount;
};
/// Tax of one kind; `kind` is the party of the `pajak` account ("tax:pph23") or "-".
struct Tax {
    PartyKey kind {"-"};
    Rupiah amount;
};
using Pays = std::vector<Pay>;
using Taxes = std::vector<Tax>;
[[nodiscard]] Rupiah sum_of(Pays const&);
[[nodiscard]] Rupiah sum_of(Taxes const&);

// --- ceiling -------------------------------------------------------------------------------------------------------------
/// anggaran -> pagu. Within the kelurahan's DPA.
[[nodiscard]] Entry allocated(Header, PurseId, Rupiah);
/// anggaran -> pagu, a ceiling of its own reason (award).
[[nodiscard]] Entry bonus(Header, PurseId, Rupiah);
/// pagu -> batal: the unit declined (minutes of its meeting).
[[nodiscard]] Entry declined(Header, PurseId, Rupiah);
/// pagu -> batal: reduced by the city.
[[nodiscard]] Entry reduced(Header, PurseId, Rupiah);
/// pagu, rencana, kontrak -> batal at closing; zero and empty are left out.
[[nodiscard]] Entry unused_at_closing(Header, PurseId, Rupiah pagu, Parts const& rencana = {}, Parts const& kontrak = {});
/// pagu(A) -> pagu(B); both ceilings change. The text names the budget change.
[[nodiscard]] Entry moved_between_purses(Header, PurseId from, PurseId to, Rupiah);

// --- plan and contract ---------------------------------------------------------------------------------------------------
/// pagu -> rencana.
[[nodiscard]] Entry plan_approved(Header, Parts const&);
/// rencana -> pagu: a line dropped, a plan withdrawn.
[[nodiscard]] Entry plan_withdrawn(Header, Parts const&);
/// rencana -> kontrak: contract, addendum up.
[[nodiscard]] Entry contracted(Header, Parts const&);
/// kontrak -> rencana: addendum down.
[[nodiscard]] Entry contract_reduced(Header, Parts const&);
/// kontrak -> rencana: contract ended (then plan_withdrawn and reduced).
[[nodiscard]] Entry contract_ended(Header, Parts const&);

// --- disbursement --------------------------------------------------------------------------------------------------------
/// kontrak -> sp2d; kasda -> jalan. One transfer to the pokmas split over its purses.
[[nodiscard]] Entry sp2d_issued(Header, PokmasId, Parts const&);
/// What the kelurahan treasurer kept when paying.
struct Withholding {
    PartyKey treasurer; // "treasurer:<ulid>"
    Rupiah amount;
};
/// sp2d -> cair, gross; jalan -> bank, less what the kelurahan treasurer withheld: jalan -> panjar(treasurer).
[[nodiscard]] Entry sp2d_confirmed(Header, PokmasId, Parts const&, std::optional<Withholding> const& = std::nullopt);
/// sp2d -> kontrak; jalan -> kasda (retur).
[[nodiscard]] Entry sp2d_bounced(Header, PokmasId, Parts const&);
/// At the pokmas that got another's money: titipan -> bank. The purse stays in sp2d until solved.
[[nodiscard]] Entry arrived_elsewhere(Header, PokmasId receiver, Rupiah);
/// It sends the money on: bank (or kas) -> titipan. Also what was found too much and is given to its owner.
[[nodiscard]] Entry sent_on(Header, PokmasId receiver, Rupiah, CashKind from = CashKind::Bank);

// --- cash ----------------------------------------------------------------------------------------------------------------
/// bank -> kas.
[[nodiscard]] Entry cash_drawn(Header, PokmasId, Rupiah);
/// kas -> bank.
[[nodiscard]] Entry cash_paid_in(Header, PokmasId, Rupiah);
/// kas -> panjar(person).
[[nodiscard]] Entry advance_given(Header, PokmasId, PartyKey person, Rupiah);
/// panjar(person) -> kas.
[[nodiscard]] Entry advance_returned(Header, PokmasId, PartyKey person, Rupiah);

// --- spending ------------------------------------------------------------------------------------------------------------
/// A bill. What is charged = paid + withheld + tax_borne_by_purse, else `post` refuses with ledger.payment_differs.
/// Purse book: cair -> belanja per part (one receipt for several purses of the pokmas: a part each, by the signed shares; for several
/// pokmas: one entry per paying pokmas under one joint subject).
struct Bill {
    PartyKey supplier {"-"};
    Parts charged;
    Pays paid;                        // bank, kas, panjar -> pemasok
    Taxes withheld {};                // pajak -> pemasok
    Taxes tax_borne_by_purse {};      // not withheld, the pack lets the purse bear it: pajak -> pemasok, charged with it
    Taxes tax_borne_by_person {};     // not withheld, it may not: pajak -> piutang(liable)
    PartyKey liable {"-"};            // who owes tax_borne_by_person
    Rupiah residents_share {};        // the rest of the bill from residents' money: kas -> swadaya
};
[[nodiscard]] Entry expense(Header, PokmasId, Bill const&);
/// bank, kas or the kelurahan treasurer's panjar -> pajak, with NTPN or NTPD in the text. Sums of both are equal.
[[nodiscard]] Entry tax_paid(Header, PokmasId, Pays const& from, Taxes const&);
/// belanja -> sah.
[[nodiscard]] Entry accepted(Header, Parts const&);
/// What comes back of a purchase: x in parts, t of its tax not yet paid.
struct Undone {
    Stage from {Stage::Belanja}; // or Sah: disallowed after acceptance
    Parts parts;                 // x
    PartyKey supplier {"-"};
    Taxes unpaid_tax {}; // t, at most x
};
/// belanja or sah -> cair x; pemasok -> piutang(debtor) x-t, pemasok -> pajak t. All or part.
[[nodiscard]] Entry not_accepted(Header, PokmasId, Undone const&, PartyKey debtor);
/// belanja or sah -> cair x; pemasok -> kas or bank x-t, pemasok -> pajak t.
[[nodiscard]] Entry supplier_refund(Header, PokmasId, Undone const&, CashKind to);
/// kas -> panjar(who paid): bought, but no purse can bear it. Then charged (expense paid from this panjar), borne by residents, or advance_returned.
[[nodiscard]] Entry bought_unplaced(Header, PokmasId, PartyKey person, Rupiah);
/// panjar(who paid) -> swadaya.
[[nodiscard]] Entry unplaced_borne_by_residents(Header, PokmasId, PartyKey person, Rupiah);

// --- repayment and return ------------------------------------------------------------------------------------------------
/// piutang(debtor) -> bank or kas.
[[nodiscard]] Entry repaid_by_person(Header, PokmasId, PartyKey debtor, Rupiah, CashKind to);
/// After closing, straight to the treasury: cair -> kembali; piutang(debtor) -> kasda.
[[nodiscard]] Entry repaid_to_treasury(Header, PokmasId, Parts const&, PartyKey debtor);
/// cair -> kembali; bank -> kasda.
[[nodiscard]] Entry leftover_returned(Header, PokmasId, Parts const&);
/// cair -> batal; piutang(debtor) -> hapus, by decree.
[[nodiscard]] Entry written_off(Header, PokmasId, Parts const&, PartyKey debtor);

// --- money that is not the purse's ---------------------------------------------------------------------------------------
/// bunga -> bank.
[[nodiscard]] Entry interest(Header, PokmasId, Rupiah);
/// bank -> bunga.
[[nodiscard]] Entry bank_fee(Header, PokmasId, Rupiah);
/// bank -> bunga.
[[nodiscard]] Entry tax_on_interest(Header, PokmasId, Rupiah);
/// bank -> bunga, with its deposit slip.
[[nodiscard]] Entry interest_returned(Header, PokmasId, Rupiah);
/// swadaya -> kas.
[[nodiscard]] Entry swadaya_in(Header, PokmasId, Rupiah);
/// kas -> swadaya.
[[nodiscard]] Entry swadaya_used(Header, PokmasId, Rupiah);
/// kas -> piutang(holder).
[[nodiscard]] Entry cash_missing(Header, PokmasId, PartyKey holder, Rupiah);
/// titipan -> kas.
[[nodiscard]] Entry cash_over(Header, PokmasId, Rupiah);
/// titipan -> bank.
[[nodiscard]] Entry unknown_money(Header, PokmasId, Rupiah);

// --- passing on and starting ---------------------------------------------------------------------------------------------
/// Part of an account that passes with a purse; positive for held accounts and for debts alike.
struct PassedAmount {
    CashKind kind;
    PartyKey party {"-"};
    Rupiah amount;
};
/// Some of the pokmas's purses pass: the amounts of the minutes, held less debts equal to `cair` of those purses (else ledger.payment_differs).
/// Nothing of the passing purses may stand in sp2d (ledger.money_under_way).
[[nodiscard]] Entry hand_over(Header, Passing, std::vector<PassedAmount> const&);
/// All purses of a pokmas pass, with every held account and every debt as they stand now. ledger.money_under_way, ledger.pokmas_unknown.
[[nodiscard]] Result<Entry> hand_over_all(db::ReadTx&, CityId, Header, PokmasId from, PokmasId to);

/// Saldo awal on a cut-off date: what each purse has at each stage (category where the stage needs one) and what the pokmas holds and owes.
struct OpeningPart {
    PurseId purse;
    Stage stage;
    std::string category;
    Rupiah amount;
};
/// anggaran -> each stage; kasda -> what is held less what is owed. The purses of one pokmas together, for its cash must answer for all.
[[nodiscard]] Entry opening(Header, PokmasId, std::vector<OpeningPart> const&, std::vector<PassedAmount> const& cash);

} // namespace rtkeren::ledger
