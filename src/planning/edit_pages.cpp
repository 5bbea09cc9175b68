#include "language/language.hpp"
#include "planning/judge.hpp"
#include "planning/pages.hpp"
#include "planning/parts.hpp"
#include "planning/present.hpp"
#include "planning/steps.hpp"

#include <algorithm>

namespace rtkeren::planning {
namespace {

/// What the editor stands on, whether the plan is there already or not.
struct Desk {
    std::optional<StoredPlan> plan;
    std::vector<PlanPurse> purses;
    std::shared_ptr<rules::Pack const> pack;
    territory::RegionId unit;
    std::string unit_code, unit_name;
    int year {0};
    std::vector<Verdict> verdicts;
};

Result<Desk> desk_of_plan(db::ReadTx& tx, Services& services, Actor const& actor, std::string_view id)
{
    Desk desk;
    auto plan = TRY(readable_plan(tx, services.city, actor, id));
    if (!may(actor, "planning.write", plan.unit_code, plan.pokmas))
        return Error::forbidden("operation.not_allowed");
    TRY(check_editable(plan));
    plan.lines = TRY(lines_of(tx, services.city, plan.id, plan.revision));
    desk.purses = TRY(purses_of(tx, services.city, plan.year, plan.unit));
    desk.pack = TRY(rules::released(tx, services.city, plan.year));
    desk.verdicts = TRY(judge_stored(tx, services.city, plan, services.today()));
    desk.unit = plan.unit;
    desk.unit_code = plan.unit_code;
    desk.unit_name = plan.unit_name;
    desk.year = plan.year;
    desk.plan = std::move(plan);
    return desk;
}

Result<Desk> desk_of_unit(db::ReadTx& tx, Services& services, Actor const& actor, std::string_view unit, std::string_view asked_year)
{
    auto const year = TRY(programme::year_or_current(tx, services.city, asked_year));
    auto const code = TRY(territory::PlaceCode::parse(unit));
    auto const region = TRY(territory::find(tx, services.city, code.text));
    auto const purses = TRY(programme::purses_of_unit(tx, services.city, year.year, region.id));
    if (purses.empty())
        return Error::not_found("planning.no_purse");
    Desk desk;
    desk.plan = TRY(find_plan_of_unit(tx, services.city, year.year, region.id));
    desk.purses = TRY(purses_of(tx, services.city, year.year, region.id));
    desk.pack = TRY(rules::released(tx, services.city, year.year));
    desk.unit = region.id;
    desk.unit_code = purses.front().unit_code;
    desk.unit_name = purses.front().unit_name;
    desk.year = year.year;
    auto const pokmas = TRY(group_of(tx, services.city, desk.unit_code, purses.front().pokmas ? purses.front().pokmas->str() : std::string {}));
    if (!may(actor, "planning.write", desk.unit_code, pokmas))
        return Error::not_found("planning.no_purse");
    return desk;
}

http::Response edit_page(Services& services, http::Exchange const& exchange, Desk const& desk, html::FormState form)
{
    EditPage page;
    page.title = tr("RAB {unit} {year}", {{"unit", desk.unit_name}, {"year", std::to_string(desk.year)}});
    page.back = desk.plan ? href_of(desk.plan->id) : "/rab";
    page.frame = screens::frame(services, exchange, page.title, {{"/rab", "RAB"}, {page.back, desk.unit_name}, {"", tr("Ubah")}});
    page.frame.scripts.emplace_back("/-/aset/rab.js");
    page.frame.help = tr("Pilih kategori tiap baris, lalu isi volume dan harga satuan. Bagian UMKM dihitung langsung. Simpan boleh kapan saja; pemeriksaan "
                         "penuh terjadi saat dikirim.");
    page.action = desk.plan ? href_of(desk.plan->id) + "/ubah" : "/rab/baru";
    page.unit = desk.unit.str();
    page.year = std::to_string(desk.year);
    page.envelopes = envelope_totals(form, *desk.pack, desk.purses, services.today());
    page.rows = edit_rows(form, *desk.pack, desk.purses, services.today());
    Rupiah total;
    for (auto const& row : page.rows)
        total += parse_rupiah(row.amount).value_or(Rupiah {});
    page.total = format_rupiah(total);
    page.form = std::move(form);
    return screens::show(page);
}

Result<http::Response> get_edit(Services& services, http::Exchange& exchange)
{
    auto const desk = TRY(db::read(services.db, [&](db::ReadTx& tx) { return desk_of_plan(tx, services, exchange.actor(), exchange.parameter("id")); }));
    auto form = screens::fresh_form(services);
    form.set("version", std::to_string(desk.plan->version));
    set_lines(form, desk.plan->lines);
    if (!desk.plan->lines.empty()) {
        for (auto const& verdict : desk.verdicts) {
            form.verdicts.push_back(html::card_of(verdict));
            form.verdicts.back().fix_id = services.env.ulid().str();
        }
    }
    return edit_page(services, exchange, desk, std::move(form));
}

Result<http::Response> post_edit(Services& services, http::Exchange& exchange)
{
    auto const desk = TRY(db::read(services.db, [&](db::ReadTx& tx) { return desk_of_plan(tx, services, exchange.actor(), exchange.parameter("id")); }));
    boost::json::object const extra {{"unit", desk.unit.text()}, {"year", desk.year}};
    return screens::submit(services, exchange, "planning.save_plan", extra,
        [&](html::FormState const& form, Error const&) -> Result<http::Response> { return edit_page(services, exchange, desk, form); });
}


/// Units of the actor's territory that have purses and no plan yet.
Result<http::Response> choose_unit(Services& services, http::Exchange& exchange)
{
    auto const read = [&](db::ReadTx& tx) -> Result<ChooseUnitPage> {
        auto const year = TRY(programme::year_or_current(tx, services.city, exchange.request.query_value("tahun")));
        ChooseUnitPage page;
        page.frame = screens::frame(services, exchange, tr("RAB baru"), {{"/rab", "RAB"}, {"", tr("Baru")}});
        std::string last;
        auto const reach = reach_of(exchange.actor());
        for (auto const& [from, behind] : reach.stretches) {
            if (from == "~")
                continue;
            auto const purses = TRY(programme::purses_below(tx, services.city, year.year, from));
            for (auto const& purse : purses) {
                auto const is_next = purse.unit_code != std::exchange(last, purse.unit_code);
                if (!is_next || purse.closed)
                    continue;
                auto const pokmas = TRY(group_of(tx, services.city, purse.unit_code, purse.pokmas ? purse.pokmas->str() : std::string {}));
                if (!may(exchange.actor(), "planning.write", purse.unit_code, pokmas) || page.units.size() >= 200)
                    continue;
                auto const plan = TRY(find_plan_of_unit(tx, services.city, year.year, purse.unit));
                if (!plan)
                    page.units.push_back({"/rab/baru?unit=" + purse.unit_code + "&tahun=" + std::to_string(year.year), purse.unit_name, purse.kelurahan});
            }
        }
        return page;
    };
    auto const page = TRY(db::read(services.db, read));
    return screens::show(page);
}

Result<http::Response> get_new(Services& services, http::Exchange& exchange)
{
    auto const unit = exchange.request.query_value("unit");
    if (unit.empty())
        return choose_unit(services, exchange);
    auto const year = exchange.request.query_value("tahun");
    auto const desk = TRY(db::read(services.db, [&](db::ReadTx& tx) { return desk_of_unit(tx, services, exchange.actor(), unit, year); }));
    auto const is_over = desk.plan && (desk.plan->state == "withdrawn" || desk.plan->state == "expired");
    if (desk.plan && !is_over)
        return http::Response::see_other(href_of(desk.plan->id));
    auto form = screens::fresh_form(services);
    if (is_over) {
        form.set("version", std::to_string(desk.plan->version));
        auto const lines = TRY(db::read(services.db, [&](db::ReadTx& tx) { return lines_of(tx, services.city, desk.plan->id, desk.plan->revision); }));
        set_lines(form, lines);
    }
    auto anew = desk;
    anew.plan.reset(); // its form goes to the page that begins
    return edit_page(services, exchange, anew, std::move(form));
}

Result<http::Response> post_new(Services& services, http::Exchange& exchange)
{
    auto const work = [&](db::ReadTx& tx) -> Result<Desk> {
        auto const id = territory::RegionId::parse(exchange.request.form_value("unit"));
        if (!id)
            return Error::not_found("planning.no_purse");
        auto const region = TRY(territory::find(tx, services.city, *id));
        return desk_of_unit(tx, services, exchange.actor(), region.code, exchange.request.form_value("year"));
    };
    auto desk = TRY(db::read(services.db, work));
    desk.plan.reset();
    return screens::submit(services, exchange, "planning.save_plan", {},
        [&](html::FormState const& form, Error const&) -> Result<http::Response> { return edit_page(services, exchange, desk, form); });
}

constexpr std::uint64_t form_limit = 1024 * 1024; // 400 lines of some hundred bytes a field

} // namespace

std::vector<http::Route> edit_routes(Services& services)
{
    using enum http::Method;
    return {
        {Get, "/rab/baru", "planning.write", screens::page(services, get_new), "Begin the plan of a unit"},
        {Post, "/rab/baru", "planning.write", screens::page(services, post_new), "Save a new plan", form_limit},
        {Get, "/rab/{id}/ubah", "planning.write", screens::page(services, get_edit), "Edit the lines of a plan"},
        {Post, "/rab/{id}/ubah", "planning.write", screens::page(services, post_edit), "Save the lines of a plan", form_limit},
    };
}

} // namespace rtkeren::planning
