#include "enterprise/product_parts.hpp"

#include "enterprise/numbers.hpp"
#include "enterprise/photos.hpp"
#include "enterprise/sql.hpp"
#include "evidence/evidence.hpp"
#include "identifiers/pirt.hpp"
#include "tables/render.hpp"
#include "territory/territory.hpp"

#include <algorithm>

namespace rtkeren::enterprise {
namespace {

/// Columns of the list query.
struct ProductColumn {
    enum : std::size_t { NameFold, RowId, ProductName, BusinessIdColumn, BusinessName, KindColumn, NetMilli, UnitColumn, PriceRetail, ShelfDays, CapacityMonth, LabelStatus, IsPublic, StateColumn, RegionCode, Kelurahan, Proven, Photo };
};

tables::TableSpec products_spec(std::vector<tables::Choice> kelurahan)
{
    using tables::Kind;
    std::vector<tables::Choice> kinds;
    for (auto const& kind : product_kinds())
        kinds.push_back({std::string(kind.code), std::string(kind.label)});
    return {.path = "/produk",
        .columns = {{.key = "name", .label = TR_NOOP("Produk"), .sort = "name_fold", .width = 26}, {.key = "business", .label = TR_NOOP("Usaha"), .sort = "business_name", .width = 24},
            {.key = "kind", .label = TR_NOOP("Jenis produk"), .sort = "kind", .hide_on_phone = true, .width = 24}, {.key = "net", .label = TR_NOOP("Isi bersih"), .hide_on_phone = true},
            {.key = "price", .label = TR_NOOP("Harga eceran"), .kind = Kind::Rupiah, .sort = "price_retail"},
            {.key = "shelf_days", .label = TR_NOOP("Tahan (hari)"), .kind = Kind::Integer, .sort = "shelf_days", .hide_on_phone = true},
            {.key = "capacity", .label = TR_NOOP("Sanggup sebulan"), .kind = Kind::Integer, .sort = "capacity_month", .hide_on_phone = true},
            {.key = "proven", .label = TR_NOOP("Jenis izin terbukti"), .kind = Kind::Integer, .sort = "proven"}, {.key = "label", .label = TR_NOOP("Label"), .kind = Kind::Badge, .sort = "label_status"},
            {.key = "public", .label = TR_NOOP("Dilihat umum"), .kind = Kind::Badge, .sort = "is_public"}, {.key = "state", .label = TR_NOOP("Keadaan"), .kind = Kind::Badge, .sort = "state"},
            {.key = "place", .label = TR_NOOP("Wilayah"), .sort = "region", .width = 24}},
        .filters = {{"kelurahan", TR_NOOP("Kelurahan"), "kelurahan", std::move(kelurahan)}, {"jenis", TR_NOOP("Jenis produk"), "kind", std::move(kinds)},
            {"keadaan", TR_NOOP("Keadaan"), "state", choices_of("product_state", {"active", "stopped"})},
            {"label", TR_NOOP("Label"), "label_status", choices_of("label", {"none", "wrong", "doubtful", "complete"})},
            {"umum", TR_NOOP("Dilihat umum"), "is_public", choices_of("public", {"yes", "no"})}},
        .search = true,
        .default_sort = "name"};
}

tables::Tone tone_of_label(std::string_view status)
{
    return status == "complete" ? tables::Tone::Ok : status == "wrong" ? tables::Tone::No : status == "doubtful" ? tables::Tone::Warn : tables::Tone::None;
}

std::string net_of_row(db::Row const& row)
{
    Product product;
    if (!row.is_null(ProductColumn::NetMilli))
        product.net_milli = row.integer(ProductColumn::NetMilli);
    product.unit = row.text_or(ProductColumn::UnitColumn);
    return net_words(product);
}

Result<tables::Table> products_table(Services& services, db::ReadTx& tx, Reach const& r, tables::TableSpec const& spec, tables::ListRequest const& request)
{
    auto const page = TRY(tables::fetch_rows(tx, sql::list_products, request, spec, services.city, r[0].first, r[0].second, r[1].first, r[1].second, r[2].first, r[2].second, r[3].first, r[3].second));
    auto table = tables::table_of(spec, request, page);
    table.title = tr("Produk");
    table.zone = services.zone;
    table.filename = "produk";
    table.empty_title = tr("Di sini nanti daftar produk");
    table.empty_text = tr("Buka sebuah usaha dan catat produknya, atau ubah pencarian.");
    PlaceWords places(tx, services.city);
    for (auto const& row : page.rows) {
        auto const href = "/produk/" + row.text(ProductColumn::RowId);
        auto const place = TRY(places.of(row.text(ProductColumn::RegionCode)));
        auto const is_active = row.text(ProductColumn::StateColumn) == "active";
        table
            .add({row.text(ProductColumn::ProductName), tables::Cell(row.text(ProductColumn::BusinessName)).link("/umkm/" + row.text(ProductColumn::BusinessIdColumn)), kind_words(row.text(ProductColumn::KindColumn)), net_of_row(row),
                row.is_null(ProductColumn::PriceRetail) ? tables::Cell() : tables::Cell(row.rupiah(ProductColumn::PriceRetail)), row.is_null(ProductColumn::ShelfDays) ? tables::Cell() : tables::Cell(row.integer(ProductColumn::ShelfDays)),
                row.is_null(ProductColumn::CapacityMonth) ? tables::Cell() : tables::Cell(row.integer(ProductColumn::CapacityMonth)), row.integer(ProductColumn::Proven),
                tables::Cell(choice_label("label", row.text(ProductColumn::LabelStatus))).tone(tone_of_label(row.text(ProductColumn::LabelStatus))),
                tables::Cell(choice_label("public", row.text(ProductColumn::IsPublic))).tone(row.text(ProductColumn::IsPublic) == "yes" ? tables::Tone::Info : tables::Tone::None),
                tables::Cell(choice_label("product_state", row.text(ProductColumn::StateColumn))).tone(is_active ? tables::Tone::Ok : tables::Tone::No), place})
            .at(href)
            .pictured(row.is_null(ProductColumn::Photo) ? std::string {} : small_href(href + "/foto/" + row.text(ProductColumn::Photo)))
            .named(row.text(ProductColumn::RowId));
    }
    return table;
}

Result<http::Response> get_products(Services& services, http::Exchange& exchange)
{
    auto const reach = reach_of(exchange.actor(), "enterprise.read");
    auto kelurahan = TRY(kelurahan_choices(services, exchange.actor()));
    auto const spec = products_spec(std::move(kelurahan));
    auto const fetch = [&](tables::ListRequest const& request) { return db::read(services.db, [&](db::ReadTx& tx) { return products_table(services, tx, reach, spec, request); }); };
    auto answer = TRY(screens::list(services, exchange, spec, fetch));
    if (answer.file)
        return std::move(*answer.file);
    ProductListPage page {screens::frame(services, exchange, tr("Produk"), {{"/umkm", tr("UMKM")}, {"", tr("Produk")}}), std::move(answer.html)};
    page.frame.help = tr("Cari dengan nama produk, merek, atau usaha. Produk baru dicatat dari halaman usahanya.");
    return screens::show(page);
}

std::string count_words(std::optional<std::int64_t> count, std::string const& unit) { return count ? format_number(*count) + " " + unit : "–"; }
std::string amount_words(std::optional<Rupiah> amount) { return amount ? format_rupiah(*amount) : "–"; }

std::string code_words(std::span<identifiers::PirtCode const> known, std::string_view code)
{
    auto const found = std::ranges::find(known, code, &identifiers::PirtCode::code);
    return found == known.end() ? "–" : std::string(code) + " " + std::string(found->name);
}

/// What is left of the price: the owner's secret like the cost.
std::string margin_words(Rupiah price, Rupiah cost)
{
    auto const left = price - cost;
    auto const share = left.value() * 10'000 / price.value();
    return tr("{left} ({share:bp} dari harga)", {{"left", format_rupiah(left)}, {"share", std::to_string(share)}});
}

void add_money(ProductPage& page, Product const& product, bool shows_cost)
{
    page.money = {{tr("Harga eceran"), amount_words(product.price_retail)}, {tr("Harga grosir"), amount_words(product.price_wholesale)}};
    if (!shows_cost || !product.cost)
        return;
    page.money.push_back({tr("Biaya membuat satu"), format_rupiah(*product.cost)});
    if (product.price_retail)
        page.money.push_back({tr("Sisa dari eceran"), margin_words(*product.price_retail, *product.cost)});
    if (product.price_wholesale)
        page.money.push_back({tr("Sisa dari grosir"), margin_words(*product.price_wholesale, *product.cost)});
}

void add_product_facts(ProductPage& page, Product const& product)
{
    page.facts = {{tr("Jenis produk"), kind_words(product.kind)}, {tr("Merek dagang"), or_dash(product.brand)}, {tr("Isi bersih"), or_dash(net_words(product))}, {tr("KBLI"), kbli_words(product.kbli)},
        {tr("Tahan"), count_words(product.shelf_days, tr("hari"))}, {tr("Sanggup membuat sebulan"), count_words(product.capacity_month, tr("buah"))},
        {tr("Paling sedikit sekali buat"), count_words(product.batch_min, tr("buah"))}, {tr("Kemasan"), code_words(identifiers::pirt_packagings(), product.packaging)},
        {tr("Jenis pangan menurut P-IRT"), code_words(identifiers::pirt_foods(), product.food)}, {tr("Kode batang (GTIN)"), or_dash(product.gtin)}};
    if (product.recipe_changed_on)
        page.facts.push_back({tr("Resep diubah"), format_date(*product.recipe_changed_on, language::current())});
    if (product.stopped_on)
        page.facts.push_back({tr("Berhenti dibuat"), format_date(*product.stopped_on, language::current()) + ": " + product.stopped_reason});
}

Result<void> add_photos_to(db::ReadTx& tx, CityId city, Product const& product, ProductPage& page)
{
    auto const hashes = TRY(photos_of(tx, city, product.id));
    for (std::size_t i = 0; i < hashes.size(); ++i)
        page.photos.push_back({href_of(product.id) + "/foto/" + hashes[i], tr("{name}, foto {number}", {{"name", product.name}, {"number", std::to_string(i + 1)}}), hashes[i], i == 0});
    return Done {};
}

Result<void> add_applications(db::ReadTx& tx, Services& services, ProductGround const& ground, ProductPage& page)
{
    auto const rows = TRY(tx.run(sql::applications_of_business, services.city, ground.business.id));
    for (auto const& row : rows) {
        auto const product = row.maybe_id<ProductId>(2);
        if (product && *product != ground.product.id)
            continue;
        auto text = tr("Diajukan {day:date}, dicatat {name}", {{"day", row.date(3).iso()}, {"name", row.text(9)}});
        if (!row.text(4).empty())
            text += ". " + tr("Nomor {number}", {{"number", row.text(4)}});
        if (!row.is_null(6))
            text += ". " + choice_label("ended_as", row.text(7)) + " " + format_date(row.date(6), language::current()) + (row.text(8).empty() ? "" : ": " + row.text(8));
        page.applications.push_back({kind_label(row.text(1)), std::move(text), row.is_null(6) && page.may_change ? page.base + "/permohonan/" + row.text(0) : std::string {}});
    }
    return Done {};
}

Result<void> add_consent(db::ReadTx& tx, CityId city, ProductGround const& ground, ProductPage& page)
{
    auto const consent = TRY(consent_of(tx, city, ground.product.id));
    page.is_public = consent.has_value();
    if (!consent) {
        page.consent = tr("Tidak. Produk hanya tampil untuk umum bila pemiliknya setuju.");
        return Done {};
    }
    page.consent = consent->on_paper ? tr("Ya, pemilik menandatangani persetujuan {day:date}.", {{"day", consent->given_on.iso()}})
                                     : tr("Ya, pemilik menyetujui {day:date}.", {{"day", consent->given_on.iso()}});
    if (consent->contact.empty())
        page.consent += " " + tr("Tanpa kontak.");
    else
        page.consent += " " + tr("Kontak yang tampil: {contact}.", {{"contact", consent->contact}});
    page.public_href = "/p/" + ground.product.code;
    if (!consent->paper.empty())
        page.paper_href = href_of(ground.business.id) + "/berkas/" + consent->paper;
    return Done {};
}

void add_label(ProductPage& page, Services& services, Product const& product)
{
    page.has_label = !product.label_text.empty();
    page.label_state = choice_label("label", product.label_status);
    page.label_tone = std::string(tables::name_of(tone_of_label(product.label_status)));
    if (!page.has_label)
        return;
    ProductPart part;
    part.label_text = Text<0, 3000>::parse(product.label_text).value();
    part.shelf_days = product.shelf_days;
    if (auto const kind = KindCode::parse(product.kind); kind.ok())
        part.kind = *kind;
    for (auto const& finding : label_of(part, services.today()).findings)
        page.label.push_back({finding.level == identifiers::Level::Error ? "no" : "warn", language::word(finding.code, finding.arguments)});
}

Result<ProductPage> read_product_page(db::ReadTx& tx, Services& services, http::Exchange const& exchange)
{
    auto const& actor = exchange.actor();
    auto const ground = TRY(readable_product(tx, actor, exchange.parameter("id")));
    auto const& product = ground.product;
    ProductPage page;
    page.base = href_of(product.id);
    page.name = product.name;
    page.business = ground.business.name;
    page.business_href = href_of(ground.business.id);
    page.place = TRY(place_words(tx, services.city, ground.business.region));
    page.stopped = product.stopped;
    page.state = choice_label("product_state", product.stopped ? "stopped" : "active");
    page.tone = product.stopped ? "no" : "ok";
    page.may_change = may_change(actor, ground.business);
    page.may_add_photo = page.may_change && !product.stopped;
    TRY(add_photos_to(tx, services.city, product, page));
    add_money(page, product, page.may_change);
    add_product_facts(page, product);
    auto const standing = TRY(legal_standing(tx, services, product.id));
    page.waits = waits_sentence(standing);
    page.steps = step_lines(ground, standing, page.may_change);
    TRY(add_applications(tx, services, ground, page));
    TRY(add_consent(tx, services.city, ground, page));
    add_label(page, services, product);
    page.ingredients = ingredient_lines(product.ingredients);
    page.allergens = allergen_words(product.allergens);
    page.process = product.process;
    page.history = TRY(history_of(tx, services, "product", product.id.str()));
    return page;
}

Result<http::Response> show_product(Services& services, http::Exchange const& exchange, html::FormState form)
{
    auto page = TRY(db::read(services.db, [&](db::ReadTx& tx) { return read_product_page(tx, services, exchange); }));
    page.frame = screens::frame(services, exchange, page.name, {crumb_above(exchange), {page.business_href, page.business}, {"", page.name}});
    page.frame.scripts = {"/-/aset/belanja.js"};
    page.form = std::move(form);
    return screens::show(page);
}

Result<http::Response> get_product(Services& services, http::Exchange& exchange) { return show_product(services, exchange, screens::fresh_form(services)); }

Result<http::Response> post_photos(Services& services, http::Exchange& exchange)
{
    auto const ground = TRY(db::read(services.db, [&](db::ReadTx& tx) { return readable_product(tx, exchange.actor(), exchange.parameter("id")); }));
    return submit_with_photos(services, exchange, "enterprise.add_photos", {{"product", ground.product.id.text()}}, show_product);
}

Result<http::Response> post_photo(Services& services, http::Exchange& exchange)
{
    auto const ground = TRY(db::read(services.db, [&](db::ReadTx& tx) { return readable_product(tx, exchange.actor(), exchange.parameter("id")); }));
    auto const operation = exchange.request.form_value("_what") == "first" ? "enterprise.first_photo" : "enterprise.remove_photo";
    boost::json::object const extra {{"product", ground.product.id.text()}, {"photo", exchange.parameter("sha256")}};
    return screens::submit(services, exchange, operation, extra, [&](html::FormState const& refused, Error const&) { return show_product(services, exchange, refused); });
}

/// Owners read no evidence by its hash alone; what belongs to their own products and papers they do.
template<bool is_small>
Result<http::Response> get_photo(Services& services, http::Exchange& exchange)
{
    auto const sha256 = exchange.parameter("sha256");
    auto const look = [&](db::ReadTx& tx) -> Result<bool> {
        auto const ground = TRY(readable_product(tx, exchange.actor(), exchange.parameter("id")));
        auto const hashes = TRY(photos_of(tx, services.city, ground.product.id));
        return std::ranges::find(hashes, sha256) != hashes.end();
    };
    auto const is_there = TRY(db::read(services.db, look));
    if (!is_there)
        return Error::not_found("enterprise.no_photo");
    auto photo = TRY(is_small ? small_photo(services, sha256) : evidence::serve_file(services, sha256));
    if (is_small)
        photo.header("Cache-Control", "private, max-age=86400, immutable"); // its address is its hash
    return photo;
}

Result<http::Response> get_file(Services& services, http::Exchange& exchange)
{
    auto const sha256 = exchange.parameter("sha256");
    auto const look = [&](db::ReadTx& tx) -> Result<bool> {
        auto const business = TRY(readable(tx, exchange.actor(), exchange.parameter("id")));
        auto const row = TRY(tx.maybe(sql::file_of_business, services.city, business.id, sha256));
        return row.has_value();
    };
    auto const is_there = TRY(db::read(services.db, look));
    if (!is_there)
        return Error::not_found("evidence.unknown");
    return evidence::serve_file(services, sha256);
}

} // namespace

std::vector<http::Route> product_routes(Services& services)
{
    using enum http::Method;
    return {
        {Get, "/produk", "enterprise.read", screens::page(services, get_products), "Products of one's territory"},
        {Get, "/produk/{id}", "signed_in", screens::page(services, get_product), "A product with pictures, price, papers and label"},
        {Post, "/produk/{id}/foto", "signed_in", screens::page(services, post_photos), "Add pictures to a product", photos_body_limit},
        {Get, "/produk/{id}/foto/{sha256}", "signed_in", screens::page(services, get_photo<false>), "A product's picture"},
        {Get, "/produk/{id}/foto/{sha256}/kecil", "signed_in", screens::page(services, get_photo<true>), "A product's picture, small"},
        {Post, "/produk/{id}/foto/{sha256}", "signed_in", screens::page(services, post_photo), "Put a picture in front or take it away"},
        {Get, "/umkm/{id}/berkas/{sha256}", "signed_in", screens::page(services, get_file), "A file of a business's papers"},
    };
}

} // namespace rtkeren::enterprise
