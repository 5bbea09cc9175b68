#include "simulation/course.hpp"
#include "training/attendance.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

/// Who came, and how that is known.
namespace rtkeren::simulation {
namespace {

constexpr std::int64_t a_minute = 60;

bool comes(Market& market, training::Seat const& seat) { return stays(seat) && market.random.chance(93); }

Instant at_minute(Market const& market, Date day, std::int64_t minute) { return Instant::start_of(day, market.world.services.zone).plus_seconds(minute * a_minute); }

/// The list, photographed and sent a quarter of an hour after the end; then the meeting is closed: who has no mark was absent.
void add_list(Market& market, Course const& course, training::Session const& meeting, boost::json::array signers, std::size_t picture, std::vector<Step>& steps)
{
    auto const ends = at_minute(market, meeting.on, meeting.ends);
    steps.push_back({"training.mark_paper", course.leader,
        {{"session", meeting.id.str()}, {"file", market.pictures.hash_of("daftar_pertemuan", "Daftar hadir pertemuan", picture)}, {"seats", std::move(signers)}}, ends.plus_seconds(15 * a_minute)});
    steps.push_back({"training.close_session", course.leader, {{"session", meeting.id.str()}, {"note", ""}}, ends.plus_seconds(30 * a_minute)});
}

/// Each meeting has a photo of its own. In the shown course that has ended the second meeting was sent with the photo of the first: the checks are to find it.
void attend_by_list(Market& market, Course const& course, std::vector<Step>& steps)
{
    for (auto const& meeting : course.meetings) {
        if (!market.is_past(meeting.on))
            continue;
        boost::json::array signers;
        for (auto const& seat : course.seats)
            if (comes(market, seat))
                signers.push_back(boost::json::string(seat.id.str()));
        if (signers.empty())
            continue;
        auto const is_sent_twice = course.shown == Shown::Ended && meeting.number == 2;
        add_list(market, course, meeting, std::move(signers), is_sent_twice ? market.lists : ++market.lists, steps);
    }
}

/// The course that meets today.
class ShownMeetings {
public:
    ShownMeetings(Market& market, Course& course) : m_market(market), m_course(course) { }

    Result<void> make()
    {
        TRY(print_slips());
        std::vector<Step> steps;
        add_first(steps);
        add_second(steps);
        add_changes(steps);
        std::ranges::stable_sort(steps, {}, &Step::at);
        TRY(m_market.pictures.name_all(m_market.world));
        TRY(run_steps(m_market.world, "presensi", steps));
        return Done {};
    }

private:
    training::Session const& meeting(std::size_t nth) const { return m_course.meetings[nth]; }
    /// The last one on the list says that they were there all the same.
    bool was_overlooked(training::Seat const& seat) const { return seat.id == m_course.seats.back().id; }

    Result<void> print_slips()
    {
        auto& world = m_market.world;
        TRY(run_steps(world, "slip peserta", {{"training.print_slips", m_course.leader, {{"course", m_course.id}, {"seats", boost::json::array {}}}, m_market.hour_of(m_course.start.plus_days(-1))}}));
        auto const id = training::CourseId::parse(m_course.id).value();
        for (auto const& slip : TRY(db::read(world.services.db, [&](db::ReadTx& tx) { return training::slips_of(tx, world.services, id); })))
            m_codes.emplace(slip.seat, slip.code);
        return Done {};
    }

    /// A third with the QR, a third on the facilitator's phone, half of these without a signal; the list has everybody but those who went home early.
    void add_first(std::vector<Step>& steps)
    {
        auto const& first = meeting(0);
        auto const begins = at_minute(m_market, first.on, first.begins), ends = at_minute(m_market, first.on, first.ends);
        boost::json::array signers;
        for (std::size_t i = 0; i < m_course.seats.size(); ++i) {
            auto const& seat = m_course.seats[i];
            if (was_overlooked(seat) || !comes(m_market, seat))
                continue;
            if (i % 3 == 0)
                add_scan(seat, begins.plus_seconds(static_cast<std::int64_t>(2 + i) * a_minute), steps);
            if (i % 3 == 1)
                add_mark(seat, begins.plus_seconds(static_cast<std::int64_t>(20 + i) * a_minute), i % 2 == 0 ? std::optional(ends.plus_seconds(10 * a_minute)) : std::nullopt, steps);
            if (i % 9 != 0)
                signers.push_back(boost::json::string(seat.id.str()));
        }
        add_list(m_market, m_course, first, std::move(signers), ++m_market.lists, steps);
        steps.push_back({"training.dispute", std::string(participant),
            {{"slip_code", m_codes.at(m_course.seats.back().id)}, {"session", first.id.str()}, {"says", "present"},
                {"words", "Saya datang pukul 08.20 dan duduk di belakang, tetapi tidak kebagian daftar hadir (contoh)."}},
            ends.plus_seconds(7 * 60 * a_minute)});
    }

