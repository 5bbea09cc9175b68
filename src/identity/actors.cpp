#include "identity/actors.hpp"

#include "base/text.hpp"
#include "identity/sql.hpp"
#include "identity/stand_ins.hpp"
#include "language/language.hpp"
#include "territory/territory.hpp"

#include <algorithm>
#include <set>

namespace rtkeren::identity {

namespace {

Grant grant_of(db::Row const& row)
{
    Grant grant {.role = row.text(0), .place = row.text(1), .pokmas = row.text(2)};
    if (auto const* role = find_role(grant.role))
        grant.permissions = role->permissions;
    return grant;
}

/// Where somebody holds one of the roles today.
Result<std::set<std::string>> places_held(db::ReadTx& tx, CityId city, std::vector<std::string> const& roles, Date today)
{
    std::set<std::string> places;
    for (auto const& role : roles) {
        auto const rows = TRY(tx.run(sql::places_of_role, city, role, today));
        for (auto const& row : rows)
            places.insert(row.text(0));
    }
    return places;
}

/// The kelurahan that a grant reaches: its own, or all below.
Result<std::vector<std::string>> kelurahan_of(db::ReadTx& tx, CityId city, std::string const& place, Date today)
{
    auto const own = territory::PlaceCode::parse(place);
    if (own.ok() && own->level >= territory::Level::Kelurahan)
        return std::vector {own->kelurahan()};
    std::vector<std::string> codes;
    auto const regions = TRY(territory::regions(tx, city, territory::Level::Kelurahan, covers_place(place, "") ? std::string {} : place, today));
    for (auto const& region : regions)
        codes.push_back(region.code);
    return codes;
}

/// What falls to this grant because nobody else is there: one more grant for each such kelurahan.
Result<std::vector<Grant>> fallen_to(db::ReadTx& tx, CityId city, Grant const& grant, StandIn const& stand_in, Date today)
{
    std::vector<Grant> fallen;
    auto const held = TRY(places_held(tx, city, stand_in.while_no, today));
    auto const reached = TRY(kelurahan_of(tx, city, grant.place, today));
    for (auto const& code : reached)
        if (!held.contains(code))
            fallen.push_back({.role = grant.role, .place = code, .permissions = {stand_in.permission}});
    return fallen;
}

Result<std::vector<Grant>> grants_with_stand_ins(db::ReadTx& tx, CityId city, db::Rows const& rows, Date today)
{
    std::vector<Grant> grants;
    for (auto const& row : rows)
        grants.push_back(grant_of(row));
    auto const own = grants.size();
    for (std::size_t i = 0; i < own; ++i) {
        for (auto const& stand_in : stand_ins(grants[i].role)) {
            auto fallen = TRY(fallen_to(tx, city, grants[i], stand_in, today));
            std::ranges::move(fallen, std::back_inserter(grants));
        }
    }
    return grants;
}

std::vector<Permission> all_permissions(std::vector<Grant> const& grants)
{
    std::vector<Permission> all;
    for (auto const& grant : grants)
        all.insert(all.end(), grant.permissions.begin(), grant.permissions.end());
    std::ranges::sort(all);
    all.erase(std::ranges::unique(all).begin(), all.end());
    return all;
}

} // namespace

Result<Actor> actor_of_row(db::ReadTx& tx, CityId city, UserRow const& user, Date today)
{
    if (user.disabled)
        return Error::forbidden("identity.disabled");
    Actor actor {.city = city, .user = user.user, .person = user.person, .name = user.name};
    actor.grants = TRY(grants_of(tx, city, user.person, today));
    actor.permissions = all_permissions(actor.grants);
    return actor;
}

Result<std::vector<Grant>> grants_of(db::ReadTx& tx, CityId city, PersonId person, Date today)
{
    auto const rows = TRY(tx.run(sql::grants_of_person, city, person, today));
    return grants_with_stand_ins(tx, city, rows, today);
}

Result<Actor> actor_of_user(db::ReadTx& tx, CityId city, UserId id, Date today)
{
    auto row = TRY(tx.one("identity.unknown_user", sql::user_by_id, city, id));
    return actor_of_row(tx, city, {row.id<UserId>(0), row.id<PersonId>(1), row.text(3), row.flag(4)}, today);
}

Result<KnownUser> known_user(db::ReadTx& tx, CityId city, std::string_view login)
{
    auto row = TRY(tx.one("identity.unknown_user", sql::user_by_login, city, fold(login)));
    return KnownUser {row.id<UserId>(0), row.id<PersonId>(1)};
}

Result<Actor> actor_of_login(db::ReadTx& tx, CityId city, std::string_view login, Date today)
{
    auto const known = TRY(known_user(tx, city, login));
    return actor_of_user(tx, city, known.user, today);
}

Actor system_actor(CityId city, std::vector<Permission> permissions)
{
    std::ranges::sort(permissions);
    Actor actor {.city = city, .name = "rtkeren", .permissions = permissions};
    actor.grants.push_back({.role = "system", .place = "", .permissions = permissions});
    return actor;
}

Result<std::string> person_name(db::ReadTx& tx, CityId city, PersonId id)
{
    auto row = TRY(tx.one("identity.unknown_person", sql::person_by_id, city, id));
    return row.text(1);
}

std::string initials(std::string_view name)
{
    std::string text;
    for (auto word : split(name, ' ')) {
        if (word.empty())
            continue;
        auto const length = static_cast<unsigned char>(word.front()) < 0x80 ? 1u : static_cast<unsigned char>(word.front()) < 0xe0 ? 2u : 3u;
        text += (text.empty() ? "" : " ") + std::string(word.substr(0, length)) + ".";
    }
    return text;
}

Result<std::vector<Holder>> holders(db::ReadTx& tx, CityId city, std::string_view role, std::string_view place, Date today)
{
    auto rows = TRY(tx.run(sql::holders_of_role, city, role, place, today));
    std::vector<Holder> all;
    for (auto const& row : rows)
        all.push_back({row.id<PersonId>(0), row.text(1), row.text(2), row.text(3), row.flag(4)});
    return all;
}

Result<Signer> signer_of(db::ReadTx& tx, CityId city, std::string_view role, std::string_view place, Date on)
{
    auto const in_office = TRY(holders(tx, city, role, place, on));
    Signer signer {role_label(role), {}};
    if (in_office.empty())
        return signer;
    auto const acting = std::ranges::find(in_office, true, &Holder::acting); // whom the holder is away for
    if (acting == in_office.end())
        return Signer {std::move(signer.office), in_office.front().name};
    auto const is_beside = acting != in_office.begin();
    Arguments const office {{"office", signer.office}};
    return Signer {is_beside ? tr("Plh. {office}", office) : tr("Plt. {office}", office), acting->name};
}

} // namespace rtkeren::identity
