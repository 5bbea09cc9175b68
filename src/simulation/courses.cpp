#include "base/text.hpp"
#include "programme/programme.hpp"
#include "simulation/registering.hpp"
#include "simulation/year.hpp"
#include "training/training.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <set>

namespace rtkeren::simulation {

namespace {

constexpr int quota = 20;

struct TopicChoice {
    std::string_view category, code, title, made; // of the menu; of topics.csv
    int trade; // whose articles are made, in trades()
    int meetings;
};
constexpr TopicChoice topics[] {{"pelatihan_kue", "bakpia", "Bakpia dan kue kering", "Bakpia kering", 0, 4}, {"pelatihan_kue", "kue_basah", "Jajanan pasar", "Lemper", 2, 4},
    {"pelatihan_kue", "keripik", "Keripik singkong", "Keripik singkong", 3, 4}, {"pelatihan_frozen", "frozen_food", "Nugget dan rolade", "Nugget ayam", 10, 4},
    {"pelatihan_minuman", "sirup", "Sirup jahe", "Sirup jahe", 11, 4}, {"pelatihan_minuman", "herbal_kering", "Jahe instan", "Jahe merah instan", 13, 4},
    {"pelatihan_jahit", "menjahit", "Menjahit dasar", "Celemek", 19, 6}, {"pelatihan_kerajinan", "kerajinan", "Bros dan aksesori", "Bros jilbab", 25, 4},
    {"pelatihan_kerajinan", "tas_rajut", "Tas rajut", "Tas rajut", 25, 4}, {"pelatihan_batik", "batik", "Batik tulis", "Kain batik", 21, 6},
    {"pelatihan_usaha", "pemasaran", "Usaha dan pemasaran", "Rencana usaha", 0, 4}};

/// One course on the way through its year.
struct Course {
    Unit const* unit;
    TopicChoice const* topic;
    programme::Purse purse;
    std::vector<std::string> lines;
    Date start;
    std::string login, leader; // who manages it; who leads its meetings
    std::string id;
    std::vector<training::Session> meetings {};
    std::vector<training::Seat> seats {};

