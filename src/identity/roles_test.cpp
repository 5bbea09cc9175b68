#include "identity/appoint.hpp"
#include "identity/codes.hpp"
#include "identity/import_rows.hpp"
#include "identity/parts.hpp"
#include "language/language.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace rtkeren::identity {
namespace {

struct RolesTest : testing::Test {
    RolesTest()
    {
        static auto const registered = (register_messages(), true);
        EXPECT_TRUE(registered);
    }
};

TEST_F(RolesTest, EachRoleStandsSomewhereIsAppointedByRolesAndHasItsWords)
{
    ASSERT_EQ(roles().size(), 26U);
    EXPECT_EQ(roles().front().key, "admin") << "the order of the file is that of showing";
    std::set<std::string> const offices {"kota", "kecamatan", "kelurahan", "rw", "rt", "pokmas"};
    for (auto const& role : roles()) {
        EXPECT_TRUE(offices.contains(role.office)) << role.key;
        EXPECT_FALSE(role.appointed_by.empty()) << role.key;
        for (auto const& by : role.appointed_by) {
            auto const* appointing = find_role(by);
            ASSERT_NE(appointing, nullptr) << role.key << ' ' << by;
            EXPECT_TRUE(std::ranges::binary_search(appointing->permissions, "identity.users"))
                << by << " appoints " << role.key << " and could not open the page";
        }
        if (!role.confirmed_by.empty()) {
            EXPECT_TRUE(std::ranges::binary_search(find_role(role.confirmed_by)->permissions, "identity.confirm")) << role.key;
        }
        EXPECT_EQ(role_label(role.key), role.label) << "roles.toml and messages.cpp say the same";
    }
}

TEST_F(RolesTest, EveryPermissionIsGrantedToSomeRole)
{
    std::set<std::string> granted;
    for (auto const& role : roles())
        granted.insert(role.permissions.begin(), role.permissions.end());
    for (auto const* permission : {"programme.manage", "programme.release", "programme.dpa", "programme.decline", "programme.bonus", "programme.move",
             "programme.hold", "programme.propose_hold", "programme.close", "rules.load", "rules.release", "territory.manage", "identity.users",
             "identity.confirm", "identity.unmask", "planning.write", "planning.verify", "planning.approve", "planning.prices", "payout.manage",
             "payout.decree", "payout.account", "payout.contract", "payout.request", "payout.verify", "payout.approve", "payout.sp2d", "payout.confirm",
             "spending.record", "spending.goods", "spending.check", "spending.accept", "spending.cash", "spending.sign_month", "spending.tax",
             "spending.disallow", "spending.handover", "spending.write_off", "reporting.progress", "reporting.submit", "reporting.check",
             "reporting.check_money", "reporting.accept", "reporting.return_leftover", "reporting.close", "insight.read", "audit.read", "jobs.read"})
        EXPECT_TRUE(granted.contains(permission)) << permission;
}

TEST_F(RolesTest, NoRoleChecksWhatItRecords)
{
    // Four eyes by identity stand in the operations; a role that has both sides would make them a matter of two persons of one office.
    for (auto const& role : roles()) {
        auto const has = [&](std::string_view permission) { return std::ranges::binary_search(role.permissions, permission); };
        EXPECT_FALSE(has("payout.verify") && has("payout.approve")) << role.key;
        EXPECT_FALSE(has("planning.verify") && has("planning.approve")) << role.key;
        EXPECT_FALSE(has("payout.request") && has("payout.verify")) << role.key;
        EXPECT_FALSE(has("spending.record") && has("spending.accept")) << role.key;
    }
}

TEST_F(RolesTest, PasswordsThatAreGuessedFirstAreRefused)
{
    auto const code = [](std::string_view password) {
        auto checked = check_new_password(password, "siti.aminah", "Siti Aminah Putri");
        return checked.ok() ? std::string {} : checked.error().code;
    };
    EXPECT_EQ(code("1234567"), "identity.password_short");
    EXPECT_EQ(code(std::string(201, 'a')), "identity.password_long");
    for (auto const* password : {"12345678", "Password", "rahasia123", "BISMILLAH", "siti.aminah", "SitiAminah1990", "Aminah12345", "sitiaminahputri"})
        EXPECT_EQ(code(password), "identity.password_common") << password;
    for (auto const* password : {"kucing makan ikan", "9817364052", "ñandú ñandú"})
        EXPECT_EQ(code(password), "") << password;
}

TEST_F(RolesTest, CodesAreReadWithoutLookAlikes)
{
    EXPECT_EQ(normal_code(" 7k3f-9qxb 2mtd "), "7K3F9QXB2MTD");
    EXPECT_EQ(normal_code("oO0 iIlL1"),
        "000"
        "11111");
    FixedEnv env(Instant::from_milliseconds(0));
    auto const keys = secrets::Keys::from(env);
    auto const id = env.ulid();
    EXPECT_EQ(code_of_slip(keys, id), code_of_slip(keys, id));
    EXPECT_NE(code_of_slip(keys, id), code_of_slip(keys, env.ulid()));
    EXPECT_NE(code_of_slip(keys, id), code_of_slip(secrets::Keys::from(env), id)) << "the id alone tells nothing";
}

TEST_F(RolesTest, OnlyPathsOfOurOwnLeadOn)
{
    for (auto const* path : {"/rab/01H?x=1", "/menunggu"})
        EXPECT_EQ(own_path(path), path);
    for (auto const* path : {"", "/", "//evil.example", "/\\evil.example", "https://evil.example", "evil", "/a\r\nSet-Cookie: x", "javascript:alert(1)"})
        EXPECT_EQ(own_path(path), "/") << path;
}

TEST_F(RolesTest, DevicesReadAsOneWouldSayThem)
{
    EXPECT_EQ(
        device_of("Mozilla/5.0 (Linux; Android 13; SM-A125F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Mobile Safari/537.36"), "Chrome, Android");
    EXPECT_EQ(device_of("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Safari/537.36 Edg/114.0.1823.51"),
        "Edge, Windows");
    EXPECT_EQ(device_of("curl/7.88.1"), "curl");
    EXPECT_EQ(device_of("<script>"), "");
}

TEST_F(RolesTest, LoginsAreMadeOfNames)
{
    EXPECT_EQ(login_of_name("Siti Aminah"), "siti.aminah");
    EXPECT_EQ(login_of_name("  Drs. H. Moh. Ali, M.Si "), "drs.h.moh.ali.msi");
    EXPECT_EQ(login_of_name("Al"), "warga.al");
    EXPECT_EQ(login_of_name("123456"), "warga.123456");
    EXPECT_EQ(login_of_name("Raden Mas Panji Sosrokartono Wiryodiningrat").size(), 30U);
    EXPECT_EQ(parse_login(" Siti.A ").value(), "siti.a");
    for (auto const* wrong : {"ab", "081234567890", "siti aminah", "siti@x", ""})
        EXPECT_FALSE(parse_login(wrong).ok()) << wrong;
}

TEST_F(RolesTest, AThrottleForgetsAfterItsWindow)
{
    FixedEnv env(Instant::from_milliseconds(0));
    Throttle throttle(3, 900);
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(throttle.wait(env, "10.0.0.1"), 0);
        throttle.count(env, "10.0.0.1");
    }
    EXPECT_EQ(throttle.wait(env, "10.0.0.1"), 900);
    EXPECT_EQ(throttle.wait(env, "10.0.0.2"), 0);
    env.advance_seconds(900);
    EXPECT_EQ(throttle.wait(env, "10.0.0.1"), 0);
}

TEST_F(RolesTest, NobodyLooksAfterWhatNobodyAppoints)
{
    Actor sekkel {
        .person = {}, .name = "Sekretaris", .grants = {{.role = "sekkel", .place = "35.72.03.1002", .permissions = find_role("sekkel")->permissions}}};
    sekkel.permissions = find_role("sekkel")->permissions;
    EXPECT_TRUE(appoints(sekkel, *find_role("ketua_rt"), "35.72.03.1002.001.001"));
    EXPECT_FALSE(appoints(sekkel, *find_role("ketua_rt"), "35.72.03.1003.001.001"));
    EXPECT_FALSE(appoints(sekkel, *find_role("lurah"), "35.72.03.1002"));
    Account account {.user = {}, .person = {}, .login = {}, .name = {}, .region = "35.72.03.1002", .offices = {{"ketua_rt", "35.72.03.1002.001.001"}}};
    EXPECT_TRUE(keeps_account(sekkel, account));
    account.offices.emplace_back("lurah", "35.72.03.1002");
    EXPECT_FALSE(keeps_account(sekkel, account));
}

} // namespace
} // namespace rtkeren::identity
