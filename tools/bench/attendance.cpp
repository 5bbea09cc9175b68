#include "app/rooms.hpp"
#include "app/sync.hpp"
#include "db/postgres.hpp"
#include "identity/persons.hpp"
#include "parts.hpp"
#include "report.hpp"
#include "secrets/secrets.hpp"
#include "training/training.hpp"
#include "workflow/workflow.hpp"

#include <array>

/// Attendance of 600 meetings of 25 people through the route of the phones' outboxes: each mark its own operation, savepoint, trail and stored answer.
namespace rtkeren::bench {

namespace {

constexpr std::size_t courses = 60, meetings_each = 10, seats_each = 25;
constexpr double goal_seconds = 300;
constexpr CityId city {3572};

struct Courses {
    std::unique_ptr<FixedEnv> env {std::make_unique<FixedEnv>(Instant::parse("2024-06-04T05:00:00.000Z").value(), 26)};
    secrets::Keys keys {secrets::Keys::from(*env)};
    std::unique_ptr<db::Database> database;
    Actor facilitator {.city = city, .user = UserId(env->ulid()), .person = PersonId(env->ulid()), .name = "Bench", .grants = {{"pendamping", "35.72", "", {"training.lead"}}},
        .permissions = {"training.lead"}};
    std::vector<boost::json::object> marks {}; // envelopes in the order of the meetings

