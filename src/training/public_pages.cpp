#include "training/pages_room.hpp"

#include "identity/identity.hpp"
#include "identity/throttle.hpp"
#include "tables/render.hpp"
#include "territory/territory.hpp"
#include "training/sql.hpp"

#include <algorithm>
#include <memory>

namespace rtkeren::training {
namespace {

// Per address and quarter of an hour: a family behind one address applies in a few minutes, a machine does not get far.
constexpr int applications_per_address = 20;
constexpr std::int64_t application_window_seconds = 15 * 60;
constexpr int days_shown_after = 120; // a course that ended is shown so long

enum CallColumn : std::size_t { CallStart, CallRow, CallTitle, CallTopic, CallKelurahan, CallUnit, CallFrom, CallUntil, CallQuota, CallVenue, CallEnd, CallState, CallCall };

tables::TableSpec calls_spec(std::vector<tables::Choice> kelurahan)
{
    using tables::Kind;
    return {.path = "/pelatihan",
        .columns = {{.key = "title", .label = TR_NOOP("Pelatihan"), .width = 28}, {.key = "topic", .label = TR_NOOP("Topik"), .sort = "topic_name", .width = 22},
            {.key = "place", .label = TR_NOOP("Wilayah"), .sort = "unit_code", .width = 24}, {.key = "call_until", .label = TR_NOOP("Mendaftar sampai"), .kind = Kind::Date, .sort = "call_until"},
            {.key = "starts_on", .label = TR_NOOP("Mulai"), .kind = Kind::Date, .sort = "starts_on"}, {.key = "venue", .label = TR_NOOP("Tempat"), .hide_on_phone = true},
            {.key = "quota", .label = TR_NOOP("Jumlah peserta"), .kind = Kind::Integer, .hide_on_phone = true}, {.key = "call", .label = TR_NOOP("Keadaan"), .kind = Kind::Badge}},
        .filters = {{"kelurahan", TR_NOOP("Kelurahan"), "kelurahan", std::move(kelurahan)},
            {"keadaan", TR_NOOP("Keadaan"), "call", {{"now", word_of("call", "now")}, {"coming", word_of("call", "coming")}, {"done", word_of("call", "done")}}}},
        .search = true,
        .default_sort = "-starts_on"};
}

Result<tables::Table> calls_table(Services& services, db::ReadTx& tx, tables::TableSpec const& spec, tables::ListRequest const& request)
{
    auto const today = services.today();
    auto const page = TRY(tables::fetch_rows(tx, sql::list_calls, request, spec, services.city, today, today.plus_days(-days_shown_after)));
    auto table = tables::table_of(spec, request, page);
    table.title = tr("Pelatihan untuk warga");
    table.zone = services.zone;
    table.filename = "pelatihan";
    table.empty_title = tr("Belum ada pelatihan yang diumumkan");
    table.empty_text = tr("Pengumuman berikutnya tampil di sini, paling singkat tujuh hari sebelum dimulai.");
    for (auto const& row : page.rows) {
        auto place = TRY(enterprise::place_words(tx, services.city, row.text(CallUnit)));
        auto const call = row.text(CallCall);
        table
            .add({row.text(CallTitle), row.text(CallTopic), std::move(place), row.date(CallUntil), row.date(CallStart), row.text(CallVenue), row.integer(CallQuota),
                tables::Cell(word_of("call", call)).tone(call == "now" ? tables::Tone::Ok : tables::Tone::Info)})
            .at("/pelatihan/" + row.text(CallRow))
            .named(row.text(CallRow));
    }
    return table;
}

Result<http::Response> get_calls(Services& services, http::Exchange& exchange)
{
    std::vector<tables::Choice> kelurahan;
    for (auto const& region : TRY(db::read(services.db, [&](db::ReadTx& tx) { return territory::regions(tx, services.city, territory::Level::Kelurahan, "", services.today()); })))
        kelurahan.push_back({region.code, region.name});
    auto const spec = calls_spec(std::move(kelurahan));
    auto const fetch = [&](tables::ListRequest const& request) { return db::read(services.db, [&](db::ReadTx& tx) { return calls_table(services, tx, spec, request); }); };
    auto answer = TRY(screens::list(services, exchange, spec, fetch));
    if (answer.file)
        return std::move(*answer.file);
    return screens::show(CallsPage {visitor_frame(services, exchange, tr("Pelatihan untuk warga")), std::move(answer.html)});
}

/// What anybody may know: nothing before the call is out, a cancelled course only as such.
Result<Course> called_course(db::ReadTx& tx, CityId city, std::string_view id)
{
    auto const parsed = CourseId::parse(id);
    if (!parsed.ok())
        return Error::not_found("training.no_course");
    auto found = TRY(course(tx, city, *parsed));
    auto is_public = found.state != "planned" && found.state != "cancelled";
    if (found.state == "cancelled")
        for (auto const& row : TRY(workflow::history(tx, city, course_machine().name, found.id.ulid())))
            is_public = is_public || row.event == "open";
    if (!is_public)
        return Error::not_found("training.no_course");
    return found;
}

/// Initials of those on the list, and how many wait: in public nobody has a name.
Result<void> add_list(db::ReadTx& tx, CityId city, Course const& course, CallPage& page)
{
    if (course.state == "open" || course.state == "cancelled")
        return Done {};
    std::string chosen;
    std::int64_t waiting = 0, count = 0;
    for (auto const& seat : TRY(seats_of(tx, city, course.id))) {
        waiting += seat.state == "waiting" ? 1 : 0;
        if (!seat.takes_part())
            continue;
        chosen += (chosen.empty() ? "" : ", ") + identity::initials(seat.name);
        ++count;
    }
    page.list = {{tr("Peserta"), tr("{count}: {initials}", {{"count", std::to_string(count)}, {"initials", chosen}})}, {tr("Daftar tunggu"), std::to_string(waiting)}};
    return Done {};
}

Result<CallPage> read_call(db::ReadTx& tx, Services& services, http::Exchange const& exchange, Course const& course)
{
    CallPage page {visitor_frame(services, exchange, course.title), course.title, course.topic_name, course_state_label(course.state), std::string(course_state_tone(course.state))};
    auto const day = [](Date on) { return format_date(on, language::current()); };
    auto const today = services.today();
    if (course.state == "open" && course.call_from <= today && today <= course.call_until)
        page.apply_href = href_of(course.id) + "/daftar";
    else if (course.state == "open")
        page.closed_text = today < course.call_from ? tr("Pendaftaran dibuka {day}.", {{"day", day(course.call_from)}}) : tr("Pendaftaran sudah ditutup {day}.", {{"day", day(course.call_until)}});
    page.facts = {{tr("Mendaftar"), tr("{from} sampai {until}", {{"from", day(course.call_from)}, {"until", day(course.call_until)}})},
        {tr("Wilayah"), TRY(enterprise::place_words(tx, services.city, course.unit_code))}, {tr("Tempat"), course.venue}, {tr("Jumlah peserta"), std::to_string(course.quota)},
        {tr("Untuk siapa"), course.target.empty() ? tr("Semua warga") : course.target}, {tr("Biaya"), tr("Tidak dipungut biaya")}};
    page.meetings = meeting_lines(TRY(sessions_of(tx, services.city, course.id)));
    page.path = path_view(path_in(course.legality));
    page.curriculum = curriculum_lines(TRY(topic(tx, services.city, course.topic)).curriculum);
    TRY(add_list(tx, services.city, course, page));
    return page;
}

/// One address for both: who may read the course sees all of it, everybody else what is public.
Result<http::Response> get_course_page(Services& services, http::Exchange& exchange)
{
    auto const id = exchange.parameter("id");
    if (exchange.session) {
        auto const mine = db::read(services.db, [&](db::ReadTx& tx) { return readable_course(tx, exchange.actor(), services.city, id); });
        if (mine.ok())
            return show_course_inside(services, exchange, *mine);
    }
    auto const read = [&](db::ReadTx& tx) -> Result<CallPage> {
        auto const course = TRY(called_course(tx, services.city, id));
        return read_call(tx, services, exchange, course);
    };
    auto const page = TRY(db::read(services.db, read));
    return screens::show(page);
}

Result<http::Response> show_apply(Services& services, http::Exchange const& exchange, html::FormState form)
{
    auto const read = [&](db::ReadTx& tx) -> Result<ApplyPage> {
        auto const course = TRY(called_course(tx, services.city, exchange.parameter("id")));
        ApplyPage made {visitor_frame(services, exchange, tr("Mendaftar")), std::move(form), course.title, exchange.request.path, href_of(course.id)};
        made.places = TRY(living_places(tx, services, course.kelurahan));
        for (auto& other : TRY(living_places(tx, services, {})))
            if (!other.value.starts_with(course.kelurahan))
                made.places.push_back(std::move(other));
        return made;
    };
    auto const page = TRY(db::read(services.db, read));
    return screens::show(page);
}

Result<http::Response> get_apply(Services& services, http::Exchange& exchange) { return show_apply(services, exchange, screens::fresh_form(services)); }

Result<http::Response> post_apply(Services& services, http::Exchange& exchange, identity::Throttle& throttle)
{
    auto const& address = exchange.request.remote_address;
    if (auto const wait = throttle.wait(services.env, address); wait > 0) {
        html::FormState form = html::refused_form(exchange.request.form, Error::forbidden("training.too_many"));
        form.summary = language::word("training.too_many", {{"minutes", std::to_string((wait + 59) / 60)}});
        auto response = TRY(show_apply(services, exchange, std::move(form)));
        response.status = 429;
        return response;
    }
    throttle.count(services.env, address);
    // A visitor has no account: the program writes the application down, and the office calls back.
    std::optional<http::Session> const visitor = http::Session {identity::system_actor(services.city, {}), {}};
    http::Exchange of_visitor {exchange.request, visitor, exchange.parameters, exchange.language};
    boost::json::object const extra {{"course", exchange.parameter("id")}};
    return screens::submit(services, of_visitor, "training.apply", extra, [&](html::FormState const& refused, Error const&) { return show_apply(services, exchange, refused); });
}

} // namespace

std::vector<http::Route> public_routes(Services& services)
{
    using enum http::Method;
    auto const throttle = std::make_shared<identity::Throttle>(applications_per_address, application_window_seconds);
    auto const apply = [throttle](Services& of, http::Exchange& exchange) { return post_apply(of, exchange, *throttle); };
    return {{Get, "/pelatihan", "", screens::page(services, get_calls), "Courses that anybody may apply for"},
        {Get, "/pelatihan/{id}", "", screens::page(services, get_course_page), "A course: for everybody without names, for its people in full"},
        {Get, "/pelatihan/{id}/daftar", "", screens::page(services, get_apply), "Form for answering a call"},
        {Post, "/pelatihan/{id}/daftar", "", screens::page(services, apply), "Answer a call"}};
}

} // namespace rtkeren::training
