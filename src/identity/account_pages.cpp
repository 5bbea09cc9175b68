#include "identity/identity.hpp"
#include "identity/office_lines.hpp"
#include "identity/pages.hpp"
#include "identity/parts.hpp"
#include "identity/phones.hpp"
#include "identity/sql.hpp"
#include "language/language.hpp"
#include "secrets/secrets.hpp"

namespace rtkeren::identity {

namespace {

constexpr std::string_view account_href = "/akun";

std::vector<SessionLine> session_lines(Services const& services, db::Rows const& rows, std::string const& current)
{
    std::vector<SessionLine> lines;
    for (auto const& row : rows)
        lines.push_back({row.text(0), row.text(1).empty() ? tr("Perangkat tidak dikenal") : row.text(1), moment(services, row.instant(2)),
            moment(services, row.instant(3)), row.text(0) == current});
    return lines;
}

std::vector<TrailLine> trail_of(Services const& services, db::Rows const& slips, db::Rows const& unmaskings)
{
    std::vector<TrailLine> lines;
    for (auto const& row : slips)
        lines.push_back({moment(services, row.instant(0)), tr("Slip dengan kode baru dibuat"), row.text_or(3, "rtkeren"), {}});
    for (auto const& row : unmaskings)
        lines.push_back({moment(services, row.instant(2)), row.text(0) == "nik" ? tr("NIK Anda dibuka") : tr("Nomor telepon Anda dibuka"),
            row.text_or(3, "rtkeren"), row.text(1)});
    return lines;
}

Result<AccountPage> read_account(Services& services, db::ReadTx& tx, Actor const& actor, std::string const& token)
{
    AccountPage page;
    page.name = actor.name;
    auto card = TRY(tx.one("identity.unknown_user", sql::user_card, services.city, actor.user));
    page.login = card.text(2);
    page.by_name = TRY(shares_phone(tx, services.city, actor.person));
    auto sessions = TRY(tx.run(sql::sessions_of_user, services.city, actor.user));
    page.sessions = session_lines(services, sessions, token.empty() ? std::string {} : secrets::sha256(token).str());
    page.offices = TRY(office_lines(services, tx, actor.person, nullptr));
    auto tokens = TRY(tx.run(sql::bearers_of_user, services.city, actor.user));
    for (auto const& row : tokens)
        page.tokens.push_back({row.text(0), row.text(1), moment(services, row.instant(2))});
    auto slips = TRY(tx.run(sql::slips_of_user, services.city, actor.user));
    auto unmaskings = TRY(tx.run(sql::unmaskings_of_person, services.city, actor.person));
    page.trail = trail_of(services, slips, unmaskings);
    return page;
}

Result<http::Response> account_page(Services& services, http::Exchange const& exchange, html::FormState form, int status)
{
    auto const token = session_token(exchange.request);
    auto page = TRY(db::read(services.db, [&](db::ReadTx& tx) { return read_account(services, tx, exchange.actor(), token); }));
    page.frame = screens::frame(services, exchange, tr("Akun saya"));
    page.language = language::code_of(exchange.language);
    page.form = std::move(form);
    return screens::show(page, status);
}

Result<http::Response> show_account(Services& services, http::Exchange& exchange)
{
    return account_page(services, exchange, screens::fresh_form(services), 200);
}

Result<http::Response> post_password(Services& services, http::Exchange& exchange)
{
    auto const& request = exchange.request;
    auto changed = request.form_value("password") != request.form_value("again")
        ? Result<void>(Error::field("again", "identity.password_differs"))
        : change_password(services, exchange.actor(), request.form_value("old_password"), request.form_value("password"), session_token(request));
    if (changed.ok())
        return screens::done({{}, std::string(account_href), "identity.password_changed"});
    auto const& error = changed.error();
    if (error.kind != ErrorKind::Invalid && error.kind != ErrorKind::Forbidden)
        return error;
    auto form = html::refused_form({}, error);
    form.set("id", services.env.ulid().str());
    return account_page(services, exchange, std::move(form), error.code == "identity.locked" ? 429 : 422);
}

screens::Again account_again(Services& services, http::Exchange const& exchange)
{
    return [&services, &exchange](html::FormState const& form, Error const&) { return account_page(services, exchange, form, 422); };
}

Result<http::Response> post_end_sessions(Services& services, http::Exchange& exchange)
{
    boost::json::object const extra {{"user", exchange.actor().user.text()}};
    return screens::submit(services, exchange, "identity.end_sessions", extra, account_again(services, exchange));
}

Result<http::Response> post_revoke(Services& services, http::Exchange& exchange)
{
    return screens::submit(services, exchange, "identity.revoke_token", {}, account_again(services, exchange));
}

} // namespace

std::vector<http::Route> account_routes(Services& services)
{
    using http::Method;
    return {{Method::Get, "/akun", "signed_in", screens::page(services, show_account), "One's own account: password, sessions, offices"},
        {Method::Post, "/akun/sandi", "signed_in", screens::page(services, post_password), "Change one's password"},
        {Method::Post, "/akun/sesi", "signed_in", screens::page(services, post_end_sessions), "End one or all of one's sessions"},
        {Method::Post, "/akun/kunci", "signed_in", screens::page(services, post_revoke), "Revoke a token of one's scripts"}};
}

} // namespace rtkeren::identity
