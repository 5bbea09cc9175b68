#include "planning/sql.hpp"
#include "planning/steps.hpp"

#include <algorithm>
#include <map>

namespace rtkeren::planning {
namespace {

Result<territory::RegionId> region_of(db::ReadTx& tx, CityId city, std::string_view text)
{
    if (auto id = territory::RegionId::parse(text); id.ok())
        return *id;
    auto const code = TRY(territory::PlaceCode::parse(text));
    auto const region = TRY(territory::find(tx, city, code.text));
    return region.id;
}

/// Named beside the category, before its slash, or the first that may pay for it.
std::string envelope_of(LineInput const& input, rules::MenuItem const& item)
{
    auto const slash = input.category.str().find('/');
    if (!input.envelope.empty())
        return input.envelope.str();
    if (slash != std::string::npos)
        return input.category.str().substr(0, slash);
    return item.envelopes.empty() ? std::string {} : item.envelopes.front();
}

/// Reads the lines of one input, gathering every wrong field.
class LineReader {
public:
    LineReader(db::ReadTx& tx, operations::Context& context, Draft const& draft, std::string_view prefix)
        : m_tx(tx), m_context(context), m_draft(draft), m_prefix(prefix)
    {
    }

    Result<std::vector<PlanLine>> run(std::span<LineInput const> inputs)
    {
        if (m_draft.plan) {
            auto const known = TRY(lines_of(m_tx, m_context.city, m_draft.plan->id, m_draft.plan->revision));
            for (auto const& line : known)
                m_known.push_back(line.id);
        }
        std::vector<PlanLine> lines;
        lines.reserve(inputs.size());
        for (auto const& input : inputs) {
            lines.push_back(TRY(read(input)));
            ++m_index;
        }
        if (!m_errors.empty())
            return Error::invalid("input.invalid", std::move(m_errors));
        return lines;
    }

private:
    void refuse(std::string_view field, std::string code, std::string value = {}, Arguments arguments = {})
    {
        m_errors.push_back(
            {std::string(m_prefix) + std::to_string(m_index) + "." + std::string(field), std::move(code), std::move(value), std::move(arguments)});
    }

    Result<PlanLine> read(LineInput const& input)
    {
        PlanLine line;
        line.id = id_of(input);
        read_category(input, line);
        line.item = input.item.str();
        line.specification = input.specification.str();
        line.unit = input.unit.str();
        line.quantity_thousandths = input.quantity.thousandths();
        line.unit_price = input.unit_price;
        auto const amount = line_amount(line.quantity_thousandths, line.unit_price);
        line.amount = amount.value_or(Rupiah {});
        if (!amount)
            refuse("unit_price", "rupiah.range", std::to_string(input.unit_price.value()));
        else if (amount->is_zero())
            refuse("quantity", "planning.amount_zero", input.quantity.str());
        read_spend_kind(input, line);
        line.reference_price = TRY(reference_of(line));
        return line;
    }

    /// A line of this plan that stays keeps its id; a foreign or doubled one is a new line.
    PlanLineId id_of(LineInput const& input)
    {
        auto const found = input.line ? std::find(m_known.begin(), m_known.end(), *input.line) : m_known.end();
        if (found == m_known.end())
            return m_context.next<PlanLineId>();
        auto const id = *found;
        m_known.erase(found);
        return id;
    }

    void read_category(LineInput const& input, PlanLine& line)
    {
        std::string_view const typed = input.category.str();
        auto const slash = typed.find('/');
        auto const code = slash == std::string_view::npos ? typed : typed.substr(slash + 1);
        auto const* item = m_draft.pack->menu_item(code);
        if (item == nullptr)
            return refuse("category", "planning.category_unknown", std::string(typed));
        line.category = item->code;
        line.activity = input.activity.empty() ? item->label : input.activity.str();
        line.envelope = envelope_of(input, *item);
        auto const purse = std::find_if(m_draft.purses.begin(), m_draft.purses.end(), [&](PlanPurse const& each) { return each.envelope == line.envelope; });
        if (purse == m_draft.purses.end())
            return refuse("category", "planning.no_purse_for", line.envelope, {{"label", item->label}});
        line.purse = purse->id;
    }

    void read_spend_kind(LineInput const& input, PlanLine& line)
    {
        auto const& pack = *m_draft.pack;
        line.spend_kind = !input.spend_kind.empty() ? input.spend_kind.str() : pack.spend_kinds.empty() ? "" : pack.spend_kinds.front().code;
        if (!line.spend_kind.empty() && pack.spend_kind(line.spend_kind) == nullptr)
            refuse("spend_kind", "planning.spend_kind_unknown", line.spend_kind);
    }

    Result<std::optional<Rupiah>> reference_of(PlanLine const& line)
    {
        auto const key = std::pair {fold(line.item), fold(line.unit)};
        if (auto const known = m_prices.find(key); known != m_prices.end())
            return known->second;
        auto const row = TRY(m_tx.maybe(sql::reference_price, m_context.city, m_draft.year, key.first, key.second, m_context.today, m_draft.unit_code));
        return m_prices[key] = row ? std::optional(row->rupiah(0)) : std::nullopt;
    }

