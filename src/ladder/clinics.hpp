#pragma once

#include "base/date.hpp"
#include "base/rupiah.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

/// Which course or clinic would unblock most products for the money. Pure arithmetic, every number of which is shown.
///
/// A seat is a person: an owner with three products that all lack the halal certificate sits once and unblocks three. Only products count whose *only*
/// missing required step it is, and whose owner's move it is: what lies at a desk needs the desk, not a clinic. Not every seat succeeds: products are counted by
/// the share of earlier seats that did, else by an assumption that is called one; without either nothing is expected.
namespace rtkeren::ladder {

/// One product whose next step is its owner's move.
struct Blocked {
    std::string step; // the next one
    std::string owner; // person
    bool only {false}; // nothing else required is missing
};

enum class CostSource : std::uint8_t { Spent, Topic, Pack, Unknown };
[[nodiscard]] std::string_view name_of(CostSource); // "spent"

/// What one seat of the clinic for a step costs, and how that is known: paid for courses that were held, else the topic's usual cost, else the pack's proposal.
struct SeatCost {
    std::string step;
    CostSource source {CostSource::Unknown};
    std::optional<Rupiah> per_seat {};
    Rupiah spent {}; // of Spent: divided by `seats`
    std::int64_t seats {0};
    std::string said {}; // name of the topic, or the pack's basis
    std::optional<Date> as_of {}; // the last course's end, or the day from which the number holds
};
/// Of money spent on courses that were held; half a rupiah up. Nothing where nobody finished.
[[nodiscard]] std::optional<Rupiah> cost_per_seat(Rupiah spent, std::int64_t seats);

/// A seat of a course that was held: its owner, and when a business of theirs was first found to have the paper.
struct PastSeat {
    std::string step, topic, seat; // seat: id; a line for each business of its owner
    Date ended;
    std::optional<Date> proven {};
};
inline constexpr int success_days = 180; // within which the paper must be proven
inline constexpr std::int64_t fewest_seats = 10; // fewer tell nothing

enum class SuccessSource : std::uint8_t { Measured, Assumed, Unknown };
[[nodiscard]] std::string_view name_of(SuccessSource); // "measured"
/// How many seats of ten thousand end with the paper proven, and how that is known.
struct Success {
    std::string step;
    SuccessSource source {SuccessSource::Unknown};
    std::int64_t share_bp {0};
    std::int64_t proven {0}, seats {0}; // of Measured; of Assumed what there was so far
    std::string said {}; // names of the topics, or the pack's basis
};
/// Of seats whose days are over and whose owner had no proven paper when the course ended. Unknown with fewer than `fewest_seats`.
[[nodiscard]] Success success_of(std::string_view step, std::span<PastSeat const>, Date today);

struct Clinic {
    std::string step;
    std::int64_t only {0}; // products that lack nothing else
    std::int64_t next {0}; // products whose next step it is, something else missing too
    std::int64_t seats {0}; // owners of the first
    SeatCost cost {};
    Success success {};
    std::optional<Rupiah> total {}; // seats times cost
    std::optional<std::int64_t> expected_tenths {}; // tenths of a product that would be unblocked, half a tenth up
    std::optional<Rupiah> per_product {}; // total by those, half a rupiah up
};
/// Least rupiah an unblocked product first; those of which it is not known after them, most products first.
[[nodiscard]] std::vector<Clinic> clinics_of(std::span<Blocked const>, std::span<SeatCost const>, std::span<Success const>);

/// What some money would unblock.
struct Bought {
    std::string step {};
    std::int64_t seats {0}, products {0}; // of the owners who sit
    std::int64_t expected_bp {0}; // ten thousandths of a product that would be unblocked
    Rupiah cost {};
    [[nodiscard]] std::int64_t expected_tenths() const { return (expected_bp + 500) / 1000; }
};
struct WhatIf {
    Rupiah money {};
    std::vector<Bought> alone {}; // all of it on one clinic, in the order of `clinics_of`
    std::vector<Bought> mixed {}; // the best of all clinics together: most unblocked products a rupiah first, one owner at a time; without what is not known
    Bought mixed_sum {}; // step ""
};
[[nodiscard]] WhatIf what_if(Rupiah money, std::span<Blocked const>, std::span<Clinic const>);

} // namespace rtkeren::ladder
