#include "language/language.hpp"
#include "planning/pages.hpp"
#include "planning/parts.hpp"
#include "planning/sql.hpp"

namespace rtkeren::planning {
namespace {

enum PriceColumn : std::size_t {ItemFold, PriceRowId, Item, Unit, Price, Place, Source, ValidFrom, ValidUntil};

tables::TableSpec prices_spec(int year)
{
    using tables::Kind;
    return { .path = "/harga",
        .columns = {{.key = "item", .label = TR_NOOP("Barang atau jasa"), .sort = "item_fold", .width = 32}, {.key = "unit", .label = TR_NOOP("Satuan")},
            {.key = "price", .label = TR_NOOP("Harga"), .kind = Kind::Rupiah, .sort = "price"},
            {.key = "place", .label = TR_NOOP("Wilayah"), .sort = "place", .hide_on_phone = true},
            {.key = "source", .label = TR_NOOP("Sumber"), .hide_on_phone = true},
            {.key = "valid_from", .label = TR_NOOP("Berlaku dari"), .kind = Kind::Date, .sort = "valid_from"},
            {.key = "valid_until", .label = TR_NOOP("Berlaku sampai"), .kind = Kind::Date, .sort = "valid_until" }},
        .filters = {},
        .search = true,
        .default_sort = "item",
        .kept = {{"tahun", std::to_string(year) } }};
}

Result<tables::Table> prices_table(Services& services, db::ReadTx& tx, int year, tables::ListRequest const& request)
{
    auto const spec = prices_spec(year);
    auto const page = TRY(tables::fetch_rows(tx, sql::list_prices, request, spec, services.city, year));
    auto table = tables::table_of(spec, request, page);
    table.title = tr("Harga acuan {year}", {{"year", std::to_string(year)}});
    table.zone = services.zone;
    table.empty_title = tr("Belum ada harga acuan");
    table.empty_text = tr("Bagian Pemerintahan atau dinas mengimpornya dari standar harga kota.");
    for (auto const& row : page.rows) {
        auto const place = row.text(Place).empty() ? tr("Seluruh kota") : row.text(Place);
        table.add({row.text(Item), row.text(Unit), row.rupiah(Price), place, row.text(Source), row.date(ValidFrom), row.maybe_date(ValidUntil)})
            .named(row.text(PriceRowId));
    }
    return table;
}

Result<http::Response> get_prices(Services& services, http::Exchange& exchange)
{
    auto const year
        = TRY(db::read(services.db, [&](db::ReadTx& tx) { return programme::year_or_current(tx, services.city, exchange.request.query_value("tahun")); }));
    auto const fetch = [&](tables::ListRequest const& request) {
        return db::read(services.db, [&](db::ReadTx& tx) { return prices_table(services, tx, year.year, request); });
    };
    auto answer = TRY(screens::list(services, exchange, prices_spec(year.year), fetch));
    if (answer.file)
        return std::move(*answer.file);
    PricesPage page {screens::frame(services, exchange, tr("Harga acuan"), {{"/rab", "RAB"}, {"", tr("Harga acuan") }}), std::move(answer.html),
        exchange.actor().has("planning.prices") };
    return screens::show(page);
}

} // namespace

std::vector<http::Route> price_routes(Services& services)
{
    return {{http::Method::Get, "/harga", "insight.read", screens::page(services, get_prices), "Reference prices of a year"}};
}

} // namespace rtkeren::planning
