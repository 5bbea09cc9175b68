#include "identity/actors.hpp"

#include "base/text.hpp"
#include "identity/sql.hpp"

#include <algorithm>

namespace rtkeren::identity {

namespace {

Grant grant_of(db::Row const& row)
{
    Grant grant {.role = row.text(0), .place = row.text(1), .pokmas = row.text(2)};
    if (auto const* role = find_role(grant.role))
        grant.permissions = role->permissions;
    return grant;
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
    auto rows = TRY(tx.run(sql::grants_of_person, city, user.person, today));
    for (auto const& row : rows)
        actor.grants.push_back(grant_of(row));
    actor.permissions = all_permissions(actor.grants);
    return actor;
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

} // namespace rtkeren::identity
