#include "training/fixture_dbtest.hpp"
#include "training/people.hpp"

#include <boost/json/serialize.hpp>

#include "training/sql.hpp"

namespace rtkeren::training {
namespace {

using SeatTest = CourseTest;

TEST_F(SeatTest, AnybodyAnswersACallOnce)
{
    auto const id = opened_course();
    auto const visitor = identity::system_actor(city, {});
    must(visitor, "training.apply", applying(id, "Ani", "0812-3456-7890", true));
    EXPECT_EQ(refused(visitor, "training.apply", applying(id, " ani ", "+62 812 3456 7890")), "training.applied_already") << "the same phone and name";
    must(visitor, "training.apply", applying(id, "Bagas", "0812-3456-7890"));
    auto no_consent = applying(id, "Cici", "081234567899");
    no_consent["consent"] = false;
    EXPECT_EQ(refused(visitor, "training.apply", no_consent), "required");
    EXPECT_EQ(refused(visitor, "training.apply", applying(id, "Cici", "12")), "phone.format");
    EXPECT_EQ(refused(visitor, "training.apply", with(applying(id, "Cici", "081234567899"), "place", "35.72")), "enterprise.place_level");
    EXPECT_EQ(refused(visitor, "training.apply", with(applying(id, "Cici", "081234567899"), "household", "123")), "training.household");
    auto const list = seats(id);
    ASSERT_EQ(list.size(), 2U);
    EXPECT_EQ(list[0].name, "Ani");
    EXPECT_EQ(list[0].points, 5) << "untrained 3, an idea 2";
    auto const doubles = doubles_in(list);
    EXPECT_EQ(doubles.at(list[0].id.str()), (std::vector<std::string> {"phone"}));
    at("2023-07-11");
    EXPECT_EQ(refused(visitor, "training.apply", applying(id, "Dedi", "081234567898")), "training.call_closed");
    auto const planned = must(keeper, "training.plan", plan_input("bakpia", "Konsumsi")).id;
    EXPECT_EQ(refused(visitor, "training.apply", applying(planned, "Dedi", "081234567898")), "training.no_course") << "not called yet: nobody knows of it";
}

TEST_F(SeatTest, TheFamilyCardIsSealedAndCountsTheHousehold)
{
    auto const id = opened_course();
    auto const visitor = identity::system_actor(city, {});
    must(visitor, "training.apply", with(applying(id, "Ani", "081234567890"), "household", "3572 0101 0203 0004"));
    must(visitor, "training.apply", with(applying(id, "Budi", "081234567891"), "household", "3572010102030004"));
    auto const list = seats(id);
    EXPECT_EQ(list[0].household, list[1].household);
    EXPECT_EQ(list[0].household.find("3572"), std::string::npos);
    EXPECT_EQ(doubles_in(list).at(list[1].id.str()), (std::vector<std::string> {"household"}));
    auto const seat = list[0].id;
    EXPECT_EQ(must_read([&](db::ReadTx& tx) { return household_of(tx, services, seat); }), "3572010102030004");
    auto const unmasker = person("Bu Sekkel", "sekkel", std::string(kelurahan), {"identity.unmask", "training.read"});
    EXPECT_EQ(refused(mentor, "training.show_household", {{"seat", seat.text()}, {"reason", "Cocokkan"}}), "operation.not_allowed");
    EXPECT_EQ(refused(unmasker, "training.show_household", {{"seat", seat.text()}, {"reason", ""}}), "input.invalid");
    auto const answer = must(unmasker, "training.show_household", {{"seat", seat.text()}, {"reason", "Cocokkan dengan kartunya"}});
    EXPECT_EQ(boost::json::serialize(operations::to_json(answer)).find("3572010102030004"), std::string::npos) << "answers are stored";
}

TEST_F(SeatTest, ConsentIsKeptWithTheSeatAndWithThePerson)
{
    auto const known = somebody("Ani", "081234567890");
    auto registry = enterprise::operations();
    auto const registering = std::ranges::find(registry, "enterprise.register", &operations::Operation::name);
    auto const owner = operations::run(services, dinas, *registering,
        {{"id", env.ulid().text()}, {"owner_name", "Budi"}, {"owner_phone", "081234567891"}, {"no_nik", "not_shown"}, {"owner_place", rt1}, {"name", "Warung Budi"}, {"activity", "Kue"}, {"place_kind", "rumah"},
            {"place", rt1}, {"legal_form", "perorangan"}});
    ASSERT_TRUE(owner.ok()) << owner.error().code;
    auto const id = opened_course();
    apply_all(id, {"Ani"});
    must(leader, "training.add_seat", {{"course", id}, {"name", "Budi"}, {"phone", "081234567891"}, {"place", rt1}, {"poor", "unknown"}, {"consent", true}});
    for (auto const& seat : seats(id)) {
        EXPECT_EQ(seat.consent_on, services.today()) << seat.name;
        auto const details = must_read([&](db::ReadTx& tx) { return enterprise::person_details(tx, city, seat.person); });
        if (seat.person != known) {
            EXPECT_EQ(details.consent_on, services.today()) << seat.name << " is recorded as an owner and had not said so";
        }
    }
}

TEST_F(SeatTest, WhoWasTrainedIsCountedAndComesLater)
{
    auto const first = finished_course({"Ani", "Budi"});
    must(leader, "training.record_outcome", {{"seat", seat_named(first, "Ani")}, {"outcome", "group"}, {"reason", "Kelompok Mawar"}});
    auto input = plan_input("bakpia", "Konsumsi");
    input["call_from"] = "2023-07-16";
    input["call_until"] = "2023-07-25";
    input["sessions"] = boost::json::array {meeting("2023-08-01")};
    auto const id = must(keeper, "training.plan", input).id;
    must(keeper, "training.open", {{"course", id}});
    auto const ani = seats(first).front().person;
    auto const added = must(keeper, "training.add_seat", {{"course", id}, {"person", ani.text()}, {"poor", "unknown"}, {"consent", true}});
    EXPECT_EQ(codes(added), (std::vector<std::string> {"training.repeat_topic", "training.repeat_year"}));
    must(keeper, "training.add_seat", {{"course", id}, {"name", "Dewi Baru"}, {"place", rt1}, {"poor", "yes"}, {"consent", true}});
    auto const list = seats(id);
    EXPECT_EQ(list.front().name, "Dewi Baru");
    EXPECT_EQ(list.back().earlier_topic, 1);
    EXPECT_EQ(list.back().points, 0);
}

TEST_F(SeatTest, TheListFollowsThePointsUnlessAReasonIsGiven)
{
    auto const id = opened_course(2);
    auto const visitor = identity::system_actor(city, {});
    must(visitor, "training.apply", applying(id, "Ani", "081234567890"));
    must(visitor, "training.apply", applying(id, "Budi", "081234567891", true));
    must(visitor, "training.apply", applying(id, "Citra", "081234567892", true, true));
    at("2023-07-11");
    auto const decide = [&](std::string_view name, std::string_view decision, std::string_view reason) {
        return boost::json::object {{"seat", seat_named(id, name)}, {"decision", decision}, {"reason", reason}};
    };
    EXPECT_EQ(refused(keeper, "training.select", {{"course", id}, {"decisions", boost::json::array {decide("Ani", "selected", "")}}}), "input.invalid");
    boost::json::array const three {decide("Ani", "selected", "Tetangga sakit"), decide("Budi", "selected", "Ya"), decide("Citra", "selected", "Ya")};
    EXPECT_EQ(refused(keeper, "training.select", {{"course", id}, {"decisions", three}}), "training.over_quota");
    EXPECT_EQ(refused(outsider, "training.select", {{"course", id}}), "training.no_course");
    must(keeper, "training.select", {{"course", id}, {"decisions", boost::json::array {decide("Budi", "refused", "Sudah pindah rumah")}}});
    EXPECT_EQ(state_of(id, "Citra"), "selected");
    EXPECT_EQ(state_of(id, "Ani"), "selected") << "the seat of who was refused goes to the next";
    EXPECT_EQ(state_of(id, "Budi"), "refused");
    for (auto const& seat : seats(id))
        EXPECT_EQ(seat.deviates, seat.name == "Budi");
    EXPECT_EQ(refused(keeper, "training.decide_seat", {{"seat", seat_named(id, "Budi")}, {"decision", "selected"}, {"reason", "Ternyata tidak pindah"}}), "training.quota_full");
    must(keeper, "training.reopen", {{"course", id}, {"reason", "Daftar keliru"}});
    EXPECT_EQ(state_of(id, "Budi"), "applied");
    EXPECT_EQ(now(id).state, "open");
}

TEST_F(SeatTest, WhoWaitsMovesUpInOrder)
{
    auto const id = opened_course(1);
    apply_all(id, {"Ani", "Budi", "Citra"});
    at("2023-07-11");
    must(keeper, "training.select", {{"course", id}});
    EXPECT_EQ(state_of(id, "Ani"), "selected");
    EXPECT_EQ(must(leader, "training.withdraw_seat", {{"seat", seat_named(id, "Ani")}, {"reason", "Sakit"}}).message, "training.seat_left_next");
    EXPECT_EQ(state_of(id, "Budi"), "selected");
    EXPECT_EQ(state_of(id, "Citra"), "waiting");
    EXPECT_EQ(refused(leader, "training.withdraw_seat", {{"seat", seat_named(id, "Ani")}, {"reason", "Sakit"}}), "training.seat_not_in");
    must(keeper, "training.decide_seat", {{"seat", seat_named(id, "Budi")}, {"decision", "refused"}, {"reason", "Alamat palsu"}});
    EXPECT_EQ(state_of(id, "Citra"), "selected");
    must(leader, "training.add_seat", {{"course", id}, {"name", "Eko"}, {"place", rt1}, {"poor", "no"}, {"consent", true}});
    EXPECT_EQ(state_of(id, "Eko"), "waiting") << "after the list was set a newcomer waits";
    at("2023-07-15");
    must(leader, "training.start", {{"course", id}});
    must(leader, "training.drop_seat", {{"seat", seat_named(id, "Citra")}, {"reason", "Tidak datang"}});
    EXPECT_EQ(state_of(id, "Eko"), "waiting") << "once it has begun, somebody decides";
    must(keeper, "training.decide_seat", {{"seat", seat_named(id, "Eko")}, {"decision", "selected"}, {"reason", "Kursi kosong, datang sendiri"}});
    EXPECT_EQ(state_of(id, "Eko"), "selected");
    at("2023-07-16");
    must(leader, "training.finish", {{"course", id}});
    for (auto const& seat : seats(id)) {
        if (seat.name == "Eko") {
            EXPECT_EQ(seat.state, "finished");
            EXPECT_EQ(seat.state_reason, "Kursi kosong, datang sendiri") << "why, and by whom, stays";
            EXPECT_TRUE(seat.deviates);
            EXPECT_EQ(seat.decided_by_name, keeper.name);
        }
    }
}

TEST_F(SeatTest, WhoWithdrewMayApplyAgain)
{
    auto const id = opened_course();
    auto const visitor = identity::system_actor(city, {});
    must(visitor, "training.apply", applying(id, "Ani", "081234567890"));
    must(leader, "training.withdraw_seat", {{"seat", seat_named(id, "Ani")}, {"reason", "Ragu"}});
    must(visitor, "training.apply", applying(id, "Ani", "081234567890", true));
    EXPECT_EQ(seats(id).size(), 1U);
    EXPECT_EQ(state_of(id, "Ani"), "applied");
    EXPECT_EQ(seats(id).front().idea, "Nastar");
}

TEST_F(SeatTest, NobodyIsInTwoPlacesUnseen)
{
    auto const first = running_course({"Ani", "Budi"});
    auto input = plan_input("bakpia", "Konsumsi");
    at("2023-07-03");
    input["sessions"] = boost::json::array {meeting("2023-07-16", "11.00", "15.00"), meeting("2023-07-17")};
    auto const id = must(keeper, "training.plan", input).id;
    must(keeper, "training.open", {{"course", id}});
    must(keeper, "training.add_seat", {{"course", id}, {"person", seats(first).front().person.text()}, {"poor", "no"}, {"consent", true}});
    at("2023-07-11");
    EXPECT_EQ(codes(must(keeper, "training.select", {{"course", id}})), (std::vector<std::string> {"training.clash"}));
    auto const sessions = must_read([&](db::ReadTx& tx) { return sessions_of(tx, city, CourseId::parse(id).value()); });
    must(keeper, "training.move_session",
        {{"session", sessions[0].id.text()}, {"version", 1}, {"on", "2023-07-18"}, {"begins", "11.00"}, {"ends", "15.00"}, {"reason", "Bertabrakan dengan pelatihan lain"}});
    EXPECT_TRUE(must_read([&](db::ReadTx& tx) { return clashes_of(tx, city, CourseId::parse(id).value()); }).empty());
}

TEST_F(SeatTest, MeetingsMoveAndAreCancelledWithTheDays)
{
    auto const id = opened_course();
    auto const course_id = CourseId::parse(id).value();
    auto const sessions = must_read([&](db::ReadTx& tx) { return sessions_of(tx, city, course_id); });
    boost::json::object moving {{"session", sessions[1].id.text()}, {"version", 1}, {"on", "2023-07-20"}, {"begins", "09:00"}, {"ends", "12"}, {"reason", "Balai dipakai"}};
    EXPECT_EQ(refused(leader, "training.move_session", with(moving, "on", "2023-07-09")), "training.call_after_start");
    EXPECT_EQ(refused(leader, "training.move_session", with(moving, "on", "2023-07-15")), "training.session_over_another");
    must(leader, "training.move_session", moving);
    EXPECT_EQ(refused(leader, "training.move_session", moving), "training.changed_meanwhile");
    auto const moved = must_read([&](db::ReadTx& tx) { return session(tx, city, sessions[1].id); });
    EXPECT_EQ(moved.announced_on.iso(), "2023-07-16");
    EXPECT_EQ(moved.moved_reason, "Balai dipakai");
    EXPECT_EQ(now(id).ends_on.iso(), "2023-07-20");
    must(leader, "training.add_session", {{"course", id}, {"on", "2023-07-22"}, {"begins", "08.00"}, {"ends", "10.00"}, {"reason", "Kemasan belum sempat"}});
    EXPECT_EQ(now(id).ends_on.iso(), "2023-07-22");
    must(leader, "training.cancel_session", {{"session", sessions[0].id.text()}, {"reason", "Hujan"}});
    EXPECT_EQ(now(id).starts_on.iso(), "2023-07-20");
    EXPECT_EQ(refused(leader, "training.cancel_session", {{"session", sessions[0].id.text()}, {"reason", "Hujan"}}), "training.session_cancelled");
    must(leader, "training.cancel_session", {{"session", sessions[1].id.text()}, {"reason", "Hujan"}});
    auto const last = must_read([&](db::ReadTx& tx) { return sessions_of(tx, city, course_id); }).back();
    EXPECT_EQ(refused(leader, "training.cancel_session", {{"session", last.id.text()}, {"reason", "Hujan"}}), "training.last_session");
    EXPECT_EQ(refused(outsider, "training.cancel_session", {{"session", last.id.text()}, {"reason", "Hujan"}}), "training.no_course");
}

TEST_F(SeatTest, HouseholdsAreCountedOverTheYear)
{
    auto const first = opened_course();
    auto const visitor = identity::system_actor(city, {});
    must(visitor, "training.apply", with(applying(first, "Ani", "081234567890"), "household", "3572010102030004"));
    at("2023-07-11");
    must(keeper, "training.select", {{"course", first}});
    auto input = plan_input("bakpia", "Konsumsi");
    input["call_from"] = "2023-07-11";
    input["call_until"] = "2023-07-20";
    input["sessions"] = boost::json::array {meeting("2023-08-01")};
    auto const id = must(keeper, "training.plan", input).id;
    must(keeper, "training.open", {{"course", id}});
    auto added = with(applying(id, "Budi", "081234567891"), "household", "3572010102030004");
    must(visitor, "training.apply", added);
    EXPECT_EQ(seats(id).front().earlier_household, 1);
    EXPECT_EQ(reasons_in(seats(id).front().reasons).back().code, "household");
}

} // namespace
} // namespace rtkeren::training
