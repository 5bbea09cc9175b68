#include "report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iostream>

namespace rtkeren::bench {

std::string count(double value)
{
    auto const digits = fmt::format("{:.0f}", value);
    std::string text;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0)
            text += '.';
        text += digits[i];
    }
    return text;
}

std::string decimal(double value, int places)
{
    auto text = fmt::format("{:.{}f}", value, places);
    std::ranges::replace(text, '.', ',');
    return text;
}

std::string duration(double seconds) { return seconds < 1 ? decimal(seconds * 1000, 2) + " ms" : decimal(seconds, 2) + " s"; }

double percentile(std::vector<double>& values, double share)
{
    std::ranges::sort(values);
    return values.empty() ? 0 : values[std::min(values.size() - 1, static_cast<std::size_t>(std::floor(share * static_cast<double>(values.size()))))];
}

void print(Line const& line)
{
    std::cout << "| " << line.what << " | " << line.ours << " | " << line.baseline << " | " << line.ratio << " | " << line.goal << " | " << (line.goal.empty() ? "" : line.is_reached ? "yes" : "**no**") << " |"
              << std::endl;
}

void print_heading()
{
    std::cout << "| what | rtkeren | baseline | ratio | goal | reached |\n|---|---:|---:|---:|---|---|" << std::endl;
}

void say(std::string const& text) { std::cerr << "bench: " << text << std::endl; }

} // namespace rtkeren::bench
