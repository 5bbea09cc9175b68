#include "audit/audit.hpp"
#include "jobs/jobs.hpp"
#include "language/language.hpp"
#include "reporting/inputs.hpp"
#include "reporting/store.hpp"

#include <algorithm>

namespace rtkeren::reporting {
namespace {

using ledger::CashKind;

std::string raw_of(Rupiah amount)
{
    return std::to_string(amount.value());
}

/// Expenses that nobody decided on, orders to pay that were not confirmed, money that can still go back: each stands in the way.
Result<std::vector<Verdict>> what_stands_in_the_way(db::ReadTx& tx, CityId city, programme::Purse const& purse, ledger::StageAmounts const& amounts, bool names_debt)
{
    std::vector<Verdict> verdicts;
    auto const left = amounts.of(ledger::Stage::Cair);
    if (amounts.of(ledger::Stage::Sp2d).is_positive())
        verdicts.push_back({"reporting.close_under_way", Severity::Block, {}, {{"amount", raw_of(amounts.of(ledger::Stage::Sp2d))}}});
    if (amounts.of(ledger::Stage::Belanja).is_positive())
        verdicts.push_back({"reporting.close_not_accepted", Severity::Block, {}, {{"amount", raw_of(amounts.of(ledger::Stage::Belanja))}}});
    if (left.is_zero())
        return verdicts;
    // What persons and firms owe is a debt; the rest is there and goes back first.
    Rupiah owed;
    if (purse.pokmas) {
        auto const cash = TRY(ledger::cash_of(tx, city, *purse.pokmas));
        owed = cash.of(CashKind::Piutang);
    }
    auto const returnable = left > owed ? left - owed : Rupiah {};
    if (returnable.is_positive())
        verdicts.push_back({"reporting.close_money_left", Severity::Block, {}, {{"left", raw_of(left)}, {"debt", raw_of(owed)}, {"total", raw_of(returnable)}}});
    else if (!names_debt)
        verdicts.push_back({"reporting.close_debt_unnamed", Severity::Block, {}, {{"left", raw_of(left)}}});
    return verdicts;
}

/// `pagu`, `rencana`, `kontrak` to `batal`: what was never ordered is given up. Answers how much.
Result<Rupiah> give_up_unused(db::WriteTx& tx, Context& context, programme::Purse const& purse, ledger::StageAmounts const& amounts)
{
    using ledger::Stage;
    auto const unused = amounts.of(Stage::Pagu) + amounts.of(Stage::Rencana) + amounts.of(Stage::Kontrak);
    if (unused.is_zero())
        return unused;
    ledger::Parts planned, contracted;
    auto const parts = TRY(ledger::category_amounts(tx, context.city, purse.id));
    for (auto const& part : parts) {
        if (part.stage == Stage::Rencana)
            planned.push_back({purse.id, part.category, part.amount});
        else if (part.stage == Stage::Kontrak)
            contracted.push_back({purse.id, part.category, part.amount});
    }
    ledger::Header header {.id = context.next<EntryId>(), .occurred_on = context.today, .recorded_at = context.now};
    header.made_at = context.made_at;
    header.actor = context.actor.user;
    header.year = purse.year;
    header.subject_kind = "purse";
    header.subject = purse.id.str();
    header.text = tr("Sisa pagu saat kantong {unit} ditutup", {{"unit", purse.unit_name}});
    TRY(ledger::post(tx, context.city, ledger::unused_at_closing(std::move(header), purse.id, amounts.of(Stage::Pagu), planned, contracted)));
    return unused;
}

/// The report is final when the last purse is closed.
Result<void> finish_with_last(db::WriteTx& tx, Context& context, Lpj const& lpj)
{
    auto const purses = TRY(purses_of_pokmas(tx, context.city, lpj.pokmas, lpj.year));
    auto const is_done = std::ranges::all_of(purses, &programme::Purse::closed);
    if (!is_done)
        return Done {};
    TRY(workflow::advance(tx, context, lpj_machine(), lpj.id.ulid(), "finish"));
    return Done {};
}

} // namespace

Result<Answer> close_purse(db::WriteTx& tx, Context& context, ClosePurse const& input)
{
    auto const purse = TRY(programme::purse(tx, context.city, input.purse));
    auto const pokmas = purse.pokmas ? purse.pokmas->str() : std::string {};
    if (!may(context.actor, "reporting.close", purse.unit_code, pokmas))
        return Error::forbidden("operation.not_allowed");
    if (purse.closed)
        return Error::conflict("ledger.purse_closed", {{"purse", purse.id.str()}});
    auto const amounts = TRY(ledger::balance(tx, context.city, purse.id));
    auto const report = purse.pokmas ? TRY(lpj_of(tx, context.city, *purse.pokmas, purse.year)) : std::optional<Lpj> {};
    auto const spent = amounts.of(ledger::Stage::Belanja) + amounts.of(ledger::Stage::Sah) + amounts.of(ledger::Stage::Cair) + amounts.of(ledger::Stage::Kembali);
    if (!spent.is_zero() && (!report || !report->is_accepted()))
        return Error::conflict("reporting.lpj_not_accepted", {{"unit", purse.unit_name}});
    auto verdicts = TRY(what_stands_in_the_way(tx, context.city, purse, amounts, !input.debt.empty()));
    if (!verdicts.empty())
        return Error::refused(std::move(verdicts));
    auto const unused = TRY(give_up_unused(tx, context, purse, amounts));
    auto const state = TRY(ledger::close_purse(tx, context.city, purse.id, context.today, context.now));
    auto const left = amounts.of(ledger::Stage::Cair);
    boost::json::object const summary {{"state", ledger::name_of(state)}, {"unused", unused.value()}, {"left", left.value()}, {"envelope", purse.envelope}};
    TRY(audit::append(tx, context, {"reporting.close_purse", "purse", purse.id.str(), purse.unit_code, summary, input.debt.str()}));
    TRY(jobs::emit(tx, context, {"reporting.close_purse", purse.id.str(), summary}));
    if (report && report->is_accepted() && report->state != "final")
        TRY(finish_with_last(tx, context, *report));
    auto const is_debt = state == ledger::PurseState::ClosedWithDebt;
    Answer answer {purse.id.str(), report ? href_of(report->id) : "/kantong/" + purse.id.str(), is_debt ? "reporting.closed_with_debt" : "reporting.closed",
        {{"unit", purse.unit_name}, {"left", raw_of(left)}, {"unused", raw_of(unused)}}};
    answer.data = summary;
    return answer;
}

} // namespace rtkeren::reporting
