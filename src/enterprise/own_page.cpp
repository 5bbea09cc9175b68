#include "enterprise/licence_cards.hpp"
#include "enterprise/photos.hpp"
#include "enterprise/product_parts.hpp"

#include "identity/persons.hpp"

#include <algorithm>

/// What an owner finds after signing in: the own businesses with products, papers and consents, and the own data to put right.
namespace rtkeren::enterprise {
namespace {


Result<OwnBusinessCard> own_card(db::ReadTx& tx, Services& services, Actor const& actor, Business const& business)
{
    OwnBusinessCard card;
    card.href = href_of(business.id);
    card.name = business.name;
    card.activity = business.activity;
    card.place = TRY(place_words(tx, services.city, business.region));
    card.state = choice_label("status", business.closed_on ? "closed" : business.seasonal ? "seasonal" : "active");
    card.tone = business.closed_on ? "no" : "ok";
    card.standing = choice_label("standing", business.confirmed ? "confirmed" : "entered");
    card.standing_tone = business.confirmed ? "ok" : "warn";
    card.closed = business.closed_on.has_value();
    auto const standings = TRY(legal_standing(tx, services, business.id));
    for (auto const& standing : standings) {
        auto const photos = TRY(photos_of(tx, services.city, standing.product));
        auto const consent = TRY(consent_of(tx, services.city, standing.product));
        auto const waits = waits_words(standing.standing);
        card.products.push_back({href_of(standing.product), photos.empty() ? std::string {} : small_href(href_of(standing.product) + "/foto/" + photos.front()), standing.product_name, waits.text, waits.tone,
            consent ? tr("dilihat umum sejak {day:date}", {{"day", consent->given_on.iso()}}) : tr("tidak dilihat umum")});
    }
    auto const licences = TRY(licences_of(tx, services.city, business.id));
    for (auto const& licence : licences) {
        auto const shown = card_of(services, actor, business, licence);
        if (!shown.retired)
            card.licences.push_back({shown.kind, shown.number, shown.state, shown.tone});
    }
    return card;
}

Result<OwnPage> read_own(db::ReadTx& tx, Services& services, Actor const& actor)
{
    auto const own = TRY(businesses_of(tx, services.city, actor.person));
    if (own.empty())
        return Error::not_found("enterprise.no_business");
    OwnPage page;
    auto const person = TRY(identity::person_card(tx, services, actor.person));
    auto const details = TRY(person_details(tx, services.city, actor.person));
    auto place = TRY(place_words(tx, services.city, person.region));
    page.name = person.name;
    page.data_href = href_of(own.front().id) + "/pemilik";
    page.another_href = href_of(own.front().id) + "/lain";
    page.facts = {{tr("Telepon"), or_dash(person.phone)}, {tr("NIK"), or_dash(person.nik)}, {tr("Tinggal di"), std::move(place)}, {tr("Alamat"), or_dash(details.address)},
        {tr("Setuju didata"), details.consent_on ? format_date(*details.consent_on, language::current()) : tr("belum dicatat")}};
    for (auto const& business : own) {
        auto card = TRY(own_card(tx, services, actor, business));
        page.businesses.push_back(std::move(card));
    }
    page.panels = TRY(screens::panels_of("owner", services, tx, &actor, actor.person.str()));
    return page;
}

Result<http::Response> get_own(Services& services, http::Exchange& exchange)
{
    auto page = TRY(db::read(services.db, [&](db::ReadTx& tx) { return read_own(tx, services, exchange.actor()); }));
    page.frame = screens::frame(services, exchange, tr("Usaha saya"));
    page.frame.help = tr("Di sini usaha Anda dengan produk dan izinnya. Yang keliru dapat Anda betulkan sendiri; NIK dibetulkan petugas yang melihat KTP.");
    return screens::show(page);
}

} // namespace

std::vector<http::Route> own_routes(Services& services)
{
    return {{http::Method::Get, "/umkm/saya", "enterprise.own", screens::page(services, get_own), "One's own businesses with products, papers and consents"}};
}

} // namespace rtkeren::enterprise
