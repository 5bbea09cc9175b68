#pragma once

#include "base/date.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace rtkeren::calendar {

/// A day on which offices are closed by decree.
struct Holiday {
    std::string name; // "Tahun Baru Imlek"
    /// *Cuti bersama*: granted to offices by the yearly joint decree, not a public holiday. Offices are closed on both.
    bool joint_leave {false};

    bool operator==(Holiday const&) const = default;
};

/// The holidays that deadlines are counted with. Offices work five days: Saturday and Sunday are never working days.
///
///     Holidays holidays;
///     holidays.add(Date::of(2024, 8, 17).value(), "Proklamasi Kemerdekaan");
///     auto due = holidays.add_working_days(requested, 3);
///
/// The yearly list is data (joint decree of three ministers): it is loaded, never written here.
class Holidays {
public:
    /// The same day again keeps both names; it is joint leave only when all its reasons are.
    void add(Date, std::string_view name, bool joint_leave = false);

    [[nodiscard]] std::optional<Holiday> on(Date) const;
    [[nodiscard]] bool is_working_day(Date) const;
    /// The `count`th working day after `date` (before it when negative); with 0 the day itself if it works, else the next that does.
    [[nodiscard]] Date add_working_days(Date date, int count) const;
    /// Working days after `from` up to and including `to`; negative when `to` is earlier. Undoes `add_working_days` from a working day.
    [[nodiscard]] int working_days_between(Date from, Date to) const;

private:
    std::map<Date, Holiday> m_days;
};

} // namespace rtkeren::calendar
