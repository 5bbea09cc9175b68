#include "training/course_room.hpp"

#include "territory/territory.hpp"
#include "training/pages_room.hpp"
#include "training/sql.hpp"

namespace rtkeren::training {
namespace {

/// Rows of courses_of_purse and courses_of_unit begin alike.
PanelLine panel_line(db::Row const& row)
{
    return {"/pelatihan/" + row.text(0), row.text(1), format_date(row.date(2), language::current()), course_state_label(row.text(5)),
        tr("{seats} peserta, {finished} selesai", {{"seats", std::to_string(row.integer(6))}, {"finished", std::to_string(row.integer(7))}}), {}};
}

Result<html::Safe> purse_courses(Services& services, db::ReadTx& tx, Actor const* actor, std::string_view subject)
{
    if (actor == nullptr)
        return html::Safe {};
    auto const id = TRY(PurseId::parse(subject));
    auto const purse = TRY(programme::purse(tx, services.city, id));
    auto const pokmas = purse.pokmas ? purse.pokmas->str() : std::string {};
    CoursesPanel panel {.with_cost = true};
    if (may(*actor, "training.read", purse.unit_code, pokmas)) {
        for (auto const& row : TRY(tx.run(sql::courses_of_purse, services.city, id))) {
            auto line = panel_line(row);
            line.cost = tr("{spent}, {each} per yang selesai", {{"spent", format_rupiah(row.rupiah(8))}, {"each", money_or_dash(shared_by(row.rupiah(8), row.integer(7)))}});
            panel.lines.push_back(std::move(line));
        }
    }
    auto const pack = rules::released(tx, services.city, purse.year);
    if (!pokmas.empty() && pack.ok() && may(*actor, "training.manage", purse.unit_code, pokmas) && !TRY(free_lines(tx, services.city, id, **pack, {})).empty())
        panel.plan_href = "/pelatihan/baru?kantong=" + id.str();
    return panel.lines.empty() && panel.plan_href.empty() ? html::Safe {} : html::part(panel);
}

/// Also for visitors: what is taught here, without a name.
Result<html::Safe> unit_courses(Services& services, db::ReadTx& tx, Actor const*, std::string_view subject)
{
    auto const id = TRY(territory::RegionId::parse(subject));
    auto const region = TRY(territory::find(tx, services.city, id));
    auto const year = programme::year_or_current(tx, services.city, {});
    auto const place = territory::PlaceCode::parse(region.code);
    if (!year.ok() || !place.ok())
        return html::Safe {};
    CoursesPanel panel;
    for (auto const& row : TRY(tx.run(sql::courses_of_unit, services.city, region.code, place->kelurahan(), year->year)))
        if (row.text(5) != "planned")
            panel.lines.push_back(panel_line(row));
    return panel.lines.empty() ? html::Safe {} : html::part(panel);
}

} // namespace

std::vector<screens::Panel> course_panels() { return {{"purse", 70, purse_courses}, {"unit", 70, unit_courses}}; }

} // namespace rtkeren::training
