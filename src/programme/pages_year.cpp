#include "programme/page_parts.hpp"

#include "language/language.hpp"
#include "programme/machines.hpp"
#include "programme/sql.hpp"
#include "rules/store.hpp"
#include "tables/list.hpp"
#include "workflow/workflow.hpp"

#include <algorithm>
#include <set>

namespace rtkeren::programme {

namespace {

tables::TableSpec years_spec()
{
    return {.path = "/tahun",
        .columns = {{.key = "year", .label = TR_NOOP("Tahun"), .sort = "year"}, {.key = "scheme", .label = TR_NOOP("Program"), .sort = "scheme"},
            {.key = "state", .label = TR_NOOP("Keadaan"), .kind = tables::Kind::Badge, .sort = "state"},
            {.key = "opened_on", .label = TR_NOOP("Dibuka"), .kind = tables::Kind::Date, .sort = "opened_on"},
            {.key = "closed_on", .label = TR_NOOP("Ditutup"), .kind = tables::Kind::Date, .sort = "closed_on"}},
        .search = true,
        .default_sort = "-year"};
}

Result<tables::Table> years_table(db::ReadTx& tx, CityId city, tables::ListRequest const& request)
{
    auto spec = years_spec();
    auto page = TRY(tables::fetch_rows(tx, sql::list_years, request, spec, city));
    auto table = tables::table_of(spec, request, page);
    table.title = tr("Tahun program");
    table.empty_title = tr("Belum ada tahun program");
    table.empty_text = tr("Masukkan dan rilis aturannya dulu, lalu rancang tahunnya.");
    for (auto const& row : page.rows) {
        auto status = workflow::value_of<YearStatus>(row.text(3));
        auto tone = status == YearStatus::Open ? tables::Tone::Ok : status == YearStatus::Closing ? tables::Tone::Warn : tables::Tone::None;
        table.add({row.text(0), row.text(2), tables::Cell(label_of(status)).tone(tone), row.maybe_date(4), row.maybe_date(5)})
            .at("/tahun/" + row.text(0))
            .named(row.text(0));
    }
    return table;
}

/// Years whose pack is released and that nobody drafted: what the button offers.
Result<std::vector<int>> years_to_draft(db::ReadTx& tx, CityId city)
{
    auto packs = TRY(rules::stored_packs(tx, city));
    auto known = TRY(years(tx, city));
    std::set<int> open;
    for (auto const& pack : packs) {
        if (pack.released_at && std::ranges::find(known, pack.year, &Year::year) == known.end())
            open.insert(pack.year);
    }
    return std::vector<int>(open.begin(), open.end());
}

Result<http::Response> show_years(Services& services, http::Exchange& exchange)
{
    auto fetch
        = [&](tables::ListRequest const& request) { return db::read(services.db, [&](db::ReadTx& tx) { return years_table(tx, services.city, request); }); };
    auto answer = TRY(screens::list(services, exchange, years_spec(), fetch));
    if (answer.file)
        return std::move(*answer.file);
    ListPage page {.frame = screens::frame(services, exchange, tr("Tahun program")),
        .title = tr("Tahun program"),
        .lead = tr("Tiap tahun punya aturan, DPA, alokasi dan penutupannya sendiri."),
        .list = std::move(answer.html),
        .buttons = {}};
    if (exchange.actor().has("programme.manage")) {
        auto drafts = TRY(db::read(services.db, [&](db::ReadTx& tx) { return years_to_draft(tx, services.city); }));
        for (auto year : drafts)
            page.buttons.push_back({"/tahun/" + std::to_string(year), tr("Rancang tahun {year}", {{"year", std::to_string(year)}}), "plus"});
    }
    return screens::show(page);
}

/// Everything that the page of one year shows, from one moment.
struct YearView {
    int number {0};
    std::optional<Year> year;
    std::shared_ptr<rules::Pack const> pack;
    std::vector<territory::Region> kelurahan;
    std::vector<ledger::Dpa> dpas; // by kelurahan, then envelope
    std::map<std::string, std::pair<std::string, Date>> papers; // the latest of each kelurahan
    std::vector<Hold> holds;
    std::int64_t without_pokmas {0};
    std::vector<workflow::PossibleEvent> events;
};

Result<YearView> read_year(db::ReadTx& tx, CityId city, Actor const& actor, int number, Date today)
{
    YearView view;
    view.number = number;
    view.pack = TRY(rules::released(tx, city, number));
    auto found = year_of(tx, city, number);
    if (found.ok())
        view.year = *found;
    view.kelurahan = TRY(territory::regions(tx, city, territory::Level::Kelurahan, "", today));
    for (auto const& region : view.kelurahan) {
        for (auto const& envelope : view.pack->envelopes)
            view.dpas.push_back(TRY(ledger::dpa(tx, city, number, region.code, envelope.key)));
    }
    for (auto const& row : TRY(tx.run(sql::dpa_papers, city, number)))
        view.papers.insert_or_assign(row.text(0), std::pair(row.text(1), row.date(2)));
    view.holds = TRY(holds_in_force(tx, city));
    for (auto const& row : TRY(tx.run(sql::without_pokmas, city, number)))
        view.without_pokmas += row.integer(1);
    if (view.year)
        view.events = TRY(workflow::possible_events(tx, actor, year_machine(), view.year->id));
    return view;
}

tables::TableSpec dpa_spec(YearView const& view)
{
    tables::TableSpec spec {.path = "/tahun/" + std::to_string(view.number)};
    spec.columns = {{.key = "kelurahan", .label = TR_NOOP("Kelurahan")}, {.key = "paper", .label = TR_NOOP("DPA terakhir"), .hide_on_phone = true}};
    for (auto const& envelope : view.pack->envelopes) {
        spec.columns.push_back({.key = envelope.key + "_limit", .label = envelope.label + ": DPA", .kind = tables::Kind::Rupiah, .total = true});
        spec.columns.push_back({.key = envelope.key + "_allocated", .label = envelope.label + ": alokasi", .kind = tables::Kind::Rupiah, .total = true});
    }
    return spec;
}

tables::Table dpa_table(YearView const& view, tables::ListRequest const& request)
{
    auto table = tables::table_of(dpa_spec(view), request, {});
    table.title = tr("DPA dan alokasi {year}", {{"year", std::to_string(view.number)}});
    table.empty_title = tr("Belum ada kelurahan");
    for (std::size_t k = 0; k < view.kelurahan.size(); ++k) {
        auto const& region = view.kelurahan[k];
        auto paper = view.papers.find(region.code);
        std::vector<tables::Cell> cells {
            region.name, paper == view.papers.end() ? std::string("–") : paper->second.first + ", " + day_of(paper->second.second)};
        for (std::size_t e = 0; e < view.pack->envelopes.size(); ++e) {
            auto const& dpa = view.dpas[k * view.pack->envelopes.size() + e];
            cells.emplace_back(dpa.limit);
            cells.push_back(tables::Cell(dpa.allocated).tone(dpa.allocated > dpa.limit ? tables::Tone::No : tables::Tone::None));
        }
        table.add(std::move(cells)).at(territory::href_of(region.code)).named(region.code);
    }
    return table;
}

std::vector<DeadlineLine> deadlines_of(rules::Pack const& pack, Date today)
{
    std::vector<DeadlineLine> lines;
    for (auto const& deadline : pack.deadlines) {
        auto days = today.days_until(deadline.due);
        auto left = days < 0 ? trn("{n} hari lewat", "{n} hari lewat", -days) : days == 0 ? tr("hari ini") : trn("{n} hari lagi", "{n} hari lagi", days);
        lines.push_back({deadline.label, day_of(deadline.due), left, days < 0 ? "no" : days <= 14 ? "warn" : "", deadline.basis.citation});
    }
    return lines;
}

std::vector<MissingLine> missing_of(YearView const& view)
{
    std::vector<MissingLine> lines;
    auto href = "/tahun/" + std::to_string(view.number);
    auto envelopes = view.pack->envelopes.size();
    std::int64_t without = 0;
    for (std::size_t i = 0; i < view.dpas.size(); i += envelopes)
        without += std::all_of(view.dpas.begin() + std::ptrdiff_t(i), view.dpas.begin() + std::ptrdiff_t(i + envelopes),
                       [](ledger::Dpa const& dpa) { return dpa.limit.is_zero(); })
            ? 1
            : 0;
    if (without > 0)
        lines.push_back({trn("{n} kelurahan belum punya DPA", "{n} kelurahan belum punya DPA", without), href + "/dpa"});
    if (view.without_pokmas > 0)
        lines.push_back({trn("{n} kantong belum punya pokmas", "{n} kantong belum punya pokmas", view.without_pokmas), "/pokmas"});
    return lines;
}

StepForm step_of(workflow::PossibleEvent const& event, YearView const& view, std::string id)
{
    auto href = "/tahun/" + std::to_string(view.number);
    auto label = tr(event.row->label);
    if (event.row->event == workflow::name_of(YearEvent::Open))
        return {"", label, "", href + "/buka"};
    if (event.row->event == workflow::name_of(YearEvent::Close))
        return {"", label, "", href + "/tutup"};
    if (event.row->event == workflow::name_of(YearEvent::StartClosing))
        return {href + "/mulai-tutup", label,
            tr("Mulai menutup tahun {year}? RAB dan pencairan baru berhenti; laporan, pajak dan pengembalian masih berjalan.",
                {{"year", std::to_string(view.number)}}),
            "", false, "second", std::move(id)};
    auto is_discard = event.row->event == workflow::name_of(YearEvent::Discard);
    return {href + (is_discard ? "/buang" : "/buka-kembali"), label, tr("{what}: tahun {year}?", {{"what", label}, {"year", std::to_string(view.number)}}), "",
        true, is_discard ? "danger" : "second", std::move(id)};
}

std::vector<StepForm> steps_of(Services& services, Actor const& actor, YearView const& view)
{
    std::vector<StepForm> steps;
    if (!view.year && actor.has("programme.manage"))
        return {{"/tahun/" + std::to_string(view.number) + "/rancang", tr("Rancang tahun {year}", {{"year", std::to_string(view.number)}}),
            tr("Rancang tahun {year} menurut {scheme}?", {{"year", std::to_string(view.number)}, {"scheme", view.pack->scheme}}), "", false, "",
            services.env.ulid().str()}};
    for (auto const& event : view.events) {
        if (event.same_as.empty())
            steps.push_back(step_of(event, view, services.env.ulid().str()));
    }
    return steps;
}

std::vector<html::Option> links_of(Actor const& actor, YearView const& view)
{
    auto href = "/tahun/" + std::to_string(view.number);
    std::vector<html::Option> links;
    auto is_open = view.year && view.year->status == YearStatus::Open;
    if (view.year && view.year->status != YearStatus::Closed && actor.has("programme.dpa"))
        links.push_back({href + "/dpa", tr("Catat DPA"), "report-money"});
    if (is_open && actor.has("programme.bonus"))
        links.push_back({href + "/bonus", tr("Beri bonus"), "award"});
    if (is_open && actor.has("programme.manage"))
        links.push_back({href + "/alokasi", tr("Alokasi susulan"), "plus"});
    if (view.year && view.year->status != YearStatus::Draft)
        links.push_back({href + "/perubahan", tr("Perubahan pagu"), "history"});
    return links;
}

void fill_sums(YearPage& page, YearView const& view)
{
    Rupiah limit, allocated;
    for (auto const& dpa : view.dpas) {
        limit += dpa.limit;
        allocated += dpa.allocated;
    }
    page.dpa = format_rupiah(limit);
    page.pagu = format_rupiah(allocated);
    page.left = format_rupiah(limit - allocated);
}

YearPage present_year(Services& services, http::Exchange const& exchange, YearView const& view)
{
    auto title = year_title(view.number);
    auto const& pack = *view.pack;
    YearPage page {.frame = screens::frame(services, exchange, title, {{"/tahun", tr("Tahun")}, {"", std::to_string(view.number)}})};
    page.form = screens::fresh_form(services);
    page.title = title;
    page.status = view.year ? label_of(view.year->status) : tr("Belum dirancang");
    page.tone = view.year ? tone_of(view.year->status) : "";
    if (view.year && view.year->opened_on)
        page.facts = tr("Dibuka dengan surat tanggal {day}", {{"day", day_of(*view.year->opened_on)}});
    page.pack
        = tr("{scheme} {year}, versi {version}", {{"scheme", pack.scheme}, {"year", std::to_string(view.number)}, {"version", std::to_string(pack.version)}});
    page.pack_href = "/aturan/" + std::to_string(view.number);
    page.pack_basis = pack.envelopes.empty() ? "" : pack.envelopes.front().basis.citation;
    fill_sums(page, view);
    page.steps = steps_of(services, exchange.actor(), view);
    page.deadlines = deadlines_of(pack, services.today());
    for (auto const& hold : view.holds)
        page.holds.push_back({"/penahanan/" + hold.id.str(), hold.scope_name, labels_of(hold.kinds), hold.letter});
    page.missing = missing_of(view);
    page.links = links_of(exchange.actor(), view);
    return page;
}

Result<YearView> view_of(Services& services, http::Exchange const& exchange)
{
    return db::read(services.db, [&](db::ReadTx& tx) -> Result<YearView> {
        auto number = TRY(year_in_path(tx, services.city, exchange));
        return read_year(tx, services.city, exchange.actor(), number, services.today());
    });
}

Result<http::Response> year_page(Services& services, http::Exchange& exchange, html::FormState const* refused)
{
    auto view = TRY(view_of(services, exchange));
    auto fetch = [&](tables::ListRequest const& request) -> Result<tables::Table> { return dpa_table(view, request); };
    auto answer = TRY(screens::list(services, exchange, dpa_spec(view), fetch));
    if (answer.file)
        return std::move(*answer.file);
    auto page = present_year(services, exchange, view);
    page.dpa_table = std::move(answer.html);
    if (refused)
        page.form = *refused;
    return screens::show(page);
}

/// A button of the year's page: its operation with the year, and the page again when it is refused.
http::Handler step(Services& services, std::string_view operation)
{
    return screens::page(services, [operation](Services& all, http::Exchange& exchange) -> Result<http::Response> {
        auto number = TRY(db::read(all.db, [&](db::ReadTx& tx) { return year_in_path(tx, all.city, exchange); }));
        return screens::submit(
            all, exchange, operation, {{"year", number}}, [&](html::FormState const& form, Error const&) { return year_page(all, exchange, &form); });
    });
}

} // namespace

void add_year_routes(Services& services, std::vector<http::Route>& all)
{
    using http::Method;
    auto show = [](Services& own, http::Exchange& exchange) { return year_page(own, exchange, nullptr); };
    all.push_back({Method::Get, "/tahun", "insight.read", screens::page(services, show_years), "Programme years"});
    all.push_back({Method::Get, "/tahun/{year}", "insight.read", screens::page(services, show), "One year: pack, DPA, deadlines, holds, next step"});
    all.push_back({Method::Post, "/tahun/{year}/rancang", "programme.manage", step(services, "programme.create_year"), "Draft a year"});
    all.push_back({Method::Post, "/tahun/{year}/buang", "programme.manage", step(services, "programme.discard_year"), "Discard a draft year"});
    all.push_back({Method::Post, "/tahun/{year}/mulai-tutup", "programme.close", step(services, "programme.start_closing"), "Start closing a year"});
    all.push_back(
        {Method::Post, "/tahun/{year}/buka-kembali", "programme.manage", step(services, "programme.reopen_year"), "Take a closing year back to open"});
}

} // namespace rtkeren::programme
