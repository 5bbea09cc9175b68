#pragma once

#include "evidence/evidence.hpp"
#include "evidence/room.hpp"
#include "identity/persons.hpp"
#include "identity/room.hpp"
#include "support/town.hpp"
#include "training/attendance.hpp"
#include "training/attendance_room.hpp"
#include "training/room.hpp"
#include "training/words_dbtest.hpp"
#include "workflow/workflow.hpp"

#include <map>

namespace rtkeren::training {

/// Monday 5 January 2026, half past eight: a course of three participants whose first meeting runs from eight to eleven; the second is cancelled, the third comes in two days.
struct AttendanceTest : tests::Town {
    static constexpr std::string_view kelurahan = "35.72.03.1002", rt = "35.72.03.1002.003.001", elsewhere = "35.72.03.1003";
    Actor tono {make_actor("Tono", "pendamping", kelurahan, {"training.lead", "training.read"})}; // the facilitator
    Actor dewi {make_actor("Dewi", "sekkel", kelurahan, {"training.read", "training.manage", "training.decide"})};
    Actor lurah {make_actor("Ratna", "lurah", kelurahan, {"training.read", "training.decide"})};
    Actor stranger {make_actor("Lain", "pendamping", elsewhere, {"training.lead", "training.read", "training.manage", "training.decide"})};
    CourseId course_id {CourseId(env.ulid())}, other_course {CourseId(env.ulid())};
    std::vector<SessionId> meetings;
    std::vector<SeatId> seats, other_seats;
    std::vector<PersonId> people;

    AttendanceTest() : Town("2026-01-05T01:30:00.000Z")
    {
        register_words();
        serve(operations(), routes(services));
        found_places({"35.72", "35.72.03", kelurahan, elsewhere, "35.72.03.1002.003", rt});
        auto const founded = write([&](db::WriteTx& tx, operations::Context& context) -> Result<void> {
            for (auto const* name : {"Siti Nur Aminah", "Budi Santoso", "Tin"}) {
                people.push_back(PersonId(env.ulid()));
                TRY(identity::add_person(tx, context, {.id = people.back(), .name = name, .phone = {}, .nik = {}, .nip = {}, .region = std::string(rt)}));
            }
            TRY(found_course(tx, context, course_id, "Kue kering", tono.person));
            TRY(found_course(tx, context, other_course, "Batik", PersonId(env.ulid())));
            meetings = {TRY(add_session(tx, course_id, 1, "2026-01-05", false)), TRY(add_session(tx, course_id, 2, "2026-01-06", true)), TRY(add_session(tx, course_id, 3, "2026-01-07", false))};
            for (auto const& person : people)
                seats.push_back(TRY(add_seat(tx, course_id, person, "selected")));
            return Done {};
        });
        EXPECT_TRUE(founded.ok()) << (founded.ok() ? "" : founded.error().code + " " + founded.error().detail);
    }

