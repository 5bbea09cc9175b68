#include "training/attendance.hpp"

#include "training/sql.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace rtkeren::training {

SeatAttendance const* Attendance::of(SeatId seat) const
{
    auto const found = std::ranges::find(seats, seat, &SeatAttendance::seat);
    return found == seats.end() ? nullptr : &*found;
}

Result<Attendance> attendance_of(db::ReadTx& tx, CityId city, CourseId id)
{
    Attendance attendance;
    for (auto const& row : TRY(tx.run(sql::counted_sessions, city, id)))
        attendance.counted.push_back(row.id<SessionId>(0));
    std::map<SeatId, std::vector<Presence>> by_seat;
    for (auto const& row : TRY(tx.run(sql::presences_of_course, city, id)))
        by_seat[row.id<SeatId>(1)].push_back({.session = row.id<SessionId>(0), .seat = row.id<SeatId>(1), .present = row.flag(2), .mark = row.id<MarkId>(3), .routes = row.text(4)});
    for (auto const& seat : TRY(seats_of(tx, city, id))) {
        if (!seat.takes_part())
            continue;
        SeatAttendance line {.seat = seat.id};
        line.marks = std::move(by_seat[seat.id]);
        line.present = std::ranges::count_if(line.marks, &Presence::present);
        line.absent = static_cast<std::int64_t>(line.marks.size()) - line.present;
        attendance.seats.push_back(std::move(line));
    }
    return attendance;
}

} // namespace rtkeren::training
