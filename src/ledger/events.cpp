#include "ledger/events.hpp"

#include "ledger/legs.hpp"

/// Ceiling, plan, contract, disbursement, passing on, starting. Each function is its row of the event table.
namespace rtkeren::ledger {

using enum Stage;
using enum CashKind;

Rupiah sum_of(Parts const& parts)
{
    Rupiah sum;
    for (auto const& part : parts)
        sum += part.amount;
    return sum;
}

Rupiah sum_of(Pays const& pays)
{
    Rupiah sum;
    for (auto const& pay : pays)
        sum += pay.amount;
    return sum;
}

Rupiah sum_of(Taxes const& taxes)
{
    Rupiah sum;
    for (auto const& tax : taxes)
        sum += tax.amount;
    return sum;
}

namespace {

Entry moved(Header header, EntryKind kind, PurseId const& purse, Stage from, Stage to, Rupiah amount)
{
    return Legs(std::move(header), kind).move(purse, from, to, Legs::positive(amount)).done();
}

Entry moved(Header header, EntryKind kind, Parts const& parts, Stage from, Stage to)
{
    return Legs(std::move(header), kind).move(parts, from, to).done();
}

} // namespace

Entry allocated(Header header, PurseId purse, Rupiah amount) { return moved(std::move(header), EntryKind::Allocated, purse, Anggaran, Pagu, amount); }
Entry bonus(Header header, PurseId purse, Rupiah amount) { return moved(std::move(header), EntryKind::Bonus, purse, Anggaran, Pagu, amount); }
Entry declined(Header header, PurseId purse, Rupiah amount) { return moved(std::move(header), EntryKind::Declined, purse, Pagu, Batal, amount); }
Entry reduced(Header header, PurseId purse, Rupiah amount) { return moved(std::move(header), EntryKind::Reduced, purse, Pagu, Batal, amount); }

Entry unused_at_closing(Header header, PurseId purse, Rupiah pagu, Parts const& rencana, Parts const& kontrak)
{
    return Legs(std::move(header), EntryKind::Unused).move(purse, Pagu, Batal, Legs::positive(pagu)).move(rencana, Rencana, Batal).move(kontrak, Kontrak, Batal).done();
}

Entry moved_between_purses(Header header, PurseId from, PurseId to, Rupiah amount)
{
    return Legs(std::move(header), EntryKind::MovedBetweenPurses).leg(from, Pagu, -Legs::positive(amount)).leg(to, Pagu, amount).done();
}

Entry plan_approved(Header header, Parts const& parts) { return moved(std::move(header), EntryKind::PlanApproved, parts, Pagu, Rencana); }
Entry plan_withdrawn(Header header, Parts const& parts) { return moved(std::move(header), EntryKind::PlanWithdrawn, parts, Rencana, Pagu); }
Entry contracted(Header header, Parts const& parts) { return moved(std::move(header), EntryKind::Contracted, parts, Rencana, Kontrak); }
Entry contract_reduced(Header header, Parts const& parts) { return moved(std::move(header), EntryKind::ContractReduced, parts, Kontrak, Rencana); }
Entry contract_ended(Header header, Parts const& parts) { return moved(std::move(header), EntryKind::ContractEnded, parts, Kontrak, Rencana); }

Entry sp2d_issued(Header header, PokmasId pokmas, Parts const& parts)
{
    return Legs(std::move(header), EntryKind::Sp2dIssued).move(parts, Kontrak, Sp2d).pay(pokmas, Kasda, Jalan, sum_of(parts)).done();
}

Entry sp2d_confirmed(Header header, PokmasId pokmas, Parts const& parts, std::optional<Withholding> const& withheld)
{
    auto kept = withheld ? withheld->amount : Rupiah {};
    auto legs = Legs(std::move(header), EntryKind::Sp2dConfirmed);
    legs.move(parts, Sp2d, Cair).pay(pokmas, Jalan, Bank, sum_of(parts) - kept);
    if (withheld)
        legs.pay(pokmas, Jalan, "-", Panjar, withheld->treasurer, kept);
    return legs.done();
}

Entry sp2d_bounced(Header header, PokmasId pokmas, Parts const& parts)
{
    return Legs(std::move(header), EntryKind::Sp2dBounced).move(parts, Sp2d, Kontrak).pay(pokmas, Jalan, Kasda, sum_of(parts)).done();
}

Entry arrived_elsewhere(Header header, PokmasId receiver, Rupiah amount)
{
    return Legs(std::move(header), EntryKind::ArrivedElsewhere).pay(receiver, Titipan, Bank, amount).done();
}

Entry sent_on(Header header, PokmasId receiver, Rupiah amount, CashKind from)
{
    return Legs(std::move(header), EntryKind::SentOn).pay(receiver, from, Titipan, amount).done();
}

Entry hand_over(Header header, Passing passing, std::vector<PassedAmount> const& amounts)
{
    auto legs = Legs(std::move(header), EntryKind::HandOver);
    for (auto const& passed : amounts) {
        auto signed_amount = is_debt(passed.kind) ? -Legs::positive(passed.amount) : Legs::positive(passed.amount);
        legs.leg(passing.from, passed.kind, passed.party, -signed_amount).leg(passing.to, passed.kind, passed.party, signed_amount);
    }
    auto entry = legs.done();
    entry.passing = std::move(passing);
    return entry;
}

Entry opening(Header header, PokmasId pokmas, std::vector<OpeningPart> const& parts, std::vector<PassedAmount> const& cash)
{
    auto legs = Legs(std::move(header), EntryKind::Opening);
    for (auto const& part : parts)
        legs.move(part.purse, Anggaran, part.stage, Legs::positive(part.amount), part.category);
    Rupiah net;
    for (auto const& kept : cash) {
        auto signed_amount = is_debt(kept.kind) ? -Legs::positive(kept.amount) : Legs::positive(kept.amount);
        legs.leg(pokmas, kept.kind, kept.party, signed_amount);
        net += signed_amount;
    }
    return legs.leg(pokmas, Kasda, "-", -net).done();
}

} // namespace rtkeren::ledger
