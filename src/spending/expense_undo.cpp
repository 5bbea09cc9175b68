#include "identity/identity.hpp"
#include "spending/expense_record.hpp"
#include "spending/expense_steps.hpp"
#include "spending/sql.hpp"

namespace rtkeren::spending {
namespace {

/// x of an expense, spread over its shares by what is left of each, with t of its unpaid tax in the same proportion.
struct Undoing {
    Rupiah amount, tax;
    std::vector<std::pair<StoredShare, Rupiah>> shares;
    std::vector<std::pair<std::string, Rupiah>> taxes; // by key
    bool whole {false};
};

Result<Undoing> undoing_of(db::ReadTx& tx, operations::Context const& context, StoredExpense const& expense, std::optional<Rupiah> asked)
{
    Undoing undoing {.amount = asked.value_or(expense.left()), .tax = {}, .shares = {}, .taxes = {}};
    if (!expense.live || !expense.left().is_positive())
        return Error::conflict("spending.nothing_left", {{"number", expense.number}});
    if (undoing.amount > expense.left())
        return Error::field("amount", "spending.undo_too_much", std::to_string(undoing.amount.value()), {{"left", std::to_string(expense.left().value())}});
    auto const rest = expense.left() - undoing.amount;
    undoing.whole = rest.is_zero();
    auto const shares = TRY(shares_of(tx, context.city, expense.id));
    std::vector<std::int64_t> weights;
    for (auto const& share : shares)
        weights.push_back(share.left().value());
    auto const amounts = allocate(undoing.amount, weights);
    for (std::size_t i = 0; i < shares.size(); ++i)
        if (amounts[i].is_positive())
            undoing.shares.emplace_back(shares[i], amounts[i]);
    auto const taxes = TRY(taxes_of(tx, context.city, expense.id));
    for (auto const& tax : taxes) {
        if (tax.bearer == Bearer::Person || !tax.owed().is_positive())
            continue;
        std::array<std::int64_t, 2> const split {undoing.amount.value(), rest.value()};
        auto const part = allocate(tax.owed(), split).front();
        if (!part.is_positive())
            continue;
        undoing.taxes.emplace_back(tax.key, part);
        undoing.tax += part;
    }
    return undoing;
}

ledger::Undone legs_of(StoredExpense const& expense, Undoing const& undoing)
{
    ledger::Undone undone {.from = expense.stage(), .parts = {}, .supplier = "supplier:" + expense.supplier.str()};
    for (auto const& [share, amount] : undoing.shares)
        undone.parts.push_back({share.purse, share.category, amount});
    for (auto const& [key, amount] : undoing.taxes)
        undone.unpaid_tax.push_back({tax_party(key), amount});
    return undone;
}

struct Told {
    std::string_view kind; // "disallowed"
    PartyKey debtor {"-"};
    std::string debtor_name {};
    std::string account {}; // where the supplier's money went
    std::string reason;
    Date on;
    EntryId entry;
};

Result<void> store_undoing(db::WriteTx& tx, operations::Context& context, StoredExpense const& expense, Undoing const& undoing, Told const& told)
{
    auto const accepted = expense.stage() == ledger::Stage::Sah;
    for (auto const& [share, amount] : undoing.shares)
        TRY(tx.run(sql::undo_share, context.city, expense.id, std::int64_t(share.position), amount, accepted ? amount : Rupiah {}));
    for (auto const& [key, amount] : undoing.taxes)
        TRY(tx.run(sql::undo_tax, context.city, expense.id, key, amount));
    TRY(tx.run(sql::undo_expense, context.city, expense.id, undoing.amount));
    TRY(tx.run(sql::insert_undoing, context.city, context.next_id(), expense.id, told.kind, ledger::name_of(expense.stage()), undoing.amount, undoing.tax, told.debtor, told.debtor_name,
        told.account, told.reason, told.on, told.entry, context.actor.user, context.actor.name, context.now));
    return Done {};
}

struct NamedParty {
    PartyKey key;
    std::string name;
};
Result<NamedParty> debtor_of(db::ReadTx& tx, operations::Context const& context, StoredExpense const& expense, Debtor const& debtor)
{
    if (debtor.str() == "supplier")
        return NamedParty {"supplier:" + expense.supplier.str(), expense.supplier_name};
    auto key = debtor.str();
    if (key == "recorder") {
        auto const details = TRY(details_of(tx, context.city, expense.id));
        key = details.liable;
    }
    constexpr std::string_view person = "person:";
    if (!key.starts_with(person))
        return NamedParty {key, key};
    auto const id = TRY(PersonId::parse(std::string_view(key).substr(person.size())));
    auto name = identity::person_name(tx, context.city, id);
    if (!name.ok() && name.error().kind == ErrorKind::NotFound)
        return Error::field("debtor", "spending.debtor", key);
    auto known = TRY(std::move(name));
    return NamedParty {key, std::move(known)};
}

operations::Answer answer_undone(StoredExpense const& expense, Undoing const& undoing, std::string message, std::string who, std::string state, std::int64_t version)
{
    auto answer = answer_of(expense, std::move(message), std::move(state), version);
    answer.arguments.emplace_back("amount", std::to_string(undoing.amount.value()));
    answer.arguments.emplace_back("back", std::to_string((undoing.amount - undoing.tax).value()));
    answer.arguments.emplace_back("who", std::move(who));
    answer.data["amount"] = undoing.amount.value();
    answer.data["tax"] = undoing.tax.value();
    answer.data["undone"] = (expense.undone + undoing.amount).value();
    return answer;
}

/// Not accepted before, disallowed after acceptance: the same with another stage.
Result<operations::Answer> charge_back(db::WriteTx& tx, operations::Context& context, UndoExpense const& input, StoredExpense const& expense, std::string_view kind)
{
    auto const undoing = TRY(undoing_of(tx, context, expense, input.amount));
    auto const debtor = TRY(debtor_of(tx, context, expense, input.debtor));
    auto header = header_of(context, expense, context.today, expense.number + ": " + input.reason.str());
    auto const entry = header.id;
    TRY(ledger::post(tx, context.city, ledger::not_accepted(std::move(header), expense.pokmas, legs_of(expense, undoing), debtor.key)));
    auto state = expense.state;
    auto version = expense.version;
    if (undoing.whole && !expense.waits_for.empty()) {
        auto const advanced = TRY(workflow::advance(tx, context, expense_machine(), expense.id.ulid(), "reject",
            {.reason = input.reason.str(), .evidence = {}, .version = std::nullopt, .days = std::nullopt}));
        state = advanced.to;
        version = advanced.version;
    }
    TRY(store_undoing(tx, context, expense, undoing, {kind, debtor.key, debtor.name, {}, input.reason.str(), context.today, entry}));
    TRY(note(tx, context, expense, kind == "disallowed" ? "spending.disallow" : "spending.not_accept",
        {{"amount", undoing.amount.value()}, {"tax", undoing.tax.value()}, {"debtor", debtor.key}}, input.reason.str()));
    return answer_undone(expense, undoing, "spending." + std::string(kind), debtor.name, std::move(state), version);
}

/// The books as if it had not been recorded; only while no tax of it was paid and nothing was undone.
Result<void> take_back(db::WriteTx& tx, operations::Context& context, StoredExpense const& expense, std::string const& reason, std::optional<ExpenseId> replaced_by)
{
    if (!may_take_back(context.actor, expense))
        return Error::forbidden("spending.not_yours");
    if (expense.state == "goods_ok") {
        auto const details = TRY(details_of(tx, context.city, expense.id));
        if (details.goods_on)
            return Error::conflict("spending.acted_on", {{"number", expense.number}});
    }
    if (!expense.undone.is_zero())
        return Error::conflict("spending.partly_undone", {{"number", expense.number}});
    auto const posted = TRY(ledger::entry(tx, context.city, expense.entry));
    if (posted.kind == ledger::EntryKind::Opening)
        return Error::conflict("spending.opening_stays", {{"number", expense.number}});
    auto const taxes = TRY(taxes_of(tx, context.city, expense.id));
    for (auto const& tax : taxes)
        if (tax.paid.is_positive())
            return Error::conflict("spending.tax_paid_before", {{"label", tax.label}, {"paid", std::to_string(tax.paid.value())}});
    auto header = header_of(context, expense, context.today, expense.number + ": " + reason);
    auto const entry = header.id;
    TRY(ledger::reverse(tx, context.city, expense.entry, std::move(header)));
    Undoing const all {.amount = expense.charged, .tax = {}, .shares = {}, .taxes = {}, .whole = true};
    TRY(tx.run(sql::drop_expense, context.city, expense.id, replaced_by));
    TRY(tx.run(sql::drop_shares, context.city, expense.id));
    TRY(tx.run(sql::drop_taxes, context.city, expense.id));
    TRY(tx.run(sql::insert_undoing, context.city, context.next_id(), expense.id, "withdrawn", ledger::name_of(ledger::Stage::Belanja), all.amount, all.tax, "-", "", "", reason, context.today,
        entry, context.actor.user, context.actor.name, context.now));
    return Done {};
}

} // namespace

bool may_take_back(Actor const& actor, StoredExpense const& expense)
{
    return expense.entered_by == actor.user || expense.entered_person == actor.person || expense.state == "query";
}

Result<Debtor> Debtor::parse(std::string_view text)
{
    constexpr std::string_view person = "person:";
    auto const known = text == "supplier" || text == "recorder" || (text.starts_with(person) && Ulid::parse(text.substr(person.size())).ok());
    if (!known)
        return Error::invalid("spending.debtor");
    Debtor debtor;
    debtor.m_text = text;
    return debtor;
}

Result<operations::Answer> withdraw_expense(db::WriteTx& tx, operations::Context& context, WithdrawExpense const& input)
{
    auto const expense = TRY(expense_for(tx, context, input.expense, "spending.record", input.version, false));
    auto const advanced = TRY(workflow::advance(tx, context, expense_machine(), expense.id.ulid(), "withdraw",
        {.reason = input.reason.str(), .evidence = {}, .version = std::nullopt, .days = std::nullopt}));
    TRY(take_back(tx, context, expense, input.reason.str(), std::nullopt));
    TRY(note(tx, context, expense, "spending.withdraw", {{"amount", expense.charged.value()}}, input.reason.str()));
    return answer_of(expense, "spending.withdrawn", advanced.to, advanced.version);
}

Result<operations::Answer> correct_expense(db::WriteTx& tx, operations::Context& context, CorrectExpense const& input)
{
    auto const expense = TRY(expense_for(tx, context, input.expense, "spending.record", std::nullopt, false));
    TRY(workflow::advance(tx, context, expense_machine(), expense.id.ulid(), "withdraw",
        {.reason = input.reason.str(), .evidence = {}, .version = std::nullopt, .days = std::nullopt}));
    auto const made = ExpenseId(context.next_id());
    TRY(take_back(tx, context, expense, input.reason.str(), made));
    auto draft = TRY(draft_of(tx, context, input, expense.id));
    draft.id = made;
    TRY(note(tx, context, expense, "spending.correct", {{"replaced_by", made.text()}}, input.reason.str()));
    auto answer = TRY(write_expense(tx, context, input, draft));
    answer.message = "spending.corrected";
    answer.arguments.emplace_back("before", expense.number);
    answer.data["replaces"] = expense.id.text();
    return answer;
}

Result<operations::Answer> not_accept(db::WriteTx& tx, operations::Context& context, UndoExpense const& input)
{
    auto const expense = TRY(expense_for(tx, context, input.expense, "spending.accept", input.version, true));
    if (expense.waits_for.empty())
        return Error::conflict("spending.decided", {{"state", expense.state}});
    return charge_back(tx, context, input, expense, "not_accepted");
}

Result<operations::Answer> disallow(db::WriteTx& tx, operations::Context& context, UndoExpense const& input)
{
    auto const expense = TRY(expense_for(tx, context, input.expense, "spending.disallow", input.version, true));
    if (expense.state != "accepted")
        return Error::conflict("spending.not_accepted_yet", {{"state", expense.state}});
    return charge_back(tx, context, input, expense, "disallowed");
}

Result<operations::Answer> refund(db::WriteTx& tx, operations::Context& context, RefundExpense const& input)
{
    auto const expense = TRY(expense_for(tx, context, input.expense, "spending.record", input.version, false));
    if (input.to == PayFrom::Panjar)
        return Error::field("to", "spending.refund_to", "panjar");
    auto const on = input.on.value_or(context.today);
    if (on > context.today)
        return Error::field("on", "date.future", on.iso());
    if (on < expense.on)
        return Error::field("on", "spending.before_purchase", on.iso(), {{"day", expense.on.iso()}});
    auto const undoing = TRY(undoing_of(tx, context, expense, input.amount));
    auto header = header_of(context, expense, on, expense.number + ": " + input.reason.str());
    auto const entry = header.id;
    auto const to = input.to == PayFrom::Bank ? ledger::CashKind::Bank : ledger::CashKind::Kas;
    TRY(ledger::post(tx, context.city, ledger::supplier_refund(std::move(header), expense.pokmas, legs_of(expense, undoing), to)));
    auto state = expense.state;
    auto version = expense.version;
    if (undoing.whole && !expense.waits_for.empty()) {
        auto const advanced = TRY(workflow::advance(tx, context, expense_machine(), expense.id.ulid(), "refund"));
        state = advanced.to;
        version = advanced.version;
    }
    TRY(store_undoing(tx, context, expense, undoing, {"refunded", "-", expense.supplier_name, std::string(ledger::name_of(to)), input.reason.str(), on, entry}));
    TRY(note(tx, context, expense, "spending.supplier_refund", {{"amount", undoing.amount.value()}, {"tax", undoing.tax.value()}}, input.reason.str()));
    return answer_undone(expense, undoing, "spending.refunded", expense.supplier_name, std::move(state), version);
}

} // namespace rtkeren::spending
