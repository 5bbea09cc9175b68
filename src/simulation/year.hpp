#pragma once

#include "planning/planning.hpp"
#include "rules/rules.hpp"
#include "simulation/world.hpp"

#include <memory>
#include <set>

namespace rtkeren::simulation {

/// One RT of one RW in this year, with what became of it so far.
struct Unit {
    Kelurahan const* kelurahan;
    Rw const* rw;
    Rt const* rt;
    std::string plan; // id
};

struct Year {
    int number {0};
    std::shared_ptr<rules::Pack const> pack;
    Date today; // of the example city: nothing is dated later
    bool running {false};
    std::vector<Unit> units {};
    std::map<std::string, Instant> paid {}; // RW code -> when the latest tranche reached its pokmas
    std::set<std::string> stuck {}; // RW codes whose papers of the first tranche are missing in the running year

    [[nodiscard]] Date day(unsigned month, unsigned day_of_month) const { return Date::of(number, month, day_of_month).value(); }
};

[[nodiscard]] Result<void> make_plans(World&, Year&);
[[nodiscard]] Result<void> make_contracts(World&, Year&);
[[nodiscard]] Result<void> make_tranche(World&, Year&, int number);
[[nodiscard]] Result<void> make_expenses(World&, Year&, int tranche);
/// What was withheld so far goes to the treasury, with its number.
[[nodiscard]] Result<void> pay_taxes(World&, Year const&);
/// Photos at 0, 50 and 100 percent and of the notice board.
[[nodiscard]] Result<void> make_progress(World&, Year const&, int tranche);
[[nodiscard]] Result<void> make_closing(World&, Year&);

} // namespace rtkeren::simulation
