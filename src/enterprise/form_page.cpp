#include "enterprise/pages_room.hpp"

#include "enterprise/operations.hpp"
#include "identity/persons.hpp"
#include "territory/territory.hpp"

namespace rtkeren::enterprise {
namespace {

enum class FormKind : std::uint8_t { New, Another, Change, Owner };

/// Kelurahan and RT where this person may write; for an owner, all kelurahan and the RT of the own one.
Result<std::vector<html::Option>> place_options(db::ReadTx& tx, Services& services, Actor const& actor, std::string const& chosen)
{
    std::vector<html::Option> options;
    auto const reads = [&](std::string_view code) { return may(actor, "enterprise.write", code); };
    auto const own = territory::PlaceCode::parse(chosen);
    auto const kelurahan = TRY(territory::regions(tx, services.city, territory::Level::Kelurahan, "", services.today()));
    for (auto const& region : kelurahan) {
        auto const is_chosen = own.ok() && own->kelurahan() == region.code;
        if (!reads(region.code) && !is_chosen && !actor.has("enterprise.own"))
            continue;
        options.push_back({region.code, region.name});
        auto const rts = TRY(territory::regions(tx, services.city, territory::Level::Rt, region.code, services.today()));
        for (auto const& rt : rts)
            options.push_back({rt.code, region.name + ", " + territory::short_name(rt.level, rt.code, rt.name)});
    }
    return options;
}

Result<BusinessFormPage> form_page(db::ReadTx& tx, Services& services, http::Exchange const& exchange, FormKind kind, html::FormState form)
{
    BusinessFormPage page;
    page.form = std::move(form);
    page.action = exchange.request.path;
    page.has_owner = kind == FormKind::New || kind == FormKind::Owner;
    page.has_business = kind != FormKind::Owner;
    page.title = kind == FormKind::New ? tr("Catat usaha") : kind == FormKind::Another ? tr("Kegiatan lain") : kind == FormKind::Change ? tr("Ubah usaha") : tr("Ubah data pemilik");
    page.back_href = "/umkm";
    page.places = TRY(place_options(tx, services, exchange.actor(), page.form.value(page.has_business ? "place" : "owner_place")));
    page.no_nik = options_of<NoNik>("no_nik");
    page.sexes = options_of<Sex>("sex");
    page.kblis = kbli_options();
    page.place_kinds = options_of<PlaceKind>("place_kind");
    page.legal_forms = options_of<LegalForm>("legal_form");
    page.methods = options_of<Method>("method");
    page.channels = options_of<Channel>("channel");
    page.books = options_of<Bookkeeping>("bookkeeping");
    page.credits = options_of<CreditSource>("credit_source");
    if (kind != FormKind::New) {
        auto const business = TRY(readable(tx, exchange.actor(), exchange.parameter("id")));
        auto const card = TRY(identity::person_card(tx, services, business.owner));
        page.back_href = href_of(business.id);
        page.owner_name = card.name;
        page.nik_known = !card.nik.empty();
        page.phone_known = !card.phone.empty();
        page.capital_kept = kind == FormKind::Change && business.capital && !sees_capital(exchange.actor(), business);
        page.sales_kept = kind == FormKind::Change && business.sales_amount && !sees_sales(exchange.actor(), business);
    }
    page.frame = screens::frame(services, exchange, page.title, {crumb_above(exchange), {"", page.title}});
    return page;
}

Result<http::Response> show_form(Services& services, http::Exchange const& exchange, FormKind kind, html::FormState form)
{
    auto const page = TRY(db::read(services.db, [&](db::ReadTx& tx) { return form_page(tx, services, exchange, kind, std::move(form)); }));
    return screens::show(page);
}


/// Figures that are not this person's to read stay out of the form, which says that they are there.
void fill_figures(html::FormState& form, Actor const& actor, Business const& business)
{
    if (sees_capital(actor, business))
        set_amount(form, "capital", business.capital);
    if (!sees_sales(actor, business))
        return;
    set_amount(form, "sales_amount", business.sales_amount);
    set_number(form, "sales_year", business.sales_year);
    form.set("sales_method", business.sales_method);
}

void fill_business(html::FormState& form, Actor const& actor, Business const& business)
{
    form.set("version", std::to_string(business.version));
    form.set("name", business.name);
    form.set("brand", business.brand);
    form.set("activity", business.activity);
    form.set("kbli", business.kbli);
    form.set("place_kind", business.place_kind);
    form.set("place", business.region);
    form.set("address", business.address);
    form.set("started", business.started_month);
    form.set("legal_form", business.legal_form);
    fill_figures(form, actor, business);
    set_number(form, "workers_male", business.workers_male);
    set_number(form, "workers_female", business.workers_female);
    set_number(form, "workers_family", business.workers_family);
    for (auto const channel : split(business.channels, ','))
        if (!channel.empty())
            form.values.emplace_back("channels", channel);
    form.set("bookkeeping", business.bookkeeping);
    form.set("credit_source", business.credit_source);
    if (business.seasonal)
        form.set("seasonal", "true");
    form.set("source", business.source);
    form.set("as_of", business.as_of.iso());
}

Result<void> fill_owner(db::ReadTx& tx, Services& services, html::FormState& form, Business const& business)
{
    auto const card = TRY(identity::person_card(tx, services, business.owner));
    auto const details = TRY(person_details(tx, services.city, business.owner));
    form.set("version", std::to_string(details.version));
    form.set("owner_name", card.name);
    form.set("owner_place", card.region);
    form.set("owner_address", details.address);
    form.set("sex", details.sex);
    form.set("no_nik", details.no_nik);
    form.set("no_nik_note", details.no_nik_note);
    if (details.birth_date)
        form.set("birth_date", details.birth_date->iso());
    if (details.consent_on)
        form.set("consent_on", details.consent_on->iso());
    return Done {};
}

Result<Business> business_of_path(db::ReadTx& tx, http::Exchange const& exchange)
{
    auto const found = TRY(readable(tx, exchange.actor(), exchange.parameter("id")));
    return changeable(tx, exchange.actor(), found.id);
}

template<FormKind kind>
Result<http::Response> get_form(Services& services, http::Exchange& exchange)
{
    auto form = screens::fresh_form(services);
    auto const fill = [&](db::ReadTx& tx) -> Result<void> {
        if constexpr (kind == FormKind::New) {
            form.set("as_of", services.today().iso());
            return Done {};
        } else {
            auto const business = TRY(business_of_path(tx, exchange));
            if constexpr (kind == FormKind::Change)
                fill_business(form, exchange.actor(), business);
            else if constexpr (kind == FormKind::Owner)
                TRY(fill_owner(tx, services, form, business));
            else
                form.set("place", business.region);
            return Done {};
        }
    };
    TRY(db::read(services.db, fill));
    return show_form(services, exchange, kind, std::move(form));
}

template<FormKind kind>
Result<http::Response> post_form(Services& services, http::Exchange& exchange)
{
    boost::json::object extra;
    if constexpr (kind != FormKind::New) {
        auto const business = TRY(db::read(services.db, [&](db::ReadTx& tx) { return business_of_path(tx, exchange); }));
        if constexpr (kind == FormKind::Change)
            extra["business"] = business.id.text();
        else
            extra[kind == FormKind::Owner ? "person" : "owner"] = business.owner.text();
    }
    constexpr std::string_view operation = kind == FormKind::New ? "enterprise.register" : kind == FormKind::Another ? "enterprise.register_for"
        : kind == FormKind::Change ? "enterprise.change" : "enterprise.change_owner";
    return screens::submit(services, exchange, operation, extra, [&](html::FormState const& refused, Error const&) { return show_form(services, exchange, kind, refused); });
}

} // namespace

std::vector<http::Route> form_routes(Services& services)
{
    using enum http::Method;
    using enum FormKind;
    return {
        {Get, "/umkm/baru", "enterprise.write", screens::page(services, get_form<New>), "Form of an owner with a business"},
        {Post, "/umkm/baru", "enterprise.write", screens::page(services, post_form<New>), "Record an owner with a business"},
        {Get, "/umkm/{id}/lain", "signed_in", screens::page(services, get_form<Another>), "Form of another business of the same owner"},
        {Post, "/umkm/{id}/lain", "signed_in", screens::page(services, post_form<Another>), "Record another business of the same owner"},
        {Get, "/umkm/{id}/ubah", "signed_in", screens::page(services, get_form<Change>), "Form of changes to a business"},
        {Post, "/umkm/{id}/ubah", "signed_in", screens::page(services, post_form<Change>), "Change a business"},
        {Get, "/umkm/{id}/pemilik", "signed_in", screens::page(services, get_form<Owner>), "Form of changes to an owner"},
        {Post, "/umkm/{id}/pemilik", "signed_in", screens::page(services, post_form<Owner>), "Change an owner"},
    };
}

} // namespace rtkeren::enterprise
