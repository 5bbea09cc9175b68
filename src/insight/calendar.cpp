#include "insight/calendar.hpp"

#include "insight/pages.hpp"
#include "insight/scope.hpp"
#include "insight/sql.hpp"
#include "language/language.hpp"
#include "screens/screens.hpp"
#include "tables/render.hpp"

namespace rtkeren::insight {
namespace {

Result<void> observe_plans(db::ReadTx& tx, CityId city, int year, Zone zone, Milestone& milestone)
{
    auto const rows = TRY(tx.run(sql::plans_of_year, city, year));
    auto const& row = rows.front();
    auto const waiting = row.integer(2);
    milestone.of = row.integer(3);
    milestone.done = milestone.of - waiting;
    milestone.observed = true;
    if (auto const first = row.maybe_instant(0))
        milestone.real_from = first->date_in(zone);
    if (auto const last = row.maybe_instant(1); last && waiting == 0)
        milestone.real_to = last->date_in(zone);
    return Done {};
}

/// "tranche_2" -> 2
int tranche_of(std::string_view key)
{
    constexpr std::string_view prefix = "tranche_";
    auto const number = key.starts_with(prefix) ? parse_integer(key.substr(prefix.size())) : std::nullopt;
    return number ? int(*number) : 0;
}

void observe_tranche(db::Rows const& tranches, int number, Milestone& milestone)
{
    milestone.observed = true;
    for (auto const& row : tranches) {
        if (row.integer(0) != number)
            continue;
        milestone.real_from = row.maybe_date(1);
        milestone.done = row.integer(3);
        milestone.of = row.integer(4);
        if (milestone.done >= milestone.of)
            milestone.real_to = row.maybe_date(2);
    }
}

std::string days_words(Milestone const& milestone, Date today)
{
    if (milestone.real_to)
        return tr("selesai");
    auto const left = today.days_until(milestone.due);
    if (left < 0)
        return milestone.observed ? trn("{n} hari lewat", "{n} hari lewat", -left) : tr("sudah lewat");
    return left == 0 ? tr("hari ini") : trn("{n} hari lagi", "{n} hari lagi", left);
}

tables::TableSpec calendar_spec(int year)
{
    using tables::Kind;
    tables::TableSpec spec {.path = "/kalender",
        .columns = {{.key = "step", .label = TR_NOOP("Langkah"), .width = 32}, {.key = "opens", .label = TR_NOOP("Dibuka"), .kind = Kind::Date}, {.key = "due", .label = TR_NOOP("Tenggat"), .kind = Kind::Date},
            {.key = "from", .label = TR_NOOP("Nyata mulai"), .kind = Kind::Date}, {.key = "to", .label = TR_NOOP("Nyata selesai"), .kind = Kind::Date},
            {.key = "done", .label = TR_NOOP("Sudah"), .kind = Kind::Integer}, {.key = "of", .label = TR_NOOP("Dari"), .kind = Kind::Integer},
            {.key = "left", .label = TR_NOOP("Sisa waktu"), .width = 16}, {.key = "basis", .label = TR_NOOP("Dasar"), .hide_on_phone = true, .width = 32}}};
    spec.kept = {{"tahun", std::to_string(year)}};
    return spec;
}

tables::Table calendar_table(Services& services, std::vector<Milestone> const& all, rules::Pack const& pack, int year)
{
    auto const today = services.today();
    tables::Table table;
    table.title = tr("Tenggat {year}", {{"year", std::to_string(year)}});
    table.columns = calendar_spec(year).columns;
    table.as_of = services.now();
    table.zone = services.zone;
    table.filename = "kalender-" + std::to_string(year);
    table.empty_title = tr("Tidak ada tenggat");
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto const& each = all[i];
        auto const is_late = each.observed && !each.real_to && each.due < today;
        auto const count = [&](std::int64_t number) { return each.of == 0 ? std::nullopt : std::optional(number); };
        table
            .add({each.label, each.opens, each.due, each.real_from, each.real_to, count(each.done), count(each.of),
                tables::Cell(days_words(each, today)).tone(is_late ? tables::Tone::No : tables::Tone::None), pack.deadlines[i].basis.citation})
            .named(pack.deadlines[i].key);
    }
    return table;
}

} // namespace

Result<std::vector<Milestone>> milestones(db::ReadTx& tx, CityId city, programme::Year const& year, rules::Pack const& pack, Zone zone)
{
    auto const tranches = TRY(tx.run(sql::tranches_of_year, city, year.year));
    std::vector<Milestone> all;
    for (auto const& deadline : pack.deadlines) {
        Milestone milestone {.label = deadline.label, .opens = deadline.opens, .due = deadline.due, .real_from = {}, .real_to = {}};
        if (deadline.key == "rab") {
            TRY(observe_plans(tx, city, year.year, zone, milestone));
        } else if (auto const number = tranche_of(deadline.key); number > 0) {
            observe_tranche(tranches, number, milestone);
        } else if (deadline.key == "books_closed") {
            milestone.observed = true;
            milestone.real_from = milestone.real_to = year.closed_on;
        }
        all.push_back(std::move(milestone));
    }
    return all;
}

html::Safe calendar_chart(std::vector<Milestone> const& all, int year, Date today, Figures const& money)
{
    charts::YearBars chart {.year = year, .today = today, .accepted = charts::share_of(money.at(charts::Stage::Sah), money.ceiling()), .bars = {}};
    for (auto const& each : all) {
        if (each.observed)
            chart.bars.push_back({each.label, each.opens, each.due, each.real_from, each.real_to});
    }
    return charts::year_bars(chart);
}

Result<http::Response> show_calendar(Services& services, http::Exchange& exchange)
{
    std::optional<http::Response> file;
    auto const work = [&](db::ReadTx& tx) -> Result<CalendarPage> {
        auto const year = TRY(programme::year_or_current(tx, services.city, exchange.request.query_value("tahun")));
        auto const pack = TRY(rules::released(tx, services.city, year.year));
        auto const all = TRY(milestones(tx, services.city, year, *pack, services.zone));
        auto list = TRY(screens::list(services, exchange, calendar_spec(year.year),
            [&](tables::ListRequest const&) -> Result<tables::Table> { return calendar_table(services, all, *pack, year.year); }));
        CalendarPage page;
        file = std::move(list.file);
        if (file)
            return page;
        auto const purses = TRY(purses_of_place(tx, services.city, year.year, ""));
        auto years = TRY(year_choices(tx, services.city, "/kalender", year.year));
        page.title = tr("Kalender {year}", {{"year", std::to_string(year.year)}});
        page.facts = tr("Tenggat dari aturan tahun ini, dan apa yang sudah terjadi.") + " " + as_of_words(services);
        page.years = std::move(years);
        page.may_import = exchange.actor().has("workflow.holidays");
        page.chart = calendar_chart(all, year.year, services.today(), total_of(purses).figures);
        page.table = std::move(list.html);
        return page;
    };
    auto page = TRY(db::read(services.db, work));
    if (file)
        return std::move(*file);
    page.frame = screens::frame(services, exchange, page.title, {{"/kota", services.city_name}, {"", tr("Kalender")}});
    return screens::show(page);
}

} // namespace rtkeren::insight
