#include "audit/audit.hpp"
#include "evidence/evidence.hpp"
#include "spending/expense_record.hpp"
#include "spending/sql.hpp"
#include "workflow/workflow.hpp"

#include <boost/json/serialize.hpp>

namespace rtkeren::spending {
namespace {

Result<void> check_rights(operations::Context const& context, std::vector<Charge> const& charges)
{
    for (auto const& charge : charges) {
        auto const pokmas = charge.pokmas ? charge.pokmas->str() : std::string {};
        if (!may(context.actor, "spending.record", charge.unit_code, pokmas))
            return Error::forbidden("operation.not_allowed");
        if (!charge.pokmas)
            return Error::conflict("spending.no_pokmas", {{"unit", charge.unit_name}});
        if (charge.closed)
            return Error::conflict("spending.purse_closed", {{"unit", charge.unit_name}, {"envelope", charge.envelope}});
        if (*charge.pokmas != *charges.front().pokmas)
            return Error::field("shares", "spending.several_pokmas");
        if (charge.year != charges.front().year)
            return Error::field("shares", "spending.several_years");
    }
    return Done {};
}

/// Amounts that contradict each other, papers that must come with an answer.
Result<void> check_fields(RecordExpense const& input)
{
    std::vector<FieldError> fields;
    auto const share = input.residents_share.value_or(Rupiah {});
    if (share >= input.gross)
        fields.push_back({"residents_share", "spending.residents_too_much", std::to_string(share.value()), {{"gross", std::to_string(input.gross.value())}}});
    if (input.bill_total && *input.bill_total < input.gross)
        fields.push_back({"bill_total", "spending.bill_below", std::to_string(input.bill_total->value()), {{"gross", std::to_string(input.gross.value())}}});
    if (input.entered_for && !input.signed_paper)
        fields.push_back({"signed_paper", "spending.signed_paper", {}, {}});
    if (input.joint_letter && input.joint.empty())
        fields.push_back({"joint", "required", {}, {}});
    if (!fields.empty())
        return Error::invalid("input.invalid", std::move(fields));
    return Done {};
}

/// What the form attached, and the letters that came with an answer.
std::vector<PaperInput> papers_of(RecordExpense const& input)
{
    auto papers = input.papers;
    if (input.joint_letter)
        papers.push_back({Text<1, 40>::parse("surat_bersama").value(), *input.joint_letter});
    if (input.signed_paper)
        papers.push_back({Text<1, 40>::parse("catatan_bertanda_tangan").value(), *input.signed_paper});
    return papers;
}

std::vector<std::string> labels_missing(Draft const& draft)
{
    std::vector<std::string> labels;
    auto const* kind = draft.pack->spend_kind(draft.spend_kind);
    if (kind == nullptr)
        return labels;
    std::vector<std::string> attached;
    for (auto const& paper : draft.papers)
        attached.push_back(paper.paper.str());
    for (auto const& paper : rules::missing_papers(*kind, draft.gross, attached))
        labels.push_back(paper.label);
    return labels;
}

PartyKey liable_of(operations::Context const& context, RecordExpense const& input)
{
    for (auto const& pay : input.pay)
        if (pay.from == PayFrom::Panjar)
            return pay.holder.str();
    auto const person = input.entered_for ? *input.entered_for : context.actor.person;
    return "person:" + person.str();
}

ledger::Header header_of(operations::Context& context, RecordExpense const& input, Draft const& draft)
{
    return {.id = context.next<EntryId>(), .occurred_on = input.on, .recorded_at = context.now, .made_at = context.made_at, .actor = context.actor.user, .person = input.entered_for,
        .year = draft.year, .subject_kind = "expense", .subject = draft.id.str(), .text = input.description.str() + ", " + draft.supplier.name};
}

ledger::Bill bill_of(Draft const& draft)
{
    ledger::Bill bill {.supplier = draft.supplier.party(), .charged = {}, .paid = draft.pays, .liable = draft.liable, .residents_share = draft.residents_share};
    for (auto const& charge : draft.charges)
        bill.charged.push_back({charge.purse, draft.category.empty() ? charge.category : draft.category, charge.amount});
    for (auto const& tax : draft.taxes) {
        auto& into = tax.bearer == Bearer::Withheld ? bill.withheld : tax.bearer == Bearer::Purse ? bill.tax_borne_by_purse : bill.tax_borne_by_person;
        into.push_back({tax_party(tax.key), tax.amount});
    }
    return bill;
}

std::string answers_json(rules::TaxAnswers const& answers)
{
    boost::json::object const json {{"supplier_pkp", answers.supplier_pkp}, {"has_npwp", answers.supplier_npwp}, {"suket_pp55", answers.suket_pp55}, {"catering", answers.catering},
        {"civil_servant", answers.civil_servant}, {"civil_rank", answers.civil_rank}, {"wages_over_limit", answers.wages_over_limit.value()},
        {"days_over_limit", answers.days_over_limit}};
    return boost::json::serialize(json);
}

Result<void> insert_rows(db::WriteTx& tx, operations::Context const& context, RecordExpense const& input, Draft const& draft, std::string const& number, EntryId entry)
{
    auto const& first = draft.first();
    auto const search = fold(number + " " + draft.supplier.name + " " + input.description.str() + " " + input.receipt.str() + " " + first.unit_name);
    auto const marks = std::int64_t(draft.verdicts.size()) - (draft.papers_missing.empty() ? 0 : 1);
    TRY(tx.run(sql::insert_expense, context.city, draft.id, draft.year, draft.pokmas, first.purse, first.envelope, draft.category.empty() ? first.category : draft.category,
        first.unit_code, first.unit_name, first.kelurahan, number, input.on, draft.supplier.id, draft.supplier.name, input.receipt, fold(input.receipt.str()), input.description,
        draft.spend_kind, draft.gross, draft.bill_total, draft.residents_share, draft.charged, draft.withheld, draft.net, input.joint, draft.liable, answers_json(draft.answers), marks,
        verdicts_json(draft.verdicts), join_lines(draft.papers_missing), draft.pack->version, entry, context.actor.user, context.actor.person, input.entered_for, draft.replaces,
        context.now, context.made_at, search));
    std::vector<std::array<db::Parameter, 7>> shares;
    for (std::size_t i = 0; i < draft.charges.size(); ++i) {
        auto const& charge = draft.charges[i];
        shares.push_back({context.city, draft.id, std::int64_t(i), charge.line, charge.purse, draft.category.empty() ? charge.category : draft.category, charge.amount});
    }
    TRY(tx.run_rows(sql::insert_shares, shares));
    std::vector<std::array<db::Parameter, 10>> taxes;
    for (auto const& tax : draft.taxes)
        taxes.push_back({context.city, draft.id, tax.key, draft.pokmas, tax.label, tax.base, tax.amount, name_of(tax.bearer), tax.city_tax, tax.due});
    if (!taxes.empty())
        TRY(tx.run_rows(sql::insert_taxes, taxes));
    return Done {};
}

Result<void> note_recorded(db::WriteTx& tx, operations::Context const& context, RecordExpense const& input, Draft const& draft, std::string const& number)
{
    audit::Event event {.operation = "spending.record_expense", .subject_kind = "expense", .subject = draft.id.str(), .place = draft.first().unit_code};
    event.summary = {{"number", number}, {"gross", draft.gross.value()}, {"charged", draft.charged.value()}, {"withheld", draft.withheld.value()},
        {"purse", draft.first().purse.text()}, {"pack", draft.pack->version}};
    if (input.entered_for)
        event.summary["entered_for"] = input.entered_for->text();
    TRY(audit::append(tx, context, event));
    return Done {};
}

} // namespace

PartyKey tax_party(std::string_view key)
{
    return "tax:" + std::string(key);
}

Result<Draft> draft_of(db::ReadTx& tx, operations::Context& context, RecordExpense const& input, std::optional<ExpenseId> replaces)
{
    TRY(check_fields(input));
    Draft draft;
    draft.replaces = replaces;
    draft.gross = input.gross;
    draft.bill_total = input.bill_total.value_or(input.gross);
    draft.residents_share = input.residents_share.value_or(Rupiah {});
    draft.charges = TRY(charges_of_input(tx, context.city, input, draft.gross - draft.residents_share));
    TRY(check_rights(context, draft.charges));
    draft.pokmas = *draft.first().pokmas;
    draft.year = draft.first().year;
    draft.category = input.category.str();
    TRY(programme::running_year(tx, context.city, draft.year));
    TRY(programme::check_date(draft.year, input.on, context.today, "on"));
    draft.pack = TRY(rules::released(tx, context.city, draft.year));
    draft.spend_kind = input.spend_kind.empty() ? draft.first().spend_kind : input.spend_kind.str();
    draft.supplier = TRY(supplier_of_input(tx, context, input));
    draft.liable = liable_of(context, input);
    draft.papers = papers_of(input);
    draft.papers_missing = labels_missing(draft);
    TRY(add_taxes(input, draft));
    draft.pays = TRY(pays_of_input(input, draft.net));
    draft.verdicts = TRY(judge_charges(tx, context.city, input, draft));
    if (rules::blocks(draft.verdicts))
        return Error::refused(std::move(draft.verdicts));
    auto marks = TRY(marks_of(tx, context.city, input, draft));
    draft.verdicts.insert(draft.verdicts.begin(), marks.begin(), marks.end());
    draft.id = context.next<ExpenseId>();
    return draft;
}

Result<std::vector<Verdict>> attach_papers(db::WriteTx& tx, operations::Context& context, ExpenseId expense, std::vector<PaperInput> const& papers)
{
    std::vector<Verdict> verdicts;
    for (auto const& paper : papers) {
        auto const attached = TRY(evidence::attach(tx, context, {.subject_kind = "expense", .subject = expense.str(), .paper = paper.paper.str(), .sha256 = paper.sha256.str()}));
        // In the example city one marked picture stands in for many: that it is everywhere says nothing.
        if (context.services.example && attached.reused_for.size() > 1)
            continue;
        for (auto const& other : attached.reused_for)
            if (other.subject_kind == "expense") {
                verdicts.push_back({"spending.photo_reused", Severity::Warn, {}, {{"paper", paper.paper.str()}, {"expense", other.subject}}, std::nullopt});
                break;
            }
    }
    return verdicts;
}

Result<operations::Answer> write_expense(db::WriteTx& tx, operations::Context& context, RecordExpense const& input, Draft& draft)
{
    if (draft.supplier.is_new)
        TRY(tx.run(sql::insert_supplier, context.city, draft.supplier.id, draft.supplier.name, fold(draft.supplier.name), draft.supplier.npwp, draft.supplier.pkp, "", std::nullopt, "",
            context.services.example, context.now, context.actor.user));
    auto reused = TRY(attach_papers(tx, context, draft.id, draft.papers));
    draft.verdicts.insert(draft.verdicts.begin(), reused.begin(), reused.end());
    auto const entry = ledger::expense(header_of(context, input, draft), draft.pokmas, bill_of(draft));
    TRY(ledger::post(tx, context.city, entry));
    auto const number = TRY(programme::next_number(tx, context.city, "BLJ", draft.year));
    TRY(insert_rows(tx, context, input, draft, number, entry.header.id));
    auto const sent = input.submit && draft.papers_missing.empty();
    auto const state = !sent ? "draft" : draft.pack->step("pengawas") ? "submitted" : "goods_ok";
    workflow::Start const start {.subject = draft.id.ulid(), .title = number + ": " + input.description.str() + ", " + draft.supplier.name, .place = draft.first().unit_code,
        .pokmas = draft.pokmas.str(), .state = state};
    auto const item = TRY(workflow::start(tx, context, expense_machine(), start));
    TRY(note_recorded(tx, context, input, draft, number));
    auto const left = draft.first().purse_left - draft.first().amount;
    operations::Answer answer {draft.id.str(), href_of(draft.id), sent ? "spending.recorded_and_sent" : "spending.recorded",
        {{"number", number}, {"gross", std::to_string(draft.gross.value())}, {"left", std::to_string(left.value())}}};
    answer.data = {{"number", number}, {"state", item.state}, {"version", item.version}, {"charged", draft.charged.value()}, {"withheld", draft.withheld.value()},
        {"net", draft.net.value()}, {"purse", draft.first().purse.text()}, {"purse_left", left.value()}, {"entry", entry.header.id.text()}};
    answer.verdicts = draft.verdicts;
    return answer;
}

Result<operations::Answer> record_expense(db::WriteTx& tx, operations::Context& context, RecordExpense const& input)
{
    auto draft = TRY(draft_of(tx, context, input));
    return write_expense(tx, context, input, draft);
}

} // namespace rtkeren::spending
