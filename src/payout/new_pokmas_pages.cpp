#include "language/language.hpp"
#include "payout/page_parts.hpp"

#include <algorithm>

namespace rtkeren::payout {

namespace {

constexpr std::size_t officer_rows = 6;

/// RW of the actor's places that nobody serves yet.
Result<void> add_places(Services& services, db::ReadTx& tx, Actor const& actor, NewPokmasPage& page)
{
    auto const today = services.today();
    auto kelurahan = TRY(territory::regions(tx, services.city, territory::Level::Kelurahan, "", today));
    for (auto const& each : kelurahan) {
        if (!may(actor, "payout.manage", each.code))
            continue;
        page.kelurahan.push_back({ each.code, each.name });
        auto rws = TRY(territory::regions(tx, services.city, territory::Level::Rw, each.code, today));
        auto groups = TRY(pokmas_below(tx, services.city, each.code));
        for (auto const& rw : rws) {
            auto const is_served = std::ranges::any_of(groups, [&](Pokmas const& group) { return std::ranges::find(group.rws, rw.code) != group.rws.end(); });
            if (!is_served)
                page.rws.push_back({ rw.code, rw.name + ", " + each.name });
        }
    }
    return Done {};
}

Result<http::Response> new_page(Services& services, http::Exchange const& exchange, html::FormState form, int status)
{
    NewPokmasPage page;
    page.frame = screens::frame(services, exchange, tr("Bentuk pokmas"), { { "/pokmas", tr("Pokmas") }, { "", tr("Baru") } });
    page.frame.help
        = tr("Ketua, sekretaris dan bendahara harus ada. Sebelum SK terbit, sistem memeriksa pengurus, nama dan alamat yang sama dengan pokmas lain.");
    page.form = std::move(form);
    for (auto const position : { Position::Ketua, Position::Sekretaris, Position::Bendahara, Position::Pengawas, Position::Pelaksana, Position::Persiapan })
        page.positions.push_back({ std::string(name_of(position)), label_of(position) });
    for (std::size_t i = 0; i < officer_rows; ++i) {
        auto const prefix = "officers." + std::to_string(i) + ".";
        auto const usual = page.positions[std::min(i, page.positions.size() - 1)].value;
        page.officers.push_back(
            { prefix, page.form.value(prefix + "position", i < 4 ? usual : ""), page.form.value(prefix + "name"), page.form.value(prefix + "phone") });
    }
    TRY(db::read(services.db, [&](db::ReadTx& tx) { return add_places(services, tx, exchange.actor(), page); }));
    return screens::show(page, status);
}

Result<http::Response> get_new(Services& services, http::Exchange& exchange) { return new_page(services, exchange, screens::fresh_form(services), 200); }

/// An officer row without a name is an empty one; the kelurahan is that of the first RW.
boost::json::object typed_input(http::Request const& request)
{
    auto const all = operations::object_of_form(request.form);
    boost::json::array rows;
    if (auto const* typed = all.if_contains("officers"); typed != nullptr && typed->is_array())
        for (auto const& row : typed->as_array())
            if (row.is_object() && row.as_object().contains("name") && !row.as_object().at("name").is_null())
                rows.push_back(row);
    boost::json::object extra { { "officers", std::move(rows) } };
    boost::json::array rws;
    for (auto const& [name, value] : request.form)
        if (name == "rws")
            rws.emplace_back(value);
    if (!rws.empty()) {
        auto place = territory::PlaceCode::parse(std::string_view(rws.front().as_string()));
        extra["kelurahan"] = place.ok() ? place->kelurahan() : std::string {};
    }
    extra["rws"] = std::move(rws);
    return extra;
}

Result<http::Response> post_new(Services& services, http::Exchange& exchange)
{
    return screens::submit(services, exchange, "payout.form_pokmas", typed_input(exchange.request),
        [&](html::FormState const& form, Error const&) { return new_page(services, exchange, form, 422); });
}

} // namespace

std::vector<http::Route> new_pokmas_routes(Services& services)
{
    using enum http::Method;
    return {
        { Get, "/pokmas/baru", "payout.manage", screens::page(services, get_new), "Form for a new group" },
        { Post, "/pokmas/baru", "payout.manage", screens::page(services, post_new), "Form a group" },
    };
}

} // namespace rtkeren::payout
