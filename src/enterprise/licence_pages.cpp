#include "enterprise/licence_cards.hpp"

#include "enterprise/numbers.hpp"
#include "enterprise/product_store.hpp"
#include "evidence/evidence.hpp"
#include "evidence/forms.hpp"
#include "secrets/secrets.hpp"

#include <algorithm>

namespace rtkeren::enterprise {
namespace {

std::string_view tone_of_level(identifiers::Level level) { return level == identifiers::Level::Error ? "no" : level == identifiers::Level::Warn ? "warn" : "info"; }

std::string full_number(Services const& services, Licence const& licence)
{
    if (licence.number_sealed.empty())
        return licence.number;
    auto const plain = services.keys.unseal({"enterprise_licence", "number", licence.id.text()}, licence.number_sealed);
    return plain.value_or("");
}

/// As of today: an expiry comes by itself. The parts of a sealed number would tell it.
identifiers::Inspection seen_now(Services const& services, Licence const& licence)
{
    auto seen = inspect_number(licence.kind, full_number(services, licence), services.today(), licence.valid_until);
    if (!licence.number_sealed.empty())
        seen.parts.clear();
    return seen;
}

void word_state(LicenceCard& card, Licence const& licence, std::string_view worst)
{
    card.tone = "info";
    card.state = tr("Belum dicek");
    if (licence.retired_at) {
        card.tone = "";
        card.state = tr("Tidak dihitung lagi");
    } else if (licence.result == "issued" && worst != "error") {
        card.tone = "ok";
        card.state = tr("Terbukti terbit");
    } else if (!licence.result.empty()) {
        card.tone = "no";
        card.state = licence.result == "issued" ? tr("Sudah habis") : choice_label("result", licence.result);
    } else if (worst == "error") {
        card.tone = "no";
        card.state = tr("Nomor salah");
    } else if (worst == "warn") {
        card.tone = "warn";
    }
}

struct LicenceGround {
    Business business;
    Licence licence;
};
Result<LicenceGround> ground_of(Services& services, http::Exchange const& exchange)
{
    return db::read(services.db, [&](db::ReadTx& tx) -> Result<LicenceGround> {
        auto business = TRY(readable(tx, exchange.actor(), exchange.parameter("id")));
        auto const id = LicenceId::parse(exchange.parameter("licence"));
        if (!id)
            return Error::not_found("enterprise.no_licence");
        auto licence = TRY(find_licence(tx, services.city, *id));
        auto const standing = TRY(standing_of(tx, services.city, licence.business));
        if (standing != business.id && licence.business != business.id)
            return Error::not_found("enterprise.no_licence");
        return LicenceGround {std::move(business), std::move(licence)};
    });
}

Result<Business> business_for_licence(Services& services, http::Exchange const& exchange)
{
    return db::read(services.db, [&](db::ReadTx& tx) -> Result<Business> {
        auto const found = TRY(readable(tx, exchange.actor(), exchange.parameter("id")));
        return changeable(tx, exchange.actor(), found.id);
    });
}

Result<http::Response> show_licence_form(Services& services, http::Exchange const& exchange, html::FormState form)
{
    auto const business = TRY(business_for_licence(services, exchange));
    LicenceFormPage page;
    page.frame = screens::frame(services, exchange, tr("Catat izin"), {crumb_above(exchange), {href_of(business.id), business.name}, {"", tr("Catat izin")}});
    page.form = std::move(form);
    page.action = exchange.request.path;
    page.back_href = href_of(business.id);
    page.business = business.name;
    page.kinds = options_of<LicenceKind>("licence");
    auto const products = TRY(db::read(services.db, [&](db::ReadTx& tx) { return products_of(tx, services.city, business.id); }));
    for (auto const& product : products)
        if (!product.stopped)
            page.products.push_back({product.id.str(), product.name});
    auto const typed = page.form.value("number");
    if (!typed.empty()) {
        auto const until = Date::parse_typed(page.form.value("valid_until"));
        auto const seen = inspect_number(page.form.value("kind", "nib"), typed, services.today(), until.ok() ? std::optional(*until) : std::nullopt);
        page.seen_value = seen.value.empty() ? typed : seen.value;
        page.seen_tone = worst_of(seen) == "error" ? "no" : worst_of(seen) == "warn" ? "warn" : "ok";
        page.parts = parts_of(seen);
        page.findings = findings_of(seen);
    }
    return screens::show(page);
}

/// From a product's way of papers, with the kind and the product chosen.
Result<http::Response> get_licence_form(Services& services, http::Exchange& exchange)
{
    auto form = screens::fresh_form(services);
    form.set("kind", exchange.request.query_value("jenis"));
    form.set("product", exchange.request.query_value("produk"));
    return show_licence_form(services, exchange, std::move(form));
}

Result<http::Response> post_licence_form(Services& services, http::Exchange& exchange)
{
    auto const business = TRY(business_for_licence(services, exchange));
    if (!exchange.request.form_value("_refresh").empty())
        return show_licence_form(services, exchange, evidence::typed_values(exchange));
    return evidence::submit_with_file(services, exchange, "enterprise.add_licence", {{"business", business.id.text()}}, "_surat",
        [&](html::FormState const& form) { return show_licence_form(services, exchange, form); });
}

Result<http::Response> show_check(Services& services, http::Exchange const& exchange, html::FormState form)
{
    auto const ground = TRY(ground_of(services, exchange));
    auto const& [business, licence] = ground;
    auto const seen = seen_now(services, licence);
    LicenceCheckPage page;
    page.retires = exchange.request.path.ends_with("/cabut");
    if (page.retires && !may_retire(exchange.actor(), business))
        return Error::forbidden("operation.not_allowed");
    auto const title = page.retires ? tr("Izin tidak dihitung lagi") : tr("Catat hasil pengecekan");
    page.frame = screens::frame(services, exchange, title, {crumb_above(exchange), {href_of(business.id), business.name}, {"", title}});
    page.form = std::move(form);
    page.action = exchange.request.path;
    page.back_href = href_of(business.id);
    page.business = business.name;
    page.kind = kind_label(licence.kind);
    page.number = licence.number;
    page.note = tr("Cari nomor ini di tempat terbitnya, lalu lampirkan apa yang terlihat. Dimasukkan oleh {name}; yang memasukkan tidak mengeceknya sendiri.", {{"name", licence.entered_by_name}});
    page.results = options_of<CheckResult>("result");
    page.parts = parts_of(seen);
    page.findings = findings_of(seen);
    return screens::show(page);
}

Result<http::Response> get_check(Services& services, http::Exchange& exchange) { return show_check(services, exchange, screens::fresh_form(services)); }

Result<http::Response> post_check(Services& services, http::Exchange& exchange)
{
    auto const ground = TRY(ground_of(services, exchange));
    return evidence::submit_with_file(services, exchange, "enterprise.check_licence", {{"licence", ground.licence.id.text()}}, "_bukti",
        [&](html::FormState const& form) { return show_check(services, exchange, form); });
}

Result<http::Response> post_retire(Services& services, http::Exchange& exchange)
{
    auto const ground = TRY(ground_of(services, exchange));
    boost::json::object const extra {{"licence", ground.licence.id.text()}};
    return screens::submit(services, exchange, "enterprise.retire_licence", extra, [&](html::FormState const& refused, Error const&) { return show_check(services, exchange, refused); });
}

} // namespace

std::vector<Fact> parts_of(identifiers::Inspection const& seen)
{
    std::vector<Fact> facts;
    for (auto const& [name, value] : seen.parts)
        facts.push_back({part_label(name), part_text(name, value)});
    return facts;
}

std::vector<FindingLine> findings_of(identifiers::Inspection const& seen)
{
    std::vector<FindingLine> lines;
    for (auto const& finding : seen.findings)
        lines.push_back({std::string(tone_of_level(finding.level)), language::word(finding.code, finding.arguments)});
    return lines;
}

LicenceCard card_of(Services const& services, Actor const& actor, Business const& business, Licence const& licence)
{
    auto const seen = seen_now(services, licence);
    LicenceCard card;
    card.id = licence.id.str();
    card.kind = kind_label(licence.kind);
    card.number = licence.number;
    card.parts = parts_of(seen);
    card.findings = findings_of(seen);
    word_state(card, licence, worst_of(seen));
    card.retired = licence.retired_at.has_value();
    card.reason = card.retired ? licence.retired_reason : licence.reason;
    card.day = tr("Dicatat {day} oleh {name}", {{"day", moment(services, licence.entered_at)}, {"name", licence.entered_by_name}});
    if (licence.valid_until)
        card.day += ". " + tr("Berlaku sampai {day:date}", {{"day", licence.valid_until->iso()}});
    if (licence.checked_at)
        card.checked = tr("Dicek {day} oleh {name} di {where}: {result}", {{"day", moment(services, *licence.checked_at)}, {"name", licence.checked_by_name}, {"where", licence.checked_where},
                                                                              {"result", choice_label("result", licence.result)}});
    if (!licence.file.empty())
        card.file_href = href_of(business.id) + "/berkas/" + licence.file;
    if (!licence.check_file.empty())
        card.proof_href = href_of(business.id) + "/berkas/" + licence.check_file;
    auto const is_own_entry = licence.entered_by == actor.user || licence.entered_person == actor.person;
    card.may_check = !card.retired && !is_own_entry && actor.person != business.owner && may(actor, "enterprise.check", business.region);
    card.may_retire = !card.retired && may_retire(actor, business);
    card.may_cover = !card.retired && (licence.kind == "pirt" || licence.kind == "bpom" || licence.kind == "halal") && may_change(actor, business);
    return card;
}

std::string like_words(std::string_view reasons)
{
    std::string text;
    for (auto const reason : split(reasons, ','))
        if (!reason.empty())
            text += (text.empty() ? "" : ", ") + choice_label("like", reason);
    return text;
}

std::vector<http::Route> licence_routes(Services& services)
{
    using enum http::Method;
    return {
        {Get, "/umkm/{id}/izin", "signed_in", screens::page(services, get_licence_form), "Form of a licence's number"},
        {Post, "/umkm/{id}/izin", "signed_in", screens::page(services, post_licence_form), "Read or record a licence's number", file_body_limit},
        {Get, "/umkm/{id}/izin/{licence}", "enterprise.check", screens::page(services, get_check), "Form of what was found on looking a licence up"},
        {Post, "/umkm/{id}/izin/{licence}", "enterprise.check", screens::page(services, post_check), "Record what was found on looking a licence up", file_body_limit},
        {Get, "/umkm/{id}/izin/{licence}/cabut", "signed_in", screens::page(services, get_check), "Form for taking a licence out"},
        {Post, "/umkm/{id}/izin/{licence}/cabut", "signed_in", screens::page(services, post_retire), "Take a licence out that no longer counts"},
    };
}

} // namespace rtkeren::enterprise
