#include "spending/cash_show.hpp"

#include "spending/sql.hpp"

#include <algorithm>

/// Lists over the territory: cash books, taxes that were not paid yet.
namespace rtkeren::spending {

namespace {

using tables::Kind;

tables::TableSpec cash_list_spec()
{
    return {.path = "/kas",
        .columns = {{.key = "name", .label = TR_NOOP("Pokmas"), .sort = "name_fold"}, {.key = "kelurahan", .label = TR_NOOP("Kelurahan"), .sort = "kelurahan", .hide_on_phone = true},
            {.key = "bank", .label = TR_NOOP("Bank"), .kind = Kind::Rupiah, .sort = "bank", .total = true},
            {.key = "kas", .label = TR_NOOP("Kas"), .kind = Kind::Rupiah, .sort = "kas", .total = true},
            {.key = "panjar", .label = TR_NOOP("Panjar"), .kind = Kind::Rupiah, .sort = "panjar", .total = true},
            {.key = "piutang", .label = TR_NOOP("Piutang"), .kind = Kind::Rupiah, .sort = "piutang", .total = true},
            {.key = "tax", .label = TR_NOOP("Pajak belum disetor"), .kind = Kind::Rupiah, .sort = "pajak", .total = true}},
        .search = true,
        .default_sort = "name"};
}

Result<tables::Table> cash_list_table(Services& services, db::ReadTx& tx, Actor const& actor, tables::ListRequest const& request)
{
    auto const spec = cash_list_spec();
    auto const reach = cash_reach(actor);
    auto const page = TRY(tables::fetch_rows(tx, sql::cash_list, request, spec, services.city, reach.from, reach.behind, reach.pokmas, reach.other_pokmas));
    auto table = tables::table_of(spec, request, page);
    table.title = tr("Buku kas");
    table.zone = services.zone;
    table.as_of = services.now();
    table.empty_title = tr("Di sini nanti buku kas tiap pokmas");
    table.empty_text = tr("Pokmas dibentuk oleh sekretaris kelurahan.");
    for (auto const& row : page.rows)
        table.add({row.text(2), row.text(3), row.rupiah(4), row.rupiah(5), row.rupiah(6), row.rupiah(7), row.rupiah(8)}).at("/kas/" + row.text(1)).named(row.text(1));
    return table;
}

tables::TableSpec tax_list_spec()
{
    return {.path = "/pajak",
        .columns = {{.key = "name", .label = TR_NOOP("Pokmas"), .sort = "name_fold"}, {.key = "kelurahan", .label = TR_NOOP("Kelurahan"), .sort = "kelurahan", .hide_on_phone = true},
            {.key = "tax", .label = TR_NOOP("Pajak"), .sort = "party"}, {.key = "amount", .label = TR_NOOP("Belum disetor"), .kind = Kind::Rupiah, .sort = "amount", .total = true},
            {.key = "due", .label = TR_NOOP("Tenggat"), .kind = Kind::Date, .sort = "due"}, {.key = "late", .label = TR_NOOP("Lewat (hari)"), .kind = Kind::Integer}},
        .search = true,
        .default_sort = "due"};
}

Result<tables::Table> tax_list_table(Services& services, db::ReadTx& tx, Actor const& actor, tables::ListRequest const& request)
{
    auto const spec = tax_list_spec();
    auto const reach = cash_reach(actor);
    auto const paying = actor.has("spending.tax") ? "/pajak" : "";
    auto const page = TRY(tables::fetch_rows(tx, sql::cash_taxes_owed, request, spec, services.city, reach.from, reach.behind, reach.pokmas, reach.other_pokmas));
    auto table = tables::table_of(spec, request, page);
    table.title = tr("Pajak belum disetor");
    table.zone = services.zone;
    table.as_of = services.now();
    table.filename = "pajak-belum-disetor";
    table.empty_title = tr("Tidak ada pajak yang dipegang");
    table.empty_text = tr("Di sini nanti pajak yang sudah dipotong dan belum disetor.");
    auto const today = services.today();
    for (auto const& row : page.rows) {
        auto const due = row.maybe_date(7);
        auto const late = due && *due < today ? std::optional(std::int64_t {due->days_until(today)}) : std::nullopt;
        auto const key = row.text(5).starts_with("tax:") ? row.text(5).substr(4) : row.text(5);
        tables::Cell due_cell(due);
        if (late)
            due_cell.tone(tables::Tone::No);
        table.add({row.text(2), row.text(4), tax_label(tx, services.city, today.year(), key, today), row.rupiah(6), due_cell, tables::Cell(late)})
            .at("/kas/" + row.text(1) + paying)
            .named(row.text(0))
            .key("pokmas", row.text(1))
            .key("tax", key);
    }
    return table;
}

template<class Page>
Result<http::Response> list_page(Services& services, http::Exchange& exchange, std::string title, tables::TableSpec const& spec, auto const& make_table)
{
    auto const fetch = [&](tables::ListRequest const& request) {
        return db::read(services.db, [&](db::ReadTx& tx) { return make_table(services, tx, exchange.actor(), request); });
    };
    auto answer = TRY(screens::list(services, exchange, spec, fetch));
    if (answer.file)
        return std::move(*answer.file);
    return screens::show(Page {screens::frame(services, exchange, std::move(title)), std::move(answer.html)});
}

Result<http::Response> get_cash_list(Services& services, http::Exchange& exchange)
{
    auto const reach = cash_reach(exchange.actor());
    auto const is_own = reach.from == "~" && reach.pokmas != "-" && reach.other_pokmas == "-";
    if (is_own && exchange.request.query.empty())
        return http::Response::see_other("/kas/" + reach.pokmas);
    return list_page<CashListPage>(services, exchange, tr("Buku kas"), cash_list_spec(), cash_list_table);
}

Result<http::Response> get_tax_list(Services& services, http::Exchange& exchange)
{
    return list_page<TaxListPage>(services, exchange, tr("Pajak belum disetor"), tax_list_spec(), tax_list_table);
}

} // namespace

std::vector<http::Route> cash_list_routes(Services& services)
{
    using http::Method;
    return {{Method::Get, "/kas", "insight.read", screens::page(services, get_cash_list), "Cash books of the actor's pokmas"},
        {Method::Get, "/pajak", "insight.read", screens::page(services, get_tax_list), "Taxes withheld and not yet paid"}};
}

} // namespace rtkeren::spending
