#include "training/presence_pages.hpp"

#include "evidence/evidence.hpp"
#include "language/language.hpp"
#include "training/attendance_room.hpp"
#include "training/sql.hpp"

#include <algorithm>
#include <array>

namespace rtkeren::training {
namespace {

/// A course with its attendance, read once.
struct AttendanceGround {
    Course course;
    std::vector<Session> sessions;
    std::vector<Seat> seats;
    Attendance attendance;
    std::vector<AttendanceFinding> findings;
    bool is_led {false}; // by who looks: the lists of meetings and single marks are theirs alone

    [[nodiscard]] bool is_counted(SessionId id) const { return std::ranges::find(attendance.counted, id) != attendance.counted.end(); }
    [[nodiscard]] std::int64_t present_at(SessionId id) const
    {
        std::int64_t count = 0;
        for (auto const& seat : attendance.seats)
            count += std::ranges::count_if(seat.marks, [&](Presence const& mark) { return mark.session == id && mark.present; });
        return count;
    }
};

Result<AttendanceGround> attendance_ground(db::ReadTx& tx, Services const& services, Actor const& actor, Course found)
{
    AttendanceGround ground {.course = std::move(found), .sessions = {}, .seats = {}, .attendance = {}, .findings = {}};
    ground.is_led = may_lead(actor, ground.course);
    ground.sessions = TRY(sessions_of(tx, services.city, ground.course.id));
    ground.seats = TRY(seats_of(tx, services.city, ground.course.id));
    ground.attendance = TRY(attendance_of(tx, services.city, ground.course.id));
    ground.findings = TRY(attendance_findings(tx, services, ground.course));
    for (auto& finding : ground.findings)
        if (!ground.is_led && finding.href.find("/presensi/") != std::string::npos)
            finding.href.clear();
    return ground;
}

constexpr std::int64_t low_percent = 75; // below: worth asking why

tables::TableSpec attendance_spec(AttendanceGround const& ground)
{
    using tables::Kind;
    tables::TableSpec spec {.path = href_of(ground.course.id) + "/presensi",
        .columns = {{.key = "name", .label = TR_NOOP("Peserta"), .sort = "name", .width = 26}, {.key = "present", .label = TR_NOOP("Hadir"), .kind = Kind::Integer, .sort = "present"},
            {.key = "counted", .label = TR_NOOP("Dihitung"), .kind = Kind::Integer, .hide_on_phone = true}},
        .filters = {{"hadir", TR_NOOP("Kehadiran"), "rate", {{"low", tr("Kurang dari 75 %")}, {"full", tr("Selalu hadir")}}}},
        .search = true,
        .default_sort = "name"};
    for (auto const& session : ground.sessions)
        if (!session.cancelled)
            spec.columns.push_back({.key = "s" + std::to_string(session.number), .label = std::to_string(session.number), .kind = Kind::Badge});
    return spec;
}

bool is_in_rate(std::string_view wanted, std::int64_t present, std::int64_t counted)
{
    if (wanted == "low")
        return counted > 0 && present * 100 < counted * low_percent;
    return wanted != "full" || (counted > 0 && present == counted);
}

/// At most some dozens of people: filtered, sorted and shown whole.
std::vector<std::pair<Seat, SeatAttendance>> wanted_rows(AttendanceGround const& ground, tables::ListRequest const& request)
{
    std::vector<std::pair<Seat, SeatAttendance>> rows;
    for (auto const& seat : ground.seats) {
        auto const* line = ground.attendance.of(seat.id);
        auto const is_named = fold(seat.name).find(fold(request.q)) != std::string::npos;
        if (line != nullptr && is_named && is_in_rate(request.filter("hadir"), line->present, std::ssize(ground.attendance.counted)))
            rows.emplace_back(seat, *line);
    }
    if (request.sort == "present")
        std::ranges::stable_sort(rows, {}, [](auto const& row) { return row.second.present; });
    if (request.descending)
        std::ranges::reverse(rows);
    return rows;
}

tables::Table attendance_table(Services const& services, AttendanceGround const& ground, tables::TableSpec const& spec, tables::ListRequest const& request)
{
    auto table = tables::table_of(spec, request, {});
    table.title = tr("Presensi {title}", {{"title", ground.course.title}});
    table.zone = services.zone;
    table.filename = "presensi";
    table.empty_title = tr("Belum ada peserta yang ditetapkan");
    table.empty_text = tr("Sesudah peserta dipilih, presensi tiap pertemuan tampil di sini.");
    for (auto const& [seat, line] : wanted_rows(ground, request)) {
        std::vector<tables::Cell> cells {seat.name, line.present, std::ssize(ground.attendance.counted)};
        for (auto const& session : ground.sessions) {
            if (session.cancelled)
                continue;
            auto const mark = std::ranges::find(line.marks, session.id, &Presence::session);
            auto const present = mark == line.marks.end() ? std::nullopt : std::optional(mark->present);
            auto const tone = !present ? tables::Tone::None : *present ? tables::Tone::Ok : tables::Tone::No;
            auto cell = tables::Cell(!present ? std::string("–") : *present ? tr("hadir") : tr("tidak")).tone(tone);
            cells.push_back(ground.is_led ? std::move(cell).link(href_of_session(session) + "/tandai/" + seat.id.str()) : std::move(cell));
        }
        table.add(std::move(cells)).named(seat.id.str());
    }
    return table;
}

std::vector<MeetingPresence> meeting_presences(AttendanceGround const& ground, Date today)
{
    std::vector<MeetingPresence> lines;
    auto const seats = std::ssize(ground.attendance.seats);
    for (auto const& session : ground.sessions) {
        MeetingPresence line {.href = ground.is_led ? href_of_session(session) : std::string {}, .number = session_title(session), .when = session_when(session), .subject = session.subject, .state = {}, .tone = {}, .counts = {}};
        if (session.cancelled) {
            line.state = tr("dibatalkan");
            line.tone = "no";
        } else if (ground.is_counted(session.id)) {
            line.state = tr("berjalan");
            line.tone = "ok";
            line.counts = tr("{present} dari {all}", {{"present", std::to_string(ground.present_at(session.id))}, {"all", std::to_string(seats)}});
        } else {
            line.state = session.on < today ? tr("belum diisi") : tr("akan datang");
            line.tone = session.on < today ? "warn" : "info";
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

Result<std::vector<PhotoLine>> photo_lines(db::ReadTx& tx, Services const& services, CourseId course)
{
    std::vector<PhotoLine> lines;
    for (auto const& row : TRY(tx.run(sql::papers_of_course, services.city, course)))
        lines.push_back({evidence::href(row.text(2)), tr("Pertemuan {number}: {count} tanda tangan, dimasukkan {name}",
                                                          {{"number", std::to_string(row.integer(1))}, {"count", std::to_string(row.integer(3))}, {"name", row.text(4)}})});
    return lines;
}

Result<http::Response> get_attendance(Services& services, http::Exchange& exchange)
{
    AttendancePage page;
    auto const read = [&](db::ReadTx& tx) -> Result<AttendanceGround> {
        auto found = TRY(course_of_path(tx, exchange));
        page.photos = TRY(photo_lines(tx, services, found.id));
        return attendance_ground(tx, services, exchange.actor(), std::move(found));
    };
    auto const ground = TRY(db::read(services.db, read));
    auto const spec = attendance_spec(ground);
    auto answer = TRY(screens::list(services, exchange, spec, [&](tables::ListRequest const& request) -> Result<tables::Table> { return attendance_table(services, ground, spec, request); }));
    if (answer.file)
        return std::move(*answer.file);
    page.table = std::move(answer.html);
    page.course_href = href_of(ground.course.id);
    page.base = page.course_href + "/presensi";
    page.findings = finding_lines(ground.findings);
    page.meetings = meeting_presences(ground, services.today());
    page.may_lead = ground.is_led;
    page.frame = screens::frame(services, exchange, ground.course.title, {{page.course_href, ground.course.title}, {"", tr("Presensi")}});
    page.frame.help = tr("Satu tanda berlaku bagi tiap peserta dan pertemuan; bukti lain disimpan di sampingnya. Tekan sebuah tanda untuk melihat semua buktinya.");
    return screens::show(page);
}

/// On the course's page: how full it is and what does not fit.
Result<html::Safe> attendance_panel(Services& services, db::ReadTx& tx, Actor const* actor, std::string_view subject)
{
    auto const id = CourseId::parse(subject);
    if (actor == nullptr || !id.ok())
        return html::Safe {};
    auto found = TRY(course(tx, services.city, *id));
    if (!may_read(*actor, found))
        return html::Safe {};
    auto const ground = TRY(attendance_ground(tx, services, *actor, std::move(found)));
    if (ground.attendance.seats.empty())
        return html::Safe {};
    std::int64_t present = 0;
    for (auto const& seat : ground.attendance.seats)
        present += seat.present;
    auto const places = std::ssize(ground.attendance.counted) * std::ssize(ground.attendance.seats);
    AttendancePanel panel;
    panel.href = href_of(ground.course.id) + "/presensi";
    panel.slip_href = href_of(ground.course.id) + "/slip";
    panel.counted = tr("{counted} dari {all}", {{"counted", std::to_string(ground.attendance.counted.size())},
                                                   {"all", std::to_string(std::ranges::count_if(ground.sessions, [](Session const& session) { return !session.cancelled; }))}});
    panel.rate = places == 0 ? "–" : tr("{percent} %", {{"percent", std::to_string((present * 100 + places / 2) / places)}});
    panel.findings = finding_lines(ground.findings);
    panel.may_lead = ground.is_led;
    return html::part(panel);
}

} // namespace

std::vector<http::Route> attendance_page_routes(Services& services)
{
    return {{http::Method::Get, "/pelatihan/{course}/presensi", "signed_in", screens::page(services, get_attendance), "Attendance of a course with what does not fit together"}};
}

std::vector<screens::Panel> attendance_panels() { return {{"course", 40, attendance_panel}}; }

std::vector<http::Route> attendance_routes(Services& services)
{
    std::vector<http::Route> all;
    for (auto const part : {attendance_page_routes, presence_routes, presence_paper_routes, presence_offline_routes, slip_routes, own_slip_routes, dispute_routes})
        for (auto& route : part(services))
            all.push_back(std::move(route));
    return all;
}

} // namespace rtkeren::training
