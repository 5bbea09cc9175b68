#include "enterprise/claim.hpp"
#include "enterprise/pages_room.hpp"

#include "evidence/forms.hpp"
#include "identity/identity.hpp"
#include "identity/throttle.hpp"
#include "territory/territory.hpp"

#include <memory>

/// An owner without an account registers, sees what became of it, and takes it back.
namespace rtkeren::enterprise {
namespace {

// Per address and hour; a kelurahan that helps people in at one computer enters fewer.
constexpr int claims_per_address = 30;
constexpr std::int64_t window_seconds = 3600;

html::Frame claim_frame(Services& services, http::Exchange const& exchange, std::string title)
{
    auto frame = screens::frame(services, exchange, std::move(title));
    frame.kind = "public";
    return frame;
}

Result<std::vector<html::Option>> kelurahan_options(Services& services)
{
    std::vector<html::Option> options;
    auto const regions = TRY(db::read(services.db, [&](db::ReadTx& tx) { return territory::regions(tx, services.city, territory::Level::Kelurahan, "", services.today()); }));
    for (auto const& region : regions)
        options.push_back({region.code, region.name});
    return options;
}

Result<http::Response> show_claim_form(Services& services, http::Exchange const& exchange, html::FormState form, int status = 200)
{
    ClaimFormPage page;
    page.frame = claim_frame(services, exchange, tr("Daftarkan usaha"));
    page.form = std::move(form);
    page.places = TRY(kelurahan_options(services));
    page.place_kinds = options_of<PlaceKind>("place_kind");
    return screens::show(page, status);
}

Result<http::Response> get_claim_form(Services& services, http::Exchange& exchange) { return show_claim_form(services, exchange, screens::fresh_form(services)); }

/// Who is signed in is named; a visitor acts as the program, which may nothing else.
Actor visiting_actor(Services const& services, http::Exchange const& exchange) { return exchange.session ? exchange.session->actor : identity::system_actor(services.city, {}); }

Result<operations::Answer> run_as_visitor(Services& services, http::Exchange const& exchange, std::string_view name, boost::json::object input)
{
    auto const* operation = screens::registry().find(name);
    CHECK(operation != nullptr);
    return operations::run(services, visiting_actor(services, exchange), *operation, input);
}

Result<http::Response> post_claim_form(Services& services, http::Exchange& exchange, identity::Throttle& throttle)
{
    auto const& request = exchange.request;
    auto typed = evidence::typed_values(exchange);
    auto const wait = throttle.wait(services.env, request.remote_address);
    if (wait > 0) {
        typed.summary = tr("Terlalu banyak pendaftaran dari tempat ini. Coba lagi {minutes:n} menit lagi.", {{"minutes", std::to_string((wait + 59) / 60)}});
        return show_claim_form(services, exchange, std::move(typed), 429);
    }
    throttle.count(services.env, request.remote_address);
    auto answer = run_as_visitor(services, exchange, "enterprise.claim", operations::object_of_form(request.form));
    if (answer.ok())
        return screens::done(*answer);
    auto const& error = answer.error();
    if (error.kind == ErrorKind::Internal || error.kind == ErrorKind::Unavailable || error.kind == ErrorKind::Retry)
        return error;
    auto form = html::refused_form(typed.values, error);
    for (auto const& field : error.fields)
        for (auto const& info : screens::registry().find("enterprise.claim")->fields)
            if (info.name == field.name)
                form.labels.emplace_back(field.name, language::tr(info.label.c_str()));
    return show_claim_form(services, exchange, std::move(form), http_status_of(error.kind));
}

struct ClaimView {
    Claim claim;
    workflow::Item item;
    std::string kelurahan;
};
Result<ClaimView> read_claim(Services& services, std::string const& text)
{
    auto const id = ClaimId::parse(text);
    if (!id.ok())
        return Error::not_found("enterprise.no_claim");
    return db::read(services.db, [&](db::ReadTx& tx) -> Result<ClaimView> {
        auto claim = TRY(find_claim(tx, services.city, *id));
        auto item = TRY(workflow::find(tx, services.city, claim_machine().name, claim.id.ulid()));
        auto place = TRY(territory::find(tx, services.city, claim.kelurahan));
        return ClaimView {std::move(claim), std::move(item), std::move(place.name)};
    });
}

void word_claim_state(ClaimStatusPage& page, ClaimView const& view, Date last_day)
{
    auto const& state = view.item.state;
    page.state = tr(claim_machine().state(state)->label.data());
    page.tone = state == "confirmed" ? "ok" : state == "submitted" ? "info" : "no";
    page.open = state == "submitted";
    if (page.open)
        page.what = tr("Datanglah ke Kelurahan {place}, temui pendamping, atau ke Dinas, dengan KTP, paling lambat {on:date}. Petugas mencocokkan data lalu memberi slip untuk masuk. Simpan alamat halaman ini.",
            {{"place", view.kelurahan}, {"on", last_day.iso()}});
    else if (state == "confirmed")
        page.what = tr("Petugas sudah melihat KTP. Masuklah dengan slip yang Anda terima.");
    else if (state == "expired")
        page.what = tr("Sampai {on:date} belum ada yang datang membawa KTP, jadi pendaftaran ini diakhiri. Usaha Anda tidak hilang dari mana pun: daftarkan lagi bila Anda bisa datang.", {{"on", last_day.iso()}});
    else
        page.what = tr("Pendaftaran ini selesai. Anda boleh mendaftar lagi kapan saja.");
    page.reason = view.claim.decided_reason;
}

/// Whoever has the address sees what was written into the form, without the phone number.
Result<http::Response> show_status(Services& services, http::Exchange const& exchange, html::FormState form)
{
    auto const view = TRY(read_claim(services, exchange.parameter("id")));
    ClaimStatusPage page;
    page.frame = claim_frame(services, exchange, tr("Pendaftaran usaha"));
    page.form = std::move(form);
    page.action = exchange.request.path;
    word_claim_state(page, view, last_day_of(view.claim, services.zone));
    page.facts = {{tr("Usaha"), view.claim.business_name}, {tr("Kegiatan"), view.claim.activity}, {tr("Kelurahan"), view.kelurahan}, {tr("Didaftarkan"), moment(services, view.claim.claimed_at)}};
    auto response = screens::show(page);
    response.header("Cache-Control", "private, no-store");
    return response;
}

Result<http::Response> get_status(Services& services, http::Exchange& exchange) { return show_status(services, exchange, screens::fresh_form(services)); }

Result<http::Response> post_status(Services& services, http::Exchange& exchange)
{
    boost::json::object input {{"id", exchange.request.form_value("id")}, {"claim", exchange.parameter("id")}};
    auto answer = run_as_visitor(services, exchange, "enterprise.withdraw_claim", std::move(input));
    if (answer.ok())
        return screens::done(*answer);
    if (answer.error().kind != ErrorKind::Conflict)
        return answer.error();
    auto response = TRY(show_status(services, exchange, html::refused_form({}, answer.error())));
    response.status = 409;
    return response;
}

} // namespace

std::vector<http::Route> claim_routes(Services& services)
{
    using enum http::Method;
    auto throttle = std::make_shared<identity::Throttle>(claims_per_address, window_seconds);
    auto const post = [throttle](Services& at, http::Exchange& exchange) { return post_claim_form(at, exchange, *throttle); };
    return {
        {Get, "/umkm/daftar", "", screens::page(services, get_claim_form), "Form by which an owner without an account registers"},
        {Post, "/umkm/daftar", "", screens::page(services, post), "Register as an owner, to be confirmed by who sees the KTP"},
        {Get, "/umkm/daftar/{id}", "", screens::page(services, get_status), "What became of a registration, for who made it"},
        {Post, "/umkm/daftar/{id}", "", screens::page(services, post_status), "Take a registration back"},
    };
}

} // namespace rtkeren::enterprise
