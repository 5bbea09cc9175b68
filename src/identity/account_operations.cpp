#include "audit/audit.hpp"
#include "identity/appoint.hpp"
#include "identity/inputs.hpp"
#include "identity/parts.hpp"
#include "identity/phones.hpp"
#include "identity/sql.hpp"

#include <boost/json/array.hpp>

namespace rtkeren::identity {

namespace {

std::string page_of(UserId user) { return "/pengguna/" + user.str(); }

/// The codes are not in the answer: it is stored. `printed_slips` makes them of the ids.
Result<operations::Answer> make_slips(db::WriteTx& tx, operations::Context& context, MakeSlips const& input)
{
    boost::json::array slips;
    for (auto const& user : input.users) {
        auto account = TRY(kept_account(tx, context.actor, user, context.today));
        if (account.disabled)
            return Error::forbidden("identity.disabled");
        auto slip = TRY(add_slip(tx, context, user));
        slips.emplace_back(slip.text());
        TRY(audit::append(tx, context, {"identity.make_slips", "user", user.str(), account.region, {{"slip", slip.text()}}}));
    }
    auto const count = std::to_string(input.users.size());
    return operations::Answer {.id = input.users.front().str(),
        .href = input.users.size() == 1 ? page_of(input.users.front()) : "/pengguna",
        .message = "identity.slips_made",
        .arguments = {{"count", count}},
        .data = {{"slips", std::move(slips)}}};
}

Result<operations::Answer> close_account(db::WriteTx& tx, operations::Context& context, CloseAccount const& input)
{
    if (input.user == context.actor.user)
        return Error::forbidden("identity.not_yourself");
    auto account = TRY(kept_account(tx, context.actor, input.user, context.today));
    TRY(tx.run(sql::set_disabled, context.city, input.user, true));
    TRY(end_sessions(tx, context.city, input.user));
    TRY(tx.run(sql::revoke_bearers, context.city, input.user, context.now));
    TRY(tx.run(sql::void_slips, context.city, input.user, context.now));
    TRY(audit::append(tx, context, {"identity.disable", "user", input.user.str(), account.region, {}, input.reason.str()}));
    return operations::Answer {
        .id = input.user.str(), .href = page_of(input.user), .message = "identity.account_closed", .arguments = {{"name", account.name}}};
}

Result<operations::Answer> open_account(db::WriteTx& tx, operations::Context& context, OpenAccount const& input)
{
    if (input.user == context.actor.user)
        return Error::forbidden("identity.not_yourself");
    auto account = TRY(kept_account(tx, context.actor, input.user, context.today));
    TRY(tx.run(sql::set_disabled, context.city, input.user, false));
    TRY(begin_phone(tx, context, account.person)); // somebody else may have the number now
    TRY(audit::append(tx, context, {"identity.enable", "user", input.user.str(), account.region}));
    return operations::Answer {
        .id = input.user.str(), .href = page_of(input.user), .message = "identity.account_opened", .arguments = {{"name", account.name}}};
}

/// One's own sessions everybody may end; those of others, who looks after the account.
Result<operations::Answer> end_user_sessions(db::WriteTx& tx, operations::Context& context, EndSessions const& input)
{
    auto const is_own = input.user == context.actor.user;
    std::string name = context.actor.name;
    if (!is_own) {
        auto account = TRY(kept_account(tx, context.actor, input.user, context.today));
        name = account.name;
    }
    if (input.session.empty())
        TRY(end_sessions(tx, context.city, input.user));
    else
        TRY(tx.run(sql::delete_session_of_user, context.city, input.user, input.session));
    TRY(audit::append(tx, context, {"identity.end_sessions", "user", input.user.str(), "", {{"all", input.session.empty()}}}));
    auto const own_page = input.session.empty() ? "/masuk" : "/akun"; // this session has ended too
    return operations::Answer {.id = input.user.str(),
        .href = is_own ? own_page : page_of(input.user),
        .message = input.session.empty() ? "identity.sessions_ended" : "identity.session_ended",
        .arguments = {{"name", name}}};
}

Result<operations::Answer> revoke_token(db::WriteTx& tx, operations::Context& context, RevokeToken const& input)
{
    TRY(tx.run(sql::revoke_bearer, context.city, context.actor.user, input.key, context.now));
    TRY(audit::append(tx, context, {"identity.revoke_token", "user", context.actor.user.str(), ""}));
    return operations::Answer {.id = context.actor.user.str(), .href = "/akun", .message = "identity.token_revoked"};
}

/// Writes down who looks at whose number and why; the number itself is shown by the page that asked and stored nowhere.
Result<operations::Answer> unmask(db::WriteTx& tx, operations::Context& context, Unmask const& input)
{
    auto row = TRY(tx.one("identity.unknown_person", sql::person_by_id, context.city, input.person));
    if (!may(context.actor, "identity.unmask", row.text(3)))
        return Error::not_found("identity.unknown_person");
    auto const is_nik = input.field == PersonalNumber::Nik;
    if (row.is_null(is_nik ? 5 : 4))
        return Error::field("field", "identity.number_missing");
    std::string const name = is_nik ? "nik" : "phone";
    auto const id = context.next_id();
    TRY(tx.run(sql::insert_unmasking, context.city, id, context.actor.user, input.person, name, input.reason, context.now));
    TRY(audit::append(tx, context, {"identity.unmask", "person", input.person.str(), row.text(3), {{"field", name}}, input.reason.str()}));
    return operations::Answer {.id = id.str(), .href = "/orang/" + input.person.str() + "/nomor", .message = "identity.number_opened"};
}

} // namespace

std::vector<operations::Operation> account_operations()
{
    using operations::make;
    return {make<MakeSlips>("identity.make_slips", "identity.users", "Make slips with one-time codes; older slips of these users end", make_slips),
        make<CloseAccount>("identity.disable", "identity.users", "Close an account and end its sessions, slips and tokens", close_account),
        make<OpenAccount>("identity.enable", "identity.users", "Open a closed account again", open_account),
        make<EndSessions>("identity.end_sessions", "", "End one or all sessions of an account: a lost phone", end_user_sessions),
        make<RevokeToken>("identity.revoke_token", "", "Revoke a token of one's own scripts", revoke_token),
        make<Unmask>("identity.unmask", "identity.unmask", "Record the reason for looking at a person's number", unmask)};
}

} // namespace rtkeren::identity
