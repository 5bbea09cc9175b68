#include "training/fixture_dbtest.hpp"

#include "enterprise/legality.hpp"

namespace rtkeren::training {
namespace {

TEST_F(CourseTest, QueriesRun)
{
    EXPECT_EQ(workflow::check_machine(course_machine()), std::vector<std::string> {});
    tests::expect_all_queries_prepare("training");
    tests::expect_all_queries_run_at_end("training");
}

TEST_F(CourseTest, TheShippedTopicsFitTheirMenuAndKinds)
{
    auto const all_topics = must_read([&](db::ReadTx& tx) { return topics(tx, city); });
    ASSERT_GE(all_topics.size(), 11U);
    auto const pack = rules::Pack::parse(rules::shipped_packs().front().text).value();
    for (auto const& each : all_topics) {
        auto const* item = pack->menu_item(each.category);
        EXPECT_TRUE(item != nullptr && item->training) << each.code << " " << each.category;
        EXPECT_TRUE(each.product_kind.empty() || enterprise::product_kind(each.product_kind) != nullptr) << each.code;
    }
    EXPECT_EQ(refused(dinas, "training.take_topics", {}), "training.topics_there");
    EXPECT_EQ(refused(mentor, "training.take_topics", {}), "operation.not_allowed");
}

TEST_F(CourseTest, TopicsAreChangedRetiredAndTakenBack)
{
    auto input = boost::json::object {{"code", "kue_beku"}, {"version", 1}, {"name", "Risoles"}, {"category", "pelatihan_kue"}, {"product_kind", "beku"}, {"curriculum", "Isi"}, {"hours", 6}};
    must(dinas, "training.save_topic", input);
    EXPECT_EQ(refused(dinas, "training.save_topic", input), "training.changed_meanwhile");
    input["version"] = 0;
    EXPECT_EQ(refused(dinas, "training.save_topic", input), "training.topic_known");
    EXPECT_EQ(refused(dinas, "training.save_topic", with(input, "code", "Kue Beku")), "training.topic_code");
    input["code"] = "lain";
    EXPECT_EQ(refused(dinas, "training.save_topic", with(input, "product_kind", "roti goreng")), "training.product_kind");
    must(dinas, "training.retire_topic", {{"code", "kue_beku"}, {"reason", "Tidak laku"}});
    EXPECT_EQ(refused(keeper, "training.plan", plan_input("kue_beku")), "training.topic_retired");
    EXPECT_EQ(refused(dinas, "training.retire_topic", {{"code", "kue_beku"}, {"reason", "Tidak laku"}}), "training.topic_retired");
    must(dinas, "training.restore_topic", {{"code", "kue_beku"}, {"reason", "Diminta lagi"}});
    EXPECT_EQ(refused(dinas, "training.restore_topic", {{"code", "kue_beku"}, {"reason", "Diminta lagi"}}), "training.topic_in_use");
    boost::json::object row {{"code", "sabun"}, {"name", "Sabun"}, {"category", "pelatihan_kerajinan"}, {"product_kind", "Kerajinan, aksesori, anyaman"}, {"curriculum", "Dasar"}, {"hours", 4}};
    auto const taken = must(dinas, "training.import_topics", {{"topics", boost::json::array {row, with(row, "code", "kue_beku")}}});
    EXPECT_EQ(taken.data.at("fates").as_array().at(1).as_string(), "training.fate_known");
    EXPECT_EQ(must_read([&](db::ReadTx& tx) { return topic(tx, city, "sabun"); }).product_kind, "kerajinan");
}

TEST_F(CourseTest, FrozenMeatIsToldWhilePlanning)
{
    auto const answer = planned_course("kue_beku");
    auto const found = codes(answer);
    EXPECT_NE(std::ranges::find(found, "training.needs_bpom"), found.end());
    auto const course = now(answer.id);
    EXPECT_EQ(course.state, "planned");
    EXPECT_EQ(course.starts_on.iso(), "2023-07-15");
    EXPECT_EQ(course.ends_on.iso(), "2023-07-16");
    EXPECT_TRUE(path_in(course.legality).needs_bpom()) << "kept as it was shown";
    EXPECT_EQ(course.pokmas, mekar);
    auto const dry = codes(must(keeper, "training.plan", plan_input("bakpia", "Konsumsi")));
    EXPECT_EQ(std::ranges::find(dry, "training.needs_bpom"), dry.end());
}

TEST_F(CourseTest, ALinePaysOneCourse)
{
    planned_course();
    EXPECT_EQ(refused(keeper, "training.plan", plan_input()), "training.line_taken");
    auto const packaging = line(rt1, "umkm", "Kemasan");
    EXPECT_EQ(refused(keeper, "training.plan", with(plan_input(), "lines", boost::json::array {boost::json::string(packaging)})), "training.line_category");
    auto const works = line(rt1, "fisik", "Paving");
    EXPECT_EQ(refused(keeper, "training.plan", with(plan_input(), "lines", boost::json::array {boost::json::string(works)})), "training.line_unknown");
    EXPECT_EQ(refused(keeper, "training.plan", with(plan_input("bakpia", "Konsumsi"), "purse", fisik.text())), "training.topic_category");
    EXPECT_EQ(refused(keeper, "training.plan", with(plan_input("batik", "Konsumsi"), "title", "Batik")), "training.line_category");
    auto twice = plan_input("bakpia", "Konsumsi");
    twice["lines"].as_array().push_back(twice["lines"].as_array().front());
    EXPECT_EQ(refused(keeper, "training.plan", twice), "training.line_twice");
}

TEST_F(CourseTest, WhatIsWrongWithAPlanIsSaid)
{
    auto const input = plan_input();
    EXPECT_EQ(refused(outsider, "training.plan", input), "training.outside");
    EXPECT_EQ(refused(keeper, "training.plan", with(input, "topic", "terbang")), "training.no_topic");
    EXPECT_EQ(refused(keeper, "training.plan", with(input, "call_until", "2023-07-15")), "training.call_after_start");
    EXPECT_EQ(refused(keeper, "training.plan", with(input, "call_until", "2023-07-01")), "training.call_order");
    auto const sessions = [&](boost::json::array rows) { return with(input, "sessions", std::move(rows)); };
    EXPECT_EQ(refused(keeper, "training.plan", sessions({meeting("2024-07-15")})), "date.outside_year");
    EXPECT_EQ(refused(keeper, "training.plan", sessions({meeting("2023-07-15", "12.00", "08.00")})), "training.session_times");
    EXPECT_EQ(refused(keeper, "training.plan", sessions({meeting("2023-07-15"), meeting("2023-07-15", "11.00", "13.00")})), "training.session_over_another");
    auto unusual = with(with(input, "quota", 4), "call_until", "2023-07-05");
    unusual["sessions"] = boost::json::array {meeting("2023-07-15", "08.00", "09.00")};
    auto const found = codes(must(keeper, "training.plan", unusual));
    EXPECT_EQ(found, (std::vector<std::string> {"training.quota_low", "training.call_short", "training.seat_cost_high", "training.hours_short"}));
}

TEST_F(CourseTest, TrainersAreKnownToTheTax)
{
    auto const id = planned_course().id;
    boost::json::object trainer {{"course", id}, {"name", "Wahyu Hidayat"}, {"phone", "081234567800"}, {"place", rt2}, {"expertise", "Pembuat roti"}, {"hours", 8}, {"honor", 1'200'000}};
    EXPECT_EQ(refused(keeper, "training.add_trainer", trainer), "enterprise.nik_or_reason");
    EXPECT_EQ(refused(keeper, "training.add_trainer", with(trainer, "nik", "3572023102450002")).substr(0, 4), "nik.");
    trainer["nik"] = "3572025708450002";
    EXPECT_EQ(refused(keeper, "training.add_trainer", with(trainer, "hours", 9)), "training.trainer_hours");
    EXPECT_EQ(refused(keeper, "training.add_trainer", with(trainer, "civil_servant", true)), "required") << "golongan: the tax goes by it";
    EXPECT_EQ(refused(keeper, "training.add_trainer", with(with(trainer, "civil_servant", true), "civil_rank", 5)), "input.invalid");
    auto const added = must(keeper, "training.add_trainer", with(with(trainer, "civil_servant", true), "civil_rank", 4));
    EXPECT_TRUE(added.verdicts.empty());
    EXPECT_EQ(must_read([&](db::ReadTx& tx) { return training::trainer(tx, city, TrainerId::parse(added.id).value()); }).civil_rank, 4);
    EXPECT_EQ(refused(keeper, "training.add_trainer", trainer), "training.trainer_known");
    auto second = with(with(trainer, "name", "Rahmat"), "phone", "081234567801");
    second.erase("nik");
    second["no_nik"] = "lost";
    second["honor"] = 6'000'000;
    EXPECT_EQ(codes(must(keeper, "training.add_trainer", second)), (std::vector<std::string> {"training.honor_over_lines"}));
    auto const known = somebody("Lestari", "081234567802");
    boost::json::object third {{"course", id}, {"person", known.text()}, {"expertise", "Kemasan"}, {"hours", 2}, {"honor", 0}, {"no_nik", "not_shown"}, {"cv", picture()}};
    EXPECT_EQ(refused(keeper, "training.add_trainer", with(third, "no_nik", boost::json::value(nullptr))), "enterprise.nik_or_reason");
    auto const last = must(keeper, "training.add_trainer", third);
    auto const all_trainers = must_read([&](db::ReadTx& tx) { return trainers_of(tx, city, CourseId::parse(id).value()); });
    EXPECT_EQ(all_trainers.size(), 3U);
    for (auto const& place : places()) {
        if (place.subject_kind == "trainer") {
            EXPECT_EQ(must_read([&](db::ReadTx& tx) { return place.find(tx, city, last.id); })->place, rt1);
        }
    }
    must(keeper, "training.remove_trainer", {{"trainer", last.id}, {"reason", "Berhalangan"}});
    EXPECT_EQ(refused(keeper, "training.remove_trainer", {{"trainer", last.id}, {"reason", "Berhalangan"}}), "training.no_trainer");
}

TEST_F(CourseTest, AChangeKeepsTheTopicOnceItIsCalled)
{
    auto const id = opened_course();
    auto input = plan_input();
    input.erase("purse");
    input.erase("sessions");
    input["course"] = id;
    input["version"] = now(id).version;
    input["quota"] = 12;
    must(keeper, "training.change", input);
    EXPECT_EQ(now(id).quota, 12);
    EXPECT_EQ(refused(keeper, "training.change", input), "training.changed_meanwhile");
    input["version"] = now(id).version;
    EXPECT_EQ(refused(keeper, "training.change", with(input, "topic", "kue_beku")), "training.topic_is_called");
    EXPECT_EQ(refused(outsider, "training.change", input), "training.no_course");
    must(keeper, "training.back_to_plan", {{"course", id}, {"reason", "Salah topik"}});
    must(keeper, "training.change", with(input, "topic", "kue_beku"));
    EXPECT_EQ(now(id).topic, "kue_beku");
}

TEST_F(CourseTest, ACourseIsCalledSelectedHeldAndClosed)
{
    auto const id = opened_course();
    EXPECT_EQ(refused(keeper, "training.select", {{"course", id}}), "training.call_running");
    apply_all(id, {"Ani", "Budi"});
    at("2023-07-11");
    must(keeper, "training.select", {{"course", id}});
    EXPECT_EQ(refused(leader, "training.start", {{"course", id}}), "training.not_yet");
    EXPECT_EQ(refused(outsider, "training.start", {{"course", id}}), "training.no_course");
    at("2023-07-15");
    must(leader, "training.start", {{"course", id}});
    EXPECT_EQ(refused(leader, "training.finish", {{"course", id}}), "training.sessions_left");
    at("2023-07-16");
    boost::json::array const dropped {{{"seat", seat_named(id, "Budi")}, {"reason", "Tidak datang lagi"}}};
    must(leader, "training.finish", {{"course", id}, {"dropped", dropped}});
    EXPECT_EQ(state_of(id, "Ani"), "finished");
    EXPECT_EQ(state_of(id, "Budi"), "dropped");
    EXPECT_EQ(refused(keeper, "training.close", {{"course", id}}), "training.outcome_missing");
    must(keeper, "training.resume", {{"course", id}, {"reason", "Satu pertemuan tambahan"}});
    EXPECT_EQ(state_of(id, "Ani"), "selected");
    must(leader, "training.finish", {{"course", id}});
    must(leader, "training.record_outcome", {{"seat", seat_named(id, "Ani")}, {"outcome", "group"}, {"reason", "Kelompok Mawar"}});
    must(keeper, "training.close", {{"course", id}});
    EXPECT_EQ(now(id).state, "closed");
    EXPECT_EQ(refused(keeper, "training.cancel", {{"course", id}, {"reason", "Terlambat"}}), "workflow.not_possible");
}

TEST_F(CourseTest, ACancelledCourseGivesItsLinesBack)
{
    auto const id = opened_course();
    apply_all(id, {"Ani"});
    must(keeper, "training.cancel", {{"course", id}, {"reason", "Pengajar sakit"}});
    EXPECT_EQ(now(id).state, "cancelled");
    EXPECT_EQ(state_of(id, "Ani"), "refused");
    planned_course();
}

struct Heard {
    static inline std::vector<std::string> all;
};

TEST_F(CourseTest, WhoFollowsIsTold)
{
    Heard::all.clear();
    use_followers({{[](db::WriteTx&, Context&, Course const& course) -> Result<void> {
                        Heard::all.push_back(course.state + " " + course.starts_on.iso() + " " + course.ends_on.iso());
                        return Done {};
                    },
        [](db::WriteTx&, Context&, Course const& course, std::vector<Seat> const& finished) -> Result<void> {
            Heard::all.push_back(course.state + " " + std::to_string(finished.size()));
            return Done {};
        }}});
    auto const id = finished_course();
    auto const first = Heard::all;
    for (auto const* name : {"Ani", "Budi", "Citra"})
        must(leader, "training.record_outcome", {{"seat", seat_named(id, name)}, {"outcome", "will_not_continue"}, {"reason", "Pindah kota"}});
    must(keeper, "training.close", {{"course", id}});
    auto const heard = std::exchange(Heard::all, {});
    use_followers({});
    ASSERT_FALSE(first.empty());
    EXPECT_EQ(first.front(), "planned 2023-07-15 2023-07-16");
    EXPECT_EQ(heard.back(), "closed 3");
}

} // namespace
} // namespace rtkeren::training
