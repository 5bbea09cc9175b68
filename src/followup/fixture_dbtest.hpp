#pragma once

#include "enterprise/operations.hpp"
#include "enterprise/room.hpp"
#include "evidence/evidence.hpp"
#include "evidence/room.hpp"
#include "followup/operations.hpp"
#include "followup/pages_room.hpp"
#include "followup/room.hpp"
#include "identity/persons.hpp"
#include "identity/room.hpp"
#include "identity/stand_ins.hpp"
#include "support/packs.hpp"
#include "support/town.hpp"
#include "turnover/room.hpp"

namespace rtkeren::followup {

/// Two kelurahan, a mentor in one of them, a topic, and courses written straight into their tables: what this room stands on is tested there.
struct FollowupTest : tests::Town {
    static constexpr std::string_view kelurahan = "35.72.03.1002", rt1 = "35.72.03.1002.003.001", rt2 = "35.72.03.1002.003.002", elsewhere = "35.72.03.1003", rt_elsewhere = "35.72.03.1003.001.001";
    Actor tono {make_actor("Tono", "pendamping", kelurahan, {"enterprise.read", "enterprise.write", "followup.read", "followup.visit", "insight.read"})};
    Actor lurah {make_actor("Bu Lurah", "lurah", kelurahan, {"followup.read", "insight.read"})};
    Actor stranger {make_actor("Lain", "pendamping", elsewhere, {"followup.read", "followup.visit", "insight.read"})};
    Actor dinas {make_actor("Rini", "dinas", "35.72", {"enterprise.read", "enterprise.write", "followup.read", "followup.survey"})};
    Actor bappeda {make_actor("Hadi", "bappeda", "35.72", {"followup.panel", "followup.read", "followup.survey"})};

    FollowupTest() : Town("2024-06-03T02:00:00.000Z") // a Monday
    {
        static auto const registered = [] {
            register_messages();
            enterprise::register_messages();
            turnover::register_messages();
            evidence::register_messages();
            identity::register_messages();
            workflow::register_messages();
            return true;
        }();
        EXPECT_TRUE(registered);
        tests::found_city_of(services, "35.72");
        serve(operations(), routes(services));
        serve(enterprise::operations(), {});
        found_places({"35.72", "35.72.03", kelurahan, elsewhere, "35.72.03.1002.003", rt1, rt2, "35.72.03.1003.001", rt_elsewhere}, {{kelurahan, "Plosokerep"}, {elsewhere, "Karangsari"}});
        write([&](db::WriteTx& tx) -> Result<void> {
            static constexpr db::WriteQuery<1> topic {"test.topic",
                "INSERT INTO training_topic (city, code, name, name_fold, category, product_kind, curriculum, hours, seat_cost, cost_note, retired_at, example, version, entered_by, entered_by_name, entered_at) "
                "VALUES ($1, 'kue', 'Kue kering', 'kue kering', 'pelatihan_kue', NULL, '', 12, NULL, '', NULL, FALSE, 1, '00000000000000000000000000', 'Uji', '2024-01-01T00:00:00.000Z')"};
            TRY(tx.run(topic, city));
            return Done {};
        });
    }
    void on_day(std::string_view iso) { env.set(Instant::parse(std::string(iso) + "T02:00:00.000Z").value()); }

