#include "language/language.hpp"
#include "reporting/parts.hpp"
#include "reporting/sql.hpp"

namespace rtkeren::reporting {
namespace {

/// Which report a path names: by its id, or by pokmas and year.
struct Named {
    PokmasId pokmas;
    int year {0};
};

Result<Named> named_by_id(Services& services, http::Exchange const& exchange)
{
    auto const id = LpjId::parse(exchange.parameter("id"));
    if (!id.ok())
        return Error::not_found("reporting.no_lpj");
    auto const found = TRY(db::read(services.db, [&](db::ReadTx& tx) { return lpj(tx, services.city, *id); }));
    return Named {found.pokmas, found.year};
}

Result<Named> named_by_pokmas(Services&, http::Exchange const& exchange)
{
    auto const pokmas = PokmasId::parse(exchange.parameter("pokmas"));
    auto const year = parse_integer(exchange.parameter("year"));
    if (!pokmas.ok() || !year || *year < 2001 || *year > 2200)
        return Error::not_found("reporting.no_lpj");
    return Named {*pokmas, int(*year)};
}

Result<LpjView> read_view(Services const& services, db::ReadTx& tx, Actor const& actor, Named named)
{
    LpjView view;
    view.account = TRY(account_of(services, tx, named.pokmas, named.year));
    auto const& pokmas = view.account.pokmas;
    TRY(check_readable(actor, pokmas.place, pokmas.id.str()));
    auto const can = [&](std::string_view permission) { return may(actor, permission, pokmas.place, pokmas.id.str()); };
    for (auto& each : view.account.missing)
        if (!each.permission.empty() && !can(each.permission))
            each.href.clear();
    view.may_open = view.account.contract && (can("reporting.submit") || can("reporting.progress") || can("reporting.check"));
    view.purses = TRY(purses_of_pokmas(tx, services.city, named.pokmas, named.year));
    for (auto const& purse : view.account.purses)
        view.left.push_back(purse.left);
    if (!view.account.lpj)
        return view;
    auto const& report = *view.account.lpj;
    view.may_close = report.is_accepted() && can("reporting.close");
    view.returns = TRY(returns_of(tx, services.city, report.id));
    view.history = TRY(workflow::history(tx, services.city, lpj_machine().name, report.id.ulid()));
    view.possible = TRY(workflow::possible_events(tx, actor, lpj_machine(), report.id.ulid()));
    return view;
}

Result<http::Response> show_view(Services& services, http::Exchange const& exchange, Named named, html::FormState const& form)
{
    auto const view = TRY(db::read(services.db, [&](db::ReadTx& tx) { return read_view(services, tx, exchange.actor(), named); }));
    auto page = present(services, view, services.today());
    page.frame = screens::frame(services, exchange, page.title, {{"/lpj?tahun=" + std::to_string(named.year), tr("LPJ")}, {"", view.account.pokmas.name}});
    page.form = form;
    // What lacks stands in the margin already, each with its own link.
    std::erase_if(page.form.verdicts, [](html::VerdictCard const& card) { return card.fix_label.empty() && card.rows.empty() && card.tone != "no"; });
    return screens::show(page);
}

using Naming = Result<Named> (*)(Services&, http::Exchange const&);

http::Handler shows(Services& services, Naming naming)
{
    return screens::page(services, [naming](Services& with, http::Exchange& exchange) -> Result<http::Response> {
        auto const named = TRY(naming(with, exchange));
        return show_view(with, exchange, named, screens::fresh_form(with));
    });
}

http::Handler prints(Services& services, Naming naming)
{
    return screens::page(services, [naming](Services& with, http::Exchange& exchange) -> Result<http::Response> {
        auto const named = TRY(naming(with, exchange));
        auto const pokmas = TRY(db::read(with.db, [&](db::ReadTx& tx) { return payout::pokmas(tx, with.city, named.pokmas); }));
        TRY(check_readable(exchange.actor(), pokmas.place, pokmas.id.str()));
        auto bytes = TRY(lpj_pdf(with, named.pokmas, named.year));
        auto name = fold(pokmas.name);
        std::ranges::replace(name, ' ', '-');
        return http::Response::download(std::move(bytes), "application/pdf", "lpj-" + name + "-" + std::to_string(named.year) + ".pdf");
    });
}

/// A button of the document: the operation on its report.
http::Handler presses(Services& services, std::string_view operation)
{
    return screens::page(services, [operation](Services& with, http::Exchange& exchange) -> Result<http::Response> {
        auto const named = TRY(named_by_id(with, exchange));
        boost::json::object const extra {{"lpj", exchange.parameter("id")}};
        return screens::submit(with, exchange, operation, extra, [&](html::FormState const& form, Error const&) { return show_view(with, exchange, named, form); });
    });
}

Result<http::Response> post_open(Services& services, http::Exchange& exchange)
{
    auto const named = TRY(named_by_pokmas(services, exchange));
    boost::json::object const extra {{"pokmas", named.pokmas.text()}, {"year", named.year}};
    return screens::submit(services, exchange, "reporting.open_lpj", extra, [&](html::FormState const& form, Error const&) { return show_view(services, exchange, named, form); });
}

Result<http::Response> post_close(Services& services, http::Exchange& exchange)
{
    auto const named = TRY(named_by_pokmas(services, exchange));
    boost::json::object const extra {{"purse", exchange.parameter("purse")}};
    return screens::submit(services, exchange, "reporting.close_purse", extra, [&](html::FormState const& form, Error const&) { return show_view(services, exchange, named, form); });
}

// -- the list ------------------------------------------------------------------------------------------------

tables::TableSpec list_spec(std::string const& year, std::vector<tables::Choice> kelurahan)
{
    tables::TableSpec spec;
    spec.path = "/lpj";
    spec.columns = {{.key = "pokmas", .label = TR_NOOP("Pokmas"), .sort = "name"}, {.key = "kelurahan", .label = TR_NOOP("Kelurahan"), .sort = "kelurahan", .hide_on_phone = true},
        {.key = "contract", .label = TR_NOOP("Kontrak"), .kind = tables::Kind::Rupiah, .sort = "amount"}, {.key = "state", .label = TR_NOOP("Keadaan"), .kind = tables::Kind::Badge, .sort = "state"},
        {.key = "rounds", .label = TR_NOOP("Putaran"), .kind = tables::Kind::Integer, .hide_on_phone = true}, {.key = "due_on", .label = TR_NOOP("Tenggat"), .kind = tables::Kind::Date, .sort = "due_on"},
        {.key = "submitted_on", .label = TR_NOOP("Dikirim"), .kind = tables::Kind::Date, .sort = "submitted_on"},
        {.key = "accepted_on", .label = TR_NOOP("Diterima"), .kind = tables::Kind::Date, .sort = "accepted_on"}};
    std::vector<tables::Choice> states {{"none", tr("Belum dibuka")}};
    for (auto const& state : lpj_machine().states)
        states.push_back({std::string(state.name), tr(state.label)});
    spec.filters = {{.name = "keadaan", .label = TR_NOOP("Keadaan"), .column = "state", .choices = std::move(states)},
        {.name = "kelurahan", .label = TR_NOOP("Kelurahan"), .column = "kelurahan", .choices = std::move(kelurahan)}};
    spec.search = true;
    spec.kept = {{"tahun", year}};
    return spec;
}

tables::Tone tone_of_list(std::string const& state, std::optional<Date> due, Date today)
{
    auto const is_late = due && *due < today && (state == "none" || state == "open" || state == "returned");
    if (is_late)
        return tables::Tone::No;
    if (state == "accepted" || state == "sampled" || state == "final")
        return tables::Tone::Ok;
    return state == "returned" ? tables::Tone::Warn : tables::Tone::Info;
}

Result<tables::Table> read_list(Services const& services, Actor const& actor, int year, tables::TableSpec const& spec, std::map<std::string, std::string> const& names,
    tables::ListRequest const& request)
{
    auto const r = ranges_of(actor, "insight.read");
    auto const page = TRY(db::read(services.db, [&](db::ReadTx& tx) {
        return tables::fetch_rows(tx, sql::list_lpj, request, spec, services.city, year, r[0].from, r[0].below, r[1].from, r[1].below, r[2].from, r[2].below, r[3].from, r[3].below,
            only_pokmas(actor, "insight.read"));
    }));
    auto table = tables::table_of(spec, request, page);
    table.title = tr("LPJ {year}", {{"year", std::to_string(year)}});
    table.empty_title = tr("Di sini nanti laporan tiap pokmas");
    table.empty_text = tr("Setelah kontraknya ditandatangani.");
    auto const today = services.today();
    for (auto const& row : page.rows) {
        auto const state = row.text(6);
        auto const kelurahan = names.find(row.text(3));
        auto const pokmas = row.id<PokmasId>(1);
        table.add({row.text(2), kelurahan != names.end() ? kelurahan->second : row.text(3), row.rupiah(4),
                      tables::Cell(label_of_state(lpj_machine(), state)).tone(tone_of_list(state, row.maybe_date(8), today)), row.integer(7), row.maybe_date(8), row.maybe_date(10),
                      row.maybe_date(11)})
            .at(row.text(5).empty() ? lpj_href(pokmas, year) : "/lpj/" + row.text(5))
            .named(pokmas.str()) // a group is in the list before it has a report
            .key("lpj", row.text(5));
    }
    return table;
}

struct Around {
    programme::Year year;
    std::vector<programme::Year> years;
    std::map<std::string, std::string> kelurahan;
};
Result<Around> read_around(Services const& services, db::ReadTx& tx, http::Exchange const& exchange)
{
    Around around;
    around.year = TRY(programme::year_or_current(tx, services.city, exchange.request.query_value("tahun")));
    around.years = TRY(programme::years(tx, services.city));
    auto const all = TRY(territory::regions(tx, services.city, territory::Level::Kelurahan, "", services.today()));
    for (auto const& region : all)
        around.kelurahan.emplace(region.code, region.name);
    return around;
}

Result<http::Response> show_list(Services& services, http::Exchange& exchange)
{
    auto const around = TRY(db::read(services.db, [&](db::ReadTx& tx) { return read_around(services, tx, exchange); }));
    auto const year = around.year.year;
    std::vector<tables::Choice> choices;
    for (auto const& [code, name] : around.kelurahan)
        choices.push_back({code, name});
    auto const spec = list_spec(std::to_string(year), std::move(choices));
    auto answer = TRY(screens::list(services, exchange, spec, [&](tables::ListRequest const& request) { return read_list(services, exchange.actor(), year, spec, around.kelurahan, request); }));
    if (answer.file)
        return std::move(*answer.file);
    auto const title = tr("LPJ {year}", {{"year", std::to_string(year)}});
    ListPage page {.frame = screens::frame(services, exchange, title),
        .title = title,
        .intro = tr("Laporan pertanggungjawaban tiap pokmas: terisi sendiri dari belanja dan bukti, dan menyebut apa yang masih kurang."),
        .year = std::to_string(year),
        .base = "/lpj?tahun=",
        .years = year_options(around.years),
        .table = std::move(answer.html)};
    page.other_href = "/temuan?tahun=" + page.year;
    page.other_label = tr("Temuan");
    return screens::show(page);
}

} // namespace

std::vector<http::Route> lpj_routes(Services& services)
{
    using http::Method;
    return {
        {Method::Get, "/lpj", "insight.read", screens::page(services, show_list), "Accountability reports of a year"},
        {Method::Get, "/lpj/{id}", "insight.read", shows(services, named_by_id), "A report as it will print, with what lacks"},
        {Method::Get, "/lpj/{id}/pdf", "insight.read", prints(services, named_by_id), "The report as PDF"},
        {Method::Get, "/lpj/pokmas/{pokmas}/{year}", "insight.read", shows(services, named_by_pokmas), "The report of a pokmas and year, also before it is opened"},
        {Method::Get, "/lpj/pokmas/{pokmas}/{year}/pdf", "insight.read", prints(services, named_by_pokmas), "The same as PDF"},
        {Method::Post, "/lpj/pokmas/{pokmas}/{year}/buka", "insight.read", screens::page(services, post_open), "Open the report"},
        {Method::Post, "/lpj/pokmas/{pokmas}/{year}/tutup/{purse}", "reporting.close", screens::page(services, post_close), "Close a purse"},
        {Method::Post, "/lpj/{id}/kirim", "reporting.submit", presses(services, "reporting.submit_lpj"), "Send the report"},
        {Method::Post, "/lpj/{id}/ambil", "reporting.submit", presses(services, "reporting.take_back_lpj"), "Take the report back"},
        {Method::Post, "/lpj/{id}/lengkap", "reporting.check", presses(services, "reporting.check_lpj"), "First check"},
        {Method::Post, "/lpj/{id}/keuangan", "reporting.check_money", presses(services, "reporting.check_money"), "Second check"},
        {Method::Post, "/lpj/{id}/terima", "reporting.accept", presses(services, "reporting.accept_lpj"), "Accept the report"},
        {Method::Post, "/lpj/{id}/kembalikan", "insight.read", presses(services, "reporting.return_lpj"), "Send the report back"},
        {Method::Post, "/lpj/{id}/sampel", "reporting.finding", presses(services, "reporting.sample_lpj"), "Take the report as a sample"},
        {Method::Post, "/lpj/{id}/selesai", "reporting.close", presses(services, "reporting.finish_lpj"), "Declare the report final"},
    };
}

} // namespace rtkeren::reporting
