#include "followup/pages_room.hpp"

#include "followup/sql.hpp"
#include "tables/render.hpp"
#include "territory/territory.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace rtkeren::followup {
namespace {

struct VisitColumn {
    enum : std::size_t { DueOn, RowId, PersonName, NameFold, AfterDays, Topic, TopicName, CourseTitle, RegionCode, Kelurahan, CourseYear, State, ProducingColumn, OnDate };
};

/// Beginning with today: what is late, what is due this week (Monday to Sunday) and the next.
struct Weeks {
    Date today, next_week, after_next;
    explicit Weeks(Date day) : today(day)
    {
        auto const until_monday = 8 - static_cast<int>(day.weekday().iso_encoding());
        next_week = day.plus_days(until_monday);
        after_next = next_week.plus_days(7);
    }
};

constexpr std::array<std::string_view, 3> part_names {"kini", "nanti", "selesai"};

std::vector<tables::Choice> choices_of(std::string_view kind, std::initializer_list<std::string_view> names)
{
    std::vector<tables::Choice> choices;
    for (auto const name : names)
        choices.push_back({std::string(name), words_of(kind, name)});
    return choices;
}

struct Places {
    std::vector<tables::Choice> kelurahan, topics;
};

std::vector<tables::Choice> state_choices()
{
    std::vector<tables::Choice> choices;
    for (auto const& state : followup_machine().states)
        choices.push_back({std::string(state.name), tr(state.label)});
    return choices;
}

tables::TableSpec visits_spec(Places places, std::string const& part)
{
    using tables::Kind;
    auto const is_done = part == "selesai";
    return {.path = "/pendampingan",
        .columns = {{.key = "name", .label = TR_NOOP("Peserta"), .sort = "name_fold", .width = 24}, {.key = "days", .label = TR_NOOP("Hari ke"), .kind = Kind::Integer, .sort = "after_days"},
            {.key = "due", .label = TR_NOOP("Paling baik"), .kind = Kind::Date, .sort = "due_on"}, {.key = "place", .label = TR_NOOP("Wilayah"), .sort = "region", .width = 24},
            {.key = "topic", .label = TR_NOOP("Topik"), .sort = "topic_name", .width = 20}, {.key = "course", .label = TR_NOOP("Pelatihan"), .sort = "title", .hide_on_phone = true, .width = 26},
            {.key = "state", .label = TR_NOOP("Keadaan"), .kind = Kind::Badge, .sort = "state"}, {.key = "producing", .label = TR_NOOP("Jawaban"), .sort = "producing", .hide_on_phone = !is_done},
            {.key = "on", .label = TR_NOOP("Ditanya"), .kind = Kind::Date, .sort = "on_date", .hide_on_phone = true}},
        .filters = {{"bagian", TR_NOOP("Bagian"), "part", {}}, {"minggu", TR_NOOP("Kapan"), "week", choices_of("week", {"late", "this_week", "next_week", "later"})},
            {"kelurahan", TR_NOOP("Kelurahan"), "kelurahan", std::move(places.kelurahan)}, {"topik", TR_NOOP("Topik"), "topic", std::move(places.topics)},
            {"hari", TR_NOOP("Hari ke"), "after_days", {}}, {"keadaan", TR_NOOP("Keadaan"), "state", state_choices()},
            {"jawaban", TR_NOOP("Jawaban"), "producing", choices_of("producing", {"yes", "paused", "stopped", "never"})}, {"tahun", TR_NOOP("Tahun"), "year", {}}, {"rt", TR_NOOP("RT"), "region", {}}},
        .search = true,
        .default_sort = is_done ? "-due" : "due"};
}

Result<Places> places_of(db::ReadTx& tx, Services& services, Actor const& actor)
{
    Places places;
    auto const regions = TRY(territory::regions(tx, services.city, territory::Level::Kelurahan, "", services.today()));
    for (auto const& region : regions)
        if (may(actor, "followup.read", region.code))
            places.kelurahan.push_back({region.code, region.name});
    auto const topics = TRY(tx.run(sql::topics, services.city));
    for (auto const& row : topics)
        places.topics.push_back({row.text(0), row.text(1)});
    return places;
}

struct ListGround {
    std::string part, trainer;
    enterprise::Reach reach;
    Weeks weeks;
};

Result<tables::Table> visits_table(Services& services, db::ReadTx& tx, ListGround const& ground, tables::TableSpec const& spec, tables::ListRequest request)
{
    auto const& r = ground.reach;
    auto asked = request;
    if (asked.filter("bagian").empty())
        asked.filters.emplace_back("bagian", ground.part);
    auto const part = asked.filter("bagian");
    auto const rows_of = [&](auto const& query, auto const&... more) {
        return tables::fetch_rows(tx, query, asked, spec, services.city, r[0].first, r[0].second, r[1].first, r[1].second, r[2].first, r[2].second, r[3].first, r[3].second, ground.weeks.today,
            ground.weeks.next_week, ground.weeks.after_next, ground.trainer, more...);
    };
    auto const page = TRY(part == "kini" ? rows_of(sql::list_visits_waiting) : rows_of(sql::list_visits, std::string(part == "nanti" ? part : "")));
    auto table = tables::table_of(spec, request, page);
    table.title = tr("Tindak lanjut pelatihan");
    table.zone = services.zone;
    table.filename = "tindak-lanjut";
    table.short_cards = true;
    table.empty_title = tr("Di sini nanti yang perlu ditanya");
    table.empty_text = tr("Kunjungan muncul sendiri 30, 90, 180, dan 365 hari setelah pelatihan selesai.");
    enterprise::PlaceWords places(tx, services.city);
    for (auto const& row : page.rows) {
        auto const place = TRY(places.of(row.text(VisitColumn::RegionCode)));
        auto const& state = row.text(VisitColumn::State);
        auto const tone = tone_of_state(state);
        auto const producing = row.text(VisitColumn::ProducingColumn) == "none" ? std::string {} : words_of("producing", row.text(VisitColumn::ProducingColumn));
        auto const badge = tone == "ok" ? tables::Tone::Ok : tone == "warn" ? tables::Tone::Warn : tone == "no" ? tables::Tone::No : tables::Tone::Info;
        table
            .add({row.text(VisitColumn::PersonName), row.integer(VisitColumn::AfterDays), row.date(VisitColumn::DueOn), place, row.text(VisitColumn::TopicName), row.text(VisitColumn::CourseTitle),
                tables::Cell(state_words(followup_machine(), state)).tone(badge), producing, row.maybe_date(VisitColumn::OnDate)})
            .at("/pendampingan/" + row.text(VisitColumn::RowId))
            .named(row.text(VisitColumn::RowId));
    }
    return table;
}

Result<std::vector<WeekLink>> week_links(db::ReadTx& tx, Services& services, ListGround const& ground)
{
    auto const& r = ground.reach;
    auto const rows = TRY(tx.run(sql::open_by_week, services.city, r[0].first, r[0].second, r[1].first, r[1].second, r[2].first, r[2].second, r[3].first, r[3].second, ground.weeks.today,
        ground.weeks.next_week, ground.weeks.after_next));
    std::map<std::string, std::int64_t> counts;
    for (auto const& row : rows)
        counts[row.text(0)] = row.integer(1);
    std::vector<WeekLink> links;
    for (auto const* week : {"late", "this_week", "next_week", "later"})
        links.push_back({std::string("/pendampingan?minggu=") + week, words_of("week", week), format_number(counts[week]), counts[week] > 0 && std::string_view(week) == "late" ? "no" : ""});
    return links;
}

/// Which part of the list: what waits now unless another is asked for.
std::string part_of(http::Exchange const& exchange)
{
    auto const asked = std::string(exchange.request.query_value("bagian"));
    return std::ranges::find(part_names, asked) == part_names.end() ? "kini" : asked;
}

Result<http::Response> get_list(Services& services, http::Exchange& exchange)
{
    ListGround const ground {part_of(exchange), std::string(exchange.request.query_value("pelatih")), enterprise::reach_of(exchange.actor(), "followup.read"), Weeks(services.today())};
    auto places = TRY(db::read(services.db, [&](db::ReadTx& tx) { return places_of(tx, services, exchange.actor()); }));
    auto spec = visits_spec(std::move(places), ground.part);
    if (!ground.trainer.empty())
        spec.kept.emplace_back("pelatih", ground.trainer);
    auto const fetch = [&](tables::ListRequest const& request) { return db::read(services.db, [&](db::ReadTx& tx) { return visits_table(services, tx, ground, spec, request); }); };
    auto answer = TRY(screens::list(services, exchange, spec, fetch));
    if (answer.file)
        return std::move(*answer.file);
    VisitListPage page;
    page.frame = screens::frame(services, exchange, tr("Tindak lanjut"));
    page.frame.help = tr("Satu kunjungan selesai dalam dua menit: masih produksi, dijual lewat apa, berapa, siapa yang bekerja, apa yang menghambat.");
    page.table = std::move(answer.html);
    page.lead = exchange.actor().has("followup.visit") ? tr("Yang perlu Anda tanya, yang paling lambat dulu.") : tr("Yang sedang ditanya oleh pendamping.");
    page.may_survey = exchange.actor().has("followup.survey");
    for (auto const part : part_names)
        page.parts.push_back({"/pendampingan?bagian=" + std::string(part), words_of("part", part), {}, part == ground.part ? "now" : ""});
    if (ground.part == "kini")
        page.weeks = TRY(db::read(services.db, [&](db::ReadTx& tx) { return week_links(tx, services, ground); }));
    return screens::show(page);
}

} // namespace

std::vector<http::Route> list_routes(Services& services)
{
    using enum http::Method;
    return {{Get, "/pendampingan", "followup.read", screens::page(services, get_list), "Follow-ups after courses in one's territory"}};
}

} // namespace rtkeren::followup
