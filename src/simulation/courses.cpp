#include "base/text.hpp"
#include "simulation/course.hpp"
#include "simulation/registering.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rtkeren::simulation {

namespace {

constexpr TopicChoice topics[] {{"pelatihan_kue", "bakpia", "Bakpia dan kue kering", "Bakpia kering", 0, 4}, {"pelatihan_kue", "kue_basah", "Jajanan pasar", "Lemper", 2, 4},
    {"pelatihan_kue", "keripik", "Keripik singkong", "Keripik singkong", 3, 4}, {"pelatihan_frozen", "frozen_food", "Nugget dan rolade", "Nugget ayam", 10, 4},
    {"pelatihan_minuman", "sirup", "Sirup jahe", "Sirup jahe", 11, 4}, {"pelatihan_minuman", "herbal_kering", "Jahe instan", "Jahe merah instan", 13, 4},
    {"pelatihan_jahit", "menjahit", "Menjahit dasar", "Celemek", 19, 6}, {"pelatihan_kerajinan", "kerajinan", "Bros dan aksesori", "Bros jilbab", 25, 4},
    {"pelatihan_kerajinan", "tas_rajut", "Tas rajut", "Tas rajut", 25, 4}, {"pelatihan_batik", "batik", "Batik tulis", "Kain batik", 21, 6},
    {"pelatihan_usaha", "pemasaran", "Usaha dan pemasaran", "Rencana usaha", 0, 4}};

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
            Course course {.unit = &unit, .topic = nullptr, .purse = purse, .lines = {}, .start = {}, .login = {}, .leader = {}};
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

/// What the courses of the home kelurahan show in the running year, in the order of its RT.
constexpr Shown shown_at_home[] {Shown::MeetsToday, Shown::Ended, Shown::Called, Shown::Chosen};

/// Past years between July and September; in the running year some still go on.
Date start_day(Market& market, Year const& year, Shown shown)
{
    auto const tuesday = [](Date day) { return Market::office_day(day, std::chrono::Tuesday); };
    switch (shown) {
    case Shown::MeetsToday:
        return tuesday(market.today.plus_days(-7));
    case Shown::Ended:
        return tuesday(year.day(7, 8));
    case Shown::Called:
        return tuesday(market.today.plus_days(14));
    case Shown::Chosen:
        return tuesday(market.today.plus_days(4));
    case Shown::Nothing:
        break;
    }
    return tuesday(market.between(year.day(6, 25), year.running ? year.day(11, 5) : year.day(9, 17)));
}

/// An RT of the pokmas of the sign-in page keeps its lines for a course that somebody plans who looks around.
bool keeps_its_lines(Market const& market, Unit const& unit) { return unit.rw->code == market.world.home + ".001" && unit.rt == &unit.rw->rts.back(); }

Result<Courses> courses_of(Market& market, Year const& year)
{
    Courses all;
    std::size_t at_home = 0;
    for (auto const& unit : year.units) {
        auto const is_home = year.running && unit.kelurahan->code == market.world.home;
        auto const is_shown = is_home && at_home < std::size(shown_at_home);
        auto const is_wanted = is_shown || market.random.chance(percent_of(year));
        if (!is_wanted || (is_home && keeps_its_lines(market, unit)))
            continue;
        auto course = TRY(planned_on(market, year, unit));
        if (!course)
            continue;
        course->shown = is_shown ? shown_at_home[at_home++] : Shown::Nothing;
        course->start = start_day(market, year, course->shown);
        course->login = market.world.login_of("pokmas_ketua", unit.rw->code);
        course->leader = market.world.login_of("fasilitator", unit.kelurahan->code);
        all.push_back(std::move(*course));
    }
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
        {"venue", fmt::format("Balai {} (contoh)", course.unit->kelurahan->name)}, {"quota", course_quota}, {"call_from", course.call_from().iso()}, {"call_until", course.call_until().iso()},
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

Result<void> call_and_choose(Market& market, Courses& courses, Applicants& applicants)
{
    TRY(station(market, courses, "pelatih", [&](Course& course, std::vector<Step>& steps) { add_trainer(market, course, steps); }));
    TRY(step_all(market, courses, "pendaftaran dibuka", "training.open", [](Course const& course) { return course.call_from().plus_days(-1); }));
    TRY(apply_and_choose(market, courses, applicants));
    TRY(read_courses(market, courses));
    return step_all(market, courses, "pelatihan dimulai", "training.start", [](Course const& course) { return course.start; });
}

Result<void> go_through(Market& market, Courses& courses, Applicants& applicants)
{
    TRY(plan(market, courses));
    TRY(call_and_choose(market, courses, applicants));
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

} // namespace

Result<std::vector<std::pair<Course*, operations::Answer>>> station(Market& market, Courses& courses, std::string_view what, std::function<void(Course&, std::vector<Step>&)> const& of)
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

/// Those of the summer first: who was in one of them is known to have been when the later ones choose.
Result<void> make_courses(Market& market, Year const& year)
{
    if (year.number == market.world.options.first_year)
        TRY(run_steps(market.world, "topik pelatihan", {{"training.take_topics", market.world.login_of("dinas", market.world.city.code), {}, market.hour_of(market.first_day)}}));
    auto summer = TRY(courses_of(market, year));
    auto const begins_later = std::ranges::stable_partition(summer, [&](Course const& course) { return course.start < year.day(8, 20); });
    Courses autumn(std::make_move_iterator(begins_later.begin()), std::make_move_iterator(begins_later.end()));
    summer.erase(begins_later.begin(), begins_later.end());
    Applicants applicants(market);
    TRY(go_through(market, summer, applicants));
    return go_through(market, autumn, applicants);
}

} // namespace rtkeren::simulation
