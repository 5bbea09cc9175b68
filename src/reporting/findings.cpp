#include "audit/audit.hpp"
#include "evidence/evidence.hpp"
#include "jobs/jobs.hpp"
#include "language/language.hpp"
#include "reporting/inputs.hpp"
#include "reporting/sql.hpp"
#include "reporting/store.hpp"

namespace rtkeren::reporting {
namespace {

Result<void> keep_files(db::WriteTx& tx, Context& context, FindingId id, std::string_view paper, std::vector<Sha256> const& files)
{
    for (auto const& file : files)
        TRY(evidence::attach(tx, context, {.subject_kind = "finding", .subject = id.str(), .paper = std::string(paper), .sha256 = file.str()}));
    return Done {};
}

Result<void> note_finding(db::WriteTx& tx, Context& context, Finding const& found, std::string_view operation, std::string_view reason)
{
    boost::json::object const summary {{"number", found.number}, {"pokmas", found.pokmas.text()}, {"state", found.state}, {"severity", found.severity}, {"amount", found.amount.value()}};
    TRY(audit::append(tx, context, {operation, "finding", found.id.str(), found.place, summary, std::string(reason)}));
    TRY(jobs::emit(tx, context, {std::string(operation), found.id.str(), summary}));
    return Done {};
}

Answer answer_of_finding(Finding const& found, std::string message)
{
    Answer answer {found.id.str(), href_of(found.id), std::move(message), {{"number", found.number}, {"title", found.title}}};
    answer.data = {{"version", found.version}, {"state", found.state}};
    return answer;
}

Result<Finding> advanced(db::WriteTx& tx, Context& context, Finding found, std::string_view event, std::string_view reason, std::optional<std::int64_t> version)
{
    auto const step = TRY(workflow::advance(tx, context, finding_machine(), found.id.ulid(), event, workflow::Step {.reason = std::string(reason), .version = version}));
    found.state = step.to;
    found.version = step.version;
    return found;
}

/// The Inspektorat's own steps.
Result<Answer> decide(db::WriteTx& tx, Context& context, ReasonFinding const& input, std::string_view event, bool ends, std::string message)
{
    auto const found = TRY(finding(tx, context.city, input.finding));
    if (!may(context.actor, "reporting.finding", found.place, found.pokmas.str()))
        return Error::forbidden("operation.not_allowed");
    auto const now = TRY(advanced(tx, context, found, event, input.reason.str(), input.version));
    if (ends)
        TRY(tx.run(sql::set_finding_closed, context.city, found.id, input.reason, context.today));
    TRY(note_finding(tx, context, now, "reporting." + std::string(event) + "_finding", input.reason.str()));
    return answer_of_finding(now, std::move(message));
}

} // namespace

Result<Answer> open_finding(db::WriteTx& tx, Context& context, OpenFinding const& input)
{
    auto const year = int(input.year);
    TRY(programme::year_of(tx, context.city, year));
    auto const pokmas = TRY(payout::pokmas(tx, context.city, input.pokmas));
    Finding found;
    found.place = pokmas.place;
    found.place_name = pokmas.name;
    if (input.purse) {
        auto const purse = TRY(programme::purse(tx, context.city, *input.purse));
        if (purse.pokmas != pokmas.id || purse.year != year)
            return Error::field("purse", "reporting.purse_elsewhere", purse.unit_name);
        found.place = purse.unit_code;
        found.place_name = purse.unit_name;
    }
    if (!may(context.actor, "reporting.finding", found.place, pokmas.id.str()))
        return Error::forbidden("operation.not_allowed");
    if (input.due && *input.due < context.today)
        return Error::field("due", "reporting.due_past", input.due->iso());
    found.id = context.next<FindingId>();
    found.pokmas = pokmas.id;
    found.number = input.number.str();
    found.title = input.title.str();
    found.severity = workflow::name_of(input.severity);
    found.amount = input.amount.value_or(Rupiah {});
    found.state = "open";
    found.version = 1;
    TRY(tx.run(sql::insert_finding, context.city, found.id, year, pokmas.id, input.purse, found.place, found.place_name, found.number, found.title, input.description, found.severity,
        found.amount, context.today, fold(found.number + " " + found.title + " " + pokmas.name)));
    workflow::Start start {.subject = found.id.ulid(), .title = tr("Temuan {number}: {title}", {{"number", found.number}, {"title", found.title}}), .place = found.place,
        .pokmas = pokmas.id.str(), .evidence = found.number};
    if (input.due)
        start.deadline = [due = *input.due](Date, int, workflow::Days) { return due; };
    TRY(workflow::start(tx, context, finding_machine(), start));
    if (input.file)
        TRY(keep_files(tx, context, found.id, "laporan", {*input.file}));
    TRY(note_finding(tx, context, found, "reporting.open_finding", input.description.str()));
    return answer_of_finding(found, "reporting.finding_opened");
}

Result<Answer> answer_finding(db::WriteTx& tx, Context& context, AnswerFinding const& input)
{
    auto const found = TRY(finding(tx, context.city, input.finding));
    auto const can = [&](std::string_view permission) { return may(context.actor, permission, found.place, found.pokmas.str()); };
    if (!can("reporting.submit") && !can("reporting.check"))
        return Error::forbidden("operation.not_allowed");
    auto const now = TRY(advanced(tx, context, found, can("reporting.submit") ? "answer" : "answer_for", first_characters(input.response.str(), 200), input.version));
    TRY(tx.run(sql::set_response, context.city, found.id, input.response));
    TRY(keep_files(tx, context, found.id, "jawaban", input.files));
    TRY(note_finding(tx, context, now, "reporting.answer_finding", input.response.str()));
    return answer_of_finding(now, "reporting.finding_answered");
}

Result<Answer> close_finding(db::WriteTx& tx, Context& context, ReasonFinding const& input)
{
    return decide(tx, context, input, "close", true, "reporting.finding_closed");
}

Result<Answer> ask_again(db::WriteTx& tx, Context& context, ReasonFinding const& input)
{
    return decide(tx, context, input, "ask_again", false, "reporting.finding_asked_again");
}

Result<Answer> withdraw_finding(db::WriteTx& tx, Context& context, ReasonFinding const& input)
{
    return decide(tx, context, input, "withdraw", true, "reporting.finding_withdrawn");
}

} // namespace rtkeren::reporting
