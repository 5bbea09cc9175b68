#include "spending/cash_operations.hpp"

#include "rules/rules.hpp"
#include "spending/sql.hpp"

/// Money that moves inside the hand, and money that is not the purse's.
namespace rtkeren::spending {

namespace {

using Event = ledger::Entry (*)(ledger::Header, PokmasId, Rupiah);

struct MoveWords {
    std::string_view operation, message, text; // text: what the books print when nobody wrote a note
};

CashFact fact_of(MoveWords const& words, Date on, Note const& note, std::optional<Sha256> const& proof)
{
    return {.operation = words.operation, .message = words.message, .on = on, .text = note.empty() ? std::string(words.text) : note.str(), .proof = proof};
}

Result<Answer> simple_move(db::WriteTx& tx, Context& context, CashMove const& input, MoveWords const& words, Event event)
{
    auto const desk = TRY(desk_for(tx, context, "spending.cash", input.pokmas, input.on));
    auto const fact = fact_of(words, input.on, input.note, input.proof);
    return keep_fact(tx, context, desk, event(header_for(context, desk, fact), input.pokmas, input.amount), fact);
}

Result<void> check_open_purse(Desk const& desk)
{
    if (desk.all_closed())
        return Error::conflict("spending.purses_closed", {{"pokmas", desk.pokmas.name}});
    return Done {};
}

/// Much cash in a house is a risk that the pack may name: it warns, the bank may be far.
Result<std::vector<Verdict>> overnight(db::ReadTx& tx, CityId city, Desk const& desk, Rupiah drawn)
{
    auto const pack = rules::released(tx, city, desk.year);
    if (!pack.ok())
        return std::vector<Verdict> {};
    auto const found = (*pack)->numbers.find("cash_overnight");
    auto const after = desk.cash.of(ledger::CashKind::Kas) + drawn;
    if (found == (*pack)->numbers.end() || after.value() <= found->second.value)
        return std::vector<Verdict> {};
    return std::vector<Verdict> {{.code = "spending.cash_overnight", .severity = Severity::Warn, .citation = found->second.basis.citation,
        .numbers = {{"limit", std::to_string(found->second.value)}, {"kas", digits_of(after)}}}};
}

} // namespace

Result<Answer> draw_cash(db::WriteTx& tx, Context& context, CashMove const& input)
{
    auto const desk = TRY(desk_for(tx, context, "spending.cash", input.pokmas, input.on));
    TRY(check_open_purse(desk));
    auto fact = fact_of({"spending.draw_cash", "spending.cash_drawn", "Tarik tunai dari bank"}, input.on, input.note, input.proof);
    fact.verdicts = TRY(overnight(tx, context.city, desk, input.amount));
    return keep_fact(tx, context, desk, ledger::cash_drawn(header_for(context, desk, fact), input.pokmas, input.amount), fact);
}

Result<Answer> pay_in(db::WriteTx& tx, Context& context, CashMove const& input)
{
    return simple_move(tx, context, input, {"spending.pay_in", "spending.paid_in", "Setor tunai ke bank"}, ledger::cash_paid_in);
}

Result<Answer> give_advance(db::WriteTx& tx, Context& context, GiveAdvance const& input)
{
    auto const desk = TRY(desk_for(tx, context, "spending.cash", input.pokmas, input.on));
    TRY(check_open_purse(desk));
    auto const holder = TRY(holder_for(tx, context, input.pokmas, input.holder, input.holder_name.str()));
    auto fact = fact_of({"spending.give_advance", "spending.advance_given", "Panjar diberikan"}, input.on, input.note, input.proof);
    fact.summary["holder"] = holder.text();
    return keep_fact(tx, context, desk, ledger::advance_given(header_for(context, desk, fact), input.pokmas, party_of(holder), input.amount), fact);
}

Result<Answer> return_advance(db::WriteTx& tx, Context& context, ReturnAdvance const& input)
{
    auto const desk = TRY(desk_for(tx, context, "spending.cash", input.pokmas, input.on));
    auto fact = fact_of({"spending.return_advance", "spending.advance_returned", "Sisa panjar dikembalikan"}, input.on, input.note, input.proof);
    fact.summary["holder"] = input.holder.str();
    return keep_fact(tx, context, desk, ledger::advance_returned(header_for(context, desk, fact), input.pokmas, input.holder.str(), input.amount), fact);
}

Result<Answer> record_interest(db::WriteTx& tx, Context& context, CashMove const& input)
{
    return simple_move(tx, context, input, {"spending.record_interest", "spending.interest_recorded", "Jasa giro"}, ledger::interest);
}

Result<Answer> record_bank_fee(db::WriteTx& tx, Context& context, CashMove const& input)
{
    return simple_move(tx, context, input, {"spending.record_bank_fee", "spending.bank_fee_recorded", "Biaya bank"}, ledger::bank_fee);
}

Result<Answer> record_tax_on_interest(db::WriteTx& tx, Context& context, CashMove const& input)
{
    return simple_move(tx, context, input, {"spending.record_tax_on_interest", "spending.tax_on_interest_recorded", "Pajak jasa giro"}, ledger::tax_on_interest);
}

Result<Answer> unknown_money_in(db::WriteTx& tx, Context& context, CashMove const& input)
{
    return simple_move(tx, context, input, {"spending.unknown_money_in", "spending.unknown_money_recorded", "Uang masuk yang belum dikenal"}, ledger::unknown_money);
}

Result<Answer> residents_in(db::WriteTx& tx, Context& context, CashMove const& input)
{
    return simple_move(tx, context, input, {"spending.residents_in", "spending.residents_money_in", "Swadaya warga"}, ledger::swadaya_in);
}

Result<Answer> residents_used(db::WriteTx& tx, Context& context, CashMove const& input)
{
    return simple_move(tx, context, input, {"spending.residents_used", "spending.residents_money_used", "Swadaya warga dipakai"}, ledger::swadaya_used);
}

Result<Answer> residents_value(db::WriteTx& tx, Context& context, ResidentsValue const& input)
{
    auto const desk = TRY(desk_for(tx, context, "spending.cash", input.pokmas, input.on));
    if (input.purse && desk.purse(*input.purse) == nullptr)
        return Error::field("purse", "spending.purse_elsewhere", input.purse->str());
    auto const id = context.next_id();
    TRY(tx.run(sql::cash_insert_gift, context.city, id, input.pokmas, input.purse, workflow::name_of(input.kind), input.on, input.value, input.what, input.giver, context.now,
        context.actor.user));
    TRY(keep_proof(tx, context, "gift", id.str(), input.proof));
    TRY(tell_fact(tx, context, desk.pokmas, "spending.residents_value", "gift", id.str(), {{"value", input.value.value()}, {"what", input.what.str()}}, ""));
    return Answer {.id = id.str(), .href = href_of_cash(input.pokmas), .message = "spending.gift_recorded", .arguments = {{"value", digits_of(input.value)}, {"what", input.what.str()}}};
}

} // namespace rtkeren::spending