    PersonId person(std::string name, std::string_view region)
    {
        PersonId const id(env.ulid());
        write([&](db::WriteTx& tx) {
            auto made = context(dinas);
            return identity::add_person(tx, made, {.id = id, .name = std::move(name), .phone = "0812" + std::to_string(10000000 + m_number++), .nik = {}, .nip = {}, .region = std::string(region)});
        });
        return id;
    }
    /// A business of the person, at home.
    enterprise::BusinessId business(PersonId owner, std::string name, std::string_view region)
    {
        auto const made = must(dinas, "enterprise.register_for",
            {{"owner", owner.text()}, {"name", std::move(name)}, {"activity", "Kue kering"}, {"kbli", "2025:10710"}, {"place_kind", "rumah"}, {"place", region}, {"legal_form", "perorangan"}});
        return enterprise::BusinessId::parse(made.id).value();
    }
    /// A planned course of RT 001 that ended on a day.
    training::Course course(std::string_view starts, std::string_view ends, std::string_view region = rt1)
    {
        training::CourseId const id(env.ulid());
        write([&](db::WriteTx& tx) -> Result<void> {
            static constexpr db::WriteQuery<9> insert {"test.course",
                "INSERT INTO training_course (city, id, year, topic, title, title_fold, purse, pokmas, unit_code, kelurahan, venue, quota, call_from, call_until, starts_on, ends_on, facilitator, facilitator_name, "
                "target, legality, pack_version, example, version, entered_by, entered_by_name, entered_at) "
                "VALUES ($1, $2, $3, 'kue', 'Kue kering RT 001', 'kue kering rt 001', $4, $5, $6, $7, 'Balai RW', 20, $8, $8, $8, $9, NULL, '', '', '{}', 1, FALSE, 1, $4, 'Uji', '2024-01-01T00:00:00.000Z')"};
            auto const begin = Date::parse(starts).value();
            TRY(tx.run(insert, city, id, begin.year(), env.ulid(), env.ulid(), region, region.substr(0, 13), begin, Date::parse(ends).value()));
            auto made = context(dinas);
            TRY(workflow::start(tx, made, training::course_machine(), {.subject = id.ulid(), .title = "Kue", .place = std::string(region)}));
            return Done {};
        });
        return look([&](db::ReadTx& tx) { return training::course(tx, city, id); });
    }
    training::Seat seat(training::Course const& in, PersonId who, std::optional<enterprise::BusinessId> business = {})
    {
        training::SeatId const id(env.ulid());
        write([&](db::WriteTx& tx) -> Result<void> {
            static constexpr db::WriteQuery<6> insert {"test.seat",
                "INSERT INTO training_seat (city, id, course, person, household, household_sealed, deviates, idea, poor, came_by, earlier_topic, earlier_year, earlier_household, points, reasons, state, state_reason, decided_by, "
                "decided_by_name, decided_at, pre_score, post_score, outcome, outcome_reason, business, certificate_number, certificate_code, certificate_at, version, entered_by, entered_by_name, entered_at) "
                "VALUES ($1, $2, $3, $4, NULL, '', FALSE, '', 'unknown', 'office', 0, 0, 0, 0, '', 'finished', '', NULL, '', NULL, NULL, NULL, $5, '', $6, NULL, NULL, NULL, 1, $2, 'Uji', '2024-01-01T00:00:00.000Z')"};
            TRY(tx.run(insert, city, id, in.id, who, business ? "business" : "group", business));
            return Done {};
        });
        return look([&](db::ReadTx& tx) { return training::seat(tx, city, id); });
    }
    void trainer(training::Course const& in, PersonId who)
    {
        write([&](db::WriteTx& tx) -> Result<void> {
            static constexpr db::WriteQuery<4> insert {"test.trainer",
                "INSERT INTO training_trainer (city, id, course, person, expertise, civil_servant, minutes, honor, cv_file, entered_at) VALUES ($1, $2, $3, $4, '', FALSE, 60, 0, NULL, '2024-01-01T00:00:00.000Z')"};
            TRY(tx.run(insert, city, env.ulid(), in.id, who));
            return Done {};
        });
    }
    void changed(training::Course const& in)
    {
        write([&](db::WriteTx& tx) {
            auto made = context(dinas);
            return follower().course_changed(tx, made, in);
        });
    }
    void finished(training::Course const& in, std::vector<training::Seat> const& seats)
    {
        write([&](db::WriteTx& tx) {
            auto made = context(dinas);
            return follower().course_finished(tx, made, in, seats);
        });
    }
    /// One who finished a course that ended on 4 May 2024 and lives in the RT; the visit after 30 days is due on 3 June.
    struct Participant {
        PersonId person;
        std::optional<enterprise::BusinessId> business;
        training::Seat seat;
        std::vector<Visit> visits;
    };
    Participant participant(std::string name = "Sri Utami", std::string_view region = rt1, bool has_business = true)
    {
        if (!m_course) {
            m_course = course("2024-05-02", "2024-05-04");
            changed(*m_course);
        }
        auto const who = person(name, region);
        auto const its = has_business ? std::optional(business(who, "Dapur " + name, region)) : std::nullopt;
        auto const place = seat(*m_course, who, its);
        finished(*m_course, {place});
        return {who, its, place, look([&](db::ReadTx& tx) { return visits_of(tx, city, place.id); })};
    }
    Visit again(Visit const& one)
    {
        return look([&](db::ReadTx& tx) { return visit(tx, city, one.id); });
    }
    static boost::json::object producing(Visit const& one, std::string_view how = "yes") { return {{"visit", one.id.text()}, {"way", "visit"}, {"producing", how}}; }
    static boost::json::array sales(std::string_view amount) { return {{{"channel", "rumah"}, {"sells", true}, {"amount", amount}}, {{"channel", "bazar"}, {"sells", true}}, {{"channel", "daring"}, {"sells", false}}}; }

    /// An office in force, for what is decided by who holds it today.
    PersonId officer(std::string name, std::string role, std::string_view place, std::string_view from = "2024-01-01", std::optional<std::string_view> until = {})
    {
        auto const who = person(std::move(name), kelurahan);
        write([&](db::WriteTx& tx) -> Result<void> {
            static constexpr db::WriteQuery<6> insert {"test.grant",
                "INSERT INTO identity_grant (city, id, person, role, place, pokmas, decree, valid_from, valid_until, acting, awaits_confirmation, entered_by, created_at, decided_by, decided_at, refused) "
                "VALUES ($1, $2, $3, $4, $5, '', 'SK', $6, NULL, FALSE, FALSE, $2, '2024-01-01T00:00:00.000Z', NULL, NULL, FALSE)"};
            TRY(tx.run(insert, city, env.ulid(), who, role, place, Date::parse(from).value()));
            if (until) {
                static constexpr db::WriteQuery<3> end {"test.end", "UPDATE identity_grant SET valid_until = $3 WHERE city = $1 AND person = $2"};
                TRY(tx.run(end, city, who, Date::parse(*until).value()));
            }
            return Done {};
        });
        return who;
    }
    /// The actor that identity makes of a person today.
    Actor actor_of(PersonId who)
    {
        auto grants = look([&](db::ReadTx& tx) { return identity::grants_of(tx, city, who, services.today()); });
        Actor actor {.city = city, .user = UserId(env.ulid()), .person = who, .name = "Petugas", .grants = grants};
        for (auto const& grant : grants)
            actor.permissions.insert(actor.permissions.end(), grant.permissions.begin(), grant.permissions.end());
        std::ranges::sort(actor.permissions);
        return actor;
    }
    std::string picture()
    {
        return evidence::store_bytes(services, tono, "\xFF\xD8\xFF\xE0 bukti " + std::to_string(m_number++)).value().sha256;
    }

private:
    int m_number {0};
    std::optional<training::Course> m_course;
};

} // namespace rtkeren::followup
