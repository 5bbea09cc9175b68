#include "identity/slip_pages.hpp"

#include "documents/bars.hpp"
#include "http/site.hpp"
#include "identity/appoint.hpp"
#include "identity/identity.hpp"
#include "identity/pages.hpp"
#include "language/language.hpp"

namespace rtkeren::identity {

namespace {

std::vector<Ulid> slip_ids(operations::Answer const& answer)
{
    std::vector<Ulid> ids;
    auto const* slips = answer.data.if_contains("slips");
    if (slips == nullptr || !slips->is_array())
        return ids;
    for (auto const& slip : slips->get_array())
        if (auto id = Ulid::parse(std::string_view(slip.as_string())); id.ok())
            ids.push_back(*id);
    return ids;
}

Result<SlipCard> card_of_slip(Services const& services, std::string const& address, PrintedSlip const& slip)
{
    auto svg = TRY(documents::qr_svg(address + "?kode=" + slip.code, tr("Kode QR untuk {name}", {{"name", slip.name}})));
    return SlipCard {html::Safe::trusted(std::move(svg)), slip.name, slip.office, slip.login, slip.code, moment(services, slip.expires_at), slip.by_name};
}

Result<http::Response> post_slip(Services& services, http::Exchange& exchange)
{
    auto const* operation = screens::registry().find("identity.make_slips");
    CHECK(operation != nullptr);
    auto input = operations::object_of_form(exchange.request.form);
    auto const user = exchange.parameter("id");
    auto const id = UserId::parse(user);
    if (!id.ok())
        return Error::not_found("identity.unknown_user");
    // Whose account is out of reach is not there, before anything else is said about it.
    TRY(db::read(services.db, [&](db::ReadTx& tx) { return kept_account(tx, exchange.actor(), *id, services.today()); }));
    input["users"] = boost::json::array {boost::json::string(user)};
    auto answer = TRY(operations::run(services, exchange.actor(), *operation, input));
    return slips_page(services, exchange, answer, "/pengguna/" + user);
}

} // namespace

Result<http::Response> slips_page(Services& services, http::Exchange const& exchange, operations::Answer const& answer, std::string back_href)
{
    auto const slips = TRY(printed_slips(services, exchange.actor(), slip_ids(answer)));
    SlipsPage page {screens::frame(services, exchange, tr("Slip masuk")), http::site_of(exchange.request) + "/masuk/kode", std::move(back_href)};
    page.frame.kind = "paper";
    for (auto const& slip : slips) {
        auto card = TRY(card_of_slip(services, page.address, slip));
        page.slips.push_back(std::move(card));
    }
    return screens::show(page);
}

std::vector<http::Route> slip_routes(Services& services)
{
    std::vector<http::Route> routes {
        {http::Method::Post, "/pengguna/{id}/slip", "identity.users", screens::page(services, post_slip), "Make and print a slip with a one-time code"}};
    for (auto& route : import_routes(services))
        routes.push_back(std::move(route));
    return routes;
}

} // namespace rtkeren::identity