    template<class Work>
    Result<void> write(Work const& work)
    {
        return db::write(services.db, city, [&](db::WriteTx& tx) -> Result<void> {
            operations::Context context {services, dewi, city, env.now(), services.today(), {}, {}, 0, env.ulid()};
            return work(tx, context);
        });
    }
    Result<void> found_course(db::WriteTx& tx, operations::Context& context, CourseId id, std::string const& title, PersonId facilitator)
    {
        static constexpr db::WriteQuery<2> topic {"training.test_topic",
            "INSERT INTO training_topic (city, code, name, name_fold, category, product_kind, curriculum, hours, seat_cost, cost_note, retired_at, example, version, entered_by, entered_by_name, entered_at) "
            "VALUES ($1, 'kue', 'Kue kering', 'kue kering', 'pelatihan_kue', NULL, '', 12, NULL, '', NULL, FALSE, 1, $2, 'Dewi', '2026-01-01T00:00:00.000Z') ON CONFLICT DO NOTHING"};
        static constexpr db::WriteQuery<8> insert {"training.test_course",
            "INSERT INTO training_course (city, id, year, topic, title, title_fold, purse, pokmas, unit_code, kelurahan, venue, quota, call_from, call_until, starts_on, ends_on, facilitator, "
            "facilitator_name, target, legality, pack_version, example, version, entered_by, entered_by_name, entered_at) VALUES ($1, $2, 2026, 'kue', $3, $3, $4, $4, $5, $6, 'Balai', 20, "
            "'2025-12-01', '2025-12-10', '2026-01-05', '2026-01-07', $7, 'Tono', '', '[]', 1, FALSE, 1, $8, 'Dewi', '2026-01-01T00:00:00.000Z')"};
        TRY(tx.run(topic, city, dewi.user));
        TRY(tx.run(insert, city, id, title, env.ulid(), rt, kelurahan, facilitator, dewi.user));
        TRY(workflow::start(tx, context, course_machine(), {.subject = id.ulid(), .title = title, .place = std::string(rt), .state = "planned"}));
        return to_state(tx, id, "running");
    }
    Result<void> to_state(db::WriteTx& tx, CourseId id, std::string_view state)
    {
        static constexpr db::WriteQuery<3> change {"training.test_state", "UPDATE workflow_item SET state = $3 WHERE city = $1 AND subject = $2"};
        TRY(tx.run(change, city, id, state));
        return Done {};
    }
    Result<SessionId> add_session(db::WriteTx& tx, CourseId of, std::int64_t number, std::string_view on, bool cancelled)
    {
        static constexpr db::WriteQuery<6> insert {"training.test_session",
            "INSERT INTO training_session (city, id, course, number, on_date, begins, ends, venue, subject, announced_on, moved_reason, cancelled_at, cancelled_reason, version) "
            "VALUES ($1, $2, $3, $4, $5, 480, 660, 'Balai', 'Adonan', $5, '', $6, 'banjir', 1)"};
        auto const id = SessionId(env.ulid());
        TRY(tx.run(insert, city, id, of, number, on, cancelled ? std::optional(std::string("2026-01-04T00:00:00.000Z")) : std::nullopt));
        return id;
    }
    Result<SeatId> add_seat(db::WriteTx& tx, CourseId of, PersonId person, std::string_view state)
    {
        static constexpr db::WriteQuery<6> insert {"training.test_seat",
            "INSERT INTO training_seat (city, id, course, person, household_sealed, deviates, idea, poor, came_by, earlier_topic, earlier_year, earlier_household, points, reasons, state, state_reason, decided_by_name, "
            "outcome_reason, version, entered_by, entered_by_name, entered_at) VALUES ($1, $2, $3, $4, '', FALSE, '', 'no', 'call', 0, 0, 0, 0, '[]', $5, '', '', '', 1, $6, 'Dewi', '2026-01-01T00:00:00.000Z')"};
        auto const id = SeatId(env.ulid());
        TRY(tx.run(insert, city, id, of, person, state, dewi.user));
        return id;
    }
    boost::json::object mark_input(std::size_t meeting, std::size_t seat, std::string_view mark, std::string_view reason = {})
    {
        return {{"session", meetings[meeting].text()}, {"seat", seats[seat].text()}, {"mark", mark}, {"reason", reason}};
    }
    Attendance attendance()
    {
        return look([&](db::ReadTx& tx) { return attendance_of(tx, city, course_id); });
    }
    std::optional<Presence> presence(std::size_t meeting, std::size_t seat)
    {
        return look([&](db::ReadTx& tx) { return presence_of(tx, city, meetings[meeting], seats[seat]); });
    }
    std::vector<AttendanceFinding> findings()
    {
        return look([&](db::ReadTx& tx) -> Result<std::vector<AttendanceFinding>> {
            auto const of = TRY(course(tx, city, course_id));
            return attendance_findings(tx, services, of);
        });
    }
    bool found(std::string_view code)
    {
        auto const all_found = findings();
        return std::ranges::any_of(all_found, [&](AttendanceFinding const& finding) { return finding.verdict.code == code; });
    }
    std::string photo()
    {
        static int number = 0;
        return evidence::store_bytes(services, tono, "\xFF\xD8\xFF\xE0 daftar " + std::to_string(++number)).value().sha256;
    }
    /// Slips for everybody; answers the codes by seat.
    std::map<SeatId, std::string> slips()
    {
        must(tono, "training.print_slips", {{"course", course_id.text()}});
        std::map<SeatId, std::string> codes;
        for (auto const& slip : look([&](db::ReadTx& tx) { return printed_slips(tx, services, tono, course_id); }))
            codes[slip.seat] = slip.code;
        return codes;
    }
    std::string token(std::size_t meeting) { return session_token(keys, meetings[meeting], env.now()); }
};

} // namespace rtkeren::training
