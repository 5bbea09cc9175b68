#include "programme/operations.hpp"

#include "audit/audit.hpp"
#include "jobs/jobs.hpp"
#include "programme/holds.hpp"
#include "programme/sql.hpp"
#include "workflow/workflow.hpp"

namespace rtkeren::programme {

namespace {

/// What a hold stands on: the id that the ledger compares, words for people, the place for who may see it.
struct HoldSubject {
    std::string id, name, place;
    std::string pokmas {};
};

Result<HoldSubject> kelurahan_subject(db::ReadTx& tx, CityId city, std::string const& code)
{
    auto parsed = territory::PlaceCode::parse(code);
    if (!parsed.ok() || parsed->level != territory::Level::Kelurahan)
        return Error::field("subject", "place.format", code);
    auto region = TRY(territory::find(tx, city, parsed->text));
    return HoldSubject {region.code, tr("Kelurahan {name}", {{"name", region.name}}), region.code};
}

Result<HoldSubject> pokmas_subject(db::ReadTx& tx, CityId city, std::string const& text)
{
    auto id = PokmasId::parse(text);
    if (!id.ok())
        return Error::field("subject", "id.format", text);
    auto purses = TRY(ledger::purses_of_pokmas(tx, city, *id));
    if (purses.empty())
        return Error::field("subject", "programme.pokmas_without_purse", text);
    auto first = TRY(purse(tx, city, purses.front().id));
    return HoldSubject {id->str(), tr("Pokmas dari {unit}", {{"unit", first.unit_name}}), first.kelurahan, id->str()};
}

Result<HoldSubject> purse_subject(db::ReadTx& tx, CityId city, std::string const& text)
{
    auto id = PurseId::parse(text);
    if (!id.ok())
        return Error::field("subject", "id.format", text);
    auto found = TRY(purse(tx, city, *id));
    auto name = tr("Kantong {envelope} {unit}, {year}", {{"envelope", found.envelope}, {"unit", found.unit_name}, {"year", std::to_string(found.year)}});
    return HoldSubject {found.id.str(), std::move(name), found.unit_code};
}

Result<HoldSubject> subject_of(db::ReadTx& tx, CityId city, ledger::HoldScope scope, std::string const& text)
{
    if (scope == ledger::HoldScope::City)
        return HoldSubject {"", tr("Seluruh kota"), ""};
    if (text.empty())
        return Error::field("subject", "required");
    if (scope == ledger::HoldScope::Kelurahan)
        return kelurahan_subject(tx, city, text);
    return scope == ledger::HoldScope::Pokmas ? pokmas_subject(tx, city, text) : purse_subject(tx, city, text);
}

Result<void> check_letter_date(Date letter, Date today)
{
    if (letter > today)
        return Error::field("letter_date", "date.future", letter.iso(), {{"today", today.iso()}});
    return Done {};
}

/// The inbox reminds on the day of review, when there is one.
workflow::Deadline reminder(std::optional<Date> review_on)
{
    if (!review_on)
        return workflow::plain_deadline;
    return [day = *review_on](Date, int, workflow::Days) { return day; };
}

Result<void> tell_hold(
    db::WriteTx& tx, Context const& context, std::string_view operation, Ulid const& id, HoldSubject const& subject, std::string const& reason)
{
    boost::json::object summary {{"scope_name", subject.name}, {"scope_id", subject.id}};
    TRY(audit::append(tx, context, {operation, "hold", id.str(), subject.place, summary, reason}));
    TRY(jobs::emit(tx, context, {std::string(operation), id.str(), std::move(summary)}));
    return Done {};
}

Result<Answer> place_new(db::WriteTx& tx, Context& context, PlaceHold const& input)
{
    auto subject = TRY(subject_of(tx, context.city, input.scope, input.subject.str()));
    TRY(allow(context, "programme.hold", subject.place));
    auto id = context.next_id();
    TRY(tx.run(sql::insert_hold, context.city, id, ledger::name_of(input.scope), subject.id, subject.name, kinds_text(input.kinds), input.reason, input.letter,
        input.letter_date, input.signatory, std::optional(input.letter_date), input.review_on, context.now, context.actor.user));
    TRY(workflow::start(tx, context, hold_machine(),
        {.subject = id,
            .title = tr("Penahanan {subject}", {{"subject", subject.name}}),
            .place = subject.place,
            .pokmas = subject.pokmas,
            .state = workflow::name_of(HoldState::InForce),
            .evidence = input.letter.str(),
            .deadline = reminder(input.review_on)}));
    TRY(ledger::place_hold(tx, context.city,
        {.id = id.str(),
            .scope = input.scope,
            .scope_id = subject.id,
            .kinds = input.kinds,
            .from = input.letter_date,
            .letter = input.letter.str(),
            .signatory = input.signatory.str(),
            .placed_at = context.now,
            .placed_by = context.actor.user}));
    TRY(tell_hold(tx, context, "programme.place_hold", id, subject, input.reason.str()));
    return Answer {id.str(), "/penahanan/" + id.str(), "programme.hold_placed", {{"subject", subject.name}}};
}

Result<Answer> place_proposed(db::WriteTx& tx, Context& context, PlaceHold const& input)
{
    auto found = TRY(hold(tx, context.city, *input.proposal));
    auto subject = TRY(subject_of(tx, context.city, found.scope, found.scope_id));
    TRY(allow(context, "programme.hold", subject.place));
    TRY(workflow::advance(tx, context, hold_machine(), found.id, HoldEvent::Place,
        {.reason = input.reason.str(), .evidence = input.letter.str(), .deadline = reminder(input.review_on)}));
    TRY(tx.run(
        sql::set_placed, context.city, found.id, input.letter, input.letter_date, input.signatory, input.review_on, kinds_text(input.kinds), input.reason));
    TRY(ledger::place_hold(tx, context.city,
        {.id = found.id.str(),
            .scope = found.scope,
            .scope_id = found.scope_id,
            .kinds = input.kinds,
            .from = input.letter_date,
            .letter = input.letter.str(),
            .signatory = input.signatory.str(),
            .placed_at = context.now,
            .placed_by = context.actor.user}));
    TRY(tell_hold(tx, context, "programme.place_hold", found.id, subject, input.reason.str()));
    return Answer {found.id.str(), "/penahanan/" + found.id.str(), "programme.hold_placed", {{"subject", subject.name}}};
}

} // namespace

Result<Answer> place_hold(db::WriteTx& tx, Context& context, PlaceHold const& input)
{
    TRY(check_letter_date(input.letter_date, context.today));
    if (input.review_on && *input.review_on <= context.today)
        return Error::field("review_on", "programme.review_past", input.review_on->iso());
    return input.proposal ? place_proposed(tx, context, input) : place_new(tx, context, input);
}

Result<Answer> propose_hold(db::WriteTx& tx, Context& context, ProposeHold const& input)
{
    TRY(check_letter_date(input.letter_date, context.today));
    auto subject = TRY(subject_of(tx, context.city, input.scope, input.subject.str()));
    TRY(allow(context, "programme.propose_hold", subject.place));
    auto id = context.next_id();
    TRY(tx.run(sql::insert_hold, context.city, id, ledger::name_of(input.scope), subject.id, subject.name, kinds_text(input.kinds), input.reason, input.letter,
        input.letter_date, input.signatory, std::optional<Date> {}, std::optional<Date> {}, context.now, context.actor.user));
    TRY(workflow::start(tx, context, hold_machine(),
        {.subject = id,
            .title = tr("Usulan penahanan {subject}", {{"subject", subject.name}}),
            .place = subject.place,
            .pokmas = subject.pokmas,
            .evidence = input.letter.str()}));
    TRY(tell_hold(tx, context, "programme.propose_hold", id, subject, input.reason.str()));
    return Answer {id.str(), "/penahanan/" + id.str(), "programme.hold_proposed", {{"subject", subject.name}}};
}

Result<Answer> decline_hold(db::WriteTx& tx, Context& context, DeclineHold const& input)
{
    auto found = TRY(hold(tx, context.city, input.hold));
    TRY(allow(context, "programme.hold", ""));
    TRY(workflow::advance(tx, context, hold_machine(), found.id, HoldEvent::Decline, {.reason = input.reason.str()}));
    TRY(tell_hold(tx, context, "programme.decline_hold", found.id, {found.scope_id, found.scope_name, ""}, input.reason.str()));
    return Answer {found.id.str(), "/penahanan/" + found.id.str(), "programme.hold_declined", {{"subject", found.scope_name}}};
}

Result<Answer> lift_hold(db::WriteTx& tx, Context& context, LiftHold const& input)
{
    auto found = TRY(hold(tx, context.city, input.hold));
    TRY(allow(context, "programme.hold", ""));
    TRY(check_letter_date(input.letter_date, context.today));
    if (found.from && input.letter_date < *found.from)
        return Error::field("letter_date", "programme.lift_before_hold", input.letter_date.iso(), {{"from", found.from->iso()}});
    TRY(workflow::advance(tx, context, hold_machine(), found.id, HoldEvent::Lift, {.reason = input.reason.str(), .evidence = input.letter.str()}));
    // From today, not from the letter's day: what was refused in between stays refused.
    TRY(ledger::lift_hold(tx, context.city, found.id.text(), context.today, input.letter.str()));
    TRY(tx.run(sql::set_lifted, context.city, found.id, input.letter, context.today));
    TRY(tell_hold(tx, context, "programme.lift_hold", found.id, {found.scope_id, found.scope_name, ""}, input.reason.str()));
    return Answer {found.id.str(), "/penahanan/" + found.id.str(), "programme.hold_lifted", {{"subject", found.scope_name}}};
}

} // namespace rtkeren::programme