    [[nodiscard]] Date meeting(int nth) const { return start.plus_days(nth / 2 * 7 + nth % 2); }
    [[nodiscard]] Date last() const { return meeting(topic->meetings - 1); }
    [[nodiscard]] Date call_from() const { return start.plus_days(-24); }
    [[nodiscard]] Date call_until() const { return start.plus_days(-12); }
};

int percent_of(Year const& year)
{
    if (year.pack->unit_scope == "pilot")
        return 100;
    return year.running ? 20 : year.number % 2 == 0 ? 10 : 16;
}

TopicChoice const* topic_of(Market& market, std::string_view category)
{
    std::vector<TopicChoice const*> fitting;
    for (auto const& topic : topics)
        if (topic.category == category)
            fitting.push_back(&topic);
    return fitting.empty() ? nullptr : fitting[market.random.below(fitting.size())];
}

/// The purse for courses and its lines that nobody holds yet.
Result<std::optional<Course>> planned_on(Market& market, Year const& year, Unit const& unit)
{
    return db::read(market.world.services.db, [&](db::ReadTx& tx) -> Result<std::optional<Course>> {
        auto const purses = TRY(programme::purses_of_unit(tx, market.world.city.id, year.number, unit.rt->id));
        for (auto const& purse : purses) {
            Course course {.unit = &unit, .topic = nullptr, .purse = purse, .lines = {}, .start = {}, .login = {}, .leader = {}, .id = {}, .meetings = {}, .seats = {}};
            auto const lines = TRY(planning::approved_lines(tx, market.world.city.id, purse.id));
            for (auto const& line : lines)
                if (auto const* item = year.pack->menu_item(line.category); item && item->training && !line.dropped_on)
                    course.lines.push_back(line.id.str());
            if (course.lines.empty() || !purse.pokmas)
                continue;
            course.topic = topic_of(market, lines.front().category);
            if (course.topic)
                return std::optional(std::move(course));
        }
        return std::optional<Course> {};
    });
}

/// Past years between July and September. In the running year some still go on; at home one meets today and one ended in summer.
Date start_day(Market& market, Year const& year, std::size_t nth_at_home)
{
    auto const tuesday = [](Date day) { return Market::office_day(day, std::chrono::Tuesday); };
    if (!year.running || nth_at_home > 1)
        return tuesday(market.between(year.day(6, 25), year.running ? year.day(11, 5) : year.day(9, 17)));
    Date const days[] {market.today.plus_days(-7), year.day(7, 8)};
    return tuesday(days[nth_at_home]);
}

Result<std::vector<Course>> courses_of(Market& market, Year const& year)
{
    std::vector<Course> all;
    std::size_t at_home = 0;
    for (auto const& unit : year.units) {
        auto const is_home = year.running && unit.kelurahan->code == market.world.home;
        auto const is_wanted = (is_home && at_home < 2) || market.random.chance(percent_of(year));
        if (!is_wanted)
            continue;
        auto course = TRY(planned_on(market, year, unit));
        if (!course)
            continue;
        course->start = start_day(market, year, is_home ? at_home++ : 9);
        course->login = market.world.login_of("pokmas_ketua", unit.rw->code);
        course->leader = market.world.login_of("fasilitator", unit.kelurahan->code);
        all.push_back(std::move(*course));
    }
    return all;
}

using Courses = std::vector<Course>;

/// One station of the way for every course that has come so far: the steps that `of` gives, and the courses whose they are.
template<class Of>
Result<std::vector<std::pair<Course*, operations::Answer>>> station(Market& market, Courses& courses, std::string_view what, Of const& of)
{
    std::vector<Step> steps;
    std::vector<Course*> whose;
    for (auto& course : courses) {
        std::vector<Step> own;
        of(course, own);
        for (auto& step : own) {
            if (!market.is_past(step.at.date_in(market.world.services.zone)))
                continue;
            steps.push_back(std::move(step));
            whose.push_back(&course);
        }
    }
    TRY(market.pictures.name_all(market.world));
    auto answers = TRY(run_steps(market.world, what, steps));
    std::vector<std::pair<Course*, operations::Answer>> all;
    for (std::size_t i = 0; i < answers.size(); ++i)
        all.emplace_back(whose[i], std::move(answers[i]));
    return all;
}

boost::json::object plan_fields(Course const& course)
{
    boost::json::array lines, sessions;
    for (auto const& line : course.lines)
        lines.push_back(boost::json::string(line));
    for (int nth = 0; nth < course.topic->meetings; ++nth)
        sessions.push_back({{"on", course.meeting(nth).iso()}, {"begins", "08.00"}, {"ends", "12.00"}});
    return {{"purse", course.purse.id.str()}, {"lines", std::move(lines)}, {"topic", course.topic->code}, {"title", fmt::format("{} {}", course.topic->title, course.purse.unit_name)},
        {"venue", fmt::format("Balai {} (contoh)", course.unit->kelurahan->name)}, {"quota", quota}, {"call_from", course.call_from().iso()}, {"call_until", course.call_until().iso()},
        {"target", "Warga RT yang punya atau akan memulai usaha"}, {"sessions", std::move(sessions)}};
}

Result<void> plan(Market& market, Courses& courses)
{
    auto const planned = TRY(station(market, courses, "pelatihan direncanakan", [&](Course& course, std::vector<Step>& steps) {
        auto input = plan_fields(course);
        auto const leader = market.world.facilitators.find(course.unit->kelurahan->code);
        if (leader != market.world.facilitators.end())
            input["facilitator"] = leader->second.str();
        steps.push_back({"training.plan", course.login, std::move(input), market.hour_of(course.start.plus_days(-30))});
    }));
    for (auto const& [course, answer] : planned)
        course->id = answer.id;
    std::erase_if(courses, [](Course const& course) { return course.id.empty(); });
    return Done {};
}

/// Eight trainers who go about the city.
void add_trainer(Market& market, Course const& course, std::vector<Step>& steps)
{
    static constexpr std::string_view names[] {"Suryani Widyastuti", "Hartono Wibowo", "Mulyani Safitri", "Gunawan Pamungkas", "Retno Indrawati", "Fajar Nurhadi", "Ratna Permatasari", "Bambang Sasmito"};
    auto const nth = (static_cast<std::size_t>(course.topic - topics) * 3 + market.random.below(3)) % std::size(names);
    steps.push_back({"training.add_trainer", course.login,
        {{"course", course.id}, {"name", names[nth]}, {"phone", phone_number(19'000 + nth)}, {"nik", fmt::format("357202{:02}0{}75{:04}", 11 + nth + (nth % 2 == 0 ? 40 : 0), 1 + nth, 9001 + nth)},
            {"place", market.world.home}, {"expertise", course.topic->title}, {"hours", course.topic->meetings * 4}, {"honor", 3'600'000}},
        market.hour_of(course.start.plus_days(-28))});
}

/// Who has a business in the kelurahan and was in no course this year, and neighbours who have none yet.
class Applicants {
public:
    explicit Applicants(Market& market) : m_market(market)
    {
        for (auto const& enterprise : market.enterprises)
            if (!market.owner_of(enterprise).person.empty() && !enterprise.is_second)
                m_near[enterprise.kelurahan->code].push_back(&enterprise);
    }
    void add(Course const& course, std::vector<Step>& steps)
    {
        auto& random = m_market.random;
        auto left = quota - 4 + static_cast<int>(random.below(11));
        auto owners = left / 2;
        auto const& near = m_near[course.unit->kelurahan->code];
        for (int tries = 0; owners > 0 && tries < 200 && !near.empty(); ++tries) {
            auto const& enterprise = *near[random.below(near.size())];
            auto const& owner = m_market.owner_of(enterprise);
            auto const is_open = enterprise.recorded < course.call_from() && !(enterprise.closed && *enterprise.closed < course.last());
            if (!is_open || enterprise.care < 25 || !m_taken.insert(owner.person).second)
                continue;
            push(course, {{"person", owner.person}}, steps);
            --owners;
            --left;
        }
        for (; left > 0; --left)
            push(course, {{"name", owner_name(random, random.chance(85))}, {"phone", phone_number(60'000 + m_market.newcomers++)}, {"place", course.unit->rt->code}}, steps);
    }

private:
    void push(Course const& course, boost::json::object input, std::vector<Step>& steps)
    {
        input["course"] = course.id;
        input["idea"] = m_market.random.chance(70) ? fmt::format("{} untuk dijual", course.topic->made) : "";
        input["poor"] = m_market.random.chance(28) ? "yes" : m_market.random.chance(60) ? "no" : "unknown";
        input["consent"] = true;
        auto const day = m_market.between(course.call_from(), course.call_until());
        steps.push_back({"training.add_seat", course.leader, std::move(input), m_market.hour_of(day)});
    }

    Market& m_market;
    std::map<std::string, std::vector<Enterprise const*>> m_near;
    std::set<std::string> m_taken;
};

/// One plain step of the machine.
Result<void> step_all(Market& market, Courses& courses, std::string_view what, std::string operation, Date (*day)(Course const&))
{
    TRY(station(market, courses, what, [&](Course& course, std::vector<Step>& steps) { steps.push_back({operation, course.login, {{"course", course.id}}, market.hour_of(day(course))}); }));
    return Done {};
}

Result<void> read_courses(Market& market, Courses& courses)
{
    return db::read(market.world.services.db, [&](db::ReadTx& tx) -> Result<void> {
        for (auto& course : courses) {
            auto const id = training::CourseId::parse(course.id).value();
            course.meetings = TRY(training::sessions_of(tx, market.world.city.id, id));
            course.seats = TRY(training::seats_of(tx, market.world.city.id, id));
            std::erase_if(course.seats, [](training::Seat const& seat) { return !seat.takes_part(); });
        }
        return Done {};
    });
}

/// One of eleven stays away for good: by the name, since ids are others in each city.
bool stays(training::Seat const& seat) { return std::accumulate(seat.name.begin(), seat.name.end(), 0, [](int sum, char c) { return sum + c; }) % 11 != 0; }
bool comes(Market& market, training::Seat const& seat) { return stays(seat) && market.random.chance(93); }

/// The signed list is photographed after each meeting; the home kelurahan has pictures of its own.
Result<void> attend(Market& market, Courses& courses)
{
    TRY(station(market, courses, "daftar hadir", [&](Course& course, std::vector<Step>& steps) {
        for (auto const& meeting : course.meetings) {
            auto const ends = Instant::start_of(meeting.on, market.world.services.zone).plus_seconds(meeting.ends * 60);
            boost::json::array signers;
            for (auto const& seat : course.seats)
                if (comes(market, seat))
                    signers.push_back(boost::json::string(seat.id.str()));
            if (signers.empty())
                continue;
            auto const own = course.unit->kelurahan->code == market.world.home ? ++market.lists : 0;
            steps.push_back({"training.mark_paper", course.leader,
                {{"session", meeting.id.str()}, {"file", market.pictures.hash_of("daftar_hadir", "Daftar hadir", own)}, {"seats", std::move(signers)}}, ends.plus_seconds(900)});
            steps.push_back({"training.close_session", course.leader, {{"session", meeting.id.str()}, {"note", ""}}, ends.plus_seconds(1800)});
        }
    }));
    return Done {};
}

boost::json::array scores_of(Market& market, Course const& course, int low, int high)
{
    boost::json::array scores;
    for (auto const& seat : course.seats)
        if (stays(seat))
            scores.push_back({{"seat", seat.id.str()}, {"score", market.random.between(low, high)}});
    return scores;
}

Result<void> finish(Market& market, Courses& courses)
{
    TRY(station(market, courses, "nilai awal", [&](Course& course, std::vector<Step>& steps) {
        steps.push_back({"training.record_scores", course.leader, {{"course", course.id}, {"kind", "pre"}, {"scores", scores_of(market, course, 25, 65)}}, market.hour_of(course.start.plus_days(1))});
    }));
    TRY(station(market, courses, "pertemuan selesai", [&](Course& course, std::vector<Step>& steps) {
        boost::json::array dropped;
        for (auto const& seat : course.seats)
            if (!stays(seat))
                dropped.push_back({{"seat", seat.id.str()}, {"reason", "Tidak datang lagi (contoh)"}});
        steps.push_back({"training.finish", course.leader, {{"course", course.id}, {"dropped", std::move(dropped)}}, market.hour_of(course.last().plus_days(1))});
    }));
    TRY(station(market, courses, "nilai akhir", [&](Course& course, std::vector<Step>& steps) {
        steps.push_back({"training.record_scores", course.leader, {{"course", course.id}, {"kind", "post"}, {"scores", scores_of(market, course, 55, 96)}}, market.hour_of(course.last().plus_days(2))});
    }));
    return Done {};
}

/// What some of them made, with what it cost.
void add_results(Market& market, Course const& course, std::vector<Step>& steps)
{
    for (std::size_t i = 0; i < course.seats.size(); i += 5) {
        auto const& seat = course.seats[i];
        if (!stays(seat))
            continue;
        auto const each = market.random.between(4, 12) * 1'000;
        boost::json::array materials {{{"name", "Bahan utama"}, {"quantity", "2"}, {"unit", "kg"}, {"price", each * 3}}, {{"name", "Kemasan"}, {"quantity", "10"}, {"unit", "lembar"}, {"price", 700}}};
        steps.push_back({"training.record_result", course.leader,
            {{"seat", seat.id.str()}, {"product", course.topic->made}, {"pieces", 10}, {"price", each * 8 / 5}, {"materials", std::move(materials)},
                {"photo", market.pictures.hash_of("hasil_" + std::string(course.topic->code), "Hasil " + std::string(course.topic->title), 0)}},
            market.hour_of(course.last().plus_days(2))});
    }
}

/// A new business of somebody who had none.
boost::json::object founded(Market& market, Course const& course, training::Seat const& seat)
{
    auto const is_woman = true;
    Enterprise made {.owner = 0, .trade = &trades()[static_cast<std::size_t>(course.topic->trade)], .kelurahan = course.unit->kelurahan, .rw = course.unit->rw, .rt = course.unit->rt,
        .name = {}, .brand = {}, .place_kind = "rumah", .started = course.last(), .recorded = course.last().plus_days(3), .closed = {}, .care = static_cast<int>(market.random.between(20, 80))};
    made.month_sales = made.trade->month_low * 1'000;
    made.name = business_name(market.random, *made.trade, seat.name, is_woman);
    auto input = business_fields(market, made);
    input["owner"] = seat.person.str();
    return input;
}

/// Each who finished goes on with their own business, with one that begins now, in a group, or not.
Result<void> tell_outcomes(Market& market, Courses& courses)
{
    std::map<std::string, std::string> business_of;
    for (auto const& enterprise : market.enterprises)
        if (!enterprise.id.empty() && !enterprise.is_second)
            business_of.emplace(market.owner_of(enterprise).person, enterprise.id);
    std::vector<training::Seat const*> founders;
    auto const started = TRY(station(market, courses, "usaha baru", [&](Course& course, std::vector<Step>& steps) {
        for (auto const& seat : course.seats)
            if (stays(seat) && !business_of.contains(seat.person.str()) && market.is_past(course.last().plus_days(3)) && market.random.chance(34)) {
                steps.push_back({"enterprise.register_for", market.world.login_of("pendamping", course.unit->kelurahan->code), founded(market, course, seat), market.hour_of(course.last().plus_days(3))});
                founders.push_back(&seat);
            }
    }));
    for (std::size_t i = 0; i < started.size(); ++i)
        business_of.emplace(founders[i]->person.str(), started[i].second.id);
    TRY(station(market, courses, "hasil peserta", [&](Course& course, std::vector<Step>& steps) {
        add_results(market, course, steps);
        for (auto const& seat : course.seats) {
            if (!stays(seat))
                continue;
            auto const own = business_of.find(seat.person.str());
            boost::json::object input {{"seat", seat.id.str()}};
            if (own != business_of.end())
                input.insert({{"outcome", "business"}, {"business", own->second}});
            else if (market.random.chance(24))
                input.insert({{"outcome", "group"}, {"reason", fmt::format("Kelompok {} (contoh)", course.topic->title)}});
            else
                input.insert({{"outcome", "will_not_continue"}, {"reason", market.random.chance(50) ? "Mengurus anak" : "Belum punya modal"}});
            steps.push_back({"training.record_outcome", course.leader, std::move(input), market.hour_of(course.last().plus_days(4))});
        }
    }));
    return Done {};
}

Result<void> call_and_choose(Market& market, Courses& courses)
{
    TRY(station(market, courses, "pelatih", [&](Course& course, std::vector<Step>& steps) { add_trainer(market, course, steps); }));
    TRY(step_all(market, courses, "pendaftaran dibuka", "training.open", [](Course const& course) { return course.call_from().plus_days(-1); }));
    Applicants applicants(market);
    TRY(station(market, courses, "pendaftar", [&](Course& course, std::vector<Step>& steps) { applicants.add(course, steps); }));
    TRY(step_all(market, courses, "peserta ditetapkan", "training.select", [](Course const& course) { return course.call_until().plus_days(3); }));
    TRY(read_courses(market, courses));
    return step_all(market, courses, "pelatihan dimulai", "training.start", [](Course const& course) { return course.start; });
}

} // namespace

Result<void> make_courses(Market& market, Year const& year)
{
    if (year.number == market.world.options.first_year)
        TRY(run_steps(market.world, "topik pelatihan", {{"training.take_topics", market.world.login_of("dinas", market.world.city.code), {}, market.hour_of(market.first_day)}}));
    auto courses = TRY(courses_of(market, year));
    TRY(plan(market, courses));
    TRY(call_and_choose(market, courses));
    TRY(attend(market, courses));
    TRY(finish(market, courses));
    TRY(tell_outcomes(market, courses));
    TRY(step_all(market, courses, "sertifikat", "training.issue_certificates", [](Course const& course) { return course.last().plus_days(6); }));
    TRY(step_all(market, courses, "pelatihan ditutup", "training.close", [](Course const& course) { return course.last().plus_days(7); }));
    for (auto const& course : courses)
        if (market.is_past(course.last().plus_days(7)))
            market.courses.push_back({course.id, course.unit->kelurahan, course.last()});
    return Done {};
}

} // namespace rtkeren::simulation