    [[nodiscard]] Services services() { return {.db = *database, .env = *env, .keys = keys, .city = city, .city_name = "Kota Blitar", .evidence_folder = {}}; }
};

Result<std::vector<PersonId>> add_people(db::WriteTx& tx, operations::Context& context)
{
    std::vector<identity::NewPerson> people;
    for (std::size_t i = 0; i < seats_each; ++i)
        people.push_back({.id = context.next<PersonId>(), .name = "Peserta " + std::to_string(i), .region = "35.72.03.1002.003.001"});
    TRY(identity::add_persons(tx, context, people));
    std::vector<PersonId> ids;
    for (auto const& person : people)
        ids.push_back(person.id);
    return ids;
}

Result<std::vector<Ulid>> add_seats(db::WriteTx& tx, operations::Context& context, training::CourseId course)
{
    static constexpr db::WriteQuery<5> seat {"bench.seat",
        "INSERT INTO training_seat (city, id, course, person, household_sealed, deviates, idea, poor, came_by, earlier_topic, earlier_year, earlier_household, points, reasons, state, state_reason, decided_by_name, "
        "outcome_reason, version, entered_by, entered_by_name, entered_at) VALUES ($1, $2, $3, $4, '', FALSE, '', 'no', 'call', 0, 0, 0, 0, '[]', 'selected', '', '', '', 1, $5, 'Bench', "
        "'2024-05-01T00:00:00.000Z')"};
    std::vector<Ulid> seats;
    for (auto const& person : TRY(add_people(tx, context))) {
        seats.push_back(context.next_id());
        TRY(tx.run(seat, city, seats.back(), course, person, context.actor.user));
    }
    return seats;
}

boost::json::object mark_of(Ulid const& id, Ulid const& session, Ulid const& seat, std::int64_t seq)
{
    return {{"id", id.text()}, {"operation", "training.mark"}, {"title", "Presensi"}, {"made_at", "2024-06-03T05:00:00.000Z"}, {"device", "bench"}, {"seq", seq},
        {"input", boost::json::object {{"session", session.text()}, {"seat", seat.text()}, {"mark", seq % 7 == 0 ? "absent" : "present"}}}};
}

Result<void> add_course(db::WriteTx& tx, operations::Context& context, Courses& all)
{
    static constexpr db::WriteQuery<7> course {"bench.course",
        "INSERT INTO training_course (city, id, year, topic, title, title_fold, purse, pokmas, unit_code, kelurahan, venue, quota, call_from, call_until, starts_on, ends_on, facilitator, "
        "facilitator_name, target, legality, pack_version, example, version, entered_by, entered_by_name, entered_at) VALUES ($1, $2, 2024, 'kue', 'Kue kering', 'kue kering', $3, $4, $5, "
        "'35.72.03.1002', 'Balai', 30, '2024-05-01', '2024-05-10', '2024-06-03', '2024-06-03', $6, 'Bench', '', '[]', 1, FALSE, 1, $7, 'Bench', '2024-05-01T00:00:00.000Z')"};
    static constexpr db::WriteQuery<5> meeting {"bench.meeting",
        "INSERT INTO training_session (city, id, course, number, on_date, begins, ends, venue, subject, announced_on, moved_reason, cancelled_at, cancelled_reason, version) "
        "VALUES ($1, $2, $3, $4, '2024-06-03', $5, 1260, 'Balai', 'Adonan', '2024-06-03', '', NULL, '', 1)"};
    auto const id = context.next<training::CourseId>();
    TRY(tx.run(course, city, id, context.next_id(), context.next_id(), "35.72.03.1002.003.001", all.facilitator.person, all.facilitator.user));
    TRY(workflow::start(tx, context, training::course_machine(), {.subject = id.ulid(), .title = "Kue kering", .place = "35.72.03.1002.003.001"}));
    static constexpr db::WriteQuery<2> run {"bench.run", "UPDATE workflow_item SET state = 'running' WHERE city = $1 AND subject = $2"};
    TRY(tx.run(run, city, id));
    auto const seats = TRY(add_seats(tx, context, id));
    for (std::size_t number = 1; number <= meetings_each; ++number) {
        auto const session = context.next_id();
        TRY(tx.run(meeting, city, session, id, std::int64_t(number), std::int64_t(420 + number * 60)));
        for (auto const& seat : seats)
            all.marks.push_back(mark_of(context.next_id(), session, seat, std::int64_t(all.marks.size() + 1)));
    }
    return Done {};
}

Result<void> found(Courses& all, std::string const& url)
{
    all.database = TRY(db::Database::open(url));
    TRY(all.database->migrate(db::all_migrations()));
    auto services = all.services();
    static constexpr db::WriteQuery<2> topic {"bench.topic",
        "INSERT INTO training_topic (city, code, name, name_fold, category, product_kind, curriculum, hours, seat_cost, cost_note, retired_at, example, version, entered_by, entered_by_name, entered_at) "
        "VALUES ($1, 'kue', 'Kue kering', 'kue kering', 'pelatihan_kue', NULL, '', 12, NULL, '', NULL, FALSE, 1, $2, 'Bench', '2024-01-01T00:00:00.000Z')"};
    return db::write(*all.database, city, [&](db::WriteTx& tx) -> Result<void> {
        all.marks.clear();
        operations::Context context {services, all.facilitator, city, all.env->now(), services.today(), {}, {}, 0, all.env->ulid()};
        TRY(tx.run(topic, city, all.facilitator.user));
        for (std::size_t i = 0; i < courses; ++i)
            TRY(add_course(tx, context, all));
        return Done {};
    });
}

struct Taken {
    double seconds {0};
    std::size_t done {0}, requests {0};
};
Result<Taken> take(Courses& all)
{
    auto services = all.services();
    Taken taken;
    Stopwatch const watch;
    for (std::size_t from = 0; from < all.marks.size(); from += app::sync_items_max) {
        auto const until = std::min(from + app::sync_items_max, all.marks.size());
        boost::json::array const items(all.marks.begin() + std::ptrdiff_t(from), all.marks.begin() + std::ptrdiff_t(until));
        auto const answer = TRY(app::sync_items(services, all.facilitator, {{"person", all.facilitator.person.text()}, {"items", items}}, app::registry()));
        for (auto const& item : answer.at("items").as_array())
            taken.done += item.as_object().at("answer") == "done" ? 1 : 0;
        ++taken.requests;
    }
    taken.seconds = watch.seconds();
    return taken;
}

Result<void> measure_on(std::string const& what, std::string const& url)
{
    Courses all;
    TRY(found(all, url));
    auto const taken = TRY(take(all));
    if (taken.done != all.marks.size())
        return Error::internal("bench.marks_refused", std::to_string(all.marks.size() - taken.done));
    auto const marks = static_cast<double>(taken.done);
    print({"attendance of 600 meetings of 25 through the sync route, " + what, count(marks) + " marks in " + duration(taken.seconds) + ", " + count(marks / taken.seconds) + "/s",
        "the time that the issue allows: 300 s", decimal(goal_seconds / taken.seconds, 1), "at least 1,0", taken.seconds <= goal_seconds});
    return Done {};
}

} // namespace

Result<void> measure_attendance(Options const& options)
{
    auto const file = options.work / "attendance.sqlite";
    for (auto const* suffix : {"", "-wal", "-shm"})
        std::filesystem::remove(file.string() + suffix);
    say("600 meetings of 25");
    TRY(measure_on("SQLite", "sqlite:" + file.string()));
    if (options.postgres.empty())
        return Done {};
    TRY(db::drop_postgres_database(options.postgres, "rtk_bench_attendance"));
    TRY(db::create_postgres_database(options.postgres, "rtk_bench_attendance"));
    TRY(measure_on("PostgreSQL", db::url_of_database(options.postgres, "rtk_bench_attendance")));
    return db::drop_postgres_database(options.postgres, "rtk_bench_attendance");
}

} // namespace rtkeren::bench
