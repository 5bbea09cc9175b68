#include "identifiers/nik.hpp"
#include "identity/office_lines.hpp"
#include "identity/phones.hpp"
#include "identity/places.hpp"
#include "identity/sql.hpp"
#include "identity/user_list.hpp"
#include "language/language.hpp"
#include "territory/territory.hpp"

namespace rtkeren::identity {

namespace {

UserId user_of_path(http::Exchange const& exchange)
{
    auto id = UserId::parse(exchange.parameter("id"));
    return id.ok() ? *id : UserId {}; // nobody has the id of zeros: the page does not exist
}

std::vector<html::Crumb> crumbs_to(std::string name) { return {{"/pengguna", tr("Pengguna")}, {"", std::move(name)}}; }

std::string region_name(db::ReadTx& tx, CityId city, std::string const& code)
{
    auto region = territory::find(tx, city, code);
    return region.ok() ? territory::short_name(region->level, region->code, region->name) : code;
}

void word_state(UserPage& page, bool has_password)
{
    page.state = page.disabled ? tr("Akun ditutup") : has_password ? tr("Akun berlaku") : tr("Belum pernah masuk");
    page.tone = page.disabled ? "no" : has_password ? "ok" : "info";
}

Result<UserPage> read_user(Services& services, db::ReadTx& tx, Actor const& actor, UserId user)
{
    auto account = TRY(account_in_reach(tx, actor, user, services.today()));
    auto card = TRY(tx.one("identity.unknown_user", sql::user_card, services.city, user));
    UserPage page;
    page.base = "/pengguna/" + user.str();
    page.name = account.name;
    page.login = account.login;
    page.region = region_name(tx, services.city, account.region);
    page.nip = card.text_or(7);
    auto const person = account.person.str();
    auto const phone = masked_phone(services, person, card.text_or(9));
    page.phone = phone.empty() ? "–" : phone;
    auto const nik = unsealed(services, "nik", person, card.text_or(10));
    page.nik = nik.empty() ? "–" : identifiers::mask_nik(nik);
    auto const last = card.maybe_instant(4);
    page.last_use = last ? moment(services, *last) : "–";
    auto sessions = TRY(tx.run(sql::sessions_of_user, services.city, user));
    page.sessions = std::to_string(sessions.size());
    page.disabled = account.disabled;
    page.by_name = TRY(shares_phone(tx, services.city, account.person));
    word_state(page, card.integer(5) > 0);
    page.keeps = keeps_account(actor, account) && user != actor.user;
    page.appoints = !appointable_roles(actor).empty() && user != actor.user;
    page.offices = TRY(office_lines(services, tx, account.person, page.appoints ? &actor : nullptr));
    if (may(actor, "identity.unmask", account.region))
        page.number_href = "/orang/" + person + "/nomor";
    return page;
}

Result<http::Response> user_page(Services& services, http::Exchange const& exchange, html::FormState form)
{
    auto page = TRY(db::read(services.db, [&](db::ReadTx& tx) { return read_user(services, tx, exchange.actor(), user_of_path(exchange)); }));
    page.frame = screens::frame(services, exchange, page.name, crumbs_to(page.name));
    page.form = std::move(form);
    return screens::show(page);
}

Result<http::Response> show_user(Services& services, http::Exchange& exchange) { return user_page(services, exchange, screens::fresh_form(services)); }

/// A button of the page: the operation on its user.
Result<http::Response> press(Services& services, http::Exchange& exchange, std::string_view operation)
{
    boost::json::object const extra {{"user", user_of_path(exchange).text()}};
    return screens::submit(
        services, exchange, operation, extra, [&](html::FormState const& form, Error const&) { return user_page(services, exchange, form); });
}

Result<http::Response> post_open(Services& services, http::Exchange& exchange) { return press(services, exchange, "identity.enable"); }
Result<http::Response> post_sessions(Services& services, http::Exchange& exchange) { return press(services, exchange, "identity.end_sessions"); }

Result<http::Response> close_page(Services& services, http::Exchange const& exchange, html::FormState form)
{
    auto const user = user_of_path(exchange);
    auto const account = TRY(db::read(services.db, [&](db::ReadTx& tx) { return kept_account(tx, exchange.actor(), user, services.today()); }));
    ClosePage page {
        screens::frame(services, exchange, tr("Tutup akun"), crumbs_to(account.name)), std::move(form), "/pengguna/" + user.str() + "/tutup", account.name};
    page.frame.back_href = "/pengguna/" + user.str();
    return screens::show(page);
}

Result<http::Response> show_close(Services& services, http::Exchange& exchange) { return close_page(services, exchange, screens::fresh_form(services)); }

Result<http::Response> post_close(Services& services, http::Exchange& exchange)
{
    boost::json::object const extra {{"user", user_of_path(exchange).text()}};
    return screens::submit(
        services, exchange, "identity.disable", extra, [&](html::FormState const& form, Error const&) { return close_page(services, exchange, form); });
}

/// The tick of a shared telephone shows where the number is taken, and stays once it was set.
bool asks_shared(html::FormState const& form) { return form.error("phone") == language::word("identity.phone_taken") || form.is_chosen("shared", "true"); }

Result<http::Response> correct_page(Services& services, http::Exchange const& exchange, html::FormState form, bool is_fresh)
{
    CorrectPage page {.frame = {}, .form = std::move(form), .base = "/pengguna/" + user_of_path(exchange).str(), .phone = {}};
    auto const read = [&](db::ReadTx& tx) -> Result<std::string> {
        auto const account = TRY(kept_account(tx, exchange.actor(), user_of_path(exchange), services.today()));
        auto const card = TRY(tx.one("identity.unknown_user", sql::user_card, services.city, account.user));
        auto const phone = masked_phone(services, account.person.str(), card.text_or(9));
        page.phone = phone.empty() ? "–" : phone;
        if (is_fresh) {
            page.form.set("name", account.name);
            page.form.set("nip", card.text_or(7));
        }
        page.asks_shared = asks_shared(page.form);
        return account.name;
    };
    auto const name = TRY(db::read(services.db, read));
    page.frame = screens::frame(services, exchange, tr("Betulkan data orang"), crumbs_to(name));
    page.frame.back_href = page.base;
    return screens::show(page);
}

Result<http::Response> show_correct(Services& services, http::Exchange& exchange) { return correct_page(services, exchange, screens::fresh_form(services), true); }

Result<http::Response> post_correct(Services& services, http::Exchange& exchange)
{
    boost::json::object const extra {{"user", user_of_path(exchange).text()}};
    return screens::submit(services, exchange, "identity.correct_person", extra, [&](html::FormState form, Error const&) {
        form.set("phone", exchange.request.form_value("phone"));
        return correct_page(services, exchange, std::move(form), false);
    });
}

Result<http::Response> new_user_page(Services& services, http::Exchange const& exchange, html::FormState form)
{
    auto places = TRY(db::read(services.db, [&](db::ReadTx& tx) { return place_options(services, tx, exchange.actor(), {}); }));
    auto const asks = asks_shared(form);
    return screens::show(NewUserPage {screens::frame(services, exchange, tr("Orang baru"), crumbs_to(tr("Orang baru"))), std::move(form), std::move(places), asks});
}

Result<http::Response> show_new_user(Services& services, http::Exchange& exchange) { return new_user_page(services, exchange, screens::fresh_form(services)); }

Result<http::Response> post_new_user(Services& services, http::Exchange& exchange)
{
    return screens::submit(services, exchange, "identity.create_user", {}, [&](html::FormState form, Error const&) {
        for (auto const* field : {"phone", "nik"}) // personal numbers are echoed nowhere but to who is typing them
            form.set(field, exchange.request.form_value(field));
        return new_user_page(services, exchange, std::move(form));
    });
}

} // namespace

std::vector<http::Route> user_routes(Services& services)
{
    using http::Method;
    return {user_list_route(services),
        {Method::Get, "/pengguna/baru", "identity.users", screens::page(services, show_new_user), "Form for a new person with an account"},
        {Method::Post, "/pengguna/baru", "identity.users", screens::page(services, post_new_user), "Record a person with an account"},
        {Method::Get, "/pengguna/{id}", "identity.users", screens::page(services, show_user), "A user with offices and account"},
        {Method::Post, "/pengguna/{id}/buka", "identity.users", screens::page(services, post_open), "Open a closed account again"},
        {Method::Post, "/pengguna/{id}/sesi", "identity.users", screens::page(services, post_sessions), "End the sessions of a user"},
        {Method::Get, "/pengguna/{id}/ubah", "identity.users", screens::page(services, show_correct), "Form for putting right what was typed about a person"},
        {Method::Post, "/pengguna/{id}/ubah", "identity.users", screens::page(services, post_correct), "Put right the name, phone number or NIP of a person"},
        {Method::Get, "/pengguna/{id}/tutup", "identity.users", screens::page(services, show_close), "Form for closing an account"},
        {Method::Post, "/pengguna/{id}/tutup", "identity.users", screens::page(services, post_close), "Close an account"}};
}

} // namespace rtkeren::identity
