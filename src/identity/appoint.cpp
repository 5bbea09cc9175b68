#include "identity/appoint.hpp"

#include "identity/sql.hpp"
#include "language/language.hpp"
#include "territory/territory.hpp"

#include <algorithm>

namespace rtkeren::identity {

namespace {

bool is_of(std::vector<std::string> const& keys, std::string_view key) { return std::ranges::find(keys, key) != keys.end(); }

bool enters_users(Grant const& grant) { return std::ranges::binary_search(grant.permissions, "identity.users"); }

Result<void> check_first(db::ReadTx& tx, Actor const& actor, Role const& role, std::string_view place, Date today)
{
    auto const also_otherwise
        = std::ranges::any_of(actor.grants, [&](Grant const& grant) { return grant.role != "admin" && is_of(role.appointed_by, grant.role); });
    if (role.key == "admin" || also_otherwise)
        return Done {};
    auto there = TRY(holders(tx, actor.city, role.key, place, today));
    if (!there.empty())
        return Error::conflict("identity.first_only", {{"name", there.front().name}});
    return Done {};
}

bool sees(Actor const& actor, Account const& account)
{
    auto const reaches = [&](std::string_view place) { return may(actor, "identity.users", place); };
    return reaches(account.region) || std::ranges::any_of(account.offices, [&](auto const& office) { return reaches(office.second); });
}

} // namespace

std::string role_label(std::string_view key)
{
    auto const code = "role." + std::string(key);
    return language::has_message(code) ? language::word(code) : std::string(key);
}

Result<std::string> office_label(db::ReadTx& tx, CityId city, std::string_view role, std::string_view place)
{
    auto label = role_label(role);
    auto const code = territory::PlaceCode::parse(place);
    if (!code.ok() || code->level == territory::Level::Kota)
        return label;
    auto region = territory::find(tx, city, code->text);
    if (!region.ok() && region.error().kind != ErrorKind::NotFound)
        return region.error();
    auto name = territory::short_name(code->level, code->text, region.ok() ? region->name : std::string {});
    if (name.empty())
        name = code->text;
    auto const is_head = code->level == territory::Level::Rt || code->level == territory::Level::Rw;
    auto const repeats = is_head && (role == "ketua_rt" || role == "ketua_rw"); // "Ketua RT 02 RW 03", not "Ketua RT RT 02 RW 03"
    auto office = repeats ? label.substr(0, label.rfind(' ') + 1) + name : label + " " + name;
    return region.ok() ? std::move(office) : tr("{office} (wilayahnya sudah berakhir)", {{"office", office}}); // renumbered, merged
}

bool appoints(Actor const& actor, Role const& role, std::string_view place)
{
    return std::ranges::any_of(
        actor.grants, [&](Grant const& grant) { return enters_users(grant) && is_of(role.appointed_by, grant.role) && covers_place(grant.place, place); });
}

std::vector<Role const*> appointable_roles(Actor const& actor)
{
    std::vector<Role const*> all;
    for (auto const& role : roles())
        if (std::ranges::any_of(actor.grants, [&](Grant const& grant) { return enters_users(grant) && is_of(role.appointed_by, grant.role); }))
            all.push_back(&role);
    return all;
}

bool stands_at(Role const& role, std::string_view place)
{
    auto const code = territory::PlaceCode::parse(place);
    if (!code.ok())
        return false;
    if (role.office == "pokmas")
        return code->level == territory::Level::Rw || code->level == territory::Level::Kelurahan;
    return role.office == territory::name_of(code->level);
}

Result<Role const*> check_appointment(db::ReadTx& tx, Actor const& actor, PersonId person, std::string_view key, std::string_view place, Date today)
{
    auto const* role = find_role(key);
    if (!role)
        return Error::field("role", "identity.unknown_role", std::string(key));
    if (!stands_at(*role, place))
        return Error::field("place", "identity.wrong_level", std::string(place), {{"role", role_label(key)}});
    if (person == actor.person)
        return Error::forbidden("identity.not_yourself");
    if (!appoints(actor, *role, place)) {
        auto error = Error::forbidden("identity.may_not_appoint");
        error.arguments = {{"role", role_label(key)}};
        return error;
    }
    auto region = territory::find(tx, actor.city, place);
    if (!region.ok())
        return region.error().kind == ErrorKind::NotFound ? Error::field("place", "place.unknown", std::string(place)) : region.error();
    TRY(check_first(tx, actor, *role, place, today));
    return role;
}

Result<Account> account_in_reach(db::ReadTx& tx, Actor const& actor, UserId user, Date today)
{
    auto row = TRY(tx.one("identity.unknown_user", sql::user_card, actor.city, user));
    Account account {.user = user, .person = row.id<PersonId>(1), .login = row.text(2), .name = row.text(6), .region = row.text(8), .disabled = row.flag(3)};
    auto grants = TRY(tx.run(sql::grants_ever, actor.city, account.person));
    for (auto const& grant : grants) {
        auto const until = grant.maybe_date(6);
        if (!grant.flag(9) && (!until || *until >= today))
            account.offices.emplace_back(grant.text(1), grant.text(2));
    }
    if (!sees(actor, account))
        return Error::not_found("identity.unknown_user");
    return account;
}

bool keeps_account(Actor const& actor, Account const& account)
{
    if (actor.has_role("admin"))
        return true;
    if (account.offices.empty())
        return may(actor, "identity.users", account.region);
    return std::ranges::all_of(account.offices, [&](auto const& office) {
        auto const* role = find_role(office.first);
        return role != nullptr && appoints(actor, *role, office.second);
    });
}

Result<Account> kept_account(db::ReadTx& tx, Actor const& actor, UserId user, Date today)
{
    auto account = TRY(account_in_reach(tx, actor, user, today));
    if (!keeps_account(actor, account))
        return Error::forbidden("identity.not_your_account");
    return account;
}

} // namespace rtkeren::identity
