#include "enterprise/operations.hpp"

#include "audit/audit.hpp"
#include "enterprise/people.hpp"
#include "enterprise/sql.hpp"
#include "identity/persons.hpp"

#include <algorithm>
#include <iterator>

namespace rtkeren::enterprise {
namespace {

boost::json::object summary_of(BusinessPart const& part, Placed const& at)
{
    return {{"name", part.name.str()}, {"activity", part.activity.str()}, {"kbli", part.kbli ? part.kbli->str() : ""}, {"place_kind", stored_choice(part.place_kind)}, {"place", at.region}};
}

Result<void> check_reach(operations::Context const& context, std::string_view place)
{
    if (!may(context.actor, "enterprise.write", place))
        return Error::field("place", "enterprise.outside", std::string(place));
    return Done {};
}

/// The same owner, activity and place are not entered twice.
Result<void> check_twice(db::ReadTx& tx, operations::Context const& context, NewBusiness const& business, std::optional<BusinessId> but = {})
{
    auto const rows = TRY(tx.run(sql::same_business, context.city, business.owner, stored_choice(business.part.place_kind)));
    auto const wanted = profile_of(business);
    for (auto const& row : rows) {
        if (but && row.id<BusinessId>(0) == *but)
            continue;
        auto other = wanted;
        other.name = row.text(1);
        other.activity = row.text(2);
        other.kbli = row.is_null(3) ? std::string {} : std::to_string(row.integer(3)) + ":" + row.text(4);
        other.region = row.text(5);
        if (is_same_business(wanted, other))
            return Error::conflict("enterprise.known_already", {{"name", row.text(1)}, {"id", row.text(0)}});
    }
    return Done {};
}

/// Looks who may be the same, and says so.
Result<std::vector<Verdict>> pairs_found(db::WriteTx& tx, operations::Context& context, BusinessId id)
{
    std::vector<Verdict> verdicts;
    auto const found = TRY(find_pairs(tx, context, id.ulid()));
    if (found.empty())
        return verdicts;
    auto const rows = TRY(tx.run(sql::pairs_of_business, context.city, id));
    for (auto const& row : rows)
        if (row.text(6) == "open")
            verdicts.push_back({"enterprise.like_another", Severity::Warn, {}, {{"name", row.text(2)}, {"place", row.text(3)}}});
    return verdicts;
}

Result<operations::Answer> write_new(db::WriteTx& tx, operations::Context& context, NewBusiness const& business)
{
    TRY(check_twice(tx, context, business));
    TRY(write_businesses(tx, context, {&business, 1}, business.id.ulid()));
    TRY(audit::append(tx, context, {"enterprise.register", "business", business.id.str(), business.at.region, summary_of(business.part, business.at)}));
    auto verdicts = TRY(pairs_found(tx, context, business.id));
    return operations::Answer {.id = business.id.str(), .href = href_of(business.id), .message = verdicts.empty() ? "enterprise.registered" : "enterprise.registered_like",
        .arguments = {{"name", business.part.name.str()}, {"count", std::to_string(verdicts.size())}},
        .data = {{"business", business.id.text()}, {"owner", business.owner.text()}}, .verdicts = std::move(verdicts)};
}

/// What an owner who is recorded has.
Result<NewBusiness> business_for(db::ReadTx& tx, operations::Context& context, PersonId owner, BusinessPart const& part, Placed at)
{
    auto const card = TRY(identity::person_card(tx, context.services, owner));
    return NewBusiness {.id = context.next<BusinessId>(), .owner = owner, .owner_name = card.name, .phone_lookup = card.phone_lookup, .nik_lookup = card.nik_lookup, .part = part,
        .at = std::move(at)};
}

/// Who may not read a figure leaves it as it is by leaving it empty; to who reads it, empty says that there is none. What a form only sent back stays whose it was.
FiguresBy keep_unseen(BusinessPart& part, Business const& before, Actor const& actor)
{
    FiguresBy by;
    if (part.capital)
        by.capital = sees_capital(actor, before) && part.capital == before.capital ? before.capital_by : actor.user;
    else if (!sees_capital(actor, before)) {
        part.capital = before.capital;
        by.capital = before.capital_by;
    }
    if (part.sales_amount)
        by.sales = sees_sales(actor, before) && part.sales_amount == before.sales_amount ? before.sales_by : actor.user;
    else if (!sees_sales(actor, before)) {
        part.sales_year = before.sales_year;
        part.sales_amount = before.sales_amount;
        part.sales_method = choice_of<Method>(before.sales_method);
        by.sales = before.sales_by;
    }
    return by;
}

/// Words and keys of all businesses of an owner whose name or number is another now.
Result<void> rename_all(db::WriteTx& tx, operations::Context& context, PersonId owner)
{
    auto const card = TRY(identity::person_card(tx, context.services, owner));
    auto const all = TRY(businesses_of(tx, context.city, owner));
    for (auto const& business : all) {
        auto part = TRY(part_of(business));
        TRY(write_words_and_keys(tx, context,
            {.id = business.id, .owner = owner, .owner_name = card.name, .phone_lookup = card.phone_lookup, .nik_lookup = card.nik_lookup, .part = std::move(part),
                .at = {business.region, business.kelurahan}}));
        TRY(find_pairs(tx, context, business.id.ulid()));
    }
    return Done {};
}

} // namespace

Result<operations::Answer> register_business(db::WriteTx& tx, operations::Context& context, Register const& input)
{
    TRY(check_part(input, context.today));
    auto at = TRY(placed(tx, context.city, "place", input.place.str()));
    TRY(check_reach(context, at.region));
    auto person = TRY(check_person(tx, context, input));
    auto const owner = person.known ? *person.known : context.next<PersonId>();
    NewBusiness const business {.id = context.next<BusinessId>(), .owner = owner, .owner_name = person.name, .phone_lookup = identity::phone_lookup(context.services, person.phone),
        .nik_lookup = identity::nik_lookup(context.services, person.nik), .part = input, .at = std::move(at)};
    auto doubts = person.doubts;
    if (!person.known) {
        std::pair<PersonId, CheckedPerson> const made {owner, std::move(person)};
        TRY(write_persons(tx, context, {&made, 1}));
    } else {
        TRY(check_twice(tx, context, business));
    }
    auto answer = TRY(write_new(tx, context, business));
    std::ranges::move(doubts, std::back_inserter(answer.verdicts));
    return answer;
}

Result<operations::Answer> register_for(db::WriteTx& tx, operations::Context& context, RegisterFor const& input)
{
    TRY(check_part(input, context.today));
    auto at = TRY(placed(tx, context.city, "place", input.place.str()));
    auto const is_own = context.actor.has("enterprise.own") && context.actor.person == input.owner;
    if (!is_own) {
        TRY(check_reach(context, at.region));
        auto const card = TRY(identity::person_card(tx, context.services, input.owner));
        if (!may(context.actor, "enterprise.read", card.region))
            return Error::not_found("identity.unknown_person");
    }
    auto const business = TRY(business_for(tx, context, input.owner, input, std::move(at)));
    return write_new(tx, context, business);
}

Result<operations::Answer> change_business(db::WriteTx& tx, operations::Context& context, ChangeBusiness const& input)
{
    TRY(check_part(input, context.today));
    auto const before = TRY(changeable(tx, context.actor, input.business));
    if (before.version != input.version)
        return Error::conflict("enterprise.changed_meanwhile", {{"version", std::to_string(before.version)}});
    auto at = TRY(placed(tx, context.city, "place", input.place.str()));
    if (at.region != before.region && !owns(context.actor, before))
        TRY(check_reach(context, at.region));
    BusinessPart part = input;
    auto const by = keep_unseen(part, before, context.actor);
    auto business = TRY(business_for(tx, context, before.owner, part, at));
    business.id = before.id;
    TRY(check_twice(tx, context, business, before.id));
    TRY(update_business(tx, context, before.id, part, at, by));
    TRY(write_words_and_keys(tx, context, business));
    auto verdicts = TRY(pairs_found(tx, context, before.id));
    auto summary = summary_of(input, at);
    auto const old = TRY(part_of(before));
    summary["before"] = summary_of(old, {before.region, before.kelurahan});
    TRY(audit::append(tx, context, {"enterprise.change", "business", before.id.str(), at.region, std::move(summary)}));
    return operations::Answer {.id = before.id.str(), .href = href_of(before.id), .message = "enterprise.changed", .arguments = {{"name", input.name.str()}}, .verdicts = std::move(verdicts)};
}

Result<operations::Answer> change_owner(db::WriteTx& tx, operations::Context& context, ChangeOwner const& input)
{
    auto const card = TRY(identity::person_card(tx, context.services, input.person));
    auto const details = TRY(person_details(tx, context.city, input.person));
    auto const is_own = context.actor.has("enterprise.own") && context.actor.person == input.person;
    if (details.version == 0 || (!is_own && !may(context.actor, "enterprise.write", card.region)))
        return Error::not_found("identity.unknown_person");
    if (details.version != input.version)
        return Error::conflict("enterprise.changed_meanwhile", {{"version", std::to_string(details.version)}});
    // A NIK that somebody saw on a card is not the owner's to change.
    if (is_own && !input.owner_nik.empty())
        return Error::field("owner_nik", "enterprise.nik_by_office");
    auto const person = TRY(check_person(tx, context, input, !card.nik.empty() || is_own));
    if (person.known && *person.known != input.person)
        return Error::field("owner_nik", "identity.nik_known");
    TRY(change_person_rows(tx, context, input.person, person, !input.owner_phone.empty(), !input.owner_nik.empty()));
    TRY(rename_all(tx, context, input.person));
    TRY(audit::append(tx, context, {"enterprise.change_owner", "person", input.person.str(), person.region,
                                       {{"phone", !input.owner_phone.empty()}, {"nik", !input.owner_nik.empty()}, {"renamed", card.name != person.name}}}));
    auto const all = TRY(businesses_of(tx, context.city, input.person));
    return operations::Answer {.id = input.person.str(), .href = all.empty() ? "/umkm" : href_of(all.front().id), .message = "enterprise.owner_changed", .arguments = {{"name", person.name}},
        .verdicts = person.doubts};
}

Result<operations::Answer> close_business(db::WriteTx& tx, operations::Context& context, CloseBusiness const& input)
{
    auto const business = TRY(changeable(tx, context.actor, input.business));
    if (business.closed_on)
        return Error::conflict("enterprise.closed_already", {{"on", business.closed_on->iso()}});
    if (input.on > context.today)
        return Error::field("on", "enterprise.future", input.on.iso());
    TRY(tx.run(sql::set_closed, context.city, business.id, input.on, input.reason, context.now));
    TRY(audit::append(tx, context, {"enterprise.close", "business", business.id.str(), business.region, {{"on", input.on.iso()}}, input.reason.str()}));
    return operations::Answer {.id = business.id.str(), .href = href_of(business.id), .message = "enterprise.closed", .arguments = {{"name", business.name}, {"on", input.on.iso()}}};
}

Result<operations::Answer> reopen_business(db::WriteTx& tx, operations::Context& context, ReopenBusiness const& input)
{
    auto const business = TRY(changeable(tx, context.actor, input.business));
    if (!business.closed_on)
        return Error::conflict("enterprise.not_closed");
    TRY(tx.run(sql::set_closed, context.city, business.id, std::nullopt, "", context.now));
    TRY(audit::append(tx, context, {"enterprise.reopen", "business", business.id.str(), business.region, {{"closed_on", business.closed_on->iso()}}, input.reason.str()}));
    return operations::Answer {.id = business.id.str(), .href = href_of(business.id), .message = "enterprise.reopened", .arguments = {{"name", business.name}}};
}

/// Who saw the KTP says that the person and the business are what they are said to be.
Result<operations::Answer> confirm_business(db::WriteTx& tx, operations::Context& context, ConfirmBusiness const& input)
{
    auto const business = TRY(find_business(tx, context.city, input.business));
    if (!may(context.actor, "enterprise.confirm", business.region))
        return may_read(context.actor, business) ? Error::forbidden("operation.not_allowed") : Error::not_found("enterprise.no_business");
    if (business.confirmed)
        return Error::conflict("enterprise.confirmed_already");
    if (!input.saw_ktp)
        return Error::field("saw_ktp", "required");
    if (context.actor.person == business.owner)
        return Error::forbidden("enterprise.own_business");
    TRY(tx.run(sql::set_confirmed, context.city, business.id, context.actor.user, context.now));
    TRY(audit::append(tx, context, {"enterprise.confirm", "business", business.id.str(), business.region, {{"saw_ktp", true}}}));
    return operations::Answer {.id = business.id.str(), .href = href_of(business.id), .message = "enterprise.confirmed", .arguments = {{"name", business.name}}};
}

Result<BusinessPart> part_of(Business const& business)
{
    BusinessPart part;
    part.name = TRY(Name::parse(business.name));
    part.brand = TRY((Text<0, 120>::parse(business.brand)));
    part.activity = TRY((Text<1, 120>::parse(business.activity)));
    if (!business.kbli.empty())
        part.kbli = TRY(identifiers::Kbli::parse(business.kbli));
    part.place_kind = choice_of<PlaceKind>(business.place_kind).value_or(PlaceKind::Rumah);
    part.place = TRY((Text<1, 40>::parse(business.region)));
    return part;
}

} // namespace rtkeren::enterprise
