#include "spending/cash_desk.hpp"

#include "audit/audit.hpp"
#include "identity/identity.hpp"
#include "jobs/jobs.hpp"
#include "spending/sql.hpp"

#include <algorithm>

namespace rtkeren::spending {

namespace {

Result<void> check_day(Desk const& desk, Date on, Date today)
{
    if (on > today)
        return Error::field("on", "date.future", on.iso(), {{"today", today.iso()}});
    auto const first = std::ranges::min(desk.purses, {}, &ledger::Purse::year).year;
    if (on.year() < first)
        return Error::field("on", "date.outside_year", on.iso(), {{"year", std::to_string(first)}});
    return Done {};
}

/// The sum over the parties of one account after the entry.
Rupiah balance_after(Desk const& desk, ledger::Entry const& entry, ledger::CashKind kind)
{
    auto sum = desk.cash.of(kind);
    for (auto const& leg : entry.cash_legs) {
        if (leg.kind == kind && leg.pokmas == desk.pokmas.id)
            sum += leg.amount;
    }
    return sum;
}

Rupiah amount_of(ledger::Entry const& entry)
{
    Rupiah sum;
    for (auto const& leg : entry.cash_legs)
        sum += leg.amount.is_positive() ? leg.amount : Rupiah {};
    return sum;
}

} // namespace

bool Desk::all_closed() const
{
    return std::ranges::none_of(purses, [](ledger::Purse const& one) { return one.state == ledger::PurseState::Open; });
}

ledger::Purse const* Desk::purse(PurseId id) const
{
    auto const found = std::ranges::find(purses, id, &ledger::Purse::id);
    return found == purses.end() ? nullptr : &*found;
}

bool may_at(Actor const& actor, std::string_view permission, payout::Pokmas const& pokmas)
{
    auto const id = pokmas.id.str();
    if (may(actor, permission, pokmas.kelurahan, id))
        return true;
    return std::ranges::any_of(pokmas.rws, [&](std::string const& rw) { return may(actor, permission, rw, id); });
}

Result<Desk> read_desk(db::ReadTx& tx, CityId city, PokmasId id)
{
    auto pokmas = TRY(payout::pokmas(tx, city, id));
    auto purses = TRY(ledger::purses_of_pokmas(tx, city, id));
    auto cash = TRY(ledger::cash_of(tx, city, id));
    Desk desk {std::move(pokmas), std::move(purses), std::move(cash)};
    for (auto const& one : desk.purses) {
        if (one.state == ledger::PurseState::Open || desk.all_closed())
            desk.year = std::max(desk.year, one.year);
    }
    return desk;
}

Result<Desk> desk_for(db::ReadTx& tx, Context const& context, std::string_view permission, PokmasId id, Date on)
{
    auto desk = TRY(read_desk(tx, context.city, id));
    if (!may_at(context.actor, permission, desk.pokmas))
        return Error::forbidden("operation.not_allowed");
    if (desk.purses.empty())
        return Error::conflict("spending.pokmas_without_purse", {{"pokmas", desk.pokmas.name}});
    TRY(check_day(desk, on, context.today));
    return desk;
}

ledger::Header header_for(Context& context, Desk const& desk, CashFact const& fact)
{
    auto const id = context.next<EntryId>();
    return {.id = id, .occurred_on = fact.on, .recorded_at = context.now, .made_at = context.made_at, .actor = context.actor.user, .person = context.actor.person, .year = desk.year,
        .subject_kind = fact.subject_kind, .subject = fact.subject.empty() ? id.str() : fact.subject, .text = fact.text};
}

Error explained(Error error, std::string_view field)
{
    auto const as_field = [&](std::string_view name, std::string code) {
        error.code = code;
        error.fields.push_back({std::string(name), std::move(code), "", error.arguments});
    };
    if (error.code == "ledger.month_signed")
        as_field("on", "spending.month_signed");
    else if (error.code == "ledger.debt_positive")
        as_field(field, "spending.more_than_owed");
    else if (error.code == "ledger.insufficient" && !error.arguments.empty())
        as_field(field, "spending.not_enough_" + error.arguments.front().second);
    return error;
}

Result<void> keep_proof(db::WriteTx& tx, Context& context, std::string const& subject_kind, std::string const& subject, std::optional<Sha256> const& proof)
{
    if (!proof || proof->empty())
        return Done {};
    TRY(evidence::attach(tx, context, {.subject_kind = subject_kind, .subject = subject, .paper = "bukti", .sha256 = proof->str()}));
    return Done {};
}

Result<void> tell_fact(db::WriteTx& tx, Context const& context, payout::Pokmas const& pokmas, std::string_view operation, std::string const& subject_kind,
    std::string const& subject, boost::json::object summary, std::string const& reason)
{
    summary["pokmas"] = pokmas.id.text();
    TRY(audit::append(tx, context, {operation, subject_kind, subject, pokmas.place, summary, reason}));
    TRY(jobs::emit(tx, context, {std::string(operation), subject, std::move(summary)}));
    return Done {};
}

Result<Answer> keep_fact(db::WriteTx& tx, Context& context, Desk const& desk, ledger::Entry const& entry, CashFact const& fact)
{
    auto const posted = ledger::post(tx, context.city, entry);
    if (!posted.ok())
        return explained(posted.error(), fact.field);
    auto const& header = entry.header;
    TRY(keep_proof(tx, context, header.subject_kind, header.subject, fact.proof));
    auto const amount = amount_of(entry);
    auto summary = fact.summary;
    summary["entry"] = header.id.text();
    summary["amount"] = amount.value();
    TRY(tell_fact(tx, context, desk.pokmas, fact.operation, header.subject_kind, header.subject, std::move(summary), fact.reason));
    Answer answer {.id = header.subject, .href = href_of_cash(desk.pokmas.id), .message = std::string(fact.message), .verdicts = fact.verdicts};
    answer.arguments.emplace_back("amount", digits_of(amount));
    answer.data["entry"] = header.id.text();
    answer.data["number"] = posted->number;
    for (auto kind : {ledger::CashKind::Bank, ledger::CashKind::Kas, ledger::CashKind::Panjar, ledger::CashKind::Piutang}) {
        auto const after = balance_after(desk, entry, kind);
        answer.arguments.emplace_back(ledger::name_of(kind), digits_of(after));
        answer.data[ledger::name_of(kind)] = after.value();
    }
    return answer;
}

std::string digits_of(Rupiah amount) { return std::to_string(amount.value()); }
std::string href_of_cash(PokmasId pokmas) { return "/kas/" + pokmas.str(); }
PartyKey party_of(PersonId person) { return "person:" + person.str(); }

Result<PersonId> holder_for(db::WriteTx& tx, Context& context, PokmasId pokmas, std::optional<PersonId> const& id, std::string_view name)
{
    if (id) {
        auto known = TRY(tx.maybe(sql::cash_holder, context.city, pokmas, *id));
        if (known)
            return *id;
        auto const person = identity::person_name(tx, context.city, *id);
        if (!person.ok())
            return Error::field("holder", "spending.no_holder", id->str());
        TRY(tx.run(sql::cash_insert_holder, context.city, pokmas, *id, *person, fold(*person)));
        return *id;
    }
    auto const folded = fold(name);
    if (folded.empty())
        return Error::field("holder_name", "required");
    auto const same = TRY(tx.run(sql::cash_holder_by_name, context.city, pokmas, folded));
    if (!same.empty())
        return same.front().id<PersonId>(0);
    auto const made = context.next<PersonId>();
    TRY(tx.run(sql::cash_insert_holder, context.city, pokmas, made, name, folded));
    return made;
}

} // namespace rtkeren::spending
