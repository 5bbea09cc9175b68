#include "planning/store.hpp"

#include "identity/serving.hpp"
#include "planning/sql.hpp"

#include <algorithm>
#include <array>

namespace rtkeren::planning {

StoredPlan stored_plan(db::Row const& row)
{
    StoredPlan plan;
    plan.id = row.id<PlanId>(0);
    plan.year = int(row.integer(1));
    plan.unit = row.id<territory::RegionId>(2);
    plan.unit_code = row.text(3);
    plan.unit_name = row.text(4);
    plan.kelurahan = row.text(5);
    plan.kelurahan_name = row.text(6);
    plan.revision = int(row.integer(7));
    plan.revision_id = row.id<RevisionId>(8);
    if (!row.is_null(9))
        plan.approved_revision = int(row.integer(9));
    plan.amount = row.rupiah(10);
    plan.version = row.integer(11);
    plan.pack_version = int(row.integer(12));
    plan.editors = row.text(13);
    plan.state = row.text(14);
    plan.due = row.maybe_date(15);
    plan.since = row.instant(16);
    plan.pokmas = row.text(17);
    return plan;
}

PlanLine line_of(db::Row const& row)
{
    PlanLine line;
    line.id = row.id<PlanLineId>(0);
    line.purse = row.id<PurseId>(1);
    line.envelope = row.text(2);
    line.category = row.text(3);
    line.activity = row.text(4);
    line.item = row.text(5);
    line.specification = row.text(6);
    line.unit = row.text(7);
    line.quantity_thousandths = row.integer(8);
    line.unit_price = row.rupiah(9);
    line.amount = row.rupiah(10);
    line.spend_kind = row.text(11);
    if (!row.is_null(12))
        line.reference_price = row.rupiah(12);
    line.dropped_on = row.maybe_date(13);
    line.dropped_reason = row.text_or(14);
    return line;
}

Result<StoredPlan> find_plan(db::ReadTx& tx, CityId city, PlanId id)
{
    auto row = TRY(tx.maybe(sql::plan, city, id));
    if (!row) {
        auto const owner = TRY(tx.one("planning.no_plan", sql::plan_of_revision, city, id));
        row = TRY(tx.one("planning.no_plan", sql::plan, city, owner.id<PlanId>(0)));
    }
    return stored_plan(*row);
}

Result<std::optional<StoredPlan>> find_plan_of_unit(db::ReadTx& tx, CityId city, int year, territory::RegionId unit)
{
    auto const row = TRY(tx.maybe(sql::plan_of_unit, city, year, unit));
    return row ? std::optional(stored_plan(*row)) : std::nullopt;
}

Result<std::vector<PlanLine>> lines_of(db::ReadTx& tx, CityId city, PlanId id, int revision)
{
    auto const rows = TRY(tx.run(sql::lines, city, id, revision));
    std::vector<PlanLine> lines;
    lines.reserve(rows.size());
    std::transform(rows.begin(), rows.end(), std::back_inserter(lines), line_of);
    return lines;
}

Result<std::vector<PlanPurse>> purses_of(db::ReadTx& tx, CityId city, int year, territory::RegionId unit)
{
    auto const rows = TRY(tx.run(sql::purses, city, unit, year));
    std::vector<PlanPurse> purses;
    for (auto const& row : rows)
        purses.push_back({row.id<PurseId>(0), row.text(1), row.rupiah(2), row.rupiah(3), row.rupiah(4), row.text(5), row.text_or(6), row.text(7) == "open"});
    return purses;
}

Result<std::string> group_of(db::ReadTx& tx, CityId city, std::string_view unit_code, std::string const& of_purses)
{
    if (!of_purses.empty())
        return of_purses;
    auto const serving = TRY(identity::pokmas_serving(tx, city, unit_code));
    return serving.value_or("");
}

Result<std::vector<CategorySum>> sums_in_force(db::ReadTx& tx, CityId city, Plan const& plan)
{
    std::vector<CategorySum> sums;
    if (!plan.approved_revision)
        return sums;
    auto const rows = TRY(tx.run(sql::sums_in_force, city, plan.id, *plan.approved_revision));
    for (auto const& row : rows)
        sums.push_back({row.id<PurseId>(0), row.text(1), row.text(2), row.rupiah(3)});
    return sums;
}

std::vector<CategorySum> sums_of(std::span<PlanLine const> lines)
{
    std::vector<CategorySum> sums;
    for (auto const& line : lines) {
        if (line.dropped_on)
            continue;
        auto const same = [&](CategorySum const& sum) { return sum.purse == line.purse && sum.category == line.category; };
        auto const found = std::find_if(sums.begin(), sums.end(), same);
        if (found == sums.end())
            sums.push_back({line.purse, line.envelope, line.category, line.amount});
        else
            found->amount += line.amount;
    }
    return sums;
}

Rupiah sum_of(std::span<PlanLine const> lines)
{
    Rupiah sum;
    for (auto const& line : lines)
        sum += line.dropped_on ? Rupiah {} : line.amount;
    return sum;
}

Result<void> write_lines(db::WriteTx& tx, CityId city, StoredPlan const& plan)
{
    TRY(tx.run(sql::delete_lines, city, plan.id, plan.revision));
    std::vector<std::array<db::Parameter, 17>> rows;
    rows.reserve(plan.lines.size());
    int number = 0;
    for (auto const& line : plan.lines) {
        rows.push_back({ city, plan.id, plan.revision, ++number, line.id, line.purse, line.envelope, line.category, line.activity, line.item,
            line.specification, line.unit, line.quantity_thousandths, line.unit_price, line.amount, line.spend_kind, line.reference_price });
    }
    if (!rows.empty())
        TRY(tx.run_rows(sql::insert_lines, rows));
    return Done {};
}

Result<void> write_plan(db::WriteTx& tx, operations::Context const& context, StoredPlan& plan)
{
    auto const changed = TRY(tx.run(sql::update_plan, context.city, plan.id, plan.version, plan.revision, plan.revision_id, plan.approved_revision, plan.amount,
        plan.pack_version, plan.editors));
    if (changed.rows == 0)
        return Error::conflict("planning.moved", {{"state", plan.state}, {"version", std::to_string(plan.version)}});
    ++plan.version;
    return Done {};
}

Result<std::vector<Revision>> revisions_of(db::ReadTx& tx, CityId city, PlanId id)
{
    auto const rows = TRY(tx.run(sql::revisions, city, id));
    std::vector<Revision> revisions;
    for (auto const& row : rows) {
        std::optional<int> based_on;
        if (!row.is_null(2))
            based_on = int(row.integer(2));
        revisions.push_back(
            {int(row.integer(0)), row.id<RevisionId>(1), based_on, row.text(3), row.text(4), row.rupiah(5), row.maybe_instant(6), row.instant(7)});
    }
    return revisions;
}

bool is_editor(StoredPlan const& plan, Actor const& actor)
{
    auto const named = [&](std::string_view id) { return plan.editors.find(" " + std::string(id) + " ") != std::string::npos; };
    return named(actor.user.text()) || (!actor.person.is_none() && named(actor.person.text()));
}

void add_editor(StoredPlan& plan, Actor const& actor)
{
    auto const add = [&](std::string_view id) {
        if (plan.editors.find(" " + std::string(id) + " ") == std::string::npos)
            plan.editors += (plan.editors.empty() ? " " : "") + std::string(id) + " ";
    };
    add(actor.user.text());
    if (!actor.person.is_none())
        add(actor.person.text());
}

} // namespace rtkeren::planning
