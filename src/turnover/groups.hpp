#pragma once

#include "turnover/turnover.hpp"

#include <array>
#include <span>

/// Figures of groups and what of them may be shown. Pure, so that rooms above can use it for groups of their own.
///
/// What is shown, and nothing else:
/// 1. Of a group: how many businesses, quartiles and median of one month rounded to 10.000, and how many of them are known by which method. No sums, no highest, no lowest.
/// 2. Groups of `smallest_group` businesses and more.
/// 3. Nothing that comes out by taking shown groups away from a shown group: whatever of a breakdown lies wholly within a shown group (the whole city is one) must leave
///    nothing of it, or `smallest_group` and more. Where it would leave less, the smallest of what lies within is hidden, until it holds.
/// It does not depend on who looks: two who see different parts cannot put together what neither may see.
namespace rtkeren::turnover {

/// A business of one month with its group in each breakdown ("kelurahan", "kegiatan", …); businesses are one each.
struct Member {
    Rupiah amount;
    enterprise::Method method {enterprise::Method::RecallMonth};
    std::vector<std::string> keys;
};
using Mix = std::array<std::int64_t, 6>; // businesses by the weakest method of their figure, strongest first
struct Group {
    std::size_t breakdown {0};
    std::string key;
    bool shown {false};
    std::int64_t businesses {0}; // this and what follows: of shown groups only, else zero
    Rupiah quarter {}, median {}, three_quarters {};
    Mix mix {};
};
struct Publication {
    Group whole;
    std::vector<Group> groups; // by breakdown and key; hidden ones too, without a number
};
[[nodiscard]] Publication publish(std::span<Member const>, std::size_t breakdowns);

} // namespace rtkeren::turnover
