#include "identity/codes.hpp"
#include "identity/town_for_tests.hpp"

namespace rtkeren::identity {
namespace {

using SessionTest = Town;

constexpr std::int64_t hour = 3600, day = 24 * hour;

TEST_F(SessionTest, AllQueriesPrepare)
{
    tests::expect_all_queries_prepare("identity");
    tests::expect_all_queries_run_at_end("identity");
}

TEST_F(SessionTest, ByNameOrByPhoneHoweverItIsWritten)
{
    add("lurah", "lurah", kelurahan, "0812-3456-7890");
    for (auto const* typed : {"lurah", " LURAH ", "081234567890", "+62 812 3456 7890"})
        EXPECT_EQ(sign_in_code(typed, password), "") << typed;
    EXPECT_EQ(sign_in_code("lurah", "salah"), "identity.wrong_sign_in");
    EXPECT_EQ(sign_in_code("tak ada", password), "identity.wrong_sign_in");
    EXPECT_EQ(sign_in_code("", ""), "identity.wrong_sign_in");
    EXPECT_EQ(sign_in_code("\xff\xfe", password), "identity.wrong_sign_in");
}

TEST_F(SessionTest, ASessionCarriesTheOfficesOfToday)
{
    add("lurah", "lurah", kelurahan);
    auto const token = sign_in(services, "lurah", password, "Chrome, Android").value().token;
    auto const found = session_of(services, token).value();
    ASSERT_TRUE(found.has_value());
    EXPECT_TRUE(may(found->actor, "payout.approve", kelurahan + ".001.001"));
    EXPECT_FALSE(may(found->actor, "payout.approve", other_kelurahan));
    EXPECT_GE(found->csrf.size(), 25U);
    EXPECT_FALSE(session_of(services, token + "0").value().has_value());
    ASSERT_TRUE(sign_out(services, token).ok());
    EXPECT_FALSE(session_of(services, token).value().has_value());
}

TEST_F(SessionTest, EndsWhenIdleAndWhenOld)
{
    add("lurah", "lurah", kelurahan);
    auto const idle = sign_in(services, "lurah", password, "").value().token;
    env.advance_seconds(14 * day + 1);
    EXPECT_FALSE(session_of(services, idle).value().has_value());
    auto const used = sign_in(services, "lurah", password, "").value().token;
    for (int i = 0; i < 9; ++i) {
        env.advance_seconds(10 * day - 1);
        EXPECT_TRUE(session_of(services, used).value().has_value()) << i;
    }
    env.advance_seconds(hour);
    EXPECT_FALSE(session_of(services, used).value().has_value()) << "ninety days are the most";
}

TEST_F(SessionTest, FiveFailuresLockForAQuarterOfAnHourWhetherTheAccountExistsOrNot)
{
    add("lurah", "lurah", kelurahan);
    for (auto const* login : {"lurah", "siapa saja"}) {
        for (int i = 0; i < 5; ++i)
            EXPECT_EQ(sign_in_code(login, "salah"), "identity.wrong_sign_in") << login;
        EXPECT_EQ(sign_in_code(login, password), "identity.locked") << login;
    }
    auto const locked = sign_in(services, "lurah", password, "").error();
    EXPECT_EQ(locked.arguments, (Arguments {{"minutes", "15"}}));
    env.advance_seconds(15 * 60);
    EXPECT_EQ(sign_in_code("lurah", password), "");
    EXPECT_EQ(sign_in_code("lurah", "salah"), "identity.wrong_sign_in") << "a right password forgave the failures";
}

TEST_F(SessionTest, AnotherSpellingOfANumberHasNoTriesOfItsOwn)
{
    add("ibu", "", kelurahan, "081234567892");
    for (auto const* typed : {"081234567892", "+6281234567892", "0812-3456-7892", "81234567892", "0812 3456 7892"})
        EXPECT_EQ(sign_in_code(typed, "salah"), "identity.wrong_sign_in");
    EXPECT_EQ(sign_in_code("6281234567892", password), "identity.locked");
}

TEST_F(SessionTest, ANewPasswordEndsEveryOtherSession)
{
    add("lurah", "lurah", kelurahan);
    auto const here = sign_in(services, "lurah", password, "").value().token;
    auto const there = sign_in(services, "lurah", password, "").value().token;
    auto const who = actor("lurah");
    auto const code_of = [&](std::string_view before, std::string_view after) {
        auto changed = change_password(services, who, before, after, here);
        return changed.ok() ? std::string {} : changed.error().code;
    };
    EXPECT_EQ(code_of("salah", "gang melati 12"), "identity.password_wrong");
    EXPECT_EQ(code_of(password, "pendek"), "identity.password_short");
    EXPECT_EQ(code_of(password, "Nama Lurah99"), "identity.password_common");
    EXPECT_EQ(code_of(password, "PASSWORD123"), "identity.password_common");
    EXPECT_EQ(code_of(password, "gang melati 12"), "");
    EXPECT_TRUE(session_of(services, here).value().has_value());
    EXPECT_FALSE(session_of(services, there).value().has_value());
    EXPECT_EQ(sign_in_code("lurah", password), "identity.wrong_sign_in");
    EXPECT_EQ(sign_in_code("lurah", "gang melati 12"), "");
}

TEST_F(SessionTest, ALostPhoneIsOnePress)
{
    add("lurah", "lurah", kelurahan);
    auto const one = sign_in(services, "lurah", password, "").value().token;
    auto const two = sign_in(services, "lurah", password, "").value().token;
    auto const who = actor("lurah");
    EXPECT_EQ(run(who, "identity.end_sessions", {{"user", who.user.text()}, {"session", secrets::sha256(one).str()}}), "");
    EXPECT_FALSE(session_of(services, one).value().has_value());
    EXPECT_TRUE(session_of(services, two).value().has_value());
    EXPECT_EQ(run(who, "identity.end_sessions", {{"user", who.user.text()}}), "");
    EXPECT_FALSE(session_of(services, two).value().has_value());
}

TEST_F(SessionTest, AScriptsTokenWorksUntilItIsRevoked)
{
    add("lurah", "lurah", kelurahan);
    auto const who = actor("lurah");
    auto const token = add_bearer(services, who, "laporan malam").value();
    EXPECT_EQ(session_of_bearer(services, token).value()->actor.name, "Nama lurah");
    EXPECT_EQ(run(who, "identity.revoke_token", {{"key", secrets::sha256(token).str()}}), "");
    EXPECT_FALSE(session_of_bearer(services, token).value().has_value());
}

TEST_F(SessionTest, TheExampleCityOffersOneAccountARoleInTheirOrder)
{
    change([&](db::WriteTx& tx, operations::Context& c) -> Result<void> {
        for (auto const* role : {"lurah", "ketua_rt", "tapem"}) {
            auto const person = PersonId(env.ulid());
            TRY(add_person(tx, c,
                {.id = person,
                    .name = "Contoh " + std::string(role),
                    .phone = {},
                    .nik = {},
                    .nip = "198001012005011001",
                    .region = kelurahan,
                    .example = true}));
            TRY(add_user(tx, c, {UserId(env.ulid()), person, role, hash()}));
            TRY(add_grant(tx, c,
                {.id = env.ulid(), .person = person, .role = role, .place = kelurahan, .pokmas = {}, .decree = "SK", .from = services.today(), .until = {}}));
        }
        return Done {};
    });
    add("bukan.contoh", "sekkel", kelurahan);
    auto const accounts = look([&](db::ReadTx& tx) { return example_accounts(tx, city, services.today()); }).value();
    ASSERT_EQ(accounts.size(), 3U);
    EXPECT_EQ(accounts[0].login, "tapem");
    EXPECT_EQ(accounts[1].login, "lurah");
    EXPECT_EQ(accounts[2].role, "ketua_rt");
}

} // namespace
} // namespace rtkeren::identity
