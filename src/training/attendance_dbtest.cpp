#include "training/attendance_fixture_dbtest.hpp"

namespace rtkeren::training {
namespace {

TEST_F(AttendanceTest, AMarkIsKeptOnceAndAnotherProofOfItIsAdded)
{
    auto const answer = must(tono, "training.mark", mark_input(0, 0, "present"));
    EXPECT_EQ(answer.message, "training.marked");
    EXPECT_EQ(must(tono, "training.mark", mark_input(0, 0, "present")).message, "training.marked_already");
    auto const file = photo();
    auto const paper = must(tono, "training.mark_paper", {{"session", meetings[0].text()}, {"file", file}, {"seats", boost::json::array {seats[0].text(), seats[1].text()}}});
    EXPECT_EQ(paper.message, "training.paper_marked");
    EXPECT_EQ(presence(0, 0)->routes, "facilitator,paper") << "both proofs, one record";
    EXPECT_EQ(presence(0, 1)->routes, "paper");
    auto const marks = look([&](db::ReadTx& tx) { return marks_of_session(tx, city, meetings[0]); });
    ASSERT_EQ(marks.size(), 3U);
    EXPECT_EQ(marks[1].file, file);
    auto const seen = attendance();
    EXPECT_EQ(seen.counted, std::vector {meetings[0]});
    ASSERT_EQ(seen.seats.size(), 3U);
    EXPECT_EQ(seen.of(seats[0])->present, 1);
    EXPECT_EQ(seen.of(seats[2])->present, 0);
    tests::expect_all_queries_prepare("training");
}

TEST_F(AttendanceTest, ACorrectionNeedsAReasonAndKeepsWhatWasBefore)
{
    must(tono, "training.mark", mark_input(0, 0, "present"));
    auto const refused = run(tono, "training.mark", mark_input(0, 0, "absent"));
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, "training.mark_differs");
    EXPECT_EQ(refused.error().kind, ErrorKind::Conflict);
    auto const was = std::ranges::find(refused.error().arguments, std::string("was"), &std::pair<std::string, std::string>::first);
    ASSERT_NE(was, refused.error().arguments.end());
    EXPECT_EQ(was->second, "present") << "both versions are told";
    EXPECT_EQ(must(tono, "training.mark", mark_input(0, 0, "absent", "pulang sebelum mulai")).message, "training.mark_corrected");
    EXPECT_FALSE(presence(0, 0)->present);
    auto const marks = look([&](db::ReadTx& tx) { return marks_of_session(tx, city, meetings[0]); });
    ASSERT_EQ(marks.size(), 2U);
    EXPECT_TRUE(marks[0].present);
    EXPECT_EQ(marks[1].corrects, marks[0].id);
    static constexpr db::WriteQuery<1> change {"training.test_change_mark", "UPDATE training_mark SET present = TRUE WHERE city = $1"};
    auto const changed = db::write(services.db, city, [&](db::WriteTx& tx) { return tx.run(change, city); });
    ASSERT_FALSE(changed.ok());
    EXPECT_NE(changed.error().detail.find("training.mark_immutable"), std::string::npos) << changed.error().detail;
}

TEST_F(AttendanceTest, OnlyWhoLeadsTheCourseMarksAndOthersDoNotSeeIt)
{
    EXPECT_EQ(refusal(stranger, "training.mark", mark_input(0, 0, "present")), "training.no_session");
    EXPECT_EQ(refusal(lurah, "training.mark", mark_input(0, 0, "present")), "operation.not_allowed");
    must(dewi, "training.mark", mark_input(0, 0, "present"));
    auto const wrong = boost::json::object {{"session", meetings[0].text()}, {"seat", env.ulid().text()}, {"mark", "present"}};
    EXPECT_EQ(refusal(tono, "training.mark", wrong), "training.no_seat");
    EXPECT_EQ(run(tono, "training.mark", {{"session", meetings[0].text()}}).error().fields.size(), 2U) << "seat and mark";
}

TEST_F(AttendanceTest, CancelledEarlyAndLongPastMeetingsTakeNoMarks)
{
    EXPECT_EQ(refusal(tono, "training.mark", mark_input(1, 0, "present")), "training.meeting_cancelled");
    EXPECT_EQ(refusal(tono, "training.mark", mark_input(2, 0, "present")), "training.too_early");
    env.set(Instant::parse("2026-01-07T00:00:00.000Z").value()); // an hour before eight
    must(tono, "training.mark", mark_input(2, 0, "present"));
    env.set(Instant::parse("2026-01-12T04:00:01.000Z").value()); // seven days after the first ended
    EXPECT_EQ(refusal(tono, "training.mark", mark_input(0, 0, "present", "lupa")), "training.too_late");
    EXPECT_EQ(refusal(dewi, "training.mark", mark_input(0, 0, "present")), "training.too_late");
    must(dewi, "training.mark", mark_input(0, 0, "present", "daftar kertas ketinggalan"));
    EXPECT_TRUE(found("training.marked_late"));
    must(tono, "training.mark", mark_input(2, 1, "present"));
    write([&](db::WriteTx& tx, operations::Context&) { return to_state(tx, course_id, "closed"); }).value();
    EXPECT_EQ(refusal(tono, "training.mark", mark_input(2, 2, "present")), "training.not_running");
}

TEST_F(AttendanceTest, WhoLeftOrWasNotChosenIsNotMarked)
{
    auto const left = look([&](db::ReadTx&) -> Result<SeatId> { return seats[0]; });
    static constexpr db::WriteQuery<2> drop {"training.test_drop", "UPDATE training_seat SET state = 'dropped' WHERE city = $1 AND id = $2"};
    ASSERT_TRUE(db::write(services.db, city, [&](db::WriteTx& tx) { return tx.run(drop, city, left); }).ok());
    EXPECT_EQ(refusal(tono, "training.mark", mark_input(0, 0, "present")), "training.not_taking_part");
    EXPECT_EQ(attendance().seats.size(), 2U);
}

TEST_F(AttendanceTest, ClosingMarksTheRestAbsentAndMayBeTakenBack)
{
    env.set(Instant::parse("2026-01-05T00:30:00.000Z").value());
    EXPECT_EQ(refusal(tono, "training.close_session", {{"session", meetings[0].text()}}), "training.not_begun");
    env.set(Instant::parse("2026-01-05T04:00:00.000Z").value());
    must(tono, "training.mark", mark_input(0, 0, "present"));
    auto const closed = must(tono, "training.close_session", {{"session", meetings[0].text()}, {"note", "hujan"}});
    EXPECT_EQ(closed.arguments, (Arguments {{"number", "1"}, {"count", "2"}}));
    EXPECT_FALSE(presence(0, 1)->present);
    EXPECT_EQ(refusal(tono, "training.close_session", {{"session", meetings[0].text()}}), "training.closed_already");
    must(tono, "training.reopen_session", {{"session", meetings[0].text()}, {"reason", "keliru menutup"}});
    EXPECT_EQ(refusal(tono, "training.reopen_session", {{"session", meetings[0].text()}, {"reason", "keliru menutup"}}), "training.not_closed");
    EXPECT_EQ(refusal(tono, "training.mark", mark_input(0, 1, "present")), "training.mark_differs");
}

TEST_F(AttendanceTest, APaperThatContradictsAMarkNeedsAReason)
{
    must(tono, "training.mark", mark_input(0, 1, "absent"));
    boost::json::object list {{"session", meetings[0].text()}, {"file", photo()}, {"seats", boost::json::array {seats[0].text(), seats[1].text()}}};
    auto const refused = run(tono, "training.mark_paper", list);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().fields.front().code, "training.paper_contradicts");
    EXPECT_EQ(refused.error().fields.front().arguments, (Arguments {{"names", "Budi S."}}));
    EXPECT_FALSE(presence(0, 0)) << "all or nothing";
    list["reason"] = "datang terlambat";
    must(tono, "training.mark_paper", list);
    EXPECT_TRUE(presence(0, 1)->present);
    list["file"] = std::string(64, 'a');
    EXPECT_EQ(refusal(tono, "training.mark_paper", list), "daftar_hadir evidence.unknown");
}

