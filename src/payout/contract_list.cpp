#include "language/language.hpp"
#include "payout/page_parts.hpp"
#include "payout/sql.hpp"
#include "tables/render.hpp"

namespace rtkeren::payout {

namespace {

using tables::Kind;

enum ContractColumn : std::size_t { RowId, Number, Group, GroupName, Place, Kelurahan, Signed, Starts, Ends, Ended, Amount, Requested, StateName };

tables::TableSpec contracts_spec(int year)
{
    return { .path = "/kontrak",
        .columns
        = { { .key = "number", .label = TR_NOOP("Kontrak"), .sort = "number" }, { .key = "pokmas", .label = TR_NOOP("Pokmas"), .sort = "place", .width = 26 },
            { .key = "state", .label = TR_NOOP("Keadaan"), .kind = Kind::Badge, .sort = "state" },
            { .key = "amount", .label = TR_NOOP("Jumlah"), .kind = Kind::Rupiah, .sort = "amount", .total = true },
            { .key = "requested", .label = TR_NOOP("Sudah diminta"), .kind = Kind::Rupiah, .sort = "requested", .total = true },
            { .key = "signed_on", .label = TR_NOOP("Ditandatangani"), .kind = Kind::Date, .sort = "signed_on", .hide_on_phone = true },
            { .key = "ends_on", .label = TR_NOOP("Selesai"), .kind = Kind::Date, .sort = "ends_on" } },
        .filters = { { "keadaan", TR_NOOP("Keadaan"), "state", { { "in_force", tr("Berlaku") }, { "ended", tr("Berakhir") } } },
            { "kelurahan", TR_NOOP("Kelurahan"), "kelurahan", {} } },
        .search = true,
        .default_sort = "pokmas",
        .kept = { { "tahun", std::to_string(year) } } };
}

tables::Cell state_cell(db::Row const& row)
{
    auto const ended = row.maybe_date(Ended);
    return ended ? tables::Cell(tr("Berakhir {on:date}", { { "on", ended->iso() } })) : tables::Cell(tr("Berlaku")).tone(tables::Tone::Ok);
}

Result<tables::Table> contracts_table(Services& services, db::ReadTx& tx, int year, Reach const& r, tables::ListRequest const& request)
{
    auto const spec = contracts_spec(year);
    auto const page = TRY(tables::fetch_rows(tx, sql::list_contracts, request, spec, services.city, year, r[0].first, r[0].second, r[1].first, r[1].second,
        r[2].first, r[2].second, r[3].first, r[3].second));
    auto table = tables::table_of(spec, request, page);
    table.title = tr("Kontrak {year}", { { "year", std::to_string(year) } });
    table.zone = services.zone;
    table.filename = "kontrak-" + std::to_string(year);
    table.empty_title = tr("Di sini nanti daftar kontrak");
    table.empty_text = tr("Lurah membuat kontrak dari halaman pokmas, setelah RAB disetujui.");
    for (auto const& row : page.rows)
        table
            .add({ row.text(Number), row.text(GroupName), state_cell(row), row.rupiah(Amount), row.rupiah(Requested), row.date(Signed), row.date(Ends) })
            .at("/kontrak/" + row.text(RowId))
            .named(row.text(RowId));
    return table;
}

Result<http::Response> get_contracts(Services& services, http::Exchange& exchange)
{
    auto const year = TRY(db::read(services.db, [&](db::ReadTx& tx) { return programme::year_or_current(tx, services.city, exchange.request.query_value("tahun")); })).year;
    auto fetch = [&](tables::ListRequest const& request) {
        return db::read(services.db, [&](db::ReadTx& tx) { return contracts_table(services, tx, year, reach_of(exchange.actor()), request); });
    };
    auto answer = TRY(screens::list(services, exchange, contracts_spec(year), fetch));
    if (answer.file)
        return std::move(*answer.file);
    ListPage page;
    page.frame = screens::frame(services, exchange, tr("Kontrak"));
    page.frame.help = tr("Satu kontrak satu pokmas satu tahun, untuk semua RT yang RAB-nya disetujui. Adendum mengubah jumlahnya.");
    page.form = screens::fresh_form(services);
    page.title = tr("Kontrak {year}", { { "year", std::to_string(year) } });
    page.lead = tr("Kontrak swakelola dengan pokmas dan berapa yang sudah diminta darinya.");
    page.table = std::move(answer.html);
    page.path = "/kontrak";
    page.year = std::to_string(year);
    page.form.set("tahun", page.year);
    page.years = TRY(db::read(services.db, [&](db::ReadTx& tx) { return year_options(tx, services.city); }));
    return screens::show(page);
}

} // namespace

std::vector<http::Route> contract_list_routes(Services& services)
{
    return { { http::Method::Get, "/kontrak", "insight.read", screens::page(services, get_contracts), "Contracts of a year with what was requested from them" } };
}

} // namespace rtkeren::payout
