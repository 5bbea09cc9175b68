#include "training/presence_pages.hpp"

#include "http/site.hpp"
#include "language/language.hpp"

#include <algorithm>

namespace rtkeren::training {
namespace {

/// A meeting with everything that its pages show.
struct PresenceGround {
    Led led;
    std::vector<Seat> seats; // who takes part, by name
    std::vector<Presence> marks;
    std::optional<Closing> closing;
    bool running {false};

    [[nodiscard]] std::optional<bool> mark_of(SeatId seat) const
    {
        auto const found = std::ranges::find(marks, seat, &Presence::seat);
        return found == marks.end() ? std::nullopt : std::optional(found->present);
    }
    [[nodiscard]] std::string routes_of(SeatId seat) const
    {
        auto const found = std::ranges::find(marks, seat, &Presence::seat);
        return found == marks.end() ? std::string {} : routes_words(found->routes);
    }
    [[nodiscard]] std::int64_t count(std::optional<bool> wanted) const
    {
        return std::ranges::count_if(seats, [&](Seat const& seat) { return mark_of(seat.id) == wanted; });
    }
};

Result<PresenceGround> presence_ground(db::ReadTx& tx, Services const& services, http::Exchange const& exchange)
{
    PresenceGround ground {.led = TRY(led_of_path(tx, services, exchange)), .seats = {}, .marks = {}, .closing = {}};
    ground.seats = TRY(seats_of(tx, services.city, ground.led.course.id));
    std::erase_if(ground.seats, [](Seat const& seat) { return !seat.takes_part(); });
    ground.marks = TRY(presences_of_session(tx, services.city, ground.led.session.id));
    ground.closing = TRY(closing_of(tx, services.city, ground.led.session.id));
    auto const& state = ground.led.course.state;
    ground.running = state == "selected" || state == "running" || state == "results";
    return ground;
}

/// Why nothing can be marked now, in words; "" when it can.
std::string obstacle_of(PresenceGround const& ground, Instant now)
{
    if (!ground.running)
        return language::word("training.not_running", {{"state", tr(course_machine().state(ground.led.course.state)->label)}});
    auto const checked = check_marking(ground.led.session, ground.led.times, now, ground.led.manages);
    return checked.ok() ? std::string {} : language::word(checked.error());
}

bool shows_qr(PresenceGround const& ground, Instant now)
{
    return ground.running && !ground.closing && !ground.led.session.cancelled && now >= ground.led.times.opens && now <= ground.led.times.scan_until;
}

std::string scan_address(Services const& services, http::Exchange const& exchange, Session const& session)
{
    return http::site_of(exchange.request) + "/hadir/" + session_token(services.keys, session.id, services.now());
}

PresencePage present_meeting(Services const& services, PresenceGround const& ground)
{
    auto const now = services.now();
    PresencePage page;
    page.base = page.live_href = href_of_session(ground.led.session);
    page.course_href = href_of(ground.led.course.id) + "/presensi";
    page.title = session_title(ground.led.session);
    page.course = ground.led.course.title;
    page.when = session_when(ground.led.session);
    page.state = obstacle_of(ground, now);
    page.may_mark = page.state.empty();
    page.present = std::to_string(ground.count(true));
    page.absent = std::to_string(ground.count(false));
    page.unmarked = std::to_string(ground.count(std::nullopt));
    page.may_close = page.may_mark && !ground.closing && now >= ground.led.times.begins;
    page.may_reopen = page.may_mark && ground.closing.has_value();
    if (ground.closing)
        page.closed = tr("Ditutup {time} oleh {name}", {{"time", format_time(ground.closing->closed_at, services.zone)}, {"name", ground.closing->closed_by_name}});
    for (auto const& seat : ground.seats) {
        auto const mark = ground.mark_of(seat.id);
        page.lines.push_back({seat.id.str(), seat.name, mark_state(mark), std::string(mark_tone(mark)), ground.routes_of(seat.id), page.base + "/tandai/" + seat.id.str(), mark.value_or(false),
            mark.has_value()});
    }
    return page;
}

Result<http::Response> show_meeting(Services& services, http::Exchange const& exchange, html::FormState form = {})
{
    auto const ground = TRY(db::read(services.db, [&](db::ReadTx& tx) { return presence_ground(tx, services, exchange); }));
    auto page = present_meeting(services, ground);
    page.form = std::move(form);
    if (shows_qr(ground, services.now())) {
        page.qr = TRY(qr_part(scan_address(services, exchange, ground.led.session), tr("QR presensi {title}", {{"title", page.title}})));
        page.qr_note = tr("Berganti tiap dua menit: foto yang dikirim ke rumah tidak berlaku.");
    }
    page.frame = screens::frame(services, exchange, page.title, session_crumbs(ground.led.course, ground.led.session, {}));
    page.frame.scripts = {"/-/aset/presensi.js"};
    page.frame.help = tr("Peserta memindai QR lalu mengetik kode slipnya. Yang tanpa ponsel ditandai di sini, atau lewat foto daftar yang ditandatangani. Sesudah ditutup, yang tanpa tanda dicatat tidak hadir.");
    return screens::show(page);
}

Result<http::Response> get_meeting(Services& services, http::Exchange& exchange) { return show_meeting(services, exchange); }

/// Two buttons a line: a mark without a reason. One that differs asks for it on the participant's own page.
Result<http::Response> post_meeting(Services& services, http::Exchange& exchange)
{
    auto const led = TRY(db::read(services.db, [&](db::ReadTx& tx) { return led_of_path(tx, services, exchange); }));
    boost::json::object const extra {{"session", led.session.id.text()}, {"id", services.env.ulid().text()}};
    return screens::submit(services, exchange, "training.mark", extra, [&](html::FormState const& refused, Error const& error) -> Result<http::Response> {
        auto form = refused;
        if (form.summary.empty())
            form.summary = language::word(error);
        return show_meeting(services, exchange, std::move(form));
    });
}

Result<http::Response> get_qr(Services& services, http::Exchange& exchange)
{
    auto const ground = TRY(db::read(services.db, [&](db::ReadTx& tx) { return presence_ground(tx, services, exchange); }));
    QrPage page;
    page.title = ground.led.course.title;
    page.lead = session_title(ground.led.session) + ", " + session_when(ground.led.session);
    page.back_href = href_of_session(ground.led.session);
    page.live_href = page.back_href + "/qr";
    page.frame = screens::frame(services, exchange, page.title);
    page.frame.kind = "form";
    page.frame.back_href = page.back_href;
    page.frame.scripts = {"/-/aset/presensi.js"};
    page.note = tr("QR hanya tampil satu jam sebelum sampai setengah jam sesudah pertemuan, selama belum ditutup.");
    if (shows_qr(ground, services.now())) {
        page.qr = TRY(qr_part(scan_address(services, exchange, ground.led.session), tr("QR presensi {title}", {{"title", page.title}})));
        page.note = tr("Pindai dengan kamera, lalu ketik kode di slip Anda.");
    }
    page.counted = tr("{present} dari {all} hadir", {{"present", std::to_string(ground.count(true))}, {"all", std::to_string(ground.seats.size())}});
    for (auto const& seat : ground.seats)
        if (ground.mark_of(seat.id).value_or(false))
            page.names += (page.names.empty() ? "" : ", ") + short_name(seat.name);
    return screens::show(page);
}

// -- One participant ----------------------------------------------------------------------------------------------

Result<http::Response> show_mark(Services& services, http::Exchange const& exchange, html::FormState form)
{
    auto const read = [&](db::ReadTx& tx) -> Result<MarkPage> {
        auto const ground = TRY(presence_ground(tx, services, exchange));
        auto const seat = std::ranges::find(ground.seats, exchange.parameter("seat"), [](Seat const& each) { return each.id.str(); });
        if (seat == ground.seats.end())
            return Error::not_found("training.no_seat");
        MarkPage page;
        page.title = seat->name;
        page.lead = session_title(ground.led.session) + ", " + session_when(ground.led.session);
        page.back_href = href_of_session(ground.led.session);
        page.action = page.back_href + "/tandai/" + seat->id.str();
        page.marks = there_options();
        page.may_mark = obstacle_of(ground, services.now()).empty();
        auto const marks = TRY(marks_of_session(tx, services.city, ground.led.session.id));
        page.history = history_lines(services, marks, seat->id);
        page.frame = screens::frame(services, exchange, page.title, session_crumbs(ground.led.course, ground.led.session, seat->name));
        return page;
    };
    auto page = TRY(db::read(services.db, read));
    page.form = std::move(form);
    return screens::show(page);
}

Result<http::Response> get_mark(Services& services, http::Exchange& exchange) { return show_mark(services, exchange, screens::fresh_form(services)); }

Result<http::Response> post_mark(Services& services, http::Exchange& exchange)
{
    auto const led = TRY(db::read(services.db, [&](db::ReadTx& tx) { return led_of_path(tx, services, exchange); }));
    boost::json::object const extra {{"session", led.session.id.text()}, {"seat", exchange.parameter("seat")}};
    return screens::submit(services, exchange, "training.mark", extra, [&](html::FormState const& refused, Error const&) { return show_mark(services, exchange, refused); });
}

// -- Closing ------------------------------------------------------------------------------------------------------

bool is_closing(http::Exchange const& exchange) { return exchange.request.path.ends_with("/tutup"); }

Result<http::Response> show_closing(Services& services, http::Exchange const& exchange, html::FormState form)
{
    auto const ground = TRY(db::read(services.db, [&](db::ReadTx& tx) { return presence_ground(tx, services, exchange); }));
    ClosingPage page;
    auto const closing = is_closing(exchange);
    page.title = closing ? tr("Tutup pertemuan") : tr("Buka presensi lagi");
    page.lead = closing ? tr("{count} peserta tanpa tanda akan dicatat tidak hadir. QR tidak berlaku lagi.", {{"count", std::to_string(ground.count(std::nullopt))}})
                        : tr("Tanda yang sudah ada tetap; yang keliru dibetulkan dengan alasan.");
    page.button = page.title;
    page.asks_reason = !closing;
    page.back_href = href_of_session(ground.led.session);
    page.action = exchange.request.path;
    page.frame = screens::frame(services, exchange, page.title, session_crumbs(ground.led.course, ground.led.session, page.title));
    page.form = std::move(form);
    return screens::show(page);
}

Result<http::Response> get_closing(Services& services, http::Exchange& exchange) { return show_closing(services, exchange, screens::fresh_form(services)); }

Result<http::Response> post_closing(Services& services, http::Exchange& exchange)
{
    auto const led = TRY(db::read(services.db, [&](db::ReadTx& tx) { return led_of_path(tx, services, exchange); }));
    boost::json::object const extra {{"session", led.session.id.text()}};
    auto const operation = is_closing(exchange) ? "training.close_session" : "training.reopen_session";
    return screens::submit(services, exchange, operation, extra, [&](html::FormState const& refused, Error const&) { return show_closing(services, exchange, refused); });
}

} // namespace

std::vector<http::Route> presence_routes(Services& services)
{
    using enum http::Method;
    std::string const base = "/pelatihan/{course}/presensi/{session}";
    std::vector<http::Route> all {{Get, base, "signed_in", screens::page(services, get_meeting), "The list of a meeting with its QR"},
        {Post, base, "signed_in", screens::page(services, post_meeting), "Mark a participant from the list"},
        {Get, base + "/qr", "signed_in", screens::page(services, get_qr), "The QR of a meeting over the whole screen"},
        {Get, base + "/tandai/{seat}", "signed_in", screens::page(services, get_mark), "The proofs of a participant at a meeting, and the form that marks by hand"},
        {Post, base + "/tandai/{seat}", "signed_in", screens::page(services, post_mark), "Mark or correct by hand"}};
    for (auto const* step : {"/tutup", "/buka"}) {
        all.push_back({Get, base + step, "signed_in", screens::page(services, get_closing), "Form for closing or reopening the list of a meeting"});
        all.push_back({Post, base + step, "signed_in", screens::page(services, post_closing), "Close or reopen the list of a meeting"});
    }
    return all;
}

} // namespace rtkeren::training
