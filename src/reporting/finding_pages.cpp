#include "evidence/evidence.hpp"
#include "language/language.hpp"
#include "reporting/inputs.hpp"
#include "reporting/parts.hpp"
#include "reporting/sql.hpp"

#include <array>

namespace rtkeren::reporting {
namespace {

constexpr std::array finding_steps {
    StepPath {"ask_again", "tanya", "message", "second"},
    StepPath {"close", "tutup", "circle-check", ""},
    StepPath {"withdraw", "cabut", "x", "danger"},
};

std::string severity_label(std::string const& severity)
{
    return language::word("reporting.severity." + severity);
}

struct FindingView {
    Finding finding;
    std::string pokmas;
    std::vector<evidence::Link> papers;
    std::vector<workflow::HistoryRow> history;
    std::vector<workflow::PossibleEvent> possible;
    bool may_answer {false};
};

Result<FindingView> read_finding(Services const& services, db::ReadTx& tx, Actor const& actor, std::string const& text)
{
    auto const id = FindingId::parse(text);
    if (!id.ok())
        return Error::not_found("reporting.no_finding");
    FindingView view;
    view.finding = TRY(finding(tx, services.city, *id));
    auto const& found = view.finding;
    TRY(check_readable(actor, found.place, found.pokmas.str()));
    auto const pokmas = TRY(payout::pokmas(tx, services.city, found.pokmas));
    view.pokmas = pokmas.name;
    view.papers = TRY(evidence::links(tx, services.city, "finding", found.id.str()));
    view.history = TRY(workflow::history(tx, services.city, finding_machine().name, found.id.ulid()));
    view.possible = TRY(workflow::possible_events(tx, actor, finding_machine(), found.id.ulid()));
    auto const can = [&](std::string_view permission) { return may(actor, permission, found.place, found.pokmas.str()); };
    view.may_answer = found.state == "open" && (can("reporting.submit") || can("reporting.check"));
    return view;
}

FindingPage present_finding(Services& services, FindingView const& view)
{
    auto const& found = view.finding;
    FindingPage page;
    page.title = tr("Temuan {number}: {title}", {{"number", found.number}, {"title", found.title}});
    page.state = label_of_state(finding_machine(), found.state);
    page.tone = tone_of_state(finding_machine(), found.state);
    page.description = found.description;
    page.response = found.response;
    page.closing = found.closing;
    auto const due = due_text(found.due, services.today());
    page.due = due.text;
    page.late = due.late;
    page.facts = {{tr("Pokmas"), view.pokmas}, {tr("Tempat"), found.place_name}, {tr("Bobot"), severity_label(found.severity)}, {tr("Dibuka"), day_of(found.opened_on)}};
    if (found.amount.is_positive())
        page.facts.push_back({tr("Harus kembali"), format_rupiah(found.amount)});
    for (auto const& paper : view.papers)
        page.papers.push_back({evidence::href(paper.sha256), paper.paper == "laporan" ? tr("Laporan hasil pemeriksaan") : tr("Bukti jawaban")});
    page.actions = actions_of(services, view.possible, finding_steps, href_of(found.id), found.version);
    if (view.may_answer)
        page.answer_action = href_of(found.id) + "/jawab";
    page.history = history_lines(services, finding_machine(), view.history);
    return page;
}

Result<http::Response> finding_page(Services& services, http::Exchange const& exchange, html::FormState form)
{
    auto const view = TRY(db::read(services.db, [&](db::ReadTx& tx) { return read_finding(services, tx, exchange.actor(), exchange.parameter("id")); }));
    auto page = present_finding(services, view);
    page.frame = screens::frame(services, exchange, page.title, {{"/temuan", tr("Temuan")}, {"", view.finding.number}});
    if (form.value("version").empty())
        form.set("version", std::to_string(view.finding.version));
    page.form = std::move(form);
    return screens::show(page);
}

Result<http::Response> show_finding(Services& services, http::Exchange& exchange)
{
    return finding_page(services, exchange, screens::fresh_form(services));
}

http::Handler decides(Services& services, std::string_view operation)
{
    return screens::page(services, [operation](Services& with, http::Exchange& exchange) {
        boost::json::object const extra {{"finding", exchange.parameter("id")}};
        return screens::submit(with, exchange, operation, extra, [&](html::FormState const& form, Error const&) { return finding_page(with, exchange, form); });
    });
}

Result<http::Response> post_answer(Services& services, http::Exchange& exchange)
{
    auto const files = TRY(evidence::store_uploads(services, exchange.actor(), exchange.request));
    boost::json::array hashes;
    for (auto const& file : files)
        hashes.emplace_back(file.stored.sha256);
    boost::json::object const extra {{"finding", exchange.parameter("id")}, {"files", std::move(hashes)}};
    return screens::submit(services, exchange, "reporting.answer_finding", extra, [&](html::FormState const& form, Error const&) { return finding_page(services, exchange, form); });
}

Result<void> put_subjects(db::ReadTx& tx, CityId city, Actor const& actor, int year, std::string const& chosen, NewFindingPage& page)
{
    auto const all = TRY(payout::pokmas_below(tx, city, ""));
    for (auto const& pokmas : all) {
        if (may(actor, "reporting.finding", pokmas.place, pokmas.id.str()))
            page.pokmas.push_back({pokmas.id.str(), pokmas.name});
    }
    auto const pokmas = PokmasId::parse(chosen);
    if (!pokmas.ok())
        return Done {};
    page.purses.push_back({"", tr("Seluruh pokmas")});
    auto const purses = TRY(purses_of_pokmas(tx, city, *pokmas, year));
    for (auto const& purse : purses)
        page.purses.push_back({purse.id.str(), purse.unit_name + ", " + purse.envelope});
    return Done {};
}

Result<http::Response> new_finding_page(Services& services, http::Exchange const& exchange, html::FormState const& form)
{
    auto read = db::read(services.db, [&](db::ReadTx& tx) -> Result<NewFindingPage> {
        auto const year = TRY(programme::year_or_current(tx, services.city, exchange.request.query_value("tahun")));
        NewFindingPage made;
        made.year = std::to_string(year.year);
        TRY(put_subjects(tx, services.city, exchange.actor(), year.year, form.value("pokmas"), made));
        return made;
    });
    auto page = TRY(std::move(read));
    for (auto const* severity : {"note", "serious", "critical"})
        page.severities.push_back({severity, severity_label(severity)});
    page.form = form;
    page.frame = screens::frame(services, exchange, tr("Temuan baru"), {{"/temuan", tr("Temuan")}, {"", tr("Temuan baru")}});
    return screens::show(page);
}

Result<http::Response> show_new_finding(Services& services, http::Exchange& exchange)
{
    auto form = screens::fresh_form(services);
    form.set("severity", "note");
    form.set("pokmas", exchange.request.query_value("pokmas"));
    return new_finding_page(services, exchange, form);
}

Result<http::Response> post_new_finding(Services& services, http::Exchange& exchange)
{
    auto const files = TRY(evidence::store_uploads(services, exchange.actor(), exchange.request));
    boost::json::object extra;
    if (!files.empty())
        extra["file"] = files.front().stored.sha256;
    return screens::submit(services, exchange, "reporting.open_finding", extra, [&](html::FormState const& form, Error const&) { return new_finding_page(services, exchange, form); });
}

// -- the list ------------------------------------------------------------------------------------------------

tables::TableSpec finding_spec(std::string const& year)
{
    tables::TableSpec spec;
    spec.path = "/temuan";
    spec.columns = {{.key = "number", .label = TR_NOOP("Nomor"), .sort = "number"}, {.key = "title", .label = TR_NOOP("Temuan"), .sort = "title"},
        {.key = "place", .label = TR_NOOP("Tempat"), .sort = "place"}, {.key = "severity", .label = TR_NOOP("Bobot"), .sort = "severity"},
        {.key = "amount", .label = TR_NOOP("Harus kembali"), .kind = tables::Kind::Rupiah, .sort = "amount", .total = true},
        {.key = "state", .label = TR_NOOP("Keadaan"), .kind = tables::Kind::Badge, .sort = "state"}, {.key = "opened_on", .label = TR_NOOP("Dibuka"), .kind = tables::Kind::Date, .sort = "opened_on"},
        {.key = "due", .label = TR_NOOP("Tenggat"), .kind = tables::Kind::Date, .sort = "due"}};
    spec.default_sort = "-opened_on";
    std::vector<tables::Choice> states;
    for (auto const& state : finding_machine().states)
        states.push_back({std::string(state.name), tr(state.label)});
    spec.filters = {{.name = "keadaan", .label = TR_NOOP("Keadaan"), .column = "state", .choices = std::move(states)}};
    spec.search = true;
    spec.kept = {{"tahun", year}};
    return spec;
}

tables::Tone tone_of_finding(std::string const& state)
{
    if (state == "open")
        return tables::Tone::Warn;
    return state == "answered" ? tables::Tone::Info : tables::Tone::Ok;
}

Result<tables::Table> read_findings(Services const& services, Actor const& actor, int year, tables::TableSpec const& spec, tables::ListRequest const& request)
{
    auto const r = ranges_of(actor, "insight.read");
    auto const page = TRY(db::read(services.db, [&](db::ReadTx& tx) {
        return tables::fetch_rows(tx, sql::list_findings, request, spec, services.city, year, r[0].from, r[0].below, r[1].from, r[1].below, r[2].from, r[2].below, r[3].from, r[3].below);
    }));
    auto table = tables::table_of(spec, request, page);
    table.title = tr("Temuan {year}", {{"year", std::to_string(year)}});
    table.empty_title = tr("Belum ada temuan");
    table.empty_text = tr("Di sini nanti temuan Inspektorat dengan jawaban dan tindak lanjutnya.");
    for (auto const& row : page.rows) {
        auto const state = row.text(9);
        table.add({row.text(0), row.text(4), row.text(3), severity_label(row.text(5)), row.rupiah(6),
                      tables::Cell(label_of_state(finding_machine(), state)).tone(tone_of_finding(state)), row.date(7), row.maybe_date(10)})
            .at("/temuan/" + row.text(1))
            .named(row.text(1));
    }
    return table;
}

Result<http::Response> show_findings(Services& services, http::Exchange& exchange)
{
    auto const years = TRY(db::read(services.db, [&](db::ReadTx& tx) { return programme::years(tx, services.city); }));
    auto const current = TRY(db::read(services.db, [&](db::ReadTx& tx) { return programme::year_or_current(tx, services.city, exchange.request.query_value("tahun")); }));
    auto const spec = finding_spec(std::to_string(current.year));
    auto answer = TRY(screens::list(services, exchange, spec, [&](tables::ListRequest const& request) { return read_findings(services, exchange.actor(), current.year, spec, request); }));
    if (answer.file)
        return std::move(*answer.file);
    auto const title = tr("Temuan {year}", {{"year", std::to_string(current.year)}});
    ListPage page {.frame = screens::frame(services, exchange, title), .title = title, .intro = tr("Yang ditemukan Inspektorat, siapa yang menjawab, dan sampai kapan."),
        .year = std::to_string(current.year), .base = "/temuan?tahun=", .years = year_options(years), .table = std::move(answer.html)};
    if (exchange.actor().has("reporting.finding")) {
        page.new_href = "/temuan/baru?tahun=" + page.year;
        page.new_label = tr("Temuan baru");
    }
    return screens::show(page);
}

} // namespace

std::vector<http::Route> finding_routes(Services& services)
{
    using http::Method;
    constexpr std::uint64_t papers_limit = 30 * 1024 * 1024;
    return {
        {Method::Get, "/temuan", "insight.read", screens::page(services, show_findings), "Findings"},
        {Method::Get, "/temuan/baru", "reporting.finding", screens::page(services, show_new_finding), "The form for a finding"},
        {Method::Post, "/temuan/baru", "reporting.finding", screens::page(services, post_new_finding), "Open a finding", papers_limit},
        {Method::Get, "/temuan/{id}", "insight.read", screens::page(services, show_finding), "A finding with answer and history"},
        {Method::Post, "/temuan/{id}/jawab", "insight.read", screens::page(services, post_answer), "Answer a finding", papers_limit},
        {Method::Post, "/temuan/{id}/tanya", "reporting.finding", decides(services, "reporting.ask_finding_again"), "Ask for another answer"},
        {Method::Post, "/temuan/{id}/tutup", "reporting.finding", decides(services, "reporting.close_finding"), "Close a finding"},
        {Method::Post, "/temuan/{id}/cabut", "reporting.finding", decides(services, "reporting.withdraw_finding"), "Withdraw a finding"},
    };
}

} // namespace rtkeren::reporting
