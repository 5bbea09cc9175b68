#include "ladder/board_choices.hpp"
#include "ladder/kept_picture.hpp"
#include "ladder/pages_room.hpp"

#include "enterprise/legality.hpp"
#include "enterprise/pages_room.hpp"
#include "ladder/sql.hpp"
#include "tables/computed.hpp"

#include <algorithm>

/// The rows behind the board: each product with its step, whose move it is and since when; and businesses of which no product is recorded.
namespace rtkeren::ladder {
namespace {

using tables::Kind;

constexpr std::string_view waiting_columns[] {"product_fold", "id", "product", "business", "business_id", "business_fold", "kind", "step", "state", "whose", "since", "days", "band", "expected", "note",
    "kelurahan", "region", "missing", "search"};
enum WaitingColumn : std::size_t { ProductFold, RowId, ProductName, BusinessName, BusinessIdColumn, BusinessFold, KindColumn, StepColumn, StateColumn, Whose, Since, Days, Band, Expected, NoteColumn, Kelurahan,
    Region, Missing, Search };

std::vector<tables::Choice> band_choices()
{
    std::vector<tables::Choice> choices;
    for (std::size_t band = 0; band < band_count; ++band)
        choices.push_back({std::to_string(band), band_name(band)});
    return choices;
}

tables::TableSpec waiting_spec(std::vector<tables::Choice> kelurahan, std::string const& after)
{
    return {.path = "/penghalang/daftar",
        .columns = {{.key = "product", .label = TR_NOOP("Produk"), .sort = "product_fold", .width = 26}, {.key = "business", .label = TR_NOOP("Usaha"), .sort = "business_fold", .width = 24},
            {.key = "kind", .label = TR_NOOP("Jenis produk"), .sort = "kind", .hide_on_phone = true, .width = 24}, {.key = "step", .label = TR_NOOP("Menunggu"), .sort = "step"},
            {.key = "state", .label = TR_NOOP("Keadaan"), .kind = Kind::Badge, .sort = "state"}, {.key = "whose", .label = TR_NOOP("Giliran"), .sort = "whose"},
            {.key = "since", .label = TR_NOOP("Sejak"), .kind = Kind::Date, .sort = "since", .hide_on_phone = true}, {.key = "days", .label = TR_NOOP("Hari"), .kind = Kind::Integer, .sort = "days"},
            {.key = "missing", .label = TR_NOOP("Izin wajib kurang"), .kind = Kind::Integer, .sort = "missing", .hide_on_phone = true},
            {.key = "expected", .label = TR_NOOP("Diharapkan selesai"), .kind = Kind::Date, .sort = "expected", .hide_on_phone = true},
            {.key = "note", .label = TR_NOOP("Kata meja layanan"), .hide_on_phone = true, .width = 30}, {.key = "place", .label = TR_NOOP("Wilayah"), .sort = "region", .width = 24}},
        .filters = {{"langkah", TR_NOOP("Menunggu"), "step", step_choices()}, {"giliran", TR_NOOP("Giliran"), "whose", whose_choices()}, {"umur", TR_NOOP("Lama menunggu"), "band", band_choices()},
            {"jenis", TR_NOOP("Jenis produk"), "kind", kind_choices()}, {"kelurahan", TR_NOOP("Kelurahan"), "kelurahan", std::move(kelurahan)}},
        .search = true,
        .default_sort = after.empty() ? "-days" : "product",
        .kept = after.empty() ? tables::Query {} : tables::Query {{"sesudah", after}}};
}

db::Row::Cell day_cell(std::optional<Date> const& day) { return day ? db::Row::Cell(day->iso()) : db::Row::Cell(std::monostate {}); }

db::Row row_of(Waiting const& each, Date today)
{
    auto const* step = each.now();
    auto const since = step ? step->since.value_or(today) : today;
    auto const days = std::max(0, since.days_until(today));
    auto const product_fold = fold(each.product.product_name), business_fold = fold(each.product.business_name);
    using Cell = db::Row::Cell;
    auto const text = [](std::string_view value) { return Cell(std::string(value)); };
    auto const nothing = Cell(std::monostate {});
    return db::Row({text(product_fold), text(each.product.product.str()), text(each.product.product_name), text(each.product.business_name), text(each.product.business.str()), text(business_fold),
        text(each.product.kind), step ? text(step->step) : nothing, step ? text(enterprise::name_of(step->state)) : nothing, step ? text(step->whose) : nothing,
        step ? text(since.iso()) : nothing, step ? Cell(std::int64_t(days)) : nothing, step ? text(std::to_string(band_of(days))) : nothing,
        day_cell(each.word ? each.word->expected_until : std::nullopt), text(each.word ? each.word->note : ""), text(each.product.kelurahan), text(each.product.region),
        Cell(std::int64_t(each.missing)), text(product_fold + " " + business_fold)});
}

/// What stands after the required papers: "semua" are all that have them.
bool lacks(Waiting const& each, std::string_view what)
{
    if (each.now())
        return false;
    if (what == "label")
        return each.product.label_status != "complete";
    if (what == "gtin")
        return each.product.gtin.empty();
    return what == "semua" || each.lacks_brand;
}

std::string after_title(std::string_view after)
{
    if (after == "label")
        return tr("Izin wajib lengkap, label belum");
    if (after == "gtin")
        return tr("Izin wajib lengkap, belum punya kode batang");
    if (after == "merek")
        return tr("Izin wajib lengkap, merek belum terbukti");
    return after.empty() ? tr("Yang menunggu") : tr("Izin wajib lengkap");
}

/// For a desk the step leads to where it says that it has the paper in hand.
tables::Cell step_cell(Actor const& actor, db::Row const& row)
{
    if (row.is_null(StepColumn))
        return {};
    tables::Cell cell(step_name(row.text(StepColumn)));
    return may(actor, "ladder.desk", row.text(Region)) ? cell.link(process_href(row.id<enterprise::ProductId>(RowId), row.text(StepColumn))) : cell;
}

tables::Tone tone_of(std::string_view state) { return state == "wrong" ? tables::Tone::No : state == "missing" ? tables::Tone::Warn : tables::Tone::Info; }

Result<tables::Table> waiting_table(Services& services, db::ReadTx& tx, Actor const& actor, Scope const& scope, std::string const& after, tables::TableSpec const& spec, tables::ListRequest const& request)
{
    auto const picture = TRY(kept_picture(tx, services, scope.places));
    std::vector<db::Row const*> rows;
    for (std::size_t i = 0; i < picture->rows.size(); ++i) {
        auto const& each = picture->products[i];
        if (after.empty() ? each.now() != nullptr : lacks(each, after))
            rows.push_back(&picture->rows[i]);
    }
    auto const page = tables::cut_computed(rows, waiting_columns, request, spec);
    auto table = tables::table_of(spec, request, page);
    table.title = after_title(after);
    table.zone = services.zone;
    table.as_of = services.now();
    table.filename = "penghalang";
    table.empty_title = tr("Tidak ada yang menunggu di sini");
    table.empty_text = tr("Ubah saringan, atau buka papan penghalang.");
    enterprise::PlaceWords places(tx, services.city);
    for (auto const& row : page.rows) {
        auto const place = TRY(places.of(row.text(Region)));
        auto const is_waiting = !row.is_null(StepColumn);
        table
            .add({row.text(ProductName), tables::Cell(row.text(BusinessName)).link("/umkm/" + row.text(BusinessIdColumn)), kind_name(row.text(KindColumn)),
                step_cell(actor, row),
                is_waiting ? tables::Cell(language::word("ladder.state." + row.text(StateColumn))).tone(tone_of(row.text(StateColumn))) : tables::Cell(),
                is_waiting ? tables::Cell(whose_name(row.text(Whose))) : tables::Cell(), row.maybe_date(Since), is_waiting ? tables::Cell(row.integer(Days)) : tables::Cell(), row.integer(Missing),
                row.maybe_date(Expected), row.text(NoteColumn), place})
            .at("/produk/" + row.text(RowId))
            .named(row.text(RowId));
    }
    return table;
}

Result<http::Response> get_waiting(Services& services, http::Exchange& exchange)
{
    auto const after = std::string(exchange.request.query_value("sesudah"));
    static constexpr std::array<std::string_view, 5> known {"", "semua", "label", "gtin", "merek"};
    if (std::ranges::find(known, after) == known.end())
        return Error::field("sesudah", "list.filter", after);
    auto const scope = TRY(db::read(services.db, [&](db::ReadTx& tx) { return scope_of(tx, services, exchange.actor(), exchange.request.query_value("kelurahan")); }));
    auto const spec = waiting_spec(scope.choices, after);
    auto const fetch = [&](tables::ListRequest const& request) { return db::read(services.db, [&](db::ReadTx& tx) { return waiting_table(services, tx, exchange.actor(), scope, after, spec, request); }); };
    auto answer = TRY(screens::list(services, exchange, spec, fetch));
    if (answer.file)
        return std::move(*answer.file);
    ListPage page {screens::frame(services, exchange, after_title(after), {{"/penghalang", tr("Penghalang")}, {"", after_title(after)}}), after_title(after),
        tr("Keadaan per {day}. Tiap baris satu produk; buka produknya untuk melihat jalan izinnya.", {{"day", date_words(services.today())}}), std::move(answer.html)};
    return screens::show(page);
}

tables::TableSpec empty_spec(std::vector<tables::Choice> kelurahan)
{
    return {.path = "/penghalang/tanpa-produk",
        .columns = {{.key = "name", .label = TR_NOOP("Usaha"), .sort = "name_fold", .width = 28}, {.key = "activity", .label = TR_NOOP("Kegiatan"), .sort = "activity", .width = 24},
            {.key = "place", .label = TR_NOOP("Wilayah"), .sort = "region", .width = 24}},
        .filters = {{"kelurahan", TR_NOOP("Kelurahan"), "kelurahan", std::move(kelurahan)}},
        .search = true,
        .default_sort = "name"};
}

Result<tables::Table> empty_table(Services& services, db::ReadTx& tx, enterprise::Reach const& r, tables::TableSpec const& spec, tables::ListRequest const& request)
{
    auto const page = TRY(tables::fetch_rows(tx, sql::list_without_product, request, spec, services.city, r[0].first, r[0].second, r[1].first, r[1].second, r[2].first, r[2].second, r[3].first, r[3].second));
    auto table = tables::table_of(spec, request, page);
    table.title = tr("Usaha tanpa produk tercatat");
    table.filename = "usaha-tanpa-produk";
    table.empty_title = tr("Setiap usaha punya produk yang tercatat");
    enterprise::PlaceWords places(tx, services.city);
    for (auto const& row : page.rows) {
        auto const place = TRY(places.of(row.text(4)));
        table.add({row.text(2), row.text(3), place}).at("/umkm/" + row.text(1)).named(row.text(1));
    }
    return table;
}

Result<http::Response> get_without_product(Services& services, http::Exchange& exchange)
{
    auto const scope = TRY(db::read(services.db, [&](db::ReadTx& tx) { return scope_of(tx, services, exchange.actor(), exchange.request.query_value("kelurahan")); }));
    auto const spec = empty_spec(scope.choices);
    auto const reach = enterprise::reach_of(exchange.actor(), "enterprise.read");
    auto answer = TRY(screens::list(services, exchange, spec, [&](tables::ListRequest const& request) {
        return db::read(services.db, [&](db::ReadTx& tx) { return empty_table(services, tx, reach, spec, request); });
    }));
    if (answer.file)
        return std::move(*answer.file);
    ListPage page {screens::frame(services, exchange, tr("Usaha tanpa produk tercatat"), {{"/penghalang", tr("Penghalang")}, {"", tr("Tanpa produk")}}), tr("Usaha tanpa produk tercatat"),
        tr("Selama produknya belum dicatat, tidak diketahui izin apa yang dibutuhkan. Buka usahanya dan catat produknya."), std::move(answer.html)};
    return screens::show(page);
}

} // namespace

db::Rows waiting_rows(Picture const& picture, Date today)
{
    db::Rows rows;
    rows.reserve(picture.products.size());
    for (auto const& each : picture.products)
        rows.push_back(row_of(each, today));
    return rows;
}

std::vector<tables::Choice> step_choices()
{
    std::vector<tables::Choice> choices;
    for (auto const step : paper_order)
        choices.push_back({std::string(step), step_name(step)});
    return choices;
}

std::vector<tables::Choice> whose_choices()
{
    std::vector<tables::Choice> choices;
    for (auto const whose : {"pemilik", "pemeriksa", "dpmptsp", "dinkes", "bpom", "bpjph", "djki", "gs1", "dinas"})
        choices.push_back({whose, whose_name(whose)});
    return choices;
}

std::vector<tables::Choice> kind_choices()
{
    std::vector<tables::Choice> choices;
    for (auto const& kind : enterprise::product_kinds())
        choices.push_back({std::string(kind.code), std::string(kind.label)});
    return choices;
}

std::vector<http::Route> waiting_routes(Services& services)
{
    using enum http::Method;
    return {{Get, "/penghalang/daftar", "enterprise.read", screens::page(services, get_waiting), "Products by what they wait for"},
        {Get, "/penghalang/tanpa-produk", "enterprise.read", screens::page(services, get_without_product), "Businesses of which no product is recorded"}};
}

} // namespace rtkeren::ladder
