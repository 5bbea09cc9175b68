#include "training/attendance.hpp"

#include "audit/audit.hpp"
#include "training/sql.hpp"

#include <algorithm>
#include <set>

namespace rtkeren::training {
namespace {

constexpr std::int64_t printed_seconds = 3600; // as long as the codes may be shown to who printed them

/// Whom slips are for: those named, or everybody who takes part and has none.
Result<std::vector<Seat>> holders_of(db::ReadTx& tx, CityId city, PrintSlips const& input)
{
    auto seats = TRY(seats_of(tx, city, input.course));
    std::erase_if(seats, [](Seat const& seat) { return !seat.takes_part(); });
    std::set<SeatId> wanted(input.seats.begin(), input.seats.end());
    if (wanted.empty()) {
        for (auto const& seat : seats)
            wanted.insert(seat.id);
        for (auto const& row : TRY(tx.run(sql::slips_of_course, city, input.course)))
            wanted.erase(row.id<SeatId>(0));
    }
    std::erase_if(seats, [&](Seat const& seat) { return !wanted.contains(seat.id); });
    if (seats.empty())
        return Error::conflict("training.no_slips_due");
    return seats;
}

/// Those that hold, by name, as far as their row is wanted.
template<class Wanted>
Result<std::vector<PrintedSlip>> slips_where(db::ReadTx& tx, Services const& services, CourseId course, Wanted const& wanted)
{
    std::vector<PrintedSlip> slips;
    auto const rows = TRY(tx.run(sql::slips_of_course, services.city, course));
    for (auto const& seat : TRY(seats_of(tx, services.city, course)))
        for (auto const& row : rows)
            if (row.id<SeatId>(0) == seat.id && wanted(row))
                slips.push_back({row.id<SlipId>(1), seat.id, seat.name, code_of_slip(services.keys, row.id<SlipId>(1))});
    return slips;
}

} // namespace

Result<Slip> slip_of_code(db::ReadTx& tx, Services const& services, std::string_view typed)
{
    auto const hash = hash_of_slip_code(services.keys, secrets::normal_code(typed));
    auto const row = TRY(tx.one("training.slip_unknown", sql::slip_of_code, services.city, hash));
    return Slip {row.id<SlipId>(0), row.id<CourseId>(1), row.id<SeatId>(2)};
}

Result<std::vector<PrintedSlip>> slips_of(db::ReadTx& tx, Services const& services, CourseId course)
{
    return slips_where(tx, services, course, [](db::Row const&) { return true; });
}

Result<std::vector<PrintedSlip>> printed_slips(db::ReadTx& tx, Services const& services, Actor const& actor, CourseId course)
{
    auto const since = services.env.now().plus_seconds(-printed_seconds);
    return slips_where(tx, services, course, [&](db::Row const& row) { return row.id<UserId>(3) == actor.user && row.instant(2) >= since; });
}

Result<operations::Answer> print_slips(db::WriteTx& tx, operations::Context& context, PrintSlips const& input)
{
    auto const of = TRY(led_course(tx, context.actor, input.course));
    auto const seats = TRY(holders_of(tx, context.city, input));
    for (auto const& seat : seats) {
        auto const id = context.next<SlipId>();
        TRY(tx.run(sql::end_slip, context.city, seat.id, context.now));
        auto const hash = hash_of_slip_code(context.services.keys, secrets::normal_code(code_of_slip(context.services.keys, id)));
        TRY(tx.run(sql::insert_slip, context.city, id, of.id, seat.id, hash, context.now, context.actor.user, context.actor.name));
    }
    TRY(audit::append(tx, context, {"training.print_slips", "course", of.id.str(), of.unit_code, {{"slips", seats.size()}}}));
    return operations::Answer {.id = of.id.str(), .href = href_of(of.id) + "/slip", .message = "training.slips_printed", .arguments = {{"count", std::to_string(seats.size())}}};
}

} // namespace rtkeren::training
