#include "spending/expense_steps.hpp"

#include "audit/audit.hpp"
#include "evidence/evidence.hpp"
#include "spending/expense_record.hpp"
#include "spending/sql.hpp"

#include <algorithm>

namespace rtkeren::spending {
namespace {

workflow::Step step_of(std::string reason = {})
{
    return {.reason = std::move(reason), .evidence = {}, .version = std::nullopt, .days = std::nullopt};
}

Result<operations::Answer> go(db::WriteTx& tx, operations::Context& context, StoredExpense const& expense, std::string_view event, std::string_view operation, std::string message,
    std::string reason = {})
{
    auto const advanced = TRY(workflow::advance(tx, context, expense_machine(), expense.id.ulid(), event, step_of(reason)));
    TRY(note(tx, context, expense, operation, {{"from", advanced.from}, {"to", advanced.to}}, reason));
    return answer_of(expense, std::move(message), advanced.to, advanced.version);
}

/// Saved without a paper it may be, sent not: who checks would only send it back.
Result<void> check_papers_complete(db::ReadTx& tx, operations::Context const& context, StoredExpense const& before)
{
    auto const expense = TRY(find_expense(tx, context.city, before.id));
    if (expense.papers_missing.empty())
        return Done {};
    auto labels = expense.papers_missing;
    std::ranges::replace(labels, '\n', ',');
    return Error::conflict("spending.papers_first", {{"papers", labels}});
}

/// Whether the next step is that of the supervisors: asked for by the year's pack and not done yet.
Result<bool> goods_first(db::ReadTx& tx, operations::Context const& context, StoredExpense const& expense)
{
    auto const pack = TRY(rules::released(tx, context.city, expense.year));
    if (!pack->step("pengawas"))
        return false;
    auto const details = TRY(details_of(tx, context.city, expense.id));
    return !details.goods_on.has_value();
}

} // namespace

Result<StoredExpense> expense_for(db::ReadTx& tx, operations::Context const& context, ExpenseId id, std::string_view permission, std::optional<std::int64_t> version, bool judges)
{
    auto expense = TRY(find_expense(tx, context.city, id));
    if (!may(context.actor, permission, expense.place, expense.pokmas.str()))
        return Error::forbidden("operation.not_allowed");
    if (version && *version != expense.version)
        return Error::conflict("workflow.moved", {{"state", expense.state}, {"version", std::to_string(expense.version)}});
    if (judges && expense.entered_for && *expense.entered_for == context.actor.person) {
        auto error = Error::forbidden("workflow.four_eyes");
        error.arguments = {{"event", std::string(workflow::started)}, {"name", context.actor.name}};
        return error;
    }
    return expense;
}

Result<void> note(db::WriteTx& tx, operations::Context const& context, StoredExpense const& expense, std::string_view operation, boost::json::object summary, std::string_view reason)
{
    summary["number"] = expense.number;
    audit::Event const event {.operation = operation, .subject_kind = "expense", .subject = expense.id.str(), .place = expense.place, .summary = std::move(summary),
        .reason = std::string(reason)};
    TRY(audit::append(tx, context, event));
    return Done {};
}

operations::Answer answer_of(StoredExpense const& expense, std::string message, std::string state, std::int64_t version)
{
    operations::Answer answer {expense.id.str(), href_of(expense.id), std::move(message), {{"number", expense.number}, {"gross", std::to_string(expense.gross.value())}}};
    answer.data = {{"number", expense.number}, {"state", std::move(state)}, {"version", version}, {"charged", expense.charged.value()}, {"undone", expense.undone.value()}};
    return answer;
}

ledger::Header header_of(operations::Context& context, StoredExpense const& expense, Date on, std::string text)
{
    return {.id = context.next<EntryId>(), .occurred_on = on, .recorded_at = context.now, .made_at = context.made_at, .actor = context.actor.user, .person = std::nullopt,
        .year = expense.year, .subject_kind = "expense", .subject = expense.id.str(), .text = std::move(text)};
}

Result<std::vector<Verdict>> add_papers(db::WriteTx& tx, operations::Context& context, StoredExpense const& expense, std::vector<PaperInput> const& papers)
{
    if (papers.empty())
        return std::vector<Verdict> {};
    auto verdicts = TRY(attach_papers(tx, context, expense.id, papers));
    auto const pack = TRY(rules::released(tx, context.city, expense.year));
    auto const* kind = pack->spend_kind(expense.spend_kind);
    if (kind == nullptr)
        return verdicts;
    auto const links = TRY(evidence::links(tx, context.city, "expense", expense.id.str()));
    std::vector<std::string> attached;
    for (auto const& link : links)
        attached.push_back(link.paper);
    std::vector<std::string> labels;
    for (auto const& paper : rules::missing_papers(*kind, expense.gross, attached))
        labels.push_back(paper.label);
    TRY(tx.run(sql::set_papers_missing, context.city, expense.id, join_lines(labels)));
    return verdicts;
}

Result<operations::Answer> submit_expense(db::WriteTx& tx, operations::Context& context, StepExpense const& input)
{
    auto const expense = TRY(expense_for(tx, context, input.expense, "spending.record", input.version, false));
    auto const goods = TRY(goods_first(tx, context, expense));
    auto verdicts = TRY(add_papers(tx, context, expense, input.papers));
    TRY(check_papers_complete(tx, context, expense));
    auto answer = TRY(go(tx, context, expense, goods ? "submit" : "submit_to_check", "spending.submit", "spending.submitted"));
    answer.verdicts = std::move(verdicts);
    return answer;
}

Result<operations::Answer> add_evidence(db::WriteTx& tx, operations::Context& context, StepExpense const& input)
{
    auto const expense = TRY(expense_for(tx, context, input.expense, "spending.record", input.version, false));
    if (expense.waits_for.empty())
        return Error::conflict("spending.decided", {{"state", expense.state}});
    if (input.papers.empty())
        return Error::field("papers", "required");
    auto verdicts = TRY(add_papers(tx, context, expense, input.papers));
    TRY(note(tx, context, expense, "spending.add_papers", {{"papers", input.papers.size()}}));
    auto answer = answer_of(expense, "spending.papers_added", expense.state, expense.version);
    answer.verdicts = std::move(verdicts);
    return answer;
}

Result<operations::Answer> goods_ok(db::WriteTx& tx, operations::Context& context, StepExpense const& input)
{
    auto const expense = TRY(expense_for(tx, context, input.expense, "spending.goods", input.version, true));
    TRY(tx.run(sql::set_goods, context.city, expense.id, context.today));
    return go(tx, context, expense, "goods", "spending.goods_ok", "spending.goods_seen");
}

Result<operations::Answer> check_expense(db::WriteTx& tx, operations::Context& context, StepExpense const& input)
{
    auto const expense = TRY(expense_for(tx, context, input.expense, "spending.check", input.version, true));
    return go(tx, context, expense, "check", "spending.check", "spending.checked");
}

Result<operations::Answer> ask_back(db::WriteTx& tx, operations::Context& context, AskExpense const& input)
{
    auto const expense = TRY(find_expense(tx, context.city, input.expense));
    auto const permission = expense.waits_for.empty() ? std::string("spending.check") : expense.waits_for;
    auto const item = TRY(expense_for(tx, context, input.expense, permission, input.version, true));
    // The code stands first, so that it can be counted.
    auto const reason = std::string(workflow::name_of(input.code)) + ": " + input.reason.str();
    return go(tx, context, item, "ask", "spending.ask_back", "spending.asked", reason);
}

Result<operations::Answer> answer_question(db::WriteTx& tx, operations::Context& context, AnswerExpense const& input)
{
    auto const expense = TRY(expense_for(tx, context, input.expense, "spending.record", input.version, false));
    auto const goods = TRY(goods_first(tx, context, expense));
    auto verdicts = TRY(add_papers(tx, context, expense, input.papers));
    TRY(check_papers_complete(tx, context, expense));
    auto answer = TRY(go(tx, context, expense, goods ? "answer" : "answer_to_check", "spending.answer", "spending.answered", input.reason.str()));
    answer.verdicts = std::move(verdicts);
    return answer;
}

} // namespace rtkeren::spending
