#include "identity/sessions.hpp"
#include "base/text.hpp"
#include "identifiers/contact.hpp"
#include "identity/actors.hpp"
#include "identity/sql.hpp"
#include "secrets/secrets.hpp"

namespace rtkeren::identity {

namespace {

// An office shares one address, so the account is what is slowed: five failures, then a quarter of an hour.
constexpr int failures_before_lock = 5;
constexpr std::int64_t lock_seconds = 15 * 60;
// A treasurer's phone stays signed in while it is used; nobody stays for ever.
constexpr std::int64_t idle_seconds = 14 * 24 * 3600;
constexpr std::int64_t life_seconds = 90 * 24 * 3600;
constexpr std::int64_t touch_after_seconds = 600;

struct StoredAccount {
    UserId user;
    std::string password_hash;
    bool disabled {false};
};

std::int64_t seconds_between(Instant earlier, Instant later) { return (later.milliseconds() - earlier.milliseconds()) / 1000; }

StoredAccount account_of(db::Row const& row) { return {row.id<UserId>(0), row.text(3), row.flag(4)}; }

Result<std::optional<StoredAccount>> find_account(db::ReadTx& tx, Services const& services, std::string_view typed)
{
    auto by_login = TRY(tx.maybe(sql::user_by_login, services.city, fold(typed)));
    if (by_login)
        return std::optional(account_of(*by_login));
    auto phone = identifiers::normalise_phone(typed);
    if (!phone.ok())
        return std::optional<StoredAccount> {};
    auto rows = TRY(tx.run(sql::users_by_phone, services.city, services.keys.lookup("person.phone", *phone)));
    if (rows.empty())
        return std::optional<StoredAccount> {};
    return std::optional(account_of(rows.front()));
}

struct Attempts {
    std::int64_t failures {0};
    std::int64_t locked_for_seconds {0};
};

Result<Attempts> attempts_of(db::ReadTx& tx, Services const& services, std::string const& account_hash)
{
    auto row = TRY(tx.maybe(sql::attempt_of_account, services.city, account_hash));
    if (!row)
        return Attempts {};
    auto const since = seconds_between(row->instant(1), services.now());
    if (since >= lock_seconds)
        return Attempts {};
    return Attempts {row->integer(0), row->integer(0) >= failures_before_lock ? lock_seconds - since : 0};
}

struct Found {
    Attempts attempts;
    std::optional<StoredAccount> account;
};

Result<Found> look_up(db::ReadTx& tx, Services const& services, std::string_view login, std::string const& account_hash)
{
    auto attempts = TRY(attempts_of(tx, services, account_hash));
    auto account = TRY(find_account(tx, services, login));
    return Found {attempts, account};
}

Result<SignedIn> open_session(Services& services, UserId user, std::string const& attempts, std::string_view device)
{
    auto const session = new_session(services, user);
    auto const at = services.now();
    return db::write(services.db, services.city, [&](db::WriteTx& tx) -> Result<SignedIn> {
        TRY(store_session(tx, services.city, session, device, at));
        TRY(tx.run(sql::forget_attempts, services.city, attempts));
        return session;
    });
}

struct OpenSession {
    SessionFound found;
    bool stale {false}; // its last use was not noted for a while
};

bool has_ended(db::Row const& session, Instant now)
{
    return seconds_between(session.instant(3), now) > idle_seconds || seconds_between(session.instant(2), now) > life_seconds;
}

Result<std::optional<OpenSession>> read_session(db::ReadTx& tx, Services& services, std::string const& token_hash)
{
    auto row = TRY(tx.maybe(sql::session_by_token, services.city, token_hash));
    auto const now = services.now();
    if (!row || row->flag(6) || has_ended(*row, now))
        return std::optional<OpenSession> {};
    UserRow const user {row->id<UserId>(0), row->id<PersonId>(4), row->text(5)};
    auto actor = TRY(actor_of_row(tx, services.city, user, services.today()));
    return std::optional(OpenSession {{std::move(actor), row->text(1)}, seconds_between(row->instant(3), now) > touch_after_seconds});
}

} // namespace

SignedIn new_session(Services& services, UserId user) { return {secrets::token(services.env, 32), secrets::token(services.env, 16), user}; }

Result<void> store_session(db::WriteTx& tx, CityId city, SignedIn const& session, std::string_view device, Instant at)
{
    auto const shown = is_valid_utf8(device) ? first_characters(device, 100) : std::string_view {};
    TRY(tx.run(sql::insert_session, city, secrets::sha256(session.token).str(), session.user, session.csrf, shown, at));
    TRY(tx.run(sql::signed_in, city, session.user, at));
    return Done {};
}

std::string attempt_key(Services const& services, std::string_view typed)
{
    // A number is one account however it is written; otherwise each spelling would have five tries of its own.
    auto const phone = identifiers::normalise_phone(typed);
    return services.keys.lookup("attempt", phone.ok() ? *phone : fold(typed));
}

Error locked_error(std::int64_t seconds)
{
    auto error = Error::forbidden("identity.locked");
    error.arguments = {{"minutes", std::to_string((seconds + 59) / 60)}};
    return error;
}

Result<void> count_failure(Services& services, std::string const& attempts)
{
    auto const at = services.now();
    return db::write(services.db, services.city, [&](db::WriteTx& tx) -> Result<void> {
        auto before = TRY(attempts_of(tx, services, attempts));
        TRY(tx.run(sql::count_attempt, services.city, attempts, before.failures + 1, at));
        return Done {};
    });
}

Result<std::int64_t> locked_for(db::ReadTx& tx, Services const& services, std::string const& attempts)
{
    auto counted = TRY(attempts_of(tx, services, attempts));
    return counted.locked_for_seconds;
}

Result<SignedIn> sign_in(Services& services, std::string_view login, std::string_view password, std::string_view device)
{
    login = is_valid_utf8(login) ? first_characters(trim(login), 120) : std::string_view {};
    auto const account_hash = attempt_key(services, login);
    auto read = db::read(services.db, [&](db::ReadTx& tx) { return look_up(tx, services, login, account_hash); });
    auto const found = TRY(std::move(read));
    if (found.attempts.locked_for_seconds > 0)
        return locked_error(found.attempts.locked_for_seconds);
    bool right = false;
    if (found.account && !found.account->password_hash.empty())
        right = secrets::verify_password(found.account->password_hash, password);
    else
        secrets::verify_nobody(password); // the same time for nobody as for somebody
    if (right && !found.account->disabled)
        return open_session(services, found.account->user, account_hash, device);
    TRY(count_failure(services, account_hash));
    return Error::forbidden("identity.wrong_sign_in");
}

Result<std::optional<SessionFound>> session_of(Services& services, std::string_view token)
{
    auto const stored = secrets::sha256(token).str();
    auto const now = services.now();
    auto read = db::read(services.db, [&](db::ReadTx& tx) { return read_session(tx, services, stored); });
    auto open = TRY(std::move(read));
    if (!open)
        return std::optional<SessionFound> {};
    if (open->stale) // a failed touch only ends the session earlier: the page is worth more
        (void)db::write(services.db, services.city, [&](db::WriteTx& tx) -> Result<void> {
            TRY(tx.run(sql::touch_session, services.city, stored, now));
            return Done {};
        });
    return std::optional(std::move(open->found));
}

Result<std::optional<SessionFound>> session_of_bearer(Services& services, std::string_view token)
{
    return db::read(services.db, [&](db::ReadTx& tx) -> Result<std::optional<SessionFound>> {
        auto row = TRY(tx.maybe(sql::bearer_by_token, services.city, secrets::sha256(token).str()));
        if (!row || row->flag(3))
            return std::optional<SessionFound> {};
        UserRow const user {row->id<UserId>(0), row->id<PersonId>(1), row->text(2)};
        auto actor = TRY(actor_of_row(tx, services.city, user, services.today()));
        return std::optional(SessionFound {std::move(actor), {}});
    });
}

Result<void> sign_out(Services& services, std::string_view token)
{
    auto const stored = secrets::sha256(token).str();
    return db::write(services.db, services.city, [&](db::WriteTx& tx) -> Result<void> {
        TRY(tx.run(sql::delete_session, services.city, stored));
        return Done {};
    });
}

Result<void> end_sessions(db::WriteTx& tx, CityId city, UserId user)
{
    TRY(tx.run(sql::delete_sessions_of_user, city, user));
    return Done {};
}

} // namespace rtkeren::identity
