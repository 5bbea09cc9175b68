#include "enterprise/claim.hpp"

#include "audit/audit.hpp"
#include "enterprise/operations.hpp"
#include "enterprise/sql.hpp"
#include "identifiers/contact.hpp"
#include "identity/persons.hpp"
#include "secrets/secrets.hpp"

#include <algorithm>

namespace rtkeren::enterprise {
namespace {

constexpr std::int64_t most_open_claims = 3; // of one phone number

Claim claim_of(db::Row const& row)
{
    return {.id = row.id<ClaimId>(0), .name = row.text(1), .phone_sealed = row.text(2), .phone_lookup = row.text(3), .business_name = row.text(4), .activity = row.text(5), .place_kind = row.text(6),
        .region = row.text(7), .kelurahan = row.text(8), .recorded_before = row.flag(9), .note = row.text(10), .consent_on = row.date(11), .claimed_at = row.instant(12),
        .business = row.maybe_id<BusinessId>(13), .decided_by_name = row.text(14), .decided_at = row.maybe_instant(15), .decided_reason = row.text(16)};
}

Result<Claim> open_claim(db::ReadTx& tx, operations::Context const& context, ClaimId id)
{
    auto claim = TRY(claim_in_reach(tx, context.actor, id.str()));
    if (claim.decided_at)
        return Error::conflict("enterprise.claim_decided");
    return claim;
}

Result<void> decide(db::WriteTx& tx, operations::Context& context, Claim const& claim, std::string_view event, std::optional<BusinessId> business, std::optional<PersonId> person, std::string const& reason = {})
{
    TRY(workflow::advance(tx, context, claim_machine(), claim.id.ulid(), event, {.reason = reason}));
    TRY(tx.run(sql::decide_claim, context.city, claim.id, person, business, context.actor.name, context.now, reason));
    return Done {};
}

/// The business as it stands in the registry is the owner's: the number that they came with is the one to reach them by, and the card's NIK must not be another's.
Result<void> put_owner_right(db::WriteTx& tx, operations::Context& context, Claim const& claim, ConfirmClaim const& input, Business const& business)
{
    auto const card = TRY(identity::person_card(tx, context.services, business.owner));
    auto const nik = identity::nik_lookup(context.services, input.owner_nik.str());
    if (!input.owner_nik.empty() && !card.nik_lookup.empty() && nik != card.nik_lookup)
        return Error::field("owner_nik", "enterprise.claim_other_nik");
    auto const is_new_nik = !input.owner_nik.empty() && card.nik_lookup.empty();
    auto const is_new_phone = card.phone_lookup != claim.phone_lookup;
    auto const details = TRY(person_details(tx, context.city, business.owner));
    auto const is_ours = details.version > 0 && may(context.actor, "enterprise.write", card.region);
    if (!is_new_nik && (!is_new_phone || !is_ours))
        return Done {};
    ChangeOwner change;
    change.id = context.request;
    change.person = business.owner;
    change.version = details.version;
    change.owner_name = TRY(Name::parse(card.name));
    if (is_new_phone)
        change.owner_phone = TRY((Text<0, 30>::parse(claim_phone(context.services, claim))));
    if (is_new_nik)
        change.owner_nik = input.owner_nik;
    change.no_nik = choice_of<NoNik>(details.no_nik);
    if (!change.no_nik && card.nik_lookup.empty() && !is_new_nik)
        change.no_nik = NoNik::Other;
    change.no_nik_note = TRY((Text<0, 200>::parse(details.no_nik_note)));
    change.sex = choice_of<Sex>(details.sex);
    change.birth_date = details.birth_date;
    change.owner_address = TRY((Text<0, 200>::parse(details.address)));
    change.owner_place = TRY((Text<1, 40>::parse(card.region)));
    change.consent_on = details.consent_on ? details.consent_on : std::optional(claim.consent_on);
    TRY(change_owner(tx, context, change));
    return Done {};
}

/// Nobody like that was recorded: owner and business come in as the office would write them.
Result<Business> record_claimed(db::WriteTx& tx, operations::Context& context, Claim const& claim, ConfirmClaim const& input)
{
    Register entry;
    entry.id = context.request;
    entry.owner_name = TRY(Name::parse(claim.name));
    entry.owner_phone = TRY((Text<0, 30>::parse(claim_phone(context.services, claim))));
    entry.owner_nik = input.owner_nik;
    entry.no_nik = input.no_nik;
    entry.no_nik_note = input.no_nik_note;
    entry.owner_place = TRY((Text<1, 40>::parse(input.place.empty() ? claim.region : input.place.str())));
    entry.consent_on = claim.consent_on;
    entry.name = TRY(Name::parse(claim.business_name));
    entry.activity = TRY((Text<1, 120>::parse(claim.activity)));
    entry.place_kind = choice_of<PlaceKind>(claim.place_kind).value_or(PlaceKind::Rumah);
    entry.place = entry.owner_place;
    entry.source = TRY((Text<0, 200>::parse(tr("Pendaftaran pemilik"))));
    auto const answer = TRY(register_business(tx, context, entry));
    auto const id = TRY(BusinessId::parse(answer.id));
    return find_business(tx, context.city, id);
}

/// The business that the office says it is; its own it confirms not.
Result<Business> claimed_business(db::WriteTx& tx, operations::Context& context, Claim const& claim, ConfirmClaim const& input)
{
    if (!input.business)
        return record_claimed(tx, context, claim, input);
    auto const business = TRY(find_business(tx, context.city, *input.business));
    if (!may(context.actor, "enterprise.confirm", business.region))
        return Error::field("business", "enterprise.no_business");
    if (business.survivor)
        return Error::conflict("enterprise.was_merged", {{"name", business.name}});
    if (business.owner == context.actor.person)
        return Error::forbidden("enterprise.own_business");
    TRY(put_owner_right(tx, context, claim, input, business));
    return business;
}

/// What the answer says of the account: a slip to hand out, or that there is one already.
Result<operations::Answer> with_account(db::WriteTx& tx, operations::Context& context, Business const& business, std::string href, std::string message)
{
    auto const opened = TRY(identity::open_account(tx, context, business.owner, "umkm", business.kelurahan, tr("KTP dilihat petugas")));
    boost::json::array slips;
    if (opened.slip)
        slips.emplace_back(opened.slip->text());
    auto const code = std::move(message) + (opened.slip ? "" : "_known");
    return operations::Answer {.id = business.id.str(), .href = std::move(href), .message = code, .arguments = {{"name", business.name}, {"login", opened.login}},
        .data = {{"business", business.id.text()}, {"owner", business.owner.text()}, {"login", opened.login}, {"slips", std::move(slips)}}};
}

} // namespace

Result<Claim> find_claim(db::ReadTx& tx, CityId city, ClaimId id)
{
    auto const row = TRY(tx.one("enterprise.no_claim", sql::claim, city, id));
    return claim_of(row);
}

Result<Claim> claim_in_reach(db::ReadTx& tx, Actor const& actor, std::string_view id)
{
    auto const parsed = ClaimId::parse(id);
    if (!parsed.ok())
        return Error::not_found("enterprise.no_claim");
    auto claim = TRY(find_claim(tx, actor.city, *parsed));
    if (!may(actor, "enterprise.confirm", claim.region))
        return Error::not_found("enterprise.no_claim");
    return claim;
}

std::string claim_phone(Services const& services, Claim const& claim)
{
    return services.keys.unseal({"enterprise_claim", "phone", claim.id.str()}, claim.phone_sealed).value_or("");
}

Date last_day_of(Claim const& claim, Zone zone) { return claim.claimed_at.date_in(zone).plus_days(claim_days); }

std::string href_of(ClaimId id) { return "/umkm/klaim/" + id.str(); }

Result<Candidates> candidates_of(db::ReadTx& tx, Services const& services, Actor const& actor, Claim const& claim)
{
    Profile const wanted {.owner = {}, .name = claim.business_name, .owner_name = claim.name, .phone_lookup = claim.phone_lookup, .nik_lookup = {}, .kbli = {}, .activity = claim.activity,
        .region = claim.region, .kelurahan = claim.kelurahan, .place_kind = claim.place_kind};
    Comparable const form(wanted);
    Candidates found;
    std::vector<std::string> seen;
    for (auto const& key : keys_of(wanted)) {
        auto const rows = TRY(tx.run(sql::standing_of_key, services.city, key, std::int64_t(block_limit(key)) + 1));
        if (rows.size() > block_limit(key))
            continue; // says nothing: too many share it
        for (auto const& row : rows) {
            if (std::ranges::find(seen, row.text(0)) != seen.end())
                continue;
            seen.push_back(row.text(0));
            auto const profile = stored_profile(row);
            auto likeness = compare(form, Comparable(profile));
            auto const same_phone = !profile.phone_lookup.empty() && profile.phone_lookup == claim.phone_lookup;
            if (likeness.score == 0 && !same_phone)
                continue;
            if (likeness.reasons.empty())
                likeness.reasons.emplace_back("same_phone");
            auto business = TRY(find_business(tx, services.city, row.id<BusinessId>(0)));
            if (may(actor, "enterprise.confirm", business.region))
                found.here.push_back({std::move(business), likeness.score, std::move(likeness.reasons)});
            else
                found.elsewhere += same_phone ? 1U : 0U;
        }
    }
    std::ranges::stable_sort(found.here, std::greater {}, &Candidate::score);
    return found;
}

/// By anybody, also without an account: nothing is looked up that an answer could tell.
Result<operations::Answer> claim_business(db::WriteTx& tx, operations::Context& context, ClaimBusiness const& input)
{
    if (!input.agrees)
        return Error::field("agrees", "required");
    auto const phone = identifiers::normalise_phone(input.phone.str());
    if (!phone.ok())
        return Error::field("phone", phone.error().code);
    auto const at = TRY(placed(tx, context.city, "place", input.place.str()));
    auto const lookup = identity::phone_lookup(context.services, *phone);
    auto const open = TRY(tx.one("enterprise.no_claim", sql::open_claims_of_phone, context.city, lookup));
    if (open.integer(0) >= most_open_claims)
        return Error::field("phone", "enterprise.claims_many");
    auto const id = context.next<ClaimId>();
    auto const sealed = context.services.keys.seal({"enterprise_claim", "phone", id.str()}, *phone);
    TRY(tx.run(sql::insert_claim, context.city, id, input.name, fold(input.name.str()), sealed, lookup, input.business_name, input.activity, stored_choice(input.place_kind), at.region, at.kelurahan,
        input.recorded_before, input.note, context.today, context.now, context.services.example));
    TRY(workflow::start(tx, context, claim_machine(), {.subject = id.ulid(), .title = tr("Pendaftaran {name}", {{"name", input.business_name.str()}}), .place = at.region}));
    TRY(audit::append(tx, context, {"enterprise.claim", "claim", id.str(), at.region, {{"business", input.business_name.str()}, {"recorded_before", input.recorded_before}}}));
    return operations::Answer {.id = id.str(), .href = "/umkm/daftar/" + id.str(), .message = "enterprise.claimed", .arguments = {{"name", input.business_name.str()}}};
}

Result<operations::Answer> confirm_claim(db::WriteTx& tx, operations::Context& context, ConfirmClaim const& input)
{
    auto const claim = TRY(open_claim(tx, context, input.claim));
    if (!input.saw_ktp)
        return Error::field("saw_ktp", "required");
    auto const business = TRY(claimed_business(tx, context, claim, input));
    if (!business.confirmed)
        TRY(tx.run(sql::set_confirmed, context.city, business.id, context.actor.user, context.now));
    TRY(decide(tx, context, claim, "confirm", business.id, business.owner));
    TRY(audit::append(tx, context, {"enterprise.confirm_claim", "claim", claim.id.str(), claim.region, {{"business", business.id.text()}, {"new", !input.business}, {"saw_ktp", true}}}));
    TRY(audit::append(tx, context, {"enterprise.confirm", "business", business.id.str(), business.region, {{"saw_ktp", true}, {"claim", claim.id.text()}}}));
    return with_account(tx, context, business, href_of(business.id), "enterprise.claim_confirmed");
}

Result<operations::Answer> refuse_claim(db::WriteTx& tx, operations::Context& context, RefuseClaim const& input)
{
    auto const claim = TRY(open_claim(tx, context, input.claim));
    TRY(decide(tx, context, claim, "refuse", {}, {}, input.reason.str()));
    TRY(audit::append(tx, context, {"enterprise.refuse_claim", "claim", claim.id.str(), claim.region, {}, input.reason.str()}));
    return operations::Answer {.id = claim.id.str(), .href = "/umkm/klaim", .message = "enterprise.claim_refused", .arguments = {{"name", claim.business_name}}};
}

/// By who knows its address: only they were told it.
Result<operations::Answer> withdraw_claim(db::WriteTx& tx, operations::Context& context, EndClaim const& input)
{
    auto const claim = TRY(find_claim(tx, context.city, input.claim));
    if (claim.decided_at)
        return Error::conflict("enterprise.claim_decided");
    TRY(decide(tx, context, claim, "withdraw", {}, {}));
    TRY(audit::append(tx, context, {"enterprise.withdraw_claim", "claim", claim.id.str(), claim.region, {}}));
    return operations::Answer {.id = claim.id.str(), .href = "/umkm/daftar/" + claim.id.str(), .message = "enterprise.claim_withdrawn", .arguments = {{"name", claim.business_name}}};
}

Result<operations::Answer> expire_claim(db::WriteTx& tx, operations::Context& context, EndClaim const& input)
{
    auto const claim = TRY(open_claim(tx, context, input.claim));
    auto const last = last_day_of(claim, context.services.zone);
    if (context.today <= last)
        return Error::conflict("enterprise.claim_young", {{"on", last.iso()}});
    TRY(decide(tx, context, claim, "expire", {}, {}));
    TRY(audit::append(tx, context, {"enterprise.expire_claim", "claim", claim.id.str(), claim.region, {}}));
    return operations::Answer {.id = claim.id.str(), .href = "/umkm/klaim", .message = "enterprise.claim_expired", .arguments = {{"name", claim.business_name}}};
}

Result<operations::Answer> open_own_account(db::WriteTx& tx, operations::Context& context, OpenOwnAccount const& input)
{
    auto const business = TRY(find_business(tx, context.city, input.business));
    if (!may(context.actor, "enterprise.confirm", business.region))
        return may_read(context.actor, business) ? Error::forbidden("operation.not_allowed") : Error::not_found("enterprise.no_business");
    if (business.survivor)
        return Error::conflict("enterprise.was_merged", {{"name", business.name}});
    if (!business.confirmed)
        return Error::conflict("enterprise.not_confirmed");
    if (business.owner == context.actor.person)
        return Error::forbidden("enterprise.own_business");
    TRY(audit::append(tx, context, {"enterprise.open_account", "business", business.id.str(), business.region, {}}));
    return with_account(tx, context, business, href_of(business.id), "enterprise.account_opened");
}

} // namespace rtkeren::enterprise
