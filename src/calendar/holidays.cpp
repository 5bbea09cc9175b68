#include "calendar/holidays.hpp"

namespace rtkeren::calendar {
namespace {

bool is_weekend(Date date)
{
    auto const day = date.weekday();
    return day == std::chrono::Saturday || day == std::chrono::Sunday;
}

/// Monday to Friday among the days after `from` up to `to`, which is not earlier: whole weeks at once.
int weekdays_after(Date from, Date to)
{
    int const days = from.days_until(to);
    int count = days / 7 * 5;
    for (auto day = from.plus_days(days / 7 * 7); day < to;) {
        day = day.plus_days(1);
        count += is_weekend(day) ? 0 : 1;
    }
    return count;
}

} // namespace

void Holidays::add(Date date, std::string_view name, bool joint_leave)
{
    auto const [at, is_new] = m_days.try_emplace(date, Holiday {std::string(name), joint_leave});
    if (is_new)
        return;
    at->second.joint_leave = at->second.joint_leave && joint_leave;
    // Loading the same decree twice changes nothing.
    if (at->second.name.find(name) == std::string::npos)
        at->second.name.append(", ").append(name);
}

std::optional<Holiday> Holidays::on(Date date) const
{
    auto const at = m_days.find(date);
    return at == m_days.end() ? std::nullopt : std::optional(at->second);
}

bool Holidays::is_working_day(Date date) const
{
    return !is_weekend(date) && !m_days.contains(date);
}

Date Holidays::add_working_days(Date date, int count) const
{
    int const step = count < 0 ? -1 : 1;
    if (count == 0) {
        while (!is_working_day(date))
            date = date.plus_days(1);
        return date;
    }
    while (count != 0) {
        date = date.plus_days(step);
        if (is_working_day(date))
            count -= step;
    }
    return date;
}

int Holidays::working_days_between(Date from, Date to) const
{
    if (to < from)
        return -working_days_between(to, from);
    int count = weekdays_after(from, to);
    for (auto day = m_days.upper_bound(from); day != m_days.end() && day->first <= to; ++day)
        count -= is_weekend(day->first) ? 0 : 1;
    return count;
}

} // namespace rtkeren::calendar
