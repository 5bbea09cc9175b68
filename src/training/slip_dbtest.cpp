#include "training/attendance_fixture_dbtest.hpp"

namespace rtkeren::training {
namespace {

TEST_F(AttendanceTest, ASlipFindsItsHolderUntilAnotherIsPrinted)
{
    auto const codes = slips();
    ASSERT_EQ(codes.size(), 3U);
    auto const found_slip = [&](std::string const& code) { return db::read(services.db, [&](db::ReadTx& tx) { return slip_of_code(tx, services, code); }); };
    auto typed = lower_ascii(codes.at(seats[1]));
    std::ranges::replace(typed, '-', ' ');
    EXPECT_EQ(found_slip(typed)->seat, seats[1]) << "as one types it";
    EXPECT_EQ(found_slip("0000-0000").error().code, "training.slip_unknown");
    EXPECT_EQ(refusal(tono, "training.print_slips", {{"course", course_id.text()}}), "training.no_slips_due");
    must(tono, "training.print_slips", {{"course", course_id.text()}, {"seats", boost::json::array {seats[1].text()}}});
    EXPECT_EQ(found_slip(codes.at(seats[1])).error().code, "training.slip_unknown") << "the old one stopped";
    EXPECT_TRUE(found_slip(codes.at(seats[0])).ok());
    EXPECT_EQ(refusal(stranger, "training.print_slips", {{"course", course_id.text()}}), "training.no_course");
    auto const shown = [&](Actor const& actor) { return look([&](db::ReadTx& tx) { return printed_slips(tx, services, actor, course_id); }).size(); };
    EXPECT_EQ(shown(tono), 3U);
    EXPECT_EQ(shown(dewi), 0U) << "codes are shown to who printed them";
    env.advance_seconds(3601);
    EXPECT_EQ(shown(tono), 0U) << "and for an hour";
    EXPECT_EQ(look([&](db::ReadTx& tx) { return slips_of(tx, services, course_id); }).size(), 3U) << "they hold all the same";
}

TEST_F(AttendanceTest, TheQrAndTheSlipMarkPresentAndBothAreNeeded)
{
    auto const codes = slips();
    auto const scan = [&](std::string const& ticket, std::string const& code) { return refusal(participant_actor(city), "training.scan", {{"ticket", ticket}, {"slip_code", code}, {"device", "A"}}); };
    auto const ticket = token(0);
    EXPECT_EQ(scan(ticket, "0000-0000"), "training.slip_unknown");
    EXPECT_EQ(scan(meetings[0].str() + ".0000000000000000", codes.at(seats[0])), "training.qr_expired");
    EXPECT_EQ(scan(token(2), codes.at(seats[0])), "training.too_early");
    EXPECT_EQ(scan(token(1), codes.at(seats[0])), "training.meeting_cancelled");
    EXPECT_EQ(scan(ticket, codes.at(seats[0])), "");
    EXPECT_EQ(presence(0, 0)->routes, "qr");
    EXPECT_EQ(scan(ticket, codes.at(seats[0])), "") << "twice changes nothing";
    EXPECT_EQ(look([&](db::ReadTx& tx) { return marks_of_session(tx, city, meetings[0]); }).size(), 1U);
    auto const marks = look([&](db::ReadTx& tx) { return marks_of_session(tx, city, meetings[0]); });
    EXPECT_EQ(marks.front().recorded_by_name, "");
    EXPECT_FALSE(marks.front().recorded_person);
    env.advance_seconds(2 * token_step_seconds + 1);
    EXPECT_EQ(scan(ticket, codes.at(seats[1])), "training.qr_expired") << "a photo sent home";
    auto const in_hand = session_ticket(keys, meetings[0], env.now());
    env.advance_seconds(ticket_step_seconds);
    EXPECT_EQ(scan(in_hand, codes.at(seats[1])), "") << "who opened it in time may type slowly";
    EXPECT_FALSE(found("training.one_device"));
    EXPECT_EQ(scan(token(0), codes.at(seats[2])), "");
    EXPECT_TRUE(found("training.one_device")) << "one phone for three";
}

TEST_F(AttendanceTest, ScanningEndsWithTheMeetingAndNeverContradictsTheFacilitator)
{
    auto const codes = slips();
    auto const scan = [&](std::size_t seat) { return refusal(participant_actor(city), "training.scan", {{"ticket", token(0)}, {"slip_code", codes.at(seats[seat])}}); };
    must(tono, "training.mark", mark_input(0, 0, "absent"));
    EXPECT_EQ(scan(0), "training.marked_absent");
    env.set(Instant::parse("2026-01-05T04:30:00.000Z").value());
    EXPECT_EQ(scan(1), "");
    env.set(Instant::parse("2026-01-05T04:30:01.000Z").value());
    EXPECT_EQ(scan(2), "training.scan_over");
    env.set(Instant::parse("2026-01-05T03:00:00.000Z").value());
    must(tono, "training.close_session", {{"session", meetings[0].text()}});
    EXPECT_EQ(scan(2), "training.scan_over");
}

TEST_F(AttendanceTest, ADisputeIsDecidedByTheKelurahanAndCorrectsTheMark)
{
    auto const codes = slips();
    auto const nobody = participant_actor(city);
    boost::json::object const says {{"slip_code", codes.at(seats[0])}, {"session", meetings[0].text()}, {"says", "present"}, {"words", "Saya duduk di sebelah Bu Tin"}};
    must(tono, "training.mark", mark_input(0, 0, "absent"));
    auto const opened = must(nobody, "training.dispute", says);
    EXPECT_EQ(refusal(nobody, "training.dispute", says), "training.disputed_already");
    auto untrue = says;
    untrue["says"] = "absent";
    untrue["slip_code"] = codes.at(seats[1]);
    EXPECT_EQ(refusal(nobody, "training.dispute", untrue), "training.nothing_to_dispute") << "nobody said that this one was there";
    auto const inbox = look([&](db::ReadTx& tx) { return workflow::inbox(tx, lurah, services.today()); });
    ASSERT_EQ(inbox.size(), 1U);
    EXPECT_EQ(inbox.front().item.title, "Keberatan Siti N. A., Kue kering, pertemuan 1");
    EXPECT_EQ(inbox.front().item.due, Date::parse("2026-01-12").value()) << "five working days";
    boost::json::object const decision {{"dispute", opened.id}, {"decision", "upheld"}, {"reason", "Dua saksi membenarkan"}};
    EXPECT_EQ(refusal(stranger, "training.decide_dispute", decision), "training.no_dispute");
    EXPECT_EQ(refusal(tono, "training.decide_dispute", decision), "operation.not_allowed");
    EXPECT_EQ(must(lurah, "training.decide_dispute", decision).message, "training.dispute_upheld");
    EXPECT_TRUE(presence(0, 0)->present);
    EXPECT_EQ(presence(0, 0)->routes, "decision");
    EXPECT_EQ(refusal(lurah, "training.decide_dispute", decision), "workflow.not_possible");
}

TEST_F(AttendanceTest, WhoMarkedDoesNotDecideAndAParticipantMayWithdraw)
{
    auto const codes = slips();
    auto const nobody = participant_actor(city);
    must(dewi, "training.mark", mark_input(0, 1, "present"));
    auto const opened = must(nobody, "training.dispute", {{"slip_code", codes.at(seats[1])}, {"session", meetings[0].text()}, {"says", "absent"}, {"words", "Saya di rumah hari itu"}});
    boost::json::object const decision {{"dispute", opened.id}, {"decision", "rejected"}, {"reason", "Ada tanda tangannya"}};
    EXPECT_EQ(refusal(dewi, "training.decide_dispute", decision), "training.decides_own");
    EXPECT_EQ(refusal(nobody, "training.withdraw_dispute", {{"slip_code", codes.at(seats[0])}, {"dispute", opened.id}}), "training.no_dispute") << "not one's own";
    must(nobody, "training.withdraw_dispute", {{"slip_code", codes.at(seats[1])}, {"dispute", opened.id}});
    EXPECT_EQ(refusal(lurah, "training.decide_dispute", decision), "workflow.not_possible");
    auto const again = must(nobody, "training.dispute", {{"slip_code", codes.at(seats[1])}, {"session", meetings[0].text()}, {"says", "absent"}, {"words", "Saya di rumah hari itu"}});
    must(lurah, "training.decide_dispute", {{"dispute", again.id}, {"decision", "rejected"}, {"reason", "Ada tanda tangannya"}});
    EXPECT_TRUE(presence(0, 1)->present) << "a rejected dispute changes nothing";
    auto const known = look([&](db::ReadTx& tx) { return disputes_of_seat(tx, city, seats[1]); });
    ASSERT_EQ(known.size(), 2U);
    EXPECT_EQ(known.front().decision, "rejected");
}

TEST(AttendanceMachine, DisputesComeToAnEnd)
{
    EXPECT_EQ(workflow::check_machine(dispute_machine()), std::vector<std::string> {});
}

} // namespace
} // namespace rtkeren::training