TEST_F(AttendanceTest, APhotoOfAnotherMeetingIsNamed)
{
    auto const file = photo();
    boost::json::object list {{"session", meetings[0].text()}, {"file", file}, {"seats", boost::json::array {seats[0].text()}}};
    EXPECT_TRUE(must(tono, "training.mark_paper", list).verdicts.empty());
    EXPECT_FALSE(found("training.photo_twice"));
    env.set(Instant::parse("2026-01-07T02:00:00.000Z").value());
    list["session"] = meetings[2].text();
    auto const second = must(tono, "training.mark_paper", list);
    ASSERT_EQ(second.verdicts.size(), 1U);
    EXPECT_EQ(second.verdicts.front().code, "training.photo_reused");
    EXPECT_TRUE(found("training.photo_twice"));
}

TEST_F(AttendanceTest, OnePersonInTwoPlacesAtOneHourIsFound)
{
    must(tono, "training.mark", mark_input(0, 0, "present"));
    EXPECT_FALSE(found("training.two_places"));
    SeatId second;
    SessionId same_hour;
    write([&](db::WriteTx& tx, operations::Context&) -> Result<void> {
        second = TRY(add_seat(tx, other_course, people[0], "selected"));
        same_hour = TRY(add_session(tx, other_course, 1, "2026-01-05", false));
        return Done {};
    }).value();
    must(dewi, "training.mark", {{"session", same_hour.text()}, {"seat", second.text()}, {"mark", "present"}});
    auto const seen = findings();
    auto const two = std::ranges::find(seen, std::string("training.two_places"), [](AttendanceFinding const& finding) { return finding.verdict.code; });
    ASSERT_NE(two, seen.end());
    EXPECT_EQ(language::word(two->verdict), "Pertemuan 1: Siti Nur Aminah pada jam yang sama juga hadir di Batik");
    EXPECT_EQ(two->href, "/pelatihan/" + course_id.str() + "/presensi/" + meetings[0].str());
}

