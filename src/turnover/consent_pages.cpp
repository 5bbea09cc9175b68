#include "turnover/consent.hpp"
#include "turnover/pages_room.hpp"

namespace rtkeren::turnover {
namespace {

Result<enterprise::Business> own_of(db::ReadTx& tx, http::Exchange const& exchange)
{
    auto const id = enterprise::BusinessId::parse(exchange.parameter("id"));
    if (!id.ok())
        return Error::not_found("enterprise.no_business");
    return own_business(tx, exchange.actor(), *id);
}

ConsentLine line_of(Services const& services, Consent const& consent)
{
    ConsentLine line {.id = consent.id.str(), .name = consent.officer_name, .office = consent.office, .state = {}, .tone = {},
        .given = tr("diberikan {day}", {{"day", enterprise::moment(services, consent.given_at)}}), .holds = consent.holds(services.today())};
    line.tone = line.holds ? "ok" : "";
    auto const until = format_date(consent.until, language::current());
    line.state = consent.withdrawn_at ? tr("Dicabut") : line.holds ? tr("Sampai {day}", {{"day", until}}) : tr("Berakhir {day}", {{"day", until}});
    return line;
}

Result<void> fill(db::ReadTx& tx, Services& services, http::Exchange const& exchange, ConsentPage& page)
{
    auto const business = TRY(own_of(tx, exchange));
    page.name = business.name;
    page.action = figures_href(business.id) + "/izin";
    page.back_href = figures_href(business.id);
    page.frame = screens::frame(services, exchange, tr("Siapa boleh melihat"), crumbs(exchange.actor(), business, tr("Siapa boleh melihat")));
    auto const officers = TRY(officers_for(tx, services.city, business, services.today()));
    for (auto const& officer : officers)
        page.officers.push_back({officer.person.str(), officer.name + ", " + officer.office});
    auto const consents = TRY(consents_of(tx, services.city, business.id));
    for (auto const& consent : consents)
        page.consents.push_back(line_of(services, consent));
    auto const readings = TRY(readings_of(tx, services.city, business.id));
    for (auto const& reading : readings)
        page.readings.push_back({reading.at.iso(), enterprise::moment(services, reading.at), reading.reader, language::word("turnover.page." + reading.page)});
    return Done {};
}

Result<http::Response> show_consents(Services& services, http::Exchange const& exchange, html::FormState form)
{
    ConsentPage page;
    page.form = std::move(form);
    TRY(db::read(services.db, [&](db::ReadTx& tx) { return fill(tx, services, exchange, page); }));
    return screens::show(page);
}

Result<http::Response> get_consents(Services& services, http::Exchange& exchange)
{
    auto form = screens::fresh_form(services);
    form.set("until", services.today().plus_days(30).iso());
    return show_consents(services, exchange, std::move(form));
}

Result<http::Response> post_consent(Services& services, http::Exchange& exchange)
{
    auto const business = TRY(db::read(services.db, [&](db::ReadTx& tx) { return own_of(tx, exchange); }));
    boost::json::object const extra {{"business", business.id.text()}};
    return screens::submit(services, exchange, "turnover.give_consent", extra, [&](html::FormState const& refused, Error const&) { return show_consents(services, exchange, refused); });
}

Result<http::Response> post_withdrawal(Services& services, http::Exchange& exchange)
{
    auto const consent = ConsentId::parse(exchange.parameter("consent"));
    if (!consent.ok())
        return Error::not_found("turnover.no_consent");
    boost::json::object const extra {{"consent", consent->text()}};
    return screens::submit(services, exchange, "turnover.withdraw_consent", extra, [&](html::FormState const& refused, Error const&) { return show_consents(services, exchange, refused); });
}

} // namespace

std::vector<http::Route> consent_routes(Services& services)
{
    using enum http::Method;
    return {
        {Get, "/omzet/usaha/{id}/izin", "turnover.own", screens::page(services, get_consents), "Whom one lets see one's turnover, and who looked"},
        {Post, "/omzet/usaha/{id}/izin", "turnover.own", screens::page(services, post_consent), "Let an officer see one's turnover until a day"},
        {Post, "/omzet/usaha/{id}/izin/{consent}/cabut", "turnover.own", screens::page(services, post_withdrawal), "Withdraw what one allowed an officer"},
    };
}

} // namespace rtkeren::turnover
