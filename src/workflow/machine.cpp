#include "workflow/machine.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace rtkeren::workflow {
namespace {

using Names = std::set<std::string_view>;

/// Every state that can be reached from `from`, itself included.
Names reachable(Machine const& machine, std::string_view from)
{
    Names seen {from};
    for (bool grew = true; grew;) {
        grew = false;
        for (auto const& row : machine.transitions) {
            if (seen.contains(row.from))
                grew = seen.insert(row.to).second || grew;
        }
    }
    return seen;
}

bool is_end(Machine const& machine, std::string_view name)
{
    auto const* state = machine.state(name);
    return state != nullptr && state->kind == StateKind::End;
}

/// Collects sentences about one machine.
class Inspection {
public:
    explicit Inspection(Machine const& machine) : m_machine(machine) { }

    std::vector<std::string> run()
    {
        check_names();
        if (!m_problems.empty())
            return m_problems;
        auto const from_start = reachable(m_machine, m_machine.start_state().name);
        for (auto const& state : m_machine.states) {
            if (state.kind != StateKind::Start && !from_start.contains(state.name))
                say("{}: nothing leads there", state.name);
            if (state.kind == StateKind::End)
                check_end(state);
            else
                check_open(state);
        }
        return m_problems;
    }

private:
    template<class... Args>
    void say(fmt::format_string<Args...> format, Args&&... args)
    {
        m_problems.push_back(fmt::format(format, std::forward<Args>(args)...));
    }

    void check_names()
    {
        Names states;
        for (auto const& state : m_machine.states) {
            if (!states.insert(state.name).second)
                say("{}: two states of this name", state.name);
        }
        if (std::none_of(m_machine.states.begin(), m_machine.states.end(), [](StateRow const& state) { return state.kind == StateKind::Start; }))
            say("there is no start");
        Names events {started};
        std::set<std::pair<std::string_view, std::string_view>> steps;
        for (auto const& row : m_machine.transitions) {
            events.insert(row.event);
            if (!states.contains(row.from) || !states.contains(row.to))
                say("{}: unknown state {} or {}", row.event, row.from, row.to);
            if (!steps.emplace(row.from, row.event).second)
                say("{} in {}: two ways", row.event, row.from);
        }
        for (auto const& row : m_machine.transitions) {
            for (auto const other : row.not_same_as) {
                if (!other.empty() && !events.contains(other))
                    say("{}: four eyes with {}, which is no event", row.event, other);
            }
        }
    }

    void check_end(StateRow const& state)
    {
        if (!state.waits_for.empty() || state.days != 0)
            say("{}: an end waits for nobody", state.name);
        if (std::any_of(m_machine.transitions.begin(), m_machine.transitions.end(), [&](TransitionRow const& row) { return row.from == state.name; }))
            say("{}: an end is left", state.name);
    }

    void check_open(StateRow const& state)
    {
        if (state.days <= 0)
            say("{}: no deadline", state.name);
        if (state.waits_for.empty())
            say("{}: waits for nobody", state.name);
        bool can_act = false;
        bool way_back_or_out = false;
        for (auto const& row : m_machine.transitions) {
            if (row.from != state.name)
                continue;
            can_act = can_act || row.permission == state.waits_for;
            auto const is_back = row.to != state.name && reachable(m_machine, row.to).contains(state.name);
            way_back_or_out = way_back_or_out || is_back || is_end(m_machine, row.to);
        }
        if (!can_act)
            say("{}: who it waits for can do nothing", state.name);
        if (!way_back_or_out)
            say("{}: no way back and no way out", state.name);
        auto const ahead = reachable(m_machine, state.name);
        if (std::none_of(ahead.begin(), ahead.end(), [&](std::string_view name) { return is_end(m_machine, name); }))
            say("{}: no path to an end", state.name);
    }

    Machine const& m_machine;
    std::vector<std::string> m_problems;
};

} // namespace

StateRow const* Machine::state(std::string_view wanted) const
{
    auto const found = std::find_if(states.begin(), states.end(), [wanted](StateRow const& row) { return row.name == wanted; });
    return found != states.end() ? &*found : nullptr;
}

TransitionRow const* Machine::transition(std::string_view from, std::string_view event) const
{
    auto const found = std::find_if(transitions.begin(), transitions.end(), [&](TransitionRow const& row) { return row.from == from && row.event == event; });
    return found != transitions.end() ? &*found : nullptr;
}

StateRow const& Machine::start_state() const
{
    auto const found = std::find_if(states.begin(), states.end(), [](StateRow const& row) { return row.kind == StateKind::Start; });
    CHECK(found != states.end());
    return *found;
}

std::vector<std::string> check_machine(Machine const& machine)
{
    return Inspection(machine).run();
}

std::string mermaid(Machine const& machine)
{
    std::string text = "stateDiagram-v2\n";
    for (auto const& state : machine.states) {
        if (state.kind == StateKind::Start)
            text += fmt::format("    [*] --> {}\n", state.name);
    }
    for (auto const& row : machine.transitions)
        text += fmt::format("    {} --> {}: {}\n", row.from, row.to, row.event);
    for (auto const& state : machine.states) {
        if (state.kind == StateKind::End)
            text += fmt::format("    {} --> [*]\n", state.name);
    }
    return text;
}

} // namespace rtkeren::workflow
