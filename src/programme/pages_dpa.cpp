#include "programme/page_parts.hpp"

#include "language/language.hpp"

namespace rtkeren::programme {

namespace {

Result<DpaPage> read_dpa(Services& services, http::Exchange const& exchange, html::FormState form)
{
    return db::read(services.db, [&](db::ReadTx& tx) -> Result<DpaPage> {
        auto number = TRY(year_in_path(tx, services.city, exchange));
        TRY(year_of(tx, services.city, number));
        auto pack = TRY(rules::released(tx, services.city, number));
        auto title = tr("DPA {year}", {{"year", std::to_string(number)}});
        DpaPage page {.frame = screens::frame(services, exchange, title, year_crumbs(number, tr("DPA"))),
            .form = std::move(form),
            .title = title,
            .envelopes = {},
            .lines = {}};
        for (auto const& envelope : pack->envelopes)
            page.envelopes.push_back(envelope.label);
        for (auto const& region : TRY(territory::regions(tx, services.city, territory::Level::Kelurahan, "", services.today()))) {
            auto name = "rows." + std::to_string(page.lines.size());
            DpaLine line {region.name, region.code, name, page.form.value(name + ".number"), page.form.value(name + ".date"), {}};
            for (auto const& envelope : pack->envelopes) {
                auto dpa = TRY(ledger::dpa(tx, services.city, number, region.code, envelope.key));
                auto cell = name + ".amounts." + std::to_string(line.cells.size());
                line.cells.push_back(
                    {envelope.key, envelope.label, cell, page.form.value(cell + ".amount", format_number(dpa.limit.value())), format_rupiah(dpa.allocated)});
            }
            page.lines.push_back(std::move(line));
        }
        return page;
    });
}

Result<http::Response> show_dpa(Services& services, http::Exchange& exchange)
{
    auto page = TRY(read_dpa(services, exchange, screens::fresh_form(services)));
    return screens::show(page);
}

Result<http::Response> send_dpa(Services& services, http::Exchange& exchange)
{
    auto number = TRY(db::read(services.db, [&](db::ReadTx& tx) { return year_in_path(tx, services.city, exchange); }));
    return screens::submit(
        services, exchange, "programme.set_dpas", {{"year", number}}, [&](html::FormState const& form, Error const&) -> Result<http::Response> {
            auto page = TRY(read_dpa(services, exchange, form));
            return screens::show(page);
        });
}

} // namespace

void add_dpa_routes(Services& services, std::vector<http::Route>& all)
{
    all.push_back({http::Method::Get, "/tahun/{year}/dpa", "programme.dpa", screens::page(services, show_dpa), "DPA of every kelurahan"});
    all.push_back({http::Method::Post, "/tahun/{year}/dpa", "programme.dpa", screens::page(services, send_dpa), "Record DPA"});
}

} // namespace rtkeren::programme
