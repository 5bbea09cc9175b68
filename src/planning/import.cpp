#include "planning/judge.hpp"
#include "planning/steps.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace rtkeren::planning {
namespace {

/// The rows of one unit, with their places in the import.
struct UnitRows {
    std::string unit;
    std::vector<LineInput> lines;
    std::vector<std::size_t> indices;
};

std::vector<UnitRows> by_unit(ImportPlan const& input)
{
    std::vector<UnitRows> units;
    std::map<std::string, std::size_t> known;
    for (std::size_t i = 0; i < input.lines.size(); ++i) {
        auto const& row = input.lines[i];
        auto const code = territory::PlaceCode::parse(row.unit.str());
        auto const key = code ? code->text : row.unit.str();
        auto const [found, is_new] = known.try_emplace(key, units.size());
        if (is_new)
            units.push_back({key, {}, {}});
        auto& unit = units[found->second];
        unit.lines.push_back({{}, {}, row.category, row.activity, row.item, row.specification, row.quantity, row.measure, row.unit_price, row.spend_kind});
        unit.indices.push_back(i);
    }
    return units;
}

/// "lines.2.unit_price" of a plan is a row of the import; `unit` there is called `measure`.
void add_errors(std::vector<FieldError>& errors, UnitRows const& unit, Error const& error)
{
    if (error.fields.empty()) {
        for (auto const index : unit.indices)
            errors.push_back({"lines." + std::to_string(index) + ".unit", error.code, unit.unit, error.arguments});
        return;
    }
    for (auto field : error.fields) {
        auto const parts = split(field.name, '.');
        auto const row = parts.size() == 3 ? parse_integer(parts[1]) : std::nullopt;
        if (row)
            field.name = "lines." + std::to_string(unit.indices.at(std::size_t(*row))) + "." + std::string(parts[2]);
        errors.push_back(std::move(field));
    }
}

Result<ReadyPlan> ready_of(db::ReadTx& tx, operations::Context& context, UnitRows const& unit, int year)
{
    auto draft = TRY(draft_of(tx, context, unit.unit, year));
    if (draft.plan && draft.plan->state != "withdrawn" && draft.plan->state != "expired")
        TRY(check_editable(*draft.plan));
    auto lines = TRY(lines_of_input(tx, context, draft, unit.lines, "lines."));
    return ReadyPlan {std::move(draft), std::move(lines), unit.indices};
}

} // namespace

namespace {

/// The same thing twice for one unit is a slip of copying, not two lines.
void refuse_twice(std::vector<FieldError>& errors, ImportPlan const& input)
{
    std::set<std::array<std::string, 6>> seen;
    for (std::size_t i = 0; i < input.lines.size(); ++i) {
        auto const& row = input.lines[i];
        auto const is_new = seen.insert({ row.unit.str(), row.category.str(), fold(row.activity.str()), fold(row.item.str()), fold(row.specification.str()),
                                            fold(row.measure.str())})
                                .second;
        if (!is_new)
            errors.push_back({"lines." + std::to_string(i) + ".item", "planning.line_twice", row.item.str()});
    }
}

} // namespace

Result<ReadyImport> ready_import(db::ReadTx& tx, operations::Context& context, ImportPlan const& input)
{
    ReadyImport ready;
    refuse_twice(ready.errors, input);
    for (auto const& unit : by_unit(input)) {
        auto plan = ready_of(tx, context, unit, int(input.year));
        if (plan)
            ready.plans.push_back(std::move(*plan));
        else if (plan.error().kind == ErrorKind::Internal || plan.error().kind == ErrorKind::Retry || plan.error().kind == ErrorKind::Unavailable)
            return plan.error();
        else
            add_errors(ready.errors, unit, plan.error());
    }
    return ready;
}

Result<operations::Answer> import_plan(db::WriteTx& tx, operations::Context& context, ImportPlan const& input)
{
    auto ready = TRY(ready_import(tx, context, input));
    if (!ready.errors.empty())
        return Error::invalid("input.invalid", std::move(ready.errors));
    Rupiah total;
    for (auto& each : ready.plans) {
        auto const plan = TRY(write_draft(tx, context, each.draft, std::move(each.lines)));
        TRY(note(tx, context, plan, "planning.import_plan"));
        total += plan.amount;
    }
    return operations::Answer {std::to_string(input.year), "/rab?tahun=" + std::to_string(input.year), "planning.imported",
        {{"count", std::to_string(ready.plans.size())}, {"lines", std::to_string(input.lines.size())}, {"total", std::to_string(total.value())}}};
}

} // namespace rtkeren::planning
