#include "audit/audit.hpp"
#include "identity/newcomers.hpp"
#include "identity/parts.hpp"
#include "identity/single_offices.hpp"
#include "identity/sql.hpp"

#include <boost/json/array.hpp>

namespace rtkeren::identity {

namespace {

struct StoredGrant {
    Ulid id;
    PersonId person;
    std::string role, place, pokmas, name;
    Date from;
    std::optional<Date> until;
    bool awaits {false}, refused {false}, acting {false};
    UserId entered_by;
};

Result<StoredGrant> stored_grant(db::ReadTx& tx, CityId city, Ulid const& id)
{
    auto row = TRY(tx.one("identity.unknown_grant", sql::grant_by_id, city, id));
    return StoredGrant {id, row.id<PersonId>(0), row.text(1), row.text(2), row.text(3), row.text(8), row.date(4), row.maybe_date(5), row.flag(6), row.flag(9),
        row.flag(11), row.id<UserId>(7)};
}

NewGrant new_term(StoredGrant const& grant, Date from, std::optional<Date> until)
{
    return {.id = grant.id, .person = grant.person, .role = grant.role, .place = grant.place, .pokmas = grant.pokmas, .decree = {}, .from = from, .until = until, .acting = grant.acting};
}

/// The page of the person, for who may see it.
Result<std::string> href_of_person(db::ReadTx& tx, CityId city, PersonId person)
{
    auto user = TRY(tx.maybe(sql::user_of_person, city, person));
    return user ? "/pengguna/" + user->text(0) : std::string("/pengguna");
}

Result<operations::Answer> grant_role(db::WriteTx& tx, operations::Context& context, GrantRole const& input)
{
    Office office {.person = input.person,
        .name = {},
        .role = input.role.str(),
        .place = {},
        .pokmas = input.pokmas.str(),
        .decree = input.decree.str(),
        .from = input.from,
        .until = input.until,
        .acting = input.acting};
    auto row = TRY(tx.one("identity.unknown_person", sql::person_by_id, context.city, input.person));
    office.name = row.text(1);
    office.place = TRY(place_in_reach(tx, context.actor, input.place.str()));
    TRY(name_pokmas(tx, context.city, office));
    auto const* role = TRY(check_office(tx, context, office));
    auto id = TRY(write_office(tx, context, office, *role));
    auto href = TRY(href_of_person(tx, context.city, input.person));
    auto label = TRY(office_label(tx, context.city, office.role, office.place));
    operations::Answer answer {.id = id.str(),
        .href = std::move(href),
        .message = role->confirmed_by.empty() ? "identity.role_granted" : "identity.role_entered",
        .arguments
        = {{"name", office.name}, {"role", std::move(label)}, {"confirmer", role->confirmed_by.empty() ? std::string {} : role_label(role->confirmed_by)}}};
    return answer;
}

Result<operations::Answer> end_grant(db::WriteTx& tx, operations::Context& context, EndGrant const& input)
{
    auto grant = TRY(stored_grant(tx, context.city, input.grant));
    auto const* role = find_role(grant.role);
    if (!may(context.actor, "identity.users", grant.place))
        return Error::not_found("identity.unknown_grant");
    if (grant.person == context.actor.person)
        return Error::forbidden("identity.not_yourself");
    if (!role || !appoints(context.actor, *role, grant.place)) {
        auto error = Error::forbidden("identity.may_not_appoint");
        error.arguments = {{"role", role_label(grant.role)}};
        return error;
    }
    if (grant.refused || (grant.until && *grant.until < context.today))
        return Error::conflict("identity.decided_already");
    if (input.on < grant.from)
        return Error::field("on", "identity.dates_order", input.on.iso());
    if (grant.until && input.on > *grant.until) // longer than it was: on the days that are added somebody else may hold it
        TRY(check_single(tx, context.city, new_term(grant, grant.until->plus_days(1), input.on)));
    TRY(tx.run(sql::end_grant, context.city, grant.id, input.on));
    TRY(audit::append(tx, context,
        {"identity.end_grant", "person", grant.person.str(), grant.place, {{"grant", grant.id.text()}, {"role", grant.role}, {"on", input.on.iso()}},
            input.reason.str()}));
    auto href = TRY(href_of_person(tx, context.city, grant.person));
    auto label = TRY(office_label(tx, context.city, grant.role, grant.place));
    return operations::Answer {
        .id = grant.id.str(), .href = std::move(href), .message = "identity.role_ended", .arguments = {{"role", std::move(label)}, {"on", input.on.iso()}}};
}

/// Four eyes: who confirms entered it not, and is not the one who would hold it.
Result<StoredGrant> grant_to_decide(db::ReadTx& tx, operations::Context& context, Ulid const& id)
{
    auto grant = TRY(stored_grant(tx, context.city, id));
    if (!may(context.actor, "identity.confirm", grant.place))
        return Error::not_found("identity.unknown_grant");
    if (grant.person == context.actor.person)
        return Error::forbidden("identity.not_yourself");
    if (grant.entered_by == context.actor.user)
        return Error::forbidden("identity.own_entry");
    if (!grant.awaits || grant.refused)
        return Error::conflict("identity.decided_already");
    return grant;
}

Result<operations::Answer> decide(db::WriteTx& tx, operations::Context& context, Ulid const& id, bool refused, std::string const& reason)
{
    auto grant = TRY(grant_to_decide(tx, context, id));
    if (!refused) // two may wait since before an office was one person's alone
        TRY(check_single(tx, context.city, new_term(grant, grant.from, grant.until), Rivals::Confirmed));
    auto changed = TRY(tx.run(sql::decide_grant, context.city, grant.id, refused, context.actor.user, context.now));
    if (changed.rows == 0)
        return Error::conflict("identity.decided_already");
    TRY(audit::append(tx, context,
        {refused ? "identity.refuse_grant" : "identity.confirm_grant", "person", grant.person.str(), grant.place,
            {{"grant", grant.id.text()}, {"role", grant.role}}, reason}));
    auto label = TRY(office_label(tx, context.city, grant.role, grant.place));
    return operations::Answer {.id = grant.id.str(),
        .href = "/pengguna/konfirmasi",
        .message = refused ? "identity.grant_refused" : "identity.grant_confirmed",
        .arguments = {{"name", grant.name}, {"role", std::move(label)}}};
}

Result<operations::Answer> confirm_grant(db::WriteTx& tx, operations::Context& context, ConfirmGrant const& input)
{
    return decide(tx, context, input.grant, false, {});
}

/// Why one of several was not confirmed, with {name} where the actor may know whose it is. Nothing where the database failed: that ends them all.
Result<FieldError> left_out(db::ReadTx& tx, CityId city, Ulid const& id, std::size_t index, Error const& error)
{
    if (error.kind == ErrorKind::Retry || error.kind == ErrorKind::Unavailable || error.kind == ErrorKind::Internal)
        return error;
    FieldError left = error.fields.empty() ? FieldError {{}, error.code, {}, error.arguments} : error.fields.front();
    left.name = "grants." + std::to_string(index);
    if (error.kind != ErrorKind::NotFound)
        left.arguments.emplace_back("whose", TRY(stored_grant(tx, city, id)).name);
    return left;
}

boost::json::array json_of(std::vector<FieldError> const& left)
{
    boost::json::array all;
    for (auto const& each : left) {
        boost::json::object arguments;
        for (auto const& [name, value] : each.arguments)
            arguments[name] = value;
        all.push_back(boost::json::object {{"name", each.name}, {"code", each.code}, {"arguments", std::move(arguments)}});
    }
    return all;
}

/// Each is a decision of its own: one that is refused leaves the others alone. `decide` asks everything before it writes.
Result<operations::Answer> confirm_grants(db::WriteTx& tx, operations::Context& context, ConfirmGrants const& input)
{
    std::vector<FieldError> left;
    for (std::size_t i = 0; i < input.grants.size(); ++i) {
        auto const decided = decide(tx, context, input.grants[i], false, {});
        if (!decided.ok())
            left.push_back(TRY(left_out(tx, context.city, input.grants[i], i, decided.error())));
    }
    if (left.size() == input.grants.size())
        return Error::invalid("input.invalid", std::move(left));
    auto const confirmed = input.grants.size() - left.size();
    return operations::Answer {.id = context.request.str(),
        .href = "/pengguna/konfirmasi",
        .message = "identity.grants_confirmed",
        .arguments = {{"count", std::to_string(confirmed)}},
        .data = {{"confirmed", std::int64_t(confirmed)}, {"refused", json_of(left)}}};
}

Result<operations::Answer> refuse_grant(db::WriteTx& tx, operations::Context& context, RefuseGrant const& input)
{
    return decide(tx, context, input.grant, true, input.reason.str());
}

} // namespace

std::vector<operations::Operation> grant_operations()
{
    return {operations::make<GrantRole>("identity.grant", "identity.users", "Give a person an office with place, dates and decree", grant_role),
        operations::make<EndGrant>("identity.end_grant", "identity.users", "Say on which day an office ends", end_grant),
        operations::make<ConfirmGrant>("identity.confirm_grant", "identity.confirm", "Confirm an office that the secretary entered", confirm_grant),
        operations::make<ConfirmGrants>("identity.confirm_grants", "identity.confirm", "Confirm several offices, each a decision of its own", confirm_grants),
        operations::make<RefuseGrant>("identity.refuse_grant", "identity.confirm", "Refuse an office that the secretary entered", refuse_grant)};
}

} // namespace rtkeren::identity
