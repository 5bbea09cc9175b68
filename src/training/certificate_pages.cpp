#include "training/certificates.hpp"
#include "training/pages_room.hpp"

#include "documents/bars.hpp"
#include "documents/document.hpp"
#include "identity/identity.hpp"
#include "payout/payout.hpp"
#include "territory/territory.hpp"

#include <algorithm>

namespace rtkeren::training {
namespace {

constexpr double code_width_mm = 32;

/// The days on which meetings were held, and their hours.
std::string held_words(std::vector<Session> const& sessions)
{
    auto const minutes = minutes_of(sessions);
    std::int64_t held = 0;
    for (auto const& session : sessions)
        held += session.cancelled ? 0 : 1;
    return tr("{count} pertemuan, {hours} jam", {{"count", std::to_string(held)}, {"hours", std::to_string(minutes / 60)}});
}

/// Who held an office on the day of issue; "" leaves dots to write on.
Result<std::string> in_office(db::ReadTx& tx, CityId city, std::string_view role, std::string_view place, Date on)
{
    auto const found = TRY(identity::holders(tx, city, role, place, on));
    return found.empty() ? std::string {} : found.front().name;
}

Result<http::Response> get_verify(Services& services, http::Exchange& exchange)
{
    auto const code = exchange.parameter("code");
    auto const found = db::read(services.db, [&](db::ReadTx& tx) { return certificate_by_code(tx, services.city, code); });
    VerifyPage page {visitor_frame(services, exchange, tr("Periksa sertifikat")), "no", "circle-x", tr("Kode ini tidak dikenal"),
        tr("Tidak ada sertifikat dengan kode ini di {city}. Ketik ulang, atau tanyakan ke kelurahan.", {{"city", services.city_name}})};
    if (!found.ok() && found.error().kind != ErrorKind::NotFound)
        return found.error();
    if (!found.ok())
        return screens::show(page, 404);
    auto const& certificate = *found;
    auto const day = [&](Instant at) { return format_date(at.date_in(services.zone), language::current()); };
    page.tone = certificate.withdrawn_at ? "no" : "ok";
    page.icon_name = certificate.withdrawn_at ? "circle-x" : "circle-check";
    page.title = certificate.withdrawn_at ? tr("Sertifikat ini sudah dicabut") : tr("Sertifikat ini berlaku");
    page.text = certificate.withdrawn_at ? tr("Dicabut {day}. Jangan dipakai.", {{"day", day(*certificate.withdrawn_at)}}) : tr("Nomor dan kodenya terbit dari {city}.", {{"city", services.city_name}});
    // In public nobody has a name: who holds the paper can compare the initials.
    page.facts = {{tr("Nomor"), certificate.number}, {tr("Nama"), identity::initials(certificate.seat.name)}, {tr("Topik"), certificate.course.topic_name},
        {tr("Pelatihan"), tr("{from} sampai {until}", {{"from", format_date(certificate.course.starts_on, language::current())}, {"until", format_date(certificate.course.ends_on, language::current())}})},
        {tr("Terbit"), day(certificate.issued_at)}};
    return screens::show(page);
}

Result<http::Response> get_certificate(Services& services, http::Exchange& exchange)
{
    auto const read = [&](db::ReadTx& tx) -> Result<std::pair<std::string, std::string>> {
        auto const course = TRY(readable_course(tx, exchange.actor(), services.city, exchange.parameter("id")));
        auto const id = SeatId::parse(exchange.parameter("seat"));
        if (!id.ok())
            return Error::not_found("training.no_seat");
        auto const seat = TRY(stored_seat(tx, services.city, *id));
        if (seat.course != course.id)
            return Error::not_found("training.no_seat");
        auto pdf = TRY(certificate_pdf(tx, services, seat.id, site_of(exchange.request)));
        return std::pair {std::move(pdf), seat.certificate_number};
    };
    auto const made = TRY(db::read(services.db, read));
    auto name = made.second;
    std::ranges::replace(name, '/', '-');
    return http::Response::download(made.first, "application/pdf", "sertifikat-" + name + ".pdf");
}

Result<http::Response> show_issue(Services& services, http::Exchange const& exchange, html::FormState form)
{
    auto const read = [&](db::ReadTx& tx) -> Result<StepForm> {
        auto const found = TRY(readable_course(tx, exchange.actor(), services.city, exchange.parameter("id")));
        auto const course = TRY(manageable(tx, exchange.actor(), services.city, found.id));
        std::int64_t given = 0, due = 0;
        for (auto const& seat : TRY(seats_of(tx, services.city, course.id))) {
            given += seat.certificate_number.empty() ? 0 : 1;
            due += seat.state == "finished" && seat.certificate_number.empty() ? 1 : 0;
        }
        auto const lead = tr("{due} peserta yang selesai belum punya sertifikat, {given} sudah. Nomornya urut tanpa lompatan.", {{"due", std::to_string(due)}, {"given", std::to_string(given)}});
        return StepForm {screens::frame(services, exchange, tr("Sertifikat"), course_crumbs(course, tr("Sertifikat"))), std::move(form), tr("Terbitkan sertifikat"), lead, exchange.request.path,
            href_of(course.id) + "/peserta?keadaan=finished", tr("Terbitkan"), false, false};
    };
    auto const page = TRY(db::read(services.db, read));
    return screens::show(page);
}

Result<http::Response> get_issue(Services& services, http::Exchange& exchange) { return show_issue(services, exchange, screens::fresh_form(services)); }

Result<http::Response> post_issue(Services& services, http::Exchange& exchange)
{
    return screens::submit(services, exchange, "training.issue_certificates", {{"course", exchange.parameter("id")}},
        [&](html::FormState const& refused, Error const&) { return show_issue(services, exchange, refused); });
}

} // namespace

std::string verify_href(std::string_view code) { return "/sertifikat/" + std::string(code); }

Result<std::string> certificate_pdf(db::ReadTx& tx, Services const& services, SeatId id, std::string const& site)
{
    language::Use const use(Language::Indonesian); // a paper for the wall is in Indonesian, whoever prints it
    auto const seat = TRY(stored_seat(tx, services.city, id));
    if (seat.certificate_code.empty())
        return Error::conflict("training.no_certificate");
    auto const course = TRY(training::course(tx, services.city, seat.course));
    auto const sessions = TRY(sessions_of(tx, services.city, course.id));
    auto const taught = TRY(topic(tx, services.city, course.topic));
    auto const place = TRY(enterprise::place_words(tx, services.city, course.unit_code));
    auto const day = [](Date on) { return format_date(on, Language::Indonesian); };
    documents::Document document({.title = tr("Sertifikat {number}", {{"number", seat.certificate_number}}), .created = *seat.certificate_at, .paper = documents::Paper::Landscape,
        .letterhead = documents::Letterhead {{services.city_name}, {}}, .footer = seat.certificate_number, .author = services.city_name});
    document.heading(1, tr("Sertifikat pelatihan"));
    document.paragraph(tr("Nomor {number}", {{"number", seat.certificate_number}}));
    document.space(4);
    document.paragraph(tr("Diberikan kepada"));
    document.heading(2, seat.name);
    document.paragraph(tr("yang menyelesaikan “{title}” ({topic}) di {place}, {from} sampai {until}: {held}.",
        {{"title", course.title}, {"topic", course.topic_name}, {"place", place}, {"from", day(course.starts_on)}, {"until", day(course.ends_on)}, {"held", held_words(sessions)}}));
    std::string lessons;
    for (auto const& line : curriculum_lines(taught.curriculum))
        lessons += (lessons.empty() ? "" : "; ") + line;
    document.small(tr("Materi: {lessons}", {{"lessons", lessons}}));
    auto const href = site + verify_href(seat.certificate_code);
    document.bars(TRY(documents::qr(href)), code_width_mm, tr("Periksa keasliannya: {href}", {{"href", href}}));
    auto const issued = seat.certificate_at->date_in(services.zone);
    auto const group = TRY(payout::pokmas(tx, services.city, course.pokmas));
    auto const chair = TRY(in_office(tx, services.city, "pokmas_ketua", group.place, issued));
    auto const lurah = TRY(in_office(tx, services.city, "lurah", course.kelurahan, issued));
    document.signatures({{.above = tr("{city}, {day}", {{"city", services.city_name}, {"day", day(issued)}}), .office = tr("Ketua pokmas"), .name = chair, .stamp = true},
        {.above = tr("Mengetahui,"), .office = tr("Lurah"), .name = lurah, .stamp = true}});
    return document.render();
}

std::vector<http::Route> certificate_routes(Services& services)
{
    using enum http::Method;
    return {{Get, "/sertifikat/{code}", "", screens::page(services, get_verify), "Whether a certificate is in force, for everybody"},
        {Get, "/pelatihan/{id}/peserta/{seat}/sertifikat.pdf", "signed_in", screens::page(services, get_certificate), "The certificate of a participant"},
        {Get, "/pelatihan/{id}/sertifikat", "training.manage", screens::page(services, get_issue), "Form for giving certificates"},
        {Post, "/pelatihan/{id}/sertifikat", "training.manage", screens::page(services, post_issue), "Give certificates to who finished"}};
}

} // namespace rtkeren::training
