#include "simulation/course.hpp"

#include <fmt/format.h>

#include <algorithm>

/// Who answers the calls of courses, and who is chosen.
namespace rtkeren::simulation {
namespace {

constexpr std::size_t come_again = 3;

bool is_called(Course const& course) { return course.shown == Shown::Called || course.shown == Shown::Chosen; }

} // namespace

Applicants::Applicants(Market& market) : m_market(market)
{
    for (auto const& enterprise : market.enterprises)
        if (!market.owner_of(enterprise).person.empty() && !enterprise.is_second)
            m_near[enterprise.kelurahan->code].push_back(&enterprise);
}

void Applicants::add(Course const& course, std::vector<Step>& steps)
{
    auto const all = is_called(course) ? course_quota + 7 : course_quota - 4 + static_cast<int>(m_market.random.below(11));
    auto const before = steps.size();
    if (is_called(course)) {
        add_again(course, steps);
        for (int nth = 0; nth < 2; ++nth) // two of one family: the number of their card is the same
            add_newcomer(course, fmt::format("3572030101{:02}9001", course.start.month()), steps);
    }
    auto const so_far = static_cast<int>(steps.size() - before);
    add_owners(course, all / 2 - so_far / 2, steps);
    while (static_cast<int>(steps.size() - before) < all)
        add_newcomer(course, {}, steps);
}

void Applicants::add_owners(Course const& course, int how_many, std::vector<Step>& steps)
{
    auto& random = m_market.random;
    auto const& near = m_near[course.unit->kelurahan->code];
    for (int tries = 0; how_many > 0 && tries < 200 && !near.empty(); ++tries) {
        auto const& enterprise = *near[random.below(near.size())];
        auto const& owner = m_market.owner_of(enterprise);
        auto const is_open = enterprise.recorded < course.call_from() && !(enterprise.closed && *enterprise.closed < course.last());
        if (!is_open || enterprise.care < 25 || !m_taken.insert(owner.person).second)
            continue;
        if (course.shown == Shown::Ended)
            m_summer.push_back(owner.person);
        push(course, {{"person", owner.person}}, steps);
        --how_many;
    }
}

void Applicants::add_again(Course const& course, std::vector<Step>& steps)
{
    for (std::size_t i = 0; i < std::min(come_again, m_summer.size()); ++i)
        push(course, {{"person", m_summer[i]}}, steps);
}

/// Through the public page while the call of today runs, else by the facilitator who went from door to door.
void Applicants::add_newcomer(Course const& course, std::string const& household, std::vector<Step>& steps)
{
    auto& random = m_market.random;
    boost::json::object input {{"name", owner_name(random, random.chance(85))}, {"phone", phone_number(60'000 + m_market.newcomers++)}, {"place", course.unit->rt->code}};
    if (!household.empty())
        input["household"] = household;
    push(course, std::move(input), steps);
    if (course.shown != Shown::Called)
        return;
    auto& step = steps.back();
    step.operation = "training.apply";
    step.login = visitor;
    step.input["poor"] = step.input["poor"] == "yes";
}

void Applicants::push(Course const& course, boost::json::object input, std::vector<Step>& steps)
{
    input["course"] = course.id;
    input["idea"] = m_market.random.chance(70) ? fmt::format("{} untuk dijual", course.topic->made) : "";
    input["poor"] = m_market.random.chance(28) ? "yes" : m_market.random.chance(60) ? "no" : "unknown";
    input["consent"] = true;
    // What is called today has most of its applicants already.
    auto const day = m_market.between(course.call_from(), std::min(course.call_until(), m_market.today.plus_days(-1)));
    steps.push_back({"training.add_seat", course.leader, std::move(input), m_market.hour_of(day)});
}

boost::json::array Applicants::decisions(std::vector<training::Seat> const& seats) const
{
    static constexpr std::pair<std::string_view, std::string_view> words[] {{"refused", "Sudah ikut pelatihan bulan Juli; banyak warga belum pernah (contoh)"},
        {"selected", "Ketua kelompok yang menyimpan alat bersama; akan mengajar anggotanya (contoh)"}};
    boost::json::array all;
    for (std::size_t i = 0; i < std::min(std::size(words), m_summer.size()); ++i) {
        auto const seat = std::ranges::find_if(seats, [&](training::Seat const& each) { return each.person.str() == m_summer[i]; });
        if (seat != seats.end())
            all.push_back({{"seat", seat->id.str()}, {"decision", words[i].first}, {"reason", words[i].second}});
    }
    return all;
}

Result<void> apply_and_choose(Market& market, Courses& courses, Applicants& applicants)
{
    TRY(station(market, courses, "pendaftar", [&](Course& course, std::vector<Step>& steps) { applicants.add(course, steps); }));
    for (auto& course : courses)
        if (course.shown == Shown::Chosen)
            course.seats = TRY(db::read(market.world.services.db, [&](db::ReadTx& tx) { return training::seats_of(tx, market.world.city.id, training::CourseId::parse(course.id).value()); }));
    TRY(station(market, courses, "peserta ditetapkan", [&](Course& course, std::vector<Step>& steps) {
        boost::json::object input {{"course", course.id}};
        if (course.shown == Shown::Chosen)
            input["decisions"] = applicants.decisions(course.seats);
        steps.push_back({"training.select", course.login, std::move(input), market.hour_of(course.call_until().plus_days(3))});
    }));
    return Done {};
}

} // namespace rtkeren::simulation
