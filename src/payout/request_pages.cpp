#include "language/language.hpp"
#include "payout/gate_lines.hpp"
#include "payout/page_parts.hpp"

#include <algorithm>

namespace rtkeren::payout {

namespace {

/// The first tranche number that somebody can still ask for.
int usual_number(std::vector<Tranche> const& before, std::size_t tranches)
{
    auto number = 1;
    for (auto const& each : before)
        if (each.state == "confirmed" && each.number >= number)
            number = each.number + 1;
    return std::min(number, int(tranches));
}

struct Asked {
    std::string pokmas, year, number;
};

Result<RequestPage> read_request(Services& services, db::ReadTx& tx, Actor const& actor, Asked const& asked)
{
    auto pokmas = TRY(readable_pokmas(tx, services.city, actor, asked.pokmas));
    auto const year = TRY(programme::year_or_current(tx, services.city, asked.year)).year;
    auto pack = TRY(rules::released(tx, services.city, year));
    auto before = TRY(tranches_of(tx, services.city, pokmas.id, year));
    auto const typed = parse_integer(asked.number);
    auto const number = typed ? int(*typed) : usual_number(before, pack->tranches.size());
    auto judged = TRY(judge_tranche(tx, services.city, pokmas.id, year, number));
    RequestPage page;
    page.title = tr("Minta termin {number}, {pokmas}", { { "number", std::to_string(number) }, { "pokmas", pokmas.name } });
    page.pokmas = pokmas.id.str();
    page.year = std::to_string(year);
    page.number = std::to_string(number);
    Rupiah total;
    std::int64_t units = 0;
    for (auto const& unit : judged.units) {
        page.units.push_back(unit_line(unit));
        if (!unit.passed())
            continue;
        total += unit.amount;
        ++units;
    }
    for (std::size_t each = 1; each <= pack->tranches.size(); ++each)
        page.numbers.push_back({ std::to_string(each), std::to_string(each) });
    page.total = format_rupiah(total);
    page.possible = units > 0;
    page.lead = tr("{ready} dari {all} RT memenuhi syarat.", { { "ready", std::to_string(units) }, { "all", std::to_string(judged.units.size()) } });
    page.confirm = tr("Minta pencairan {amount} untuk {units} RT? Berikutnya sekretaris kelurahan memeriksanya.",
        { { "amount", page.total }, { "units", std::to_string(units) } });
    return page;
}

Result<http::Response> request_page(Services& services, http::Exchange const& exchange, Asked const& asked, html::FormState form, int status)
{
    auto page = TRY(db::read(services.db, [&](db::ReadTx& tx) { return read_request(services, tx, exchange.actor(), asked); }));
    page.frame = screens::frame(services, exchange, page.title, { { "/pencairan", tr("Pencairan") }, { "", tr("Baru") } });
    page.frame.help = tr("Syarat diperiksa per RT. Yang merah menyebut apa yang kurang dan tempat membereskannya.");
    page.form = std::move(form);
    for (auto& unit : page.units)
        unit.chosen = unit.passed && (page.form.value("units").empty() || page.form.is_chosen("units", unit.code));
    return screens::show(page, status);
}

Result<http::Response> get_request(Services& services, http::Exchange& exchange)
{
    auto const& request = exchange.request;
    return request_page(
        services, exchange, { request.query_value("pokmas"), request.query_value("tahun"), request.query_value("termin") }, screens::fresh_form(services), 200);
}

Result<http::Response> post_request(Services& services, http::Exchange& exchange)
{
    boost::json::array units;
    for (auto const& [name, value] : exchange.request.form)
        if (name == "units")
            units.emplace_back(value);
    auto const& request = exchange.request;
    return screens::submit(services, exchange, "payout.request_tranche", { { "units", std::move(units) } }, [&](html::FormState const& form, Error const&) {
        return request_page(services, exchange, { request.form_value("pokmas"), request.form_value("year"), request.form_value("number") }, form, 422);
    });
}

} // namespace

std::vector<http::Route> request_routes(Services& services)
{
    using enum http::Method;
    return {
        { Get, "/pencairan/baru", "payout.request", screens::page(services, get_request), "What a tranche would bring, gates judged per unit" },
        { Post, "/pencairan/baru", "payout.request", screens::page(services, post_request), "Request a tranche" },
    };
}

} // namespace rtkeren::payout
