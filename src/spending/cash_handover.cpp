#include "spending/cash_operations.hpp"

#include "spending/spending.hpp"
#include "spending/sql.hpp"
#include "workflow/workflow.hpp"

#include <algorithm>

/// Purses pass to another pokmas by minutes: every held account and every debt with them, when all pass; else the amounts that the minutes name.
namespace rtkeren::spending {

namespace {

using enum ledger::CashKind;

Result<std::vector<PurseId>> passing_purses(Desk const& desk, HandOver const& input)
{
    std::vector<PurseId> purses;
    for (std::size_t i = 0; i < input.purses.size(); ++i) {
        if (desk.purse(input.purses[i]) == nullptr)
            return Error::field("purses." + std::to_string(i), "spending.purse_elsewhere", input.purses[i].str());
        purses.push_back(input.purses[i]);
    }
    if (purses.empty())
        std::ranges::transform(desk.purses, std::back_inserter(purses), &ledger::Purse::id);
    std::ranges::sort(purses);
    purses.erase(std::ranges::unique(purses).begin(), purses.end());
    return purses;
}

Result<Rupiah> cair_under_way_checked(db::ReadTx& tx, CityId city, std::vector<PurseId> const& purses)
{
    Rupiah cair;
    for (auto const& id : purses) {
        auto const stages = TRY(ledger::balance(tx, city, id));
        if (!stages.of(ledger::Stage::Sp2d).is_zero())
            return Error::conflict("spending.money_under_way", {{"purse", id.str()}, {"amount", digits_of(stages.of(ledger::Stage::Sp2d))}});
        cair += stages.of(ledger::Stage::Cair);
    }
    return cair;
}

Result<void> check_count(Desk const& desk, HandOver const& input)
{
    auto const book = desk.cash.of(Kas);
    if (!input.counted)
        return Error::field("counted", "required");
    if (*input.counted != book)
        return Error::field("counted", "spending.handover_count", format_rupiah(*input.counted), {{"book", digits_of(book)}, {"counted", digits_of(*input.counted)}});
    return Done {};
}

ledger::CashKind kind_of(Account account)
{
    switch (account) {
    case Account::Bank: return Bank;
    case Account::Kas: return Kas;
    case Account::Panjar: return Panjar;
    case Account::Piutang: return Piutang;
    case Account::Pajak: return Pajak;
    case Account::Bunga: return Bunga;
    case Account::Swadaya: return Swadaya;
    case Account::Titipan: return Titipan;
    }
    CHECK(false);
}

/// The amounts of the minutes; without any, the purses' money from the bank, then from the cash.
std::vector<ledger::PassedAmount> passed_amounts(Desk const& desk, HandOver const& input, Rupiah cair)
{
    std::vector<ledger::PassedAmount> amounts;
    for (auto const& part : input.amounts) {
        if (part.amount && part.amount->is_positive())
            amounts.push_back({kind_of(part.account), part.party ? part.party->str() : "-", *part.amount});
    }
    if (!amounts.empty() || cair.is_zero())
        return amounts;
    auto const from_bank = std::min(cair, desk.cash.of(Bank));
    if (from_bank.is_positive())
        amounts.push_back({Bank, "-", from_bank});
    if (cair > from_bank)
        amounts.push_back({Kas, "-", cair - from_bank});
    return amounts;
}

Result<ledger::Entry> handover_entry(db::ReadTx& tx, Context& context, Desk const& desk, HandOver const& input, CashFact const& fact, std::vector<PurseId> const& purses)
{
    auto const cair = TRY(cair_under_way_checked(tx, context.city, purses));
    auto header = header_for(context, desk, fact);
    if (purses.size() < desk.purses.size())
        return ledger::hand_over(std::move(header), {.purses = purses, .from = input.pokmas, .to = input.to}, passed_amounts(desk, input, cair));
    TRY(check_count(desk, input));
    if (!desk.cash.of(Jalan).is_zero())
        return Error::conflict("spending.money_under_way", {{"amount", digits_of(desk.cash.of(Jalan))}});
    return ledger::hand_over_all(tx, context.city, std::move(header), input.pokmas, input.to);
}

/// What goes on with the purses goes with them: taxes of their expenses, expenses under way in the inbox of the new officers, names of holders.
Result<void> pass_on(db::WriteTx& tx, Context& context, HandOver const& input, std::vector<PurseId> const& purses)
{
    TRY(tx.run(sql::cash_pass_holders, context.city, input.pokmas, input.to));
    for (auto const& purse : purses) {
        auto const waiting = TRY(tx.run(sql::cash_expenses_under_way, context.city, purse));
        for (auto const& row : waiting)
            TRY(workflow::relocate(tx, context, expense_machine(), row.ulid(0), row.text(1), input.to.str()));
        TRY(tx.run(sql::cash_pass_taxes, context.city, purse, input.to));
        TRY(tx.run(sql::cash_pass_expenses, context.city, purse, input.to));
    }
    return Done {};
}

Result<void> keep_handover(db::WriteTx& tx, Context const& context, HandOver const& input, ledger::Entry const& entry, std::vector<PurseId> const& purses)
{
    auto const& id = entry.header.subject;
    TRY(tx.run(sql::cash_insert_handover, context.city, id, input.pokmas, input.to, input.minutes, input.on, input.counted, entry.header.id, context.now, context.actor.user));
    std::vector<std::array<db::Parameter, 3>> rows;
    for (auto const& purse : purses)
        rows.push_back({context.city, id, purse});
    TRY(tx.run_rows<3>(sql::cash_insert_handover_purses, rows));
    return Done {};
}

} // namespace

Result<Answer> hand_over(db::WriteTx& tx, Context& context, HandOver const& input)
{
    auto const desk = TRY(desk_for(tx, context, "spending.handover", input.pokmas, input.on));
    if (input.to == input.pokmas)
        return Error::field("to", "spending.same_pokmas", input.to.str());
    auto const receiver = TRY(payout::pokmas(tx, context.city, input.to));
    if (!may_at(context.actor, "spending.handover", receiver))
        return Error::field("to", "spending.handover_elsewhere", receiver.name);
    auto const purses = TRY(passing_purses(desk, input));
    CashFact fact {.operation = "spending.hand_over", .message = "spending.handed_over", .on = input.on, .text = "Serah terima, berita acara " + input.minutes.str(),
        .subject_kind = "handover", .subject = context.next_id().str(), .field = "amounts", .proof = input.proof};
    fact.summary = {{"to", input.to.text()}, {"minutes", input.minutes.str()}, {"purses", std::int64_t(purses.size())}};
    auto const entry = TRY(handover_entry(tx, context, desk, input, fact, purses));
    auto answer = TRY(keep_fact(tx, context, desk, entry, fact));
    TRY(payout::pass_purses(tx, context, purses, input.pokmas, input.to, input.minutes.str(), input.on));
    TRY(keep_handover(tx, context, input, entry, purses));
    TRY(pass_on(tx, context, input, purses));
    answer.arguments.emplace_back("to", receiver.name);
    return answer;
}

} // namespace rtkeren::spending
