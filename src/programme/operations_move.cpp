#include "programme/operations.hpp"

#include "audit/audit.hpp"
#include "jobs/jobs.hpp"
#include "programme/changes.hpp"
#include "programme/move_rules.hpp"
#include "programme/sql.hpp"

#include <algorithm>

namespace rtkeren::programme {

namespace {

Result<MoveFacts> move_facts(db::ReadTx& tx, CityId city, Purse const& from, Purse const& to, Rupiah amount)
{
    MoveFacts facts {.from = from.envelope, .to = to.envelope, .amount = amount, .from_ceiling = {}, .unit_ceiling = {}, .plan_approved = false};
    auto purses = TRY(purses_of_unit(tx, city, from.year, from.unit));
    for (auto const& each : purses) {
        auto balance = TRY(ledger::balance(tx, city, each.id));
        auto ceiling = balance.pagu_awal() - balance.of(ledger::Stage::Batal);
        facts.unit_ceiling += ceiling;
        if (each.id == from.id)
            facts.from_ceiling = ceiling;
        auto planned = ceiling - balance.of(ledger::Stage::Pagu);
        facts.plan_approved = facts.plan_approved || !planned.is_zero();
    }
    return facts;
}

/// The DPA of this purse has room for what arrives.
Result<void> check_dpa_takes(db::ReadTx& tx, Context const& context, rules::Pack const& pack, Purse const& purse, Rupiah amount)
{
    auto verdicts = TRY(check_dpas(tx, context.city, purse.year, {{{purse.kelurahan, purse.envelope}, amount}}, pack));
    if (!verdicts.empty())
        return Error::refused(std::move(verdicts));
    return Done {};
}

} // namespace

Result<Answer> move(db::WriteTx& tx, Context& context, Move const& input)
{
    auto from = TRY(purse(tx, context.city, input.from));
    auto to = TRY(purse(tx, context.city, input.to));
    TRY(allow(context, "programme.move", from.unit_code));
    TRY(allow(context, "programme.move", to.unit_code));
    TRY(open_year(tx, context.city, from.year));
    TRY(check_date(from.year, input.date, context.today, "date"));
    if (from.year != to.year || from.unit != to.unit || from.id == to.id)
        return Error::field("to", "programme.move_elsewhere", to.unit_name, {{"from", from.unit_name}});
    auto balance = TRY(ledger::balance(tx, context.city, from.id));
    auto left = balance.of(ledger::Stage::Pagu);
    if (input.amount > left)
        return Error::field("amount", "programme.more_than_pagu", std::to_string(input.amount.value()), {{"left", std::to_string(left.value())}});
    auto pack = TRY(rules::released(tx, context.city, from.year));
    auto facts = TRY(move_facts(tx, context.city, from, to, input.amount));
    auto verdicts = check_move(facts, *pack, context.today);
    if (rules::blocks(verdicts))
        return Error::refused(std::move(verdicts));
    TRY(check_dpa_takes(tx, context, *pack, to, input.amount));
    Changes changes(context, {from.year, input.number.str(), input.date, input.reason.str()});
    changes.post({ChangeKind::Moved, from, to, {}, input.amount});
    auto answer = TRY(changes.write(tx, "programme.move", "programme.moved"));
    answer.verdicts = std::move(verdicts);
    return answer;
}

Result<Answer> undo_change(db::WriteTx& tx, Context& context, UndoChange const& input)
{
    auto row = TRY(tx.one("programme.no_change", sql::change, context.city, input.change));
    auto found = TRY(purse(tx, context.city, row.id<PurseId>(2)));
    TRY(allow(context, "programme.manage", found.unit_code));
    TRY(open_year(tx, context.city, found.year));
    if (!row.is_null(8))
        return Error::conflict("programme.change_undone");
    auto amount = row.rupiah(5);
    auto kind = row.text(1);
    auto gives_back = kind == name_of(ChangeKind::Declined) || kind == name_of(ChangeKind::Reduced);
    auto pack = TRY(rules::released(tx, context.city, found.year));
    if (gives_back)
        TRY(check_dpa_takes(tx, context, *pack, found, amount));
    auto header = header_of(context, found.year, context.today, "allocation", found.id.str(), input.reason.str());
    auto entry = header.id;
    TRY(ledger::reverse(tx, context.city, row.id<EntryId>(4), std::move(header)));
    TRY(tx.run(sql::set_undone, context.city, input.change, entry));
    boost::json::object summary {{"year", found.year}, {"kind", kind}, {"amount", amount.value()}, {"number", row.text(6)}};
    TRY(audit::append(tx, context, {"programme.undo_change", "purse", found.id.str(), found.unit_code, summary, input.reason.str()}));
    TRY(jobs::emit(tx, context, {"programme.ceiling_changed", found.id.str(), std::move(summary)}));
    return Answer {
        found.id.str(), "/kantong/" + found.id.str(), "programme.change_taken_back", {{"unit", found.unit_name}, {"total", std::to_string(amount.value())}}};
}

} // namespace rtkeren::programme
