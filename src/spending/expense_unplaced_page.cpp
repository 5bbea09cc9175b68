#include "evidence/evidence.hpp"
#include "language/language.hpp"
#include "spending/expense_parts.hpp"
#include "spending/expense_steps.hpp"
#include "spending/sql.hpp"

/// Bought, but no purse can bear it: recorded at once, solved later.
namespace rtkeren::spending {
namespace {

Result<Unplaced> readable_unplaced(db::ReadTx& tx, CityId city, Actor const& actor, std::string_view id)
{
    auto const parsed = UnplacedId::parse(id);
    if (!parsed.ok())
        return Error::not_found("spending.no_unplaced");
    auto what = TRY(find_unplaced(tx, city, *parsed));
    if (!may_read_expense(actor, what.place, what.pokmas.str()))
        return Error::not_found("spending.no_unplaced");
    return what;
}

std::string unplaced_state(std::string_view state)
{
    if (state == "open")
        return tr("Menunggu kantong");
    if (state == "charged")
        return tr("Sudah dibebankan");
    return state == "residents" ? tr("Ditanggung swadaya") : tr("Uang sudah kembali");
}

/// The lines of the pokmas's purses that have room for it.
Result<void> add_lines_of_pokmas(db::ReadTx& tx, Services& services, Unplaced const& what, UnplacedPage& page)
{
    auto const pack = TRY(rules::released(tx, services.city, what.year));
    auto const purses = TRY(ledger::purses_of_pokmas(tx, services.city, what.pokmas));
    for (auto const& purse : purses) {
        if (purse.year != what.year || purse.state != ledger::PurseState::Open)
            continue;
        auto const lines = TRY(charges_of_purse(tx, services.city, purse.id));
        for (auto const& line : lines)
            if (line.line_left() >= what.amount && line.purse_left >= what.amount)
                page.lines.push_back({line.line.str(), line.item, envelope_label(*pack, line.envelope) + ", " + line.unit_name, format_rupiah(line.line_left()),
                    envelope_icon(*pack, line.envelope), {}});
    }
    return Done {};
}

Result<http::Response> unplaced_page(Services& services, http::Exchange const& exchange, html::FormState const& form)
{
    UnplacedPage page;
    page.form = form;
    auto const fill = [&](db::ReadTx& tx) -> Result<void> {
        auto const& actor = exchange.actor();
        auto const what = TRY(readable_unplaced(tx, services.city, actor, exchange.parameter("id")));
        page.frame = screens::frame(services, exchange, what.description, {{"/belanja", tr("Belanja")}, {"", what.description}});
        page.title = what.description;
        page.state = unplaced_state(what.state);
        page.tone = what.state == "open" ? "warn" : "ok";
        page.supplier = what.supplier;
        page.receipt = what.receipt;
        page.day = format_date(what.on, language::current());
        page.amount = format_rupiah(what.amount);
        page.holder = what.party_name;
        page.reason = what.reason;
        page.open = what.state == "open" && may(actor, "spending.record", what.place, what.pokmas.str());
        page.action = exchange.request.path;
        auto const links = TRY(evidence::links(tx, services.city, "unplaced", what.id.str()));
        for (auto const& link : links)
            page.pictures.push_back({evidence::href(link.sha256), link.paper, link.content_type.starts_with("image/")});
        return page.open ? add_lines_of_pokmas(tx, services, what, page) : Result<void> {};
    };
    TRY(db::read(services.db, fill));
    return screens::show(page);
}

Result<http::Response> get_unplaced(Services& services, http::Exchange& exchange)
{
    return unplaced_page(services, exchange, screens::fresh_form(services));
}

Result<http::Response> post_unplaced(Services& services, http::Exchange& exchange)
{
    auto const id = exchange.parameter("id");
    TRY(db::read(services.db, [&](db::ReadTx& tx) { return readable_unplaced(tx, services.city, exchange.actor(), id); }));
    return screens::submit(services, exchange, "spending.place_unplaced", {{"unplaced", id}},
        [&](html::FormState const& form, Error const&) { return unplaced_page(services, exchange, form); });
}

Result<http::Response> new_unplaced_page(Services& services, http::Exchange const& exchange, html::FormState form, std::vector<PaperKept> kept)
{
    auto const pokmas = PokmasId::parse(exchange.request.query_value("pokmas"));
    if (!pokmas.ok())
        return Error::not_found("payout.no_pokmas");
    UnplacedFormPage page;
    auto const fill = [&](db::ReadTx& tx) -> Result<void> {
        auto const group = TRY(payout::pokmas(tx, services.city, *pokmas));
        if (!may_read_expense(exchange.actor(), group.kelurahan, group.id.str()))
            return Error::not_found("payout.no_pokmas");
        auto const year = TRY(programme::year_or_current(tx, services.city, {}));
        page.pokmas_name = group.name;
        if (form.value("year").empty())
            form.set("year", std::to_string(year.year));
        return Done {};
    };
    TRY(db::read(services.db, fill));
    page.frame = screens::frame(services, exchange, tr("Belum ada kantongnya"));
    page.frame.kind = "form";
    page.frame.back_href = "/kas/" + pokmas->str();
    page.frame.scripts.push_back("/-/aset/belanja.js");
    form.set("pokmas", pokmas->str());
    page.form = std::move(form);
    page.kept = std::move(kept);
    page.action = exchange.request.path + "?pokmas=" + pokmas->str();
    return screens::show(page);
}

Result<http::Response> get_new_unplaced(Services& services, http::Exchange& exchange)
{
    auto form = screens::fresh_form(services);
    form.set("on", services.today().iso());
    return new_unplaced_page(services, exchange, std::move(form), {});
}

Result<http::Response> post_new_unplaced(Services& services, http::Exchange& exchange)
{
    auto const papers = form_papers(services, exchange, nullptr);
    if (!papers.ok()) {
        if (papers.error().kind != ErrorKind::Invalid)
            return papers.error();
        auto response = TRY(new_unplaced_page(services, exchange, html::refused_form(exchange.request.form, papers.error()), {}));
        response.status = http_status_of(papers.error().kind);
        return response;
    }
    return screens::submit(services, exchange, "spending.record_unplaced", {{"papers", papers->rows}},
        [&](html::FormState const& form, Error const&) { return new_unplaced_page(services, exchange, form, papers->kept); });
}

} // namespace

std::vector<http::Route> unplaced_routes(Services& services)
{
    using enum http::Method;
    return {{Get, "/belanja/tanpa-kantong/baru", "spending.record", screens::page(services, get_new_unplaced), "Form of a purchase that no purse can bear"},
        {Post, "/belanja/tanpa-kantong/baru", "spending.record", screens::page(services, post_new_unplaced), "Record it", expense_body_limit},
        {Get, "/belanja/tanpa-kantong/{id}", "signed_in", screens::page(services, get_unplaced), "A purchase that no purse can bear"},
        {Post, "/belanja/tanpa-kantong/{id}", "spending.record", screens::page(services, post_unplaced), "Solve it"}};
}

} // namespace rtkeren::spending
