#include "enterprise/product_parts.hpp"

#include "enterprise/numbers.hpp"
#include "enterprise/sql.hpp"
#include "evidence/forms.hpp"
#include "identifiers/pirt.hpp"

#include <algorithm>

namespace rtkeren::enterprise {
namespace {

std::vector<html::Option> pirt_options(std::span<identifiers::PirtCode const> known)
{
    std::vector<html::Option> options;
    for (auto const& row : known)
        options.push_back({std::string(row.code), std::string(row.code) + " " + std::string(row.name)});
    return options;
}

/// The label as it would be judged, from what is typed; nothing while something else in the form cannot be read.
void judge_typed_label(Services& services, ProductFormPage& page)
{
    auto const typed = page.form.value("label_text");
    if (typed.empty())
        return;
    ProductPart part;
    auto const text = Text<0, 3000>::parse(typed);
    if (!text.ok())
        return;
    part.label_text = *text;
    part.shelf_days = parse_integer(page.form.value("shelf_days"));
    if (auto const kind = KindCode::parse(page.form.value("kind")); kind.ok())
        part.kind = *kind;
    auto const status = label_status_of(part, services.today());
    page.label_tone = status == "complete" ? "ok" : status == "wrong" ? "no" : "warn";
    for (auto const& finding : label_of(part, services.today()).findings)
        page.label.push_back({finding.level == identifiers::Level::Error ? "no" : "warn", language::word(finding.code, finding.arguments)});
}

/// Shared by the form of a new product (path of a business) and of a change (path of a product).
Result<http::Response> show_product_form(Services& services, http::Exchange const& exchange, html::FormState form)
{
    ProductFormPage page;
    page.is_new = exchange.request.path.starts_with("/umkm/");
    page.form = std::move(form);
    page.action = exchange.request.path;
    page.title = page.is_new ? tr("Catat produk") : tr("Ubah produk");
    auto const fill = [&](db::ReadTx& tx) -> Result<Business> {
        if (page.is_new) {
            auto const found = TRY(readable(tx, exchange.actor(), exchange.parameter("id")));
            page.back_href = href_of(found.id);
            return changeable(tx, exchange.actor(), found.id);
        }
        auto const found = TRY(readable_product(tx, exchange.actor(), exchange.parameter("id")));
        page.back_href = href_of(found.product.id);
        auto ground = TRY(changeable_product(tx, exchange.actor(), found.product.id));
        return ground.business;
    };
    auto const business = TRY(db::read(services.db, fill));
    page.business = business.name;
    for (auto const& [name, value] : page.form.values)
        if (name == "photos")
            page.kept.push_back(value);
    page.kinds = kind_options();
    page.kblis = kbli_options();
    page.units = options_of<Unit>("unit");
    page.packagings = pirt_options(identifiers::pirt_packagings());
    page.foods = pirt_options(identifiers::pirt_foods());
    page.allergens = options_of<Allergen>("allergen");
    judge_typed_label(services, page);
    page.frame = screens::frame(services, exchange, page.title, {crumb_above(exchange), {href_of(business.id), business.name}, {"", page.title}});
    page.frame.scripts = {"/-/aset/belanja.js"};
    return screens::show(page);
}


void fill_product(html::FormState& form, Product const& product)
{
    form.set("version", std::to_string(product.version));
    form.set("name", product.name);
    form.set("brand", product.brand);
    form.set("kind", product.kind);
    form.set("kbli", product.kbli);
    if (product.net_milli)
        form.set("net", NetAmount::of_milli(*product.net_milli).str());
    form.set("unit", product.unit);
    form.set("packaging", product.packaging);
    form.set("food", product.food);
    set_amount(form, "price_retail", product.price_retail);
    set_amount(form, "price_wholesale", product.price_wholesale);
    set_amount(form, "cost", product.cost);
    set_number(form, "capacity_month", product.capacity_month);
    set_number(form, "batch_min", product.batch_min);
    set_number(form, "shelf_days", product.shelf_days);
    form.set("process", product.process);
    form.set("ingredients", product.ingredients);
    for (auto const allergen : split(product.allergens, ','))
        if (!allergen.empty())
            form.values.emplace_back("allergens", allergen);
    form.set("gtin", product.gtin);
    form.set("label_text", product.label_text);
}

Result<http::Response> get_new_product(Services& services, http::Exchange& exchange)
{
    auto form = screens::fresh_form(services);
    auto const business = TRY(db::read(services.db, [&](db::ReadTx& tx) { return readable(tx, exchange.actor(), exchange.parameter("id")); }));
    form.set("brand", business.brand);
    return show_product_form(services, exchange, std::move(form));
}

Result<http::Response> post_new_product(Services& services, http::Exchange& exchange)
{
    auto const business = TRY(db::read(services.db, [&](db::ReadTx& tx) { return readable(tx, exchange.actor(), exchange.parameter("id")); }));
    if (!exchange.request.form_value("_refresh").empty())
        return show_product_form(services, exchange, evidence::typed_values(exchange));
    return submit_with_photos(services, exchange, "enterprise.record_product", {{"business", business.id.text()}}, show_product_form);
}

Result<ProductGround> ground_of_path(Services& services, http::Exchange const& exchange)
{
    return db::read(services.db, [&](db::ReadTx& tx) -> Result<ProductGround> {
        auto const found = TRY(readable_product(tx, exchange.actor(), exchange.parameter("id")));
        return changeable_product(tx, exchange.actor(), found.product.id);
    });
}

Result<http::Response> get_product_change(Services& services, http::Exchange& exchange)
{
    auto const ground = TRY(ground_of_path(services, exchange));
    auto form = screens::fresh_form(services);
    fill_product(form, ground.product);
    return show_product_form(services, exchange, std::move(form));
}

Result<http::Response> post_product_change(Services& services, http::Exchange& exchange)
{
    auto const ground = TRY(ground_of_path(services, exchange));
    if (!exchange.request.form_value("_refresh").empty())
        return show_product_form(services, exchange, evidence::typed_values(exchange));
    boost::json::object const extra {{"product", ground.product.id.text()}};
    return screens::submit(services, exchange, "enterprise.change_product", extra, [&](html::FormState const& refused, Error const&) { return show_product_form(services, exchange, refused); });
}

/// The last word of a path that decides which step is asked for: "berhenti", "lagi", "tampil", "cabut"; an application and a paper carry an id or kind behind it.
enum class ProductStep : std::uint8_t { Stop, Resume, Apply, EndApplication, Consent, Withdraw };
ProductStep product_step_of(std::string_view path)
{
    if (path.find("/ajukan/") != std::string_view::npos)
        return ProductStep::Apply;
    if (path.find("/permohonan/") != std::string_view::npos)
        return ProductStep::EndApplication;
    return path.ends_with("/berhenti") ? ProductStep::Stop : path.ends_with("/lagi") ? ProductStep::Resume : path.ends_with("/tampil") ? ProductStep::Consent : ProductStep::Withdraw;
}

void word_consent(ProductStepPage& page, bool is_owner)
{
    page.title = tr("Tampilkan untuk umum");
    page.lead = tr("Yang tampil untuk semua orang, juga tanpa akun:");
    page.points = {tr("foto, nama, isi bersih, harga eceran, bahan, dan alergen"), tr("izin yang sudah terbukti, dengan nomornya"), tr("kelurahan; bukan nama, alamat, atau telepon pemilik"),
        tr("Pemilik dapat mencabutnya kapan saja; halamannya langsung hilang.")};
    page.button = tr("Catat persetujuan");
    page.tick_name = "agrees";
    page.tick_label = is_owner ? tr("Saya setuju produk ini dilihat umum") : tr("Pemilik setuju produk ini dilihat umum, dengan surat terlampir");
    page.day_name = "given_on";
    page.day_label = tr("Tanggal setuju");
    page.asks_contact = true;
    if (!is_owner)
        page.paper_label = tr("Surat persetujuan bertanda tangan");
}

void word_step(ProductStepPage& page, ProductStep step, Product const& product, std::string const& paper, bool is_owner)
{
    auto const named = Arguments {{"name", product.name}, {"kind", paper}};
    switch (step) {
    case ProductStep::Stop:
        page.title = tr("Berhenti dibuat");
        page.lead = tr("{name} tidak dibuat lagi. Catatannya tetap ada; halaman umumnya hilang.", named);
        page.button = tr("Catat berhenti");
        page.day_name = "on";
        page.day_label = tr("Sejak tanggal");
        page.asks_reason = true;
        return;
    case ProductStep::Resume:
        page.title = tr("Dibuat lagi");
        page.lead = tr("{name} dibuat lagi.", named);
        page.button = tr("Catat dibuat lagi");
        page.asks_reason = true;
        return;
    case ProductStep::Apply:
        page.title = tr("{kind} sudah diajukan", named);
        page.lead = tr("{name}: sejak tanggal ini giliran kantor penerbitnya.", named);
        page.button = tr("Catat permohonan");
        page.day_name = "applied_on";
        page.day_label = tr("Tanggal diajukan");
        page.asks_number = true;
        page.paper_label = tr("Tanda terima permohonan");
        return;
    case ProductStep::EndApplication:
        page.title = tr("Permohonan selesai tanpa izin");
        page.lead = tr("{name}: {kind} ditolak atau ditarik. Bila terbit, catat nomornya sebagai izin.", named);
        page.button = tr("Simpan");
        page.asks_result = true;
        page.results = options_of<EndedAs>("ended_as");
        page.asks_reason = true;
        return;
    case ProductStep::Consent: return word_consent(page, is_owner);
    case ProductStep::Withdraw:
        page.title = tr("Cabut persetujuan");
        page.lead = tr("Halaman umum {name} langsung hilang, juga fotonya.", named);
        page.button = tr("Cabut persetujuan");
        page.asks_reason = true;
        return;
    }
}

/// Which paper a step is about, as its code.
Result<std::string> step_paper(db::ReadTx& tx, CityId city, http::Exchange const& exchange, ProductStep step)
{
    if (step == ProductStep::Apply)
        return exchange.parameter("step");
    if (step != ProductStep::EndApplication)
        return std::string {};
    auto const id = ApplicationId::parse(exchange.parameter("application"));
    if (!id.ok())
        return Error::not_found("enterprise.no_application");
    auto const row = TRY(tx.one("enterprise.no_application", sql::application, city, *id));
    return row.text(2);
}

Result<http::Response> show_product_step(Services& services, http::Exchange const& exchange, html::FormState form)
{
    auto const ground = TRY(ground_of_path(services, exchange));
    auto const step = product_step_of(exchange.request.path);
    auto const paper = TRY(db::read(services.db, [&](db::ReadTx& tx) { return step_paper(tx, services.city, exchange, step); }));
    auto const is_known = paper.empty() || language::has_message("enterprise.licence." + paper);
    if (!is_known)
        return Error::not_found("enterprise.step_unknown");
    ProductStepPage page;
    word_step(page, step, ground.product, paper.empty() ? paper : kind_label(paper), exchange.actor().person == ground.business.owner);
    page.form = std::move(form);
    page.action = exchange.request.path;
    page.back_href = href_of(ground.product.id);
    page.frame = screens::frame(services, exchange, page.title, {crumb_above(exchange), {href_of(ground.business.id), ground.business.name}, {page.back_href, ground.product.name}, {"", page.title}});
    return screens::show(page);
}

Result<http::Response> get_product_step(Services& services, http::Exchange& exchange)
{
    auto form = screens::fresh_form(services);
    for (auto const* day : {"on", "applied_on", "given_on"})
        form.set(day, services.today().iso());
    return show_product_step(services, exchange, std::move(form));
}

std::string_view operation_of(ProductStep step)
{
    switch (step) {
    case ProductStep::Stop: return "enterprise.stop_product";
    case ProductStep::Resume: return "enterprise.resume_product";
    case ProductStep::Apply: return "enterprise.apply";
    case ProductStep::EndApplication: return "enterprise.end_application";
    case ProductStep::Consent: return "enterprise.give_consent";
    case ProductStep::Withdraw: return "enterprise.withdraw_consent";
    }
    check_failed("product step");
}

Result<http::Response> post_product_step(Services& services, http::Exchange& exchange)
{
    auto const ground = TRY(ground_of_path(services, exchange));
    boost::json::object extra {{"product", ground.product.id.text()}};
    auto const step = product_step_of(exchange.request.path);
    if (step == ProductStep::Apply)
        extra["step"] = exchange.parameter("step");
    if (step == ProductStep::EndApplication)
        extra = {{"application", exchange.parameter("application")}};
    return evidence::submit_with_file(services, exchange, operation_of(step), extra, "_file", [&](html::FormState const& form) { return show_product_step(services, exchange, form); });
}

struct CoverGround {
    Business business;
    Licence licence;
};
Result<CoverGround> cover_ground(Services& services, http::Exchange const& exchange)
{
    return db::read(services.db, [&](db::ReadTx& tx) -> Result<CoverGround> {
        auto const found = TRY(readable(tx, exchange.actor(), exchange.parameter("id")));
        auto business = TRY(changeable(tx, exchange.actor(), found.id));
        auto const id = LicenceId::parse(exchange.parameter("licence"));
        if (!id.ok())
            return Error::not_found("enterprise.no_licence");
        auto licence = TRY(find_licence(tx, services.city, *id));
        auto const standing = TRY(standing_of(tx, services.city, licence.business));
        if (standing != business.id)
            return Error::not_found("enterprise.no_licence");
        return CoverGround {std::move(business), std::move(licence)};
    });
}

Result<void> add_cover_lines(db::ReadTx& tx, Services& services, CoverGround const& ground, CoverPage& page)
{
    auto const products = TRY(products_of(tx, services.city, ground.business.id));
    auto const covered = TRY(tx.run(sql::coverage_of_business, services.city, ground.business.id));
    auto const is_typed = page.form.has_errors();
    for (auto const& product : products) {
        auto const is_covered = std::ranges::any_of(covered, [&](db::Row const& row) { return row.id<LicenceId>(0) == ground.licence.id && row.id<ProductId>(1) == product.id; });
        CoverLine line {product.id.str(), product.name, {}, is_typed ? page.form.is_chosen("products", product.id.str()) : is_covered};
        if (ground.licence.kind == "pirt") {
            auto seen = identifiers::inspect_pirt(ground.licence.number, services.today(), ground.licence.valid_until);
            identifiers::compare_pirt(seen, product.packaging, product.food);
            if (seen.has("pirt.product_mismatch"))
                line.note = tr("angka kemasan atau jenis pangannya berbeda");
        }
        page.products.push_back(std::move(line));
    }
    return Done {};
}

Result<http::Response> show_cover(Services& services, http::Exchange const& exchange, html::FormState form)
{
    auto const ground = TRY(cover_ground(services, exchange));
    CoverPage page;
    page.form = std::move(form);
    page.action = exchange.request.path;
    page.back_href = href_of(ground.business.id);
    page.business = ground.business.name;
    page.kind = kind_label(ground.licence.kind);
    page.number = ground.licence.number;
    TRY(db::read(services.db, [&](db::ReadTx& tx) { return add_cover_lines(tx, services, ground, page); }));
    page.frame = screens::frame(services, exchange, page.kind, {crumb_above(exchange), {page.back_href, page.business}, {"", page.kind}});
    return screens::show(page);
}

Result<http::Response> get_cover(Services& services, http::Exchange& exchange) { return show_cover(services, exchange, screens::fresh_form(services)); }

Result<http::Response> post_cover(Services& services, http::Exchange& exchange)
{
    auto const ground = TRY(cover_ground(services, exchange));
    boost::json::object const extra {{"licence", ground.licence.id.text()}};
    return screens::submit(services, exchange, "enterprise.cover_products", extra, [&](html::FormState const& refused, Error const&) { return show_cover(services, exchange, refused); });
}

} // namespace

std::vector<http::Route> product_form_routes(Services& services)
{
    using enum http::Method;
    std::vector<http::Route> all {
        {Get, "/umkm/{id}/produk/baru", "signed_in", screens::page(services, get_new_product), "Form of a product of a business"},
        {Post, "/umkm/{id}/produk/baru", "signed_in", screens::page(services, post_new_product), "Check the label of or record a product", photos_body_limit},
        {Get, "/produk/{id}/ubah", "signed_in", screens::page(services, get_product_change), "Form of changes to a product"},
        {Post, "/produk/{id}/ubah", "signed_in", screens::page(services, post_product_change), "Change a product"},
        {Get, "/umkm/{id}/izin/{licence}/produk", "signed_in", screens::page(services, get_cover), "Form of which products a paper was issued for"},
        {Post, "/umkm/{id}/izin/{licence}/produk", "signed_in", screens::page(services, post_cover), "Say which products a paper was issued for"},
    };
    static constexpr std::pair<std::string_view, std::string_view> steps[] {{"berhenti", "that a product is made no longer"}, {"lagi", "that a product is made again"},
        {"ajukan/{step}", "that a paper was asked for"}, {"permohonan/{application}", "that nothing came of what was asked for"}, {"tampil", "the owner's consent to a public page"},
        {"cabut", "that the consent is taken back"}};
    for (auto const& [path, what] : steps) {
        auto const pattern = "/produk/{id}/" + std::string(path);
        all.push_back({Get, pattern, "signed_in", screens::page(services, get_product_step), "Form: " + std::string(what)});
        all.push_back({Post, pattern, "signed_in", screens::page(services, post_product_step), "Record " + std::string(what), file_body_limit});
    }
    return all;
}

} // namespace rtkeren::enterprise
