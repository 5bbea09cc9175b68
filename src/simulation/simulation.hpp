#pragma once

#include "operations/operations.hpp"
#include "territory/territory.hpp"

#include <functional>
#include <string>
#include <string_view>

/// Seeded city years: the example city, made through the operations that people use; nothing is written past them.
namespace rtkeren::simulation {

struct DemoOptions {
    std::uint64_t seed {2024};
    int first_year {2021}, last_year {2024};
    /// 0: the whole city; else about so many RT, spread over few kelurahan.
    int units {0};
    /// Businesses with their lives too; without them nothing but the money.
    bool market {false};
};

/// "small" (18 RT), "city", or a number of RT. demo.size
[[nodiscard]] Result<int> units_of_size(std::string_view);

/// Called with what is being made and how much of it is done.
using Progress = std::function<void(std::string_view step, std::size_t done, std::size_t total)>;

/// The day that an example city lives on when it was just made: a tranche waits, papers are missing.
[[nodiscard]] Date example_today(int last_year);

/// Fills a city that was just founded as an example: regions, people, accounts, and each year's money. The operations' own refusals come back.
[[nodiscard]] Result<void> make_demo(Services&, operations::Registry const&, territory::City const&, DemoOptions const&, Progress const&);

} // namespace rtkeren::simulation
