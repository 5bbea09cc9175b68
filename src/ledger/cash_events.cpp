#include "ledger/events.hpp"

#include "ledger/legs.hpp"

/// Cash, spending, repayment, and money that is not the purse's. Each function is its row of the event table.
namespace rtkeren::ledger {

using enum Stage;
using enum CashKind;

namespace {

Entry paid(Header header, EntryKind kind, PokmasId const& pokmas, CashKind from, CashKind to, Rupiah amount)
{
    return Legs(std::move(header), kind).pay(pokmas, from, to, amount).done();
}

/// belanja or sah -> cair x; pemasok -> `back` x-t, pemasok -> pajak t.
Entry undone(Header header, EntryKind kind, PokmasId const& pokmas, Undone const& what, CashKind back, PartyKey const& party)
{
    auto legs = Legs(std::move(header), kind);
    legs.move(what.parts, what.from, Cair);
    legs.pay(pokmas, Pemasok, what.supplier, back, party, sum_of(what.parts) - sum_of(what.unpaid_tax));
    for (auto const& tax : what.unpaid_tax)
        legs.pay(pokmas, Pemasok, what.supplier, Pajak, tax.kind, tax.amount);
    return legs.done();
}

} // namespace

Entry cash_drawn(Header header, PokmasId pokmas, Rupiah amount) { return paid(std::move(header), EntryKind::CashDrawn, pokmas, Bank, Kas, amount); }
Entry cash_paid_in(Header header, PokmasId pokmas, Rupiah amount) { return paid(std::move(header), EntryKind::CashPaidIn, pokmas, Kas, Bank, amount); }

Entry advance_given(Header header, PokmasId pokmas, PartyKey person, Rupiah amount)
{
    return Legs(std::move(header), EntryKind::AdvanceGiven).pay(pokmas, Kas, "-", Panjar, person, amount).done();
}

Entry advance_returned(Header header, PokmasId pokmas, PartyKey person, Rupiah amount)
{
    return Legs(std::move(header), EntryKind::AdvanceReturned).pay(pokmas, Panjar, person, Kas, "-", amount).done();
}

Entry expense(Header header, PokmasId pokmas, Bill const& bill)
{
    auto legs = Legs(std::move(header), EntryKind::Expense);
    legs.move(bill.charged, Cair, Belanja);
    for (auto const& pay : bill.paid)
        legs.pay(pokmas, pay.from, pay.party, Pemasok, bill.supplier, pay.amount);
    for (auto const& tax : bill.withheld)
        legs.pay(pokmas, Pajak, tax.kind, Pemasok, bill.supplier, tax.amount);
    for (auto const& tax : bill.tax_borne_by_purse)
        legs.pay(pokmas, Pajak, tax.kind, Pemasok, bill.supplier, tax.amount);
    for (auto const& tax : bill.tax_borne_by_person)
        legs.pay(pokmas, Pajak, tax.kind, Piutang, bill.liable, tax.amount);
    return legs.pay(pokmas, Kas, Swadaya, bill.residents_share).done();
}

Entry tax_paid(Header header, PokmasId pokmas, Pays const& from, Taxes const& taxes)
{
    CHECK(sum_of(from) == sum_of(taxes));
    auto legs = Legs(std::move(header), EntryKind::TaxPaid);
    for (auto const& pay : from)
        legs.leg(pokmas, pay.from, pay.party, -Legs::positive(pay.amount));
    for (auto const& tax : taxes)
        legs.leg(pokmas, Pajak, tax.kind, Legs::positive(tax.amount));
    return legs.done();
}

Entry accepted(Header header, Parts const& parts)
{
    return Legs(std::move(header), EntryKind::Accepted).move(parts, Belanja, Sah).done();
}

Entry not_accepted(Header header, PokmasId pokmas, Undone const& what, PartyKey debtor)
{
    auto kind = what.from == Sah ? EntryKind::Disallowed : EntryKind::NotAccepted;
    return undone(std::move(header), kind, pokmas, what, Piutang, debtor);
}

Entry supplier_refund(Header header, PokmasId pokmas, Undone const& what, CashKind to)
{
    return undone(std::move(header), EntryKind::SupplierRefund, pokmas, what, to, "-");
}

Entry bought_unplaced(Header header, PokmasId pokmas, PartyKey person, Rupiah amount)
{
    return Legs(std::move(header), EntryKind::BoughtUnplaced).pay(pokmas, Kas, "-", Panjar, person, amount).done();
}

Entry unplaced_borne_by_residents(Header header, PokmasId pokmas, PartyKey person, Rupiah amount)
{
    return Legs(std::move(header), EntryKind::UnplacedBorne).pay(pokmas, Panjar, person, Swadaya, "-", amount).done();
}

Entry repaid_by_person(Header header, PokmasId pokmas, PartyKey debtor, Rupiah amount, CashKind to)
{
    return Legs(std::move(header), EntryKind::RepaidByPerson).pay(pokmas, Piutang, debtor, to, "-", amount).done();
}

Entry repaid_to_treasury(Header header, PokmasId pokmas, Parts const& parts, PartyKey debtor)
{
    return Legs(std::move(header), EntryKind::RepaidToTreasury).move(parts, Cair, Kembali).pay(pokmas, Piutang, debtor, Kasda, "-", sum_of(parts)).done();
}

Entry leftover_returned(Header header, PokmasId pokmas, Parts const& parts)
{
    return Legs(std::move(header), EntryKind::LeftoverReturned).move(parts, Cair, Kembali).pay(pokmas, Bank, Kasda, sum_of(parts)).done();
}

Entry written_off(Header header, PokmasId pokmas, Parts const& parts, PartyKey debtor)
{
    return Legs(std::move(header), EntryKind::WrittenOff).move(parts, Cair, Batal).pay(pokmas, Piutang, debtor, Hapus, "-", sum_of(parts)).done();
}

Entry interest(Header header, PokmasId pokmas, Rupiah amount) { return paid(std::move(header), EntryKind::Interest, pokmas, Bunga, Bank, amount); }
Entry bank_fee(Header header, PokmasId pokmas, Rupiah amount) { return paid(std::move(header), EntryKind::BankFee, pokmas, Bank, Bunga, amount); }
Entry tax_on_interest(Header header, PokmasId pokmas, Rupiah amount) { return paid(std::move(header), EntryKind::TaxOnInterest, pokmas, Bank, Bunga, amount); }
Entry interest_returned(Header header, PokmasId pokmas, Rupiah amount) { return paid(std::move(header), EntryKind::InterestReturned, pokmas, Bank, Bunga, amount); }
Entry swadaya_in(Header header, PokmasId pokmas, Rupiah amount) { return paid(std::move(header), EntryKind::SwadayaIn, pokmas, Swadaya, Kas, amount); }
Entry swadaya_used(Header header, PokmasId pokmas, Rupiah amount) { return paid(std::move(header), EntryKind::SwadayaUsed, pokmas, Kas, Swadaya, amount); }

Entry cash_missing(Header header, PokmasId pokmas, PartyKey holder, Rupiah amount)
{
    return Legs(std::move(header), EntryKind::CashMissing).pay(pokmas, Kas, "-", Piutang, holder, amount).done();
}

Entry cash_over(Header header, PokmasId pokmas, Rupiah amount) { return paid(std::move(header), EntryKind::CashOver, pokmas, Titipan, Kas, amount); }
Entry unknown_money(Header header, PokmasId pokmas, Rupiah amount) { return paid(std::move(header), EntryKind::UnknownMoney, pokmas, Titipan, Bank, amount); }

} // namespace rtkeren::ledger
