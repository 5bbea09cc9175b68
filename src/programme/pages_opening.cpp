#include "programme/page_parts.hpp"

#include "language/language.hpp"
#include "programme/closing.hpp"

/// Opening a year with its preview, and closing it with what is left.
namespace rtkeren::programme {

namespace {

/// One code a line, as typed.
std::vector<std::string> codes_in(std::string_view text)
{
    std::vector<std::string> codes;
    for (auto line : split(text, '\n')) {
        if (auto code = trim(line); !code.empty())
            codes.emplace_back(code);
    }
    return codes;
}

void add_needs(OpenPage& page, Preview const& preview, rules::Pack const& pack)
{
    page.counted = true;
    page.fits = preview.fits();
    page.units = format_number(preview.units);
    page.needed = format_rupiah(preview.needed);
    page.confirm = tr("Buka tahun {year}: {units} penerima, {needed}?", {{"year", std::to_string(pack.year)}, {"units", page.units}, {"needed", page.needed}});
    page.needs = need_lines(preview, pack);
}

Result<OpenPage> read_opening(Services& services, http::Exchange const& exchange, html::FormState form)
{
    return db::read(services.db, [&](db::ReadTx& tx) -> Result<OpenPage> {
        auto number = TRY(year_in_path(tx, services.city, exchange));
        TRY(year_of(tx, services.city, number));
        auto pack = TRY(rules::released(tx, services.city, number));
        auto title = tr("Buka tahun {year}", {{"year", std::to_string(number)}});
        OpenPage page {.frame = screens::frame(services, exchange, title, year_crumbs(number, tr("Buka"))), .form = std::move(form)};
        page.title = title;
        page.pilot = pack->unit_scope == "pilot";
        page.confirm = title + "?";
        auto codes = codes_in(page.form.value("_units"));
        auto preview = preview_open(tx, services.city, number, services.today(), page.pilot ? codes : std::vector<std::string> {});
        if (preview.ok())
            add_needs(page, *preview, *pack);
        return page;
    });
}

Result<http::Response> show_opening(Services& services, http::Exchange& exchange)
{
    auto page = TRY(read_opening(services, exchange, screens::fresh_form(services)));
    return screens::show(page);
}

Result<http::Response> send_opening(Services& services, http::Exchange& exchange)
{
    auto number = TRY(db::read(services.db, [&](db::ReadTx& tx) { return year_in_path(tx, services.city, exchange); }));
    boost::json::array units;
    for (auto const& code : codes_in(exchange.request.form_value("_units")))
        units.emplace_back(code);
    return screens::submit(services, exchange, "programme.open_year", {{"year", number}, {"units", std::move(units)}},
        [&](html::FormState const& form, Error const&) -> Result<http::Response> {
            auto page = TRY(read_opening(services, exchange, form));
            return screens::show(page);
        });
}

Result<ClosePage> read_closing(Services& services, http::Exchange const& exchange, html::FormState form)
{
    return db::read(services.db, [&](db::ReadTx& tx) -> Result<ClosePage> {
        auto number = TRY(year_in_path(tx, services.city, exchange));
        TRY(year_of(tx, services.city, number));
        auto pack = TRY(rules::released(tx, services.city, number));
        auto purses = TRY(unclosed_purses(tx, services.city, number));
        auto title = tr("Tutup tahun {year}", {{"year", std::to_string(number)}});
        ClosePage page {.frame = screens::frame(services, exchange, title, year_crumbs(number, tr("Tutup"))), .form = std::move(form)};
        page.title = title;
        Rupiah unused;
        for (auto const& purse : purses) {
            unused += purse.unused();
            if (purse.cair.is_zero())
                continue;
            auto name = "debts." + std::to_string(page.debts.size());
            auto const* envelope = pack->envelope(purse.envelope);
            page.debts.push_back({(envelope ? envelope->label : purse.envelope) + ", " + purse.unit_name, "/kantong/" + purse.id.str(),
                format_rupiah(purse.cair), purse.id.str(), name, page.form.value(name + ".reason")});
        }
        page.purses = format_number(std::int64_t(purses.size()));
        page.unused = format_rupiah(unused);
        page.confirm = tr("Tutup {count} kantong dan batalkan {unused}? Ini tidak bisa dibuka lagi.", {{"count", page.purses}, {"unused", page.unused}});
        return page;
    });
}

Result<http::Response> show_closing(Services& services, http::Exchange& exchange)
{
    auto page = TRY(read_closing(services, exchange, screens::fresh_form(services)));
    return screens::show(page);
}

Result<http::Response> send_closing(Services& services, http::Exchange& exchange)
{
    auto number = TRY(db::read(services.db, [&](db::ReadTx& tx) { return year_in_path(tx, services.city, exchange); }));
    return screens::submit(
        services, exchange, "programme.close_year", {{"year", number}}, [&](html::FormState const& form, Error const&) -> Result<http::Response> {
            auto page = TRY(read_closing(services, exchange, form));
            return screens::show(page);
        });
}

} // namespace

std::vector<NeedLine> need_lines(Preview const& preview, rules::Pack const& pack)
{
    std::vector<NeedLine> lines;
    for (auto const& need : preview.needs) {
        auto const* envelope = pack.envelope(need.envelope);
        auto left = need.missing().is_zero() ? format_number((need.free() - need.needed).value()) : "−" + format_number(need.missing().value());
        lines.push_back({need.name, format_number(need.units), envelope->label, format_number(need.limit.value()), format_number(need.allocated.value()),
            format_number(need.needed.value()), std::move(left), need.missing().is_zero() ? "" : "no"});
    }
    return lines;
}

void add_opening_routes(Services& services, std::vector<http::Route>& all)
{
    using http::Method;
    all.push_back({Method::Get, "/tahun/{year}/buka", "programme.release", screens::page(services, show_opening), "What opening would allocate"});
    all.push_back({Method::Post, "/tahun/{year}/buka", "programme.release", screens::page(services, send_opening), "Open a year"});
    // A list of debts may be long: one row a purse.
    all.push_back({Method::Get, "/tahun/{year}/tutup", "programme.close", screens::page(services, show_closing), "What closing would cancel"});
    all.push_back({Method::Post, "/tahun/{year}/tutup", "programme.close", screens::page(services, send_closing), "Close a year", 1024 * 1024});
}

} // namespace rtkeren::programme
