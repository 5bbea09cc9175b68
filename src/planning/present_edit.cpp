#include "language/language.hpp"
#include "planning/present.hpp"
#include "planning/quantity.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace rtkeren::planning {
namespace {

std::string name_in(std::size_t row, std::string_view field)
{
    return fmt::format("lines.{}.{}", row, field);
}

/// Rows that the form holds: one more than the highest number in a name.
std::size_t rows_in(html::FormState const& form)
{
    std::size_t count = 0;
    for (auto const& [name, value] : form.values) {
        auto const parts = split(name, '.');
        auto const number = parts.size() == 3 && parts[0] == "lines" ? parse_integer(parts[1]) : std::nullopt;
        if (number && *number >= 0 && *number < 1000)
            count = std::max(count, std::size_t(*number) + 1);
    }
    return count;
}

bool is_empty_row(html::FormState const& form, std::size_t row)
{
    for (auto const* field : {"line", "category", "activity", "item", "specification", "quantity", "unit", "unit_price", "spend_kind"}) {
        if (!trim(form.value(name_in(row, field))).empty())
            return false;
    }
    return true;
}

/// "umkm/pelatihan_kue" however it was typed.
bool is_category(std::string_view typed, std::string_view envelope, rules::MenuItem const& item)
{
    auto const slash = typed.find('/');
    if (slash == std::string_view::npos)
        return typed == item.code && !item.envelopes.empty() && item.envelopes.front() == envelope;
    return typed.substr(0, slash) == envelope && typed.substr(slash + 1) == item.code;
}

std::vector<OptionGroup> categories_of(std::string_view typed, rules::Pack const& pack, std::span<PlanPurse const> purses, Date on)
{
    std::vector<OptionGroup> groups;
    for (auto const& envelope : pack.envelopes) {
        auto const has_purse = std::any_of(purses.begin(), purses.end(), [&](PlanPurse const& each) { return each.envelope == envelope.key; });
        if (!has_purse)
            continue;
        OptionGroup group {envelope.label, {}};
        for (auto const& item : pack.menu) {
            auto const fits = std::find(item.envelopes.begin(), item.envelopes.end(), envelope.key) != item.envelopes.end();
            auto const chosen = is_category(typed, envelope.key, item);
            if (fits && (chosen || !item.is_banned(on)))
                group.options.push_back({envelope.key + "/" + item.code, item.label, envelope.key, chosen});
        }
        groups.push_back(std::move(group));
    }
    return groups;
}

std::vector<EditOption> kinds_of(std::string_view typed, rules::Pack const& pack)
{
    std::vector<EditOption> options;
    for (auto const& kind : pack.spend_kinds)
        options.push_back({kind.code, kind.label, {}, kind.code == typed});
    return options;
}

/// Nothing while a number is missing or wrong.
std::optional<Rupiah> amount_of(html::FormState const& form, std::size_t row)
{
    auto const quantity = Quantity::parse(form.value(name_in(row, "quantity")));
    auto const price = parse_rupiah(form.value(name_in(row, "unit_price")));
    return quantity && price ? line_amount(quantity->thousandths(), *price) : std::nullopt;
}

std::string envelope_of(std::string_view typed, rules::Pack const& pack)
{
    auto const slash = typed.find('/');
    if (slash != std::string_view::npos)
        return std::string(typed.substr(0, slash));
    auto const* item = pack.menu_item(typed);
    return item != nullptr && !item->envelopes.empty() ? item->envelopes.front() : std::string {};
}

EditCell cell_of(html::FormState const& form, std::string const& name)
{
    return {form.value(name), form.error(name)};
}

EditRow row_at(html::FormState const& form, std::size_t source, std::size_t row, rules::Pack const& pack, std::span<PlanPurse const> purses, Date on)
{
    EditRow edit;
    edit.n = std::to_string(row);
    edit.line = form.value(name_in(source, "line"));
    edit.activity_name = name_in(row, "activity");
    edit.item_name = name_in(row, "item");
    edit.specification_name = name_in(row, "specification");
    edit.quantity_name = name_in(row, "quantity");
    edit.unit_name = name_in(row, "unit");
    edit.price_name = name_in(row, "unit_price");
    // Errors count the rows that were filled, as `object_of_form` does.
    auto const cell = [&](std::string_view field) { return EditCell {form.value(name_in(source, field)), cell_of(form, name_in(row, field)).error}; };
    edit.activity = cell("activity");
    edit.item = cell("item");
    edit.specification = cell("specification");
    edit.quantity = cell("quantity");
    edit.unit = cell("unit");
    edit.price = cell("unit_price");
    auto const category = cell("category");
    edit.category_error = category.error;
    edit.categories = categories_of(category.value, pack, purses, on);
    edit.kinds = kinds_of(form.value(name_in(source, "spend_kind")), pack);
    auto const amount = amount_of(form, source);
    edit.amount = amount ? format_rupiah(*amount) : "Rp0";
    auto const reference = form.value("_reference." + edit.line);
    if (!edit.line.empty() && !reference.empty())
        edit.note = tr("acuan {price}", {{"price", reference}});
    return edit;
}

} // namespace

