#include "training/inputs.hpp"

#include <fmt/format.h>

namespace rtkeren::training {

Result<Clock> Clock::parse(std::string_view typed)
{
    auto text = std::string(trim(typed));
    for (auto& letter : text)
        if (letter == ':')
            letter = '.';
    auto const dot = text.find('.');
    auto const hour_text = std::string_view(text).substr(0, dot);
    auto const minute_text = dot == std::string::npos ? std::string_view("00") : std::string_view(text).substr(dot + 1);
    auto const well_formed = is_digits(hour_text) && hour_text.size() <= 2 && is_digits(minute_text) && minute_text.size() == 2;
    if (!well_formed)
        return Error::invalid("clock.format");
    auto const hours = *parse_integer(hour_text);
    auto const minutes = *parse_integer(minute_text);
    if (minutes > 59 || hours * 60 + minutes > 24 * 60)
        return Error::invalid("clock.format");
    return Clock::of(hours * 60 + minutes);
}

Clock Clock::of(std::int64_t minutes)
{
    Clock clock;
    clock.m_minutes = minutes;
    clock.m_text = fmt::format("{:02}.{:02}", minutes / 60, minutes % 60);
    return clock;
}

} // namespace rtkeren::training
