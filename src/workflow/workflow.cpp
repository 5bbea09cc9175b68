#include "workflow/workflow.hpp"

#include "jobs/jobs.hpp"
#include "workflow/holidays.hpp"
#include "workflow/rows.hpp"
#include "workflow/sql.hpp"

#include <algorithm>

namespace rtkeren::workflow {
namespace {

constexpr std::string_view relocated = "relocated";

/// One step as it goes into the history; its number is the version that it made.
struct Made {
    std::string_view event;
    std::string_view from, to;
    std::string role;
    std::string const& reason;
    std::string const& evidence;
};

Result<void> keep_step(db::WriteTx& tx, operations::Context const& context, Item const& item, Made const& made)
{
    auto const& actor = context.actor;
    TRY(tx.run(sql::insert_history, context.city, item.id, item.version, made.event, made.from, made.to, actor.user, actor.person, actor.name, made.role, context.now, made.reason,
        made.evidence));
    return Done {};
}

/// Tells those above, after commit: messages, proof, search.
Result<void> tell(db::WriteTx& tx, operations::Context const& context, Item const& item, Made const& made)
{
    jobs::Event event {"workflow.advanced", item.subject.str(), {}};
    event.payload = {{"machine", item.machine}, {"event", made.event}, {"from", made.from}, {"to", made.to}, {"title", item.title}, {"place", item.place},
        {"pokmas", item.pokmas}, {"waits_for", item.waits_for}, {"due", item.due ? boost::json::value(item.due->iso()) : boost::json::value(nullptr)}};
    TRY(jobs::emit(tx, context, std::move(event)));
    return Done {};
}

/// The role in whose name the actor does it.
std::string role_that_may(Actor const& actor, std::string_view permission, Item const& item)
{
    for (auto const& grant : actor.grants) {
        Actor alone;
        alone.grants = {grant};
        if (may(alone, permission, item.place, item.pokmas))
            return grant.role;
    }
    return {};
}

bool is_same_person(HistoryRow const& row, Actor const& actor)
{
    return row.actor == actor.user || (!actor.person.is_none() && row.person == actor.person);
}

/// The earlier step by the same person that four eyes forbid; nullptr when there is none.
HistoryRow const* same_eyes(TransitionRow const& transition, std::vector<HistoryRow> const& rows, Actor const& actor)
{
    auto const names = [&](std::string_view event) { return std::find(transition.not_same_as.begin(), transition.not_same_as.end(), event) != transition.not_same_as.end(); };
    auto const found = std::find_if(rows.begin(), rows.end(), [&](HistoryRow const& row) { return names(row.event) && is_same_person(row, actor); });
    return found != rows.end() ? &*found : nullptr;
}

bool needs_four_eyes(TransitionRow const& transition)
{
    return !transition.not_same_as.front().empty();
}

Error four_eyes(HistoryRow const& earlier)
{
    auto error = Error::forbidden("workflow.four_eyes");
    error.arguments = {{"event", earlier.event}, {"name", earlier.actor_name}};
    return error;
}

/// Whether the caller left the counting to us: then the city's holidays count, too.
bool is_plain(Deadline const& deadline)
{
    auto const* function = deadline.target<Date (*)(Date, int, Days)>();
    return function != nullptr && *function == &plain_deadline;
}

Result<std::optional<Date>> due_of(db::ReadTx& tx, StateRow const& state, operations::Context const& context, std::optional<int> days, Deadline const& deadline)
{
    if (state.kind == StateKind::End)
        return std::optional<Date> {};
    auto const count = days.value_or(state.days);
    if (state.kind_of_days != Days::Working || count <= 0 || !is_plain(deadline))
        return std::optional(deadline(context.today, count, state.kind_of_days));
    auto const holidays = TRY(holidays_after(tx, context.city, context.today));
    return std::optional(holidays.add_working_days(context.today, count));
}

Result<void> check_papers(TransitionRow const& transition, Step const& step)
{
    std::vector<FieldError> missing;
    if (transition.reason_required && trim(step.reason).empty())
        missing.push_back({"reason", "required", {}});
    if (transition.evidence_required && trim(step.evidence).empty())
        missing.push_back({"evidence", "required", {}});
    if (!missing.empty())
        return Error::invalid("input.invalid", std::move(missing));
    return Done {};
}

Error moved(Item const& item)
{
    return Error::conflict("workflow.moved", {{"state", item.state}, {"version", std::to_string(item.version)}});
}

/// The transition, when the item is as the person saw it and they may do this.
Result<TransitionRow const*> judge(db::ReadTx& tx, operations::Context const& context, Machine const& machine, Item const& item, std::string_view event, Step const& step)
{
    if (step.version && *step.version != item.version)
        return moved(item);
    auto const* transition = machine.transition(item.state, event);
    if (transition == nullptr)
        return Error::conflict("workflow.not_possible", {{"state", item.state}, {"event", std::string(event)}});
    auto const& actor = context.actor;
    if (!transition->permission.empty() && !may(actor, transition->permission, item.place, item.pokmas))
        return Error::forbidden("workflow.not_yours");
    if (needs_four_eyes(*transition)) {
        auto const rows = TRY(history_of_item(tx, context.city, item.id));
        if (auto const* earlier = same_eyes(*transition, rows, actor))
            return four_eyes(*earlier);
    }
    TRY(check_papers(*transition, step));
    return transition;
}

} // namespace

Date plain_deadline(Date from, int days, Days kind)
{
    if (kind == Days::Calendar)
        return from.plus_days(days);
    auto day = from;
    while (days > 0) {
        day = day.plus_days(1);
        auto const weekday = day.weekday();
        if (weekday != std::chrono::Saturday && weekday != std::chrono::Sunday)
            --days;
    }
    return day;
}

Result<Item> start(db::WriteTx& tx, operations::Context& context, Machine const& machine, Start const& start)
{
    auto const* state = start.state.empty() ? &machine.start_state() : machine.state(start.state);
    CHECK(state != nullptr);
    auto const due = TRY(due_of(tx, *state, context, {}, start.deadline));
    Item item {context.next<ItemId>(), std::string(machine.name), start.subject, start.title, std::string(state->name), 1, start.place, start.pokmas, std::string(state->waits_for),
        due, context.now, context.actor.user};
    auto const changed = TRY(tx.run(sql::insert_item, context.city, item.id, item.machine, item.subject, item.title, item.state, item.place, item.pokmas, item.waits_for, item.due,
        item.since, item.entered_by));
    if (changed.rows == 0)
        return Error::conflict("workflow.started", {{"machine", item.machine}});
    std::string const no_reason;
    Made const made {started, {}, item.state, {}, no_reason, start.evidence};
    TRY(keep_step(tx, context, item, made));
    TRY(tell(tx, context, item, made));
    return item;
}

Result<Advanced> advance(db::WriteTx& tx, operations::Context& context, Machine const& machine, Ulid const& subject, std::string_view event, Step const& step)
{
    auto item = TRY(find(tx, context.city, machine.name, subject));
    auto const* transition = TRY(judge(tx, context, machine, item, event, step));
    auto const* state = machine.state(transition->to);
    CHECK(state != nullptr);
    item.due = TRY(due_of(tx, *state, context, step.days, step.deadline));
    auto const changed = TRY(tx.run(sql::update_item, context.city, item.id, item.version, state->name, state->waits_for, item.due, context.now));
    if (changed.rows == 0)
        return moved(item);
    Advanced advanced {std::exchange(item.state, std::string(state->name)), std::string(state->name), ++item.version};
    item.waits_for = state->waits_for;
    auto const role = transition->permission.empty() ? std::string {} : role_that_may(context.actor, transition->permission, item);
    Made const made {event, advanced.from, advanced.to, role, step.reason, step.evidence};
    TRY(keep_step(tx, context, item, made));
    TRY(tell(tx, context, item, made));
    return advanced;
}

Result<void> relocate(db::WriteTx& tx, operations::Context const& context, Machine const& machine, Ulid const& subject, std::string_view place, std::string_view pokmas)
{
    auto item = TRY(find(tx, context.city, machine.name, subject));
    TRY(tx.run(sql::relocate_item, context.city, machine.name, subject, place, pokmas));
    ++item.version;
    std::string const none;
    return keep_step(tx, context, item, {relocated, item.state, item.state, {}, none, none});
}

Result<std::vector<PossibleEvent>> possible_events(db::ReadTx& tx, Actor const& actor, Machine const& machine, Ulid const& subject)
{
    auto const item = TRY(find(tx, actor.city, machine.name, subject));
    auto const rows = TRY(history_of_item(tx, actor.city, item.id));
    std::vector<PossibleEvent> events;
    for (auto const& row : machine.transitions) {
        if (row.from != item.state || row.permission.empty() || !may(actor, row.permission, item.place, item.pokmas))
            continue;
        auto const* earlier = same_eyes(row, rows, actor);
        events.push_back({&row, earlier != nullptr ? earlier->actor_name : std::string {}});
    }
    return events;
}

} // namespace rtkeren::workflow
