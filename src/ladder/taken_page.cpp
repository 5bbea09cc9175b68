#include "ladder/pages_room.hpp"

#include "charts/charts.hpp"
#include "enterprise/pages_room.hpp"
#include "ladder/sql.hpp"
#include "tables/render.hpp"

#include <algorithm>
#include <map>

/// How many businesses of a place, or of who finished a course on a topic, took each step within a year. Papers and steps are counted, never turnover, and no
/// business is named but to who may read it.
namespace rtkeren::ladder {
namespace {

using tables::Kind;

struct Counted {
    std::int64_t taken {0}, proven {0}, lost {0};
};
struct Year {
    Date from, until; // the last day is today
    std::string begins, behind; // as instants: what `ladder_v_taken.at` is compared with
};
Year year_until(Services const& services)
{
    auto const today = services.today();
    auto const from = today.plus_days(-364);
    return {from, today, Instant::start_of(from, services.zone).iso(), Instant::start_of(today.plus_days(1), services.zone).iso()};
}

struct TakenGround {
    Scope scope;
    std::string topic;
    std::vector<tables::Choice> topics;
    std::map<std::string, Counted> steps;
    std::int64_t businesses {0};
};

Result<void> count_place(db::ReadTx& tx, Services const& services, std::string const& place, Year const& year, TakenGround& ground)
{
    auto const [from, behind] = stretch_of(place);
    auto const taken = TRY(tx.run(sql::count_taken, services.city, from, behind, year.begins, year.behind, ground.topic));
    for (auto const& row : taken) {
        ground.steps[row.text(0)].taken += row.integer(1);
        ground.steps[row.text(0)].proven += row.integer(2);
    }
    auto const lost = TRY(tx.run(sql::count_lost, services.city, from, behind, year.from, year.until, ground.topic));
    for (auto const& row : lost)
        ground.steps[row.text(0)].lost += row.integer(1);
    auto const all = TRY(tx.one("ladder.no_business", sql::count_businesses, services.city, from, behind, ground.topic));
    ground.businesses += all.integer(0);
    return Done {};
}

Result<std::string> topic_of(db::ReadTx& tx, Services const& services, http::Exchange const& exchange, std::vector<tables::Choice>& topics)
{
    auto const rows = TRY(tx.run(sql::topics, services.city));
    for (auto const& row : rows)
        topics.push_back({row.text(0), row.text(1)});
    auto asked = exchange.request.query_value("topik");
    if (!asked.empty() && std::ranges::find(topics, asked, &tables::Choice::value) == topics.end())
        return Error::field("topik", "list.filter", asked);
    return asked;
}

std::vector<std::string> steps_in_order()
{
    std::vector<std::string> all;
    for (auto const step : paper_order)
        all.emplace_back(step);
    for (auto const& dimension : dimensions())
        for (auto const step : dimension.steps)
            all.emplace_back(step);
    return all;
}

std::string rows_href(TakenGround const& ground, std::string const& step)
{
    auto href = "/naik-kelas/daftar?langkah=" + step;
    if (!ground.scope.kelurahan.empty())
        href += "&kelurahan=" + ground.scope.kelurahan;
    return ground.topic.empty() ? href : href + "&topik=" + html::encode_url_part(ground.topic);
}

html::Safe counts_table(TakenGround const& ground)
{
    tables::Table table;
    table.cards_on_phone = false;
    table.columns = {{.key = "step", .label = TR_NOOP("Langkah")}, {.key = "taken", .label = TR_NOOP("Usaha yang sampai"), .kind = Kind::Integer},
        {.key = "share", .label = TR_NOOP("Dari semua usaha"), .kind = Kind::Percent}, {.key = "proven", .label = TR_NOOP("Dengan bukti"), .kind = Kind::Integer},
        {.key = "lost", .label = TR_NOOP("Usaha yang mundur"), .kind = Kind::Integer}};
    for (auto const& step : steps_in_order()) {
        auto const found = ground.steps.find(step);
        auto const counted = found == ground.steps.end() ? Counted {} : found->second;
        auto const share = ground.businesses == 0 ? tables::Cell() : tables::Cell(BasisPoints {std::int32_t(std::min<std::int64_t>(10'000, counted.taken * 10'000 / ground.businesses))});
        auto const taken = counted.taken == 0 ? tables::Cell(0) : tables::Cell(counted.taken).link(rows_href(ground, step));
        table.add({step_name(step), taken, share, counted.proven, counted.lost});
    }
    return tables::write_html(table);
}

/// What was asked for, not counted yet.
Result<TakenGround> taken_asked(db::ReadTx& tx, Services const& services, http::Exchange const& exchange)
{
    TakenGround asked;
    asked.scope = TRY(scope_of(tx, services, exchange.actor(), exchange.request.query_value("kelurahan")));
    asked.topic = TRY(topic_of(tx, services, exchange, asked.topics));
    return asked;
}

Result<TakenGround> counted(db::ReadTx& tx, Services const& services, http::Exchange const& exchange, Year const& year)
{
    auto ground = TRY(taken_asked(tx, services, exchange));
    for (auto const& place : ground.scope.places)
        TRY(count_place(tx, services, place, year, ground));
    return ground;
}

Result<http::Response> get_taken(Services& services, http::Exchange& exchange)
{
    auto const year = year_until(services);
    auto const ground = TRY(db::read(services.db, [&](db::ReadTx& tx) { return counted(tx, services, exchange, year); }));
    TakenPage page;
    page.frame = screens::frame(services, exchange, tr("Naik kelas"), {{"", tr("Naik kelas")}});
    page.form.values = {{"kelurahan", ground.scope.kelurahan}, {"topik", ground.topic}};
    page.kelurahan = options_of(ground.scope.choices);
    page.topics = options_of(ground.topics);
    page.lead = tr("{from:date} sampai {until:date}, dari {count:n} usaha yang berjalan.",
        {{"from", year.from.iso()}, {"until", year.until.iso()}, {"count", std::to_string(ground.businesses)}});
    std::vector<charts::Bar> bars;
    for (auto const& step : steps_in_order())
        if (auto const found = ground.steps.find(step); found != ground.steps.end() && found->second.taken > 0)
            bars.push_back({step_name(step), found->second.taken, rows_href(ground, step)});
    page.chart = charts::bars(tr("Usaha yang sampai di tiap langkah"), bars, charts::Unit::Count);
    page.table = counts_table(ground);
    page.notes = {tr("Satu usaha dihitung sekali di tiap langkah, saat pertama kali sampai."), tr("Izin dihitung dari hari terbukti; langkah lain dari tanggal tercapainya."),
        tr("Mundur: langkah yang dicatat berakhir dan izin terbukti yang habis masa berlakunya."), tr("Kelas hukum dan omzet tidak dipakai di sini.")};
    if (!ground.topic.empty())
        page.notes.push_back(tr("Hanya usaha dari peserta yang selesai. Ini hitungan, bukan pengaruh kursus: pembandingnya tidak ada."));
    return screens::show(page);
}

tables::TableSpec taken_spec(std::vector<tables::Choice> kelurahan, std::string const& topic)
{
    std::vector<tables::Choice> steps;
    for (auto const& step : steps_in_order())
        steps.push_back({step, step_name(step)});
    return {.path = "/naik-kelas/daftar",
        .columns = {{.key = "name", .label = TR_NOOP("Usaha"), .sort = "name_fold", .width = 26}, {.key = "activity", .label = TR_NOOP("Kegiatan"), .sort = "activity", .hide_on_phone = true, .width = 22},
            {.key = "step", .label = TR_NOOP("Langkah"), .sort = "step"}, {.key = "on", .label = TR_NOOP("Sampai tanggal"), .kind = Kind::Date, .sort = "at"},
            {.key = "proven", .label = TR_NOOP("Bukti"), .kind = Kind::Badge, .sort = "proven"}, {.key = "place", .label = TR_NOOP("Wilayah"), .sort = "region", .width = 24}},
        .filters = {{"langkah", TR_NOOP("Langkah"), "step", std::move(steps)}, {"kelurahan", TR_NOOP("Kelurahan"), "kelurahan", std::move(kelurahan)}},
        .search = true,
        .default_sort = "-on",
        .kept = topic.empty() ? tables::Query {} : tables::Query {{"topik", topic}}};
}

/// A paper is dated by an instant, another step by its day.
Date day_of(std::string const& at, Zone zone)
{
    auto const day = Date::parse(at);
    return day.ok() ? *day : Instant::parse(at).value().date_in(zone);
}

Result<tables::Table> taken_table(Services& services, db::ReadTx& tx, Actor const& actor, std::string const& topic, tables::TableSpec const& spec, tables::ListRequest const& request)
{
    auto const year = year_until(services);
    auto const r = enterprise::reach_of(actor, "enterprise.read");
    auto const page = TRY(tables::fetch_rows(tx, sql::list_taken, request, spec, services.city, year.begins, year.behind, topic, r[0].first, r[0].second, r[1].first, r[1].second, r[2].first,
        r[2].second, r[3].first, r[3].second));
    auto table = tables::table_of(spec, request, page);
    table.title = tr("Yang naik kelas");
    table.filename = "naik-kelas";
    table.empty_title = tr("Belum ada yang sampai di langkah ini setahun terakhir");
    enterprise::PlaceWords places(tx, services.city);
    for (auto const& row : page.rows) {
        auto const place = TRY(places.of(row.text(6)));
        auto const is_proven = row.text(9) == "yes";
        table
            .add({row.text(3), row.text(5), step_name(row.text(8)), day_of(row.text(0), services.zone),
                tables::Cell(is_proven ? tr("terbukti") : tr("belum dicek")).tone(is_proven ? tables::Tone::Ok : tables::Tone::Info), place})
            .at("/naik-kelas/" + row.text(2))
            .named(row.text(1));
    }
    return table;
}

Result<http::Response> get_list(Services& services, http::Exchange& exchange)
{
    auto const asked = TRY(db::read(services.db, [&](db::ReadTx& tx) { return taken_asked(tx, services, exchange); }));
    auto const& topic = asked.topic;
    auto const spec = taken_spec(asked.scope.choices, topic);
    auto answer = TRY(screens::list(services, exchange, spec, [&](tables::ListRequest const& request) {
        return db::read(services.db, [&](db::ReadTx& tx) { return taken_table(services, tx, exchange.actor(), topic, spec, request); });
    }));
    if (answer.file)
        return std::move(*answer.file);
    ListPage page {screens::frame(services, exchange, tr("Yang naik kelas"), {{"/naik-kelas", tr("Naik kelas")}, {"", tr("Daftar")}}), tr("Yang naik kelas"),
        tr("Langkah yang pertama kali dicapai dalam setahun terakhir."), std::move(answer.html)};
    return screens::show(page);
}

} // namespace

std::vector<http::Route> taken_routes(Services& services)
{
    using enum http::Method;
    return {{Get, "/naik-kelas", "enterprise.read", screens::page(services, get_taken), "How many businesses took each step within a year"},
        {Get, "/naik-kelas/daftar", "enterprise.read", screens::page(services, get_list), "Businesses that took a step within a year"}};
}

} // namespace rtkeren::ladder
