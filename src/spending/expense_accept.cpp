#include "secrets/secrets.hpp"
#include "spending/expense_record.hpp"
#include "spending/expense_steps.hpp"
#include "spending/sql.hpp"

#include <algorithm>

namespace rtkeren::spending {
namespace {

/// Withheld and not paid yet: blocks where the pack says so, else it is said.
Result<std::vector<Verdict>> judge_taxes(db::ReadTx& tx, operations::Context const& context, StoredExpense const& expense, rules::Pack const& pack)
{
    std::vector<Verdict> verdicts;
    auto const taxes = TRY(taxes_of(tx, context.city, expense.id));
    auto const blocking = pack.choice("accept_needs_tax_paid", "tidak") == "ya";
    for (auto const& tax : taxes) {
        if (!tax.owed().is_positive())
            continue;
        auto const* row = pack.tax(tax.key);
        verdicts.push_back({"spending.tax_unpaid", blocking ? Severity::Block : Severity::Warn, row == nullptr ? std::string {} : row->basis.citation,
            {{"label", tax.label}, {"owed", std::to_string(tax.owed().value())}, {"due", tax.due.iso()}}, std::nullopt});
    }
    return verdicts;
}

Result<void> keep_verdicts(db::WriteTx& tx, operations::Context const& context, StoredExpense const& expense, std::vector<Verdict> const& verdicts, int pack_version)
{
    if (verdicts.empty())
        return Done {};
    TRY(tx.run(sql::insert_verdict, context.city, expense.id, context.now, "accept", pack_version, verdicts_json(verdicts), context.actor.user));
    return Done {};
}

/// belanja -> sah, and the machine's step.
Result<operations::Answer> accept_one(db::WriteTx& tx, operations::Context& context, StoredExpense const& expense)
{
    TRY(programme::running_year(tx, context.city, expense.year));
    auto const pack = TRY(rules::released(tx, context.city, expense.year));
    auto const verdicts = TRY(judge_taxes(tx, context, expense, *pack));
    if (rules::blocks(verdicts))
        return Error::refused(verdicts);
    auto const advanced = TRY(workflow::advance(tx, context, expense_machine(), expense.id.ulid(), "accept"));
    auto const shares = TRY(shares_of(tx, context.city, expense.id));
    TRY(ledger::post(tx, context.city, ledger::accepted(header_of(context, expense, context.today, "Sah: " + expense.number + " " + expense.description), parts_left(shares))));
    TRY(tx.run(sql::accept_shares, context.city, expense.id));
    TRY(tx.run(sql::set_accepted, context.city, expense.id, context.today));
    TRY(keep_verdicts(tx, context, expense, verdicts, pack->version));
    TRY(note(tx, context, expense, "spending.accept", {{"amount", expense.left().value()}, {"pack", pack->version}}));
    auto answer = answer_of(expense, "spending.accepted", advanced.to, advanced.version);
    answer.verdicts = verdicts;
    return answer;
}

/// Opened by the actor, as many as the sample asks; numbers of those that were not.
Result<void> check_sample(db::ReadTx& tx, operations::Context const& context, std::vector<ExpenseId> const& all, std::vector<StoredExpense> const& expenses)
{
    std::string unopened;
    for (auto const& id : sample_of(all, context.actor.user)) {
        auto const row = TRY(tx.maybe(sql::opening, context.city, id, context.actor.user));
        auto const found = std::ranges::find(expenses, id, &StoredExpense::id);
        if (!row)
            unopened += (unopened.empty() ? "" : ", ") + found->number;
    }
    if (!unopened.empty()) {
        auto error = Error::invalid("spending.sample_not_opened");
        error.arguments = {{"numbers", unopened}};
        return error;
    }
    return Done {};
}

} // namespace

std::vector<ExpenseId> sample_of(std::vector<ExpenseId> const& all, UserId actor)
{
    std::vector<std::pair<std::string, ExpenseId>> drawn;
    for (auto const& id : all)
        drawn.emplace_back(secrets::sha256(actor.str() + id.str()).str(), id);
    std::ranges::sort(drawn);
    std::vector<ExpenseId> sample;
    auto const count = (all.size() + 9) / 10;
    for (std::size_t i = 0; i < count; ++i)
        sample.push_back(drawn[i].second);
    return sample;
}

Result<void> record_opening(Services& services, Actor const& actor, ExpenseId id)
{
    auto const now = services.now();
    return db::write(services.db, services.city, [&](db::WriteTx& tx) -> Result<void> {
        TRY(tx.run(sql::upsert_opening, services.city, id, actor.user, now));
        return Done {};
    });
}

Result<operations::Answer> accept_expense(db::WriteTx& tx, operations::Context& context, StepExpense const& input)
{
    auto const expense = TRY(expense_for(tx, context, input.expense, "spending.accept", input.version, true));
    return accept_one(tx, context, expense);
}

Result<operations::Answer> accept_bulk(db::WriteTx& tx, operations::Context& context, AcceptBulk const& input)
{
    std::vector<StoredExpense> expenses;
    Rupiah total;
    for (auto const& id : input.expenses) {
        if (std::ranges::find(expenses, id, &StoredExpense::id) != expenses.end())
            return Error::field("expenses", "spending.twice", id.str());
        auto expense = TRY(expense_for(tx, context, id, "spending.accept", std::nullopt, true));
        if (expense.marks > 0 || !expense.papers_missing.empty()) {
            auto error = Error::invalid("spending.not_clean");
            error.arguments = {{"number", expense.number}};
            return error;
        }
        total += expense.left();
        expenses.push_back(std::move(expense));
    }
    TRY(check_sample(tx, context, input.expenses, expenses));
    std::vector<Verdict> verdicts;
    for (auto const& expense : expenses) {
        auto const one = TRY(accept_one(tx, context, expense));
        verdicts.insert(verdicts.end(), one.verdicts.begin(), one.verdicts.end());
    }
    operations::Answer answer {input.id.str(), "/belanja/periksa", "spending.accepted_many", {{"count", std::to_string(expenses.size())}, {"total", std::to_string(total.value())}}};
    answer.data = {{"count", expenses.size()}, {"total", total.value()}};
    answer.verdicts = std::move(verdicts);
    return answer;
}

} // namespace rtkeren::spending
