#include "planning/present.hpp"

#include "language/language.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace rtkeren::planning {
namespace {

std::string label_of_category(std::string const& code, rules::Pack const* pack)
{
    auto const* item = pack != nullptr ? pack->menu_item(code) : nullptr;
    return item != nullptr ? item->label : code;
}

std::string label_of_kind(std::string const& code, rules::Pack const* pack)
{
    auto const* kind = pack != nullptr ? pack->spend_kind(code) : nullptr;
    return kind != nullptr ? kind->label : code;
}

/// Warns from the pack's share over the reference on.
void add_price_note(LineRow& row, PlanLine const& line, rules::Pack const* pack)
{
    if (!line.reference_price)
        return;
    row.price_note = tr("acuan {price:rp}", {{"price", std::to_string(line.reference_price->value())}});
    auto const share = pack != nullptr ? pack->number("price_warn_bp", 0) : 0;
    auto const limit = *line.reference_price + portion_of(*line.reference_price, BasisPoints(std::int32_t(share)), Rounding::Down);
    row.price_tone = line.unit_price > limit ? "soon" : "quiet";
}

PurseBlock block_of(PlanPurse const& purse, rules::Pack const& pack)
{
    auto const* envelope = pack.envelope(purse.envelope);
    PurseBlock block;
    block.id = purse.envelope;
    block.label = envelope != nullptr ? envelope->label : purse.envelope;
    block.icon_name = envelope != nullptr && !envelope->sign.empty() ? envelope->sign : "wallet";
    block.ceiling = format_rupiah(purse.ceiling);
    return block;
}

void fill_bar(PurseBlock& block, Rupiah planned, Rupiah ceiling)
{
    auto const left = ceiling - planned;
    block.planned = format_rupiah(planned);
    block.left = format_rupiah(left);
    block.over = left.is_negative();
    auto const tenths = ceiling.is_positive() ? std::min<std::int64_t>(1000, planned.value() * 1000 / ceiling.value()) : 0;
    block.used = fmt::format("{}.{}%", tenths / 10, tenths % 10);
    block.bar_class = block.over ? "batal" : "rencana";
    auto const amount = std::to_string(block.over ? -left.value() : left.value());
    block.summary = block.over ? tr("Melebihi kantong {amount:rp}", {{"amount", amount}}) : tr("Belum direncanakan {amount:rp}", {{"amount", amount}});
}

std::string label_of_event(workflow::HistoryRow const& row)
{
    if (row.event == workflow::started)
        return tr("Mulai disusun");
    auto const* transition = rab_machine().transition(row.from, row.event);
    return transition != nullptr ? tr(transition->label) : row.event;
}

std::string time_text(Instant at, Zone zone)
{
    return format_date(at.date_in(zone), language::current()) + " " + format_time(at, zone);
}

} // namespace

std::string state_label(std::string_view state)
{
    auto const* row = rab_machine().state(state);
    return row != nullptr ? tr(row->label) : std::string(state);
}

std::string_view state_tone(std::string_view state)
{
    if (state == "approved")
        return "ok";
    if (state == "returned")
        return "warn";
    if (state == "withdrawn" || state == "expired")
        return "no";
    return state == "draft" ? "" : "info";
}

LineRow row_of(PlanLine const& line, rules::Pack const* pack)
{
    LineRow row;
    row.id = line.id.str();
    row.item = line.item;
    row.specification = line.specification;
    row.activity = line.activity;
    row.category = label_of_category(line.category, pack);
    row.kind = label_of_kind(line.spend_kind, pack);
    row.quantity = format_quantity(line.quantity_thousandths) + " " + line.unit;
    row.price = format_rupiah(line.unit_price);
    row.amount = format_rupiah(line.amount);
    add_price_note(row, line, pack);
    if (line.dropped_on)
        row.dropped = tr("Dicabut {on:date}: {reason}", {{"on", line.dropped_on->iso()}, {"reason", line.dropped_reason}});
    return row;
}

std::vector<PurseBlock> blocks_of(std::span<PlanLine const> lines, std::span<PlanPurse const> purses, rules::Pack const& pack)
{
    std::vector<PurseBlock> blocks;
    for (auto const& envelope : pack.envelopes) {
        auto const purse = std::find_if(purses.begin(), purses.end(), [&](PlanPurse const& each) { return each.envelope == envelope.key; });
        if (purse == purses.end())
            continue;
        auto block = block_of(*purse, pack);
        Rupiah planned;
        for (auto const& line : lines) {
            if (line.purse != purse->id)
                continue;
            block.lines.push_back(row_of(line, &pack));
            planned += line.dropped_on ? Rupiah {} : line.amount;
        }
        fill_bar(block, planned, purse->ceiling);
        blocks.push_back(std::move(block));
    }
    return blocks;
}

std::vector<HistoryItem> history_of(std::vector<workflow::HistoryRow> const& rows, Zone zone)
{
    std::vector<HistoryItem> items;
    for (auto const& row : rows) {
        auto const tone = row.event == "return" || row.event == "withdraw" || row.event == "expire" ? "no" : row.event == "approve" ? "ok" : "";
        auto reason = row.reason;
        if (!row.evidence.empty())
            reason += (reason.empty() ? "" : " · ") + row.evidence;
        items.push_back({time_text(row.at, zone), row.at.iso(), label_of_event(row), tr("oleh {name}", {{"name", row.actor_name}}), std::move(reason), tone});
    }
    std::reverse(items.begin(), items.end());
    return items;
}

std::string change_text(Rupiah change)
{
    if (change.is_zero())
        return "–";
    return change.is_negative() ? "−" + format_rupiah(-change) : "+" + format_rupiah(change);
}

Comparison compared(std::span<PlanLine const> before, std::span<PlanLine const> after)
{
    Comparison result;
    auto const find = [](std::span<PlanLine const> lines, PlanLineId id) {
        auto const found = std::find_if(lines.begin(), lines.end(), [&](PlanLine const& each) { return each.id == id && !each.dropped_on; });
        return found != lines.end() ? &*found : nullptr;
    };
    auto const text = [](PlanLine const* line) {
        return line == nullptr ? std::string("–")
                               : fmt::format("{} {} × {} = {}", format_quantity(line->quantity_thousandths), line->unit, format_rupiah(line->unit_price),
                                   format_rupiah(line->amount));
    };
    auto const add = [&](PlanLine const* old_line, PlanLine const* new_line) {
        auto const old_amount = old_line != nullptr ? old_line->amount : Rupiah {};
        auto const new_amount = new_line != nullptr ? new_line->amount : Rupiah {};
        result.before += old_amount;
        result.after += new_amount;
        auto const same = old_line != nullptr && new_line != nullptr && text(old_line) == text(new_line) && old_line->item == new_line->item;
        auto const what = old_line == nullptr ? tr("Ditambah") : new_line == nullptr ? tr("Dihapus") : same ? tr("Tetap") : tr("Berubah");
        auto const* tone = old_line == nullptr ? "ok" : new_line == nullptr ? "no" : same ? "" : "warn";
        result.lines.push_back(
            {(new_line != nullptr ? new_line : old_line)->item, text(old_line), text(new_line), change_text(new_amount - old_amount), tone, what});
    };
    for (auto const& line : after) {
        if (!line.dropped_on)
            add(find(before, line.id), &line);
    }
    for (auto const& line : before) {
        if (!line.dropped_on && find(after, line.id) == nullptr)
            add(&line, nullptr);
    }
    return result;
}

} // namespace rtkeren::planning
