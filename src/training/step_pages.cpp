#include "training/pages_room.hpp"

#include <algorithm>

namespace rtkeren::training {
namespace {

struct StepWord {
    std::string_view word, operation, event;
};
constexpr std::array<StepWord, 7> steps {{{"buka", "training.open", "open"}, {"ke-rencana", "training.back_to_plan", "back_to_plan"}, {"buka-lagi", "training.reopen", "reopen"},
    {"mulai", "training.start", "start"}, {"lanjutkan", "training.resume", "resume"}, {"tutup", "training.close", "close"}, {"batal", "training.cancel", "cancel"}}};

StepWord const& step_of_path(std::string_view path)
{
    auto const word = path.substr(path.rfind('/') + 1);
    auto const* found = std::ranges::find(steps, word, &StepWord::word);
    CHECK(found != steps.end());
    return *found;
}

/// What will happen, in numbers where there are some.
std::string lead_of(std::string_view event, Course const& course, std::int64_t seats)
{
    auto const day = [](Date on) { return format_date(on, language::current()); };
    if (event == "open")
        return tr("Warga bisa mendaftar dari {from} sampai {until} di halaman umum dan lewat petugas.", {{"from", day(course.call_from)}, {"until", day(course.call_until)}});
    if (event == "back_to_plan")
        return tr("Pengumuman ditarik. Yang sudah mendaftar tetap di daftar.");
    if (event == "reopen")
        return tr("Semua keputusan dihapus dan daftar dibuka lagi.");
    if (event == "start")
        return tr("{count} peserta mulai. Sesudah ini presensi dicatat tiap pertemuan.", {{"count", std::to_string(seats)}});
    if (event == "resume")
        return tr("Pertemuan dilanjutkan; yang sudah dinyatakan selesai menjadi peserta lagi.");
    if (event == "close")
        return tr("Pelatihan ditutup dan pendampingan pesertanya berjalan terus.");
    return tr("Tidak ada yang menjadi peserta lagi. Baris RAB yang belum dibelanjakan bebas untuk pelatihan lain.");
}

Result<http::Response> show_step_form(Services& services, http::Exchange const& exchange, html::FormState form)
{
    auto const& step = step_of_path(exchange.request.path);
    auto const read = [&](db::ReadTx& tx) -> Result<StepForm> {
        auto const course = TRY(readable_course(tx, exchange.actor(), services.city, exchange.parameter("id")));
        auto const* row = course_machine().transition(course.state, step.event);
        if (row == nullptr)
            TRY(check_state(course, {}));
        auto const seats = TRY(seats_of(tx, services.city, course.id));
        auto const label = tr(row->label);
        return StepForm {screens::frame(services, exchange, label, course_crumbs(course, label)), std::move(form), label,
            lead_of(step.event, course, std::ranges::count(seats, "selected", &Seat::state)), exchange.request.path, href_of(course.id), label, row->reason_required, row->reason_required};
    };
    auto const page = TRY(db::read(services.db, read));
    return screens::show(page);
}

Result<http::Response> get_course_step(Services& services, http::Exchange& exchange) { return show_step_form(services, exchange, screens::fresh_form(services)); }

Result<http::Response> post_course_step(Services& services, http::Exchange& exchange)
{
    auto const& step = step_of_path(exchange.request.path);
    auto const course = TRY(db::read(services.db, [&](db::ReadTx& tx) { return readable_course(tx, exchange.actor(), services.city, exchange.parameter("id")); }));
    return screens::submit(services, exchange, step.operation, {{"course", course.id.text()}}, [&](html::FormState const& refused, Error const& error) -> Result<http::Response> {
        if (course_machine().transition(course.state, step.event) == nullptr)
            return error;
        return show_step_form(services, exchange, refused);
    });
}

// -- the end of the meetings ------------------------------------------------------------------------------------

/// Rows are sent in any order and only where a box is ticked, so what was typed is found by the seat.
FinishLine finish_line(std::size_t index, Seat const& seat, html::FormState const& form)
{
    FinishLine line {std::to_string(index), seat.id.str(), seat.name, {}, {}, {}};
    for (std::size_t i = 0; i <= index; ++i) {
        auto const name = "dropped." + std::to_string(i) + ".";
        if (form.value(name + "seat") != line.seat)
            continue;
        line.chosen = true;
        line.reason = form.value(name + "reason");
        line.error = form.error(name + "reason");
    }
    return line;
}

Result<http::Response> show_finish(Services& services, http::Exchange const& exchange, html::FormState form)
{
    auto const read = [&](db::ReadTx& tx) -> Result<FinishPage> {
        auto const course = TRY(readable_course(tx, exchange.actor(), services.city, exchange.parameter("id")));
        TRY(check_state(course, {"running"}));
        FinishPage made {screens::frame(services, exchange, tr("Semua pertemuan selesai"), course_crumbs(course, tr("Semua pertemuan selesai"))), std::move(form), exchange.request.path,
            href_of(course.id)};
        auto const attendance = TRY(attendance_of(tx, services.city, course.id));
        for (auto const& seat : TRY(seats_of(tx, services.city, course.id)))
            if (seat.state == "selected") {
                made.seats.push_back(finish_line(made.seats.size(), seat, made.form));
                if (auto const* known = attendance.of(seat.id); known != nullptr && !attendance.counted.empty())
                    made.seats.back().present = tr("hadir {present} dari {counted} pertemuan", {{"present", std::to_string(known->present)}, {"counted", std::to_string(attendance.counted.size())}});
            }
        return made;
    };
    auto const page = TRY(db::read(services.db, read));
    return screens::show(page);
}

Result<http::Response> get_finish(Services& services, http::Exchange& exchange) { return show_finish(services, exchange, screens::fresh_form(services)); }

Result<http::Response> post_finish(Services& services, http::Exchange& exchange)
{
    auto const course = TRY(db::read(services.db, [&](db::ReadTx& tx) { return readable_course(tx, exchange.actor(), services.city, exchange.parameter("id")); }));
    return screens::submit(services, exchange, "training.finish", {{"course", course.id.text()}},
        [&](html::FormState const& refused, Error const&) { return show_finish(services, exchange, refused); });
}

} // namespace

std::vector<http::Route> step_routes(Services& services)
{
    using enum http::Method;
    std::vector<http::Route> all {{Get, "/pelatihan/{id}/selesai", "training.lead", screens::page(services, get_finish), "Form for ending the meetings of a course"},
        {Post, "/pelatihan/{id}/selesai", "training.lead", screens::page(services, post_finish), "Say that all meetings were held and who finished"}};
    for (auto const& step : steps) {
        auto const permission = step.event == "start" ? "training.lead" : "training.manage";
        all.push_back({Get, "/pelatihan/{id}/" + std::string(step.word), permission, screens::page(services, get_course_step), "Form of a step of a course"});
        all.push_back({Post, "/pelatihan/{id}/" + std::string(step.word), permission, screens::page(services, post_course_step), "Take a step of a course"});
    }
    return all;
}

} // namespace rtkeren::training
