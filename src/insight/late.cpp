#include "insight/late.hpp"

#include "insight/figures.hpp"
#include "insight/kinds.hpp"
#include "insight/scope.hpp"
#include "insight/sql.hpp"
#include "language/language.hpp"
#include "screens/screens.hpp"
#include "tables/list.hpp"

namespace rtkeren::insight {
namespace {

/// The title is the item's own; the view that lists them has none.
Result<LateItem> late_of_row(db::ReadTx& tx, CityId city, db::Row const& row)
{
    auto const item = TRY(workflow::find(tx, city, row.text(1), row.ulid(0)));
    return LateItem {item.subject, item.machine, item.title, state_label(item), item.place, item.waits_for, row.date(6), item.since};
}

std::string days_late(Date due, Date today)
{
    auto const days = due.days_until(today);
    return trn("{n} hari", "{n} hari", days);
}

tables::TableSpec late_spec(std::vector<territory::Region> const& kelurahan)
{
    using tables::Kind;
    std::vector<tables::Choice> places;
    for (auto const& each : kelurahan)
        places.push_back({each.code, each.name});
    return {.path = "/terlambat",
        .columns = {{.key = "title", .label = TR_NOOP("Berkas"), .sort = "title"}, {.key = "kind", .label = TR_NOOP("Jenis"), .sort = "machine", .hide_on_phone = true},
            {.key = "place", .label = TR_NOOP("Wilayah"), .sort = "place"}, {.key = "state", .label = TR_NOOP("Keadaan")}, {.key = "who", .label = TR_NOOP("Pada siapa"), .sort = "waits_for"},
            {.key = "due", .label = TR_NOOP("Tenggat"), .kind = Kind::Date, .sort = "due"}, {.key = "days", .label = TR_NOOP("Hari lewat"), .kind = Kind::Integer}},
        .filters = {{.name = "kelurahan", .label = TR_NOOP("Kelurahan"), .column = "kelurahan", .choices = std::move(places)}},
        .search = true,
        .default_sort = "due"};
}

Result<tables::Table> late_table(db::ReadTx& tx, Services& services, Actor const& actor, tables::TableSpec const& spec, tables::ListRequest const& request)
{
    auto const today = services.today();
    auto const names = TRY(PlaceNames::read(tx, services.city, services.city_name, today));
    auto const reach = reach_of(actor);
    auto const range = range_of(reach.pokmas.empty() ? reach.place : std::string {});
    auto const page = TRY(tables::fetch_rows(tx, sql::late_items, request, spec, services.city, today, range.first, range.after, reach.pokmas));
    auto table = tables::table_of(spec, request, page);
    table.title = tr("Terlambat");
    table.as_of = services.now();
    table.zone = services.zone;
    table.empty_title = tr("Tidak ada yang terlambat");
    table.empty_text = tr("Begitu sebuah berkas lewat tenggatnya, di sini terlihat giliran siapa dan sudah berapa hari.");
    for (auto const& row : page.rows) {
        auto const item = TRY(late_of_row(tx, services.city, row));
        table.add({item.title, kind_label(item.machine), tables::Cell(names.words(item.place)).link(territory::href_of(item.place)), item.state, who_has(item.waits_for), item.due,
                      tables::Cell(item.due.days_until(today)).tone(tables::Tone::No)})
            .at(item_href(item.machine, item.subject.text()))
            .named(item.subject.str());
    }
    return table;
}

} // namespace

Result<std::vector<LateItem>> late_items(db::ReadTx& tx, CityId city, Actor const& actor, std::string_view place, Date today, int limit)
{
    auto const reach = reach_of(actor);
    auto const is_inside = territory::holds(reach.place, place);
    if (!is_inside && !territory::holds(place, reach.place))
        return std::vector<LateItem> {};
    auto const range = range_of(is_inside ? place : reach.place);
    db::ListCut cut;
    cut.sort = "due";
    cut.limit = limit;
    auto const rows = TRY(tx.list(sql::late_items, cut, city, today, range.first, range.after, reach.pokmas));
    std::vector<LateItem> items;
    for (auto const& row : rows) {
        if (items.size() == std::size_t(limit))
            break;
        auto item = TRY(late_of_row(tx, city, row));
        items.push_back(std::move(item));
    }
    return items;
}

LateLine late_line(LateItem const& item, PlaceNames const& names, Date today)
{
    return {item_href(item.machine, item.subject.text()), item.title, item.state, tr("pada {who}, {place}", {{"who", who_has(item.waits_for)}, {"place", names.words(item.place)}}),
        days_late(item.due, today)};
}

Result<http::Response> show_late(Services& services, http::Exchange& exchange)
{
    auto const work = [&](db::ReadTx& tx) -> Result<screens::ListAnswer> {
        auto const reach = reach_of(exchange.actor());
        auto const kelurahan = TRY(territory::regions(tx, services.city, territory::Level::Kelurahan, reach.place, services.today()));
        auto const spec = late_spec(kelurahan);
        return screens::list(services, exchange, spec, [&](tables::ListRequest const& request) { return late_table(tx, services, exchange.actor(), spec, request); });
    };
    auto answer = TRY(db::read(services.db, work));
    if (answer.file)
        return std::move(*answer.file);
    ListPage page {.frame = screens::frame(services, exchange, tr("Terlambat")), .title = tr("Siapa terlambat"),
        .facts = tr("Berkas yang tenggatnya sudah lewat, yang paling lama lebih dulu.") + " " + as_of_words(services), .list = std::move(answer.html)};
    return screens::show(page);
}

} // namespace rtkeren::insight
