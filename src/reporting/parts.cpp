#include "reporting/parts.hpp"

#include "language/language.hpp"

#include <algorithm>

namespace rtkeren::reporting {

Result<void> check_readable(Actor const& actor, std::string_view place, std::string_view pokmas)
{
    if (!may(actor, "insight.read", place, pokmas))
        return Error::not_found("page.not_found");
    return Done {};
}

std::vector<html::Option> year_options(std::vector<programme::Year> const& years)
{
    std::vector<html::Option> options;
    for (auto const& year : years) {
        if (year.status != programme::YearStatus::Draft)
            options.push_back({std::to_string(year.year), std::to_string(year.year)});
    }
    return options;
}

std::string day_of(Date day)
{
    return format_date(day, language::current());
}

std::string moment_of(Services const& services, Instant at)
{
    return day_of(at.date_in(services.zone)) + " " + format_time(at, services.zone);
}

std::vector<HistoryLine> history_lines(Services const& services, workflow::Machine const& machine, std::vector<workflow::HistoryRow> const& rows)
{
    std::vector<HistoryLine> lines;
    for (auto const& row : rows) {
        auto const* transition = machine.transition(row.from, row.event);
        auto const what = transition != nullptr ? tr(transition->label) : tr("Dibuka");
        lines.push_back({moment_of(services, row.at), row.at.iso(), what, row.actor_name, row.reason});
    }
    std::ranges::reverse(lines);
    return lines;
}

std::string tone_of_state(workflow::Machine const& machine, std::string_view state)
{
    auto const* row = machine.state(state);
    if (row == nullptr)
        return {};
    if (state == "returned" || (machine.name == "finding" && state == "open"))
        return "warn";
    return row->kind == workflow::StateKind::End || state == "accepted" ? "ok" : "info";
}

std::string label_of_state(workflow::Machine const& machine, std::string_view state)
{
    auto const* row = machine.state(state);
    return row != nullptr ? tr(row->label) : tr("Belum dibuka");
}

DueText due_text(std::optional<Date> due, Date today)
{
    if (!due)
        return {};
    auto const days = due->days_until(today);
    if (days > 0)
        return {tr("terlambat {days} hari", {{"days", std::to_string(days)}}), true};
    return {tr("paling lambat {date}", {{"date", day_of(*due)}}), false};
}

std::vector<Action> actions_of(Services& services, std::vector<workflow::PossibleEvent> const& possible, std::span<StepPath const> steps, std::string const& base, std::int64_t version)
{
    std::vector<Action> actions;
    for (auto const& each : possible) {
        auto const step = std::ranges::find(steps, each.row->event, &StepPath::event);
        if (step == steps.end())
            continue;
        Action action;
        action.label = tr(each.row->label);
        action.action = base + "/" + std::string(step->path);
        action.id = services.env.ulid().str();
        action.version = std::to_string(version);
        action.icon = step->icon;
        action.kind = step->kind;
        action.blocked = each.same_as;
        action.points = each.row->event == "return";
        action.note = each.row->reason_required && !action.points;
        actions.push_back(std::move(action));
    }
    return actions;
}

} // namespace rtkeren::reporting
