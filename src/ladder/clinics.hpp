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
/// missing required step it is, and whose owner's move it is: what lies at a desk needs the desk, not a clinic.
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

struct Clinic {
    std::string step;
    std::int64_t only {0}; // products that it would unblock
    std::int64_t next {0}; // products whose next step it is, something else missing too
    std::int64_t seats {0}; // owners of the first
    SeatCost cost {};
    std::optional<Rupiah> total {}; // seats times cost
    std::optional<Rupiah> per_product {}; // total by `only`, half a rupiah up
};
/// Least rupiah a product first; those without a known cost after them, most products first.
[[nodiscard]] std::vector<Clinic> clinics_of(std::span<Blocked const>, std::span<SeatCost const>);

/// What some money would unblock.
struct Bought {
    std::string step {};
    std::int64_t seats {0}, products {0};
    Rupiah cost {};
};
struct WhatIf {
    Rupiah money {};
    std::vector<Bought> alone {}; // all of it on one clinic, in the order of `clinics_of`
    std::vector<Bought> mixed {}; // the best of all clinics together: most products a rupiah first, one owner at a time
    Bought mixed_sum {}; // step ""
};
[[nodiscard]] WhatIf what_if(Rupiah money, std::span<Blocked const>, std::span<Clinic const>);

} // namespace rtkeren::ladder
