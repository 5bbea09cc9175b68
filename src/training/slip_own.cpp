#include "training/presence_pages.hpp"

#include "identity/throttle.hpp"
#include "language/language.hpp"
#include "screens/visitor.hpp"
#include "training/sql.hpp"
#include "workflow/workflow.hpp"

#include <algorithm>
#include <memory>

/// What participants do with their slip, without an account.
namespace rtkeren::training {
namespace {

constexpr int wrong_codes_per_address = 20;
constexpr std::int64_t address_window = 900, slip_cookie_seconds = 200LL * 24 * 3600, device_cookie_seconds = 400LL * 24 * 3600;
constexpr std::string_view device_cookie = "ponsel";

using Throttle = std::shared_ptr<identity::Throttle>;

std::string cookie_of(http::Exchange const& exchange, std::string_view name)
{
    auto const found = exchange.request.cookies.find(std::string(name));
    return found == exchange.request.cookies.end() ? std::string {} : found->second;
}

Result<void> check_throttle(Services& services, http::Exchange const& exchange, Throttle const& throttle)
{
    auto const wait = throttle->wait(services.env, exchange.request.remote_address);
    if (wait <= 0)
        return Done {};
    auto error = Error::retry("training.slip_wait");
    error.arguments = {{"minutes", std::to_string((wait + 59) / 60)}};
    return error;
}

/// Guessing costs: every wrong code counts for its address.
Result<Slip> slip_for(Services& services, http::Exchange const& exchange, Throttle const& throttle, std::string_view typed)
{
    TRY(check_throttle(services, exchange, throttle));
    auto slip = db::read(services.db, [&](db::ReadTx& tx) { return slip_of_code(tx, services, typed); });
    if (!slip.ok() && slip.error().code == "training.slip_unknown")
        throttle->count(services.env, exchange.request.remote_address);
    return slip;
}

html::Frame slip_frame(Services& services, http::Exchange const& exchange, std::string title)
{
    auto frame = screens::frame(services, exchange, std::move(title));
    frame.kind = "public";
    return frame;
}

// -- The slip itself ----------------------------------------------------------------------------------------------

OwnMeeting own_meeting(Services const& services, Session const& session, std::optional<Presence> const& mark, std::string const& base)
{
    OwnMeeting line {.id = services.env.ulid().str(), .when = session_when(session), .subject = session.subject, .state = {}, .tone = {}, .route = {}, .dispute_href = {}, .dispute_state = {},
        .dispute_reason = {}, .withdraw_id = {}};
    auto const present = mark ? std::optional(mark->present) : std::nullopt;
    auto const begun = services.now() >= times_of(session, services.zone).begins;
    line.state = session.cancelled ? tr("Dibatalkan") : begun || mark ? mark_state(present) : tr("Akan datang");
    line.tone = session.cancelled ? "no" : std::string(mark_tone(present));
    if (mark)
        line.route = routes_words(mark->routes);
    if (!session.cancelled && begun)
        line.dispute_href = base + "/keberatan/" + session.id.str();
    return line;
}

void add_dispute(OwnMeeting& line, Dispute const& dispute)
{
    line.dispute_state = tr(dispute_machine().state(dispute.decision.empty() ? "open" : dispute.decision)->label);
    line.dispute_reason = dispute.decision_reason;
    if (dispute.decision.empty()) {
        line.withdraw_id = dispute.id.str();
        line.dispute_href.clear();
    }
}

Result<OwnSlipPage> own_slip(db::ReadTx& tx, Services const& services, Slip const& slip, std::string base)
{
    auto const of = TRY(course(tx, services.city, slip.course));
    auto const who = TRY(seat(tx, services.city, slip.seat));
    auto const attendance = TRY(attendance_of(tx, services.city, of.id));
    auto const disputes = TRY(disputes_of_seat(tx, services.city, slip.seat));
    auto const* own = attendance.of(slip.seat);
    OwnSlipPage page;
    page.base = std::move(base);
    page.name = short_name(who.name);
    page.course = of.title;
    page.course_href = href_of(of.id);
    page.venue = of.venue;
    page.present = tr("Hadir {present} dari {counted} pertemuan", {{"present", std::to_string(own == nullptr ? 0 : own->present)}, {"counted", std::to_string(attendance.counted.size())}});
    for (auto const& session : TRY(sessions_of(tx, services.city, of.id))) {
        auto const mark = TRY(presence_of(tx, services.city, session.id, slip.seat));
        auto line = own_meeting(services, session, mark, page.base);
        auto const dispute = std::ranges::find(disputes, session.id, &Dispute::session); // the newest
        if (dispute != disputes.end())
            add_dispute(line, *dispute);
        page.meetings.push_back(std::move(line));
    }
    auto const certificate = TRY(tx.one("training.no_seat", sql::certificate_of_seat, services.city, slip.seat));
    if (!certificate.is_null(1)) {
        page.certificate_href = "/sertifikat/" + certificate.text(1);
        page.certificate = certificate.text(0);
    }
    return page;
}

Result<http::Response> get_own_slip(Services& services, http::Exchange& exchange, Throttle const& throttle)
{
    auto const code = secrets::normal_code(exchange.parameter("code"));
    auto const slip = TRY(slip_for(services, exchange, throttle, code));
    auto page = TRY(db::read(services.db, [&](db::ReadTx& tx) { return own_slip(tx, services, slip, "/s/" + code); }));
    page.frame = slip_frame(services, exchange, tr("Slip peserta"));
    auto response = screens::show(page);
    response.cookie(std::string(slip_cookie), code, slip_cookie_seconds);
    return response;
}

http::Response code_form(Services& services, http::Exchange const& exchange, html::FormState form)
{
    SlipCodePage page;
    page.title = tr("Slip peserta");
    page.lead = tr("Lihat presensi Anda, ajukan keberatan, ambil sertifikat.");
    page.action = "/s";
    page.button = tr("Buka");
    page.frame = slip_frame(services, exchange, page.title);
    page.form = std::move(form);
    return screens::show(page);
}

Result<http::Response> get_code_form(Services& services, http::Exchange& exchange) { return code_form(services, exchange, {}); }

Result<http::Response> post_code_form(Services& services, http::Exchange& exchange, Throttle const& throttle)
{
    auto const typed = exchange.request.form_value("slip_code");
    auto const slip = slip_for(services, exchange, throttle, typed);
    if (slip.ok())
        return http::Response::see_other("/s/" + secrets::normal_code(typed));
    html::FormState form;
    form.errors.emplace_back("slip_code", language::word(slip.error()));
    auto response = code_form(services, exchange, std::move(form));
    response.status = http_status_of(slip.error().kind);
    return response;
}

// -- Disputes -----------------------------------------------------------------------------------------------------

Result<http::Response> show_dispute_form(Services& services, http::Exchange const& exchange, Slip const& slip, html::FormState form)
{
    auto const id = SessionId::parse(exchange.parameter("session"));
    if (!id.ok())
        return Error::not_found("training.no_session");
    auto const read = [&](db::ReadTx& tx) -> Result<DisputeFormPage> {
        auto const about = TRY(session(tx, services.city, *id));
        if (about.course != slip.course)
            return Error::not_found("training.no_session");
        auto const mark = TRY(presence_of(tx, services.city, about.id, slip.seat));
        DisputeFormPage page;
        auto const says_present = !mark || !mark->present;
        page.says = says_present ? "present" : "absent";
        page.title = says_present ? tr("Saya hadir") : tr("Saya tidak hadir");
        page.lead = session_when(about) + ". " + (mark ? tr("Tercatat: {mark}.", {{"mark", mark_state(mark->present)}}) : tr("Belum ada tanda."));
        return page;
    };
    auto page = TRY(db::read(services.db, read));
    page.back_href = "/s/" + secrets::normal_code(exchange.parameter("code"));
    page.action = page.back_href + "/keberatan/" + id->str();
    page.frame = slip_frame(services, exchange, page.title);
    page.form = std::move(form);
    return screens::show(page);
}

Result<http::Response> get_dispute_form(Services& services, http::Exchange& exchange, Throttle const& throttle)
{
    auto const slip = TRY(slip_for(services, exchange, throttle, exchange.parameter("code")));
    return show_dispute_form(services, exchange, slip, screens::fresh_form(services));
}

Result<http::Response> post_dispute_form(Services& services, http::Exchange& exchange, Throttle const& throttle)
{
    auto const slip = TRY(slip_for(services, exchange, throttle, exchange.parameter("code")));
    auto const code = secrets::normal_code(exchange.parameter("code"));
    boost::json::object const extra {{"slip_code", code}, {"session", exchange.parameter("session")}};
    return screens::submit_as(services, exchange, {participant_actor(services.city), "/s/" + code}, "training.dispute", extra,
        [&](html::FormState const& refused, Error const&) { return show_dispute_form(services, exchange, slip, refused); });
}

Result<http::Response> post_withdraw(Services& services, http::Exchange& exchange, Throttle const& throttle)
{
    TRY(slip_for(services, exchange, throttle, exchange.parameter("code")));
    auto const code = secrets::normal_code(exchange.parameter("code"));
    boost::json::object const extra {{"slip_code", code}};
    return screens::submit_as(services, exchange, {participant_actor(services.city), "/s/" + code}, "training.withdraw_dispute", extra,
        [&](html::FormState const&, Error const& error) -> Result<http::Response> { return error; });
}

// -- The meeting's QR ---------------------------------------------------------------------------------------------

Result<http::Response> scan_form(Services& services, http::Exchange const& exchange, SessionId id, std::string ticket, html::FormState form)
{
    auto const known = cookie_of(exchange, slip_cookie);
    auto const read = [&](db::ReadTx& tx) -> Result<SlipCodePage> {
        auto const at = TRY(session(tx, services.city, id));
        auto const of = TRY(course(tx, services.city, at.course));
        SlipCodePage page;
        page.title = tr("Saya hadir");
        page.lead = of.title + ", " + session_title(at) + ", " + session_when(at);
        auto const slip = slip_of_code(tx, services, known);
        if (!known.empty() && slip.ok() && slip->course == at.course) {
            auto const who = TRY(seat(tx, services.city, slip->seat));
            page.known_name = short_name(who.name);
        }
        return page;
    };
    auto page = TRY(db::read(services.db, read));
    page.action = "/hadir";
    page.button = tr("Saya hadir");
    page.ticket = std::move(ticket);
    page.frame = slip_frame(services, exchange, page.title);
    page.form = std::move(form);
    return screens::show(page);
}

Result<http::Response> get_scan(Services& services, http::Exchange& exchange)
{
    auto const id = session_of_token(services.keys, exchange.parameter("token"), services.now());
    if (!id)
        return Error::conflict("training.qr_expired");
    auto response = TRY(scan_form(services, exchange, *id, session_ticket(services.keys, *id, services.now()), screens::fresh_form(services)));
    if (cookie_of(exchange, device_cookie).empty())
        response.cookie(std::string(device_cookie), services.env.ulid().str(), device_cookie_seconds);
    return response;
}

Result<http::Response> post_scan(Services& services, http::Exchange& exchange, Throttle const& throttle)
{
    auto const ticket = exchange.request.form_value("ticket");
    auto const id = session_of_ticket(services.keys, ticket, services.now());
    if (!id)
        return Error::conflict("training.qr_expired");
    auto const known = !exchange.request.form_value("_known").empty();
    auto const code = secrets::normal_code(known ? cookie_of(exchange, slip_cookie) : exchange.request.form_value("slip_code"));
    auto const again = [&](html::FormState const& refused, Error const&) {
        auto form = refused;
        form.set("id", services.env.ulid().str());
        return scan_form(services, exchange, *id, ticket, std::move(form));
    };
    auto const slip = slip_for(services, exchange, throttle, code);
    if (!slip.ok()) {
        html::FormState form;
        form.errors.emplace_back("slip_code", language::word(slip.error()));
        auto response = TRY(again(form, slip.error()));
        response.status = slip.error().kind == ErrorKind::NotFound ? 422 : http_status_of(slip.error().kind);
        return response;
    }
    boost::json::object const extra {{"ticket", ticket}, {"slip_code", code}, {"device", cookie_of(exchange, device_cookie)}};
    auto response = TRY(screens::submit_as(services, exchange, {participant_actor(services.city)}, "training.scan", extra, again));
    if (response.status == 303)
        response.cookie(std::string(slip_cookie), code, slip_cookie_seconds);
    return response;
}

/// Where marking oneself ends: says so by the notice of the mark, and leads to the slip.
Result<http::Response> get_scanned(Services& services, http::Exchange& exchange, Throttle const& throttle)
{
    auto const known = cookie_of(exchange, slip_cookie);
    if (known.empty())
        return http::Response::see_other("/s");
    auto const slip = TRY(slip_for(services, exchange, throttle, known));
    auto const read = [&](db::ReadTx& tx) -> Result<ScannedPage> {
        auto const of = TRY(course(tx, services.city, slip.course));
        ScannedPage page;
        page.course = of.title;
        page.slip_href = "/s/" + secrets::normal_code(known);
        return page;
    };
    auto page = TRY(db::read(services.db, read));
    page.frame = slip_frame(services, exchange, tr("Presensi"));
    return screens::show(page);
}

} // namespace

std::vector<http::Route> own_slip_routes(Services& services)
{
    using enum http::Method;
    auto const throttle = std::make_shared<identity::Throttle>(wrong_codes_per_address, address_window);
    auto const with = [&services, throttle](Result<http::Response> (*work)(Services&, http::Exchange&, Throttle const&)) {
        return screens::page(services, [work, throttle](Services& s, http::Exchange& exchange) { return work(s, exchange, throttle); });
    };
    return {{Get, "/s", "", screens::page(services, get_code_form), "Form for the code of a participant's slip"},
        {Post, "/s", "", with(post_code_form), "Open a slip by its code"},
        {Get, "/s/{code}", "", with(get_own_slip), "A participant's own attendance"},
        {Get, "/s/{code}/keberatan/{session}", "", with(get_dispute_form), "Form that disputes a mark"},
        {Post, "/s/{code}/keberatan/{session}", "", with(post_dispute_form), "Dispute a mark"},
        {Post, "/s/{code}/tarik", "", with(post_withdraw), "Withdraw a dispute"},
        {Get, "/hadir", "", with(get_scanned), "Says that one was marked present"},
        {Post, "/hadir", "", with(post_scan), "Mark oneself present with the slip's code"},
        {Get, "/hadir/{token}", "", screens::page(services, get_scan), "Where a meeting's QR leads"}};
}

} // namespace rtkeren::training
