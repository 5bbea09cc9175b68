#pragma once

#include "enterprise/operations.hpp"
#include "enterprise/room.hpp"
#include "identity/persons.hpp"
#include "spending/expense_fixture_dbtest.hpp"
#include "training/course_checks.hpp"
#include "training/course_room.hpp"
#include "training/operations.hpp"
#include "training/room.hpp"

namespace rtkeren::training {

/// A pokmas with the approved plan of RT 01 (honor and meals for a course on cakes), topics, and everybody who meets a course.
struct CourseTest : spending::ExpenseTest {
    Actor keeper; // treasurer of the pokmas: plans and decides
    Actor leader; // facilitator, once a course names this person
    Actor mentor, dinas, outsider;

    CourseTest()
    {
        for (auto& each : course_operations())
            all.push_back(std::move(each));
    }
    void SetUp() override
    {
        spending::ExpenseTest::SetUp();
        keeper = officer("Siti", "pokmas_bendahara", mekar, "35.72.03.1001.001", {"insight.read", "training.lead", "training.manage", "training.read"});
        leader = person("Hana", "fasilitator", std::string(kelurahan), {"training.lead"});
        leader.person = somebody("Hana");
        mentor = person("Tono", "pendamping", std::string(kelurahan), {"enterprise.read", "insight.read", "training.lead", "training.manage", "training.read"});
        dinas = person("Rini", "dinas", "35.72", {"enterprise.read", "enterprise.write", "training.lead", "training.manage", "training.read", "training.topics"});
        outsider = person("Lain", "pendamping", "35.72.03.1009", {"training.lead", "training.manage", "training.read"});
        must(dinas, "training.take_topics", {});
        must(dinas, "training.save_topic",
            {{"code", "kue_beku"}, {"version", 0}, {"name", "Risoles beku"}, {"category", "pelatihan_kue"}, {"product_kind", "beku"}, {"curriculum", "Isi; kulit; membekukan"}, {"hours", 8},
                {"seat_cost", 400'000}, {"cost_note", "Rapat RT"}});
        env.set(Instant::parse("2023-07-03T05:00:00.000Z").value());
    }
    PersonId somebody(std::string name, std::string phone = {}, std::string_view region = rt1)
    {
        PersonId const id(env.ulid());
        must_write([&](db::WriteTx& tx) -> Result<void> {
            Context context {services, dinas, city, env.now(), services.today(), {}, {}, 0, env.ulid()};
            return identity::add_person(tx, context, {.id = id, .name = std::move(name), .phone = std::move(phone), .nik = {}, .nip = {}, .region = std::string(region)});
        });
        return id;
    }
    void at(std::string_view day) { env.set(Instant::parse(std::string(day) + "T05:00:00.000Z").value()); }

    static boost::json::object meeting(std::string_view on, std::string_view begins = "08.00", std::string_view ends = "12.00")
    {
        return {{"on", on}, {"begins", begins}, {"ends", ends}, {"subject", "Adonan"}};
    }
    /// Two mornings in July on the two lines of RT 01, for twenty.
    boost::json::object plan_input(std::string_view topic = "bakpia", std::string_view item = "Honor pelatih")
    {
        return {{"purse", umkm.text()}, {"lines", boost::json::array {boost::json::string(line(rt1, "umkm", item))}}, {"topic", topic}, {"title", "Pelatihan kue RT 01"}, {"venue", "Balai RW 01"},
            {"quota", 10}, {"call_from", "2023-07-03"}, {"call_until", "2023-07-10"}, {"target", "Ibu rumah tangga"},
            {"sessions", boost::json::array {meeting("2023-07-15"), meeting("2023-07-16")}}};
    }
    operations::Answer planned_course(std::string_view topic = "bakpia", std::string_view item = "Honor pelatih") { return must(keeper, "training.plan", plan_input(topic, item)); }
    std::string opened_course(std::int64_t quota = 10)
    {
        auto input = plan_input();
        input["quota"] = quota;
        input["facilitator"] = leader.person.text();
        auto const id = must(keeper, "training.plan", std::move(input)).id;
        must(keeper, "training.open", {{"course", id}});
        return id;
    }
    Course now(std::string const& id)
    {
        return must_read([&](db::ReadTx& tx) { return course(tx, city, CourseId::parse(id).value()); });
    }
    std::vector<StoredSeat> seats(std::string const& id)
    {
        return must_read([&](db::ReadTx& tx) { return stored_seats(tx, city, CourseId::parse(id).value()); });
    }
    std::string state_of(std::string const& course_id, std::string_view name)
    {
        for (auto const& seat : seats(course_id))
            if (seat.name == name)
                return seat.state;
        return "none";
    }
    std::string seat_named(std::string const& course_id, std::string_view name)
    {
        for (auto const& seat : seats(course_id))
            if (seat.name == name)
                return seat.id.str();
        ADD_FAILURE() << name;
        return {};
    }
    boost::json::object applying(std::string const& course_id, std::string_view name, std::string_view phone, bool idea = false, bool poor = false)
    {
        return {{"course", course_id}, {"name", name}, {"phone", phone}, {"place", rt1}, {"idea", idea ? "Nastar" : ""}, {"poor", poor}, {"consent", true}};
    }
    /// Names a .. in the order in which they come; the public call's own actor.
    void apply_all(std::string const& course_id, std::vector<std::string> const& names)
    {
        auto const visitor = identity::system_actor(city, {});
        int number = 0;
        for (auto const& name : names) {
            must(visitor, "training.apply", applying(course_id, name, "0812345678" + std::to_string(10 + number++)));
            env.advance_seconds(1);
        }
    }
    /// Everybody selected and the course running on its first day.
    std::string running_course(std::vector<std::string> const& names = {"Ani", "Budi", "Citra"})
    {
        auto const id = opened_course();
        apply_all(id, names);
        at("2023-07-11");
        must(keeper, "training.select", {{"course", id}});
        at("2023-07-15");
        must(leader, "training.start", {{"course", id}});
        return id;
    }
    std::string finished_course(std::vector<std::string> const& names = {"Ani", "Budi", "Citra"})
    {
        auto const id = running_course(names);
        at("2023-07-16");
        must(leader, "training.finish", {{"course", id}});
        return id;
    }
    static std::vector<std::string> codes(operations::Answer const& answer)
    {
        std::vector<std::string> all_codes;
        for (auto const& verdict : answer.verdicts)
            all_codes.push_back(verdict.code);
        return all_codes;
    }
    template<class Value>
    static boost::json::object with(boost::json::object input, std::string_view key, Value const& value)
    {
        if constexpr (std::is_convertible_v<Value, std::string_view>)
            input[key] = boost::json::string(std::string_view(value));
        else
            input[key] = value;
        return input;
    }
};

} // namespace rtkeren::training
