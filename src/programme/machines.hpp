#pragma once

#include "programme/programme.hpp"
#include "workflow/machine.hpp"

namespace rtkeren::programme {

enum class YearEvent : std::uint8_t { Open, Discard, StartClosing, Reopen, Close };
enum class HoldState : std::uint8_t { Proposed, InForce, Lifted, Declined };
enum class HoldEvent : std::uint8_t { Place, Decline, Lift };

/// A year; its subject is Year::id. Discarded drafts lose their row and stay in the history.
[[nodiscard]] workflow::Machine const& year_machine();
/// A hold, proposed by the Inspektorat or placed at once; its subject is the hold's id.
[[nodiscard]] workflow::Machine const& hold_machine();

} // namespace rtkeren::programme

namespace rtkeren::operations {

template <> struct Choices<programme::YearStatus> {
    using enum programme::YearStatus;
    static constexpr std::array<std::pair<programme::YearStatus, std::string_view>, 4> values {
        {{Draft, "draft"}, {Open, "open"}, {Closing, "closing"}, {Closed, "closed"}}};
};
template <> struct Choices<programme::YearEvent> {
    using enum programme::YearEvent;
    static constexpr std::array<std::pair<programme::YearEvent, std::string_view>, 5> values {
        {{Open, "open"}, {Discard, "discard"}, {StartClosing, "start_closing"}, {Reopen, "reopen"}, {Close, "close"}}};
};
template <> struct Choices<programme::HoldState> {
    using enum programme::HoldState;
    static constexpr std::array<std::pair<programme::HoldState, std::string_view>, 4> values {
        {{Proposed, "proposed"}, {InForce, "in_force"}, {Lifted, "lifted"}, {Declined, "declined"}}};
};
template <> struct Choices<programme::HoldEvent> {
    using enum programme::HoldEvent;
    static constexpr std::array<std::pair<programme::HoldEvent, std::string_view>, 3> values {{{Place, "place"}, {Decline, "decline"}, {Lift, "lift"}}};
};

} // namespace rtkeren::operations
