#include "audit/audit.hpp"
#include "base/text.hpp"
#include "identity/codes.hpp"
#include "identity/sessions.hpp"
#include "identity/sql.hpp"

#include <algorithm>

namespace rtkeren::identity {

namespace {

struct OwnAccount {
    std::string hash, login, name;
    std::int64_t locked_seconds {0};
};

Result<OwnAccount> own_account(db::ReadTx& tx, Services const& services, UserId user)
{
    auto row = TRY(tx.one("identity.unknown_user", sql::password_of_user, services.city, user));
    auto locked = TRY(locked_for(tx, services, attempt_key(services, row.text(1))));
    return OwnAccount {row.text(0), row.text(1), row.text(2), locked};
}

std::size_t position_of(std::string_view role)
{
    auto const found = std::ranges::find(roles(), role, &Role::key);
    return static_cast<std::size_t>(found - roles().begin());
}

} // namespace

Result<void> change_password(Services& services, Actor const& actor, std::string_view old_password, std::string_view new_password, std::string_view token)
{
    auto const own = TRY(db::read(services.db, [&](db::ReadTx& tx) { return own_account(tx, services, actor.user); }));
    if (own.locked_seconds > 0)
        return locked_error(own.locked_seconds);
    if (own.hash.empty() || !secrets::verify_password(own.hash, old_password)) {
        TRY(count_failure(services, attempt_key(services, own.login)));
        return Error::field("old_password", "identity.password_wrong");
    }
    TRY(check_new_password(new_password, own.login, own.name));
    auto const hash = secrets::hash_password(new_password);
    auto const kept = token.empty() ? std::string {} : secrets::sha256(token).str();
    auto const at = services.now();
    return db::write(services.db, services.city, [&](db::WriteTx& tx) -> Result<void> {
        TRY(tx.run(sql::set_password, services.city, actor.user, hash));
        TRY(tx.run(sql::delete_other_sessions, services.city, actor.user, kept));
        TRY(tx.run(sql::void_slips, services.city, actor.user, at));
        TRY(audit::append(tx, audit::Made {services.city, actor.user, actor.person, at, {}}, {"identity.change_password", "user", actor.user.str(), ""}));
        return Done {};
    });
}

Result<std::string> add_bearer(Services& services, Actor const& actor, std::string_view label)
{
    auto const words = TRY(parse_text(label, 1, 80));
    auto const token = secrets::token(services.env, 32);
    auto const at = services.now();
    return db::write(services.db, services.city, [&](db::WriteTx& tx) -> Result<std::string> {
        TRY(tx.run(sql::insert_bearer, services.city, secrets::sha256(token).str(), actor.user, words, at));
        TRY(audit::append(
            tx, audit::Made {services.city, actor.user, actor.person, at, {}}, {"identity.add_bearer", "user", actor.user.str(), "", {{"label", words}}}));
        return token;
    });
}

Result<std::vector<ExampleAccount>> example_accounts(db::ReadTx& tx, CityId city, Date today)
{
    auto rows = TRY(tx.run(sql::example_accounts, city, today));
    std::vector<ExampleAccount> all;
    for (auto const& row : rows)
        if (std::ranges::find(all, row.text(2), &ExampleAccount::role) == all.end())
            all.push_back({row.text(0), row.text(1), row.text(2), row.text(3)});
    std::ranges::stable_sort(all, {}, [](ExampleAccount const& account) { return position_of(account.role); });
    return all;
}

} // namespace rtkeren::identity
