#include "training/attendance_fixture_dbtest.hpp"
#include "training/pdf_dbtest.hpp"
#include "training/presence_pages.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace rtkeren::training {
namespace {

/// Pages as a phone gets them that keeps its cookies.
struct PresenceTest : AttendanceTest {
    std::map<std::string, std::string> cookies {};

    http::Response ask(Actor const* actor, http::Method method, std::string path, Pairs form = {}, Pairs query = {})
    {
        auto request = request_to(method, std::move(path), std::move(query), std::move(form));
        request.headers.emplace_back("host", "rt.contoh.id");
        request.cookies = cookies;
        request.remote_address = "10.0.0.1";
        auto response = send(actor, request);
        for (auto const& [name, value] : response.headers)
            if (name == "Set-Cookie")
                cookies[value.substr(0, value.find('='))] = value.substr(value.find('=') + 1, value.find(';') - value.find('=') - 1);
        return response;
    }
    http::Response get(Actor const* actor, std::string path, Pairs query = {}) { return ask(actor, http::Method::Get, std::move(path), {}, std::move(query)); }
    http::Response post(Actor const* actor, std::string path, Pairs form) { return ask(actor, http::Method::Post, std::move(path), std::move(form)); }
    std::string meeting_path(std::size_t meeting) { return "/pelatihan/" + course_id.str() + "/presensi/" + meetings[meeting].str(); }
    std::string id() { return env.ulid().str(); }
    static std::string header(http::Response const& response, std::string_view name)
    {
        for (auto const& [key, value] : response.headers)
            if (key == name)
                return value;
        return {};
    }
};

TEST_F(PresenceTest, TheFacilitatorsPageHasQrListAndButtons)
{
    auto const page = get(&tono, meeting_path(0));
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(has(page, "Siti Nur Aminah"));
    EXPECT_TRUE(has(page, "<svg"));
    EXPECT_TRUE(has(page, "value=\"present\""));
    EXPECT_EQ(get(&stranger, meeting_path(0)).status, 404);
    EXPECT_EQ(get(nullptr, meeting_path(0)).status, 303) << "to the sign-in";
    EXPECT_EQ(get(&tono, "/pelatihan/" + other_course.str() + "/presensi/" + meetings[0].str()).status, 404) << "of another course";
    EXPECT_FALSE(has(get(&tono, meeting_path(1)), "value=\"present\"")) << "cancelled";
    EXPECT_EQ(post(&tono, meeting_path(0), {{"seat", seats[0].str()}, {"mark", "present"}}).status, 303);
    EXPECT_TRUE(presence(0, 0)->present);
    auto const differs = post(&tono, meeting_path(0), {{"seat", seats[0].str()}, {"mark", "absent"}});
    EXPECT_EQ(differs.status, 409);
    EXPECT_TRUE(has(differs, "Siti N. A. sudah dicatat lain oleh Tono"));
}

TEST_F(PresenceTest, TheScreenForAllShowsShortNamesOnly)
{
    must(tono, "training.mark", mark_input(0, 0, "present"));
    auto const page = get(&tono, meeting_path(0) + "/qr");
    EXPECT_TRUE(has(page, "Siti N. A."));
    EXPECT_FALSE(has(page, "Aminah"));
    EXPECT_TRUE(has(page, "1 dari 3 hadir"));
    env.set(Instant::parse("2026-01-05T04:31:00.000Z").value());
    EXPECT_FALSE(has(get(&tono, meeting_path(0) + "/qr"), "class=\"qr\"")) << "the meeting is over";
}

TEST_F(PresenceTest, MarkingByHandKeepsWhatWasTypedAndShowsEveryProof)
{
    must(tono, "training.mark", mark_input(0, 0, "present"));
    auto const path = meeting_path(0) + "/tandai/" + seats[0].str();
    auto const refused = post(&tono, path, {{"id", id()}, {"mark", "absent"}, {"reason", ""}});
    EXPECT_EQ(refused.status, 409);
    EXPECT_TRUE(has(refused, "value=\"absent\" checked"));
    EXPECT_EQ(post(&tono, path, {{"id", id()}, {"mark", "absent"}, {"reason", "salah orang"}}).status, 303);
    auto const page = get(&tono, path);
    EXPECT_TRUE(has(page, "Dibetulkan: Tidak hadir"));
    EXPECT_TRUE(has(page, "salah orang"));
    EXPECT_EQ(get(&tono, meeting_path(0) + "/tandai/" + id()).status, 404);
}

TEST_F(PresenceTest, AListIsClosedAndOpenedWithItsForms)
{
    EXPECT_TRUE(has(get(&tono, meeting_path(0) + "/tutup"), "3 peserta tanpa tanda"));
    EXPECT_EQ(post(&tono, meeting_path(0) + "/tutup", {{"id", id()}, {"note", "lancar"}}).status, 303);
    EXPECT_TRUE(has(get(&tono, meeting_path(0)), "oleh Tono"));
    EXPECT_EQ(post(&tono, meeting_path(0) + "/buka", {{"id", id()}, {"reason", ""}}).status, 422);
    EXPECT_EQ(post(&tono, meeting_path(0) + "/buka", {{"id", id()}, {"reason", "masih berjalan"}}).status, 303);
}

TEST_F(PresenceTest, AListOnPaperIsTickedOneByOne)
{
    auto const path = meeting_path(0) + "/kertas";
    EXPECT_TRUE(has(get(&tono, path), "Budi Santoso"));
    auto const refused = post(&tono, path, {{"id", id()}, {"seats", seats[1].str()}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(has(refused, "value=\"" + seats[1].str() + "\" checked")) << "what was ticked stays ticked";
    EXPECT_EQ(post(&tono, path, {{"id", id()}, {"file", photo()}, {"seats", seats[1].str()}}).status, 303);
    EXPECT_EQ(presence(0, 1)->routes, "paper");
}

TEST_F(PresenceTest, TheCoursesAttendanceIsAListWithFilesAndFindings)
{
    must(tono, "training.mark", mark_input(0, 0, "present"));
    must(tono, "training.mark", mark_input(0, 1, "absent"));
    auto const path = "/pelatihan/" + course_id.str() + "/presensi";
    auto const page = get(&lurah, path);
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(has(page, "dibatalkan"));
    EXPECT_TRUE(has(page, "1 dari 3"));
    EXPECT_EQ(get(&stranger, path).status, 404);
    auto const low = boost::json::parse(get(&lurah, path, {{"hadir", "low"}, {"format", "json"}}).body).at("items").as_array();
    EXPECT_EQ(low.size(), 2U) << "Budi was absent, Tin has no mark";
    auto const found_one = boost::json::parse(get(&lurah, path, {{"q", "siti"}, {"format", "json"}}).body).at("items").as_array();
    ASSERT_EQ(found_one.size(), 1U);
    EXPECT_EQ(found_one[0].at("present").as_int64(), 1);
    EXPECT_TRUE(has(get(&lurah, path, {{"format", "csv"}}), "Siti Nur Aminah"));
    auto const panel = look([&](db::ReadTx& tx) { return attendance_panels().front().render(services, tx, &lurah, course_id.str()); });
    EXPECT_NE(panel.str().find("1 dari 2"), std::string::npos) << panel.str();
    auto const hidden = look([&](db::ReadTx& tx) { return attendance_panels().front().render(services, tx, nullptr, course_id.str()); });
    EXPECT_TRUE(hidden.empty()) << "visitors see no attendance";
}

TEST_F(PresenceTest, SlipsArePrintedAsPdfByWhoMadeThem)
{
    use_paper_fonts();
    auto const path = "/pelatihan/" + course_id.str() + "/slip";
    EXPECT_EQ(get(&tono, path + ".pdf").status, 404) << "none yet";
    EXPECT_EQ(post(&tono, path, {{"id", id()}}).status, 303);
    auto const pdf = get(&tono, path + ".pdf");
    EXPECT_EQ(pdf.content_type, "application/pdf");
    auto const text = text_of_pdf(pdf.body);
    auto const printed = look([&](db::ReadTx& tx) { return printed_slips(tx, services, tono, course_id); });
    ASSERT_EQ(printed.size(), 3U);
    for (auto const& slip : printed)
        EXPECT_NE(text.find(slip.code), std::string::npos) << text;
    EXPECT_NE(text.find("Siti N. A."), std::string::npos);
    EXPECT_EQ(text.find("Aminah"), std::string::npos);
    EXPECT_EQ(get(&dewi, path + ".pdf").status, 404) << "another's codes";
    EXPECT_TRUE(has(get(&tono, path), "3 slip siap dicetak"));
}

TEST_F(PresenceTest, ASlipShowsItsHolderAndTakesADispute)
{
    auto const codes = slips();
    must(tono, "training.mark", mark_input(0, 0, "absent"));
    auto const code = codes.at(seats[0]);
    auto const typed = post(nullptr, "/s", {{"slip_code", lower_ascii(code)}});
    EXPECT_EQ(typed.status, 303);
    auto const page = get(nullptr, header(typed, "Location"));
    EXPECT_TRUE(has(page, "Siti N. A."));
    EXPECT_FALSE(has(page, "Aminah"));
    EXPECT_FALSE(has(page, "Budi"));
    EXPECT_TRUE(has(page, "Hadir 0 dari 1 pertemuan"));
    auto const form_path = "/s/" + secrets::normal_code(code) + "/keberatan/" + meetings[0].str();
    EXPECT_TRUE(has(get(nullptr, form_path), "value=\"present\""));
    EXPECT_EQ(post(nullptr, form_path, {{"id", id()}, {"says", "present"}, {"words", "pendek"}}).status, 422);
    auto const sent = post(nullptr, form_path, {{"id", id()}, {"says", "present"}, {"words", "Saya datang pukul delapan"}});
    EXPECT_EQ(sent.status, 303);
    EXPECT_EQ(header(sent, "Location"), "/s/" + secrets::normal_code(code));
    auto const after = get(nullptr, "/s/" + code);
    EXPECT_TRUE(has(after, "Menunggu keputusan kelurahan"));
    auto const dispute_id = look([&](db::ReadTx& tx) { return disputes_of_seat(tx, city, seats[0]); }).front().id;
    auto const list = boost::json::parse(get(&lurah, "/keberatan", {{"format", "json"}}).body).at("items").as_array();
    ASSERT_EQ(list.size(), 1U);
    EXPECT_EQ(std::string(list[0].at("title").as_string()), "Siti Nur Aminah");
    EXPECT_TRUE(boost::json::parse(get(&stranger, "/keberatan", {{"format", "json"}}).body).at("items").as_array().empty());
    auto const decision_page = get(&lurah, "/keberatan/" + dispute_id.str());
    EXPECT_TRUE(has(decision_page, "Saya datang pukul delapan"));
    EXPECT_TRUE(has(decision_page, "name=\"decision\""));
    EXPECT_EQ(get(&stranger, "/keberatan/" + dispute_id.str()).status, 404);
    EXPECT_EQ(post(&lurah, "/keberatan/" + dispute_id.str(), {{"id", id()}, {"decision", "upheld"}, {"reason", ""}}).status, 422);
    EXPECT_EQ(post(&lurah, "/keberatan/" + dispute_id.str(), {{"id", id()}, {"decision", "upheld"}, {"reason", "Benar hadir"}}).status, 303);
    EXPECT_TRUE(has(get(nullptr, "/s/" + code), "Benar hadir"));
    auto const withdrawn = post(nullptr, "/s/" + code + "/tarik", {{"id", id()}, {"dispute", dispute_id.str()}});
    EXPECT_EQ(withdrawn.status, 409) << "it is decided";
}

TEST_F(PresenceTest, GuessingCodesEnds)
{
    for (int i = 0; i < 20; ++i)
        EXPECT_EQ(get(nullptr, "/s/0000-000" + std::to_string(i % 10)).status, 404);
    auto const code = slips().at(seats[0]);
    EXPECT_EQ(get(nullptr, "/s/" + code).status, 503) << "also the right one, from this address";
    env.advance_seconds(901);
    EXPECT_EQ(get(nullptr, "/s/" + code).status, 200);
}

TEST_F(PresenceTest, ThePhoneScansTypesAndIsRememberedForTheNextMeeting)
{
    auto const codes = slips();
    EXPECT_EQ(get(nullptr, "/hadir/" + meetings[0].str() + ".0123456789abcdef").status, 409);
    auto const form = get(nullptr, "/hadir/" + token(0));
    EXPECT_EQ(form.status, 200);
    EXPECT_FALSE(has(form, "name=\"_known\"")) << "nobody is known yet";
    auto const ticket = session_ticket(keys, meetings[0], env.now());
    EXPECT_TRUE(has(form, ticket));
    auto const wrong = post(nullptr, "/hadir", {{"id", id()}, {"ticket", ticket}, {"slip_code", "0000-0000"}});
    EXPECT_EQ(wrong.status, 422);
    auto const marked = post(nullptr, "/hadir", {{"id", id()}, {"ticket", ticket}, {"slip_code", codes.at(seats[2])}});
    EXPECT_EQ(marked.status, 303);
    EXPECT_TRUE(has(get(nullptr, "/hadir"), "/s/" + secrets::normal_code(codes.at(seats[2]))));
    EXPECT_TRUE(presence(0, 2)->present);
    env.set(Instant::parse("2026-01-07T01:00:00.000Z").value());
    EXPECT_TRUE(has(get(nullptr, "/hadir/" + token(2)), "Saya Tin, hadir"));
    EXPECT_EQ(post(nullptr, "/hadir", {{"id", id()}, {"ticket", session_ticket(keys, meetings[2], env.now())}, {"_known", "1"}}).status, 303);
    EXPECT_TRUE(presence(2, 2)->present);
    auto const marks = look([&](db::ReadTx& tx) { return marks_of_session(tx, city, meetings[2]); });
    EXPECT_FALSE(marks.front().device.empty());
}

TEST_F(PresenceTest, ThePhoneKeepsWhatItsPersonLeadsAndNothingMore)
{
    must(tono, "training.mark", mark_input(0, 0, "present"));
    auto const kept = boost::json::parse(get(&tono, "/api/v1/offline/attendance").body).as_object();
    EXPECT_EQ(std::string(kept.at("person").as_string()), tono.person.str());
    ASSERT_EQ(kept.at("sessions").as_array().size(), 3U);
    auto const& first = kept.at("sessions").as_array()[0].as_object();
    EXPECT_EQ(std::string(first.at("marks").as_object().at(seats[0].str()).as_object().at("by").as_string()), "Tono");
    EXPECT_EQ(kept.at("courses").as_array()[0].as_object().at("seats").as_array().size(), 3U);
    EXPECT_EQ(boost::json::serialize(kept).find("Aminah"), std::string::npos);
    auto const others = boost::json::parse(get(&stranger, "/api/v1/offline/attendance").body).as_object();
    EXPECT_TRUE(others.at("sessions").as_array().empty());
    EXPECT_EQ(get(nullptr, "/api/v1/offline/attendance").status, 303);
    auto const shell = get(&tono, "/offline/presensi");
    EXPECT_FALSE(has(shell, "Tono")) << "the shell is the same for everybody";
    EXPECT_FALSE(has(shell, "value=\"token\""));
    EXPECT_EQ(shell.body, get(nullptr, "/offline/presensi").body);
    auto const english = get(nullptr, "/offline/presensi", {{"bahasa", "en"}});
    EXPECT_TRUE(has(english, "<html lang=\"en\">")) << "its address says its language, so that a phone may keep both";
    env.set(Instant::parse("2026-02-05T01:00:00.000Z").value());
    EXPECT_TRUE(boost::json::parse(get(&tono, "/api/v1/offline/attendance").body).at("sessions").as_array().empty()) << "long past";
}

} // namespace
} // namespace rtkeren::training
