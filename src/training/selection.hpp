#pragma once

#include "rules/rules.hpp"

#include <cstdint>
#include <string>
#include <vector>

/// Who gets a seat: points by the pack's rules, each with its reason, and the list that follows from them. Pure.
namespace rtkeren::training {

struct Priority {
    std::int64_t untrained {3}; // not trained on the topic lately, nor this year
    std::int64_t idea {2}; // says what to make
    std::int64_t poor {2}; // self-declared, or known to the office
    std::int64_t repeat_months {24}; // within which the same topic counts as trained before
    std::int64_t per_year {2}; // courses of one person
};
[[nodiscard]] Priority priority_of(rules::Pack const&);

/// What is known of somebody on the list.
struct Applicant {
    std::string id;
    bool idea {false}, poor {false};
    std::int64_t earlier_topic {0}, earlier_year {0}, earlier_household {0};
    std::string entered_at; // text order is time order
    std::int64_t points {0};
};
/// Why somebody has these points, or what else is to be known: "untrained", "idea", "poor" with points; "repeat_topic", "repeat_year", "over_year", "household" with a count.
struct PointReason {
    std::string code;
    std::int64_t points {0}, count {0};
};
[[nodiscard]] std::vector<PointReason> reasons_of(Applicant const&, Priority const&);
[[nodiscard]] std::int64_t points_of(std::vector<PointReason> const&);
/// `[{"code","points","count"}]` and back.
[[nodiscard]] std::string stored_reasons(std::vector<PointReason> const&);
[[nodiscard]] std::vector<PointReason> reasons_in(std::string const& stored);

/// Most points first; equal ones by who came first, then by id: the order of the proposal and of the waiting list.
[[nodiscard]] bool comes_before(Applicant const&, Applicant const&);
/// Ids of those who get a seat, and of those who wait in order.
struct Proposal {
    std::vector<std::string> selected, waiting;
};
[[nodiscard]] Proposal propose(std::vector<Applicant>, std::int64_t quota);

/// What somebody decided for single persons, over the proposal.
struct Decided {
    std::string id, state; // "selected", "waiting", "refused"
};
/// Everybody's state: decided ones as decided, the others by points as far as seats are left. More selected by hand than there are seats stay so: the caller refuses.
struct Settled {
    std::string id, state;
    bool deviates {false}; // decided otherwise than proposed
};
[[nodiscard]] std::vector<Settled> settle(std::vector<Applicant>, std::int64_t quota, std::vector<Decided> const&);

} // namespace rtkeren::training