void set_lines(html::FormState& form, std::span<PlanLine const> lines)
{
    std::size_t row = 0;
    for (auto const& line : lines) {
        if (line.dropped_on)
            continue;
        auto const set = [&](std::string_view field, std::string value) { form.set(name_in(row, field), std::move(value)); };
        set("line", line.id.str());
        set("category", line.envelope + "/" + line.category);
        set("activity", line.activity);
        set("item", line.item);
        set("specification", line.specification);
        set("quantity", format_quantity(line.quantity_thousandths));
        set("unit", line.unit);
        set("unit_price", format_number(line.unit_price.value()));
        set("spend_kind", line.spend_kind);
        if (line.reference_price)
            form.set("_reference." + line.id.str(), format_rupiah(*line.reference_price));
        ++row;
    }
}

std::vector<EditRow> edit_rows(html::FormState const& form, rules::Pack const& pack, std::span<PlanPurse const> purses, Date on)
{
    std::vector<EditRow> rows;
    auto const typed = rows_in(form);
    for (std::size_t source = 0; source < typed; ++source) {
        if (!is_empty_row(form, source))
            rows.push_back(row_at(form, source, rows.size(), pack, purses, on));
    }
    for (std::size_t spare = 0; spare < spare_rows; ++spare)
        rows.push_back(row_at(html::FormState {}, rows.size(), rows.size(), pack, purses, on));
    return rows;
}

std::vector<EnvelopeTotal> envelope_totals(html::FormState const& form, rules::Pack const& pack, std::span<PlanPurse const> purses, Date on)
{
    std::map<std::string, Rupiah> planned;
    Rupiah all;
    for (std::size_t row = 0; row < rows_in(form); ++row) {
        auto const amount = amount_of(form, row).value_or(Rupiah {});
        planned[envelope_of(form.value(name_in(row, "category")), pack)] += amount;
        all += amount;
    }
    Rupiah ceiling;
    for (auto const& purse : purses)
        ceiling += purse.ceiling;
    std::vector<EnvelopeTotal> totals;
    for (auto const& envelope : pack.envelopes) {
        auto const purse = std::find_if(purses.begin(), purses.end(), [&](PlanPurse const& each) { return each.envelope == envelope.key; });
        if (purse == purses.end())
            continue;
        auto const sum = planned[envelope.key];
        auto const tenths = all.is_positive() ? sum.value() * 1000 / all.value() : 0;
        EnvelopeTotal total {envelope.key, envelope.label, envelope.sign.empty() ? "wallet" : envelope.sign, format_rupiah(purse->ceiling), format_rupiah(sum),
            fmt::format("{},{} %", tenths / 10, tenths % 10), {}};
        for (auto const& earmark : pack.earmarks) {
            if (earmark.envelope == envelope.key && earmark.basis.in_force(on))
                total.rule = tr("Paling sedikit {minimum:rp}, yaitu {share:bp} dari seluruh pagu",
                    {{"minimum", std::to_string(portion_of(ceiling, earmark.minimum, Rounding::Up).value())},
                        {"share", std::to_string(earmark.minimum.value()) }});
        }
        totals.push_back(std::move(total));
    }
    return totals;
}

} // namespace rtkeren::planning
