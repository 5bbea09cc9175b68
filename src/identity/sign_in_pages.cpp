#include "identity/identity.hpp"
#include "identity/pages.hpp"
#include "identity/parts.hpp"
#include "language/language.hpp"

#include <boost/json/serialize.hpp>

#include <algorithm>

namespace rtkeren::identity {

namespace {

// Per address and quarter of an hour; a kelurahan of thirty people behind one address mistypes less than that.
constexpr int failures_per_address = 100;
constexpr std::int64_t address_window_seconds = 15 * 60;

Error too_many(std::int64_t seconds)
{
    auto error = Error::forbidden("identity.too_many");
    error.arguments = {{"minutes", std::to_string((seconds + 59) / 60)}};
    return error;
}

bool is_lock(Error const& error) { return error.code == "identity.locked" || error.code == "identity.too_many"; }

/// What a wrong entry is to HTTP: the form again (422) or come back later (429).
int status_of(Error const& error)
{
    return is_lock(error) ? 429 : error.kind == ErrorKind::Invalid || error.kind == ErrorKind::Forbidden ? 422 : http_status_of(error.kind);
}

html::Frame visitor_frame(Services& services, http::Exchange const& exchange, std::string title)
{
    auto frame = screens::frame(services, exchange, std::move(title));
    frame.kind = "public";
    frame.nav.clear();
    return frame;
}

Result<std::vector<AccountButton>> account_buttons(Services& services)
{
    return db::read(services.db, [&](db::ReadTx& tx) -> Result<std::vector<AccountButton>> {
        auto accounts = TRY(example_accounts(tx, services.city, services.today()));
        std::vector<AccountButton> buttons;
        for (auto& account : accounts) {
            auto office = TRY(office_label(tx, services.city, account.role, account.place));
            buttons.push_back({std::move(account.login), std::move(account.name), std::move(office)});
        }
        return buttons;
    });
}

Result<http::Response> sign_in_page(Services& services, http::Exchange const& exchange, html::FormState form, std::string next, int status)
{
    SignInPage page {visitor_frame(services, exchange, tr("Masuk")), std::move(form), std::move(next)};
    if (services.example) {
        page.accounts = TRY(account_buttons(services));
        page.example_password = example_password;
    }
    return screens::show(page, status);
}

Result<http::Response> show_sign_in(Services& services, http::Exchange& exchange)
{
    auto next = own_path(exchange.request.query_value("lanjut"));
    if (exchange.session && !services.example)
        return http::Response::see_other(next);
    return sign_in_page(services, exchange, {}, std::move(next), 200);
}

Result<SignedIn> try_sign_in(Services& services, http::Request const& request, Throttle& throttle)
{
    auto const wait = throttle.wait(services.env, request.remote_address);
    if (wait > 0)
        return too_many(wait);
    auto session = sign_in(services, request.form_value("login"), request.form_value("password"), device_of(request.user_agent));
    if (!session.ok() && session.error().code == "identity.wrong_sign_in")
        throttle.count(services.env, request.remote_address);
    return session;
}

Result<void> end_old_session(Services& services, http::Request const& request)
{
    auto const before = session_token(request);
    if (before.empty())
        return Done {};
    return sign_out(services, before);
}

Result<http::Response> post_sign_in(Services& services, http::Exchange& exchange, Throttle& throttle)
{
    auto const& request = exchange.request;
    auto next = own_path(request.form_value("lanjut"));
    auto session = try_sign_in(services, request, throttle);
    if (session.ok()) {
        TRY(end_old_session(services, request)); // another person at the same browser
        return signed_in_to(session->token, next);
    }
    auto const& error = session.error();
    if (request.wants_json) {
        auto const body = screens::error_json(error, request.request_id);
        return http::Response::json(boost::json::serialize(body), status_of(error));
    }
    html::FormState form;
    form.set("login", request.form_value("login"));
    form.summary = language::word(error);
    return sign_in_page(services, exchange, std::move(form), std::move(next), status_of(error));
}

Result<http::Response> post_sign_out(Services& services, http::Exchange& exchange)
{
    TRY(sign_out(services, session_token(exchange.request)));
    auto response = http::Response::see_other("/masuk");
    response.cookie(std::string(session_cookie), "", 0);
    return response;
}

http::Response code_page(Services& services, http::Exchange const& exchange, html::FormState form, int status)
{
    return screens::show(CodePage {visitor_frame(services, exchange, tr("Masuk dengan slip")), std::move(form)}, status);
}

Result<http::Response> show_code(Services& services, http::Exchange& exchange)
{
    html::FormState form;
    form.set("code", exchange.request.query_value("kode"));
    return code_page(services, exchange, std::move(form), 200);
}

Result<SignedIn> try_code(Services& services, http::Request const& request, Throttle& throttle)
{
    auto const wait = throttle.wait(services.env, request.remote_address);
    if (wait > 0)
        return too_many(wait);
    if (request.form_value("password") != request.form_value("again"))
        return Error::field("again", "identity.password_differs");
    auto session = use_code(services, request.form_value("code"), request.form_value("password"), device_of(request.user_agent));
    if (!session.ok() && session.error().code == "identity.code_wrong")
        throttle.count(services.env, request.remote_address);
    return session;
}

Result<http::Response> post_code(Services& services, http::Exchange& exchange, Throttle& throttle)
{
    auto session = try_code(services, exchange.request, throttle);
    if (session.ok()) {
        TRY(end_old_session(services, exchange.request));
        return signed_in_to(session->token, "/");
    }
    auto form = html::refused_form({{"code", exchange.request.form_value("code")}}, session.error());
    return code_page(services, exchange, std::move(form), status_of(session.error()));
}

Result<http::Response> choose_language(Services&, http::Exchange& exchange)
{
    auto const wanted = exchange.parameter("kode");
    if (wanted != "id" && wanted != "en")
        return Error::not_found("page.not_found");
    auto response = http::Response::see_other(own_path(exchange.request.query_value("kembali")));
    response.cookie("bahasa", wanted, 400LL * 24 * 3600);
    return response;
}

/// The operation of a form, by its names: the one that knows most of them. Which it is stands with the handler, which does not run.
operations::Operation const* operation_of(http::Request const& request)
{
    operations::Operation const* best = nullptr;
    std::ptrdiff_t most = 0;
    for (auto const& operation : screens::registry().all()) {
        auto const known = std::ranges::count_if(request.form, [&](auto const& entry) {
            return std::ranges::find(operation.fields, std::string_view(entry.first).substr(0, entry.first.find('.')), &operations::FieldInfo::name) != operation.fields.end();
        });
        if (known > most) {
            best = &operation;
            most = known;
        }
    }
    return best;
}

/// As the form calls it ("rows.2.amount" is an "amount"), or the name.
std::string label_of_field(operations::Operation const* operation, std::string_view name)
{
    auto const* fields = operation == nullptr ? nullptr : &operation->fields;
    std::string label(name.substr(name.rfind('.') + 1));
    for (auto const part : split(name, '.')) {
        if (fields == nullptr || is_digits(part))
            continue;
        auto const found = std::ranges::find(*fields, part, &operations::FieldInfo::name);
        if (found == fields->end())
            break;
        if (!found->label.empty())
            label = tr(found->label);
        fields = &found->fields;
    }
    return label;
}

std::vector<Typed> typed_of(http::Request const& request)
{
    std::vector<Typed> typed;
    auto const* operation = operation_of(request);
    for (auto const& [name, value] : request.form) {
        auto const is_shown
            = !value.empty() && name != "csrf" && name != "id" && name != "version" && !name.starts_with('_') && !operations::is_secret_name(name);
        if (is_shown && typed.size() < 100)
            typed.push_back({label_of_field(operation, name), std::string(first_characters(value, 2000))});
    }
    return typed;
}

/// The page with the form, as the browser says; a form is not always shown at the address that takes it.
std::string form_path(http::Request const& request)
{
    auto const referer = request.header("referer");
    auto const host = referer.find("://");
    auto const path = host == std::string::npos ? std::string::npos : referer.find('/', host + 3);
    auto const is_ours = path != std::string::npos && referer.substr(host + 3, path - host - 3) == request.header("host");
    return own_path(is_ours ? referer.substr(path) : request.path);
}

} // namespace

http::Response session_ended(Services& services, http::Exchange const& exchange)
{
    auto const& request = exchange.request;
    return screens::show(
        UnsentPage {visitor_frame(services, exchange, tr("Sesi Anda berakhir")), "/masuk?lanjut=" + http::url_encode(form_path(request)), false, typed_of(request)}, 401);
}

http::Response form_expired(Services& services, http::Exchange const& exchange)
{
    auto const& request = exchange.request;
    return screens::show(UnsentPage {screens::frame(services, exchange, tr("Formulir ini sudah kedaluwarsa")), form_path(request), true, typed_of(request)}, 403);
}

std::vector<http::Route> sign_in_routes(Services& services)
{
    auto const throttle = std::make_shared<Throttle>(failures_per_address, address_window_seconds);
    auto const posted_sign_in = [throttle](Services& s, http::Exchange& exchange) { return post_sign_in(s, exchange, *throttle); };
    auto const posted_code = [throttle](Services& s, http::Exchange& exchange) { return post_code(s, exchange, *throttle); };
    using http::Method;
    return {{Method::Get, "/masuk", "", screens::page(services, show_sign_in), "Sign-in form"},
        {Method::Post, "/masuk", "", screens::page(services, posted_sign_in), "Sign in by name or phone number"},
        {Method::Post, "/keluar", "signed_in", screens::page(services, post_sign_out), "Sign out"},
        {Method::Get, "/masuk/kode", "", screens::page(services, show_code), "Form for the one-time code of a slip"},
        {Method::Post, "/masuk/kode", "", screens::page(services, posted_code), "Use a one-time code and choose a password"},
        {Method::Get, "/bahasa/{kode}", "", screens::page(services, choose_language), "Choose the language"}};
}

} // namespace rtkeren::identity
