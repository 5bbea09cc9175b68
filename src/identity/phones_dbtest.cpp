#include "identity/persons.hpp"
#include "identity/phones.hpp"
#include "identity/town_for_tests.hpp"

namespace rtkeren::identity {
namespace {

struct PhoneTest : Town {
    Made const secretary {add("sekkel", "sekkel", kelurahan)};
    static constexpr std::string_view number = "0812 3456 7890";

    boost::json::object newcomer(std::string_view name, std::string_view phone = number) const { return {{"name", name}, {"phone", phone}, {"place", kelurahan}}; }
    std::string create(boost::json::object input) { return run(actor("sekkel"), "identity.create_user", std::move(input)); }
    /// Who signs in with the number and the password of all.
    std::string who_signs_in(std::string_view typed)
    {
        auto const session = sign_in(services, typed, password, "test");
        return session.ok() ? session_of(services, session->token).value()->actor.name : session.error().code;
    }
    bool by_name(Made const& made) { return look([&](db::ReadTx& tx) { return shares_phone(tx, city, made.person); }).value(); }
};

TEST_F(PhoneTest, ANumberThatSignsSomebodyInIsRefusedWithoutAName)
{
    add("ibu", "", kelurahan, std::string(number));
    EXPECT_EQ(create(newcomer("Budi Santoso")), "identity.phone_taken");
    EXPECT_EQ(create(newcomer("Budi Santoso", "0812 3456 7891")), "");
    auto const user = std::string(last.data.at("user").as_string());
    EXPECT_EQ(run(actor("sekkel"), "identity.correct_person", {{"user", user}, {"name", "Budi Santoso"}, {"phone", number}}), "identity.phone_taken");
    EXPECT_EQ(run(actor("sekkel"), "identity.correct_person", {{"user", user}, {"name", "Budi S."}, {"phone", "+62 812 3456 7891"}}), "") << "one's own number";
}

TEST_F(PhoneTest, AFamilyWithOneTelephoneSignsInByNumberAndByName)
{
    auto const mother = add("ibu", "", kelurahan, std::string(number));
    env.advance_seconds(1);
    auto shared = newcomer("Budi Santoso");
    shared["shared"] = true;
    EXPECT_EQ(create(shared), "");
    Made const son {PersonId::parse(std::string_view(last.data.at("person").as_string())).value(), {}};
    EXPECT_TRUE(by_name(son));
    EXPECT_FALSE(by_name(mother));
    EXPECT_EQ(who_signs_in(number), "Nama ibu");
    EXPECT_EQ(create(shared), "identity.person_known") << "the same name with the same number is the same person";
}

TEST_F(PhoneTest, ACorrectedNumberTakesNobodysSignIn)
{
    auto const old = add("lama", "", kelurahan, "081234567899");
    env.advance_seconds(60);
    auto const mother = add("ibu", "", kelurahan, std::string(number));
    env.advance_seconds(60);
    EXPECT_EQ(run(actor("sekkel"), "identity.correct_person", {{"user", old.user.text()}, {"name", "Nama lama"}, {"nip", "198001012005011009"}, {"phone", number}, {"shared", true}}), "");
    EXPECT_EQ(who_signs_in(number), "Nama ibu") << "though the other account is older";
    EXPECT_TRUE(by_name(old));
    EXPECT_EQ(run(actor("sekkel"), "identity.disable", {{"user", mother.user.text()}, {"reason", "Pindah"}}), "");
    EXPECT_EQ(who_signs_in(number), "Nama lama") << "nobody else has it now";
    EXPECT_EQ(run(actor("sekkel"), "identity.enable", {{"user", mother.user.text()}}), "");
    EXPECT_EQ(who_signs_in(number), "Nama lama") << "who comes back stands behind";
}

TEST_F(PhoneTest, NumbersThatWereDoubledBeforeSignInTheFirst)
{
    auto const mother = add("ibu", "", kelurahan, std::string(number));
    env.advance_seconds(1);
    auto const child = add("anak", "", kelurahan, std::string(number));
    EXPECT_EQ(who_signs_in(number), "Nama ibu");
    EXPECT_EQ(who_signs_in("anak"), "Nama anak");
    EXPECT_TRUE(by_name(child));
    EXPECT_FALSE(by_name(mother));
    EXPECT_EQ(run(actor("sekkel"), "identity.make_slips", {{"users", boost::json::array {child.user.text()}}}), "");
    auto const slip = Ulid::parse(std::string_view(last.data.at("slips").at(0).as_string())).value();
    EXPECT_TRUE(printed_slips(services, actor("sekkel"), {slip}).value().front().by_name) << "the slip says it";
}

TEST_F(PhoneTest, AListSaysWhichTelephonesAreShared)
{
    add("ibu", "", kelurahan, std::string(number));
    env.advance_seconds(1);
    auto const row = [](std::string_view name, std::string_view phone, std::string_view place, boost::json::value shared = nullptr) {
        return boost::json::object {{"name", name}, {"phone", phone}, {"role", "Ketua RT"}, {"place", place}, {"decree", "SK 4"}, {"nip", nullptr}, {"shared", std::move(shared)}};
    };
    auto const import = [&](boost::json::array rows) { return run(actor("sekkel"), "identity.import_users", {{"from", "2023-07-03"}, {"rows", std::move(rows)}}); };
    EXPECT_EQ(import({row("Budi", number, "RT 1 RW 1")}), "identity.phone_taken");
    EXPECT_EQ(import({row("Budi", "081234567891", "RT 1 RW 1"), row("Citra", "+62 812 3456 7891", "RT 2 RW 1")}), "identity.phone_in_list");
    EXPECT_EQ(import({row("Budi", number, "RT 1 RW 1", "ya"), row("Citra", number, "RT 2 RW 1", "ya")}), "");
    EXPECT_EQ(who_signs_in(number), "Nama ibu");
}

} // namespace
} // namespace rtkeren::identity
