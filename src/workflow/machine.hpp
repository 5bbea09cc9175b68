#pragma once

#include "base/check.hpp"
#include "operations/fields.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// State machines as tables: pokmas, plan, tranche, expense, report … Each room keeps two constant arrays and one Machine; states and events are
/// enums of the room with `operations::Choices`, texts in storage.
///
///     constexpr StateRow states[] {
///         {name_of(State::Draft), TR_NOOP("Disusun"), StateKind::Start, "planning.edit", 30},
///         {name_of(State::Submitted), TR_NOOP("Menunggu verifikasi"), StateKind::Normal, "planning.verify", 5, Days::Working},
///         {name_of(State::Approved), TR_NOOP("Disetujui"), StateKind::End}, …
///     };
///     constexpr TransitionRow transitions[] {
///         {name_of(Event::Submit), TR_NOOP("Kirim"), name_of(State::Draft), name_of(State::Submitted), "planning.edit"},
///         {.event = name_of(Event::Approve), …, .permission = "planning.approve", .not_same_as = {name_of(Event::Submit), name_of(Event::Verify)}}, …
///     };
///     constexpr Machine machine {"plan", TR_NOOP("RAB"), "/rab/", states, transitions};
namespace rtkeren::workflow {

enum class StateKind : std::uint8_t { Start, Normal, End };
enum class Days : std::uint8_t { Calendar, Working };

struct StateRow {
    std::string_view name; // lower snake
    std::string_view label; // msgid
    StateKind kind {StateKind::Normal};
    std::string_view waits_for {}; // permission of who is next; "" at an end
    int days {0}; // until the next step is late; 0 at an end
    Days kind_of_days {Days::Calendar};
};

/// The event that `start` writes into the history: nobody checks what they entered names it in `not_same_as`.
inline constexpr std::string_view started = "started";

struct TransitionRow {
    std::string_view event; // lower snake
    std::string_view label; // msgid of the button
    std::string_view from, to;
    std::string_view permission {}; // "" for a consequence: the operation that calls `advance` has judged who may
    bool reason_required {false};
    bool evidence_required {false};
    std::array<std::string_view, 4> not_same_as {}; // earlier events whose actor, as user and as person, must be another
};

struct Machine {
    std::string_view name; // "plan"
    std::string_view label; // msgid
    std::string_view href; // page of a subject without its id: "/rab/"
    std::span<StateRow const> states;
    std::span<TransitionRow const> transitions;

    [[nodiscard]] StateRow const* state(std::string_view) const;
    [[nodiscard]] TransitionRow const* transition(std::string_view from, std::string_view event) const;
    [[nodiscard]] StateRow const& start_state() const; // the first of its kind
};

/// What is wrong with the tables, as sentences for a test; empty when each state but the ends has a deadline, somebody it waits for who can act,
/// a way back or out, and a path to an end, and everything is reachable.
[[nodiscard]] std::vector<std::string> check_machine(Machine const&);
/// The diagram for the docs: a Mermaid stateDiagram-v2.
[[nodiscard]] std::string mermaid(Machine const&);

/// Name of an enum value as its `Choices` say.
template<class Enum>
constexpr std::string_view name_of(Enum value)
{
    for (auto const& [each, name] : operations::Choices<Enum>::values) {
        if (each == value)
            return name;
    }
    CHECK(false);
}
/// The way back for a stored text; an unknown one is our bug.
template<class Enum>
Enum value_of(std::string_view text)
{
    for (auto const& [each, name] : operations::Choices<Enum>::values) {
        if (name == text)
            return each;
    }
    CHECK(false);
}

} // namespace rtkeren::workflow
