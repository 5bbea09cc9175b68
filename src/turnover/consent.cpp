#include "turnover/consent.hpp"

#include "audit/audit.hpp"
#include "identity/identity.hpp"
#include "territory/territory.hpp"
#include "turnover/operations.hpp"
#include "turnover/sql.hpp"

#include <algorithm>

namespace rtkeren::turnover {
namespace {

constexpr int longest_consent_days = 366;

std::string consents_href(enterprise::BusinessId id) { return figures_href(id) + "/izin"; }

} // namespace

Result<std::vector<Officer>> officers_for(db::ReadTx& tx, CityId city, enterprise::Business const& business, Date today)
{
    std::vector<std::string> places;
    for (auto place = business.kelurahan; !place.empty();) {
        places.push_back(place);
        auto const code = territory::PlaceCode::parse(place);
        place = code.ok() ? code->parent() : std::string {};
    }
    std::vector<Officer> officers;
    for (auto const& role : identity::roles()) {
        if (std::ranges::find(role.permissions, "enterprise.read") == role.permissions.end())
            continue;
        for (auto const& place : places) {
            auto const holders = TRY(identity::holders(tx, city, role.key, place, today));
            for (auto const& holder : holders) {
                auto office = TRY(identity::office_label(tx, city, holder.role, holder.place));
                if (holder.person != business.owner)
                    officers.push_back({holder.person, holder.name, std::move(office)});
            }
        }
    }
    return officers;
}

Result<std::vector<Consent>> consents_of(db::ReadTx& tx, CityId city, enterprise::BusinessId business)
{
    std::vector<Consent> all;
    auto const rows = TRY(tx.run(sql::consents_of_business, city, business));
    for (auto const& row : rows)
        all.push_back({row.id<ConsentId>(0), row.id<PersonId>(1), row.text(2), row.text(3), row.date(4), row.instant(5), row.maybe_instant(6)});
    return all;
}

Result<std::vector<Reading>> readings_of(db::ReadTx& tx, CityId city, enterprise::BusinessId business)
{
    std::vector<Reading> all;
    auto const rows = TRY(tx.run(sql::readings_of_business, city, business));
    for (auto const& row : rows)
        all.push_back({row.text(0), row.text(1), row.instant(2)});
    return all;
}

Result<operations::Answer> give_consent(db::WriteTx& tx, operations::Context& context, GiveConsent const& input)
{
    auto const business = TRY(own_business(tx, context.actor, input.business));
    if (input.until < context.today || context.today.days_until(input.until) > longest_consent_days)
        return Error::field("until", "turnover.consent_until", input.until.iso(), {{"days", std::to_string(longest_consent_days)}});
    auto const officers = TRY(officers_for(tx, context.city, business, context.today));
    auto const officer = std::ranges::find(officers, input.officer, &Officer::person);
    if (officer == officers.end())
        return Error::field("officer", "turnover.no_officer");
    auto const before = TRY(consents_of(tx, context.city, business.id));
    if (std::ranges::any_of(before, [&](Consent const& each) { return each.officer == input.officer && each.holds(context.today); }))
        return Error::field("officer", "turnover.consent_given");
    auto const id = context.next<ConsentId>();
    TRY(tx.run(sql::insert_consent, context.city, id, business.id, officer->person, officer->name, officer->office, input.until, context.actor.person, context.now));
    TRY(audit::append(tx, context, {"turnover.give_consent", "turnover", business.id.str(), business.region, {{"officer", officer->person.text()}, {"until", input.until.iso()}}}));
    return operations::Answer {.id = id.str(), .href = consents_href(business.id), .message = "turnover.consented", .arguments = {{"name", officer->name}, {"until", input.until.iso()}}};
}

Result<operations::Answer> withdraw_consent(db::WriteTx& tx, operations::Context& context, WithdrawConsent const& input)
{
    auto const row = TRY(tx.one("turnover.no_consent", sql::consent, context.city, input.consent));
    auto const business = enterprise::find_business(tx, context.city, row.id<enterprise::BusinessId>(0));
    if (!business.ok() || !enterprise::owns(context.actor, *business))
        return Error::not_found("turnover.no_consent");
    auto const changed = TRY(tx.run(sql::withdraw_consent, context.city, input.consent, context.now));
    if (changed.rows == 0)
        return Error::conflict("turnover.consent_gone");
    TRY(audit::append(tx, context, {"turnover.withdraw_consent", "turnover", business->id.str(), business->region, {{"consent", input.consent.text()}}}));
    return operations::Answer {.id = input.consent.str(), .href = consents_href(business->id), .message = "turnover.consent_withdrawn", .arguments = {{"name", row.text(1)}}};
}

} // namespace rtkeren::turnover
