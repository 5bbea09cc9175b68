#include "audit/audit.hpp"
#include "jobs/jobs.hpp"
#include "language/language.hpp"
#include "reporting/inputs.hpp"
#include "reporting/sql.hpp"
#include "reporting/store.hpp"

namespace rtkeren::reporting {
namespace {

Result<void> check_allowed(Context const& context, std::string_view permission, Lpj const& lpj)
{
    if (!may(context.actor, permission, lpj.place, lpj.pokmas.str()))
        return Error::forbidden("operation.not_allowed");
    return Done {};
}

Result<Lpj> lpj_for(db::ReadTx& tx, Context const& context, LpjId id, std::string_view permission)
{
    auto found = TRY(lpj(tx, context.city, id));
    TRY(check_allowed(context, permission, found));
    return found;
}

/// The step in machine, trail and outbox; the state of `lpj` is then the new one.
struct Step {
    std::string_view event;
    std::string reason {};
    std::optional<std::int64_t> version {};
    std::optional<int> days {};
};
Result<void> go(db::WriteTx& tx, Context& context, Lpj& lpj, Step const& step)
{
    auto const advanced = TRY(workflow::advance(tx, context, lpj_machine(), lpj.id.ulid(), step.event,
        workflow::Step {.reason = step.reason, .version = step.version, .days = step.days}));
    lpj.state = advanced.to;
    lpj.version = advanced.version;
    auto const operation = "reporting." + std::string(step.event) + "_lpj";
    boost::json::object const summary {{"pokmas", lpj.pokmas.text()}, {"year", lpj.year}, {"state", lpj.state}, {"round", lpj.rounds}};
    TRY(audit::append(tx, context, {operation, "lpj", lpj.id.str(), lpj.place, summary, step.reason}));
    TRY(jobs::emit(tx, context, {operation, lpj.id.str(), summary}));
    return Done {};
}

Answer answer_of(Lpj const& lpj, std::string message)
{
    Answer answer {lpj.id.str(), href_of(lpj.id), std::move(message), {{"name", lpj.name}, {"year", std::to_string(lpj.year)}}};
    answer.data = {{"version", lpj.version}, {"state", lpj.state}, {"round", lpj.rounds}};
    return answer;
}

int days_of(rules::Pack const& pack, std::string_view key, int usual)
{
    return int(pack.number(key, usual));
}

/// A check that finds nothing lacking passes it on. What lacks was mended or not since it was sent: it is asked again.
Result<Answer> pass_on(db::WriteTx& tx, Context& context, StepLpj const& input, std::string_view permission, std::string_view event, std::string message)
{
    auto found = TRY(lpj_for(tx, context, input.lpj, permission));
    auto const pack = TRY(rules::released(tx, context.city, found.year));
    auto const lacks = TRY(missing(tx, context.city, found.pokmas, found.year));
    std::vector<Verdict> verdicts;
    for (auto const& each : lacks)
        verdicts.push_back(each.verdict());
    if (!is_complete(lacks))
        return Error::refused(std::move(verdicts));
    TRY(go(tx, context, found, {.event = event, .reason = input.note.str(), .version = input.version, .days = days_of(*pack, "check_days", 5)}));
    TRY(keep_decision(tx, context, found.id, event, pack->version, verdicts));
    if (event == "accept")
        TRY(tx.run(sql::set_accepted, context.city, found.id, context.today));
    auto answer = answer_of(found, std::move(message));
    answer.verdicts = std::move(verdicts);
    return answer;
}

std::vector<ReturnPoint> points_of(ReturnLpj const& input)
{
    auto points = input.points;
    if (input.document.empty() && input.fix.empty())
        return points;
    auto document = Text<2, 120>::parse(input.document.str());
    auto fix = Text<3, 500>::parse(input.fix.str());
    if (document.ok() && fix.ok())
        points.insert(points.begin(), {*document, *fix});
    return points;
}

/// The document and the fix are named, or it does not come back.
Result<void> check_points(ReturnLpj const& input, std::vector<ReturnPoint> const& points)
{
    std::vector<FieldError> errors;
    auto const is_half = input.document.empty() != input.fix.empty();
    if (input.document.str().size() < 2 && (points.empty() || is_half))
        errors.push_back({"document", "required", input.document.str()});
    if (input.fix.str().size() < 3 && (points.empty() || is_half))
        errors.push_back({"fix", "required", input.fix.str()});
    if (!errors.empty())
        return Error::invalid("input.invalid", std::move(errors));
    return Done {};
}

Result<void> keep_points(db::WriteTx& tx, Context& context, Lpj const& lpj, std::vector<ReturnPoint> const& points)
{
    auto const next = TRY(tx.one("reporting.no_lpj", sql::next_return, context.city, lpj.id, lpj.rounds));
    auto position = next.integer(0);
    std::vector<std::array<db::Parameter, 8>> rows;
    for (auto const& point : points)
        rows.push_back({context.city, lpj.id, lpj.rounds, position++, point.document, point.fix, context.actor.name, context.now});
    TRY(tx.run_rows<8>(sql::insert_returns, rows));
    return Done {};
}

/// Whose move it is decides who may send it back.
std::string_view permission_to_return(std::string_view state)
{
    auto const* row = lpj_machine().transition(state, "return");
    return row != nullptr ? row->permission : std::string_view {};
}

} // namespace

Result<Answer> open_lpj(db::WriteTx& tx, Context& context, OpenLpj const& input)
{
    auto const year = int(input.year);
    TRY(programme::running_year(tx, context.city, year));
    auto const pokmas = TRY(payout::pokmas(tx, context.city, input.pokmas));
    auto const may_open = [&](std::string_view permission) { return may(context.actor, permission, pokmas.place, pokmas.id.str()); };
    if (!may_open("reporting.submit") && !may_open("reporting.progress") && !may_open("reporting.check"))
        return Error::forbidden("operation.not_allowed");
    auto const contract = TRY(payout::contract_of(tx, context.city, pokmas.id, year));
    if (!contract)
        return Error::conflict("reporting.no_contract", {{"name", pokmas.name}, {"year", std::to_string(year)}});
    auto const pack = TRY(rules::released(tx, context.city, year));
    auto const* deadline = pack->deadline("lpj");
    auto const due = deadline != nullptr ? deadline->due : contract->ends_on.plus_days(days_of(*pack, "lpj_days", 30));
    Lpj opened;
    opened.id = context.next<LpjId>();
    opened.pokmas = pokmas.id;
    opened.year = year;
    opened.place = pokmas.place;
    opened.name = pokmas.name;
    opened.version = 1;
    opened.state = "open";
    auto const made = TRY(tx.run(sql::insert_lpj, context.city, opened.id, pokmas.id, year, pokmas.place, pokmas.kelurahan, pokmas.name, context.today, due,
        fold(pokmas.name + " " + contract->number)));
    if (made.rows == 0)
        return Error::conflict("reporting.lpj_opened", {{"name", pokmas.name}, {"year", std::to_string(year)}});
    workflow::Start start {.subject = opened.id.ulid(), .title = opened.title(), .place = pokmas.place, .pokmas = pokmas.id.str()};
    start.deadline = [due](Date, int, workflow::Days) { return due; };
    TRY(workflow::start(tx, context, lpj_machine(), start));
    TRY(audit::append(tx, context, {"reporting.open_lpj", "lpj", opened.id.str(), pokmas.place, {{"pokmas", pokmas.id.text()}, {"year", year}}}));
    return answer_of(opened, "reporting.opened");
}

Result<Answer> submit_lpj(db::WriteTx& tx, Context& context, StepLpj const& input)
{
    auto found = TRY(lpj_for(tx, context, input.lpj, "reporting.submit"));
    TRY(programme::running_year(tx, context.city, found.year));
    auto const pack = TRY(rules::released(tx, context.city, found.year));
    auto const lacks = TRY(missing(tx, context.city, found.pokmas, found.year));
    std::vector<Verdict> verdicts;
    for (auto const& each : lacks)
        verdicts.push_back(each.verdict());
    if (context.today > found.due_on)
        verdicts.push_back({"reporting.late", Severity::Warn, {}, {{"due", found.due_on.iso()}, {"days", std::to_string(found.due_on.days_until(context.today))}}});
    if (!is_complete(lacks))
        return Error::refused(std::move(verdicts));
    ++found.rounds;
    TRY(go(tx, context, found, {.event = "submit", .reason = input.note.str(), .version = input.version, .days = days_of(*pack, "check_days", 5)}));
    TRY(tx.run(sql::set_submitted, context.city, found.id, context.today));
    TRY(keep_decision(tx, context, found.id, "submit", pack->version, verdicts));
    auto answer = answer_of(found, "reporting.submitted");
    answer.verdicts = std::move(verdicts);
    return answer;
}

Result<Answer> take_back_lpj(db::WriteTx& tx, Context& context, ReasonLpj const& input)
{
    auto found = TRY(lpj_for(tx, context, input.lpj, "reporting.submit"));
    TRY(go(tx, context, found, {.event = "take_back", .reason = input.reason.str(), .version = input.version}));
    return answer_of(found, "reporting.taken_back");
}

Result<Answer> check_lpj(db::WriteTx& tx, Context& context, StepLpj const& input)
{
    return pass_on(tx, context, input, "reporting.check", "check", "reporting.checked");
}

Result<Answer> check_money(db::WriteTx& tx, Context& context, StepLpj const& input)
{
    return pass_on(tx, context, input, "reporting.check_money", "check_money", "reporting.checked_money");
}

Result<Answer> accept_lpj(db::WriteTx& tx, Context& context, StepLpj const& input)
{
    return pass_on(tx, context, input, "reporting.accept", "accept", "reporting.accepted");
}

Result<Answer> return_lpj(db::WriteTx& tx, Context& context, ReturnLpj const& input)
{
    auto found = TRY(lpj(tx, context.city, input.lpj));
    auto const permission = permission_to_return(found.state);
    if (permission.empty())
        return Error::conflict("workflow.not_possible", {{"state", found.state}, {"event", "return"}});
    TRY(check_allowed(context, permission, found));
    auto const points = points_of(input);
    TRY(check_points(input, points));
    auto const pack = TRY(rules::released(tx, context.city, found.year));
    auto const reason = points.front().document.str() + ": " + points.front().fix.str();
    TRY(go(tx, context, found, {.event = "return", .reason = reason, .version = input.version, .days = days_of(*pack, "fix_days", 7)}));
    TRY(keep_points(tx, context, found, points));
    TRY(tx.run(sql::set_accepted, context.city, found.id, std::nullopt));
    auto answer = answer_of(found, "reporting.returned");
    answer.arguments.emplace_back("count", std::to_string(points.size()));
    return answer;
}

Result<Answer> sample_lpj(db::WriteTx& tx, Context& context, ReasonLpj const& input)
{
    auto found = TRY(lpj_for(tx, context, input.lpj, "reporting.finding"));
    TRY(go(tx, context, found, {.event = "sample", .reason = input.reason.str(), .version = input.version}));
    return answer_of(found, "reporting.sampled");
}

Result<Answer> finish_lpj(db::WriteTx& tx, Context& context, StepLpj const& input)
{
    auto found = TRY(lpj_for(tx, context, input.lpj, "reporting.close"));
    auto const purses = TRY(purses_of_pokmas(tx, context.city, found.pokmas, found.year));
    std::int64_t open = 0;
    for (auto const& purse : purses)
        open += purse.closed ? 0 : 1;
    if (open > 0)
        return Error::conflict("reporting.purses_open", {{"count", std::to_string(open)}});
    TRY(go(tx, context, found, {.event = "finish", .reason = input.note.str(), .version = input.version}));
    return answer_of(found, "reporting.finished");
}

} // namespace rtkeren::reporting
