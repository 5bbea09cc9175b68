#include "audit/audit.hpp"
#include "identity/codes.hpp"
#include "identity/phones.hpp"
#include "identity/sessions.hpp"
#include "identity/sql.hpp"

namespace rtkeren::identity {

namespace {

constexpr std::int64_t slip_seconds = 7 * 24 * 3600;
constexpr std::int64_t print_seconds = 3600; // a jammed printer, not a second look next week

struct FoundSlip {
    Ulid id;
    UserId user;
    PersonId person;
    std::string login, name;
    bool disabled {false};
};

Result<FoundSlip> find_slip(db::ReadTx& tx, Services const& services, std::string_view code, Instant now)
{
    auto row = TRY(tx.maybe(sql::slip_by_code, services.city, hash_of_code(services.keys, code)));
    if (!row || !row->is_null(3) || row->instant(2) < now)
        return Error::field("code", "identity.code_wrong");
    return FoundSlip {row->ulid(0), row->id<UserId>(1), row->id<PersonId>(5), row->text(4), row->text(6), row->flag(7)};
}

Result<void> redeem(db::WriteTx& tx, Services const& services, FoundSlip const& slip, std::string const& hash, Instant now)
{
    auto used = TRY(tx.run(sql::use_slip, services.city, slip.id, now));
    if (used.rows == 0)
        return Error::field("code", "identity.code_wrong");
    TRY(tx.run(sql::void_slips, services.city, slip.user, now));
    TRY(tx.run(sql::set_password, services.city, slip.user, hash));
    TRY(tx.run(sql::delete_sessions_of_user, services.city, slip.user));
    TRY(tx.run(sql::forget_attempts, services.city, attempt_key(services, slip.login)));
    TRY(audit::append(
        tx, audit::Made {services.city, slip.user, slip.person, now, {}}, {"identity.use_code", "user", slip.user.str(), "", {{"slip", slip.id.text()}}}));
    return Done {};
}

Result<PrintedSlip> printed_slip(db::ReadTx& tx, Services const& services, Actor const& actor, Ulid const& id)
{
    auto row = TRY(tx.one("identity.slip_printed", sql::slip_by_id, services.city, id));
    auto const is_late = row.instant(2).plus_seconds(print_seconds) < services.now();
    if (row.id<UserId>(1) != actor.user || is_late || !row.is_null(4))
        return Error::not_found("identity.slip_printed");
    PrintedSlip slip {row.text(5), row.text(6), {}, code_of_slip(services.keys, id), row.instant(3)};
    auto grants = TRY(tx.run(sql::grants_ever, services.city, row.id<PersonId>(7)));
    slip.by_name = TRY(shares_phone(tx, services.city, row.id<PersonId>(7)));
    if (!grants.empty())
        slip.office = TRY(office_label(tx, services.city, grants.front().text(1), grants.front().text(2)));
    return slip;
}

} // namespace

Result<Ulid> add_slip(db::WriteTx& tx, operations::Context& context, UserId user)
{
    auto const id = context.next_id();
    auto const hash = hash_of_code(context.services.keys, normal_code(code_of_slip(context.services.keys, id)));
    TRY(tx.run(sql::void_slips, context.city, user, context.now));
    TRY(tx.run(sql::insert_slip, context.city, id, user, hash, context.actor.user, context.now, context.now.plus_seconds(slip_seconds)));
    return id;
}

Result<std::vector<PrintedSlip>> printed_slips(Services& services, Actor const& actor, std::vector<Ulid> const& ids)
{
    return db::read(services.db, [&](db::ReadTx& tx) -> Result<std::vector<PrintedSlip>> {
        std::vector<PrintedSlip> all;
        for (auto const& id : ids) {
            auto slip = TRY(printed_slip(tx, services, actor, id));
            all.push_back(std::move(slip));
        }
        return all;
    });
}

Result<SignedIn> use_code(Services& services, std::string_view code, std::string_view password, std::string_view device)
{
    auto const now = services.now();
    auto const normal = normal_code(code);
    auto const slip = TRY(db::read(services.db, [&](db::ReadTx& tx) { return find_slip(tx, services, normal, now); }));
    if (slip.disabled)
        return Error::forbidden("identity.disabled");
    TRY(check_new_password(password, slip.login, slip.name));
    auto const hash = secrets::hash_password(password); // outside: it takes as long as many transactions
    auto const session = new_session(services, slip.user);
    return db::write(services.db, services.city, [&](db::WriteTx& tx) -> Result<SignedIn> {
        TRY(redeem(tx, services, slip, hash, now));
        TRY(store_session(tx, services.city, session, device, now));
        return session;
    });
}

} // namespace rtkeren::identity
