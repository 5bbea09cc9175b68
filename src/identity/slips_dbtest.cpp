#include "identity/codes.hpp"
#include "identity/town_for_tests.hpp"

#include <boost/json/serialize.hpp>

namespace rtkeren::identity {
namespace {

struct SlipTest : Town {
    Made lurah {add("lurah", "lurah", kelurahan)};
    Made secretary {add("sekkel", "sekkel", kelurahan)};
    Made rt {add("rt01", "ketua_rt", kelurahan + ".001.001")};

    /// The code of a new slip for the RT's head, made by the secretary.
    std::string new_code()
    {
        EXPECT_EQ(run(actor("sekkel"), "identity.make_slips", {{"users", {rt.user.text()}}}), "");
        auto const id = Ulid::parse(std::string_view(last.data.at("slips").as_array().at(0).as_string())).value();
        return printed_slips(services, actor("sekkel"), {id}).value().front().code;
    }
    std::string use(std::string_view code, std::string_view with = "gang melati 12")
    {
        auto used = use_code(services, code, with, "test");
        return used.ok() ? std::string {} : used.error().code;
    }
};

TEST_F(SlipTest, ACodeOpensTheAccountOnce)
{
    auto const code = new_code();
    EXPECT_EQ(code.size(), 14U);
    EXPECT_EQ(use(code, "pendek"), "identity.password_short");
    EXPECT_EQ(use(code, "rt01rt01"), "") << "longer than the login alone";
    EXPECT_EQ(use(code), "identity.code_wrong");
    EXPECT_EQ(sign_in_code("rt01", "rt01rt01"), "");
}

TEST_F(SlipTest, ACodeIsReadAsPeopleTypeIt)
{
    auto typed = lower_ascii(new_code());
    for (auto& character : typed)
        character = character == '0' ? 'o' : character == '1' ? 'l' : character == '-' ? ' ' : character;
    EXPECT_EQ(use(typed), "");
}

TEST_F(SlipTest, LivesSevenDays)
{
    auto const code = new_code();
    env.advance_seconds(7LL * 24 * 3600 + 1);
    EXPECT_EQ(use(code), "identity.code_wrong");
    auto const second = new_code();
    env.advance_seconds(7LL * 24 * 3600 - 1);
    EXPECT_EQ(use(second), "");
}

TEST_F(SlipTest, ANewSlipVoidsTheOlder)
{
    auto const first = new_code();
    auto const second = new_code();
    EXPECT_NE(first, second);
    EXPECT_EQ(use(first), "identity.code_wrong");
    EXPECT_EQ(use(second), "");
}

TEST_F(SlipTest, EndsOldSessionsAndOpensALockedAccount)
{
    auto const before = sign_in(services, "rt01", password, "").value().token;
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(sign_in_code("rt01", "salah"), "identity.wrong_sign_in");
    auto const session = use_code(services, new_code(), "gang melati 12", "").value();
    EXPECT_FALSE(session_of(services, before).value().has_value());
    EXPECT_TRUE(session_of(services, session.token).value().has_value());
    EXPECT_EQ(sign_in_code("rt01", "gang melati 12"), "");
}

TEST_F(SlipTest, TheCodeStandsInNoStoredAnswerAndOnlyItsMakerPrintsIt)
{
    auto const code = new_code();
    EXPECT_EQ(boost::json::serialize(operations::to_json(last)).find(code), std::string::npos);
    auto const id = Ulid::parse(std::string_view(last.data.at("slips").as_array().at(0).as_string())).value();
    EXPECT_EQ(printed_slips(services, actor("lurah"), {id}).error().code, "identity.slip_printed");
    EXPECT_EQ(printed_slips(services, actor("sekkel"), {id}).value().front().code, code) << "a jammed printer";
    env.advance_seconds(3601);
    EXPECT_EQ(printed_slips(services, actor("sekkel"), {id}).error().code, "identity.slip_printed");
}

TEST_F(SlipTest, WhoAppointsLooksAfterTheAccountAndNobodyElse)
{
    auto const slip_for = [&](std::string_view who, Made const& whom) { return run(actor(who), "identity.make_slips", {{"users", {whom.user.text()}}}); };
    EXPECT_EQ(slip_for("sekkel", lurah), "identity.not_your_account") << "else the secretary could sign in as the lurah";
    EXPECT_EQ(slip_for("lurah", rt), "operation.not_allowed");
    add("tapem", "tapem", "35.72");
    add("admin", "admin", "35.72");
    EXPECT_EQ(slip_for("tapem", lurah), "");
    EXPECT_EQ(slip_for("admin", lurah), "");
    auto const stranger = add("sekkel2", "sekkel", other_kelurahan);
    EXPECT_EQ(slip_for("sekkel2", rt), "identity.unknown_user");
    EXPECT_EQ(slip_for("sekkel", stranger), "identity.unknown_user");
}

TEST_F(SlipTest, AClosedAccountIsShutForEveryDoor)
{
    auto const code = new_code();
    auto const session = sign_in(services, "rt01", password, "").value().token;
    EXPECT_EQ(run(actor("sekkel"), "identity.disable", {{"user", rt.user.text()}, {"reason", "Pindah rumah"}}), "");
    EXPECT_FALSE(session_of(services, session).value().has_value());
    EXPECT_EQ(sign_in_code("rt01", password), "identity.wrong_sign_in");
    EXPECT_EQ(use(code), "identity.code_wrong");
    EXPECT_EQ(run(actor("sekkel"), "identity.make_slips", {{"users", {rt.user.text()}}}), "identity.disabled");
    EXPECT_EQ(look([&](db::ReadTx& tx) { return actor_of_login(tx, city, "rt01", services.today()); }).error().code, "identity.disabled");
    EXPECT_EQ(run(actor("sekkel"), "identity.disable", {{"user", secretary.user.text()}, {"reason", "Saya sendiri"}}), "identity.not_yourself");
    EXPECT_EQ(run(actor("sekkel"), "identity.enable", {{"user", rt.user.text()}}), "");
    EXPECT_EQ(sign_in_code("rt01", password), "");
}

TEST_F(SlipTest, OfficesOfCivilServantsComeByListWithTheirNip)
{
    add("tapem", "tapem", "35.72");
    auto const row = [](std::string_view name, std::string_view role, boost::json::value nip) {
        return boost::json::object {{"name", name}, {"role", role}, {"place", "35.72.03.1003"}, {"decree", "821/1"}, {"nip", std::move(nip)}};
    };
    boost::json::array rows {row("Ratna", "Lurah", "198001012005012001"), row("Joko", "PPTK", nullptr)};
    EXPECT_EQ(run(actor("tapem"), "identity.import_users", {{"from", "2023-07-03"}, {"rows", rows}}), "identity.nip_missing");
    rows[1] = row("Joko", "PPTK", "198001012005012001");
    EXPECT_EQ(run(actor("tapem"), "identity.import_users", {{"from", "2023-07-03"}, {"rows", rows}}), "identity.nip_in_list") << "of the row above";
    rows[1] = row("Joko", "PPTK", "198001012005011002");
    EXPECT_EQ(run(actor("tapem"), "identity.import_users", {{"from", "2023-07-03"}, {"rows", rows}}), "");
    EXPECT_TRUE(actor("ratna").has_role("lurah"));
}

TEST_F(SlipTest, ImportIsAllOrNothingAndPrintsASlipEach)
{
    boost::json::array rows {{{"name", "Budi Santoso"}, {"phone", "081200000001"}, {"role", "Ketua RT"}, {"place", "RT 2 RW 1"}, {"decree", "SK 4"}},
        {{"name", "Budi Santoso"}, {"phone", "081200000002"}, {"role", "ketua_rw"}, {"place", "35.72.03.1002.002"}, {"decree", "SK 4"}}};
    auto wrong = rows;
    wrong.push_back({{"name", "Citra"}, {"phone", "123"}, {"role", "lurah"}, {"place", "RT 9"}, {"decree", "SK 4"}});
    EXPECT_NE(run(actor("sekkel"), "identity.import_users", {{"from", "2023-07-03"}, {"rows", wrong}}), "");
    EXPECT_EQ(run(actor("sekkel"), "identity.import_users", {{"from", "2023-07-03"}, {"rows", rows}}), "");
    EXPECT_EQ(last.data.at("slips").as_array().size(), 2U);
    EXPECT_EQ(actor("budi.santoso").name, "Budi Santoso");
    EXPECT_EQ(actor("budi.santoso2").grants.size(), 0U) << "the lurah confirms first";
    EXPECT_EQ(run(actor("sekkel"), "identity.import_users", {{"from", "2023-07-03"}, {"rows", rows}}), "identity.person_known");
}

} // namespace
} // namespace rtkeren::identity
