#include "spending/cash_operations.hpp"
#include "spending/sql.hpp"

#include <algorithm>

/// A mistake in the cash book is taken back by who made it, later by who checks: a reversing entry of today with the reason.
namespace rtkeren::spending {

namespace {

using enum ledger::EntryKind;

constexpr ledger::EntryKind takeable_kinds[] {CashDrawn, CashPaidIn, AdvanceGiven, AdvanceReturned, TaxPaid, RepaidByPerson, RepaidToTreasury, LeftoverReturned, Interest, BankFee,
    TaxOnInterest, InterestReturned, SwadayaIn, SwadayaUsed, CashMissing, CashOver, UnknownMoney, WrittenOff};

/// Write-offs and returns are taken back by who decides them, everything else by who entered it or who checks.
Result<void> check_taker(Context const& context, Desk const& desk, ledger::Entry const& entry)
{
    auto const is_own = entry.header.actor == context.actor.user;
    auto const may_keep_book = may_at(context.actor, "spending.cash", desk.pokmas) || may_at(context.actor, "spending.tax", desk.pokmas);
    if (entry.kind == WrittenOff && may_at(context.actor, "spending.write_off", desk.pokmas))
        return Done {};
    if (entry.kind != WrittenOff && ((is_own && may_keep_book) || may_at(context.actor, "spending.check", desk.pokmas)))
        return Done {};
    return Error::forbidden("operation.not_allowed");
}

} // namespace

bool is_takeable(ledger::EntryKind kind)
{
    return std::ranges::find(takeable_kinds, kind) != std::ranges::end(takeable_kinds);
}

Result<Answer> take_back(db::WriteTx& tx, Context& context, TakeBack const& input)
{
    auto const entry = TRY(ledger::entry(tx, context.city, input.entry));
    if (!is_takeable(entry.kind) || entry.cash_legs.empty())
        return Error::conflict("spending.not_takeable", {{"kind", std::string(ledger::name_of(entry.kind))}});
    auto const desk = TRY(read_desk(tx, context.city, entry.cash_legs.front().pokmas));
    TRY(check_taker(context, desk, entry));
    CashFact const fact {.operation = "spending.take_back", .message = "spending.taken_back", .on = context.today, .text = input.reason.str(),
        .subject_kind = entry.header.subject_kind, .subject = entry.header.subject};
    auto const header = header_for(context, desk, fact);
    auto const reversed = ledger::reverse(tx, context.city, input.entry, header);
    if (!reversed.ok())
        return explained(reversed.error(), "reason");
    if (entry.kind == TaxPaid) {
        TRY(tx.run(sql::cash_unsettle_tax, context.city, input.entry));
        TRY(tx.run(sql::cash_take_back_tax, context.city, input.entry, header.id));
    }
    if (entry.header.subject_kind == "deposit")
        TRY(tx.run(sql::cash_take_back_deposit, context.city, input.entry, header.id));
    TRY(tell_fact(tx, context, desk.pokmas, "spending.take_back", header.subject_kind, header.subject, {{"entry", input.entry.text()}}, input.reason.str()));
    return Answer {.id = header.id.str(), .href = href_of_cash(desk.pokmas.id), .message = "spending.taken_back", .data = {{"entry", header.id.text()}}};
}

} // namespace rtkeren::spending
