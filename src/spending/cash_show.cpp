#include "spending/cash_show.hpp"

#include <algorithm>

namespace rtkeren::spending {

using ledger::CashKind;

CashReach cash_reach(Actor const& actor)
{
    CashReach reach;
    for (auto const& grant : actor.grants) {
        if (!std::ranges::binary_search(grant.permissions, "insight.read"))
            continue;
        if (!grant.pokmas.empty()) {
            (reach.pokmas == "-" || reach.pokmas == grant.pokmas ? reach.pokmas : reach.other_pokmas) = grant.pokmas;
            continue;
        }
        auto const is_city = grant.place.empty() || std::ranges::count(grant.place, '.') <= 1;
        auto const from = is_city ? std::string {} : grant.place;
        if (reach.from == "~" || from.size() < reach.from.size()) {
            reach.from = from;
            reach.behind = is_city ? "~" : from + "/"; // the sign after the dot
        }
    }
    return reach;
}

Result<Desk> readable_desk(db::ReadTx& tx, Services& services, http::Exchange const& exchange)
{
    return readable_desk(tx, services, exchange.actor(), exchange.parameter("pokmas"));
}

Result<Desk> readable_desk(db::ReadTx& tx, Services& services, Actor const& actor, std::string_view pokmas)
{
    auto const id = PokmasId::parse(pokmas);
    if (!id.ok())
        return Error::not_found("page.not_found");
    auto desk = TRY(read_desk(tx, services.city, *id));
    auto const may_read = may_at(actor, "insight.read", desk.pokmas) || may_at(actor, "spending.cash", desk.pokmas) || may_at(actor, "spending.write_off", desk.pokmas);
    if (!may_read)
        return Error::not_found("page.not_found");
    return desk;
}

std::string account_label(CashKind kind)
{
    switch (kind) {
    case CashKind::Bank: return tr("Bank");
    case CashKind::Kas: return tr("Kas");
    case CashKind::Panjar: return tr("Panjar");
    case CashKind::Piutang: return tr("Piutang");
    case CashKind::Jalan: return tr("Dalam perjalanan");
    case CashKind::Pajak: return tr("Pajak dipegang");
    case CashKind::Bunga: return tr("Jasa giro dipegang");
    case CashKind::Swadaya: return tr("Swadaya dipegang");
    case CashKind::Titipan: return tr("Titipan");
    case CashKind::Kasda: return tr("Kas daerah");
    case CashKind::Pemasok: return tr("Penyedia");
    case CashKind::Hapus: return tr("Dihapus");
    }
    CHECK(false);
}

html::Frame cash_frame(Services& services, http::Exchange const& exchange, Desk const& desk, std::string title)
{
    auto const href = href_of_cash(desk.pokmas.id);
    auto const crumb = title;
    auto frame = screens::frame(services, exchange, std::move(title), {{"/kas", tr("Buku kas")}, {href, desk.pokmas.name}, {"", crumb}});
    frame.back_href = href;
    return frame;
}

std::vector<http::Route> cash_routes(Services& services)
{
    auto routes = cash_list_routes(services);
    for (auto more : {cash_book_routes(services), cash_form_routes(services), month_routes(services)})
        std::ranges::move(more, std::back_inserter(routes));
    return routes;
}

std::vector<screens::NavEntry> cash_navigation()
{
    return {{"insight.read", "/kas", TR_NOOP("Buku kas"), "book", 45, screens::NavPart::Money}, {"spending.tax", "/pajak", TR_NOOP("Pajak"), "receipt-tax", 47, screens::NavPart::Money}};
}

} // namespace rtkeren::spending
