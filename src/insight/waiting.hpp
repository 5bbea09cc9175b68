#pragma once

#include "http/http.hpp"
#include "insight/pages.hpp"
#include "insight/places.hpp"
#include "operations/services.hpp"
#include "workflow/workflow.hpp"

/// What waits for a person, in the order of its deadline: late, within a week, later.
namespace rtkeren::insight {

inline constexpr int waiting_limit = 200; // read at once
inline constexpr std::size_t cards_a_page = 60;
inline constexpr int days_ahead = 60; // what is due later (a decree that ends, a year that closes) does not wait yet

struct WaitingRequest {
    std::string kind; // machine or `next_steps`; "" is all
    std::size_t from {0};
};
inline constexpr std::string_view next_steps = "langkah"; // the kind of all duties

/// What waits without a file: the next step that somebody has to begin.
struct Duty {
    std::string title, state, place; // place: its code
    std::string href, action;
    std::optional<Date> due;
};
/// Without what is due later than `days_ahead`.
[[nodiscard]] std::vector<workflow::Waiting> due_in_sight(std::vector<workflow::Waiting>);

/// Everything of the page but its frame and what stands at its side.
[[nodiscard]] WaitingPage present_waiting(std::vector<workflow::Waiting> const& inbox, std::vector<Duty> const& duties, std::vector<workflow::Waiting> const& followed,
    PlaceNames const&, WaitingRequest const&, Date today, Zone);
/// Counts the notes with what waits, once they stand on the page.
void count_notes(WaitingPage&);

/// "4 hari lewat", "hari ini", "2 hari lagi", "16 Oktober".
[[nodiscard]] Leaf leaf_of(std::optional<Date> due, Date today);

[[nodiscard]] Result<http::Response> show_waiting(Services&, http::Exchange&);

} // namespace rtkeren::insight
