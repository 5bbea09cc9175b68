#include "training/attendance.hpp"

#include "evidence/uses.hpp"
#include "planning/planning.hpp"
#include "spending/spending.hpp"
#include "training/sql.hpp"
#include "training/store.hpp"

#include <algorithm>
#include <map>

/// Section 5.1 of the market's facts: what the numbers of a course say about each other.
namespace rtkeren::training {
namespace {

/// What the checks look at, read once.
struct CourseFacts {
    db::ReadTx& tx;
    Services const& services;
    Course const& course;
    std::vector<Session> sessions;
    std::vector<Seat> seats;
    Attendance attendance;

    [[nodiscard]] std::string session_href(SessionId id) const { return href_of(course.id) + "/presensi/" + id.str(); }
    [[nodiscard]] std::string name_of(SeatId id) const
    {
        auto const found = std::ranges::find(seats, id, &Seat::id);
        return found == seats.end() ? std::string {} : found->name;
    }
};
using Findings = std::vector<AttendanceFinding>;

void add_finding(Findings& findings, std::string code, Severity severity, Arguments numbers, std::string href = {})
{
    findings.push_back({{std::move(code), severity, {}, std::move(numbers)}, std::move(href)});
}

/// A meal was paid for so many at the price of its line; so many signed.
Result<void> check_portions(CourseFacts const& facts, Findings& findings)
{
    std::int64_t signatures = 0;
    for (auto const& seat : facts.attendance.seats)
        signatures += seat.present;
    auto const lines = TRY(facts.tx.run(sql::meal_lines, facts.services.city, facts.course.id));
    auto const held = std::ranges::count_if(facts.sessions, [](Session const& each) { return !each.cancelled; });
    if (lines.empty() || held == 0 || std::ssize(facts.attendance.counted) < held)
        return Done {}; // food of meetings to come may be paid already
    auto const spending = TRY(spending::spending_by_line(facts.tx, facts.services.city, facts.course.purse));
    for (auto const& row : lines) {
        auto const spent = std::ranges::find(spending, row.id<planning::PlanLineId>(0), &spending::LineSpending::line);
        auto const price = row.rupiah(3).value();
        if (spent == spending.end() || price <= 0)
            continue;
        auto const portions = portions_of(spent->spent.value(), price);
        if (!portions_fit(portions, signatures))
            add_finding(findings, portions > signatures ? "training.portions_over" : "training.portions_under", Severity::Warn,
                {{"item", row.text(1)}, {"portions", std::to_string(portions)}, {"signatures", std::to_string(signatures)}, {"amount", std::to_string(spent->spent.value())}},
                "/kantong/" + facts.course.purse.str());
    }
    return Done {};
}

Result<void> check_places(CourseFacts const& facts, Findings& findings)
{
    for (auto const& row : TRY(facts.tx.run(sql::two_places, facts.services.city, facts.course.id)))
        add_finding(findings, "training.two_places", Severity::Warn, {{"number", std::to_string(row.integer(0))}, {"name", facts.name_of(row.id<SeatId>(2))}, {"title", row.text(4)}},
            facts.session_href(row.id<SessionId>(1)));
    return Done {};
}

Result<void> check_photos(CourseFacts const& facts, Findings& findings)
{
    for (auto const& row : TRY(facts.tx.run(sql::papers_of_course, facts.services.city, facts.course.id))) {
        auto const uses = TRY(evidence::uses_of(facts.tx, facts.services.city, row.text(2)));
        auto const elsewhere = std::ranges::count_if(uses, [&](evidence::Link const& link) { return link.subject != row.text(0); });
        if (elsewhere > 0)
            add_finding(findings, "training.photo_twice", Severity::Warn, {{"number", std::to_string(row.integer(1))}, {"count", std::to_string(elsewhere)}}, evidence::href(row.text(2)));
    }
    return Done {};
}

Result<void> check_devices(CourseFacts const& facts, Findings& findings)
{
    for (auto const& row : TRY(facts.tx.run(sql::busy_devices, facts.services.city, facts.course.id)))
        add_finding(findings, "training.one_device", Severity::Warn, {{"number", std::to_string(row.integer(0))}, {"count", std::to_string(row.integer(2))}}, facts.session_href(row.id<SessionId>(1)));
    return Done {};
}

Result<void> check_trainers(CourseFacts const& facts, Findings& findings)
{
    auto const scheduled = minutes_of(facts.sessions);
    for (auto const& row : TRY(facts.tx.run(sql::trainer_minutes, facts.services.city, facts.course.id)))
        if (row.integer(1) > scheduled)
            add_finding(findings, "training.trainer_overpaid", Severity::Warn, {{"name", row.text(0)}, {"hours", Clock::of(row.integer(1)).str()}, {"scheduled", Clock::of(scheduled).str()}});
    return Done {};
}

/// A post-test is for who was there at the last meeting that counts.
void check_tests(CourseFacts const& facts, Findings& findings)
{
    if (facts.attendance.counted.empty())
        return;
    auto const last = facts.attendance.counted.back();
    for (auto const& seat : facts.seats) {
        auto const* line = facts.attendance.of(seat.id);
        if (!seat.post_score || line == nullptr)
            continue;
        auto const was_there = std::ranges::any_of(line->marks, [&](Presence const& mark) { return mark.session == last && mark.present; });
        if (!was_there)
            add_finding(findings, "training.test_absent", Severity::Warn, {{"name", seat.name}, {"score", std::to_string(*seat.post_score)}}, facts.session_href(last));
    }
}

Result<void> check_mark_times(CourseFacts const& facts, Findings& findings)
{
    std::map<SessionId, std::int64_t> late, odd;
    std::map<SessionId, SessionTimes> times;
    for (auto const& session : facts.sessions)
        times.emplace(session.id, times_of(session, facts.services.zone));
    for (auto const& row : TRY(facts.tx.run(sql::mark_times, facts.services.city, facts.course.id))) {
        auto const session = row.id<SessionId>(0);
        auto const& of = times.at(session);
        auto const made_at = row.maybe_instant(1);
        late[session] += is_late(of, row.instant(2)) ? 1 : 0;
        odd[session] += made_at && is_clock_odd(of, *made_at) ? 1 : 0;
    }
    for (auto const& session : facts.sessions) {
        if (late[session.id] > 0)
            add_finding(findings, "training.marked_late", Severity::Info, {{"number", std::to_string(session.number)}, {"count", std::to_string(late[session.id])}}, facts.session_href(session.id));
        if (odd[session.id] > 0)
            add_finding(findings, "training.clock_odd", Severity::Info, {{"number", std::to_string(session.number)}, {"count", std::to_string(odd[session.id])}}, facts.session_href(session.id));
    }
    return Done {};
}

} // namespace

Result<std::vector<AttendanceFinding>> attendance_findings(db::ReadTx& tx, Services const& services, Course const& course)
{
    auto sessions = TRY(sessions_of(tx, services.city, course.id));
    auto seats = TRY(seats_of(tx, services.city, course.id));
    auto attendance = TRY(attendance_of(tx, services.city, course.id));
    CourseFacts const facts {tx, services, course, std::move(sessions), std::move(seats), std::move(attendance)};
    Findings findings;
    for (auto const check : {check_portions, check_places, check_photos, check_devices, check_trainers, check_mark_times})
        TRY(check(facts, findings));
    check_tests(facts, findings);
    return findings;
}

} // namespace rtkeren::training