TEST_F(AttendanceTest, TrainersAreNotPaidForMoreThanTheSchedule)
{
    static constexpr db::WriteQuery<5> insert {"training.test_trainer",
        "INSERT INTO training_trainer (city, id, course, person, expertise, civil_servant, minutes, honor, entered_at) VALUES ($1, $2, $3, $4, 'Kue', FALSE, $5, 0, '2026-01-01T00:00:00.000Z')"};
    auto const hire = [&](std::int64_t minutes) {
        ASSERT_TRUE(db::write(services.db, city, [&](db::WriteTx& tx) { return tx.run(insert, city, env.ulid(), course_id, people[0], minutes); }).ok());
    };
    hire(360); // two meetings of three hours: the third was cancelled
    EXPECT_FALSE(found("training.trainer_overpaid"));
    hire(1);
    EXPECT_TRUE(found("training.trainer_overpaid")) << "the same person again";
}

TEST_F(AttendanceTest, ATestOfWhoWasNotThereIsFound)
{
    static constexpr db::WriteQuery<2> score {"training.test_score", "UPDATE training_seat SET post_score = 90 WHERE city = $1 AND id = $2"};
    ASSERT_TRUE(db::write(services.db, city, [&](db::WriteTx& tx) { return tx.run(score, city, seats[0]); }).ok());
    EXPECT_FALSE(found("training.test_absent")) << "no meeting counts yet";
    must(tono, "training.mark", mark_input(0, 0, "absent"));
    EXPECT_TRUE(found("training.test_absent"));
    must(tono, "training.mark", mark_input(0, 0, "present", "ternyata hadir"));
    EXPECT_FALSE(found("training.test_absent"));
}

TEST_F(AttendanceTest, ADeviceWhoseClockIsOddIsNamed)
{
    auto const operation = std::ranges::find(all, std::string("training.mark"), &operations::Operation::name);
    auto input = mark_input(0, 0, "present");
    input["id"] = env.ulid().text();
    ASSERT_TRUE(operations::run(services, {.operation = *operation, .actor = tono, .input = input, .made_at = Instant::parse("2026-01-05T01:20:00.000Z").value()}).ok());
    EXPECT_FALSE(found("training.clock_odd"));
    input = mark_input(0, 1, "present");
    input["id"] = env.ulid().text();
    ASSERT_TRUE(operations::run(services, {.operation = *operation, .actor = tono, .input = input, .made_at = Instant::parse("2025-06-05T01:20:00.000Z").value()}).ok());
    EXPECT_TRUE(found("training.clock_odd"));
}

} // namespace
} // namespace rtkeren::training
