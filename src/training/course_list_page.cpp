#include "training/pages_room.hpp"

#include "tables/render.hpp"
#include "territory/territory.hpp"
#include "training/sql.hpp"

namespace rtkeren::training {
namespace {

enum CourseColumn : std::size_t { CourseStart, CourseRow, CourseTitle, CourseTitleFold, CourseTopicName, CourseTopic, CourseUnit, CourseKelurahan, CourseEnd, CourseQuota, CourseState, CourseDue,
    CourseFacilitator, CourseYear, CourseApplied, CourseSeats, CourseFinished, CourseSpent };

tables::TableSpec courses_spec(int year, std::vector<tables::Choice> kelurahan, std::vector<tables::Choice> topics)
{
    using tables::Kind;
    std::vector<tables::Choice> states;
    for (auto const& state : course_machine().states)
        states.push_back({std::string(state.name), tr(state.label)});
    return {.path = "/pelatihan/semua",
        .columns = {{.key = "title", .label = TR_NOOP("Pelatihan"), .sort = "title_fold", .width = 28}, {.key = "topic", .label = TR_NOOP("Topik"), .sort = "topic_name", .width = 22},
            {.key = "place", .label = TR_NOOP("Wilayah"), .sort = "unit_code", .width = 24}, {.key = "starts_on", .label = TR_NOOP("Mulai"), .kind = Kind::Date, .sort = "starts_on"},
            {.key = "ends_on", .label = TR_NOOP("Selesai"), .kind = Kind::Date, .sort = "ends_on", .hide_on_phone = true}, {.key = "state", .label = TR_NOOP("Keadaan"), .kind = Kind::Badge, .sort = "state"},
            {.key = "applied", .label = TR_NOOP("Pendaftar"), .kind = Kind::Integer, .sort = "applied"}, {.key = "quota", .label = TR_NOOP("Tempat"), .kind = Kind::Integer, .sort = "quota", .hide_on_phone = true},
            {.key = "seats", .label = TR_NOOP("Peserta"), .kind = Kind::Integer, .sort = "seats"}, {.key = "finished", .label = TR_NOOP("Yang selesai"), .kind = Kind::Integer, .sort = "finished"},
            {.key = "spent", .label = TR_NOOP("Belanja"), .kind = Kind::Rupiah, .sort = "spent", .hide_on_phone = true},
            {.key = "per_seat", .label = TR_NOOP("Per peserta"), .kind = Kind::Rupiah, .hide_on_phone = true},
            {.key = "per_finished", .label = TR_NOOP("Per yang selesai"), .kind = Kind::Rupiah, .hide_on_phone = true},
            {.key = "facilitator", .label = TR_NOOP("Fasilitator"), .sort = "facilitator_name", .hide_on_phone = true}},
        .filters = {{"kelurahan", TR_NOOP("Kelurahan"), "kelurahan", std::move(kelurahan)}, {"topik", TR_NOOP("Topik"), "topic", std::move(topics)},
            {"keadaan", TR_NOOP("Keadaan"), "state", std::move(states)}},
        .search = true,
        .default_sort = "-starts_on",
        .kept = {{"tahun", std::to_string(year)}}};
}

tables::Tone course_tone(std::string_view state)
{
    auto const tone = course_state_tone(state);
    return tone == "ok" ? tables::Tone::Ok : tone == "no" ? tables::Tone::No : tone == "warn" ? tables::Tone::Warn : tables::Tone::Info;
}

tables::Cell share_cell(Rupiah spent, std::int64_t people)
{
    auto const share = spent.is_zero() ? std::nullopt : shared_by(spent, people);
    return share ? tables::Cell(*share) : tables::Cell();
}

/// Whose courses this person sees: those of the places and the group, or those that name this person as facilitator.
struct CourseScope {
    CourseReach reach;
    std::string facilitator;
};
CourseScope scope_of(Actor const& actor)
{
    if (actor.has("training.read"))
        return {course_reach(actor, "training.read"), {}};
    CourseScope scope {{}, actor.person.str()};
    scope.reach.places.fill({"~", "~"});
    scope.reach.places[0] = {"", "~"};
    return scope;
}

Result<tables::Table> courses_table(Services& services, db::ReadTx& tx, CourseScope const& scope, int year, tables::TableSpec const& spec, tables::ListRequest const& request)
{
    auto const& r = scope.reach.places;
    auto const page = TRY(tables::fetch_rows(tx, sql::list_courses, request, spec, services.city, year, r[0].first, r[0].second, r[1].first, r[1].second, r[2].first, r[2].second, r[3].first,
        r[3].second, scope.reach.pokmas, scope.facilitator));
    auto table = tables::table_of(spec, request, page);
    table.title = tr("Pelatihan {year}", {{"year", std::to_string(year)}});
    table.zone = services.zone;
    table.filename = "pelatihan-" + std::to_string(year);
    table.empty_title = tr("Di sini nanti pelatihan tahun ini");
    table.empty_text = tr("Rencanakan pelatihan dari baris RAB kantong UMKM yang disetujui.");
    for (auto const& row : page.rows) {
        auto place = TRY(enterprise::place_words(tx, services.city, row.text(CourseUnit)));
        table
            .add({row.text(CourseTitle), row.text(CourseTopicName), std::move(place), row.date(CourseStart), row.date(CourseEnd),
                tables::Cell(course_state_label(row.text(CourseState))).tone(course_tone(row.text(CourseState))), row.integer(CourseApplied), row.integer(CourseQuota), row.integer(CourseSeats),
                row.integer(CourseFinished), row.rupiah(CourseSpent), share_cell(row.rupiah(CourseSpent), row.integer(CourseSeats)),
                share_cell(row.rupiah(CourseSpent), row.integer(CourseFinished)), row.text(CourseFacilitator)})
            .at("/pelatihan/" + row.text(CourseRow))
            .named(row.text(CourseRow));
    }
    return table;
}

struct CourseFilters {
    int year {0};
    std::vector<tables::Choice> kelurahan, topics;
};
Result<CourseFilters> read_filters(db::ReadTx& tx, Services& services, http::Exchange const& exchange)
{
    CourseFilters filters;
    filters.year = TRY(programme::year_or_current(tx, services.city, exchange.request.query_value("tahun"))).year;
    for (auto const& region : TRY(territory::regions(tx, services.city, territory::Level::Kelurahan, "", services.today())))
        if (may(exchange.actor(), "training.read", region.code))
            filters.kelurahan.push_back({region.code, region.name});
    for (auto const& each : TRY(topics(tx, services.city)))
        filters.topics.push_back({each.code, each.name});
    return filters;
}

Result<http::Response> get_courses(Services& services, http::Exchange& exchange)
{
    auto const& actor = exchange.actor();
    if (!actor.has("training.read") && !actor.has("training.lead"))
        return Error::forbidden("permission.missing");
    auto const scope = scope_of(actor);
    auto filters = TRY(db::read(services.db, [&](db::ReadTx& tx) { return read_filters(tx, services, exchange); }));
    auto const spec = courses_spec(filters.year, std::move(filters.kelurahan), std::move(filters.topics));
    auto const fetch = [&](tables::ListRequest const& request) { return db::read(services.db, [&](db::ReadTx& tx) { return courses_table(services, tx, scope, filters.year, spec, request); }); };
    auto answer = TRY(screens::list(services, exchange, spec, fetch));
    if (answer.file)
        return std::move(*answer.file);
    return screens::show(CourseListPage {screens::frame(services, exchange, tr("Pelatihan")), std::move(answer.html), actor.has("training.manage")});
}

} // namespace

std::vector<http::Route> list_routes(Services& services)
{
    return {{http::Method::Get, "/pelatihan/semua", "signed_in", screens::page(services, get_courses), "Courses of one's territory, or those that one leads"}};
}

} // namespace rtkeren::training
