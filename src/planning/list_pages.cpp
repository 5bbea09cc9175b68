#include "language/language.hpp"
#include "planning/pages.hpp"
#include "planning/parts.hpp"
#include "planning/present.hpp"
#include "planning/sql.hpp"
#include "planning/steps.hpp"
#include "tables/render.hpp"

#include <algorithm>

namespace rtkeren::planning {
namespace {

enum PlanColumn : std::size_t {UnitCode, PlanRowId, UnitName, KelurahanName, Kelurahan, RevisionNumber, Amount, State, Due, Since, Version};

tables::TableSpec plans_spec(int year)
{
    using tables::Kind;
    std::vector<tables::Choice> states;
    for (auto const& state : rab_machine().states)
        states.push_back({std::string(state.name), tr(state.label)});
    return { .path = "/rab",
        .columns = {{.key = "unit", .label = TR_NOOP("Unit"), .sort = "unit_code", .width = 18},
            {.key = "kelurahan", .label = TR_NOOP("Kelurahan"), .sort = "kelurahan_name"},
            {.key = "amount", .label = TR_NOOP("Jumlah"), .kind = Kind::Rupiah, .sort = "amount", .total = true},
            {.key = "state", .label = TR_NOOP("Keadaan"), .kind = Kind::Badge, .sort = "state"},
            {.key = "due", .label = TR_NOOP("Ditunggu sampai"), .kind = Kind::Date, .sort = "due"},
            {.key = "late_days", .label = TR_NOOP("Hari lewat"), .kind = Kind::Integer, .hide_on_phone = true},
            {.key = "revision", .label = TR_NOOP("Revisi"), .kind = Kind::Integer, .sort = "revision", .hide_on_phone = true }},
        .filters = {{"keadaan", TR_NOOP("Keadaan"), "state", states}, {"kelurahan", TR_NOOP("Kelurahan"), "kelurahan", {} }},
        .search = true,
        .default_sort = "unit",
        .kept = {{"tahun", std::to_string(year) } }};
}

Result<tables::Page> fetch_plans(
    db::ReadTx& tx, Services& services, int year, Reach const& reach, tables::ListRequest const& request, tables::TableSpec const& spec)
{
    auto const& s = reach.stretches;
    return tables::fetch_rows(tx, sql::list_plans, request, spec, services.city, year, s[0].first, s[0].second, s[1].first, s[1].second, s[2].first,
        s[2].second, s[3].first, s[3].second);
}

tables::Tone tone_of(std::string_view state)
{
    auto const tone = state_tone(state);
    return tone == "ok"  ? tables::Tone::Ok
        : tone == "warn" ? tables::Tone::Warn
        : tone == "no"   ? tables::Tone::No
        : tone == "info" ? tables::Tone::Info
                         : tables::Tone::None;
}

Result<tables::Table> plans_table(Services& services, db::ReadTx& tx, int year, Reach const& reach, tables::ListRequest const& request)
{
    auto const spec = plans_spec(year);
    auto const page = TRY(fetch_plans(tx, services, year, reach, request, spec));
    auto table = tables::table_of(spec, request, page);
    table.title = tr("RAB {year}", {{"year", std::to_string(year)}});
    table.zone = services.zone;
    table.filename = "rab-" + std::to_string(year);
    table.empty_title = tr("Di sini nanti daftar RAB");
    table.empty_text = tr("Mulai dengan RAB baru untuk satu unit, atau ubah pencarian.");
    auto const today = services.today();
    for (auto const& row : page.rows) {
        auto const due = row.maybe_date(Due);
        auto const late = due && *due < today ? std::optional<std::int64_t>(due->days_until(today)) : std::nullopt;
        tables::Cell due_cell(due);
        if (late)
            due_cell.tone(tables::Tone::No);
        table
            .add({ row.text(UnitName), row.text(KelurahanName), row.rupiah(Amount), tables::Cell(state_label(row.text(State))).tone(tone_of(row.text(State))),
                due_cell, tables::Cell(late), row.integer(RevisionNumber)})
            .at("/rab/" + row.text(PlanRowId))
            .named(row.text(PlanRowId));
    }
    return table;
}

/// Verified plans of the approver's territory, with whether each was opened as it is.
Result<std::vector<BulkRow>> waiting_for(Services& services, db::ReadTx& tx, int year, Reach const& reach, Actor const& actor)
{
    std::vector<BulkRow> rows;
    if (!actor.has("planning.approve"))
        return rows;
    tables::ListRequest request;
    request.filters = {{"keadaan", "verified"}};
    auto const page = TRY(fetch_plans(tx, services, year, reach, request, plans_spec(year)));
    for (auto const& row : page.rows) {
        if (!may(actor, "planning.approve", row.text(UnitCode)))
            continue;
        auto const seen = TRY(tx.maybe(sql::seen_version, services.city, row.text(PlanRowId), actor.user));
        auto const opened = seen && seen->integer(0) == row.integer(Version);
        rows.push_back({ row.text(PlanRowId), row.text(UnitName) + " " + row.text(KelurahanName), format_rupiah(row.rupiah(Amount)),
            "/rab/" + row.text(PlanRowId), opened});
    }
    return rows;
}

Result<http::Response> plans_page(Services& services, http::Exchange& exchange, html::FormState const& form)
{
    auto const& actor = exchange.actor();
    auto const reach = reach_of(actor);
    auto const year
        = TRY(db::read(services.db, [&](db::ReadTx& tx) { return programme::year_or_current(tx, services.city, exchange.request.query_value("tahun")); }));
    auto const fetch = [&](tables::ListRequest const& request) {
        return db::read(services.db, [&](db::ReadTx& tx) { return plans_table(services, tx, year.year, reach, request); });
    };
    auto answer = TRY(screens::list(services, exchange, plans_spec(year.year), fetch));
    if (answer.file)
        return std::move(*answer.file);
    PlansPage page;
    page.frame = screens::frame(services, exchange, "RAB");
    page.form = form;
    page.table = std::move(answer.html);
    page.year = std::to_string(year.year);
    page.may_write = actor.has("planning.write");
    auto const fill = [&](db::ReadTx& tx) -> Result<void> {
        page.waiting = TRY(waiting_for(services, tx, year.year, reach, actor));
        auto const years = TRY(programme::years(tx, services.city));
        for (auto const& each : years)
            page.years.push_back({std::to_string(each.year), std::to_string(each.year)});
        return Done {};
    };
    TRY(db::read(services.db, fill));
    return screens::show(page);
}

Result<http::Response> get_plans(Services& services, http::Exchange& exchange)
{
    return plans_page(services, exchange, screens::fresh_form(services));
}

Result<http::Response> post_bulk(Services& services, http::Exchange& exchange)
{
    return screens::submit(
        services, exchange, "planning.approve_bulk", {}, [&](html::FormState const& form, Error const&) { return plans_page(services, exchange, form); });
}

} // namespace

std::vector<http::Route> list_routes(Services& services)
{
    using enum http::Method;
    return {
        {Get, "/rab", "insight.read", screens::page(services, get_plans), "Plans of one's territory"},
        {Post, "/rab/setujui", "planning.approve", screens::page(services, post_bulk), "Approve several plans that were opened"},
    };
}

} // namespace rtkeren::planning
