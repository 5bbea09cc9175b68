#include "training/pages_room.hpp"

namespace rtkeren::training {
namespace {

struct MeetingSubject {
    Course course;
    std::optional<Session> session;
};

Result<MeetingSubject> meeting_subject(db::ReadTx& tx, Services& services, http::Exchange const& exchange)
{
    MeetingSubject subject;
    auto const found = TRY(readable_course(tx, exchange.actor(), services.city, exchange.parameter("id")));
    subject.course = TRY(leadable(tx, exchange.actor(), services.city, found.id));
    if (exchange.request.path.ends_with("/baru"))
        return subject;
    auto const id = SessionId::parse(exchange.parameter("session"));
    if (!id.ok())
        return Error::not_found("training.no_session");
    auto const meeting = TRY(session(tx, services.city, *id));
    if (meeting.course != found.id)
        return Error::not_found("training.no_session");
    subject.session = meeting;
    return subject;
}

std::string meeting_title(http::Exchange const& exchange, MeetingSubject const& subject)
{
    if (!subject.session)
        return tr("Tambah pertemuan");
    auto const number = std::to_string(subject.session->number);
    return exchange.request.path.ends_with("/batal") ? tr("Batalkan pertemuan {number}", {{"number", number}}) : tr("Pindahkan pertemuan {number}", {{"number", number}});
}

Result<http::Response> show_meeting(Services& services, http::Exchange const& exchange, html::FormState form, bool fills)
{
    auto const subject = TRY(db::read(services.db, [&](db::ReadTx& tx) { return meeting_subject(tx, services, exchange); }));
    auto const title = meeting_title(exchange, subject);
    auto const back = href_of(subject.course.id);
    if (fills && subject.session) {
        auto const& meeting = *subject.session;
        form.set("version", std::to_string(meeting.version));
        form.set("on", meeting.on.iso());
        form.set("begins", Clock::of(meeting.begins).str());
        form.set("ends", Clock::of(meeting.ends).str());
        form.set("venue", meeting.venue);
        form.set("subject", meeting.subject);
    }
    auto frame = screens::frame(services, exchange, title, course_crumbs(subject.course, title));
    if (exchange.request.path.ends_with("/batal"))
        return screens::show(StepForm {std::move(frame), std::move(form), title, tr("Pertemuan yang batal tidak dihitung untuk siapa pun. Beri tahu peserta lewat telepon."), exchange.request.path, back,
            title, true, true});
    auto lead = subject.session ? tr("Tanggal semula tetap tercatat di sampingnya.") : tr("Hari terakhir pelatihan ikut berubah, juga jadwal pendampingan sesudahnya.");
    return screens::show(MeetingFormPage {std::move(frame), std::move(form), title, std::move(lead), exchange.request.path, back});
}

Result<http::Response> get_meeting(Services& services, http::Exchange& exchange) { return show_meeting(services, exchange, screens::fresh_form(services), true); }

Result<http::Response> post_meeting(Services& services, http::Exchange& exchange)
{
    auto const subject = TRY(db::read(services.db, [&](db::ReadTx& tx) { return meeting_subject(tx, services, exchange); }));
    boost::json::object extra;
    if (subject.session)
        extra["session"] = subject.session->id.text();
    else
        extra["course"] = subject.course.id.text();
    auto const operation = !subject.session ? "training.add_session" : exchange.request.path.ends_with("/batal") ? "training.cancel_session" : "training.move_session";
    return screens::submit(services, exchange, operation, extra, [&](html::FormState const& refused, Error const&) { return show_meeting(services, exchange, refused, false); });
}

} // namespace

std::vector<http::Route> session_routes(Services& services)
{
    using enum http::Method;
    std::vector<http::Route> all;
    for (auto const* path : {"/pelatihan/{id}/pertemuan/baru", "/pelatihan/{id}/pertemuan/{session}/pindah", "/pelatihan/{id}/pertemuan/{session}/batal"}) {
        all.push_back({Get, path, "training.lead", screens::page(services, get_meeting), "Form of a meeting: add, move, cancel"});
        all.push_back({Post, path, "training.lead", screens::page(services, post_meeting), "Add, move or cancel a meeting"});
    }
    return all;
}

} // namespace rtkeren::training
