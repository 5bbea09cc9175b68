#include "rules/known.hpp"
#include "rules/parse.hpp"

#include <algorithm>

namespace rtkeren::rules {

namespace {

/// Keys of one array may not come twice.
class Once {
public:
    void see(TableReader& row, std::string_view field, std::string const& key)
    {
        if (!key.empty() && !m_seen.insert(key).second)
            row.note(field, "pack.duplicate", key);
    }

private:
    std::set<std::string> m_seen;
};

void check_envelope(TableReader& row, std::string_view field, std::string const& key, Pack const& pack)
{
    if (!key.empty() && pack.envelope(key) == nullptr)
        row.note(field, "pack.reference", key, {{"kind", "envelope"}});
}

MoveAllowed move_allowed(TableReader& row)
{
    auto const name = row.text("allowed", 30);
    if (name == "before_approval")
        return MoveAllowed::BeforeApproval;
    if (name == "with_budget_change")
        return MoveAllowed::WithBudgetChange;
    if (name != "never" && !name.empty())
        row.note("allowed", "pack.reference", name, {{"kind", "allowed"}});
    return MoveAllowed::Never;
}

void read_envelopes(TableReader& root, Pack& pack)
{
    Once once;
    root.each("envelope", [&](TableReader& row) {
        Envelope envelope {
            .key = row.code("key"), .label = row.text("label", 60), .sign = row.text("sign", 30), .per_unit = row.rupiah("per_unit"), .basis = row.basis()};
        once.see(row, "key", envelope.key);
        pack.envelopes.push_back(std::move(envelope));
    });
}

void read_moves(TableReader& root, Pack& pack)
{
    Once once;
    root.each("move", [&](TableReader& row) {
        MoveRule move {.from = row.code("from"), .to = row.code("to"), .allowed = move_allowed(row), .basis = row.basis()};
        check_envelope(row, "from", move.from, pack);
        check_envelope(row, "to", move.to, pack);
        if (!move.to.empty() && move.from == move.to)
            row.note("to", "pack.reference", move.to, {{"kind", "envelope"}});
        once.see(row, "from", move.from + " " + move.to);
        pack.moves.push_back(std::move(move));
    });
}

MenuItem menu_item(TableReader& row)
{
    MenuItem item {.code = row.code("code"),
        .label = row.text("label", 120),
        .envelopes = row.texts("envelopes"),
        .group = row.text("group", 120),
        .training = row.flag("training"),
        .work = row.flag("work"),
        .needs_drawing = row.flag("needs_drawing"),
        .banned_from = row.date("banned_from"),
        .banned_until = row.date("banned_until"),
        .basis = row.basis(),
        .ban = row.named_basis("ban")};
    if (item.banned_until && !item.banned_from)
        row.require("banned_from");
    if (item.banned_from)
        row.require("ban");
    if (item.banned_from && item.banned_until && *item.banned_until < *item.banned_from)
        row.note("banned_until", "pack.order", item.banned_until->iso());
    if (item.envelopes.empty())
        row.note("envelopes", "pack.missing", {});
    return item;
}

/// "payout.contract_signed": who publishes it is known when the pack is released.
bool is_fact_name(std::string_view name)
{
    auto const dot = name.find('.');
    return dot != std::string_view::npos && dot > 0 && dot + 1 < name.size() && name.find('.', dot + 1) == std::string_view::npos;
}

Gate gate_of(TableReader& row)
{
    Gate gate {
        .fact = row.code("fact"), .minimum = row.optional_integer("minimum", 1, 1'000'000'000, 1), .label = row.text("label", 120), .basis = row.basis()};
    if (!gate.fact.empty() && !is_fact_name(gate.fact))
        row.note("fact", "pack.reference", gate.fact, {{"kind", "fact"}});
    return gate;
}

} // namespace

void read_money(TableReader& root, Pack& pack)
{
    read_envelopes(root, pack);
    Once once;
    root.each("earmark", [&](TableReader& row) {
        Earmark earmark {.envelope = row.code("envelope"), .minimum = row.share("minimum_bp"), .basis = row.basis()};
        check_envelope(row, "envelope", earmark.envelope, pack);
        once.see(row, "envelope", earmark.envelope);
        pack.earmarks.push_back(std::move(earmark));
    });
    read_moves(root, pack);
    root.each("bonus", [&](TableReader& row) {
        auto const rank = std::to_string(row.integer("rank", 1, 99));
        if (!pack.bonus.emplace(rank, row.rupiah("amount")).second)
            row.note("rank", "pack.duplicate", rank);
        pack.bases["bonus." + rank] = row.basis();
    });
}

void read_menu(TableReader& root, Pack& pack)
{
    Once once;
    root.each("menu", [&](TableReader& row) {
        auto item = menu_item(row);
        once.see(row, "code", item.code);
        for (auto const& key : item.envelopes)
            check_envelope(row, "envelopes", key, pack);
        pack.menu.push_back(std::move(item));
    });
    Once capped;
    root.each("cap", [&](TableReader& row) {
        Cap cap {.category = row.code("category"), .share = row.share("share_bp"), .basis = row.basis()};
        if (!cap.category.empty() && pack.menu_item(cap.category) == nullptr)
            row.note("category", "pack.reference", cap.category, {{"kind", "menu"}});
        capped.see(row, "category", cap.category);
        pack.caps.push_back(std::move(cap));
    });
}

void read_tranches(TableReader& root, Pack& pack)
{
    root.each("tranche", [&](TableReader& row) {
        Tranche tranche {.number = int(row.integer("number", 1, 12)), .share = row.share("share_bp"), .gates = {}, .basis = row.basis()};
        if (tranche.number != int(pack.tranches.size()) + 1)
            row.note("number", "pack.order", std::to_string(tranche.number));
        Once once;
        row.each("gates", [&](TableReader& inner) {
            tranche.gates.push_back(gate_of(inner));
            once.see(inner, "fact", tranche.gates.back().fact);
        });
        pack.tranches.push_back(std::move(tranche));
    });
}

void read_deadlines(TableReader& root, Pack& pack)
{
    Once once;
    root.each("deadline", [&](TableReader& row) {
        Deadline deadline {.key = row.code("key"), .label = row.text("label", 120), .due = {}, .opens = row.date("opens"), .basis = row.basis()};
        auto const due = row.date("due");
        if (!due)
            row.require("due");
        deadline.due = due.value_or(deadline.due);
        if (due && (due->year() < pack.year || due->year() > pack.year + 1))
            row.note(
                "due", "pack.range", due->iso(), {{"minimum", std::to_string(pack.year) + "-01-01"}, {"maximum", std::to_string(pack.year + 1) + "-12-31"}});
        if (due && deadline.opens && *due < *deadline.opens)
            row.note("opens", "pack.order", deadline.opens->iso());
        once.see(row, "key", deadline.key);
        pack.deadlines.push_back(std::move(deadline));
    });
}

void read_words(TableReader& root, Pack& pack)
{
    root.each("number", [&](TableReader& row) {
        auto const key = row.code("key");
        auto const* known = known_number(key);
        if (known == nullptr && !key.empty())
            row.note("key", "pack.reference", key, {{"kind", "number"}});
        auto const value = known == nullptr ? row.integer("value", INT64_MIN, INT64_MAX) : row.integer("value", known->minimum, known->maximum);
        if (!pack.numbers.emplace(key, Pack::Number {value, row.basis()}).second)
            row.note("key", "pack.duplicate", key);
    });
    root.each("choice", [&](TableReader& row) {
        auto const key = row.code("key");
        auto const value = row.code("value");
        auto const* known = known_word(known_choices(), key);
        if (known == nullptr && !key.empty())
            row.note("key", "pack.reference", key, {{"kind", "choice"}});
        else if (known != nullptr && known->values.find(" " + value + " ") == std::string_view::npos)
            row.note("value", "pack.reference", value, {{"kind", "choice"}});
        if (!pack.choices.emplace(key, value).second)
            row.note("key", "pack.duplicate", key);
        pack.bases["choice." + key] = row.basis();
    });
    root.each("step", [&](TableReader& row) {
        auto const key = row.code("key");
        if (!key.empty() && known_word(known_steps(), key) == nullptr)
            row.note("key", "pack.reference", key, {{"kind", "step"}});
        row.require("needed");
        if (!pack.steps.emplace(key, row.flag("needed")).second)
            row.note("key", "pack.duplicate", key);
        pack.bases["step." + key] = row.basis();
    });
}

} // namespace rtkeren::rules