    db::ReadTx& m_tx;
    operations::Context& m_context;
    Draft const& m_draft;
    std::string_view m_prefix;
    std::size_t m_index {0};
    std::vector<PlanLineId> m_known;
    std::map<std::pair<std::string, std::string>, std::optional<Rupiah>> m_prices;
    std::vector<FieldError> m_errors;
};

/// Plan and first revision of a unit that had none.
Result<StoredPlan> create_plan(db::WriteTx& tx, operations::Context& context, Draft const& draft)
{
    auto const purses = TRY(programme::purses_of_unit(tx, context.city, draft.year, draft.unit));
    CHECK(!purses.empty());
    StoredPlan plan;
    plan.id = context.next<PlanId>();
    plan.revision_id = RevisionId(plan.id.ulid());
    plan.unit = draft.unit;
    plan.unit_code = draft.unit_code;
    plan.year = draft.year;
    plan.unit_name = purses.front().unit_name;
    plan.kelurahan = purses.front().kelurahan;
    auto const kelurahan = territory::find(tx, context.city, plan.kelurahan);
    plan.kelurahan_name = kelurahan ? kelurahan->name : std::string {};
    plan.pokmas = draft.pokmas;
    plan.state = "draft";
    plan.version = 1;
    return plan;
}

Result<void> insert_plan(db::WriteTx& tx, operations::Context& context, StoredPlan const& plan)
{
    auto const search = fold(plan.unit_name + " " + plan.kelurahan_name + " " + plan.unit_code);
    TRY(tx.run(sql::insert_plan, context.city, plan.id, plan.year, plan.unit, plan.unit_code, plan.unit_name, plan.kelurahan, plan.kelurahan_name, search,
        plan.amount, plan.pack_version, plan.editors, context.now));
    TRY(tx.run(sql::insert_revision, context.city, plan.id, 1, plan.revision_id, std::nullopt, "", "", plan.amount, context.now));
    workflow::Start const start {.subject = plan.revision_id.ulid(), .title = plan.title(), .place = plan.unit_code, .pokmas = plan.pokmas};
    TRY(workflow::start(tx, context, rab_machine(), start));
    return Done {};
}

/// The unit may have got its pokmas, or another, since the plan was begun: the inbox must know.
Result<void> follow_pokmas(db::WriteTx& tx, operations::Context const& context, StoredPlan& plan, std::string const& pokmas)
{
    if (plan.pokmas == pokmas)
        return Done {};
    TRY(workflow::relocate(tx, context, rab_machine(), plan.revision_id.ulid(), plan.unit_code, pokmas));
    plan.pokmas = pokmas;
    return Done {};
}

} // namespace

std::string Plan::title() const
{
    return "RAB " + unit_name + (kelurahan_name.empty() ? "" : " " + kelurahan_name) + " " + std::to_string(year);
}

Result<Draft> draft_of(db::ReadTx& tx, operations::Context const& context, std::string_view unit, int year)
{
    Draft draft;
    draft.unit = TRY(region_of(tx, context.city, unit));
    draft.year = year;
    draft.purses = TRY(purses_of(tx, context.city, year, draft.unit));
    if (draft.purses.empty())
        return Error::not_found("planning.no_purse");
    draft.plan = TRY(find_plan_of_unit(tx, context.city, year, draft.unit));
    if (draft.plan) {
        draft.unit_code = draft.plan->unit_code;
    } else {
        auto const purses = TRY(programme::purses_of_unit(tx, context.city, year, draft.unit));
        draft.unit_code = purses.empty() ? draft.purses.front().kelurahan : purses.front().unit_code;
    }
    draft.pokmas = TRY(group_of(tx, context.city, draft.unit_code, draft.purses.front().pokmas));
    if (!may(context.actor, "planning.write", draft.unit_code, draft.pokmas))
        return Error::forbidden("operation.not_allowed");
    TRY(programme::open_year(tx, context.city, year));
    draft.pack = TRY(rules::released(tx, context.city, year));
    return draft;
}

Result<std::vector<PlanLine>> lines_of_input(
    db::ReadTx& tx, operations::Context& context, Draft const& draft, std::span<LineInput const> inputs, std::string_view prefix)
{
    return LineReader(tx, context, draft, prefix).run(inputs);
}

Result<StoredPlan> write_draft(db::WriteTx& tx, operations::Context& context, Draft& draft, std::vector<PlanLine> lines)
{
    auto const is_new = !draft.plan;
    auto plan = is_new ? TRY(create_plan(tx, context, draft)) : *draft.plan;
    plan.lines = std::move(lines);
    plan.amount = sum_of(plan.lines);
    plan.pack_version = draft.pack->version;
    add_editor(plan, context.actor);
    if (is_new) {
        TRY(insert_plan(tx, context, plan));
    } else {
        auto const is_over = plan.state == "withdrawn" || plan.state == "expired";
        TRY(follow_pokmas(tx, context, plan, draft.pokmas));
        if (is_over)
            TRY(begin_revision(tx, context, plan, {}, {}));
        TRY(write_plan(tx, context, plan));
        if (!is_over)
            TRY(tx.run(sql::update_revision, context.city, plan.id, plan.revision, plan.amount, std::nullopt));
    }
    TRY(write_lines(tx, context.city, plan));
    return plan;
}

} // namespace rtkeren::planning
