#include "training/presence_pages.hpp"

#include "documents/bars.hpp"
#include "evidence/evidence.hpp"
#include "language/language.hpp"

#include <algorithm>

namespace rtkeren::training {

Result<Led> led_of_path(db::ReadTx& tx, Services const& services, http::Exchange const& exchange)
{
    auto const id = SessionId::parse(exchange.parameter("session"));
    if (!id.ok())
        return Error::not_found("training.no_session");
    auto led = TRY(led_session(tx, services, exchange.actor(), *id));
    if (led.course.id.text() != exchange.parameter("course"))
        return Error::not_found("training.no_session");
    return led;
}

Result<Course> course_of_path(db::ReadTx& tx, http::Exchange const& exchange)
{
    auto const id = CourseId::parse(exchange.parameter("course"));
    if (!id.ok())
        return Error::not_found("training.no_course");
    auto found = TRY(course(tx, exchange.actor().city, *id));
    if (!may_read(exchange.actor(), found))
        return Error::not_found("training.no_course");
    return found;
}

std::vector<html::Crumb> session_crumbs(Course const& course, Session const& session, std::string last)
{
    std::vector<html::Crumb> crumbs {{href_of(course.id), course.title}, {href_of(course.id) + "/presensi", tr("Presensi")}};
    if (last.empty())
        crumbs.push_back({"", session_title(session)});
    else {
        crumbs.push_back({href_of_session(session), session_title(session)});
        crumbs.push_back({"", std::move(last)});
    }
    return crumbs;
}

std::string session_title(Session const& session) { return tr("Pertemuan {number}", {{"number", std::to_string(session.number)}}); }

std::string session_when(Session const& session)
{
    auto text = format_date_full(session.on, language::current()) + ", " + hours_of(session);
    return session.venue.empty() ? text : text + ", " + session.venue;
}

std::string routes_words(std::string_view routes)
{
    std::string text;
    for (auto const route : split(routes, ','))
        if (!route.empty())
            text += (text.empty() ? "" : ", ") + language::word("training.route." + std::string(route));
    return text;
}

std::string mark_state(std::optional<bool> present) { return !present ? tr("Belum ditandai") : *present ? tr("Hadir") : tr("Tidak hadir"); }

std::string_view mark_tone(std::optional<bool> present) { return !present ? "" : *present ? "ok" : "no"; }

std::vector<MarkLine> history_lines(Services const& services, std::vector<StoredMark> const& marks, SeatId seat)
{
    std::vector<MarkLine> lines;
    for (auto mark = marks.rbegin(); mark != marks.rend(); ++mark) {
        if (mark->seat != seat)
            continue;
        auto what = mark->corrects ? tr("Dibetulkan: {mark}", {{"mark", mark_state(mark->present)}}) : mark_state(mark->present);
        auto const time = format_date_short(mark->recorded_at.date_in(services.zone), language::current()) + " " + format_time(mark->recorded_at, services.zone);
        auto const claimed = mark->made_at ? ", " + tr("jam ponsel {time}", {{"time", format_time(*mark->made_at, services.zone)}}) : std::string {};
        lines.push_back({mark->recorded_at.iso(), time, std::move(what), std::string(mark_tone(mark->present)), routes_words(mark->route) + claimed, mark->recorded_by_name, mark->reason,
            mark->file.empty() ? std::string {} : evidence::href(mark->file), mark->device});
    }
    return lines;
}

std::vector<html::Option> there_options()
{
    std::vector<html::Option> options;
    for (auto const& [value, name] : operations::Choices<There>::values)
        options.push_back({std::string(name), language::word("training.mark." + std::string(name))});
    return options;
}

std::vector<FindingLine> finding_lines(std::vector<AttendanceFinding> const& findings)
{
    std::vector<FindingLine> lines;
    for (auto const& finding : findings)
        lines.push_back({finding.verdict.severity == Severity::Info ? "info" : "warn", language::word(finding.verdict), finding.href});
    return lines;
}

Result<html::Safe> qr_part(std::string_view text, std::string_view label)
{
    auto svg = TRY(documents::qr_svg(text, label));
    return html::Safe::trusted(std::move(svg));
}

} // namespace rtkeren::training
