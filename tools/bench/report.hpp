#pragma once

#include "base/result.hpp"

#include <chrono>
#include <string>
#include <vector>

/// What the figures are made of: seconds, ratios to a named baseline, goals. Printed as the table of docs/performance.md.
namespace rtkeren::bench {

class Stopwatch {
public:
    [[nodiscard]] double seconds() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_began).count(); }

private:
    std::chrono::steady_clock::time_point m_began {std::chrono::steady_clock::now()};
};

struct Line {
    std::string what, ours, baseline, ratio, goal;
    bool is_reached {true}; // said where there is a goal
};
/// "12.345"; "1,86": as people here write numbers.
[[nodiscard]] std::string count(double);
[[nodiscard]] std::string decimal(double value, int places);
/// "4,21 ms", "1,86 s"
[[nodiscard]] std::string duration(double seconds);
/// The value below which `share` of them lie; sorts.
[[nodiscard]] double percentile(std::vector<double>& values, double share);
/// A row of the table, at once: the next one may take minutes.
void print(Line const&);
void print_heading();
/// What is going on, for people, on standard error.
void say(std::string const&);

} // namespace rtkeren::bench
