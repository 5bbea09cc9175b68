#include "enterprise/pages_room.hpp"

#include "enterprise/licence_cards.hpp"
#include "enterprise/product_parts.hpp"
#include "enterprise/sql.hpp"
#include "identity/persons.hpp"

#include <algorithm>

namespace rtkeren::enterprise {
namespace {

std::string class_words(Business const& business)
{
    if (business.size_class.empty())
        return tr("Belum diketahui");
    return choice_label("class", business.size_class) + ", " + choice_label("basis", business.class_basis);
}

std::string workers_words(Business const& business)
{
    if (!business.workers_female && !business.workers_male && !business.workers_family)
        return "–";
    return tr("{women} perempuan, {men} laki-laki dibayar; {family} keluarga tanpa upah",
        {{"women", std::to_string(business.workers_female.value_or(0))}, {"men", std::to_string(business.workers_male.value_or(0))},
            {"family", std::to_string(business.workers_family.value_or(0))}});
}

std::string channels_words(Business const& business)
{
    std::string text;
    for (auto const channel : split(business.channels, ','))
        if (!channel.empty())
            text += (text.empty() ? "" : ", ") + choice_label("channel", channel);
    return or_dash(std::move(text));
}

std::string sales_words(Business const& business)
{
    return format_rupiah(*business.sales_amount) + " (" + choice_label("method", business.sales_method) + ")";
}

/// What the class was judged by; of others' figures only that they are recorded.
void add_figures(BusinessPage& page, Actor const& actor, Business const& business)
{
    auto const hidden = tr("tercatat; hanya pemilik dan pencatat yang melihat angkanya");
    if (business.capital)
        page.facts.push_back({tr("Modal tanpa tanah dan bangunan"), sees_capital(actor, business) ? format_rupiah(*business.capital) : hidden});
    if (business.sales_amount)
        page.facts.push_back({tr("Penjualan {year}", {{"year", std::to_string(*business.sales_year)}}), sees_sales(actor, business) ? sales_words(business) : hidden});
}

void add_facts(BusinessPage& page, Actor const& actor, Business const& business)
{
    page.facts = {{tr("Merek dagang"), or_dash(business.brand)}, {tr("KBLI"), kbli_words(business.kbli)}, {tr("Tempat usaha"), choice_label("place_kind", business.place_kind)},
        {tr("Alamat usaha"), or_dash(business.address)}, {tr("Mulai"), or_dash(business.started_month)}, {tr("Bentuk usaha"), choice_label("legal_form", business.legal_form)},
        {tr("Kelas"), class_words(business)}, {tr("Pekerja"), workers_words(business)}, {tr("Dijual lewat"), channels_words(business)},
        {tr("Pembukuan"), or_dash(choice_label("bookkeeping", business.bookkeeping))}, {tr("Sumber modal"), or_dash(choice_label("credit_source", business.credit_source))}};
    add_figures(page, actor, business);
    if (business.closed_on)
        page.facts.push_back({tr("Tutup"), format_date(*business.closed_on, language::current()) + ": " + business.closed_reason});
    page.facts.push_back({tr("Asal data"), or_dash(business.source)});
    page.facts.push_back({tr("Keadaan per"), format_date(business.as_of, language::current())});
}

Result<void> add_owner(db::ReadTx& tx, Services& services, Actor const& actor, Business const& business, BusinessPage& page)
{
    auto const card = TRY(identity::person_card(tx, services, business.owner));
    auto const details = TRY(person_details(tx, services.city, business.owner));
    auto place = TRY(place_words(tx, services.city, card.region));
    auto nik = !card.nik.empty() ? card.nik : details.no_nik.empty() ? std::string("–") : choice_label("no_nik", details.no_nik);
    if (card.nik.empty() && !details.no_nik_note.empty())
        nik += ": " + details.no_nik_note;
    page.owner = {{tr("Nama"), card.name}, {tr("Telepon"), or_dash(card.phone)}, {tr("NIK"), nik}, {tr("Tinggal di"), std::move(place)}, {tr("Jenis kelamin"), or_dash(choice_label("sex", details.sex))},
        {tr("Setuju didata"), details.consent_on ? format_date(*details.consent_on, language::current()) : tr("belum dicatat")}};
    if (may(actor, "identity.unmask", card.region))
        page.number_href = "/orang/" + business.owner.str() + "/nomor";
    auto const all = TRY(businesses_of(tx, services.city, business.owner));
    for (auto const& each : all)
        page.siblings.push_back({href_of(each.id), each.name, each.activity, choice_label("place_kind", each.place_kind), each.id == business.id});
    if (page.siblings.size() == 1 && page.siblings.front().current)
        page.siblings.clear();
    return Done {};
}

Result<void> add_history(db::ReadTx& tx, Services& services, Business const& business, BusinessPage& page)
{
    page.history = TRY(history_of(tx, services, "business", business.id.str()));
    if (business.import)
        page.history.push_back({business.entered_at.iso(), moment(services, business.entered_at), tr("Masuk dari daftar"), business.entered_by_name, business.source});
    return Done {};
}

Result<void> add_merged(db::ReadTx& tx, Services& services, Actor const& actor, Business const& business, BusinessPage& page)
{
    auto const rows = TRY(tx.run(sql::merges_of_business, services.city, business.id));
    for (auto const& row : rows) {
        auto const is_undone = !row.is_null(8);
        auto text = tr("{day} oleh {name}: {reason}", {{"day", moment(services, row.instant(6))}, {"name", row.text(5)}, {"reason", row.text(4)}});
        if (is_undone)
            text += ". " + tr("Dibatalkan {day} oleh {name}", {{"day", moment(services, row.instant(8))}, {"name", row.text(7)}});
        auto const may_undo = !is_undone && may(actor, "enterprise.merge", business.region) && may(actor, "enterprise.merge", row.text(3));
        page.merged.push_back({"/umkm/" + row.text(1), row.text(2), std::move(text), may_undo ? "/umkm/gabungan/" + row.text(0) : std::string {}});
    }
    return Done {};
}

Result<void> add_products(db::ReadTx& tx, Services& services, Business const& business, BusinessPage& page)
{
    auto const products = TRY(products_of(tx, services.city, business.id));
    auto const standings = TRY(legal_standing(tx, services, business.id));
    for (auto const& product : products) {
        auto text = product_kind(product.kind) ? std::string(product_kind(product.kind)->label) : product.kind;
        if (!net_words(product).empty())
            text = net_words(product) + " · " + text;
        auto const found = std::ranges::find(standings, product.id, &ProductStanding::product);
        auto const short_words = found == standings.end() ? WaitsWords {choice_label("product_state", "stopped"), ""} : waits_words(found->standing);
        page.products.push_back({href_of(product.id), product.name, std::move(text), short_words.text, short_words.tone});
    }
    return Done {};
}

Result<void> add_likes(db::ReadTx& tx, Services& services, Actor const& actor, Business const& business, BusinessPage& page)
{
    if (!may(actor, "enterprise.read", business.region))
        return Done {};
    auto const rows = TRY(tx.run(sql::pairs_of_business, services.city, business.id));
    for (auto const& row : rows) {
        if (row.text(6) != "open" || !may(actor, "enterprise.read", row.text(3)))
            continue;
        auto place = TRY(place_words(tx, services.city, row.text(3)));
        page.likes.push_back({(may(actor, "enterprise.merge", business.region) ? "/umkm/mirip/" + row.text(0) : "/umkm/" + row.text(1)), row.text(2), std::move(place), std::to_string(row.integer(4)), like_words(row.text(5))});
    }
    return Done {};
}

Result<BusinessPage> read_page(db::ReadTx& tx, Services& services, http::Exchange const& exchange)
{
    auto const& actor = exchange.actor();
    auto const business = TRY(readable(tx, actor, exchange.parameter("id")));
    BusinessPage page;
    page.base = href_of(business.id);
    page.name = business.name;
    page.activity = business.activity;
    page.place = TRY(place_words(tx, services.city, business.region));
    auto const status = business.closed_on ? "closed" : business.seasonal ? "seasonal" : "active";
    page.state = choice_label("status", status);
    page.tone = business.closed_on ? "no" : "ok";
    page.closed = business.closed_on.has_value();
    page.standing = choice_label("standing", business.confirmed ? "confirmed" : "entered");
    page.standing_tone = business.confirmed ? "ok" : "warn";
    page.may_change = (may(actor, "enterprise.write", business.region) || owns(actor, business)) && !business.survivor;
    page.may_confirm = !business.confirmed && !business.survivor && may(actor, "enterprise.confirm", business.region) && actor.person != business.owner;
    page.may_open_account = business.confirmed && !business.survivor && may(actor, "enterprise.confirm", business.region) && actor.person != business.owner;
    if (business.survivor)
        page.survivor_href = href_of(*business.survivor);
    if (page.may_change)
        page.owner_href = page.base + "/pemilik";
    add_facts(page, actor, business);
    TRY(add_owner(tx, services, actor, business, page));
    auto const licences = TRY(licences_of(tx, services.city, business.id));
    for (auto const& licence : licences)
        page.licences.push_back(card_of(services, actor, business, licence));
    TRY(add_products(tx, services, business, page));
    TRY(add_likes(tx, services, actor, business, page));
    TRY(add_merged(tx, services, actor, business, page));
    TRY(add_history(tx, services, business, page));
    page.panels = TRY(screens::panels_of("business", services, tx, &actor, business.id.text()));
    page.proof_note = tr("Nomor yang benar bentuknya belum tentu terbit. “Terbukti” berarti seseorang mengeceknya di tempat terbitnya dan melampirkan hasilnya.");
    return page;
}

struct StepTexts {
    std::string title, lead, button, day, tick;
    bool reason;
};
StepTexts texts_of(std::string_view step, std::string const& name)
{
    if (step == "tutup")
        return {tr("Catat usaha tutup"), tr("{name} berhenti. Catatannya tetap ada dan bisa berjalan lagi.", {{"name", name}}), tr("Catat tutup"), tr("Tanggal tutup"), {}, true};
    if (step == "buka")
        return {tr("Usaha berjalan lagi"), tr("{name} ternyata masih atau kembali berjalan.", {{"name", name}}), tr("Catat berjalan lagi"), {}, {}, true};
    return {tr("Konfirmasi usaha"), tr("{name}: pemilik dan usahanya seperti yang tercatat.", {{"name", name}}), tr("Konfirmasi"), {}, tr("Saya sudah melihat KTP pemiliknya"), false};
}

Result<http::Response> show_step(Services& services, http::Exchange const& exchange, html::FormState form)
{
    auto const business = TRY(db::read(services.db, [&](db::ReadTx& tx) { return readable(tx, exchange.actor(), exchange.parameter("id")); }));
    auto const step = exchange.request.path.substr(exchange.request.path.rfind('/') + 1);
    auto const texts = texts_of(step, business.name);
    auto const is_allowed = step == "konfirmasi" ? may(exchange.actor(), "enterprise.confirm", business.region)
                                                 : may(exchange.actor(), "enterprise.write", business.region) || owns(exchange.actor(), business);
    if (!is_allowed)
        return Error::forbidden("operation.not_allowed");
    StepPage page {.frame = screens::frame(services, exchange, texts.title, {crumb_above(exchange), {href_of(business.id), business.name}, {"", texts.title}}), .form = std::move(form),
        .title = texts.title, .lead = texts.lead, .action = exchange.request.path, .back_href = href_of(business.id), .button = texts.button, .day_label = texts.day,
        .tick_label = texts.tick, .asks_reason = texts.reason};
    return screens::show(page);
}

Result<http::Response> get_step(Services& services, http::Exchange& exchange)
{
    auto form = screens::fresh_form(services);
    form.set("on", services.today().iso());
    return show_step(services, exchange, std::move(form));
}

Result<http::Response> post_step(Services& services, http::Exchange& exchange)
{
    auto const business = TRY(db::read(services.db, [&](db::ReadTx& tx) { return readable(tx, exchange.actor(), exchange.parameter("id")); }));
    auto const step = exchange.request.path.substr(exchange.request.path.rfind('/') + 1);
    auto const operation = step == "tutup" ? "enterprise.close" : step == "buka" ? "enterprise.reopen" : "enterprise.confirm";
    boost::json::object const extra {{"business", business.id.text()}};
    return screens::submit(services, exchange, operation, extra, [&](html::FormState const& refused, Error const&) { return show_step(services, exchange, refused); });
}

Result<http::Response> get_business(Services& services, http::Exchange& exchange) { return show_business(services, exchange, screens::fresh_form(services)); }

} // namespace

Result<http::Response> show_business(Services& services, http::Exchange const& exchange, html::FormState const& form)
{
    auto page = TRY(db::read(services.db, [&](db::ReadTx& tx) { return read_page(tx, services, exchange); }));
    page.frame = screens::frame(services, exchange, page.name, {crumb_above(exchange), {"", page.name}});
    page.form = form;
    return screens::show(page);
}

std::vector<http::Route> business_routes(Services& services)
{
    using enum http::Method;
    std::vector<http::Route> all {{Get, "/umkm/{id}", "signed_in", screens::page(services, get_business), "A business with owner, licences and history"}};
    for (auto const* step : {"tutup", "buka"}) {
        all.push_back({Get, "/umkm/{id}/" + std::string(step), "signed_in", screens::page(services, get_step), "Form for closing or reopening a business"});
        all.push_back({Post, "/umkm/{id}/" + std::string(step), "signed_in", screens::page(services, post_step), "Close or reopen a business"});
    }
    all.push_back({Get, "/umkm/{id}/konfirmasi", "enterprise.confirm", screens::page(services, get_step), "Form for confirming a business"});
    all.push_back({Post, "/umkm/{id}/konfirmasi", "enterprise.confirm", screens::page(services, post_step), "Confirm a business whose owner's KTP one has seen"});
    return all;
}

} // namespace rtkeren::enterprise
