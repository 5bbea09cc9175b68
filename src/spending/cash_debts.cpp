#include "spending/cash_operations.hpp"
#include "spending/sql.hpp"

#include <algorithm>

/// What is repaid, returned to the treasury or written off; each deposit slip counts once.
namespace rtkeren::spending {

namespace {

/// The purse book moves `amount` out of `cair`: from the categories that hold it, the largest first.
Result<ledger::Parts> parts_of_cair(db::ReadTx& tx, CityId city, PurseId purse, Rupiah amount)
{
    auto amounts = TRY(ledger::category_amounts(tx, city, purse));
    std::erase_if(amounts, [](auto const& one) { return one.stage != ledger::Stage::Cair || !one.amount.is_positive(); });
    std::ranges::stable_sort(amounts, std::ranges::greater {}, &ledger::CategoryAmount::amount);
    ledger::Parts parts;
    for (auto const& one : amounts) {
        auto const take = std::min(one.amount, amount);
        if (take.is_positive())
            parts.push_back({purse, one.category, take});
        amount -= take;
    }
    if (amount.is_positive() && !parts.empty())
        parts.front().amount += amount; // more than there is: the ledger refuses with its numbers
    return parts;
}

struct Taken {
    ledger::Parts parts;
    std::vector<std::pair<PurseId, Rupiah>> purses;
    Rupiah sum;
};

Result<void> check_purse(db::ReadTx& tx, CityId city, Desk const& desk, PurseId id, Rupiah amount, std::string const& field)
{
    if (desk.purse(id) == nullptr)
        return Error::field(field + ".purse", "spending.purse_elsewhere", id.str());
    auto const stages = TRY(ledger::balance(tx, city, id));
    auto const have = stages.of(ledger::Stage::Cair);
    if (amount > have)
        return Error::field(field + ".amount", "spending.not_enough_cair", format_rupiah(amount), {{"have", digits_of(have)}, {"need", digits_of(amount)}});
    return Done {};
}

Result<Taken> take_from(db::ReadTx& tx, CityId city, Desk const& desk, std::vector<PurseAmount> const& purses)
{
    Taken taken;
    for (std::size_t i = 0; i < purses.size(); ++i) {
        auto const field = "purses." + std::to_string(i);
        auto const amount = purses[i].amount.value_or(Rupiah {});
        if (amount.is_zero())
            continue;
        if (std::ranges::find(taken.purses, purses[i].purse, &std::pair<PurseId, Rupiah>::first) != taken.purses.end())
            return Error::field(field + ".purse", "spending.purse_twice", purses[i].purse.str());
        TRY(check_purse(tx, city, desk, purses[i].purse, amount, field));
        auto parts = TRY(parts_of_cair(tx, city, purses[i].purse, amount));
        taken.parts.insert(taken.parts.end(), parts.begin(), parts.end());
        taken.purses.emplace_back(purses[i].purse, amount);
        taken.sum += amount;
    }
    if (taken.purses.empty())
        return Error::field("purses", "required");
    return taken;
}

Result<void> check_slip(db::ReadTx& tx, CityId city, PaperNumber const& slip)
{
    auto const used = TRY(tx.maybe(sql::cash_slip, city, fold(slip.str())));
    if (used)
        return Error::field("slip", "spending.slip_used", slip.str(), {{"on", used->date(2).iso()}});
    return Done {};
}

struct Deposit {
    std::string_view kind;
    PaperNumber const& slip;
    Rupiah amount;
    std::vector<std::pair<PurseId, Rupiah>> purses {};
};

Result<void> keep_deposit(db::WriteTx& tx, Context& context, Desk const& desk, ledger::Entry const& entry, Deposit const& deposit)
{
    auto const& header = entry.header;
    TRY(tx.run(sql::cash_insert_deposit, context.city, header.subject, desk.pokmas.id, header.id, deposit.kind, deposit.slip, fold(deposit.slip.str()), header.occurred_on,
        deposit.amount, context.now, context.actor.user));
    std::vector<std::array<db::Parameter, 4>> rows;
    for (auto const& [purse, amount] : deposit.purses)
        rows.push_back({context.city, header.subject, purse, amount});
    if (!rows.empty())
        TRY(tx.run_rows<4>(sql::cash_insert_deposit_parts, rows));
    return Done {};
}

CashFact deposit_fact(std::string_view operation, std::string_view message, Context& context, Date on, std::string text, std::optional<Sha256> const& proof)
{
    return {.operation = operation, .message = message, .on = on, .text = std::move(text), .subject_kind = "deposit", .subject = context.next_id().str(), .proof = proof};
}

std::string text_with(std::string_view what, PaperNumber const& number, Note const& note)
{
    // Many slips bear the word in their number.
    auto const says_it = what.ends_with("STS") && fold(number.str()).starts_with("sts");
    return std::string(says_it ? what.substr(0, what.size() - 3) : what) + (says_it ? "" : " ") + number.str() + (note.empty() ? std::string {} : "; " + note.str());
}

} // namespace

Result<Answer> repay(db::WriteTx& tx, Context& context, Repay const& input)
{
    auto const desk = TRY(desk_for(tx, context, "spending.cash", input.pokmas, input.on));
    CashFact fact {.operation = "spending.repay", .message = "spending.repaid", .on = input.on, .text = input.note.empty() ? "Piutang dibayar" : input.note.str(), .proof = input.proof};
    fact.summary["debtor"] = input.debtor.str();
    auto const to = input.to == RepaidTo::Bank ? ledger::CashKind::Bank : ledger::CashKind::Kas;
    return keep_fact(tx, context, desk, ledger::repaid_by_person(header_for(context, desk, fact), input.pokmas, input.debtor.str(), input.amount, to), fact);
}

Result<Answer> repay_to_treasury(db::WriteTx& tx, Context& context, RepayToTreasury const& input)
{
    auto const desk = TRY(desk_for(tx, context, "spending.cash", input.pokmas, input.on));
    TRY(check_slip(tx, context.city, input.slip));
    auto const taken = TRY(take_from(tx, context.city, desk, input.purses));
    for (auto const& [purse, amount] : taken.purses) {
        if (desk.purse(purse)->state == ledger::PurseState::Open)
            return Error::field("purses", "spending.purse_still_open", purse.str());
    }
    auto fact = deposit_fact("spending.repay_to_treasury", "spending.repaid_to_treasury", context, input.on, text_with("STS", input.slip, input.note), input.proof);
    fact.summary["debtor"] = input.debtor.str();
    fact.summary["slip"] = input.slip.str();
    auto const entry = ledger::repaid_to_treasury(header_for(context, desk, fact), input.pokmas, taken.parts, input.debtor.str());
    auto answer = TRY(keep_fact(tx, context, desk, entry, fact));
    TRY(keep_deposit(tx, context, desk, entry, {"repayment", input.slip, taken.sum, taken.purses}));
    return answer;
}

Result<Answer> return_interest(db::WriteTx& tx, Context& context, ReturnInterest const& input)
{
    auto const desk = TRY(desk_for(tx, context, "spending.cash", input.pokmas, input.on));
    TRY(check_slip(tx, context.city, input.slip));
    auto fact = deposit_fact("spending.return_interest", "spending.interest_returned", context, input.on, text_with("Jasa giro disetor, STS", input.slip, input.note), input.proof);
    fact.summary["slip"] = input.slip.str();
    auto const entry = ledger::interest_returned(header_for(context, desk, fact), input.pokmas, input.amount);
    auto answer = TRY(keep_fact(tx, context, desk, entry, fact));
    TRY(keep_deposit(tx, context, desk, entry, {"interest", input.slip, input.amount}));
    return answer;
}

Result<Answer> return_leftover(db::WriteTx& tx, Context& context, ReturnLeftover const& input)
{
    auto const desk = TRY(desk_for(tx, context, "reporting.return_leftover", input.pokmas, input.on));
    TRY(check_slip(tx, context.city, input.slip));
    auto const taken = TRY(take_from(tx, context.city, desk, input.purses));
    auto fact = deposit_fact("spending.return_leftover", "spending.leftover_returned", context, input.on, text_with("Sisa dana disetor, STS", input.slip, input.note), input.proof);
    fact.field = "purses";
    fact.summary["slip"] = input.slip.str();
    auto const entry = ledger::leftover_returned(header_for(context, desk, fact), input.pokmas, taken.parts);
    auto answer = TRY(keep_fact(tx, context, desk, entry, fact));
    TRY(keep_deposit(tx, context, desk, entry, {"leftover", input.slip, taken.sum, taken.purses}));
    return answer;
}

Result<Answer> write_off(db::WriteTx& tx, Context& context, WriteOff const& input)
{
    auto const desk = TRY(desk_for(tx, context, "spending.write_off", input.pokmas, input.on));
    auto const taken = TRY(take_from(tx, context.city, desk, input.purses));
    CashFact fact {.operation = "spending.write_off", .message = "spending.written_off", .on = input.on, .text = "Dihapus dengan keputusan " + input.decree.str(),
        .reason = input.reason.str(), .field = "purses", .proof = input.proof};
    fact.summary["debtor"] = input.debtor.str();
    fact.summary["decree"] = input.decree.str();
    return keep_fact(tx, context, desk, ledger::written_off(header_for(context, desk, fact), input.pokmas, taken.parts, input.debtor.str()), fact);
}

} // namespace rtkeren::spending