    void add_scan(training::Seat const& seat, Instant at, std::vector<Step>& steps)
    {
        steps.push_back({"training.scan", std::string(participant),
            {{"ticket", training::session_token(m_market.world.services.keys, meeting(0).id, at)}, {"slip_code", m_codes.at(seat.id)}, {"device", "ponsel peserta " + seat.id.str()}}, at});
    }

    /// `sent`: when the phone had a signal again; it says itself when the mark was made.
    void add_mark(training::Seat const& seat, Instant at, std::optional<Instant> sent, std::vector<Step>& steps)
    {
        Step step {"training.mark", m_course.leader, {{"session", meeting(0).id.str()}, {"seat", seat.id.str()}, {"mark", "present"}, {"reason", ""}, {"device", "ponsel fasilitator"}}, sent.value_or(at)};
        if (sent)
            step.made_at = at;
        steps.push_back(std::move(step));
    }

    /// Moved to the day after; who came signed the list.
    void add_second(std::vector<Step>& steps)
    {
        auto second = meeting(1);
        second.on = second.on.plus_days(1);
        auto input = times_of(second);
        input.insert({{"session", second.id.str()}, {"version", second.version}, {"reason", "Balai dipakai rapat kelurahan (contoh)"}});
        steps.push_back({"training.move_session", m_course.leader, std::move(input), at_minute(m_market, m_course.start, 16 * 60)});
        boost::json::array signers;
        for (auto const& seat : m_course.seats)
            if (was_overlooked(seat) || comes(m_market, seat))
                signers.push_back(boost::json::string(seat.id.str()));
        add_list(m_market, m_course, second, std::move(signers), ++m_market.lists, steps);
    }

    /// One that lies ahead was called off, and another stands for it.
    void add_changes(std::vector<Step>& steps)
    {
        auto const& off = meeting(3);
        auto const at = at_minute(m_market, m_market.today.plus_days(-1), 15 * 60);
        steps.push_back({"training.cancel_session", m_course.leader, {{"session", off.id.str()}, {"reason", "Pelatih berhalangan (contoh)"}}, at});
        auto instead = off;
        instead.on = m_course.last().plus_days(3);
        auto input = times_of(instead);
        input.insert({{"course", m_course.id}, {"reason", "Pengganti pertemuan yang dibatalkan (contoh)"}});
        steps.push_back({"training.add_session", m_course.leader, std::move(input), at.plus_seconds(10 * a_minute)});
    }

    static boost::json::object times_of(training::Session const& meeting)
    {
        return {{"on", meeting.on.iso()}, {"begins", training::Clock::of(meeting.begins).str()}, {"ends", training::Clock::of(meeting.ends).str()}};
    }

    Market& m_market;
    Course& m_course;
    std::map<training::SeatId, std::string> m_codes;
};

} // namespace

bool stays(training::Seat const& seat) { return std::accumulate(seat.name.begin(), seat.name.end(), 0, [](int sum, char c) { return sum + c; }) % 11 != 0; }

Result<void> attend(Market& market, Courses& courses)
{
    TRY(station(market, courses, "daftar hadir", [&](Course& course, std::vector<Step>& steps) {
        if (course.shown != Shown::MeetsToday)
            attend_by_list(market, course, steps);
    }));
    for (auto& course : courses)
        if (course.shown == Shown::MeetsToday && !course.seats.empty())
            TRY(ShownMeetings(market, course).make());
    return Done {};
}

} // namespace rtkeren::simulation
